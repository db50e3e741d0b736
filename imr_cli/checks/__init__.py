"""The rules that a case is checked against, by theme.

Each rule is a function whose docstring is its documentation; `audit` is what all of them look at, and
`catalogue` lists them.
"""

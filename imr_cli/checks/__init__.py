"""The rules that a case is held against, by theme. Each rule's docstring is its documentation."""

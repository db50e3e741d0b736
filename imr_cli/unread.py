"""What stands in a case for a value that could not be read, so that the rest of it can be looked at.

Whoever uses such a value learns nothing from it: any use raises, and a check that needed it says nothing.
"""

from __future__ import annotations

from typing import Any, NoReturn


class Unreadable(Exception):
    """A value was used that could not be read."""


class _Unread:
    """Never equal to anything, never true or false, never part of a text."""

    def _refuse(self, *_: object) -> NoReturn:
        raise Unreadable

    __getattr__ = __call__ = _refuse
    __bool__ = __len__ = __iter__ = __contains__ = __getitem__ = _refuse
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __hash__ = _refuse
    __str__ = __repr__ = __format__ = _refuse
    __add__ = __radd__ = __sub__ = __rsub__ = __int__ = __float__ = __index__ = _refuse


UNREAD: Any = _Unread()

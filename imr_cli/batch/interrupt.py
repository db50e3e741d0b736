"""Ctrl-C and SIGTERM: a batch ends after what it has in hand, with a true manifest."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from imr_cli.batch.options import INTERRUPTED, TERMINATED

if TYPE_CHECKING:
    from collections.abc import Iterator


class Interrupt:
    """Notes the signals that ask a run to end. The second one ends it at once."""

    def __init__(self) -> None:
        self.stopped = 0
        self._may_raise = False
        self._before: dict[int, Any] = {}

    @property
    def status(self) -> int:
        """The exit code that tells which signal it was."""
        return TERMINATED if self.stopped == signal.SIGTERM else INTERRUPTED

    def is_stopped(self) -> bool:
        """Return whether the run has been asked to end."""
        return self.stopped != 0

    def __enter__(self) -> None:
        if threading.current_thread() is threading.main_thread():  # only there are signals seen
            for number in (signal.SIGINT, signal.SIGTERM):
                self._before[number] = signal.signal(number, self._note)

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    @contextmanager
    def allowed(self) -> Iterator[None]:
        """While this lasts, a signal breaks a wait: for example for standard input."""
        self._may_raise = True
        try:
            yield
        finally:
            self._may_raise = False

    def _note(self, number: int, _: object) -> None:
        is_second = self.stopped != 0
        self.stopped = self.stopped or number
        if is_second or self._may_raise:
            raise KeyboardInterrupt

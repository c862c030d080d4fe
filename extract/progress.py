"""A reader's way to say that slow, honest work is under way (one more page of OCR)."""

from __future__ import annotations

from collections.abc import Callable

_listener: Callable[[float], None] | None = None


def listen(listener: Callable[[float], None] | None) -> None:
    """Set who hears of granted seconds; None for nobody. Called once by a worker process."""
    global _listener  # noqa: PLW0603 - one process, one listener
    _listener = listener


def extend(seconds: float) -> None:
    """Ask for `seconds` more of time for the file being read; without a listener nothing happens."""
    if _listener is not None:
        _listener(seconds)

"""What is worked out once for a composition and asked for often; forgotten when it is done.

Keys are sections and sentences: kept any longer they would hold the text of all reports in memory.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
_forget: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Remember the last `most` answers of a function whose arguments are hashable."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        cached = lru_cache(maxsize=most)(function)
        _forget.append(cached.cache_clear)
        return cached  # type: ignore[return-value]  # its type forgets the arguments

    return decorate


def forget() -> None:
    """Forget all answers."""
    for clear in _forget:
        clear()

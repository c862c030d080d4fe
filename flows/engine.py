"""A step of the flow: a plain function that Prefect records, times and may retry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.utilities.annotations import quote

from flows.errors import RunError, UnforeseenError
from transform.campaign import CampaignError
from warehouse.errors import HeaderError, PublishError, RuleError

FORESEEN = (RunError, CampaignError, HeaderError, RuleError, PublishError, OSError)
"""Errors whose words hold no content of a report: our own, and the system's, which name a path."""

P = ParamSpec("P")
R = TypeVar("R")

_direct: ContextVar[bool] = ContextVar("direct", default=False)


@contextmanager
def without_prefect() -> Iterator[None]:
    """Call steps as the plain functions they are: same results, nothing recorded, no server needed."""
    token = _direct.set(True)
    try:
        yield
    finally:
        _direct.reset(token)


def _discreet(name: str, function: Callable[P, R]) -> Callable[P, R]:
    """Let foreseen errors pass and hide the words of others from Prefect's log (see UnforeseenError)."""

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except FORESEEN:
            raise
        except Exception as error:
            raise UnforeseenError(name, error) from None  # `__context__` still leads to it

    return call


def step(name: str, *, retries: int = 0) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function one coarse Prefect task called `name` (Vietnamese, shown to the operator).

    Arguments are quoted: Prefect neither searches frames and documents for futures nor hashes them.
    Nothing is cached by Prefect; `flows/steps/reading.py` knows what is stale.
    """

    def wrap(function: Callable[P, R]) -> Callable[P, R]:
        recorded = task(
            name=name, retries=retries, retry_delay_seconds=2, persist_result=False, cache_policy=NO_CACHE
        )(_discreet(name, function))

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            if _direct.get():
                return function(*args, **kwargs)
            quoted = [quote(value) for value in args]
            named = {key: quote(value) for key, value in kwargs.items()}
            return recorded(*quoted, **named)  # type: ignore[arg-type]

        return call

    return wrap

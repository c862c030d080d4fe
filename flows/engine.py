"""A step of the flow: a plain function that Prefect records, times and may retry."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.utilities.annotations import quote

P = ParamSpec("P")
R = TypeVar("R")


def step(name: str, *, retries: int = 0) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function one coarse Prefect task called `name` (Vietnamese, shown to the operator).

    Arguments are quoted: Prefect neither searches frames and documents for futures nor hashes them.
    Nothing is cached by Prefect; `flows/steps/reading.py` knows what is stale.
    """

    def wrap(function: Callable[P, R]) -> Callable[P, R]:
        recorded = task(
            name=name, retries=retries, retry_delay_seconds=2, persist_result=False, cache_policy=NO_CACHE
        )(function)

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            quoted = [quote(value) for value in args]
            named = {key: quote(value) for key, value in kwargs.items()}
            return recorded(*quoted, **named)  # type: ignore[arg-type]

        return call

    return wrap

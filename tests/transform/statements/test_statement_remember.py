"""Answers are remembered for one composition and no longer."""

from __future__ import annotations

import statement_factory as factory

from transform.statements import compose
from transform.statements.corpus import quotable
from transform.statements.remember import forget, remembered


def test_asked_once_until_forgotten():
    asked = []

    @remembered(8)
    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    assert [double(2), double(2), double(3)] == [4, 4, 6]
    assert asked == [2, 3]
    forget()
    assert double(2) == 4
    assert asked == [2, 3, 2]


def test_a_composition_leaves_no_section_behind(frames):
    compose(factory.Campaign(), frames)
    assert quotable.cache_info().currsize == 0

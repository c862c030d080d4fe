"""Sentences written by hand after forms seen in public documents, with every field that is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Case, differences, load

CASES = load(Path(__file__).with_name("by_hand.jsonl"))
_UNSET: Case = {
    "type": None,
    "number": None,
    "date": None,
    "year": None,
    "issuer": None,
    "subject": None,
    "article": None,
    "inherited": [],
    "warnings": [],
    "repaired": False,
    "ambiguous": False,
    "nested_in": None,
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_every_field(case: Case) -> None:
    assert differences(case["text"], [_UNSET | item for item in case["expect"]]) == []


def test_enough_cases() -> None:
    assert len(CASES) >= 60
    assert len({case["text"] for case in CASES}) == len(CASES)

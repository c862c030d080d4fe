"""Sentences written by hand in the manner of reports, with every figure that they hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extract.figures import find_figures

FIELDS = ("text", "value", "unit", "qualifier", "period", "of", "upper")
CASES: list[dict[str, Any]] = [
    json.loads(line) for line in Path(__file__).with_name("sentences.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_every_figure(case: dict[str, Any]) -> None:
    found = [{name: getattr(figure, name) for name in FIELDS} for figure in find_figures(case["text"])]
    assert found == [dict.fromkeys(FIELDS) | wanted for wanted in case["figures"]]

"""The generated corpus: right by construction, the same that the benchmark scores."""

from __future__ import annotations

import pytest

from benchmarks.citations.generate import CORPUS, corpus, encode

from .conftest import Case, differences, load

CASES = load(CORPUS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_case(case: Case) -> None:
    assert differences(case["text"], case["expect"]) == []


def test_stored_corpus_is_what_the_generator_writes() -> None:
    assert CORPUS.read_text("utf-8") == encode(corpus())
    assert len(CASES) >= 150

"""The shared gold, where it lies beside the project."""

from __future__ import annotations

import csv
import unicodedata

import pytest

from extract.citations import find

from .conftest import SHARED, differences, load

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="shared gold is not beside the project")


def test_citation_cases() -> None:
    names = {"number": "num"}
    failed = {}
    for case in load(SHARED / "domain" / "citation_cases.jsonl"):
        expected = [
            {
                names.get(key, key): (int(value) if key == "year" else value or None)
                for key, value in item.items()
            }
            for item in case["expect"]
        ]
        problems = differences(case["text"], expected)
        if problems:
            failed[case["id"]] = problems
    assert failed == {}


@pytest.fixture(scope="module")
def report() -> str:
    return (SHARED / "sample" / "report.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def gold() -> list[dict[str, str]]:
    with (SHARED / "sample" / "citations.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_sample_offsets_and_keys(report: str, gold: list[dict[str, str]]) -> None:
    found = [
        (str(c.char_start), str(c.char_end), str(c.full_end), c.type, c.num, c.symbol, c.date or "")
        for c in find(report)
    ]
    wanted = [
        (
            row["char_start"],
            row["core_end"],
            row["full_end"],
            row["type"],
            row["number"],
            row["symbol"],
            row["date_iso_as_written"],
        )
        for row in gold
    ]
    assert found == wanted


def test_sample_issuers_subjects_and_nesting(report: str, gold: list[dict[str, str]]) -> None:
    for citation, row in zip(find(report), gold, strict=True):
        issuer = None if "issuer" in citation.inherited else citation.issuer
        subject = None if "subject" in citation.inherited else citation.subject
        assert (issuer or "", subject or "") == (row["issuer_as_written"], row["subject"])
        if "issuer" in citation.inherited:
            assert citation.issuer == row["issuer_resolved"]
        outer = "" if citation.nested_in is None else str(citation.nested_in + 1)
        assert outer == row["nested_in"]


def test_sample_decomposed(report: str) -> None:
    composed = find(report)
    text = unicodedata.normalize("NFD", report)
    found = find(text)
    assert [(c.number, c.date, c.issuer, c.subject) for c in found] == [
        (c.number, c.date, c.issuer, c.subject) for c in composed
    ]
    assert all(text[c.char_start : c.char_end] == c.surface for c in found)


def test_sample_documents(report: str) -> None:
    assert len({(c.type, c.number) for c in find(report)}) == 18

"""The same report in every layout comes out as the same document."""

from __future__ import annotations

import docx_maker
import docx_variants as gold
import pytest

from extract.document import read

VARIANTS = gold.variants()
SECTIONS = [(marker, title) for depth, marker, title in gold.LINES if depth is not None]


def texts():
    """Own text of each section, in order."""
    found: list[list[str]] = []
    for depth, _, text in gold.LINES:
        if depth is None:
            found[-1].append(text)
        else:
            found.append([])
    return ["\n".join(lines) for lines in found]


def folded(name):
    """TCVN3 in a font that does not draw capitals shows small letters: only their case differs."""
    return str.lower if name == "tcvn3-undeclared" else str


@pytest.fixture(params=sorted(VARIANTS))
def case(request, tmp_path):
    body, parts = VARIANTS[request.param]
    return request.param, read(docx_maker.write(tmp_path / f"{request.param}.docx", body, **parts))


def test_sections(case):
    name, document = case
    fold = folded(name)
    assert [(s.marker, fold(s.title)) for s in document.sections] == [(m, fold(t)) for m, t in SECTIONS]
    assert [s.level for s in document.sections] == [1, 1, 2, 2, 3, 3, 1]
    assert [fold(s.text) for s in document.sections] == [fold(text) for text in texts()]


def test_head_and_ending(case):
    name, document = case
    if name != "tcvn3-undeclared":  # without capitals the head cannot be told apart
        assert {key: getattr(document.meta, key) for key in gold.GOLD} == gold.GOLD
    assert document.preamble == gold.OPENING
    assert document.closing == gold.CLOSING


def test_footnote(case):
    _, document = case
    (note,) = document.footnotes
    assert (note.n, note.text, note.section_marker_path) == (1, gold.NOTE, ["II", "1"])
    assert note.anchor is not None
    assert note.anchor.endswith("người nghe ở cơ sở.")

"""Every layout variant, as DOCX and as PDF, is read as it was made."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from variant_docx import write_docx
from variant_layout import Variant, lay_out
from variant_list import variants
from variant_pdf import write_pdf
from variant_score import strict_f1, text_differences

from extract.document import read
from extract.model import to_json

WRITERS = {"docx": write_docx, "pdf": write_pdf}
ALL = variants()


def _read(variant: Variant, kind: str, folder: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    printed = lay_out(variant)
    path = folder / f"{variant.name}.{kind}"
    WRITERS[kind](printed, variant.looks, path)
    return printed.gold, json.loads(to_json(read(path)))


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.parametrize("variant", ALL, ids=lambda v: v.name)
def test_variant_is_read_as_made(variant: Variant, kind: str, tmp_path: Path) -> None:
    gold, document = _read(variant, kind, tmp_path)
    assert strict_f1(gold["sections"], document["sections"]) == 1.0
    assert text_differences(gold, document) == []
    assert {k: document["meta"][k] for k in gold["meta"]} == gold["meta"]
    assert [f["section_marker_path"] for f in document["footnotes"]] == [
        f["section_marker_path"] for f in gold["footnotes"]
    ]
    assert document["tables"] == gold["tables"]


def test_there_are_enough_variants() -> None:
    assert len({v.name for v in ALL}) == len(ALL) >= 30


def test_structure_does_not_depend_on_the_format(tmp_path: Path) -> None:
    variant = next(v for v in ALL if v.name == "lettered_digital")
    _, docx = _read(variant, "docx", tmp_path)
    _, pdf = _read(variant, "pdf", tmp_path)
    assert [(s["marker"], s["level"], s["title"], s["text"]) for s in docx["sections"]] == [
        (s["marker"], s["level"], s["title"], s["text"]) for s in pdf["sections"]
    ]

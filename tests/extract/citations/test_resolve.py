# ruff: noqa: E501  (tables of sentences)
"""Short forms: resolved only when exactly one long form is in reach."""

from __future__ import annotations

import json
import subprocess
import sys

from extract.citations import find, resolve, to_jsonl

LONG = "Kết luận số 75-KL/TU ngày 3/4/2018 của Tỉnh ủy. "


def test_one_long_form() -> None:
    short = find(LONG + "Triển khai Kết luận 75, đơn vị đã họp.")[1]
    assert (short.surface, short.number, short.symbol) == ("Kết luận 75", "75-KL/TU", "KL/TU")
    assert short.inherited == ["symbol"]
    assert not short.ambiguous
    assert short.date is None


def test_none_in_reach_stays_as_printed() -> None:
    (short,) = find("Triển khai Kết luận 75 của Tỉnh ủy, đơn vị đã họp.")
    assert (short.number, short.symbol, short.issuer, short.ambiguous) == ("75", None, "Tỉnh ủy", True)


def test_two_long_forms_stay_ambiguous() -> None:
    short = find(LONG + "Kết luận số 75-KL/TW của Bộ Chính trị. Kết luận 75.")[-1]
    assert (short.number, short.ambiguous) == ("75", True)


def test_other_type_does_not_fit() -> None:
    assert find(LONG + "Chỉ thị 75 của Thủ tướng")[1].ambiguous


def test_year_chooses() -> None:
    text = "Nghị định số 30/2020/NĐ-CP; Nghị định số 30/2012/NĐ-CP; theo Nghị định 30/2020."
    assert find(text)[2].number == "30/2020/NĐ-CP"


def test_over_sections_of_a_document() -> None:
    sections = [find(LONG), find("Theo Kết luận 75, đơn vị đã họp.")]
    assert sections[1][0].ambiguous
    whole = resolve([citation for part in sections for citation in part])
    assert whole[1].number == "75-KL/TU"
    assert resolve(whole) == whole


def test_lost_separator_takes_the_document_s_own_spelling() -> None:
    text = "Công văn số 318/SNV-XDCQ ngày 2/4/2026. Theo Công văn số 318/SNVXDCQ; Kế hoạch số 5/KH-QLDA và Kế hoạch số 5/KHQLDA"
    assert [c.number for c in find(text)] == ["318/SNV-XDCQ", "318/SNV-XDCQ", "5/KH-QLDA", "5/KH-QLDA"]


def test_lost_stroke_takes_the_document_s_own_spelling() -> None:
    found = find(
        "Công văn số 9/BNV-CQXĐ ngày 2/4/2026; theo Công văn số 9/BNV-CQXD và Công văn số 8/BNV-CQXD"
    )
    assert [c.number for c in found] == ["9/BNV-CQXĐ", "9/BNV-CQXĐ", "8/BNV-CQXD"]
    assert [c.repaired for c in found] == [False, True, False]


def test_json_lines() -> None:
    (line,) = to_jsonl(find(LONG))
    assert line.endswith(b"\n")
    fields = json.loads(line)
    assert (fields["number"], fields["char_start"], fields["char_end"]) == ("75-KL/TU", 0, 20)


def test_import_is_light() -> None:
    code = (
        "import sys; from extract.citations import find; "
        "print(*sorted({name.split('.')[0] for name in sys.modules} & "
        "{'polars', 'lxml', 'pypdfium2', 'regex', 'docx', 'duckdb', 'prefect', 'rapidfuzz', 'numpy', 'pydantic'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""

# ruff: noqa: E501  (tables of sentences)
"""One text damaged in every way that files and OCR damage text: the keys stay, offsets point into what was given."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.citations import damage
from extract.citations import find

from .conftest import keys, load

TEXT = (
    "Quán triệt Kết luận số 81-KL/TU ngày 12/10/2016 của Ban Thường vụ Tỉnh ủy về đối thoại với Nhân dân; Quyết định "
    "số 411-QĐ/TW, Quyết định số 412-QĐ/TW của Bộ Chính trị; Chỉ thị số 10/CT-TTg ngày 22/4/2019 của Thủ tướng Chính "
    "phủ, đơn vị đã ban hành Kế hoạch số 108/KH-SKHCN ngày 05/6/2019 về tiếp nhận phản ánh, kiến nghị; Kế hoạch số "
    "120/KH-SKHCN ngày 10/01/2020 về văn hóa công sở. Nghị quyết số 210/NQ-HĐND ngày 09/12/2021 của HĐND tỉnh."
)


def _swap(pattern: str, replacement: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, replacement, text)


DAMAGES: dict[str, Callable[[str], str]] = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "eth for đ": lambda text: text.replace("Đ", "Ð").replace("đ", "ð"),
    "gha for ư": lambda text: text.replace("ư", "ƣ").replace("Ư", "Ƣ"),
    "đ lost in codes": lambda text: text.replace("QĐ/", "QD/").replace("-HĐND", "-HDND"),
    "slash lost": _swap(r"(?<=\d)/(?=(?:CT|KH|NQ)-)", ""),
    "hyphen lost in Party numbers": _swap(r"(?<=\d)-(?=(?:KL|QĐ)/)", ""),
    "spaces round separators": _swap(r"(?<=\d)([/-])(?=[A-ZĐ])", r" \1 "),
    "space after the code": _swap(r"(?<=\d/KH)-", "- "),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "en dash": _swap(r"(?<=[A-Z])-(?=[A-ZĐ])", "–"),
    "line end after the hyphen": _swap(r"(?<=\d/KH)-", "-\n"),
    "pdfium's line-end hyphen": _swap(r"(?<=\d/KH)-", "\u0002\n"),
    "wrapped before the date": lambda text: text.replace(" ngày ", "\nngày "),
    "wrapped inside the type": lambda text: text.replace("Kế hoạch", "Kế\nhoạch"),
    "wrapped after số": lambda text: text.replace(" số ", " số\n"),
    "zero-width space": lambda text: text.replace("KH-", "K\u200bH-"),
    "soft hyphen": lambda text: text.replace("Chỉ thị", "Chỉ\u00ad thị"),
    "l for 1 in numbers": _swap(r"1(?=\d*[/-][A-ZĐ])", "l"),
    "O for 0 in numbers": _swap(r"(?<=\d)0(?=\d*[/-][A-ZĐ])", "O"),
    "l and O in dates": lambda text: text.replace("12/10/2016", "l2/1O/2O16"),
    "no space before the number": lambda text: text.replace("số ", "số"),
    "no space before the date": lambda text: text.replace("ngày ", "ngày"),
    "marks lost in type words": lambda text: text.replace("Chỉ thị", "Chi thị").replace(
        "Kế hoạch", "Kê hoạch"
    ),
    "footnote call": lambda text: text.replace("KH-SKHCN", "KH-SKHCN¹"),
    "footnote call as a digit": lambda text: text.replace("KH-SKHCN", "KH-SKHCN3"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_keys_survive(damage: str) -> None:
    given = DAMAGES[damage](TEXT)
    assert given != TEXT
    found = find(given)
    assert keys(found) == keys(find(TEXT))
    assert all(given[c.char_start : c.char_end] == c.surface for c in found)


def test_repair_is_said_and_surface_kept() -> None:
    (citation,) = find("Quyết định số 4ll-QD/TW")
    assert (citation.surface, citation.number, citation.num) == (
        "Quyết định số 4ll-QD/TW",
        "411-QĐ/TW",
        "411",
    )
    assert citation.repaired
    assert not find("Quyết định số 411-QĐ/TW")[0].repaired


def test_undamaged_keys() -> None:
    assert keys(find(TEXT)) == [
        ("Kết luận", "81-KL/TU", "2016-10-12", "Ban Thường vụ Tỉnh ủy"),
        ("Quyết định", "411-QĐ/TW", None, "Bộ Chính trị"),
        ("Quyết định", "412-QĐ/TW", None, "Bộ Chính trị"),
        ("Chỉ thị", "10/CT-TTg", "2019-04-22", "Thủ tướng Chính phủ"),
        ("Kế hoạch", "108/KH-SKHCN", "2019-06-05", None),
        ("Kế hoạch", "120/KH-SKHCN", "2020-01-10", None),
        ("Nghị quyết", "210/NQ-HĐND", "2021-12-09", "HĐND tỉnh"),
    ]


CASES = damage.cases()
HARD = {"hyphen lost": 0.88, "slash lost": 0.97, "space in a number": 0.97}
"""What may stay unread: several hyphens lost in one symbol, a number parted in a list without symbols."""


@pytest.mark.parametrize("kind", damage.DAMAGES, ids=lambda kind: kind.name)
def test_each_kind_at_every_place(kind: damage.Damage) -> None:
    result = damage.score(CASES, (kind,), 1.0)
    assert result.texts > 0
    assert result.full >= HARD.get(kind.name, 0.99)


@pytest.mark.parametrize(
    ("rate", "full", "issuer"), [(0.0, 1.0, 1.0), (0.02, 0.99, 0.98), (0.05, 0.97, 0.97), (0.1, 0.95, 0.95)]
)
def test_all_kinds_together(rate: float, full: float, issuer: float) -> None:
    result = damage.score(CASES, damage.DAMAGES, rate)
    assert (result.full >= full, result.issuer >= issuer) == (True, True)


@pytest.mark.parametrize(
    ("printed", "number", "date"),
    [
        ("Kế hoạch số 28lKH-UBND", "28/KH-UBND", None),
        ("Kế hoạch số ll/KH-UBND", "11/KH-UBND", None),
        ("Kế hoạch số 1 28/KH-UBND", "128/KH-UBND", None),
        ("Công văn số 2 057/SNV-CQTN", "2057/SNV-CQTN", None),
        ("Quyết định số 1S1/QĐ UBND ngày 03/6/2023", "151/QĐ-UBND", "2023-06-03"),
        ("Nghị quyết số 25-N Q/T W ngay 14/72015", "25-NQ/TW", "2015-07-14"),
        ("Nghị định số 302020/NĐ-CP", "30/2020/NĐ-CP", None),
        ("Nghị định số 30/20 20/ND-CP", "30/2020/NĐ-CP", None),
        ("Nghị định số 30.2020/NĐ-CP", "30/2020/NĐ-CP", None),
        ("Thông tư số 01/20l5|TT-BNV", "01/2015/TT-BNV", None),
        ("Kế hoạch số 12/KH-UBNDngày 05/9/20 25", "12/KH-UBND", "2025-09-05"),
        ("Kế hoạch số 12/KH-UBND ' ngày 05,9/2025", "12/KH-UBND", "2025-09-05"),
        ("Kế hoạch số 12/KH-UBND ngày 0|/I0/2025", "12/KH-UBND", "2025-10-01"),
        ("Báo cáo số 7/BC-SGDDT", "7/BC-SGDĐT", None),
    ],
)
def test_repairs(printed: str, number: str, date: str | None) -> None:
    (citation,) = find(f"Thực hiện {printed}, đơn vị đã họp.")
    assert (citation.number, citation.date) == (number, date)
    assert citation.repaired or citation.warnings == ["date_repaired"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Quyết định số 25/QĐ UBND tỉnh đã phê duyệt", ["25/QĐ"]),
        ("Kết luận số 2 1 nội dung", []),
        ("ngày 03/6/20 13 hộ dân", []),
        ("Kế hoạch số 5/KH-UBND ngày i/3/2020", ["5/KH-UBND"]),
        ("Kế hoạch số 5/KH-UBND ngày 1L/3/2020", ["5/KH-UBND"]),
        ("Kế hoạch số 5/KH-UBND. Ngày 03/4/2020, xã họp", ["5/KH-UBND"]),
        ("Báo cáo số 5/BC-BĐT của Ban", ["5/BC-BĐT"]),
    ],
)
def test_nothing_is_invented(text: str, numbers: list[str]) -> None:
    assert [c.number for c in find(text)] == numbers


def test_a_day_of_the_next_sentence_is_no_date_of_the_document() -> None:
    assert find("Kế hoạch số 5/KH-UBND. Ngày 03/4/2020, xã họp")[0].date is None
    assert find("Kế hoạch số 5/KH-UBND ngày 03/6/20 13 hộ dân")[0].date is None


def _printed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).translate(str.maketrans("ÐƉðɖƢƣ", "ĐĐđđƯư")).split())


@pytest.mark.parametrize("rate", [0.0, 0.1])
def test_issuers_and_subjects_stand_in_the_text(rate: float) -> None:
    """A field is what is printed, or it is marked as a neighbour's, which stands in the text too."""
    for case in [*CASES, *load(Path(__file__).with_name("by_hand.jsonl"))]:
        text = damage.spoil(case["text"], damage.DAMAGES, rate)
        shown = _printed(text)
        for citation in find(text):
            for value in (citation.issuer, citation.subject, citation.article):
                assert value is None or value in shown
            assert citation.date is None or citation.date[2:4] in re.sub(r"\D", "", _digits(shown))


def _digits(text: str) -> str:
    return text.translate(str.maketrans("OolI|S", "001115"))

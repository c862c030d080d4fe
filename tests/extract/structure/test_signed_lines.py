"""Signatures whose lines a reader ran together, or that a page parts."""

from __future__ import annotations

import pytest
from structure_documents import b, bold, doc

from extract.structure import build
from extract.structure.signed_lines import signed_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("PHÓ CHỦ TỊCH Lê Văn Tâm", ["PHÓ CHỦ TỊCH", "Lê Văn Tâm"]),
        ("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Rơ Mah H'Bia", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Rơ Mah H'Bia"]),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        ("Chủ tịch xã đã dự họp.", ["Chủ tịch xã đã dự họp."]),
        ("SỞ Y TẾ Gia Lai", ["SỞ Y TẾ Gia Lai"]),
        ("GIÁM ĐỐC", ["GIÁM ĐỐC"]),
    ],
)
def test_title_and_name_on_one_line_are_cut(text: str, lines: list[str]) -> None:
    assert signed_lines(text) == lines


def test_the_values_of_a_signature_run_together() -> None:
    signature = bold("KT. HẠT TRƯỞNG PHÓ HẠT TRƯỞNG Siu Thanh", align="right")
    read = build(
        doc(bold("I. KẾT QUẢ"), b("Đã tuần tra 40 lượt."), b("Nơi nhận:"), b("- Lưu: VT."), signature)
    )
    assert (read.meta.signer_capacity, read.meta.signer) == ("KT. HẠT TRƯỞNG", "Siu Thanh")
    assert read.annexes == []


def test_a_signature_that_goes_on_upon_the_next_page_is_whole() -> None:
    left = [b("Nơi nhận:", column=0, page=1), b("- Sở Nội vụ;", column=0, page=1)]
    right = [bold("TM. ỦY BAN NHÂN DÂN", column=1, page=1), bold("KT. CHỦ TỊCH", column=1, page=1)]
    below = [
        b("- Lưu: VT.", column=0, page=2),
        bold("PHÓ CHỦ TỊCH", column=1, page=2), bold("Lê Thị Mười", column=1, page=2),
    ]  # fmt: skip
    read = build(doc(bold("I. KẾT QUẢ", page=1), b("Đã họp 04 lần.", page=1), *left, *right, *below))
    assert (read.meta.signer_title, read.meta.signer) == ("PHÓ CHỦ TỊCH", "Lê Thị Mười")
    assert read.annexes == []


def test_recipients_of_a_party_report_end_with_commas() -> None:
    tail = [b("Nơi nhận:"), b("- Huyện đoàn Mang Yang,"), b("- Lưu văn phòng.")]
    read = build(
        doc(bold("I- KẾT QUẢ"), b("Đã họp 04 lần."), *tail, bold("T/M BAN CHẤP HÀNH"), bold("BÍ THƯ"))
    )
    assert read.meta.recipients == ["Huyện đoàn Mang Yang", "Lưu văn phòng"]

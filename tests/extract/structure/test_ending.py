"""Endings made by hand: closing, recipients, signature, annex; what must stay unknown."""

from __future__ import annotations

import pytest
from structure_documents import BODY, LEFT_RIGHT, QH, TITLE, TN, b, bold, doc

from extract.blocks import Block
from extract.structure import build

CLOSING = b("Trên đây là báo cáo kết quả công tác năm 2025 của đơn vị./.")


def test_ending_in_columns() -> None:
    s = build(
        doc(
            *LEFT_RIGHT, *TITLE, *BODY, CLOSING,
            bold("Nơi nhận:", column=0), b("- Như trên;", column=0), b("- Lưu: VT.", column=0),
            bold("TM. ỦY BAN NHÂN DÂN", column=1), bold("KT. CHỦ TỊCH", column=1), bold("PHÓ CHỦ TỊCH", column=1),  # noqa: E501
            bold("Nguyễn Văn An", column=1),
        )
    )  # fmt: skip
    m = s.meta
    assert s.closing == CLOSING.text
    assert m.recipients == ["Như trên", "Lưu: VT"]
    assert (m.signer, m.signer_title, m.signer_capacity) == (
        "Nguyễn Văn An", "PHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH",
    )  # fmt: skip
    assert s.warnings == []


def test_ending_line_by_line() -> None:
    s = build(
        doc(*BODY, CLOSING, b("Nơi nhận: TM. ỦY BAN NHÂN DÂN"), b("- Sở Nội vụ; KT. CHỦ TỊCH"), b("- Lưu: VT."),  # noqa: E501
            b("PHÓ CHỦ TỊCH"), b("(Đã ký)"), b("Nguyễn Văn An"))
    )  # fmt: skip
    assert s.meta.recipients == ["Sở Nội vụ", "Lưu: VT"]
    assert s.meta.signer == "Nguyễn Văn An"
    assert s.meta.signer_capacity == "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH"
    assert s.sections[-1].text == BODY[-1].text


@pytest.mark.parametrize(
    "closing",
    [
        "Trên đây là báo cáo của Sở, kính báo cáo.",
        "Với nội dung trên, Ủy ban nhân dân xã kính báo cáo.",
        "Ủy ban nhân dân xã kính báo cáo Sở Nội vụ tổng hợp./.",
    ],
)
def test_closing_formulas(closing: str) -> None:
    s = build(doc(*BODY, b(closing), b("Nơi nhận:"), b("- Như trên;")))
    assert s.closing == closing
    assert closing not in s.sections[-1].text


@pytest.mark.parametrize(
    "sentence",
    [
        "Nơi nhận không có tài khoản thì văn bản giấy được gửi qua bưu chính.",
        "Nơi nhận hồ sơ được niêm yết công khai.",
    ],
)
def test_a_sentence_about_recipients_ends_nothing(sentence: str) -> None:
    s = build(doc(*BODY, b(sentence), bold("II. KIẾN NGHỊ"), b("Đề nghị cấp kinh phí."), CLOSING))
    assert [x.title for x in s.sections] == ["KẾT QUẢ", "KIẾN NGHỊ"]
    assert s.sections[0].text.endswith(sentence)
    assert s.meta.recipients == []


@pytest.mark.parametrize(
    "label", ["Nơi nhận", "NƠI NHẬN:", "Nơi nhận :", "Nơi nhận như trên;", "Nơi nhận: như trên;"]
)
def test_heads_of_the_list_of_recipients(label: str) -> None:
    s = build(doc(*BODY, CLOSING, b(label), b("- Lưu: VT.")))
    assert s.sections[-1].text == BODY[-1].text
    assert s.meta.recipients[-1] == "Lưu: VT"


@pytest.mark.parametrize("heading", [bold("II. HẠN CHẾ"), bold("Hạn chế", outline_level=0)])
def test_a_closing_formula_that_a_heading_follows_is_text_of_its_section(heading: Block) -> None:
    early = b("Trên đây là những kết quả bước đầu, cần tiếp tục theo dõi.")
    s = build(doc(*BODY, early, heading, b("Kho còn chật."), CLOSING, b("Nơi nhận:"), b("- Như trên;")))
    assert s.closing == CLOSING.text
    assert s.sections[0].text.endswith(early.text)
    assert s.sections[1].text == "Kho còn chật."


def test_the_last_item_is_no_closing() -> None:
    s = build(
        doc(*BODY, bold("II. KIẾN NGHỊ"), b("1. Đề nghị Sở Nội vụ xem xét, tổng hợp./."), b("Nơi nhận:"))
    )
    assert s.closing == ""
    assert s.sections[-1].text == "Đề nghị Sở Nội vụ xem xét, tổng hợp./."


def test_signature_without_recipients() -> None:
    s = build(doc(*BODY, CLOSING, bold("THỐNG ĐỐC"), bold("Trần Văn Bình")))
    assert (s.meta.signer_title, s.meta.signer) == ("THỐNG ĐỐC", "Trần Văn Bình")


def test_what_follows_the_signature_is_an_annex() -> None:
    table = Block(kind="table", cells=[["STT", "Nội dung"], ["1", "Kế hoạch"]])
    s = build(
        doc(*BODY, CLOSING, b("Nơi nhận:"), b("- Như trên;"), bold("PHỤ LỤC", align="center"),
            bold("Danh mục văn bản", align="center"), b("(Kèm theo Báo cáo số 1)", align="center"), table)
    )  # fmt: skip
    assert [x.marker for x in s.sections] == ["I."]
    assert [(x.marker, x.title, x.text) for x in s.annexes] == [
        ("PHỤ LỤC", "Danh mục văn bản", "(Kèm theo Báo cáo số 1)")
    ]
    assert (s.tables, s.table_places, s.table_annexes) == ([table.cells], [None], [0])


def test_a_report_behind_its_covering_letter_is_read() -> None:
    s = build(
        doc(
            b("Sở gửi kèm báo cáo để tổng hợp."),
            CLOSING,
            b("Nơi nhận:"),
            b("- Như trên;"),
            *LEFT_RIGHT,
            *TITLE,
            *BODY,
        )
    )
    assert [x.title for x in s.sections if x.marker] == ["KẾT QUẢ"]
    assert [w.code for w in s.warnings] == ["attached_document"]


def test_a_line_that_fits_nowhere_is_reported() -> None:
    s = build(doc(*BODY, CLOSING, b("Nơi nhận:", column=0), b("chữ không rõ thuộc phần nào cả", column=1)))
    assert [w.code for w in s.warnings] == ["unplaced_text"]
    assert "chữ không rõ" in s.warnings[0].message


def _scanned(number: str, date: str, unsure: list[str]) -> tuple[str | None, str | None, str | None]:
    head = [
        b("UBND TỈNH GIA LAI", column=0), bold("SỞ TƯ PHÁP", column=0),
        b(number, column=0, scan=True, unsure=unsure),
        bold(QH, column=1), bold(TN, column=1), b(date, column=1, scan=True, unsure=unsure),
    ]  # fmt: skip
    meta = build(doc(*head, *TITLE, *BODY)).meta
    return meta.number, meta.place, meta.date


@pytest.mark.parametrize(
    ("number", "date", "unsure", "known"),
    [
        ("Số: 45/BC-STP", "Gia Lai, ngày 02 tháng 4 năm 2026", [], ("45/BC-STP", "Gia Lai", "2026-04-02")),
        (
            "Số: 45/BC-STP",
            "Gia Lai, ngày 02 tháng 4 năm 2026",
            ["45/BC-STP"],
            (None, "Gia Lai", "2026-04-02"),
        ),
        ("Số: 42A 5/BC-STP", "Gia Lai, ngày 02 tháng 4 năm 2026", ["42A"], (None, "Gia Lai", "2026-04-02")),
        ("Số: 45/BC-STP", "Gia Lai, ngày 02 tháng 4 năm 2026", ["02"], ("45/BC-STP", "Gia Lai", None)),
        ("Số: /BC-STP", "Gia Lai, ngày ÍÔ_ tháng 4 năm 2026", ["ÍÔ_"], (None, "Gia Lai", None)),
        ("Số: 45/BC-STP", "Gia Lai, ngày Ơ1 tháng 4 năm 2026", [], ("45/BC-STP", "Gia Lai", None)),
    ],
)
def test_handwriting_on_a_scan_stays_unknown(
    number: str, date: str, unsure: list[str], known: tuple[str | None, str | None, str | None]
) -> None:
    assert _scanned(number, date, unsure) == known


@pytest.mark.parametrize("title", ["ÁNH THANH TRA", "PHÓ GIÁM ĐÓC", "HÁNH VĂN PHÒNG"])
def test_a_cut_title_is_no_signer(title: str) -> None:
    s = build(
        doc(
            *LEFT_RIGHT,
            *TITLE,
            *BODY,
            b("Nơi nhận:", column=0),
            b("- Lưu: VT.", column=0),
            bold(title, column=1),
        )
    )
    assert s.meta.signer is None
    assert s.meta.signer_title == title


def test_a_name_in_capitals_is_the_signer() -> None:
    s = build(
        doc(
            *LEFT_RIGHT, *TITLE, *BODY, b("Nơi nhận:", column=0), b("- Lưu: VT.", column=0),
            bold("GIÁM ĐỐC", column=1), bold("NGUYỄN VĂN PHONG", column=1),
        )
    )  # fmt: skip
    assert (s.meta.signer, s.meta.signer_title) == ("NGUYỄN VĂN PHONG", "GIÁM ĐỐC")


def test_a_title_under_a_pen_on_a_scan_is_named_and_left_out() -> None:
    tail = [b("Nơi nhận:", column=0), b("- Lưu: VT.", column=0)]
    signed = [bold(t, column=1, scan=True) for t in ("-#T, GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Văn Bình")]
    s = build(doc(*LEFT_RIGHT, *TITLE, *BODY, *tail, *signed))
    assert (s.meta.signer, s.meta.signer_title) == ("Lê Văn Bình", "PHÓ GIÁM ĐỐC")
    assert any("-#T" in warning.message for warning in s.warnings)


def test_a_title_beside_a_pen_claims_no_more_than_is_seen() -> None:
    tail = [b("Nơi nhận:", column=0), b("- Lưu: VT.", column=0)]
    signed = [bold(t, column=1, scan=True) for t in ("VT-GIÁM ĐỐC", "GIÁM ĐỐC", "Lê Văn Bình")]
    s = build(doc(*LEFT_RIGHT, *TITLE, *BODY, *tail, *signed))
    assert (s.meta.signer, s.meta.signer_title) == ("Lê Văn Bình", None)


def test_columns_on_a_page_after_the_signature_are_no_recipients() -> None:
    meta = build(
        doc(
            bold("I. KẾT QUẢ", page=1), b("Đã làm.", page=1), b("TM. ỦY BAN NHÂN DÂN", page=1),
            b("CHỦ TỊCH", page=1), b("Trần Văn Mẫu", page=1), b("Địa chỉ nơi in:", page=2, column=0),
            b("Số 1 phố Mẫu", page=2, column=1),
        )
    )  # fmt: skip
    assert (meta.meta.recipients, meta.meta.signer) == ([], "Trần Văn Mẫu")
    assert [x.text for x in meta.annexes] == ["Địa chỉ nơi in:\nSố 1 phố Mẫu"]


def test_recipients_that_run_overleaf_are_read() -> None:
    found = build(
        doc(
            bold("I. KẾT QUẢ", page=1), b("Đã làm.", page=1), b("Nơi nhận:", page=1, column=0),
            b("- Sở Mẫu;", page=1, column=0), b("- UBND xã Mẫu;", page=2, column=0),
            b("- Lưu: VT.", page=2, column=0), b("GIÁM ĐỐC", page=1, column=1),
            b("Trần Văn Mẫu", page=1, column=1),
        )
    ).meta  # fmt: skip
    assert (found.recipients, found.signer) == (["Sở Mẫu", "UBND xã Mẫu", "Lưu: VT"], "Trần Văn Mẫu")

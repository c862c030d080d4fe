"""Sentence borders, clauses and shortening of administrative prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transform.statements.sentences import Span, clauses, sentences, shorten


def said(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đã họp. Đã bàn.", ["Đã họp.", "Đã bàn."]),
        ("Họp tại TP. Quy Nhơn. Sau đó về.", ["Họp tại TP. Quy Nhơn.", "Sau đó về."]),
        ("Đồng chí ThS. Lê Na trình bày. Hội nghị biểu quyết.", ["Đồng chí ThS. Lê Na trình bày.",
        "Hội nghị biểu quyết."]),
        ("Có 1.900 hồ sơ, đạt 98,5%. Còn lại chờ.", ["Có 1.900 hồ sơ, đạt 98,5%.", "Còn lại chờ."]),
        ("Ngày 30.6.2025 kết thúc. Từ 01.7.2025 bắt đầu.", ["Ngày 30.6.2025 kết thúc.",
        "Từ 01.7.2025 bắt đầu."]),
        ("1. Rà soát quy chế. 2 đợt.", ["Rà soát quy chế.", "2 đợt."]),
        ("- Một việc;\n- Hai việc.", ["Một việc;", "Hai việc."]),
        ("a) Mở lớp.\nb) Cấp tài liệu.", ["Mở lớp.", "Cấp tài liệu."]),
        ("Gồm lúa, ngô, v.v. Năm sau trồng thêm.", ["Gồm lúa, ngô, v.v.", "Năm sau trồng thêm."]),
        ("Biển “Nói là làm.” được treo. Dân biết.", ["Biển “Nói là làm.” được treo.", "Dân biết."]),
        ("Lập tổ (gồm A. và B. cùng dự) rồi họp. Xong.", ["Lập tổ (gồm A. và B. cùng dự) rồi họp.", "Xong."]),
        ("Đạt … so với kế hoạch", ["Đạt … so với kế hoạch"]),
        ("Còn một số hạn chế:\nThiếu người.", ["Còn một số hạn chế:", "Thiếu người."]),
        ("   \n  \n", []),
        ("Có nên làm không? Nên!", ["Có nên làm không?", "Nên!"]),
    ],
)  # fmt: skip
def test_sentences(text, expected):
    assert said(text) == expected


@given(st.text(alphabet="Aaăđ. ;:,()“”…!?\n-12*", max_size=300))
def test_spans_are_ordered_within_the_text_and_never_blank(text):
    cursor = 0
    for span in sentences(text):
        assert cursor <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        assert "\n" not in text[span.start : span.end]
        cursor = span.end


@given(st.text(alphabet="ab c;()", min_size=1, max_size=200))
def test_clauses_cover_the_sentence_but_its_semicolons(text):
    parts = clauses(text, Span(0, len(text)), min_chars=5)
    joined = "".join(text[part.start : part.end] for part in parts)
    assert joined.replace(";", "").replace(" ", "") == text.replace(";", "").replace(" ", "")


def test_shorten_cuts_at_a_clause_border_and_never_inside_brackets():
    text = (
        "Mở lớp tập huấn cho trưởng thôn (gồm kỹ năng nói, kỹ năng nghe), cấp tài liệu, qua đó dân hiểu luật."
    )
    cut = shorten(text, Span(0, len(text)), 90)
    kept = text[: cut.end]
    assert kept == "Mở lớp tập huấn cho trưởng thôn (gồm kỹ năng nói, kỹ năng nghe), cấp tài liệu"


def test_a_quote_without_a_border_stays_whole():
    text = "Một câu rất dài không có dấu phẩy nào cả để có thể cắt ở chỗ thích hợp cho người đọc"
    assert shorten(text, Span(0, len(text)), 30) == Span(0, len(text))


@pytest.mark.parametrize(
    "end",
    [
        ", nhưng đến nay chưa được phê duyệt.",
        "; tuy nhiên kinh phí mới đáp ứng một nửa.",
        ", với điều kiện được cấp đủ 02 tỷ đồng.",
        ", nếu được bổ sung biên chế.",
    ],
)
def test_a_quote_is_not_cut_before_what_takes_it_back(end):
    text = "Xã đã hoàn thành đề án chỉnh lý tài liệu, gồm ba giai đoạn, giao một phòng chủ trì" + end
    assert shorten(text, Span(0, len(text)), 90) == Span(0, len(text))
    plain = text.removesuffix(end) + ", góp phần phục vụ việc tra cứu của người dân tại trụ sở."
    assert shorten(plain, Span(0, len(plain)), 90).end < len(plain)


def test_a_very_long_quote_is_cut_all_the_same():
    text = "Xã đã hoàn thành đề án, " + "giao từng phòng chủ trì, " * 20 + "nhưng chưa được phê duyệt."
    assert shorten(text, Span(0, len(text)), 90).end <= 90

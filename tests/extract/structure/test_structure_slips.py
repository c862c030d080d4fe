"""Slips of typing and quotations: what stays a section, what never becomes one."""

from __future__ import annotations

import pytest

from extract.blocks import Block, RawDocument
from extract.pdf.labels import begins_sentence, opens_point, opens_section
from extract.structure.build import build
from extract.structure.markers import parse


def _outline(*texts: str) -> list[tuple[str, int, str]]:
    blocks = [Block(kind="paragraph", text=t) for t in texts]
    structure = build(RawDocument("docx", "docx", blocks))
    return [(s.marker, s.level, s.title) for s in structure.sections]


def test_articles_quoted_as_paragraphs_open_no_section() -> None:
    read = _outline(
        "1. Cơ sở thực hiện", "Luật quy định:", "“Điều 8. Nguyên tắc phối hợp", "1. Chủ động, kịp thời.",
        "2. Đúng thẩm quyền được giao.”", "Đơn vị đã quán triệt đầy đủ các nội dung này.",
        "2. Kết quả bước đầu", "Các việc được giao đã hoàn thành trong quý.",
    )  # fmt: skip
    assert [marker for marker, _, _ in read] == ["1.", "2."]


def test_a_number_typed_twice_keeps_both_sections() -> None:
    text = "Đơn vị đã phân công người phụ trách từng việc và kiểm tra hằng tháng."
    titles = (
        "1. Công tác chỉ đạo",
        "2. Công tác tuyên truyền",
        "2. Công tác kiểm tra",
        "4. Công tác khen thưởng",
    )
    read = _outline(*(line for title in titles for line in (title, text)))
    assert [(marker, level) for marker, level, _ in read] == [("1.", 1), ("2.", 1), ("2.", 1), ("4.", 1)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [("I.2.Phối hợp công tác", "I.2."), ("B.1/ Quản lý biên chế", "B.1/"), ("I.2- Thực hiện", "I.2-")],
)
def test_letters_with_figures_take_every_sign(text: str, shown: str) -> None:
    marker = parse(text)
    assert marker is not None
    assert marker.shown == shown


@pytest.mark.parametrize(
    ("text", "begins"),
    [("Trong năm, đơn vị", True), ("Đáng chú ý, các phòng", True), ("Từ 01/7 đến nay", True),
     ("Ủy ban nhân dân xã", False), ("Gia Lai và các tỉnh", False), ("Bộ Nội vụ ban hành", False),
     ("Đảng ủy phường", False), ("các phòng", False)],
)  # fmt: skip
def test_sentences_and_names_at_the_start_of_a_line(text: str, begins: bool) -> None:
    assert begins_sentence(text) is begins


def test_labels_that_something_above_points_to_open_nothing() -> None:
    assert opens_point("a) Công tác chỉ đạo", "Kết quả đạt được")
    assert not opens_point("a) Nghị định này", "theo quy định tại điểm")
    assert opens_section("Mục 2. Kết quả", "TỒN TẠI, HẠN CHẾ")
    assert not opens_section("Mục 2. Kết quả", "nêu tại")

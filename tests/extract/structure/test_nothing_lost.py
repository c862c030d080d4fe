"""Whatever the blocks are, every word lands somewhere: in a part of the document or in a warning."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.blocks import Block, NoteCall, RawDocument, RawNote
from extract.structure import Structure, build

LINES = (
    "UBND TỈNH GIA LAI", "SỞ TƯ PHÁP", "Số: 45/BC-STP", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc", "Gia Lai, ngày 02 tháng 4 năm 2026", "BÁO CÁO", "Kết quả công tác năm 2025",  # noqa: E501
    "Đơn vị báo cáo kết quả như sau:", "I. KẾT QUẢ", "1. Thuận lợi", "a) Điểm thứ nhất;", "- Gạch đầu dòng",
    "A. PHẦN CHUNG", "Điều 5. Hiệu lực", "1.1. Mục con", "Phần I", "PHỤ LỤC", "Trên đây là báo cáo của Sở.",
    "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn An", "Một câu văn thường dài hơn một dòng, có dấu chấm ở cuối câu này.",  # noqa: E501
    "2. Khó khăn\na) Thiếu người", "II. Ô nhiễm; xử lý",
)  # fmt: skip

blocks = st.lists(
    st.builds(
        lambda text, bold, align, column, number: Block(
            text=text,
            bold=float(bold),
            bold_prefix=len(text) if bold else 0,
            align=align,
            column=column,
            number=number,
        ),
        st.sampled_from(LINES),
        st.booleans(),
        st.sampled_from([None, "center", "justify"]),
        st.sampled_from([None, None, None, 0, 1]),
        st.sampled_from([None, None, None, "I.", "1.", "a)", "-"]),
    ),
    max_size=25,
)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def everything(s: Structure) -> Counter[str]:
    m = s.meta
    parts = [*s.letterhead.left, *s.letterhead.right, s.preamble, s.closing, *(w.message for w in s.warnings)]
    parts += [
        m.doc_type,
        m.subject,
        *m.addressees,
        *m.recipients,
        m.signer,
        m.signer_title,
        m.signer_capacity,
    ]
    parts += [f"{x.marker} {x.title} {x.text}" for x in [*s.sections, *s.annexes]]
    return words("\n".join(p for p in parts if p))


@settings(max_examples=300, deadline=None)
@given(blocks)
def test_every_word_lands_somewhere(made: list[Block]) -> None:
    found = everything(build(RawDocument("docx", "test/1", made)))
    missing = words("\n".join(block.text for block in made)) - found
    assert not missing, missing


@settings(max_examples=200, deadline=None)
@given(blocks)
def test_paths_levels_and_pages_agree(made: list[Block]) -> None:
    for page, block in enumerate(made, 1):
        block.page = block.page_end = page
    s = build(RawDocument("pdf", "test/1", made, pages=len(made)))
    before = 0
    for section in s.sections:
        assert 1 <= section.level <= before + 1
        before = section.level
        assert bool(section.title) == (section.kind == "heading") or section.kind == "annex"
        assert [o for o, _ in section.page_starts] == sorted(o for o, _ in section.page_starts)
        assert all(0 <= o < len(section.text) for o, _ in section.page_starts)
        assert section.page is not None and section.page_end is not None and section.page <= section.page_end


@settings(max_examples=100, deadline=None)
@given(blocks, st.integers(0, 24), st.integers(0, 40))
def test_a_called_note_is_tied_to_the_section_of_its_call(made: list[Block], index: int, offset: int) -> None:
    if not made:
        return
    block = made[index % len(made)]
    at = min(offset, len(block.text))
    block.calls = [NoteCall(at, "k")]
    s = build(RawDocument("docx", "test/1", made, notes=[RawNote("k", 1, "Nội dung chú thích.")]))
    (note,) = s.footnotes
    if note.section_index is not None:
        assert note.section_marker_path == s.sections[note.section_index].path
    assert note.anchor is None or block.text.replace("\n", " ")[:at].endswith(note.anchor)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=12))
def test_any_text_is_taken(texts: list[str]) -> None:
    s = build(RawDocument("docx", "test/1", [Block(text=t) for t in texts]))
    assert isinstance(s.preamble, str)

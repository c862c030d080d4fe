"""What fuzzing found, each with the smallest input that showed it, made here."""

from __future__ import annotations

import io
import math
import time
import tracemalloc
import unicodedata
import zipfile

import docx_maker
import pdf_raw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfplumber.table import edges_to_intersections, intersections_to_cells

from extract.citations import find
from extract.document import read, read_text
from extract.encoding import count_syllables, match_key
from extract.encoding.damage import looks_damaged
from extract.errors import CorruptFile
from extract.figures import find_figures
from extract.model import to_json
from extract.pdf.lattice import cells_between
from extract.pdf.runs import quarter
from extract.sniff import sniff
from extract.structure import markers


def test_a_broken_member_named_mimetype_is_a_corrupt_file(tmp_path):
    """zlib.error is none of zipfile's own errors and came out of `sniff` as it was."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text" * 3)
    data = bytearray(target.getvalue())
    data[30 + len("mimetype")] ^= 0xFF
    path = tmp_path / "a.odt"
    path.write_bytes(data)
    with pytest.raises(CorruptFile):
        sniff(path)


@pytest.mark.parametrize("number", ["1" + ".000" * 200, "9" * 400, "1/" + "9" * 400, "10-" + "9" * 400])
def test_a_number_beyond_all_measure_is_no_figure(number):
    """float() makes infinity of it, which JSON cannot say."""
    text = f"Đơn vị có {number} người, 12 hộ."
    assert [figure.text for figure in find_figures(text)] == ["12 hộ"]
    assert to_json(read_text(text))


def test_an_ole_file_with_a_sector_of_gigabytes_is_corrupt_and_reserves_nothing(tmp_path):
    """A file of 1,571 bytes asked for 2 GB: MemoryError, told as the limit of memory."""
    path = tmp_path / "a.doc"
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\x00\x03\x00\xfe\xff\x1f\x00\x06\x00"
    path.write_bytes(header + bytes(2000))
    tracemalloc.start()
    try:
        with pytest.raises(CorruptFile):
            sniff(path)
        assert tracemalloc.get_traced_memory()[1] < 1 << 20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("text", ["ĥ\u00ad\u0309ng như trên", "gư\u00ad\u0301i đơn vị"])
def test_a_soft_hyphen_between_letter_and_tone_leaves_composed_text(text):
    document = read_text(f"I. Tình hình\nĐơn vị {text}.")
    assert unicodedata.is_normalized("NFC", document.sections[0].text)
    assert unicodedata.normalize("NFC", text.replace("\u00ad", "")) in document.sections[0].text


def test_a_superscript_between_a_letter_and_its_mark_is_no_call():
    document = read_text("I. Tình hình\nCán bo\u0323²\u0302 xã.\n² Ghi chú.")
    assert unicodedata.is_normalized("NFC", document.sections[0].text)


def test_a_superscript_between_letters_that_are_one_when_side_by_side_is_no_call():
    document = read_text("I. Tình hình\nCán bộ \u1100²\u1161 xã.\n² Ghi chú.")
    assert unicodedata.is_normalized("NFC", document.sections[0].text)


def test_a_text_direction_that_is_no_number_is_slanted():
    """A matrix of 3e38 times another is infinite, and infinite less infinite no number."""
    assert quarter(math.nan, 1.0) is None
    assert quarter(1.0, math.nan) is None


def test_the_key_of_a_ligature_with_a_tone_is_composed():
    assert match_key("ﬁ\u0301ng") == match_key("fíng") == "fíng"
    assert unicodedata.is_normalized("NFC", match_key("nguỵ\u0302n"))


def test_a_word_of_a_hundred_thousand_letters_is_counted_in_linear_time():
    """The pattern of symbols began anew at every letter: 5,000 letters took half a second."""
    start = time.perf_counter()
    assert count_syllables("A" * 100_000) == (0, 1)
    assert time.perf_counter() - start < 1.0


@pytest.mark.parametrize("filler", [" ", ".", "\u00a0", ", "])
def test_a_key_of_a_long_filler_is_made_in_linear_time(filler):
    """The spaces around a hyphen were looked for from every space: 20,000 dots took five seconds."""
    start = time.perf_counter()
    assert match_key("a" + filler * 50_000 + "- b") == "a-b"
    assert time.perf_counter() - start < 1.0


@pytest.mark.parametrize("pages", [1, 12])
def test_graph_paper_is_read_within_seconds(tmp_path, pages):
    """14,000 crossings took pdfplumber's finder of cells ten seconds a page and more."""
    lines = b"".join(b"%d 0 m %d 842 l S 0 %d m 595 %d l S " % (k, k, k, k) for k in range(5, 590, 5))
    data = pdf_raw.page(pdf_raw.lines(["So: 12/BC-STN"]) + b" " + lines)
    kids = b"/Kids [" + b"3 0 R " * pages + b"] /Count %d" % pages
    path = tmp_path / "a.pdf"
    path.write_bytes(data.replace(b"/Kids [3 0 R] /Count 1", kids))
    start = time.process_time()
    document = read(path)
    assert time.process_time() - start < 2.0 + 0.5 * pages
    assert document.file.pages == pages
    if pages == 1:  # on twelve pages the same line at the top is a running header
        assert "12/BC-STN" in to_json(document).decode()


def test_a_large_table_is_still_a_table(tmp_path):
    """45 rows of 20 columns, each cell a box of its own: more than any report prints on a page."""
    boxes = b"".join(
        b"%d %d 25 12 re S BT /F1 5 Tf %d %d Td (o%d) Tj ET "
        % (40 + 25 * (k % 20), 60 + 12 * (k // 20), 42 + 25 * (k % 20), 63 + 12 * (k // 20), k)
        for k in range(900)
    )
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_raw.page(boxes))
    (table,) = read(path).tables
    assert (len(table), len(table[0]), table[-1][0], table[0][-1]) == (45, 20, "o0", "o899")


_RULE = st.tuples(st.booleans(), st.integers(0, 6), st.integers(0, 6), st.integers(0, 6))


@settings(max_examples=150, deadline=None)
@given(st.lists(_RULE, max_size=14))
def test_cells_are_those_that_pdfplumber_finds(rules):
    edges = []
    for is_vertical, at, one, other in rules:
        start, end = 10.0 * min(one, other), 10.0 * max(one, other)
        x0, x1, top, bottom = (
            (at * 10.0, at * 10.0, start, end) if is_vertical else (start, end, at * 10.0, at * 10.0)
        )
        edges.append(
            {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "orientation": "v" if is_vertical else "h"}
        )
    crossings = edges_to_intersections(edges, 3.0, 3.0)
    assert cells_between(crossings) == intersections_to_cells(crossings)


@pytest.mark.parametrize("text", ["²", "Phần thứ ². Kết quả", "①", "Phần thứ ²"])
def test_digits_that_are_no_decimals_are_no_marker_and_no_fault(text):
    """`"²".isdigit()` holds and `int("²")` fails."""
    shown = read_text(f"I. Tình hình\nĐơn vị có nhiều cố gắng.\n{text}\nXong.")
    printed = [part for s in shown.sections for part in (s.marker, s.title, s.text)]
    assert text[-1] in " ".join([*printed, shown.closing, *(note.text for note in shown.footnotes)])
    markers.parse_label(text)


def test_a_number_of_thousands_of_digits_made_by_a_numbering_is_printed(tmp_path):
    """Python turns at most 4,300 digits into a number."""
    numbering = docx_maker.abstract(1, docx_maker.level(0, "decimal", "%1" * 600, start=99_999_999))
    body = docx_maker.numbered("Kết quả", 1)
    path = docx_maker.write(tmp_path / "a.docx", body, numbering=numbering + docx_maker.num(1, 1))
    assert "Kết quả" in to_json(read(path)).decode()


def test_codes_without_letters_inside_words_are_damage():
    """Too few to make the page garbage, and no word falls apart: they passed without a warning."""
    prose = "Đơn vị đã tổ chức hội nghị tuyên truyền cho cán bộ và nhân dân trên địa bàn toàn huyện. " * 4
    assert looks_damaged(prose) is None
    assert looks_damaged(prose.replace("tuyên", "tu\x01ên")) == "letters_lost"
    assert looks_damaged(prose.replace("huyện", "hu\ufffdện")) == "letters_lost"
    assert looks_damaged(prose.replace("tuyên truyền", "tuyên\x02truyền")) is None  # a hyphen at a line's end
    assert looks_damaged("\x01 Mục một\n\x01 Mục hai\n\x01 Mục ba") != "letters_lost"  # bullets


def test_halves_of_characters_in_text_do_not_break_the_output():
    document = read_text("I. Tình hình\nĐơn vị \ud800 có \ud83d\ude00 mười xã.")
    assert document.sections[0].text == "Đơn vị \ufffd có \U0001f600 mười xã."
    assert to_json(document)


@pytest.mark.parametrize("year", ["20İ2", "20ı2", "20l2"])
def test_letters_that_a_pattern_takes_for_i_are_digits_of_a_year(year):
    """Without regard to case `[I]` matches İ and ı too, and `int` failed on them."""
    (citation,) = find(f"Quyết định số 17/QĐ-UBND ngày 5 tháng 6 năm {year};")
    assert citation.date == "2012-06-05"

"""Widgets, legacy fonts, passwords, damage, scans, turned pages, merged letterheads."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import pdf_cases
import pdf_raw
import pytest
from pdf_sentences import paragraph, sentence
from pdf_typeset import Case, Layout, Raw, Text
from pdf_writer import Writer, font_path, width
from PIL import Image

from extract.blocks import RawDocument
from extract.errors import CorruptFile, EncryptedFile, FileTooLarge, NeedsTesseract
from extract.limits import Limits
from extract.pdf import read_pdf
from extract.pdf.lines import Line, Span, make_line
from extract.pdf.ocr import ScanPage

Read = Callable[[bytes], RawDocument]
needs_font = pytest.mark.skipif(font_path() is None, reason="Liberation Serif is not installed")


def texts(document: RawDocument) -> list[str]:
    return [block.text for block in document.blocks]


def test_number_that_stands_only_in_a_signature_field(read: Read) -> None:
    document = read(
        pdf_raw.with_widget(
            ["So:            /BC-UBND", "Kinh gui: " + "Uy ban nhan dan tinh, " * 3], "669", (110, 757)
        )
    )
    assert texts(document)[0] == "So: 669 /BC-UBND"


def test_tcvn3_by_font_name(read: Read) -> None:
    body = pdf_raw.lines(["QuyÕt ®Þnh sè 217-Q§/TW cña Bé ChÝnh trÞ"])
    document = read(pdf_raw.page(body, font=".VnTime"))
    assert texts(document) == ["Quyết định số 217-QĐ/TW của Bộ Chính trị"]


def test_vni_by_font_name(read: Read) -> None:
    body = pdf_raw.lines(["Quyeát ñònh cuûa Boä Chính trò"])
    document = read(pdf_raw.page(body, font="VNI-Times"))
    assert texts(document) == ["Quyết định của Bộ Chính trị"]


def test_tcvn3_whose_font_does_not_say_so(read: Read) -> None:
    line = "QuyÕt ®Þnh cña Bé ChÝnh trÞ vÒ c«ng t¸c d©n vËn cña c¬ quan nhµ n\xadíc, chÝnh quyÒn c¸c cÊp"
    document = read(pdf_raw.page(pdf_raw.lines([line, line])))
    assert "Quyết định của Bộ Chính trị về công tác dân vận" in texts(document)[0]
    assert document.warnings == []


def test_an_empty_password_opens_a_file(read: Read) -> None:
    assert texts(read(pdf_raw.encrypted(["Bao cao cong tac"]))) == ["Bao cao cong tac"]


def test_a_password_is_said(read: Read) -> None:
    with pytest.raises(EncryptedFile):
        read(pdf_raw.encrypted(["Bao cao cong tac"], b"bi mat"))


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"%PDF-1.4\n%%EOF", b"\x00" * 500, b"%PDF-1.5\n" + bytes(range(256)) * 20]
)
def test_broken_files(data: bytes, read: Read) -> None:
    with pytest.raises(CorruptFile):
        read(data)


def test_too_many_pages(tmp_path: Path) -> None:
    path = tmp_path / "dai.pdf"
    path.write_bytes(pdf_cases.layouts()[0].pdf())
    with pytest.raises(FileTooLarge, match="giới hạn 3 trang"):
        read_pdf(path, Limits(max_pages=3))


def scan(pages: int = 1) -> bytes:
    """Pages that are pictures of nothing legible."""
    writer = Writer()
    for _ in range(pages):
        writer.new_page()
        writer.image(Image.new("RGB", (60, 84), (250, 250, 245)), 0, 0, 595.3, 841.9)
    return writer.save()


def test_a_scan_needs_tesseract(read: Read, no_ocr: None) -> None:
    with pytest.raises(NeedsTesseract):
        read(scan(2))


class FakeEngine:
    """Sees one paragraph of two lines on every page."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, tuple[int, int]]] = []

    def available(self) -> bool:
        return True

    def read_page(self, page: ScanPage) -> list[Line]:
        self.seen.append((page.number, page.render(72).size))
        words = [("Thực", 120), ("hiện", 160), ("Kế", 85), ("hoạch", 110)]
        return [
            make_line([Span(text, x, x + 20, 100.0 + 18 * (index // 2), 14.0, confidence=0.9 - index / 10)])
            for index, (text, x) in enumerate(words)
        ]


@needs_font
def test_a_mixed_document_is_recognised_page_by_page(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = FakeEngine()
    monkeypatch.setattr("extract.pdf.reader.find_engine", lambda: engine)
    writer = Writer()
    writer.new_page()
    for row in range(30):
        writer.text(85, 80 + 20 * row, sentence(row)[:70], 14)
    writer.new_page()
    writer.image(Image.new("RGB", (60, 84), (250, 250, 245)), 0, 0, 595.3, 841.9)
    writer.text(200, 500, "BẢN SAO LƯU", 40, turn=math.radians(45))
    document = read(writer.save())
    assert engine.seen == [(2, (595, 841))]
    assert [(w.code, w.page) for w in document.warnings] == [("ocr_page", 2)]
    scanned = [block for block in document.blocks if block.scan]
    assert {block.page for block in scanned} == {2}
    assert " ".join(block.text for block in scanned) == "Thực hiện Kế hoạch"
    assert all(block.confidence is not None and 0.5 < block.confidence < 0.95 for block in scanned)
    assert document.format == "pdf"


@needs_font
def test_a_scanned_page_among_text_is_named(read: Read, no_ocr: None) -> None:
    writer = Writer()
    writer.new_page()
    for row in range(20):
        writer.text(85, 80 + 20 * row, sentence(row)[:70], 14)
    writer.new_page()
    writer.image(Image.new("RGB", (60, 84)), 0, 0, 595.3, 841.9)
    document = read(writer.save())
    assert [(w.code, w.page) for w in document.warnings] == [("no_text_layer", 2)]
    assert "tesseract" in document.warnings[0].message


@needs_font
def test_a_letterhead_printed_as_one_text_object_a_row(read: Read) -> None:
    writer = Writer()
    writer.new_page()
    rows = [
        ("UBND XÃ CỘNG HÒA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("VĂN PHÒNG", "Độc lập - Tự do - Hạnh phúc"),
        ("Số: 12/BC-VP", "Cộng Hòa, ngày 05 tháng 4 năm 2026"),
    ]
    for index, (left, right) in enumerate(rows):
        gap = " " * round((300 - 90 - width(left, 13)) / width(" ", 13))
        writer.text(90, 80 + 18 * index, left + gap + right, 13)
    for row in range(12):
        writer.text(85, 220 + 20 * row, sentence(row)[:75], 14)
    document = read(writer.save())
    assert [b.text for b in document.blocks if b.column == 0] == [left for left, _ in rows]
    assert [b.text for b in document.blocks if b.column == 1] == [right for _, right in rows]


@needs_font
@pytest.mark.parametrize("turns", [1, 2, 3])
def test_pages_with_rotate(turns: int, read: Read) -> None:
    """The same lines whichever way the page is stored, upright once /Rotate is applied."""
    page_width, page_height = (841.9, 595.3) if turns % 2 else (595.3, 841.9)
    writer = Writer()
    writer.new_page(page_width, page_height)
    wanted = [sentence(row)[:60].strip() for row in range(8)]
    angle = math.pi / 2 * turns
    for row, text in enumerate(wanted):
        x, y = 80.0, 90.0 + 24 * row  # where it shall be seen
        place = {
            1: (y, page_height - x),
            2: (page_width - x, page_height - y),
            3: (page_width - y, x),
        }[turns]
        writer.text(*place, text, 13, turn=angle)
    writer.set_rotation(turns)
    document = read(writer.save())
    assert " ".join(texts(document)) == " ".join(wanted)
    assert document.blocks[0].page == 1


def test_hyphen_at_a_line_end_stays_in_the_symbol(read: Read) -> None:
    """Narrow columns break symbols at every hyphen; none may be lost and none may gain a space."""
    text = " ".join(f"Kế hoạch số {n}69/KH-VPUBND, Quyết định số {n}17-QĐ/TW;" for n in range(1, 40))
    for right in ("2cm", "5cm", "8cm", "9.3cm"):
        case = Case("hyphens", (Text(text), Text(paragraph(3))), layout=Layout(right=right))
        assert texts(read(case.pdf())) == case.paragraphs


def test_text_set_sideways_is_read_upright(read: Read) -> None:
    """A landscape table printed sideways on a portrait page without /Rotate."""
    body = " ".join(f'#text("{sentence(n)}")' for n in range(6))
    inner = f"box(width: 22cm)[#set par(first-line-indent: 0pt)\n{body}]"
    markup = f"#page(margin: 2cm)[#rotate(-90deg, reflow: true, {inner})]"
    case = Case("sideways", (Text(paragraph(1, 4)), Raw(markup)))
    document = read(case.pdf())
    assert texts(document)[-1] == " ".join(sentence(n) for n in range(6))


def test_empty_page_is_no_scan(read: Read, no_ocr: None) -> None:
    case = Case("blank", (Text(paragraph(1, 5)), Raw("#pagebreak()\n#pagebreak()"), Text(paragraph(2, 5))))
    document = read(case.pdf())
    assert document.warnings == []
    assert texts(document) == case.paragraphs


@needs_font
def test_a_scanners_own_text_layer_is_said_to_be_one(read: Read, no_ocr: None) -> None:
    writer = Writer()
    writer.new_page()
    writer.image(Image.new("RGB", (60, 84), (250, 250, 245)), 0, 0, 595.3, 841.9)
    for row in range(12):
        writer.text(85, 80 + 20 * row, sentence(row)[:70], 14, hidden=True)
    document = read(writer.save())
    assert document.format == "scan"
    assert [(w.code, w.page) for w in document.warnings] == [("foreign_ocr", 1)]
    assert document.blocks
    assert all(block.scan for block in document.blocks)


@needs_font
def test_a_scanners_illegible_text_layer_is_read_again(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.pdf.reader.find_engine", FakeEngine)
    writer = Writer()
    writer.new_page()
    writer.image(Image.new("RGB", (60, 84), (250, 250, 245)), 0, 0, 595.3, 841.9)
    for row in range(12):
        writer.text(
            85, 80 + 20 * row, "Uy ban nh4n dan tfnh d& ph6i hpp rA so6t, bd sung quy trlnh", 14, hidden=True
        )
    document = read(writer.save())
    assert [w.code for w in document.warnings] == ["ocr_page"]
    assert "hoạch" in document.blocks[-1].text


@needs_font
def test_weight_of_fonts_whose_names_were_lost(read: Read) -> None:
    writer = Writer()
    writer.new_page()
    writer.text(85, 80, "1. Kết quả đạt được", 14, bold=True)
    writer.text(85, 110, "Đơn vị đã hoàn thành.", 14)
    data = writer.save()
    for name, number in ((b"LiberationSerif-Bold", b"1"), (b"LiberationSerif", b"2")):
        assert name in data
        data = data.replace(name, b"CIDFont+F" + number * (len(name) - 9))
    document = read(data)
    assert [(block.text, block.bold) for block in document.blocks] == [
        ("1. Kết quả đạt được", 1.0),
        ("Đơn vị đã hoàn thành.", 0.0),
    ]


@needs_font
@pytest.mark.parametrize("extra", [1.0, 3.0, 5.0, 9.0])
def test_spaced_out_letters_are_words(extra: float, read: Read) -> None:
    writer = Writer()
    writer.new_page()
    x = 180.0
    for letter in "BÁO CÁO KẾT QUẢ":
        if letter != " ":
            writer.text(x, 100, letter, 14, bold=True)
        x += width(letter, 14, True) + extra
    for row in range(8):
        writer.text(85, 150 + 20 * row, sentence(row)[:72], 14)
    assert texts(read(writer.save()))[0] == "BÁO CÁO KẾT QUẢ"


@needs_font
def test_letters_of_a_fallback_face_set_into_gaps(read: Read) -> None:
    """A face without Vietnamese letters: "Ph l c" first, then the letters that belong into the gaps."""
    text = "Phụ lục số 03 kèm theo Kế hoạch này, áp dụng từ năm 2026"
    missing = set("ụốếạừ")
    writer = Writer()
    writer.new_page()
    x, held, run, start = 85.0, [], "", 85.0
    for letter in text:
        if letter in missing:
            writer.text(start, 100, run, 14)
            held.append((x, letter))
            run, start = "", x + width(letter, 14)
        else:
            run += letter
        x += width(letter, 14)
    writer.text(start, 100, run, 14)
    for place, letter in held:
        writer.text(place, 100, letter, 14, italic=True)
    writer.text(85, 200, "Dòng sau.", 14)
    assert texts(read(writer.save())) == [text, "Dòng sau."]


def test_a_row_written_as_one_text_is_cut_at_the_rules(read: Read) -> None:
    """Some printers (cairo among them) write a table's whole row as one text object."""
    columns, tops = (85, 125, 285, 445), (700, 676, 652, 628)
    ruled = [f"{x} 628 m {x} 700 l S" for x in columns] + [f"85 {y} m 445 {y} l S" for y in tops]
    cells = [("STT", "So hieu", "Ghi chu"), ("1", "12/KH-STC", "nam 2024"), ("2", "45/KH-SNV", "da thay")]
    rows = [
        f"BT /F1 12 Tf 90 {y} Td [({one} ) {-wide(one, 40)} ({two} ) {-wide(two, 160)} ({three})] TJ ET"
        for y, (one, two, three) in zip((683, 659, 635), cells, strict=True)
    ]
    document = read(pdf_raw.page("\n".join([*ruled, *rows]).encode(), font="Courier"))
    table = next(block for block in document.blocks if block.kind == "table")
    assert table.cells == [list(row) for row in cells]


def wide(text: str, column: int) -> int:
    """Thousandths of an em (12 pt) from the end of `text` and a space to the column (0.6 em a letter)."""
    return round((column - 7.2 * (len(text) + 1)) / 12 * 1000)


def test_text_outside_the_crop_box_is_not_read(read: Read) -> None:
    shown = ["A line that is shown on the page.", "Another shown line."]
    parts = (pdf_raw.lines(shown), pdf_raw.lines(["Marks"], y=20.0), pdf_raw.lines(["Beside"], x=520.0))
    data = pdf_raw.page(b"\n".join(parts), extra="/CropBox [0 60 500 842]")
    assert " ".join(texts(read(data))) == " ".join(shown)

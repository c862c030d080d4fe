"""Tracked changes as they are printed: what an editor struck out is not read, what he added is."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from pdf_sentences import paragraph, sentence
from pdf_typeset import Case, Grid, Raw, Text, quoted
from pdf_writer import Writer, font_path, width

from extract.blocks import RawDocument
from extract.docx.reader import read_docx
from extract.pdf import read_pdf

Read = Callable[[bytes], RawDocument]
needs_font = pytest.mark.skipif(font_path() is None, reason="Liberation Serif is not installed")
EDITOR = (198, 40, 20)
Piece = tuple[str, str]
"""Text, and what an editor did with it: "" (nothing), "-" (struck out) or "+" (added)."""


def tracked(pieces: list[Piece]) -> str:
    """Markup of a paragraph with its changes shown."""
    shown = {"": "{}", "-": "#text(fill: red)[#strike[{}]]", "+": "#text(fill: red)[#underline[{}]]"}
    return "#par[" + "".join(shown[kind].format(quoted(text)) for text, kind in pieces) + "]"


def accepted(pieces: list[Piece]) -> str:
    return " ".join("".join(text for text, kind in pieces if kind != "-").split())


def changes(text: str, rng: Random, *, words: bool) -> list[Piece]:
    """Strike out stretches of a text, some followed by an addition; whole words, or cut anywhere."""
    pieces: list[Piece] = []
    while len(text) > 90:
        keep, gone = rng.randint(9, 50), rng.choice((2, 7, 20, 70, 190))
        if words:
            keep = text.index(" ", keep) + rng.choice((0, 1))
            gone = text.find(" ", keep + gone) + (text[keep] != " ") - keep
        if gone < 1 or len(text) < keep + gone + 30:
            break
        pieces += [(text[:keep], ""), (text[keep : keep + gone], "-")]
        spaced = (" " + "bổ sung") if text[keep] == " " else "bổ sung "
        pieces += [(spaced if words else "bổ sung", "+")] if rng.random() < 0.4 else []
        text = text[keep + gone :]
    return [*pieces, (text, "")]


def texts(document: RawDocument) -> list[str]:
    return [block.text for block in document.blocks]


def page_of(seed: int, *, words: bool) -> tuple[list[str], bytes]:
    """Return paragraphs as they are to be read, every second one with changes, and the page."""
    rng = Random(seed)
    changed = [changes(paragraph(seed + 7 * n, 4), rng, words=words) for n in range(6)]
    items = [item for n, one in enumerate(changed) for item in (Text(sentence(90 + n)), Raw(tracked(one)))]
    wanted = [text for n, one in enumerate(changed) for text in (sentence(90 + n), accepted(one))]
    return wanted, Case("tracked", tuple(items)).pdf()


@pytest.mark.parametrize("seed", range(12))
def test_struck_out_words_are_not_read(seed: int, read: Read) -> None:
    wanted, data = page_of(seed, words=True)
    document = read(data)
    assert texts(document) == wanted
    assert all(block.underline == 0 for block in document.blocks)


@pytest.mark.parametrize("seed", range(6))
def test_struck_out_letters_are_not_read(seed: int, read: Read) -> None:
    """At a line's end nothing tells whether the cut was in a word, so spaces are left out of account."""
    wanted, data = page_of(seed, words=False)
    assert [text.replace(" ", "") for text in texts(read(data))] == [text.replace(" ", "") for text in wanted]


def test_the_officer_is_told_where(read: Read) -> None:
    changed = Raw(tracked([("Đơn vị đã ", ""), ("rà soát ", "-"), ("hoàn thành ", "+"), ("12 việc.", "")]))
    pages = (Text(paragraph(1)), Raw("#pagebreak()"), changed, Raw("#pagebreak()"), changed, changed)
    warnings = read(Case("pages", pages).pdf()).warnings
    assert [(one.code, one.page) for one in warnings] == [("tracked_changes", 2)]
    assert "ở trang 2, 3: 3 chỗ" in warnings[0].message


@pytest.mark.parametrize(
    "markup",
    [
        "#strike[{}]",  # the author's own line
        "#text(fill: red)[{}]",
        "#strike(stroke: red)[{}]",
        "#text(fill: blue)[#strike(stroke: 0.8pt + red)[{}]]",
        "#text(fill: red)[#underline[{}]]",
        "#highlight(fill: rgb(255, 240, 0))[{}]",
    ],
)
def test_other_marks_leave_text_in_place(markup: str, read: Read) -> None:
    marked = (
        "#par[" + quoted("Sở đã ") + markup.format(quoted("điều chỉnh đề án")) + quoted(" trong quý.") + "]"
    )
    document = read(Case("marks", (Text(paragraph(3)), Raw(marked), Text(paragraph(5)))).pdf())
    assert texts(document)[1] == "Sở đã điều chỉnh đề án trong quý."
    assert document.warnings == []


def test_a_document_in_one_colour_keeps_its_struck_text(read: Read) -> None:
    body = (Text(paragraph(3)), Raw(f"#par[#strike[{quoted(sentence(8))}]]"), Text(paragraph(5)))
    case = Case("blue", (Raw("#set text(fill: rgb(0, 40, 160))"), *body))
    assert texts(read(case.pdf())) == [paragraph(3), sentence(8), paragraph(5)]


def test_paragraphs_around_one_that_is_gone(read: Read) -> None:
    gone = Raw(tracked([(paragraph(40, 3), "-")]))
    case = Case("gone", (Text(paragraph(1, 3)), gone, Text(paragraph(2, 3)), gone, gone, Text(sentence(3))))
    assert texts(read(case.pdf())) == [paragraph(1, 3), paragraph(2, 3), sentence(3)]


def test_a_cell_with_changes(read: Read) -> None:
    rows = (("STT", "Nội dung", "Số lượng"), ("1", "Hồ sơ trực tuyến", "37"), ("2", "Mô hình tự quản", "12"))
    struck = tracked([("4", "-"), ("37", "+")]).removeprefix("#par")
    cells = "[STT], [Nội dung], [Số lượng], [1], [Hồ sơ trực tuyến], X, [2], [Mô hình tự quản], [12]"
    case = Case(
        "cell", (Text(paragraph(1)), Grid(rows, markup=cells.replace("X", struck)), Text(paragraph(2)))
    )
    tables = [block.cells for block in read(case.pdf()).blocks if block.kind == "table"]
    assert tables == case.tables


@needs_font
@pytest.mark.parametrize("height", [2.4, 3.6, 5.0])
@pytest.mark.parametrize("whole", [True, False])
def test_lines_drawn_as_rectangles_over_words_of_their_own(height: float, whole: bool, read: Read) -> None:
    """Word fills a rectangle; a bar in the margin stands beside every changed line."""
    writer = Writer()
    writer.new_page()
    for row in range(8):
        y = 100 + 22 * row
        x = 85.0
        for text, kind in (
            ("Kết quả ", ""),
            ("rất tốt", "-"),
            ("đạt 98%", "+"),
            (" so với kế hoạch giao.", ""),
        ):
            colour = EDITOR if kind else (0, 0, 0)
            parts = [text] if whole or not kind else text.split(" ")
            left = x
            for part in parts:
                x = writer.text(x, y, part, 13, colour=colour) + (width(" ", 13) if len(parts) > 1 else 0)
            if kind:
                at = y - height if kind == "-" else y + 1.6
                writer.rule(left, at - 0.3, x - (width(" ", 13) if len(parts) > 1 else 0), at + 0.3, EDITOR)
        writer.rule(70, y - 12, 70.7, y + 6)
    document = read(writer.save())
    assert " ".join(texts(document)) == " ".join(["Kết quả đạt 98% so với kế hoạch giao."] * 8)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_prints_what_the_docx_says(tmp_path: Path) -> None:
    """The same file read as DOCX and as the PDF printed of it gives the same paragraphs."""
    path = tmp_path / "sua.docx"
    rng = Random(5)
    paragraphs = [changes(paragraph(3 * n, 3), rng, words=True) for n in range(1, 9)]
    with zipfile.ZipFile(path, "w") as package:
        for name, content in _package(paragraphs).items():
            package.writestr(name, content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    printed, written = read_pdf(path.with_suffix(".pdf")), read_docx(path)
    assert texts(printed) == texts(written)
    assert [one.code for one in printed.warnings] == [one.code for one in written.warnings]


def _package(paragraphs: list[list[Piece]]) -> dict[str, str]:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    office = "http://schemas.openxmlformats.org"
    who = 'w:author="Trần Văn Ba" w:date="2025-11-02T08:00:00Z"'
    body, number = [], 0
    for one in paragraphs:
        runs = []
        for text, kind in one:
            number += 1
            font = '<w:rPr><w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif"/></w:rPr>'
            tag = "delText" if kind == "-" else "t"
            run = f'<w:r>{font}<w:{tag} xml:space="preserve">{text.replace("&", "&amp;")}</w:{tag}></w:r>'
            wrap = {"-": "del", "+": "ins"}.get(kind)
            runs.append(f'<w:{wrap} w:id="{number}" {who}>{run}</w:{wrap}>' if wrap else run)
        layout = '<w:spacing w:before="120"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>'
        body.append(f"<w:p><w:pPr>{layout}</w:pPr>{''.join(runs)}</w:p>")
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{office}/package/2006/content-types"><Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{office}/package/2006/relationships"><Relationship Id="r1"'
            f' Type="{office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
            "</Relationships>"
        ),
        "word/document.xml": f"<w:document {w}><w:body>{''.join(body)}</w:body></w:document>",
    }

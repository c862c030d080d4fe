"""Spoiled scans of reports whose text is known, read back from the picture."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from scan_maker import Spoil, scan, spoil
from variant_layout import lay_out
from variant_list import variants
from variant_pdf import write_pdf
from variant_score import strict_f1

from extract.document import read
from extract.model import Document, to_json
from extract.ocr import available
from extract.ocr.reading import read_picture
from flows.demo.compose import Report, compose
from flows.demo.names import bodies
from flows.demo.write_pdf import pdf_bytes

pytestmark = [
    pytest.mark.tesseract,
    pytest.mark.slow,
    pytest.mark.skipif(not available(), reason="needs tesseract with Vietnamese data"),
]
_PAGES = 2
_FONT = ImageFont.load_default(52)


@cache
def _typeset() -> tuple[Report, bytes]:
    report = compose(bodies(12)[3])
    return report, pdf_bytes(report)


def _outline(document: Document) -> Counter[tuple[str, int, str]]:
    return Counter(
        (s.marker, s.level, s.title.rstrip(".:").casefold()) for s in document.sections if s.kind == "heading"
    )


@cache
def _gold(folder: Path) -> Document:
    """Read the text layer of the same pages."""
    import pypdfium2

    source = pypdfium2.PdfDocument(_typeset()[1])
    part = pypdfium2.PdfDocument.new()
    part.import_pages(source, list(range(min(_PAGES, len(source)))))
    path = folder / "gold.pdf"
    part.save(str(path))
    return read(path)


def _f1(gold: Counter[tuple[str, int, str]], found: Counter[tuple[str, int, str]]) -> float:
    return 2 * (gold & found).total() / max(1, gold.total() + found.total())


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return _gold(tmp_path_factory.mktemp("gold"))


@pytest.mark.parametrize(
    ("how", "goal"),
    [
        pytest.param(Spoil(dpi=150, skew=2.0, seal=True, jpeg=60), 0.85, id="150dpi-skew-seal"),
        pytest.param(
            Spoil(dpi=150, skew=-2.0, seal=True, seal_at=(0.35, 0.3), jpeg=75, grain=8, paper=235), 0.85,
            id="150dpi-seal-over-headings",
        ),
        pytest.param(Spoil(dpi=200, skew=-2.0, grain=12, paper=215, specks=900), 0.9, id="grey-specks"),
        pytest.param(Spoil(dpi=200, turn=2, shadow=True, strokes=True), 0.9, id="upside-down-shadow"),
        pytest.param(Spoil(dpi=200, turn=1), 0.9, id="sideways"),
        pytest.param(Spoil(dpi=200, ink=(30, 45, 150), slope=70, jpeg=80), 0.9, id="blue-print-shaded-paper"),
        pytest.param(Spoil(dpi=300, bilevel=True, specks=400), 0.95, id="fax"),
    ],
)  # fmt: skip
def test_outline_of_a_spoiled_scan(tmp_path: Path, gold: Document, how: Spoil, goal: float) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(scan(_typeset()[1], how, _PAGES))
    found = read(path)
    assert _f1(_outline(gold), _outline(found)) >= goal
    assert all(s.scan and s.confidence is not None for s in found.sections if s.text)
    assert [note.section_marker_path for note in found.footnotes] == [
        note.section_marker_path for note in gold.footnotes
    ]
    assert found.meta.number == gold.meta.number
    assert found.meta.date == gold.meta.date


@pytest.mark.parametrize(
    ("name", "how", "goal"),
    [
        ("decimal_flood", Spoil(dpi=150, skew=-2.0, seal=True, jpeg=75), 0.85),
        # a seal in the middle of every page lies on its headings
        ("lettered_digital", Spoil(dpi=150, skew=2.0, seal=True, seal_at=(0.4, 0.45), jpeg=60), 0.9),
        ("run_in_colon_flood", Spoil(dpi=150, skew=-2.0, seal=True, seal_at=(0.4, 0.45), jpeg=60), 0.85),
        ("party_culture", Spoil(dpi=150, skew=-2.0, seal=True, seal_at=(0.4, 0.45), grey=True), 0.85),
        ("chapters", Spoil(dpi=200, skew=-0.7, grain=6, paper=240), 0.85),
    ],
)
def test_other_layouts_on_a_scan(tmp_path: Path, name: str, how: Spoil, goal: float) -> None:
    variant = next(one for one in variants() if one.name == name)
    printed = lay_out(variant)
    typeset, path = tmp_path / "typeset.pdf", tmp_path / "scan.pdf"
    write_pdf(printed, variant.looks, typeset)
    path.write_bytes(scan(typeset.read_bytes(), how, pages=9))
    found = json.loads(to_json(read(path)))
    assert strict_f1(printed.gold["sections"], found["sections"]) >= goal
    assert [note["section_marker_path"] for note in found["footnotes"]] == [
        note["section_marker_path"] for note in printed.gold["footnotes"]
    ]
    # the same grid; a cell may hold a misread letter
    assert [[len(row) for row in table] for table in found["tables"]] == [
        [len(row) for row in table] for table in printed.gold["tables"]
    ]


def test_text_and_scanned_pages_in_one_file(tmp_path: Path, gold: Document) -> None:
    import pypdfium2

    pictures = pypdfium2.PdfDocument(scan(_typeset()[1], Spoil(dpi=200, skew=0.6, jpeg=80), _PAGES))
    mixed = pypdfium2.PdfDocument.new()
    mixed.import_pages(pypdfium2.PdfDocument(_typeset()[1]), [0])
    mixed.import_pages(pictures, [1])
    path = tmp_path / "mixed.pdf"
    mixed.save(str(path))
    found = read(path)
    assert found.file.format == "pdf"
    assert _f1(_outline(gold), _outline(found)) >= 0.95
    assert {s.page for s in found.sections if s.scan and s.page_end == s.page} == {2}
    assert [w.page for w in found.warnings if w.code == "ocr_page"] == [2]


def test_page_almost_blank_is_read(tmp_path: Path) -> None:
    page = Image.new("RGB", (1240, 1754), "white")
    ImageDraw.Draw(page).text((700, 200), "Nguyen Van An", fill="black", font=ImageFont.load_default(28))
    picture = spoil(page, Spoil(dpi=150, grain=10, paper=225, specks=300))
    reading = read_picture(picture.resize((2480, 3508)))
    text = " ".join(word.text for line in reading.lines for word in line.words)
    assert text.rstrip(".") == "Nguyen Van An"


def test_stamped_name_in_colour_is_read_and_the_seal_is_not() -> None:
    page = Image.new("RGB", (2480, 3508), "white")
    draw = ImageDraw.Draw(page)
    for row in range(12):
        draw.text((300, 300 + 90 * row), "Bao cao cong tac thang sau cua xa", fill="black", font=_FONT)
    draw.text((1500, 2200), "Tran Van Minh", fill=(210, 30, 40), font=_FONT)
    draw.ellipse((700, 1900, 1120, 2320), outline=(210, 30, 40), width=9)
    draw.text((830, 2080), "UY BAN", fill=(210, 30, 40), font=_FONT)
    text = [" ".join(word.text for word in line.words) for line in read_picture(page).lines]
    assert "Tran Van Minh" in text
    assert not any("UY BAN" in line for line in text)
    assert len(text) == 13

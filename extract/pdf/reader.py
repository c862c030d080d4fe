"""`read_pdf`: the steps from a file to a `RawDocument`, in order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extract import progress
from extract.blocks import RawDocument, RawWarning
from extract.encoding import display
from extract.errors import FileTooLarge, NeedsTesseract
from extract.limits import DEFAULT, Limits
from extract.pdf.cells import continue_table
from extract.pdf.columns import order_lines
from extract.pdf.compose import compose
from extract.pdf.furniture import remove_furniture, remove_ornaments
from extract.pdf.linenumbers import remove_line_numbers
from extract.pdf.lines import Line, build_rows, make_line
from extract.pdf.margins import measure
from extract.pdf.mend import is_mendable, mend_rows, sound_fonts
from extract.pdf.notecalls import bind_calls
from extract.pdf.notes import Note, raw_notes, take_notes
from extract.pdf.ocr import Engine, ScanPage, find_engine
from extract.pdf.page import Page, PdfFile
from extract.pdf.paragraphs import build_blocks
from extract.pdf.stamps import lift_stamps
from extract.pdf.tables import Table, find_tables
from extract.pdf.textlayer import Verdict, judge_pages

READER = "pdf/3"

_UNREAD = {
    "scan": (
        "no_text_layer",
        "Trang {page} là ảnh quét, chưa đọc được chữ. Đề nghị cài tesseract-ocr và tesseract-ocr-vie,"
        " hoặc đề nghị cơ quan gửi bản .docx.",
    ),
    "damaged": (
        "damaged_text",
        "Lớp chữ của trang {page} bị mất hoặc sai chữ (lỗi phông);"
        " nội dung đọc được có thể không đúng bản in."
        " Đề nghị đối chiếu bản in hoặc đề nghị cơ quan gửi bản .docx.",
    ),
}
_BROKEN = "Không mở được trang {page} của tệp; nội dung trang này chưa được đọc."
_TOO_LARGE = "Ảnh của trang {page} vượt giới hạn cho phép nên chưa nhận dạng; đề nghị xem bản gốc. "
_ILLEGIBLE = "Trang {page} là ảnh quét, nhận dạng không ra chữ; đề nghị xem bản gốc."
_LAYER = "Trang {page} là ảnh quét kèm lớp chữ do máy quét nhận dạng; đề nghị đối chiếu với bản gốc."
_RECOGNISED = "Trang {page} được đọc bằng nhận dạng chữ (OCR); đề nghị đối chiếu với bản gốc."
_MENDED = (
    "Các dòng dùng phông lỗi ở trang {page} được đọc bằng nhận dạng chữ (OCR); đề nghị đối chiếu với bản gốc."
)
_DELETED = (
    "Bản in còn vết sửa (track changes) ở trang {pages}: {count} chỗ chữ khác màu, có gạch ngang."
    " Phần mềm đọc bản đã chấp nhận mọi sửa đổi, không đọc chữ gạch ngang ở các chỗ này;"
    " đề nghị đối chiếu với bản gốc."
)


def read_pdf(path: Path, limits: Limits = DEFAULT) -> RawDocument:
    """Read a PDF, text pages by pdfium, scanned pages by OCR where it is installed.

    Raises EncryptedFile, CorruptFile, FileTooLarge or NeedsTesseract (no page has text).
    """
    document = RawDocument(format="pdf", reader=READER)
    with PdfFile(path, limits) as file:
        pages = list(file.pages())
        for page in pages:
            document.stamps.extend(lift_stamps(page))
            remove_ornaments(page)
        _recognise(file, pages, document)
    document.pages = len(pages)
    _tell_deleted(pages, document)
    remove_line_numbers(pages)
    tables = {page.number: find_tables(page) for page in pages}
    remove_furniture(pages)
    notes = take_notes(pages)
    items = _in_order(pages, tables)
    lines = [item for item in items if isinstance(item, Line)]
    margins = measure(pages, lines)
    bind_calls([*lines, *(line for item in items if isinstance(item, Table) for line in item.lines)], notes)
    document.blocks = build_blocks(items, margins)
    document.notes = raw_notes(notes, {note.key: _note_text(note) for note in notes})
    return document


def _tell_deleted(pages: Sequence[Page], document: RawDocument) -> None:
    """Warn once of tracked deletions that were left out, with their pages and number."""
    changed = [page for page in pages if page.deleted]
    if changed:
        numbers = ", ".join(str(page.number) for page in changed)
        message = _DELETED.format(pages=numbers, count=sum(page.deleted for page in changed))
        document.warnings.append(RawWarning("tracked_changes", message, changed[0].number))


def _recognise(file: PdfFile, pages: Sequence[Page], document: RawDocument) -> None:
    """Put recognised rows into pages without a usable text layer, with a warning for each page."""
    verdicts = judge_pages(pages)
    doubtful = {page.number for page in pages if page.broken or verdicts[page.number] in _UNREAD}
    engine = find_engine() if doubtful else None
    kinds = set(verdicts.values())
    if engine is None and "scan" in kinds and not kinds & {"text", "layer", "damaged"}:
        raise NeedsTesseract(f"({len(doubtful)} trang)")
    if kinds <= {"scan", "layer", "blank"} and kinds != {"blank"}:
        document.format = "scan"
    sound = sound_fonts(pages) if "damaged" in kinds else frozenset[str]()
    for page in pages:
        if page.number in doubtful:
            document.warnings.append(_read_scan(file, page, verdicts[page.number], engine, sound))
            document.stamps.extend(lift_stamps(page))
            remove_ornaments(page)
        elif verdicts[page.number] == "layer":
            page.scan = True
            document.warnings.append(RawWarning("foreign_ocr", _LAYER.format(page=page.number), page.number))
        for line in (line for row in page.rows for line in row):
            line.scan = line.scan or page.scan


def _read_scan(
    file: PdfFile, page: Page, verdict: Verdict, engine: Engine | None, sound: frozenset[str]
) -> RawWarning:
    """Recognise one page and say what became of it."""
    if page.broken:
        return RawWarning("broken_page", _BROKEN.format(page=page.number), page.number)
    if engine is None:
        code, message = _UNREAD[verdict]
        return RawWarning(code, message.format(page=page.number), page.number)
    progress.extend(file.limits.seconds_per_scan_page)
    scan = ScanPage(page.number, page.width, page.height, lambda dpi: file.render(page.number - 1, dpi))
    try:
        pieces = engine.read_page(scan)
    except FileTooLarge as error:
        return RawWarning("no_text_layer", _TOO_LARGE.format(page=page.number) + error.detail, page.number)
    if not pieces and verdict == "damaged":
        code, message = _UNREAD[verdict]
        return RawWarning(code, message.format(page=page.number), page.number)
    if not pieces:
        return RawWarning("no_text_layer", _ILLEGIBLE.format(page=page.number), page.number)
    for span in (span for piece in pieces for span in piece.spans):
        span.text = display(span.text)
    lines = [make_line(piece.spans, spaced=piece.spaced) for piece in pieces]
    message = _RECOGNISED
    if verdict == "damaged" and is_mendable(page, sound):
        page.rows, message = mend_rows(page.rows, lines, sound), _MENDED
    else:
        page.rows, page.scan = build_rows(lines), True
    if not page.graphics.horizontal and not page.graphics.vertical:
        page.graphics.horizontal, page.graphics.vertical = scan.rules.horizontal, scan.rules.vertical
    for row in page.rows:
        for line in row:
            line.page = page.number
    return RawWarning("ocr_page", message.format(page=page.number), page.number)


def _in_order(pages: Sequence[Page], tables: dict[int, list[Table]]) -> list[Line | Table]:
    """Lines and tables of all pages in reading order; a table that goes on overleaf is one table."""
    items: list[Line | Table] = []
    area = 0
    for page in pages:
        start = 0
        for table in tables[page.number]:
            stop = next((i for i, row in enumerate(page.rows) if row[0].base > table.top), len(page.rows))
            lines, area = order_lines(page.rows[start : max(start, stop)], page.width, area)
            items.extend(lines)
            start = max(start, stop)
            last = items[-1] if items else None
            if not (isinstance(last, Table) and continue_table(last, table)):
                items.append(table)
        lines, area = order_lines(page.rows[start:], page.width, area)
        items.extend(lines)
    return items


def _note_text(note: Note) -> str:
    return compose(note.lines).text if note.lines else ""

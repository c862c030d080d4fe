"""agencies and register as CSV (any usual delimiter, with or without BOM) or as XLSX, with line numbers."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from extract.encoding import nfc
from transform.campaign.faults import Fault

MAX_BYTES = 16 * 1024 * 1024
MAX_UNZIPPED = 128 * 1024 * 1024
MAX_ROWS = 20_000
_DELIMITERS = (",", ";", "\t")


@dataclass(slots=True)
class Sheet:
    """Rows as dicts of non-blank texts (times as ISO), each with its line; and what was wrong."""

    file: str
    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_sheet(path: Path, columns: Sequence[str], needed: Sequence[str]) -> Sheet:
    """Read `path`; columns outside `columns` and missing `needed` ones are faults."""
    sheet = Sheet(path.name)
    try:
        if path.stat().st_size > MAX_BYTES:
            sheet.faults.append(Fault(path.name, 0, "Tệp quá lớn so với một danh sách."))
            return sheet
        lines = _xlsx_lines(path) if path.suffix.lower() == ".xlsx" else _csv_lines(path)
        _fill(sheet, lines, columns, needed)
    except UnicodeDecodeError:
        sheet.faults.append(Fault(path.name, 0, "Tệp phải lưu ở bảng mã UTF-8 (trong Excel: CSV UTF-8)."))
    except (OSError, zipfile.BadZipFile, csv.Error, ValueError, KeyError) as error:
        sheet.faults.append(Fault(path.name, 0, f"Không đọc được tệp ({type(error).__name__})."))
    return sheet


def _fill(
    sheet: Sheet, lines: Iterable[tuple[int, list[str]]], columns: Sequence[str], needed: Sequence[str]
) -> None:
    header: list[str] | None = None
    for line, cells in lines:
        if not any(cells):
            continue
        if header is None:
            header = [cell.strip().casefold() for cell in cells]
            sheet.faults += _header_faults(sheet.file, line, header, columns, needed)
            continue
        if any(cells[len(header) :]):
            sheet.faults.append(
                Fault(sheet.file, line, f"Có {len(cells)} ô trong khi chỉ có {len(header)} cột.")
            )
        if len(sheet.rows) >= MAX_ROWS:
            sheet.faults.append(Fault(sheet.file, line, f"Quá {MAX_ROWS} dòng."))
            return
        row = {name: cell for name, cell in zip(header, cells, strict=False) if cell and name in columns}
        sheet.rows.append((line, row))
    if header is None:
        sheet.faults.append(
            Fault(sheet.file, 1, f"Tệp trống; dòng đầu phải có các cột: {', '.join(columns)}.")
        )


def _header_faults(
    file: str, line: int, header: list[str], columns: Sequence[str], needed: Sequence[str]
) -> list[Fault]:
    named = [name for name in header if name]
    faults = [Fault(file, line, f"Thiếu cột «{name}».") for name in needed if name not in named]
    for name in dict.fromkeys(named):
        if name not in columns:
            faults.append(Fault(file, line, f"Cột «{name}» không có trong quy định ({', '.join(columns)})."))
        if named.count(name) > 1:
            faults.append(Fault(file, line, f"Cột «{name}» ghi hai lần."))
    return faults


def _csv_lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    data = path.read_bytes()
    text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    start = 1
    for cells in reader:
        yield start, [nfc(cell).strip() for cell in cells]
        start = reader.line_num + 1


def _xlsx_lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """First sheet, values as stored: formulas are not computed, links not followed."""
    import openpyxl

    with zipfile.ZipFile(path) as archive:
        if sum(info.file_size for info in archive.infolist()) > MAX_UNZIPPED:
            raise ValueError(path.name)
    book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    try:
        sheet = book.worksheets[0]
        for line, row in enumerate(
            sheet.iter_rows(values_only=True, max_col=50, max_row=MAX_ROWS + 10), start=1
        ):
            yield line, [_cell(value) for value in row]
    finally:
        book.close()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        midnight = isinstance(value, datetime) and value.time() == datetime.min.time()
        return value.date().isoformat() if midnight and isinstance(value, datetime) else value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return nfc(str(value)).strip()

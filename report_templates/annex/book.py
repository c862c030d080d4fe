"""A workbook whose cells are text as written: nothing an agency typed can become a formula or a link."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import islice

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from report_templates.ooxml import clean, repack
from report_templates.shared.format import local

Cell = str | int | float | None
_LIMIT = 32_000
"""Characters of a cell (Excel allows 32 767)."""
_ROWS = 1_000_000
"""Rows of a sheet (Excel allows 1 048 576); more go on in a sheet with a letter."""


@dataclass(frozen=True, slots=True)
class Column:
    """Header and width in characters; `number` right-aligns and writes figures as numbers."""

    header: str
    width: float
    number: bool = False


class Book:
    """Collects sheets in order; `data` gives the bytes, the same for the same cells and `as_of`."""

    def __init__(self, as_of: datetime, title: str) -> None:
        self._buffer = BytesIO()
        # Row by row to disk: half a million sources must not lie in memory as cells.
        self._book = xlsxwriter.Workbook(
            self._buffer,
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        moment = local(as_of).replace(tzinfo=None, microsecond=0)
        self._book.set_properties({"title": clean(title), "author": "tonghop", "created": moment})
        base = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
        self._title = self._book.add_format({**base, "bold": True, "font_size": 14, "text_wrap": False})
        self._note = self._book.add_format({**base, "italic": True, "text_wrap": False})
        head = {**base, "bold": True, "text_wrap": True, "border": 1, "align": "center", "valign": "vcenter"}
        self._head = self._book.add_format({**head, "bg_color": "#E7E6E6"})
        self._text = self._book.add_format({**base, "text_wrap": True, "border": 1, "num_format": "@"})
        self._number = self._book.add_format({**base, "border": 1, "num_format": "#,##0.######"})

    def sheet(
        self, name: str, title: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]], note: str = ""
    ) -> int:
        """Add a sheet: title line, header that repeats in print, rows; return the number of rows."""
        iterator = iter(rows)
        total, part = 0, 0
        while True:
            chunk = list(islice(iterator, 1)) if part else None
            if part and not chunk:
                return total
            suffix = chr(ord("a") + part) if part else ""
            sheet = self._open(f"{name}{suffix}"[:31], title, columns, note)
            total += self._rows(sheet, columns, _chained(chunk, islice(iterator, _ROWS)))
            part += 1

    def _open(self, name: str, title: str, columns: Sequence[Column], note: str) -> Worksheet:
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(2)
        sheet.freeze_panes(3, 0)
        sheet.set_footer("&C&P/&N")
        for index, column in enumerate(columns):
            sheet.set_column(index, index, column.width)
        sheet.write_string(0, 0, clean(title), self._title)
        sheet.write_string(1, 0, clean(note), self._note)
        for index, column in enumerate(columns):
            sheet.write_string(2, index, column.header, self._head)
        return sheet

    def _rows(self, sheet: Worksheet, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> int:
        place = 2
        for place, row in enumerate(rows, start=3):
            for index, (column, value) in enumerate(zip(columns, row, strict=True)):
                if column.number and isinstance(value, int | float):
                    sheet.write_number(place, index, value, self._number)
                else:
                    sheet.write_string(place, index, _cell(value), self._text)
        sheet.autofilter(2, 0, max(place, 3), len(columns) - 1)
        return place - 2

    def data(self) -> bytes:
        """Close the workbook and return its bytes."""
        self._book.close()
        return repack(self._buffer)


def _chained(
    first: Iterable[Sequence[Cell]] | None, rest: Iterable[Sequence[Cell]]
) -> Iterable[Sequence[Cell]]:
    yield from first or ()
    yield from rest


def _cell(value: Cell) -> str:
    text = "" if value is None else clean(str(value))
    return text if len(text) <= _LIMIT else f"{text[:_LIMIT]} … (nội dung dài, xem kho dữ liệu)"

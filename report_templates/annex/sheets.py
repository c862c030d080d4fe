"""Sheets made of the report's sentences: what moved, statements of some kinds, and all sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import duckdb

from report_templates.annex import labels
from report_templates.annex.book import Book, Cell, Column
from report_templates.annex.labels import label
from report_templates.provincial.data import Facts
from report_templates.provincial.sentences import Sentence, Source, read_sentences

Connection = duckdb.DuckDBPyConnection
STT = Column("STT", 6, True)


def numbered(found: Iterable[Sequence[Cell]]) -> Iterator[list[Cell]]:
    """Put a running number before each row."""
    for place, row in enumerate(found, start=1):
        yield [place, *row]


def add_changes(book: Book, facts: Facts) -> None:
    """Sheet 0: who came in, which sentences, counts and figures moved."""
    columns = [
        STT, Column("Loại thay đổi", 22), Column("Mục", 12), Column("Nội dung", 60), Column("Trước", 60),
        Column("Nay", 60),
    ]  # fmt: skip
    found = [
        (label(labels.CHANGES, one.kind), one.outline_path, one.message, one.before, one.after)
        for one in facts.moved
    ]
    note = "" if found else "Không có thay đổi so với lần chạy trước, hoặc đây là lần chạy đầu."
    book.sheet("0. Thay đổi", "Thay đổi so với lần trước", columns, numbered(found), note)


@dataclass(frozen=True, slots=True)
class Kinds:
    """A sheet of statements of some kinds; `group` heads the column of their groups."""

    name: str
    title: str
    kinds: tuple[str, ...]
    group: str


def add_statements(book: Book, con: Connection, facts: Facts, sheet: Kinds) -> None:
    """Write statements of some kinds with the agencies behind them and the quotes, in report order."""
    columns = [
        STT, Column("Mục", 10), Column(sheet.group, 26), Column("Nội dung", 70),
        Column("Số cơ quan", 9, True), Column("Cơ quan, đơn vị", 44),
        Column("Trích nguyên văn", 70), Column("Mã câu", 11),
    ]  # fmt: skip
    found = (
        (
            one.path, one.group or label(labels.STATEMENTS, one.kind), one.text, one.agencies,
            "; ".join(dict.fromkeys(source.agency for source in one.sources)), quotes(one), one.id[:8],
        )
        for one in read_sentences(con, facts.campaign.campaign_id, facts.names, kinds=sheet.kinds)
    )  # fmt: skip
    book.sheet(sheet.name, sheet.title, columns, numbered(found))


def quotes(sentence: Sentence, shown: int = 3) -> str:
    """Return the first quotes of a sentence with who and where, a line each, and how many more there are."""
    lines = [
        f"{_where(source)}: “{' '.join(source.quote.split())}”"
        for source in sentence.sources[:shown]
        if source.quote
    ]
    rest = sum(bool(source.quote) for source in sentence.sources[shown:])
    return "\n".join([*lines, f"(còn {rest} trích dẫn, xem trang 10)"] if rest else lines)


def _where(source: Source) -> str:
    return f"{source.agency}, trang {source.page}" if source.page else source.agency


def add_sources(book: Book, con: Connection, facts: Facts) -> None:
    """Sheet 10: every statement with each of its sources."""
    columns = [
        Column("Mã câu", 11), Column("Mục", 10), Column("Loại câu", 20), Column("Trong báo cáo", 9),
        Column("Câu", 70),
        Column("Cơ quan, đơn vị", 36), Column("Số văn bản", 22), Column("Mục của báo cáo", 16),
        Column("Trang", 8, True),
        Column("Trích nguyên văn", 80),
    ]  # fmt: skip
    found = (
        (
            one.id[:8], one.path, label(labels.STATEMENTS, one.kind),
            "Có" if one.in_report else "Chỉ ở phụ lục",
            one.text, source.agency, source.document, source.place, source.page,
            source.quote or ("(chưa thấy trong báo cáo)" if source.submission_id and one.path else ""),
        )
        for one in read_sentences(con, facts.campaign.campaign_id, facts.names)
        for source in one.sources
    )  # fmt: skip
    book.sheet("10. Nguồn", "Nguồn của từng câu", columns, found)

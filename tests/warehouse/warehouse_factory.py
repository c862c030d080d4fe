"""Synthetic campaign of this test folder: reports as printed blocks, read and built by the real code.

A `Report` is a letterhead and parts; faults change it; `warehouse` turns reports into a loaded
DuckDB in memory. Only the file readers are left out (one test goes through real DOCX).
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
from warehouse_wording import BODY, PEOPLE, PLACES, words

from extract.blocks import Block, RawDocument
from extract.document import _document
from extract.errors import ReadError
from extract.model import Document, FileInfo
from extract.structure import build
from transform.campaign.model import Agency, Campaign, Defaults, OutlineNode, Request
from transform.campaign.outline import flatten
from transform.inbox import InboxFile
from transform.rows.build import build as build_rows
from transform.statements import compose
from transform.statements.arrange import READS
from warehouse import loading, schema, store
from warehouse.judge import Judgement, judge

VIETNAM = timezone(timedelta(hours=7))
DEADLINE = datetime(2026, 6, 30, 17, 0, tzinfo=VIETNAM)
AS_OF = datetime(2026, 7, 10, 8, 0, tzinfo=VIETNAM)

_OUTLINE: list[dict[str, Any]] = [
    {"marker": "I", "title": "Đặc điểm, tình hình của cơ quan", "required": False},
    {"marker": "II", "title": "Công tác chỉ đạo, điều hành", "items": [
        {"marker": "1", "title": "Ban hành văn bản chỉ đạo về văn thư, lưu trữ", "expects": ["citations"]},
        {"marker": "2", "title": "Tuyên truyền, phổ biến quy định"},
    ]},
    {"marker": "III", "title": "Kết quả thực hiện", "items": [
        {"marker": "1", "title": "Quản lý văn bản đi, văn bản đến", "expects": ["figures"]},
        {"marker": "2", "title": "Lập hồ sơ và nộp lưu hồ sơ vào Lưu trữ cơ quan", "expects": ["figures"]},
        {"marker": "3", "title": "Chỉnh lý, số hóa tài liệu", "expects": ["figures"]},
        {"marker": "4", "title": "Mô hình, điển hình tiêu biểu", "expects": ["models"]},
    ]},
    {"marker": "IV", "title": "Đánh giá chung", "items": [
        {"marker": "1", "title": "Ưu điểm"},
        {"marker": "2", "title": "Hạn chế và nguyên nhân", "expects": ["causes"]},
        {"marker": "3", "title": "Bài học kinh nghiệm"},
    ]},
    {"marker": "V", "title": "Phương hướng và kiến nghị", "items": [
        {"marker": "1", "title": "Phương hướng, nhiệm vụ thời gian tới"},
        {"marker": "2", "title": "Kiến nghị, đề xuất", "expects": ["addressee"]},
    ]},
]  # fmt: skip


def make_campaign(codes: Iterable[str] = (), **changes: Any) -> Campaign:
    """Campaign of this folder with one agency a code (`cq0` … `cq9` when none is given)."""
    codes = list(codes) or [f"cq{index}" for index in range(10)]
    defaults = Defaults(min_words=30)
    values: dict[str, Any] = {
        "folder": Path("/khong-co"),
        "id": "vtlt-2026",
        "title": "Tổng kết 05 năm công tác văn thư, lưu trữ",
        "request": Request(number="88", symbol="SNV-VTLT", date="2026-05-04", issuer="Sở Nội vụ"),
        "deadline": DEADLINE,
        "defaults": defaults,
        "outline": flatten([OutlineNode.model_validate(node) for node in _OUTLINE], defaults),
        "agencies": tuple(Agency(code=code, name=agency_name(code), kind="xa") for code in codes),
    }
    return Campaign.model_validate(values | changes)


def agency_name(code: str) -> str:
    """UBND of the place with the code's number (the places go round)."""
    index = int(code.removeprefix("cq"))
    return f"UBND xã {PLACES[index % 10]}" + (f" {index // 10 + 1}" if index >= 10 else "")


@dataclass
class Part:
    """A heading with its text; `marker` None = an ordinary paragraph block."""

    path: str
    marker: str
    title: str
    text: str
    level: int


@dataclass
class Report:
    """A report before it is printed. `tweak` changes the Document after it was read."""

    code: str
    parts: list[Part]
    number: str | None = "45/BC-UBND"
    date: str | None = "15/6/2026"
    subject: str = "Tổng kết 05 năm thực hiện công tác văn thư, lưu trữ"
    signer: str | None = "Nguyễn Văn An"
    preamble: str = "Thực hiện Công văn số 88/SNV-VTLT ngày 04/5/2026 của Sở Nội vụ, cơ quan báo cáo như sau:"
    received: datetime = datetime(2026, 6, 20, 9, 0, tzinfo=VIETNAM)
    file_name: str = ""
    error: ReadError | None = None
    tweak: Callable[[Document], None] | None = None
    also: list[Report] = field(default_factory=list)

    def part(self, path: str) -> Part:
        """Part by its outline path."""
        return next(part for part in self.parts if part.path == path)

    def remove(self, *paths: str) -> None:
        """Take parts out with their sub-parts, without renumbering."""
        self.parts = [
            p for p in self.parts if not any(p.path == q or p.path.startswith(q + ".") for q in paths)
        ]

    def copy(self) -> Report:
        """Independent copy."""
        return copy.deepcopy(self)


def good_report(code: str) -> Report:
    """Complete report of the agency with that code."""
    index = int(code.removeprefix("cq"))
    fill = words(index % 10)
    parts: list[Part] = []

    def visit(node: dict[str, Any], above: str, level: int) -> None:
        path = f"{above}.{node['marker']}" if above else node["marker"]
        variants = BODY.get(path)
        text = variants[index % len(variants)].format(**fill) if variants else ""
        parts.append(Part(path, node["marker"], node["title"], text, level))
        for child in node.get("items", ()):
            visit(child, path, level + 1)

    for node in _OUTLINE:
        visit(node, "", 1)
    return Report(
        code,
        parts,
        number=f"{45 + index}/BC-UBND",
        signer=PEOPLE[(index + 5) % 10],
        file_name=f"{code}/bao-cao.docx",
    )


def blocks(report: Report) -> list[Block]:
    """Print the report."""
    index = int(report.code.removeprefix("cq"))
    number = f"Số: {report.number}" if report.number else ""
    day = (
        f"{PLACES[index % 10]}, ngày {'{} tháng {} năm {}'.format(*report.date.split('/'))}"
        if report.date
        else ""
    )
    head = [
        Block(text=agency_name(report.code).upper(), bold=1, column=0, align="center"),
        Block(text="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=1, column=1, align="center"),
        Block(text="Độc lập - Tự do - Hạnh phúc", bold=1, column=1, align="center"),
        Block(text=number, column=0, align="center"),
        Block(text=day, italic=1, column=1, align="center"),
        Block(text="BÁO CÁO", bold=1, align="center"),
        Block(text=report.subject, bold=1, align="center"),
        Block(text="Kính gửi: Sở Nội vụ.", align="center"),
        Block(text=report.preamble),
    ]
    body: list[Block] = []
    for part in report.parts:
        body.append(Block(text=f"{part.marker}. {part.title}", bold=1, size=14))
        body += [Block(text=text, align="justify", size=14) for text in part.text.split("\n") if text]
    tail = [
        Block(text="Nơi nhận:", bold=1, italic=1, size=12, column=0),
        Block(text="- Như trên;", size=11, column=0),
        Block(text="- Lưu: VT.", size=11, column=0),
        Block(text="CHỦ TỊCH", bold=1, column=1, align="center"),
        *([Block(text=report.signer, bold=1, column=1, align="center")] if report.signer else []),
    ]
    return [block for block in head + body + tail if block.text]


def document(report: Report) -> Document:
    """Read the printed blocks with the real structure, citation and figure code."""
    raw = RawDocument("docx", "test/1", blocks(report))
    key = repr(
        (report.file_name, [(p.marker, p.title, p.text) for p in report.parts], report.number, report.date)
    )
    info = FileInfo(
        name=report.file_name, sha256=hashlib.sha256(key.encode()).hexdigest(), bytes=len(key), format="docx"
    )
    read = _document(build(raw), raw, info)
    if report.tweak:
        report.tweak(read)
    return read


def frames(campaign: Campaign, reports: Sequence[Report]) -> dict[str, pl.DataFrame]:
    """Rows of the reports (and of what else their agencies sent)."""
    files: list[InboxFile] = []
    results: dict[Path, Document | ReadError] = {}
    for report in [item for main in reports for item in (main, *main.also)]:
        path = campaign.inbox / report.file_name
        read: Document | ReadError = report.error or document(report)
        digest = (
            read.file.sha256
            if isinstance(read, Document)
            else hashlib.sha256(report.file_name.encode()).hexdigest()
        )
        files.append(InboxFile(path, report.file_name, 1000, report.received, digest))
        results[path] = read
    return build_rows(campaign, sorted(files, key=lambda f: f.name), results, AS_OF)


def warehouse(
    campaign: Campaign, reports: Sequence[Report], con: duckdb.DuckDBPyConnection | None = None
) -> duckdb.DuckDBPyConnection:
    """Load a warehouse in memory (or `con`)."""
    if con is None:
        con = store.connect()
        schema.create(con, comments=False)
    loading.load(con, frames(campaign, reports))
    return con


def judged(campaign: Campaign, reports: Sequence[Report], **options: Any) -> Judgement:
    """Judge the reports."""
    con = warehouse(campaign, reports)
    try:
        return judge(con, campaign.id, AS_OF, **options)
    finally:
        con.close()


def found(judgement: Judgement) -> set[tuple[str | None, str, str | None]]:
    """(agency, rule, outline path) of the findings."""
    return {(f.agency_code, f.rule, f.outline_path) for f in judgement.findings}


def by_rule(judgement: Judgement) -> Mapping[str, list[Any]]:
    """Group the findings by rule."""
    result: dict[str, list[Any]] = {}
    for finding in judgement.findings:
        result.setdefault(finding.rule, []).append(finding)
    return result


def with_supplement(told: str) -> Report:
    """Report of cq0 without IV.2 and V; a day later a supplement tells `told` of IV.2."""
    first, second = good_report("cq0"), good_report("cq0")
    first.remove("IV.2", "V")
    second.parts = [part for part in second.parts if part.path in ("IV", "IV.2")]
    second.part("IV.2").text = told
    second.subject = "Bổ sung báo cáo tổng kết 05 năm thực hiện công tác văn thư, lưu trữ"
    second.file_name, second.received = "cq0/bo-sung.docx", first.received + timedelta(days=1)
    first.also = [second]
    return first


def drafted(campaign: Campaign, reports: Sequence[Report]) -> dict[str, pl.DataFrame]:
    """Return the sentences composed from the reports, with their sources, and the sections quoted."""
    con = warehouse(campaign, reports)
    read = {name: con.execute(f"SELECT * FROM {name}").pl() for name in READS}
    return compose(campaign, read) | {"section": read["section"]}

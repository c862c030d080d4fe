"""The draft as YAML text: what was read, where it was read, and in comments what is left to the officer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from extract.encoding import search_key
from transform.drafting.facts import Facts, Found
from transform.drafting.items import Draft

_FILL = "# không thấy trong tệp; đề nghị điền"


def write(facts: Facts, items: Sequence[Draft]) -> str:
    """Text of campaign.yaml."""
    lines = [
        "# Bản nháp do phần mềm đọc từ công văn yêu cầu và đề cương; đề nghị cán bộ kiểm tra trước khi dùng.",
        "# Danh sách cơ quan phải báo cáo để ở agencies.csv, cùng thư mục.",
        f"id: {_identity(facts)}",
        _field("title", facts.title, "Tên đợt báo cáo"),
        *_request(facts),
        *_period(facts.period),
        *_deadline(facts.deadline),
        _field("province", facts.province, "Gia Lai"),
        *_consolidator(facts),
        "defaults: {required: true, min_words: 40}",
        "outline:",
    ]
    if not items:
        lines.append(f"  {_FILL} các mục của đề cương, ví dụ:")
        lines.append('  # - {marker: I, title: "Tình hình chung"}')
    lines += _items(items, "  ")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Double-quoted YAML: JSON strings are YAML, whatever characters a file brought along."""
    return json.dumps(_flat(text), ensure_ascii=False)


def _flat(text: str) -> str:
    """One line, without characters that YAML refuses."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _comment(text: str) -> str:
    """Text for a comment: one line, nothing that could end it."""
    flat = _flat(text)
    return flat if len(flat) <= 160 else flat[:157] + "…"


def _field(name: str, value: str | None, example: str, indent: str = "") -> str:
    if value:
        return f"{indent}{name}: {_quoted(value)}"
    return f'{indent}# {name}: "{example}"  {_FILL}'


def _identity(facts: Facts) -> str:
    year = facts.date.year if facts.date else None
    parts = ["cv" if facts.number else "dot-bao-cao", facts.number or "", f"-{year}" if year else ""]
    return (
        re.sub(r"[^a-z0-9-]+", "", search_key("".join(parts)).replace(" ", "-")).strip("-") or "dot-bao-cao"
    )


def _request(facts: Facts) -> Iterator[str]:
    yield "request:"
    yield f"  type: {_quoted(facts.doc_type or 'Công văn')}"
    yield _field("number", facts.number, "2057", "  ")
    yield _field("symbol", facts.symbol, "SNV-CQTN&VTLT", "  ")
    yield _field("date", facts.date.isoformat() if facts.date else None, "2026-04-02", "  ")
    yield _field("issuer", facts.issuer, "Sở Nội vụ", "  ")


def _period(found: Found | None) -> Iterator[str]:
    if found is None or isinstance(found.value, datetime):
        yield f"# period: {{from: 2015-07-14, to: 2026-04-02}}  {_FILL} kỳ báo cáo (nếu cần)"
        return
    start, end = found.value
    yield f"# theo câu: {_comment(found.sentence)}"
    yield f"period: {{from: {_day(start)}, to: {_day(end)}}}"


def _deadline(found: Found | None) -> Iterator[str]:
    if found is None or not isinstance(found.value, datetime):
        yield f"# deadline: 2026-04-25T17:00:00+07:00  {_FILL} hạn nộp"
        return
    yield f"# theo câu: {_comment(found.sentence)}"
    yield f"deadline: {found.value.isoformat()}"


def _day(day: date) -> str:
    return day.isoformat()


def _consolidator(facts: Facts) -> Iterator[str]:
    yield "consolidator:" if any((facts.parent, facts.name, facts.symbol, facts.place)) else "# consolidator:"
    yield _field("parent", facts.parent, "UBND TỈNH GIA LAI", "  ")
    yield _field("name", facts.name, "SỞ NỘI VỤ", "  ")
    yield _field("symbol", facts.symbol, "SNV-CQTN&VTLT", "  ")
    yield _field("place", facts.place, "Gia Lai", "  ")


def _items(items: Sequence[Draft], indent: str) -> Iterator[str]:
    for item in items:
        remark = f"  # {_comment(item.remark)}; đề nghị sửa" if item.remark else ""
        yield f"{indent}- marker: {_quoted(item.marker)}{remark}"
        yield f"{indent}  title: {_quoted(item.title)}"
        if item.optional:
            yield f"{indent}  required: false"
        if item.expects and not item.items:
            yield f"{indent}  expects: [{', '.join(item.expects)}]"
        if item.items:
            yield f"{indent}  items:"
            yield from _items(item.items, indent + "    ")

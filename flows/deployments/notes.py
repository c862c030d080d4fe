"""The note a scheduled run leaves in Prefect: who has sent, what is covered, where the results lie.

Counts, names of agencies and items of the outline only: nothing of what a report says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from prefect.artifacts import create_markdown_artifact

from flows.job import Summary
from flows.layout import Layout
from flows.standing import standings
from flows.text import printable
from warehouse.publish import resolve
from warehouse.store import connect

_ITEMS = """SELECT o.outline_path, o.title,
  count(*) FILTER (c.status IN ('present', 'merged', 'thin')), count(*)
FROM outline_item AS o JOIN coverage AS c USING (campaign_id, outline_path)
WHERE o.campaign_id = ? GROUP BY o.outline_path, o.title, o.seq ORDER BY o.seq"""


def leave_note(layout: Layout, summary: Summary) -> None:
    """Create the artifact `tinh-trang-<campaign>`; Prefect keeps the history of it."""
    key = "tinh-trang-" + re.sub(r"[^a-z0-9]+", "-", summary.campaign_id.lower()).strip("-")
    create_markdown_artifact(
        key=key, markdown=markdown(layout, summary), description=f"Tình trạng đợt «{summary.campaign_id}»"
    )


def markdown(layout: Layout, summary: Summary) -> str:
    """Write the note."""
    with connect(resolve(layout.warehouse), read_only=True) as con:
        agencies = standings(con, summary.campaign_id)
        items = con.execute(_ITEMS, [summary.campaign_id]).fetchall()
    parts = [f"# {_plain(summary.title)}", "", *_opening(layout, summary), "", "## Tình hình gửi báo cáo", ""]
    parts += _table(
        ("Cơ quan, đơn vị", "Tình trạng", "Ngày nhận", "Mục đã có"),
        ((one.name, one.status, one.received, one.items) for one in agencies),
    )
    parts += ["", "## Số cơ quan theo từng mục của đề cương", ""]
    parts += _table(
        ("Mục", "Tên mục", "Đã có"),
        ((path, title, f"{present}/{total}") for path, title, present, total in items),
    )
    return "\n".join(parts) + "\n"


def _opening(layout: Layout, summary: Summary) -> list[str]:
    counts, agencies = summary.counts, summary.agencies
    lines = [
        f"- Chốt số liệu lúc {summary.as_of:%H:%M} ngày {summary.as_of:%d/%m/%Y}",
        f"- Đã báo cáo: {agencies['reported']}/{agencies['required']} (đúng hạn {agencies['on_time']}, "
        f"sau hạn {agencies['late']}); chưa gửi: {agencies['silent']}",
        f"- Tệp trong hộp nhận: {counts['files']}; đọc được {counts['read']}; không đọc được "
        f"{counts['unread']}; chờ xác định cơ quan {counts['unmatched']}; mang dấu mật {counts['secret']}",
        f"- Dự thảo báo cáo: `{_plain(str(layout.report / 'tong-hop.docx'))}`",
        f"- Thư phản hồi: `{_plain(str(layout.feedback))}`; thư đôn đốc: `{_plain(str(layout.reminders))}`",
    ]
    if summary.kept:
        lines.append(f"- Có {len(summary.kept)} tệp đã được chỉnh sửa nên giữ nguyên, bản mới đặt bên cạnh")
    return lines


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    return lines + ["| " + " | ".join(_plain(str(cell or "")) for cell in row) + " |" for row in rows]


_MARKS = re.compile(r"([\\`*_\[\]<>|#!])")


def _plain(text: str) -> str:
    """Text that markdown shows as it is, links and HTML included."""
    return _MARKS.sub(r"\\\1", printable(text))

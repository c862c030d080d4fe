"""The end of a run as the officer reads it."""

from __future__ import annotations

from rich.console import Console

from flows.job import FileLine, Summary
from flows.layout import Layout
from flows.text import safe

_STATUS = {
    "unread": "không đọc được",
    "secret": "mang dấu chỉ độ mật",
    "unmatched": "chưa rõ cơ quan gửi",
    "wrong_campaign": "không thuộc đợt này",
    "annex": "gửi thêm cho báo cáo đã có",
}
_KINDS = {
    "agency": "cơ quan gửi",
    "outline": "mục của đề cương",
    "not_citation": "không phải viện dẫn",
    "not_missing": "không phải báo cáo mục này",
}
_SEVERITY = {"blocker": "phải xử lý ngay", "error": "cần bổ sung", "warning": "cần xem", "info": "để biết"}


def print_summary(console: Console, layout: Layout, summary: Summary) -> None:
    """Print what was read, what was not and why, and where the results lie."""
    counts, agencies = summary.counts, summary.agencies
    console.print()
    console.print(f"[bold]{safe(summary.title)}[/bold]")
    console.print(f"Chốt số liệu lúc {summary.as_of:%H:%M} ngày {summary.as_of:%d/%m/%Y}")
    console.print(
        f"Cơ quan, đơn vị đã báo cáo: {agencies['reported']}/{agencies['required']} "
        f"(đúng hạn {agencies['on_time']}, sau hạn {agencies['late']}); "
        f"gửi tệp nhưng chưa đọc được: {agencies['unreadable_only']}; chưa gửi: {agencies['silent']}"
    )
    console.print(
        f"Tệp trong hộp nhận: {counts['files']} = đọc {counts['read']} + bản đã thay {counts['superseded']} "
        f"+ trùng {counts['duplicate']} + phụ lục, bổ sung {counts['annex']} + không thuộc đợt "
        f"{counts['wrong_campaign']} + chờ xác định {counts['unmatched']} + mật {counts['secret']} "
        f"+ không đọc được {counts['unread']} + bỏ qua {counts['ignored']}"
    )
    if summary.findings:
        parts = [f"{_SEVERITY.get(key, key)} {value}" for key, value in _by_weight(summary.findings)]
        console.print(f"Nhận xét: {', '.join(parts)}")
    for rule, error in summary.rule_errors.items():
        console.print(f"[bold]Quy tắc «{safe(rule)}» không chạy được, nên chưa xét gì:[/bold] {safe(error)}")
    _print_files(console, summary.files)
    if summary.changes:
        console.print(f"Đổi so với lần trước: {len(summary.changes)} điểm (xem trang đầu của phụ lục)")
    for kind, target, value in _overrides_without_effect(layout, summary.campaign_id):
        console.print(
            f"[bold]Điều chỉnh chưa có tác dụng:[/bold] {_KINDS.get(kind, kind)}: {safe(target)} → "
            f"{safe(value)}. Đề nghị xem lại tên mục, câu chữ trong overrides.yaml."
        )
    for beside in summary.kept:
        console.print(f"Bản đã sửa được giữ nguyên; bản mới ghi tại: {safe(beside)}")
    console.print()
    for label, path in (
        ("Báo cáo của tỉnh (dự thảo)", layout.report / "tong-hop.docx"),
        ("Bản PDF", layout.report / "tong-hop.pdf"),
        ("Xem trên trình duyệt", layout.report / "tong-hop.html"),
        ("Phụ lục", layout.report / "phu-luc.xlsx"),
        ("Thư phản hồi từng đơn vị", layout.feedback),
        ("Thư đôn đốc", layout.reminders / "don-doc.docx"),
        ("Chất lượng dữ liệu", layout.quality / "index.html"),
        ("Kho dữ liệu (DuckDB)", layout.warehouse),
    ):
        if path.exists():
            console.print(f"  {label:<28} {safe(str(path))}")


def _overrides_without_effect(layout: Layout, campaign_id: str) -> list[tuple[str, str, str]]:
    """Corrections of the officer that met nothing in the reports: a section or words written otherwise."""
    from warehouse.publish import resolve
    from warehouse.store import connect

    published = resolve(layout.warehouse)
    if not published.exists():
        return []
    with connect(published, read_only=True) as con:
        rows = con.execute(
            "SELECT kind, target, value FROM override_applied "
            "WHERE campaign_id = ? AND NOT applied ORDER BY seq",
            [campaign_id],
        ).fetchall()
    return [(kind, target, value or "") for kind, target, value in rows]


def _by_weight(findings: dict[str, int]) -> list[tuple[str, int]]:
    return [(key, findings[key]) for key in _SEVERITY if key in findings]


def _print_files(console: Console, files: list[FileLine]) -> None:
    if not files:
        return
    console.print("Tệp cần cán bộ xem:")
    for line in files:
        status = _STATUS.get(line.status, line.status)
        console.print(f"  • {safe(line.file)}: {status}. {safe(line.reason)} {safe(line.advice)}".rstrip())

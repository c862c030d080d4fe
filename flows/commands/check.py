"""`tonghop check`: an agency's self-check of one file before it is sent."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from flows import errors

if TYPE_CHECKING:
    from flows.steps.self_check import SelfCheck

_LONG = 200
_SEVERITY = {"blocker": "phải xử lý", "error": "cần bổ sung", "warning": "nên xem lại", "info": "để biết"}


@click.command(help="Tự kiểm tra một báo cáo theo đề cương của đợt, trước khi gửi.")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option(
    "--campaign", required=True, metavar="ĐỢT", type=click.Path(path_type=Path), help="Thư mục của đợt."
)
@click.option("--agency", metavar="MÃ", help="Mã cơ quan trong agencies.csv (mặc định: theo đầu văn bản).")
@click.option("--json", "as_json", is_flag=True, help="In JSON.")
@click.option(
    "--docx", metavar="TỆP", type=click.Path(path_type=Path, dir_okay=False),
    help="Ghi bản sao của báo cáo với nhận xét dạng chú thích (comment) của Word.",
)  # fmt: skip
def command(file: Path, *, campaign: Path, agency: str | None, as_json: bool, docx: Path | None) -> int:
    """Print the findings; exit 0 nothing blocking, 4 something blocking, 3 unreadable."""
    from extract.isolation import read_many

    reading = read_many([file], workers=1)  # the worker reads while the rest is imported
    first = _start(reading)
    from datetime import UTC, datetime

    from flows.layout import campaign_folder
    from flows.steps.self_check import check_document
    from transform.campaign import load_campaign

    loaded = load_campaign(campaign_folder(campaign))
    if agency is not None and agency not in loaded.by_code:
        raise click.BadParameter(f"không có mã «{agency}» trong agencies.csv", param_hint="--agency")
    outcome = first()
    if outcome.document is None:
        click.echo(f"{file.name}: {outcome.error} {outcome.error.advice}", err=True)
        return errors.EXIT_UNREAD
    now = datetime.now(UTC)
    result = check_document(loaded, file, outcome.document, agency, now, for_comments=docx is not None)
    for fault in result.faults:
        click.echo(f"Chưa xét được quy tắc {fault}", err=True)
    if as_json:
        _print_json(file, loaded.id, result)
    else:
        _print_table(file, result)
    if docx is not None and not _write_comments(file, outcome.document.file.format, result, docx, as_json):
        return errors.EXIT_FAILURE
    return errors.EXIT_BLOCKING if result.blocking else errors.EXIT_OK


def _start(reading: Any) -> Any:  # noqa: ANN401 - an iterator of outcomes, and a function that waits for one
    """Begin reading in a thread of its own; the function returned waits for the outcome."""
    from concurrent.futures import ThreadPoolExecutor

    pool = ThreadPoolExecutor(1)
    future = pool.submit(lambda: next(iter(list(reading))))
    return future.result


def _print_json(file: Path, campaign_id: str, result: SelfCheck) -> None:
    import json

    shape = {
        "campaign": campaign_id,
        "file": file.name,
        "agency": result.agency.code if result.agency else None,
        "agency_name": result.agency.name if result.agency else None,
        "blocking": result.blocking,
        "counts": {"required": result.required, "present": result.present},
        "findings": [
            {
                "rule": f.rule, "severity": f.severity, "outline_path": f.outline_path, "message": f.message,
                "advice": f.advice, "evidence": f.evidence, "page": f.page,
            }
            for f in result.findings
        ],
        "complete": [{"outline_path": path, "title": title} for path, title in result.complete],
    }  # fmt: skip
    sys.stdout.write(json.dumps(shape, ensure_ascii=False, indent=1) + "\n")


def _print_table(file: Path, result: SelfCheck) -> None:
    from rich.console import Console
    from rich.table import Table

    from flows.text import safe

    console = Console(highlight=False)
    sender = result.agency.name if result.agency else "chưa xác định được cơ quan gửi"
    console.print(f"[bold]{safe(file.name)}[/bold] ({safe(sender)})")
    if result.required:
        console.print(f"Đã có nội dung ở {result.present}/{result.required} mục bắt buộc của đề cương.")
    if not result.findings:
        console.print("Chưa thấy điểm nào cần bổ sung.")
        return
    table = Table("Mức", "Mục", "Nhận xét", "Trang", show_lines=True)
    for finding in result.findings:
        message = safe(finding.message)
        if finding.evidence:
            quoted = "\n".join(safe(_marked(line)) for line in finding.evidence.split("\n"))
            message += f"\n[dim]«{quoted}»[/dim]"
        if finding.advice:
            message += f"\n[italic]{safe(finding.advice)}[/italic]"
        page = str(finding.page) if finding.page else ""
        table.add_row(_SEVERITY[finding.severity], safe(finding.outline_path or ""), message, page)
    console.print(table)


def _marked(line: str) -> str:
    """Mark a long quote that stops before its sentence does."""
    return line if len(line) < _LONG or line.rstrip()[-1:] in '.;:!?…”"»)' else f"{line} …"


def _write_comments(file: Path, kind: str, result: SelfCheck, out: Path, as_json: bool) -> bool:
    """Write the copy with comments and say where it lies, or why there is none; a PDF comes back as PDF."""
    from flows.steps.annotated import annotate
    from report_templates.comments import AnnotateError

    if file.resolve() == out.resolve():
        raise click.BadParameter(
            "đề nghị chọn tên khác: phần mềm không ghi đè báo cáo gốc", param_hint="--docx"
        )
    try:
        written = annotate(file, kind, result.placed, out)
    except AnnotateError as error:
        click.echo(f"Chưa lập được bản có nhận xét: {error}", err=True)
        return False
    click.echo(f"Đã ghi bản có nhận xét: {written}", err=as_json)
    return True

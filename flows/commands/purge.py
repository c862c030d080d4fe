"""`tonghop purge`: delete a campaign with everything that it left behind."""

from __future__ import annotations

import shutil
from pathlib import Path

import click


@click.command(
    help="Xóa đợt báo cáo khỏi kho dữ liệu cùng mọi kết quả đã ghi. Tệp gốc trong inbox/ được giữ nguyên."
)
@click.argument("campaign", metavar="ĐỢT", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="Nơi đã ghi kết quả (mặc định ĐỢT/out).")
@click.option("--yes", is_flag=True, help="Không hỏi lại.")
def command(campaign: Path, out: Path | None, yes: bool) -> int:
    """Delete rows, documents read, letters, report and history of the campaign; originals stay."""
    import filelock

    from flows.errors import AnotherRunError, NotYetRunError
    from flows.layout import Layout, campaign_folder
    from transform.campaign import load_campaign
    from warehouse.purge import purge

    folder = campaign_folder(campaign)
    loaded = load_campaign(folder)
    layout = Layout(out or folder / "out")
    if not layout.warehouse.exists():
        raise NotYetRunError(layout.out)
    if not yes:
        click.confirm(f"Xóa mọi dữ liệu của đợt «{loaded.title}» tại {layout.out}?", abort=True)
    try:
        with filelock.FileLock(layout.lock, timeout=0):
            purge(layout.warehouse, loaded.id)
            written = (layout.report, layout.feedback, layout.reminders, layout.outbox, layout.quality)
            for folder_ in (*written, layout.export):
                shutil.rmtree(folder_, ignore_errors=True)
            shutil.rmtree(layout.documents, ignore_errors=True)
            layout.staging.unlink(missing_ok=True)
            layout.trace.unlink(missing_ok=True)
            layout.summary.unlink(missing_ok=True)
    except filelock.Timeout as error:
        raise AnotherRunError(layout.out) from error
    click.echo("Đã xóa. Tệp gốc trong inbox/ không bị động tới.")
    return 0

"""`tonghop purge`: delete a campaign with everything that it left behind."""

from __future__ import annotations

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

    from flows import errors
    from flows.opened import opened
    from flows.purging import clear_empty, purge_campaign

    loaded, layout = opened(campaign, out)
    if not (layout.out.is_dir() and any(layout.out.iterdir())):
        raise errors.NotYetRunError(layout.out)
    if not yes:
        click.confirm(f"Xóa mọi dữ liệu của đợt «{loaded.title}» tại {layout.out}?", abort=True)
    try:
        layout.state.mkdir(exist_ok=True)
        with filelock.FileLock(layout.lock, timeout=0):
            done = purge_campaign(layout, loaded.id)
    except filelock.Timeout as error:
        raise errors.AnotherRunError(layout.out) from error
    if done.left:
        listed = "".join(f"\n  - {path}" for path in done.left)
        click.echo(
            f"Còn {len(done.left)} tệp chưa xóa được, có thể đang mở ở chương trình khác; đề nghị đóng rồi "
            f"chạy lại:{listed}",
            err=True,
        )
        return errors.EXIT_FAILURE
    if done.others:
        click.echo(
            f"Kho còn đợt khác ({', '.join(done.others)}): đề nghị chạy lại để lập lại thư, báo cáo "
            "của đợt ấy."
        )
    else:
        clear_empty(layout)
    click.echo(
        f"Đã xóa {done.rows} dòng trong kho cùng mọi kết quả đã ghi. Tệp gốc trong inbox/ không bị động tới."
    )
    return errors.EXIT_OK

"""`tonghop deploy`: the job by schedule, served on this machine."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import click

_UNITS = {"s": 1, "m": 60, "h": 3600}


def parse_every(_ctx: click.Context | None, _param: click.Parameter | None, value: str) -> timedelta:
    """Read `30s`, `5m`, `1h` or plain seconds; click reports what is wrong."""
    match = re.fullmatch(r"(\d{1,6})\s*([smh]?)", value.strip().lower())
    seconds = int(match[1]) * _UNITS[match[2] or "s"] if match else 0
    if not seconds:
        raise click.BadParameter("đề nghị ghi như 30s, 5m hoặc 1h")
    return timedelta(seconds=seconds)


@click.command(
    help="Chạy tự động đợt báo cáo trong thư mục ĐỢT: theo dõi hộp nhận, chạy hằng đêm và khi hết hạn. "
    "Dùng máy chủ Prefect ở PREFECT_API_URL; không có thì tự mở một máy chủ trên máy này."
)
@click.argument("campaign", metavar="ĐỢT", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="Nơi ghi kết quả (mặc định ĐỢT/out).")
@click.option(
    "--every", default="30s", callback=parse_every, help="Bao lâu xem hộp nhận một lần (30s, 5m, 1h)."
)
@click.option("--once", is_flag=True, help="Xem hộp nhận một lần, chạy nếu có thay đổi, rồi thôi.")
def command(campaign: Path, *, out: Path | None, every: timedelta, once: bool) -> int:
    """Serve the campaign's deployments until interrupted, or look once."""
    from flows.deployments.service import serve_campaign, watch_once
    from flows.layout import campaign_folder

    folder = campaign_folder(campaign)
    if once:
        click.echo(watch_once(folder, out))
    else:
        serve_campaign(folder, out, every)
    return 0

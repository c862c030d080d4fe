"""`tonghop run`: the whole job over one campaign."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows import errors

if TYPE_CHECKING:
    from flows.job import Sources
    from flows.runners import RunnerName


def parse_moment(_ctx: click.Context, _param: click.Parameter, value: str | None) -> datetime | None:
    """Read an ISO or dd/mm/yyyy moment in Vietnam's time; click reports what is wrong."""
    if value is None:
        return None
    from datetime import time

    from transform.campaign.times import parse_time

    try:
        return parse_time(value, day_only=time(23, 59, 59))
    except ValueError as error:
        raise click.BadParameter("đề nghị ghi như 2026-04-25T17:00 hoặc 25/4/2026 17:00") from error


@click.command(help="Tổng hợp đợt báo cáo trong thư mục ĐỢT (có campaign.yaml, agencies.csv, inbox/).")
@click.argument("campaign", metavar="ĐỢT", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="Nơi ghi kết quả (mặc định ĐỢT/out).")
@click.option("--as-of", callback=parse_moment, help="Thời điểm chốt số liệu (mặc định: bây giờ).")
@click.option("--workers", type=click.IntRange(1, 64), help="Số tiến trình đọc tệp.")
@click.option(
    "--sources", type=click.Choice(["footnotes", "comments", "none"]), help="Cách ghi căn cứ trong báo cáo."
)
@click.option(
    "--runner",
    type=click.Choice(["processes", "dask"]),
    default="processes",
    help="Nơi đọc tệp: các tiến trình của máy này, hoặc cụm máy Dask.",
)
@click.option("--address", help="Địa chỉ bộ điều phối Dask (tcp://máy:8786); mặc định tự mở tại máy này.")
@click.option("--inbox", help="Nơi lưu trữ có tệp gốc (s3://kho/thư-mục, file:///…): chép về inbox/ rồi đọc.")
@click.option("--export-to", help="Nơi lưu trữ nhận bản Parquet của kho dữ liệu (s3://…, file:///…).")
@click.option("--quiet", is_flag=True, help="Không in tiến độ.")
def command(
    campaign: Path,
    *,
    out: Path | None,
    as_of: datetime | None,
    workers: int | None,
    sources: Sources | None,
    runner: RunnerName,
    address: str | None,
    inbox: str | None,
    export_to: str | None,
    quiet: bool,
) -> int:
    """Run the flow on a local Prefect server and print the summary."""
    from flows.job import make_job
    from flows.running import run_job

    if address is not None and runner != "dask":
        raise click.UsageError("--address chỉ dùng cùng --runner dask.")
    if runner == "dask":
        from flows.runners.cluster import require_dask

        require_dask()
    job = make_job(campaign, out, as_of, workers, sources, runner=runner, address=address)
    if inbox is not None and (job.folder / "campaign.yaml").is_file():  # else the run says what is missing
        from flows.storage.originals import bring

        bring(inbox, job.folder)
    summary = run_job(job, quiet=quiet)
    if export_to is not None:
        from flows.storage.results import send_export

        send_export(export_to, job.layout)
    return errors.EXIT_UNREAD if summary.partial else errors.EXIT_OK

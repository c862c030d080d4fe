"""`tonghop demo`: a made-up province, and the whole job on it."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(
    help="Dựng một tỉnh mẫu (báo cáo DOCX, PDF, bản quét, gửi chậm, thiếu mục, tệp hỏng) và chạy toàn bộ."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("tonghop-demo"),
    help="Thư mục ghi (mặc định tonghop-demo).",
)
@click.option(
    "--agencies", type=click.IntRange(1, 5000), default=12, help="Số cơ quan, đơn vị (mặc định 12)."
)
@click.option("--as-of", default="2026-02-05T08:00", hidden=True)
def command(out: Path, agencies: int, as_of: str) -> int:
    """Write the campaign into OUT and its results into OUT/out; exit 0 when the run went through."""
    from datetime import datetime

    from flows.job import Job
    from flows.prefect_local import prefect_api
    from transform.campaign.times import in_vietnam

    moment = in_vietnam(datetime.fromisoformat(f"{as_of}+07:00"))
    with prefect_api() as server:
        from flows.demo.province import make_province
        from flows.running import run_with

        click.echo(f"Dựng tỉnh mẫu gồm {agencies} cơ quan, đơn vị tại {out}")
        make_province(out, agencies)
        run_with(server, Job(folder=out, out=out / "out", as_of=moment))
    return 0

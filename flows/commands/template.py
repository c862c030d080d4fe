"""`tonghop template`: the frame of the provincial report as a Word file, to be edited by the Sở."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(help="Chép mẫu Word của báo cáo tỉnh ra tệp để sửa (khai ở campaign.yaml: report.template).")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("mau-bao-cao.docx"),
    help="Tệp ghi (mặc định mau-bao-cao.docx); tệp đã có thì không ghi đè.",
)
def command(out: Path) -> int:
    """Copy the default frame to `out`; refuse when something is there."""
    from report_templates.provincial import TEMPLATE

    try:
        with out.open("xb") as stream:
            stream.write(TEMPLATE.read_bytes())
    except FileExistsError:
        raise click.UsageError(f"Đã có tệp «{out}»; đề nghị chọn tên khác bằng --out.") from None
    click.echo(f"Đã ghi mẫu: {out}. Sửa bằng Word, giữ lại dòng NOI_DUNG và các chỗ trong {{{{ }}}}.")
    click.echo("Để dùng: đặt tệp trong thư mục đợt báo cáo và thêm vào campaign.yaml")
    click.echo(f"  report: {{template: {out.name}}}")
    return 0

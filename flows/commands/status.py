"""`tonghop status`: who has sent, who is late, coverage by section, from the published warehouse."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.commands.run import parse_moment

if TYPE_CHECKING:
    from datetime import datetime

    import duckdb
    from rich.table import Table

_SIGNS = {"present": "●", "merged": "◐", "thin": "○", "empty": "∅", "missing": "✗"}


@click.command(help="Ai đã gửi, ai chậm, mục nào còn thiếu (theo kết quả đã công bố gần nhất).")
@click.argument("campaign", metavar="ĐỢT", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="Nơi đã ghi kết quả (mặc định ĐỢT/out).")
@click.option(
    "--as-of",
    callback=parse_moment,
    help="Tình hình như kho dữ liệu đã chốt ở thời điểm này (mặc định: lần công bố gần nhất).",
)
@click.option("--history", is_flag=True, help="Liệt kê các lần công bố còn giữ, dùng được với --as-of.")
def command(campaign: Path, *, out: Path | None, as_of: datetime | None, history: bool) -> int:
    """Print the status table and the coverage by outline item, now or as an earlier run left them."""
    from rich.console import Console

    from flows.opened import opened
    from flows.snapshot import kept, snapshot
    from warehouse.past import last_run
    from warehouse.store import connect

    loaded, layout = opened(campaign, out)
    path = snapshot(layout, loaded.id, as_of)
    console = Console(highlight=False)
    if history:
        for state in kept(layout, loaded.id):
            console.print(f"Chốt lúc {state.as_of:%H:%M %d/%m/%Y}  {state.path}", soft_wrap=True)
        return 0
    with connect(path, read_only=True) as con:
        if (run := last_run(con, loaded.id)) is not None:
            console.print(f"Số liệu chốt lúc {run.as_of:%H:%M %d/%m/%Y}.")
        console.print(_agencies(con, loaded.id))
        console.print(_coverage(con, loaded.id))
        console.print(f"Chú giải: {', '.join(f'{sign} {_WORDS[key]}' for key, sign in _SIGNS.items())}")
    return 0


_WORDS = {
    "present": "có",
    "merged": "có, gộp với mục khác",
    "thin": "có nhưng sơ lược",
    "empty": "có đề mục, chưa có nội dung",
    "missing": "chưa thấy",
}


def _agencies(con: duckdb.DuckDBPyConnection, campaign_id: str) -> Table:
    from rich.table import Table

    from flows.standing import standings
    from flows.text import safe

    columns = ("Cơ quan, đơn vị", "Tình trạng", "Ngày nhận", "Số văn bản", "Mục bắt buộc đã có")
    table = Table(*columns, title="Tình hình gửi báo cáo")
    for one in standings(con, campaign_id):
        table.add_row(safe(one.name), safe(one.status), one.received, safe(one.number), one.items)
    return table


def _coverage(con: duckdb.DuckDBPyConnection, campaign_id: str) -> Table:
    from rich.table import Table

    from flows.text import safe

    table = Table("Mục", "Tên mục", *_SIGNS.values(), title="Số cơ quan theo từng mục của đề cương")
    counts = ", ".join(f"count(*) FILTER (c.status = '{key}')" for key in _SIGNS)
    query = f"""SELECT o.outline_path, o.title, {counts} FROM outline_item AS o
        JOIN coverage AS c USING (campaign_id, outline_path)
        WHERE o.campaign_id = ? GROUP BY ALL ORDER BY o.seq"""  # noqa: S608 - our own constants
    con.execute(query.replace("GROUP BY ALL", "GROUP BY o.outline_path, o.title, o.seq"), [campaign_id])
    for path, title, *numbers in con.fetchall():
        table.add_row(path, safe(title[:60]), *(str(number or "") for number in numbers))
    return table

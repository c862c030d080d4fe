"""`tonghop serve`: look at the results in a browser on this machine; read-only."""

from __future__ import annotations

from pathlib import Path

import click

from flows import errors


class PortTakenError(errors.RunError):
    """The port cannot be used."""

    def __init__(self, port: int) -> None:
        super().__init__(f"Không mở được cổng {port} trên máy này. Đề nghị chọn cổng khác bằng --port.")


@click.command(
    help="Mở trang xem kết quả tại http://127.0.0.1:8765/ (chỉ xem, chỉ trên máy này); dừng bằng Ctrl+C."
)
@click.argument("campaign", metavar="ĐỢT", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="Nơi đã ghi kết quả (mặc định ĐỢT/out).")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, help="Cổng (0: cổng trống bất kỳ).")
def command(campaign: Path, out: Path | None, port: int) -> int:
    """Serve until interrupted."""
    from flows.opened import opened
    from flows.portal import make_server
    from flows.portal.server import HOST
    from flows.snapshot import snapshot

    loaded, layout = opened(campaign, out)
    snapshot(layout, loaded.id)
    try:
        server = make_server(layout, loaded.id, port)
    except OSError as error:
        raise PortTakenError(port) from error
    with server:
        click.echo(f"Đang mở tại http://{HOST}:{server.server_port}/ (Ctrl+C để dừng)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("Đã dừng.")
    return errors.EXIT_OK

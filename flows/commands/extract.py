"""`tonghop extract`: one document per file, as JSON."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from flows import errors


@click.command(help="Đọc từng tệp thành JSON (dạng công bố tại docs/document.schema.json).")
@click.argument("files", nargs=-1, required=True, metavar="TỆP…", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="In JSON ra màn hình (mặc định khi không có --out).")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Ghi mỗi tệp thành <tên tệp>.json tại đây.",
)
@click.option("--explain", is_flag=True, help="In lý do mỗi dòng được hoặc không được coi là đề mục.")
@click.option("--workers", type=click.IntRange(1, 64), default=None, help="Số tiến trình đọc.")
def command(
    files: tuple[Path, ...], as_json: bool, out: Path | None, explain: bool, workers: int | None
) -> int:
    """Read files in worker processes and print or write their documents in the order given."""
    if explain:
        return _explain(files)
    from extract.isolation import read_many
    from extract.model import to_json

    documents: dict[Path, bytes] = {}
    failed: dict[Path, str] = {}
    unique = list(dict.fromkeys(files))
    for outcome in read_many(unique, workers=workers or min(len(unique), _cores())):
        if outcome.document is not None:
            documents[outcome.path] = to_json(outcome.document)
        elif outcome.error is not None:
            failed[outcome.path] = f"{outcome.error} {outcome.error.advice}"
    _deliver(unique, documents, out, show=as_json or out is None, several=len(files) > 1)
    for path in unique:
        if path in failed:
            _tell(path, failed[path])
    return errors.EXIT_UNREAD if failed else errors.EXIT_OK


def _cores() -> int:
    import os

    return os.cpu_count() or 1


def _deliver(
    files: list[Path], documents: dict[Path, bytes], out: Path | None, *, show: bool, several: bool
) -> None:
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        for path, name in zip(files, _names(files), strict=True):
            if path in documents:
                (out / name).write_bytes(documents[path] + b"\n")
    if show:
        ready = [documents[path] for path in files if path in documents]
        if several:
            sys.stdout.buffer.write(b"[" + b",\n".join(ready) + b"]\n")
        elif ready:
            sys.stdout.buffer.write(ready[0] + b"\n")
        sys.stdout.buffer.flush()


def _names(files: list[Path]) -> list[str]:
    """`<file name>.json`; files of one name in several folders get a number, none overwrites another."""
    taken: dict[str, int] = {}
    names = []
    for path in files:
        count = taken[path.name] = taken.get(path.name, 0) + 1
        names.append(f"{path.name}.json" if count == 1 else f"{path.name}.{count}.json")
    return names


def _explain(files: tuple[Path, ...]) -> int:
    from extract.document import explain_text
    from extract.errors import ReadError

    code = errors.EXIT_OK
    for path in files:
        try:
            click.echo(explain_text(path))
        except (ReadError, OSError) as error:
            _tell(path, str(error))
            code = errors.EXIT_UNREAD
    return code


def _tell(path: Path, reason: str) -> None:
    from flows.text import printable

    click.echo(f"{printable(path.name)}: {printable(reason)}", err=True)

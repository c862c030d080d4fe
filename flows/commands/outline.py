"""`tonghop outline`: a draft campaign.yaml from the requesting letter or the đề cương."""

from __future__ import annotations

from pathlib import Path

import click

from flows import errors


@click.command(help="Soạn bản nháp campaign.yaml từ công văn yêu cầu và/hoặc đề cương (DOCX, PDF).")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="TỆP…",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Ghi vào tệp này (mặc định in ra màn hình).",
)
def command(files: tuple[Path, ...], out: Path | None) -> int:
    """Read the files and print or write the draft; an existing file is never overwritten."""
    from extract.isolation import read_many
    from transform.drafting.source import doubts
    from transform.outline_draft import draft_campaign

    if out is not None and out.exists():
        raise click.UsageError(f"«{out}» đã có; phần mềm không ghi đè. Đề nghị chọn tên khác.")
    outcomes = {outcome.path: outcome for outcome in read_many(list(files))}
    documents = []
    for path in files:
        outcome = outcomes[path]
        if outcome.document is None:
            click.echo(
                f"{path.name}: {outcome.error} {outcome.error.advice if outcome.error else ''}", err=True
            )
            return errors.EXIT_UNREAD
        documents.append(outcome.document)
    for doubt in doubts(documents):
        click.echo(f"Đề nghị xem lại: {doubt}.", err=True)
    text = draft_campaign(*documents)
    if out is None:
        click.echo(text)
    else:
        out.write_text(text, encoding="utf-8")
        click.echo(f"Đã ghi bản nháp {out}; đề nghị xem lại các dòng có dấu # rồi lập agencies.csv.")
    return errors.EXIT_OK

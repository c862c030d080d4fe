"""`tonghop cite`: the documents named in plain text, one JSON object a line."""

from __future__ import annotations

import sys
from typing import BinaryIO

import click


@click.command(help="Tìm văn bản được viện dẫn trong tệp chữ (hoặc đầu vào chuẩn), mỗi lần một dòng JSON.")
@click.argument("source", metavar="[TỆP|-]", type=click.File("rb"), default="-")
@click.option("--json", "as_json", is_flag=True, help="In mỗi viện dẫn một dòng JSON (mặc định).")
def command(source: BinaryIO, as_json: bool) -> int:
    """Print citations with character offsets into the text as given (UTF-8, else as its bytes tell)."""
    import msgspec

    from extract.citations import find
    from extract.encoding.plain import read_text

    del as_json  # the only form there is
    for citation in find(read_text(source.read())):
        sys.stdout.buffer.write(msgspec.json.encode(citation) + b"\n")
    sys.stdout.buffer.flush()
    return 0

"""Citations of Vietnamese public documents in plain text.

>>> from extract.citations import find
>>> find("Kế hoạch số 386/KH-VPUBND ngày 28/11/2016")[0].number
'386/KH-VPUBND'

Usable alone: needs `msgspec` and the standard library, no file, no database. See `docs/citations.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from extract.citations.finder import find
from extract.citations.shorts import resolve
from extract.model import Citation

__all__ = ["Citation", "find", "resolve", "to_jsonl"]


def to_jsonl(citations: Iterable[Citation]) -> Iterator[bytes]:
    """One UTF-8 JSON object with a line end per citation, fields in the order of `Citation`."""
    encoder = msgspec.json.Encoder()
    for citation in citations:
        yield encoder.encode(citation) + b"\n"

"""A PDF taken apart into objects with their streams unpacked, and put together with a true xref."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import cache

from benchmarks.fuzzing.seeds import pdf_seeds

_OBJECT = re.compile(rb"(?<![0-9])(\d+) 0 obj\s*(.*?)\s*endobj", re.DOTALL)
_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref", re.DOTALL)
_LENGTH = re.compile(rb"/Length \d+")
_FLATE = re.compile(rb"/Filter\s*/FlateDecode")


@dataclass(slots=True)
class Part:
    """One object: its dictionary (or other value), and its stream's data, unpacked; None without a stream."""

    head: bytes
    data: bytes | None = None
    packed: bool = False


@dataclass(slots=True)
class Pieces:
    """Objects by number, and the entries of the trailer."""

    objects: dict[int, Part]
    trailer: bytes


@cache
def _taken_apart(index: int) -> Pieces:
    data = pdf_seeds()[index]
    objects = {}
    for found in _OBJECT.finditer(data):
        head, mark, rest = found[2].partition(b"stream\n")
        if not mark:
            objects[int(found[1])] = Part(found[2])
            continue
        body = rest[: rest.rfind(b"endstream")].rstrip(b"\r\n")
        packed = _FLATE.search(head) is not None
        head = _FLATE.sub(b"", _LENGTH.sub(b"", head))
        objects[int(found[1])] = Part(head.strip(), zlib.decompress(body) if packed else body, packed)
    trailer = _TRAILER.search(data)
    entries = re.sub(rb"/Size \d+", b"", trailer[1]) if trailer else b"/Root 1 0 R"
    return Pieces(objects, entries.strip())


def pieces(index: int) -> Pieces:
    """Return a copy, to be changed, of the seed `index`."""
    seed = _taken_apart(index)
    return Pieces({n: Part(p.head, p.data, p.packed) for n, p in seed.objects.items()}, seed.trailer)


def kinds(made: Pieces) -> dict[str, list[int]]:
    """Numbers of the objects that are pages' contents, character maps, fonts, other streams, the rest."""
    found: dict[str, list[int]] = {"content": [], "cmap": [], "font": [], "stream": [], "value": []}
    for number, part in made.objects.items():
        if part.data is not None and b"beginbfchar" in part.data + b"beginbfchar" * (b"/CMap" in part.head):
            found["cmap"].append(number)
        elif part.data is not None and b" Tf" in part.data:
            found["content"].append(number)
        elif part.data is not None:
            found["stream"].append(number)
        else:
            found["font" if b"/Font" in part.head else "value"].append(number)
    return found


def assembled(made: Pieces, *, repack: bool = True) -> bytes:
    """Return the file, its streams packed again where they were."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets = {}
    for number in sorted(made.objects):
        offsets[number] = len(out)
        out += b"%d 0 obj\n" % number + _body(made.objects[number], repack) + b"\nendobj\n"
    start, size = len(out), max(made.objects, default=0) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % offsets[number] if number in offsets else b"0000000000 00000 f \n"
    out += b"trailer\n<< /Size %d " % size + made.trailer + b" >>\nstartxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def _body(part: Part, repack: bool) -> bytes:
    if part.data is None:
        return part.head
    data, extra = part.data, b""
    if part.packed and repack:
        data, extra = zlib.compress(data, 1), b" /Filter /FlateDecode"
    head = part.head
    at = head.rfind(b">>")
    entries = extra + (b"" if b"/Length" in head else b" /Length %d" % len(data))
    head = head[:at] + entries + head[at:] if at >= 0 else b"<<" + entries + b">>"
    return head + b"\nstream\n" + data + b"\nendstream"

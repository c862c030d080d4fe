# ruff: noqa: E501 - tables of values
"""Mutated PDF files: values of objects, operators of contents, character maps, fonts, filters, the table of objects."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable

from benchmarks.fuzzing.nasty import NUMBERS_OF_PDF, bytes_mutated, integer
from benchmarks.fuzzing.pdf_parts import Part, Pieces, assembled, kinds, pieces
from benchmarks.fuzzing.seeds import pdf_seeds

_NUMBER = re.compile(rb"(?<![\w.#<])-?\d*\.?\d+(?![\w.])")
_REFERENCE = re.compile(rb"\b\d+ 0 R\b")
_NAME = re.compile(rb"/[A-Za-z0-9.+-]+")
_TOKEN = re.compile(rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f]*>|\[|\]|[^\s\[\]()<>]+")
_OPERATORS = tuple(
    b"q Q cm Tf Td TD Tm Tj TJ T* ' \" Tc Tw Tz TL Tr Ts re m l c h f f* S s B b* n W W* Do BT ET BI ID EI BX EX gs sh rg g k "
    b"cs scn w J M d i ri d0 d1 MP DP BMC BDC EMC".split()
)
_NAMES = (b"/Page", b"/Pages", b"/Catalog", b"/Type0", b"/Type3", b"/Type1", b"/TrueType", b"/Form", b"/Image", b"/Sig",
          b"/FlateDecode", b"/LZWDecode", b"/ASCII85Decode", b"/RunLengthDecode", b"/CCITTFaxDecode", b"/JBIG2Decode",
          b"/JPXDecode", b"/DCTDecode", b"/Crypt", b"/Identity-H", b"/Identity-V", b"/WinAnsiEncoding", b"/UniGB-UCS2-H",
          b"/.VnTime", b"/.VnTimeH", b"/VNI-Times", b"/ABCDEF+Bold", b"/Rotate", b"/UserUnit", b"/Kids", b"/Count", b"/CropBox",
          b"/Annots", b"/Parent", b"/Contents", b"/Encrypt", b"/Widget", b"/Popup", b"/ByteRange", b"/#00", b"/XFA")  # fmt: skip
_ENTRIES = (b"/Rotate 90", b"/Rotate 45", b"/Rotate -270", b"/UserUnit 1e9", b"/UserUnit 0", b"/CropBox [0 0 0 0]",
            b"/CropBox [100 100 -5 7]", b"/MediaBox [0 0 1e7 1e7]", b"/MediaBox [0 0 0 0]", b"/MediaBox [0 0 14400 14400]",
            b"/MediaBox []", b"/Contents [4 0 R 4 0 R 4 0 R]", b"/Annots [3 0 R]", b"/Kids [2 0 R]", b"/Parent 3 0 R",
            b"/Count 2147483647", b"/Count -1", b"/ByteRange [0 10 20 99999999999]", b"/F (/etc/passwd)", b"/Resources 3 0 R",
            b"/Encoding << /Differences [0 /a /uni0301 /g55 /.notdef 200 /ohorn] >>", b"/Widths [1e9 -500 0]", b"/FirstChar -1",
            b"/DW 100000", b"/DecodeParms << /Predictor 15 /Columns 2000000000 >>", b"/OpenAction << /S /Launch /F (x) >>",
            b"/FontMatrix [0 0 0 0 0 0]", b"/BBox [0 0 0 0]", b"/Matrix [1e9 0 0 0 0 0]", b"/Group << /S /Transparency >>")  # fmt: skip
_TYPESET = 0.35
_CODES = (b"0000", b"D800", b"DC00", b"D800DC00", b"DFFFD800", b"FFFE", b"FFFF", b"0002", b"000A", b"00AD", b"0301", b"0323",
          b"E000", b"200B", b"202E", b"0045032303020301", b"00B9", b"", b"0", b"01B0" * 40, b"110000")  # fmt: skip


def pdf_input(rng: random.Random, canary: str) -> bytes:
    """One mutated file. canary: path of a file whose content must never be read."""
    # the typeset file, the last one, has the most to break
    index = len(pdf_seeds()) - 1 if rng.random() < _TYPESET else rng.randrange(len(pdf_seeds()) - 1)
    if rng.random() < 0.12:
        return _of_bytes(rng, pdf_seeds()[index])
    made = pieces(index)
    for _ in range(1 + integer(rng, 4)):
        if made.objects:
            rng.choices(_WAYS, _WEIGHTS)[0](rng, made, canary)
    data = assembled(made, repack=rng.random() < 0.9)
    return _of_table(rng, data) if rng.random() < 0.12 else data


def _of_bytes(rng: random.Random, data: bytes) -> bytes:
    kind = rng.randrange(5)
    if kind == 0:
        return data[: rng.randrange(len(data))]
    if kind == 1:
        other = rng.choice(pdf_seeds())
        return data[: rng.randrange(len(data))] + other[rng.randrange(len(other)) :]
    if kind == 2:
        return rng.randbytes(integer(rng, 1100)) + data
    return bytes_mutated(rng, data, rng.choice(pdf_seeds()), 6)


def _of_table(rng: random.Random, data: bytes) -> bytes:
    """Falsify the cross-reference table, the trailer or where they start."""
    at = data.rfind(b"xref\n0")
    body, table = data[:at], data[at:]
    kind = rng.randrange(5)
    if kind == 0:
        return body
    if kind == 1:
        return body + re.sub(rb"startxref\n\d+", b"startxref\n" + rng.choice(NUMBERS_OF_PDF).encode(), table)
    if kind == 2:
        return body + bytes_mutated(rng, table, body, 4)
    if kind == 3:
        added = b"/Prev %d" % rng.choice((0, at, 10**12, -1)) + rng.choice(
            (b"", b" /XRefStm 0", b" /Size 999999999")
        )
        return body + table.replace(b"trailer\n<<", b"trailer\n<< " + added, 1)
    return data + table * rng.randrange(1, 30)


def _pick(rng: random.Random, made: Pieces, *wanted: str) -> Part | None:
    sorted_out = kinds(made)
    numbers = [number for kind in wanted for number in sorted_out[kind]]
    return made.objects[rng.choice(numbers)] if numbers else None


def _values(rng: random.Random, made: Pieces, _canary: str) -> None:
    """Change numbers, names, references and entries of dictionaries."""
    part = rng.choice(list(made.objects.values()))
    for _ in range(1 + integer(rng, 5)):
        kind = rng.randrange(7)
        if kind <= 1:
            part.head = _replaced(rng, _NUMBER, part.head, rng.choice(NUMBERS_OF_PDF).encode())
        elif kind == 2:
            part.head = _replaced(
                rng, _REFERENCE, part.head, b"%d 0 R" % rng.choice([*made.objects, 0, 9999])
            )
        elif kind == 3:
            part.head = _replaced(rng, _NAME, part.head, rng.choice(_NAMES))
        elif kind == 4 and part.head.startswith(b"<<"):
            part.head = b"<< " + rng.choice(_ENTRIES) + part.head[2:]
        elif kind == 5 and part.head.endswith(b">>"):
            part.head = part.head[:-2] + rng.choice(_ENTRIES) + b">>"
        else:
            depth = rng.choice((1, 30, 600, 20000))
            part.head = _replaced(rng, _NUMBER, part.head, b"[" * depth + b"0" + b"]" * depth)


def _replaced(rng: random.Random, pattern: re.Pattern[bytes], data: bytes, by: bytes) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return data
    one = rng.choice(found)
    return data[: one.start()] + by + data[one.end() :]


def _content(rng: random.Random, made: Pieces, _canary: str) -> None:
    """Change the operators and operands of a page's contents."""
    part = _pick(rng, made, "content")
    if part is None or part.data is None:
        return
    tokens = _TOKEN.findall(part.data)
    for _ in range(1 + integer(rng, 10)):
        if not tokens:
            break
        at = rng.randrange(len(tokens))
        kind = rng.randrange(9)
        if kind <= 2:
            places = [k for k, token in enumerate(tokens) if _NUMBER.fullmatch(token)]
            if places:
                tokens[rng.choice(places)] = rng.choice(NUMBERS_OF_PDF).encode()
        elif kind == 3:
            tokens[at] = rng.choice(_OPERATORS)
        elif kind == 4:
            tokens.insert(at, rng.choice(_OPERATORS))
        elif kind == 5:
            del tokens[at : at + 1 + integer(rng, 12)]
        elif kind == 6:
            tokens[at:at] = tokens[at : at + 1 + integer(rng, 40)] * (1 + integer(rng, 12))
        elif kind == 7:
            tokens[at:at] = rng.choice(_SNIPPETS)
        else:
            tokens[at] = bytes_mutated(rng, tokens[at], b"()<>[]\\", 2)
    part.data = b" ".join(tokens)


_SNIPPETS = tuple(
    text.split()
    for text in (
        b"BT /F1 0 Tf 10 10 Td (khong) Tj ET", b"BT /F1 -14 Tf 300 300 Td (nguoc) Tj ET", b"BT /F1 1e9 Tf 1 1 Td (to) Tj ET",
        b"BT /F9 12 Tf 1 0 0 1 1e30 1e30 Tm (xa) Tj ET", b"BT /F1 12 Tf 0 0 0 0 0 0 Tm (det) Tj ET",
        b"BT /F1 12 Tf 0.7 0.7 -0.7 0.7 300 400 Tm (cheo) Tj ET", b"BT /F1 12 Tf 0 1 -1 0 300 400 Tm (doc) Tj ET",
        b"BT /F1 7 Tf 80 100 Td (1) Tj ET BT /F1 10 Tf 86 96 Td (chu thich) Tj ET 80 120 150 0.5 re f",
        b"/I1 Do /F1 Do /X0 Do", b"q q q q q q q q q q", b"1e10 0 0 1e10 0 0 cm", b"0 0 0 0 0 0 cm", b"-1 0 0 -1 595 842 cm",
        b"0 0 595 842 re W n", b"10 10 1e9 1e9 re f", b"80 500 0 0 re S", b"BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI",
        b"/P << /MCID 0 >> BDC", b"EMC EMC EMC", b"[(a) 1e9 (b) -1e9 (c)] TJ", b"BT /F1 12 Tf 80 400 Td (So: 5/BC-UBND) Tj ET",
        b"100 Tz 0 Tz", b"7 Tr", b"1 w 80 700 m 500 700 l S 80 650 m 500 650 l S 80 650 m 80 700 l S 500 650 m 500 700 l S",
    )
)  # fmt: skip


def _many(rng: random.Random, made: Pieces, _canary: str) -> None:
    """Many lines, boxes, letters or pages (still a small file)."""
    part = _pick(rng, made, "content")
    if part is None or part.data is None:
        return
    count = rng.choice((20, 60, 60, 200, 1200))
    kind = rng.randrange(5)
    if kind == 0:
        part.data += b"".join(
            b" %d %d 9 9 re S" % (20 + 10 * (k % 50), 20 + 10 * (k // 50)) for k in range(count)
        )
    elif kind == 1:
        part.data += b"".join(
            b" BT /F1 6 Tf %d %d Td (%d) Tj ET" % (20 + k % 550, 20 + k % 790, k) for k in range(count)
        )
    elif kind == 2:
        part.data += b" BT /F1 9 Tf 40 90 Td " + b"".join(b"(%d ) Tj " % k for k in range(count)) + b"ET"
    elif kind == 3:
        part.data += b"".join(
            b" %d 0 m %d 842 l S 0 %d m 595 %d l S" % (k, k, k, k) for k in range(5, min(count, 590), 5)
        )
    else:
        for number, page in made.objects.items():
            if b"/Type /Pages" in page.head or b"/Type/Pages" in page.head:
                kids = _REFERENCE.findall(page.head)[:1] * min(count, 40)
                made.objects[number] = Part(
                    b"<< /Type /Pages /Kids [" + b" ".join(kids) + b"] /Count %d >>" % len(kids)
                )


def _cmap(rng: random.Random, made: Pieces, _canary: str) -> None:
    """Change what the codes of a font mean."""
    part = _pick(rng, made, "cmap")
    if part is None or part.data is None:
        return
    for _ in range(1 + integer(rng, 8)):
        kind = rng.randrange(4)
        if kind <= 1:
            part.data = _replaced(
                rng, re.compile(rb"<[0-9A-Fa-f]*>"), part.data, b"<" + rng.choice(_CODES) + b">"
            )
        elif kind == 2:
            span = b"1 beginbfrange <%s> <%s> <%s> endbfrange\n" % tuple(rng.choices((*_CODES, b"0041"), k=3))
            part.data = part.data.replace(b"endcmap", span + b"endcmap", 1)
        else:
            part.data = bytes_mutated(rng, part.data, part.data, 2)


def _font(rng: random.Random, made: Pieces, _canary: str) -> None:
    """Change a font's description or its program."""
    part = _pick(rng, made, "font") if rng.random() < 0.6 else _pick(rng, made, "stream")
    if part is None:
        return
    if part.data is not None:
        part.data = bytes_mutated(rng, part.data, part.data, 4)
    elif rng.random() < 0.5:
        part.head = _replaced(rng, _NAME, part.head, rng.choice(_NAMES))
    else:
        part.head = _replaced(rng, re.compile(rb">>"), part.head, rng.choice(_ENTRIES) + b">>")


def _filter(rng: random.Random, made: Pieces, canary: str) -> None:
    """Wrong lengths and filters, chains of filters, streams in another file, a small bomb."""
    part = _pick(rng, made, "content", "cmap", "stream")
    if part is None or part.data is None:
        return
    kind = rng.randrange(6)
    if kind == 0:
        part.head = _with(part.head, b"/Length %s" % rng.choice(NUMBERS_OF_PDF).encode())
    elif kind == 1:
        names = b" ".join(rng.choices(_NAMES[10:19], k=rng.choice((1, 2, 40))))
        part.head, part.packed = _with(part.head, b"/Filter [" + names + b"]"), False
    elif kind == 2:
        part.data = bytes_mutated(rng, zlib.compress(part.data), part.data, 2)
        part.head, part.packed = _with(part.head, b"/Filter /FlateDecode"), False
    elif kind == 3:
        part.head = _with(part.head, b"/F (%s) /FFilter /FlateDecode" % canary.encode())
    elif kind == 4 and rng.random() < 0.03:
        part.data += b" " * (24 << 20) if rng.random() < 0.5 else b"q " * (4 << 20)
        part.packed = True
    else:
        part.data, part.packed = part.data[: rng.randrange(len(part.data) + 1)], not part.packed


def _with(head: bytes, entry: bytes) -> bytes:
    return b"<< " + entry + b" " + head[2:] if head.startswith(b"<<") else head


def _objects(rng: random.Random, made: Pieces, _canary: str) -> None:
    """Lose or exchange objects, let two numbers name one object, change the trailer."""
    numbers = list(made.objects)
    one, other = rng.choice(numbers), rng.choice(numbers)
    kind = rng.randrange(5)
    if kind == 0:
        del made.objects[one]
    elif kind == 1:
        made.objects[one], made.objects[other] = made.objects[other], made.objects[one]
    elif kind == 2:
        made.objects[one] = made.objects[other]
    elif kind == 3:
        made.objects[one] = Part(b"%d 0 R" % other)
    else:
        made.trailer = rng.choice(
            (_replaced(rng, _REFERENCE, made.trailer, b"%d 0 R" % one), made.trailer + b" /Encrypt %d 0 R" % one,
             made.trailer + b" /Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 /O () /U () /P -4 >>", b"")
        )  # fmt: skip


_WAYS: tuple[Callable[[random.Random, Pieces, str], None], ...] = (
    _values,
    _content,
    _many,
    _cmap,
    _font,
    _filter,
    _objects,
)
_WEIGHTS = (26, 30, 4, 12, 10, 10, 8)

"""PDF files written by hand, for what no typesetter prints: widgets, legacy fonts, passwords, damage."""

from __future__ import annotations

import hashlib

Objects = dict[int, bytes]

_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def stream(data: bytes, entries: str = "") -> bytes:
    """Return a stream object's body."""
    return f"<< /Length {len(data)} {entries}>>\nstream\n".encode() + data + b"\nendstream"


def build(objects: Objects, trailer: str = "/Root 1 0 R") -> bytes:
    """Return a file of numbered objects with its cross-reference table."""
    out = bytearray(b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n")
    offsets = {}
    for number in sorted(objects):
        offsets[number] = len(out)
        out += f"{number} 0 obj\n".encode() + objects[number] + b"\nendobj\n"
    start = len(out)
    size = max(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n".encode()
    for number in range(1, size):
        state = f"{offsets[number]:010d} 00000 n \n" if number in offsets else "0000000000 00000 f \n"
        out += state.encode()
    return bytes(out) + f"trailer\n<< /Size {size} {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()


def page(content: bytes, *, font: str = "Times-Roman", extra: str = "", more: Objects | None = None) -> bytes:
    """One A4 page with one font /F1 (WinAnsi). extra: entries of the page; more: further objects."""
    objects: Objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> >>"
        if more
        else b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            f"/Resources << /Font << /F1 5 0 R >> >> {extra} >>"
        ).encode(),
        4: stream(content),
        5: f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>".encode(),
    }
    return build({**objects, **(more or {})})


def lines(texts: list[str], size: float = 14.0, x: float = 85.0, y: float = 760.0) -> bytes:
    """Content that prints lines of Latin-1 text in /F1."""
    parts = [
        f"BT /F1 {size} Tf {x} {y - 20 * index} Td ({_escape(text)}) Tj ET"
        for index, text in enumerate(texts)
    ]
    return "\n".join(parts).encode("latin-1")


def _escape(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def with_widget(body: list[str], value: str, at: tuple[float, float]) -> bytes:
    """Return a page whose number stands only in the appearance of a signature field."""
    x, y = at
    appearance = stream(
        f"BT /F1 13 Tf 2 3 Td ({value}) Tj ET".encode(),
        "/Type /XObject /Subtype /Form /BBox [0 0 80 18] /Resources << /Font << /F1 5 0 R >> >> ",
    )
    widget = (
        f"<< /Type /Annot /Subtype /Widget /FT /Sig /T (so) /Rect [{x} {y} {x + 80} {y + 18}] /F 4 "
        "/P 3 0 R /AP << /N 7 0 R >> >>"
    ).encode()
    return page(lines(body), extra="/Annots [6 0 R]", more={6: widget, 7: appearance})


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def encrypted(body: list[str], user_password: bytes = b"") -> bytes:
    """Return a page under the standard security handler (revision 2); an empty password opens by itself."""
    identity = b"0123456789abcdef"
    padded = (user_password + _PAD)[:32]
    owner = _rc4(hashlib.md5((b"owner" + _PAD)[:32]).digest()[:5], padded)  # noqa: S324 - what the format prescribes
    permissions = (0xFFFFFFFC).to_bytes(4, "little")
    key = hashlib.md5(padded + owner + permissions + identity).digest()[:5]  # noqa: S324
    user = _rc4(key, _PAD)

    def locked(number: int, data: bytes) -> bytes:
        own = hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]  # noqa: S324
        return _rc4(own, data)

    objects: Objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        4: stream(locked(4, lines(body))),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
        6: (f"<< /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{user.hex()}> /P -4 >>").encode(),
    }
    return build(objects, f"/Root 1 0 R /Encrypt 6 0 R /ID [<{identity.hex()}> <{identity.hex()}>]")

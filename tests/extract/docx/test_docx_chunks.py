"""Files kept whole in a DOCX (`w:altChunk`), and a letterhead that stands in the header."""

from __future__ import annotations

import io
import time
import zipfile

import docx_maker
import pytest
from docx_maker import NAMESPACES, note, pack, para, row, run, table

from extract.docx import read_docx

PAGE = """<html><head><title>không in</title><style>p {color: red}</style></head><body>
<table><tr><td>UBND XÃ A</td><td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></td></tr></table>
<p style="text-align: center"><strong>BÁO CÁO</strong></p>
<h2>I. Tình hình</h2>
<p>Đơn vị có
   <b>12</b> xã,<br>đạt 10<sup>3</sup> lượt.</p>
<ol start="2"><li>Việc hai</li><li>Việc ba</li></ol><ul><li>gạch</li></ul>
<table border="1"><tr><th>STT</th><th colspan="2">Tên</th></tr>
<tr><td rowspan="2">1</td><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>
chữ ngoài đoạn</body></html>"""
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def with_chunk(path, data, name="khac.htm", target=None):
    """Write a DOCX that has `data` between two paragraphs."""
    link = f'<Relationship Id="rId7" Type="{RELATION}aFChunk" Target="{target or name}"/>'
    body = f'<w:body>{para("Trước")}<w:altChunk r:id="rId7"/>{para("Sau")}</w:body>'
    parts = {
        "word/document.xml": f"<w:document {NAMESPACES}>{body}</w:document>",
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{link}</Relationships>',
    }
    pack(path, parts)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(f"word/{name}", data)
    return read_docx(path)


def shown(document):
    return [
        (f"{b.number} " if b.number else "") + b.text if b.kind == "paragraph" else b.cells
        for b in document.blocks
    ]


def mhtml(encoding):
    message = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    )
    import base64

    return message.encode() + base64.encodebytes(PAGE.encode(encoding)) + b"\r\n--x--"


@pytest.mark.parametrize(
    "data", [PAGE.encode(), PAGE.encode("utf-8-sig"), mhtml("utf-8")], ids=["html", "bom", "mht"]
)
def test_a_page_kept_in_the_file_is_read_at_its_place(tmp_path, data):
    document = with_chunk(tmp_path / "a.docx", data)
    assert shown(document) == [
        "Trước",
        "UBND XÃ A",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "BÁO CÁO",
        "I. Tình hình",
        "Đơn vị có 12 xã,\nđạt 10³ lượt.",
        "2. Việc hai",
        "3. Việc ba",
        "- gạch",
        [["STT", "Tên", ""], ["1", "a", "b"], ["", "c", "d"]],
        "chữ ngoài đoạn",
        "Sau",
    ]
    by_text = {block.text: block for block in document.blocks}
    assert (by_text["UBND XÃ A"].column, by_text["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"].column) == (0, 1)
    assert (by_text["BÁO CÁO"].align, by_text["BÁO CÁO"].bold) == ("center", 1.0)
    assert (by_text["I. Tình hình"].outline_level, by_text["I. Tình hình"].style) == (1, "heading 2")
    assert document.warnings == []


def inner(body, **parts):
    target = io.BytesIO()
    docx_maker.write(target, body, **parts)
    return target.getvalue()


def test_a_docx_kept_in_the_file_is_read_at_its_place(tmp_path):
    data = inner(para("Trong") + table(row("a", "b", "c"), row("1", "2", "3"), lined=True))
    document = with_chunk(tmp_path / "a.docx", data, "khac.docx")
    assert shown(document) == ["Trước", "Trong", [["a", "b", "c"], ["1", "2", "3"]], "Sau"]
    assert document.warnings == []


@pytest.mark.parametrize(
    ("data", "target"),
    [
        (b"{\\rtf1 x}", None),
        (b"PK\x03\x04 broken", None),
        (b"", None),
        (b"MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nx", None),
        (PAGE.encode(), "khong-co.htm"),
        (mhtml("utf-8").replace(b'charset="utf-8"', b'charset="la"'), None),
        (inner(para(run("có chú thích") + docx_maker.call(1)), footnotes=note(1, "x")), None),
    ],
)
def test_what_is_not_read_is_said_and_the_rest_is_read(tmp_path, data, target):
    document = with_chunk(tmp_path / "a.docx", data, target=target)
    assert shown(document) == ["Trước", "Sau"]
    assert [warning.code for warning in document.warnings] == ["embedded_content"]


def test_a_file_kept_in_a_kept_file_is_not_followed(tmp_path):
    with_chunk(tmp_path / "trong.docx", PAGE.encode())
    document = with_chunk(tmp_path / "a.docx", (tmp_path / "trong.docx").read_bytes(), "khac.docx")
    assert shown(document) == ["Trước", "Trước", "Sau", "Sau"]


MOTTO = para("UBND XÃ A") + para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
HEADED = '<w:headerReference w:type="{}" r:id="rId1"/>{}'


@pytest.mark.parametrize(
    ("kind", "title", "header", "body", "texts"),
    [
        (
            "default",
            "",
            MOTTO,
            para("BÁO CÁO"),
            ["UBND XÃ A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BÁO CÁO"],
        ),
        ("first", "<w:titlePg/>", MOTTO, para("B"), ["UBND XÃ A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "B"]),
        ("first", "", MOTTO, para("BÁO CÁO"), ["BÁO CÁO"]),  # a first page of its own is not switched on
        ("even", "", MOTTO, para("BÁO CÁO"), ["BÁO CÁO"]),
        ("default", "", para("Báo cáo năm 2025"), para("BÁO CÁO"), ["BÁO CÁO"]),
        ("default", "", MOTTO, MOTTO + para("B"), ["UBND XÃ A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "B"]),
    ],
)
def test_a_letterhead_in_the_header_of_the_first_page(tmp_path, kind, title, header, body, texts):
    section = HEADED.format(kind, title)
    document = read_docx(docx_maker.write(tmp_path / "a.docx", body, header=header, section=section))
    assert [block.text for block in document.blocks] == texts


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 5000 + "x",
        "<table border=1>" + "<tr><td rowspan=99999 colspan=99999>a<td>b<td>c</tr>" * 300 + "</table>",
        "<div><ol>" + "<li>x</li>" * 20_000 + "</ol>",
    ],
    ids=["deep", "wide", "long"],
)
def test_a_hostile_page_costs_little(tmp_path, page):
    start = time.process_time()
    document = with_chunk(tmp_path / "a.docx", page.encode())
    assert time.process_time() - start < 5.0
    assert all(len(line) <= 512 for block in document.blocks for line in block.cells)
    assert document.blocks[0].text == "Trước"

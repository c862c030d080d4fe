# ruff: noqa: E501 - markup and tables of values
"""Tiny documents that the mutations start from, made by the test corpus' own makers (nothing is read from disk)."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

_CORPUS = Path(__file__).resolve().parents[2] / "tests" / "corpus"
for _folder in (_CORPUS, _CORPUS / "pdf"):
    if str(_folder) not in sys.path:
        sys.path.insert(0, str(_folder))

Parts = dict[str, bytes]
_DATE = re.compile(rb"D:\d{14}Z?")


@cache
def docx_seeds() -> tuple[Parts, ...]:
    """Return the layouts of the DOCX corpus, and files that hold every construct the reader knows."""
    import docx_variants

    made = [_parts(body, parts) for body, parts in docx_variants.variants().values()]
    return (*made, _parts(*_everything()), _kept())


def _parts(body: str, parts: dict[str, str]) -> Parts:
    import docx_maker

    target: Any = io.BytesIO()
    docx_maker.write(target, body, **parts)
    with zipfile.ZipFile(target) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Parts, *, packed: bool = True) -> bytes:
    """Zip parts in their order, with a fixed date; large ones are packed anyway."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            pack = packed or len(data) > 1 << 20
            info.compress_type = zipfile.ZIP_DEFLATED if pack else zipfile.ZIP_STORED
            archive.writestr(info, data)
    return target.getvalue()


def _kept() -> Parts:
    """Return a file with others kept in it (a page, a page with its pictures, a DOCX), formulas, forms, signs."""
    import docx_maker as d

    page = (
        '<html><body><h1>I. Tình hình</h1><p align="center">Đơn vị có <b>12</b> xã,<br>10<sup>3</sup> hộ</p>'
        '<ol start="2"><li>Việc</li></ol><table border="1"><tr><th>STT</th><th colspan="2">Tên</th></tr>'
        '<tr><td rowspan="2">1</td><td>a</td><td>b</td></tr></table></body></html>'
    ).encode()
    message = (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: '
        b'text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n' + page + b"\r\n--x--\r\n"
    )
    t = "<m:r><m:t>{}</m:t></m:r>".format
    formulas = (
        f"<m:f><m:num>{t(12)}</m:num><m:den>{t(30)}</m:den></m:f><m:sSup><m:e>{t(10)}</m:e><m:sup>{t(3)}</m:sup>"
        f'</m:sSup><m:rad><m:deg/><m:e>{t(16)}</m:e></m:rad><m:d><m:dPr><m:begChr m:val="["/></m:dPr><m:e>{t("a")}'
        f'</m:e></m:d><m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:e>{t("x")}</m:e></m:nary>'
    )
    form = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="a"/>'
        '<w:listEntry w:val="b"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:sym w:font="Symbol" w:char="F02A"/></w:r>'
    art = '<w:r><w:pict><v:shape><v:textpath string="HỎA TỐC"/></v:shape></w:pict></w:r>'
    rows = d.row("STT", d.cell("bỏ", '<w:cellDel w:id="1"/>'), "Tên", "Số") + d.row(
        "1", "a", "9", properties="<w:hidden/>"
    )
    body = (
        d.para("Trước") + "".join(f'<w:altChunk r:id="rK{k}"/>' for k in range(3))
        + d.para(d.run("lượt ") + d.run("3", '<w:vertAlign w:val="superscript"/>') + form + own + art)
        + d.para(f"<m:oMath>{formulas}</m:oMath>") + f"<m:oMathPara>{formulas}</m:oMathPara>"
        + d.para(d.run("\uf0d8 ü", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'))
        + d.para("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + d.run("ô") + "</w:sdtContent></w:sdt>")
        + d.table(rows, lined=True) + d.numbered("Mục", 1, 2) + d.numbered("Mục", 2, 1) + d.numbered("Mục", 2)
    )  # fmt: skip
    hidden = d.level(1, "decimal", "%1.%2", "<w:rPr><w:vanish/><w:caps/></w:rPr>")
    starts = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="4"/></w:lvlOverride>'
    parts = _parts(
        body,
        {
            "numbering": d.abstract(1, d.level(0, "lowerRoman", "%1."), hidden, d.level(2, "decimal", "%3)"))
            + d.num(1, 1)
            + d.num(2, 1, starts),
            "footnotes": d.note(1, "* Ghi chú"),
            "header": d.para("UBND XÃ A") + d.para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            "section": '<w:headerReference w:type="first" r:id="rId3"/><w:titlePg/>',
        },
    )
    inner = zipped(_parts(d.para("Trong"), {}))
    relations, kind = (
        "word/_rels/document.xml.rels",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    )
    for k, (name, data) in enumerate((("a.htm", page), ("b.mht", message), ("c.docx", inner))):
        parts[f"word/{name}"] = data
        link = b'<Relationship Id="rK%d" Type="%saFChunk" Target="%s"/></Relationships>' % (
            k,
            kind,
            name.encode(),
        )
        parts[relations] = parts[relations].replace(b"</Relationships>", link)
    return parts


def _everything() -> tuple[str, dict[str, str]]:
    import docx_maker as d

    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="900" cy="900"/>'
        "<a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>"
        + d.para("Khung chữ")
        + "</w:txbxContent></wps:txbx>"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    cells = d.table(
        d.row("STT", "Tên", "Số"),
        d.row(d.cell("1", '<w:vMerge w:val="restart"/>'), d.cell("Xã A", '<w:gridSpan w:val="2"/>')),
        d.row(d.cell("", "<w:vMerge/>"), "Xã B", d.cell(d.table(d.row("x", "y")) + d.para(""))),
        lined=True,
    )
    body = (
        d.para("I. TÌNH HÌNH CHUNG", '<w:keepNext/><w:outlineLvl w:val="0"/><w:spacing w:before="120" w:after="60"/>')
        + d.para(d.run("Năm 2025 có 12 xã, 98,5% đạt chuẩn") + d.call(2) + d.call(3, "endnote") + field + box)
        + d.para('<w:ins w:id="1"><w:r><w:t>thêm</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>bớt</w:delText></w:r></w:del>')
        + d.numbered("Mục tự động", 1) + d.numbered("Mục con", 1, 1) + d.numbered("Điểm", 1, 2) + d.numbered("Dấu", 2)
        + cells
        + d.para('<w:r><w:rPr><w:vanish/><w:caps/><w:sz w:val="26"/><w:rFonts w:ascii=".VnTimeH"/></w:rPr><w:t>Èn</w:t></w:r>'
                 '<w:r><w:sym w:font="Wingdings" w:char="F0B7"/><w:tab/><w:br w:type="page"/><w:noBreakHyphen/></w:r>')
        + '<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath><w:hyperlink r:id="rId9"><w:r><w:t>liên kết</w:t></w:r></w:hyperlink>'
        '<w:fldSimple w:instr="DATE"><w:r><w:t>ngày 01/02/2020</w:t></w:r></w:fldSimple><w:smartTag><w:r><w:t>thẻ</w:t></w:r>'
        "</w:smartTag><w:commentRangeStart w:id=\"0\"/><w:bookmarkStart w:id=\"0\" w:name=\"b\"/></w:p>"
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{d.para('I. TÌNH HÌNH CHUNG 1')}</w:sdtContent></w:sdt>"
        + d.para("1. Kết quả", '<w:sectPr><w:cols w:num="2"/><w:type w:val="continuous"/></w:sectPr>')
        + d.para("PHỤ LỤC") + d.para("Kèm theo Báo cáo số 45/BC-STN")
    )  # fmt: skip
    bullets = d.abstract(2, d.level(0, "bullet", "\uf0b7"), extra='<w:multiLevelType w:val="multilevel"/>')
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"28\"/></w:rPr></w:rPrDefault></w:docDefaults>"
        + d.style("Normal", default=True) + d.style("heading 1", '<w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr>')
        + d.style("Tieu", '<w:basedOn w:val="heading 1"/><w:link w:val="Normal"/>', "character")
    )  # fmt: skip
    return body, {
        "styles": styles,
        "numbering": d.THREE_LEVELS + bullets + d.num(1, 1, override) + d.num(2, 2),
        "footnotes": d.note(0, "", "footnote") + d.note(2, "Kế hoạch số 12/KH-STN ngày 03/02/2020."),
        "endnotes": d.note(3, "Chú thích cuối.", "endnote"),
        "settings": '<w:footnotePr><w:numFmt w:val="decimal"/><w:numRestart w:val="eachPage"/></w:footnotePr>',
        "header": d.para("HỎA TỐC"),
        "app": "<Pages>3</Pages><Application>Microsoft Office Word</Application>",
        "section": '<w:headerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/>',
    }


@cache
def pdf_seeds() -> tuple[bytes, ...]:
    """One-page files: written by hand, typeset (subset fonts, ToUnicode, table, footnote), two under a password."""
    import pdf_raw as raw

    report = [
        "UBND TINH GIA LAI", "SO THU NGHIEM", "So: 45/BC-STN", "BAO CAO", "I. TINH HINH CHUNG",
        "Nam 2025 co 12 xa theo Ke hoach so 12/KH-STN ngay 03/02/2020.", "1. Ket qua", "a) Diem thu nhat", "Noi nhan:",
    ]  # fmt: skip
    grid = b"".join(b"%d %d 120 20 re S\n" % (80 + 120 * (k % 3), 300 + 20 * (k // 3)) for k in range(9))
    cells = b"".join(
        b"BT /F1 11 Tf %d %d Td (o %d) Tj ET\n" % (84 + 120 * (k % 3), 305 + 20 * (k // 3), k)
        for k in range(9)
    )
    moved = (
        b"q 1 0 0 1 20 30 cm BT /F1 13 Tf 0.5 Tc 2 Tw 14 TL 80 700 Td (mot hai) Tj T* [(ba) -250 (bon) 30 (nam)] TJ "
        b"1 0 0 1 300 500 Tm 3 Tr (an) Tj 5 Ts (2) Tj ET Q 0 0 1 rg 10 10 m 200 10 l 200 12 l h f"
    )
    picture = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    picture += b"/Resources << /XObject << /I1 6 0 R >> /Font << /F1 5 0 R >> >> >>"
    form = "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 "
    drawn = b"q 400 0 0 500 80 200 cm /I1 Do Q " + raw.lines(["So: 12/BC"])
    image = raw.page(drawn, more={3: picture, 6: raw.stream(bytes(64), form)})
    return (
        raw.page(raw.lines(report)),
        raw.page(raw.lines(report[:4]) + b"\n" + grid + cells),
        raw.page(moved + b"\n" + raw.lines(report[4:]), extra="/Rotate 90"),
        raw.page(raw.lines(["Céng hßa x· héi chñ nghÜa ViÖt Nam"]), font=".VnTime"),
        raw.with_widget(report, "12/BC-UBND", (100.0, 700.0)),
        raw.encrypted(report),
        raw.encrypted(report, b"khoa"),
        image,
        _typeset(),
    )


def _typeset() -> bytes:
    from pdf_typeset import Case, Grid, Text

    case = Case(
        "nho",
        (
            Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, centred=True),
            Text("BÁO CÁO", bold=True, centred=True),
            Text("I. ĐẶC ĐIỂM, TÌNH HÌNH", bold=True),
            Text("Đơn vị có 12 xã theo Kế hoạch số 12/KH-STN ngày 03/02/2020|1| và các văn bản khác."),
            Grid((("STT", "Tên"), ("1", "Xã A"), ("2", "Xã B"))),
        ),
        notes={1: "Quyết định số 5/QĐ-UBND ngày 01/02/2021."},
    )
    return _DATE.sub(b"D:20260101000000Z", case.pdf())


@cache
def text_seeds() -> tuple[str, ...]:
    """Return reports in Unicode, decomposed, TCVN3, VNI and mojibake, and lists of citations."""
    import unicodedata

    import docx_variants as v

    lines = [f"{marker} {text}".strip() for _, marker, text in v.LINES]
    head = [v.PARENT, v.AGENCY, "Số: " + v.NUMBER, v.PLACE_DATE, "BÁO CÁO", v.SUBJECT, v.OPENING]
    report = "\n".join(
        [*head, *lines, v.CLOSING, "Nơi nhận:", "- Như trên;", "GIÁM ĐỐC", "Nguyễn Thử Nghiệm"]
    )
    cited = (
        "Thực hiện Kế hoạch số 12/KH-STN ngày 03/02/2020 của Sở Thử nghiệm về việc đổi mới; các Quyết định số "
        "15/QĐ-UBND, 16/QĐ-UBND và 17/QĐ-UBND ngày 5 tháng 6 năm 2021; khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP; "
        "Luật Thanh niên năm 2020 (sau đây gọi tắt là Luật). Năm 2025 có trên 1.900 lượt người, đạt 98,5% kế hoạch, "
        "tăng 10-15 hộ, 28/30 xã, kinh phí 1,2 tỷ đồng."
    )
    tcvn3, vni = v.encoder("tcvn3")(report), v.encoder("vni")(report)
    return (
        report,
        cited,
        unicodedata.normalize("NFD", report),
        tcvn3,
        vni,
        _broken(cited),
        v.NOTE,
        "\n".join(lines),
    )


def _broken(text: str) -> str:
    """UTF-8 read as cp1252."""
    return "".join(bytes([b]).decode("cp1252", "replace").replace("\ufffd", chr(b)) for b in text.encode())


@cache
def other_seeds() -> tuple[bytes, ...]:
    """First bytes of formats that are refused, converted by LibreOffice, or not what their name says."""
    rtf = rb"{\rtf1\ansi\deff0{\fonttbl{\f0 Times New Roman;}}\f0\fs28 B\'e1o c\'e1o\par I. T\u236?nh h\u236?nh\par}"
    html = "<!DOCTYPE html><html><head><meta charset=utf-8></head><body><p>I. Tình hình</p></body></html>".encode()
    ole = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + b"\x3e\x00\x03\x00\xfe\xff\x09\x00\x06\x00"
        + bytes(478)
    )
    ole += b"\xff\xff\xff\xff" * 128 + "WordDocument".encode("utf-16-le") + bytes(488)
    odt = zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<office/>"})
    sheet = zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"})
    plain = "\n".join(text_seeds()[:2]).encode()
    magic = (
        b"Rar!\x1a\x07\x00",
        b"7z\xbc\xaf\x27\x1c",
        b"\xff\xd8\xff\xe0",
        b"\x89PNG\r\n\x1a\n",
        b"II*\x00",
        b"MZ\x90",
    )
    return (
        rtf, html, ole, odt, sheet, plain, plain.decode().encode("utf-16"), zipped(docx_seeds()[0]), pdf_seeds()[0],
        b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', *(m + bytes(60) for m in magic),
    )  # fmt: skip

"""One small report of our own, laid out in the ways agencies really send it, with its gold beside it.

`variants()` gives name -> (body, parts) for `docx_maker.write`; `GOLD` what every variant says. To look
at them in Word or LibreOffice: `python tests/corpus/docx_variants.py FOLDER`.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

from docx_maker import (
    abstract,
    call,
    cell,
    level,
    note,
    num,
    para,
    row,
    run,
    style,
    table,
    write,
)

from extract.encoding.fonts import _rows

PARENT, AGENCY = "UBND TỈNH GIA LAI", "SỞ THỬ NGHIỆM"
NUMBER, PLACE_DATE = "45/BC-STN", "Gia Lai, ngày 07 tháng 4 năm 2026"
SUBJECT = "Kết quả thực hiện công tác vận động nhân dân giai đoạn 2016 - 2026"
NOTE = "Kế hoạch số 12/KH-STN ngày 03/02/2020 của Sở Thử nghiệm."
OPENING = "Thực hiện yêu cầu của cơ quan cấp trên, Sở Thử nghiệm báo cáo kết quả như sau:"
CLOSING = "Trên đây là báo cáo của Sở Thử nghiệm, kính gửi cơ quan có thẩm quyền tổng hợp./."

# (depth, marker, title); text paragraphs follow with depth None
LINES: list[tuple[int | None, str, str]] = [
    (0, "I.", "ĐẶC ĐIỂM TÌNH HÌNH"),
    (None, "", "Đơn vị có năm phòng và hai trung tâm trực thuộc, hoạt động ổn định trong nhiều năm qua."),
    (0, "II.", "KẾT QUẢ THỰC HIỆN"),
    (1, "1.", "Công tác tuyên truyền"),
    (None, "", "Đơn vị đã tổ chức 12 hội nghị tuyên truyền cho cán bộ và nhân dân trên địa bàn."),
    (None, "", "Nội dung tuyên truyền được đổi mới, phù hợp với từng nhóm người nghe ở cơ sở."),
    (1, "2.", "Công tác phối hợp"),
    (2, "a)", "Phối hợp với các đoàn thể"),
    (None, "", "Các bên đã ký quy chế phối hợp và duy trì giao ban hằng quý."),
    (2, "b)", "Phối hợp với cơ sở"),
    (None, "", "Cán bộ được phân công theo dõi từng địa bàn, kịp thời nắm tình hình."),
    (0, "III.", "PHƯƠNG HƯỚNG"),
    (None, "", "Thời gian tới, đơn vị tiếp tục nâng cao chất lượng phục vụ người dân."),
]
NOTED = 5
"""Index in LINES of the paragraph that ends in the footnote's mark."""

Typed = Callable[[int, str, str], str]


def _plain(text: str) -> str:
    return text


def letterhead(change: Callable[[str], str] = _plain, rpr: str = "") -> str:
    """Return the letterhead as the usual table without lines."""
    left = para(run(change(PARENT), rpr)) + para(run(change(AGENCY), "<w:b/>" + rpr))
    right = para(run(change("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), "<w:b/>" + rpr)) + para(
        run(change("Độc lập - Tự do - Hạnh phúc"), "<w:b/>" + rpr)
    )
    number = para(run(change(f"Số: {NUMBER}"), rpr))
    date = para(run(change(PLACE_DATE), "<w:i/>" + rpr))
    return table(row(cell(left), cell(right)), row(cell(number), cell(date)))


def letterhead_by_tabs() -> str:
    """Return the letterhead as four lines with tabs."""
    tab = "<w:r><w:tab/></w:r>"
    lines = (
        (PARENT, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (AGENCY, "Độc lập - Tự do - Hạnh phúc"),
        (f"Số: {NUMBER}", PLACE_DATE),
    )
    return "".join(para(run(left) + tab + tab + run(right)) for left, right in lines)


def letterhead_in_boxes() -> str:
    """Return the letterhead as two text boxes anchored in the first paragraph."""

    def box(*lines: str) -> str:
        inner = "".join(para(line) for line in lines)
        return (
            "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
            f"{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )

    left = box(PARENT, AGENCY, f"Số: {NUMBER}")
    right = box("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", PLACE_DATE)
    return para(left + right)


def title(change: Callable[[str], str] = _plain, rpr: str = "") -> str:
    """Return type and subject, centred."""
    centred = '<w:jc w:val="center"/>'
    lines = ("BÁO CÁO", SUBJECT)
    return "".join(para(run(change(line), "<w:b/>" + rpr), centred) for line in lines)


def ending(change: Callable[[str], str] = _plain, rpr: str = "") -> str:
    """Return the closing sentence, recipients and signature."""
    left = "".join(para(run(change(line), rpr)) for line in ("Nơi nhận:", "- Như trên;", "- Lưu: VT."))
    right = "".join(para(run(change(line), "<w:b/>" + rpr)) for line in ("GIÁM ĐỐC", "Nguyễn Thử Nghiệm"))
    return para(run(change(CLOSING), rpr)) + table(row(cell(left), cell(right)))


def typed_heading(_depth: int, marker: str, text: str) -> str:
    """Return a heading typed by hand in bold."""
    return para(run(f"{marker} {text}", "<w:b/>"))


def numbered_heading(depth: int, _marker: str, text: str) -> str:
    """Return a heading numbered by Word."""
    numbering = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'
    return para(run(text, "<w:b/>"), numbering)


def styled_heading(depth: int, _marker: str, text: str) -> str:
    """Return a heading whose style brings number and look."""
    return para(text, f'<w:pStyle w:val="heading {depth + 1}"/>')


def middle(heading: Typed, change: Callable[[str], str] = _plain, rpr: str = "") -> str:
    """Return opening and sections."""
    parts = [para(run(change(OPENING), rpr))]
    for index, (depth, marker, text) in enumerate(LINES):
        if depth is not None:
            parts.append(heading(depth, marker, change(text)))
        else:
            parts.append(para(run(change(text), rpr) + (call(2) if index == NOTED else "")))
    return "".join(parts)


LEVELS = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"))
NUMBERING = abstract(1, *(level(i, form, text) for i, (form, text) in enumerate(LEVELS))) + num(1, 1)
STYLED = abstract(
    1,
    *(level(i, form, text, f'<w:pStyle w:val="heading {i + 1}"/>') for i, (form, text) in enumerate(LEVELS)),
) + num(1, 1)
_LISTED = (
    '<w:pPr><w:numPr><w:ilvl w:val="{0}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{0}"/></w:pPr>'
)
HEADING_STYLES = "".join(
    style(f"heading {i + 1}", _LISTED.format(i) + "<w:rPr><w:b/></w:rPr>") for i in range(len(LEVELS))
)


def _fonted(encode: Callable[[str], str], font: str, capitals: str | None = None) -> str:
    """Return the report in `font`; lines of capitals in the font `capitals`, which draws small letters so."""
    rpr = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""

    def heading(_depth: int, marker: str, text: str) -> str:
        return para(run(f"{marker} {text}", "<w:b/>" + rpr))

    body = letterhead(encode, rpr) + title(encode, rpr) + middle(heading, encode, rpr) + ending(encode, rpr)
    if capitals is not None:
        for text in (PARENT, AGENCY, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BÁO CÁO", "GIÁM ĐỐC"):
            body = _in_font(body, encode(text), font, capitals)
        for depth, marker, text in LINES:
            if depth == 0:
                body = _in_font(body, f"{marker} {encode(text)}", font, capitals)
    return body


def _in_font(body: str, text: str, font: str, other: str) -> str:
    """Return the body with the run of exactly `text` set in another font."""
    end = body.index(f">{text}</w:t>")
    begin = body.rindex("<w:r>", 0, end)
    return body[:begin] + body[begin:end].replace(f'"{font}"', f'"{other}"') + body[end:]


def _tracked(body: str) -> str:
    """Return the body with "bốn" deleted and "năm" inserted in its first sentence."""
    change = f"<w:del><w:r><w:delText>bốn</w:delText></w:r></w:del><w:ins>{run('năm')}</w:ins>"
    opened = '<w:r><w:t xml:space="preserve">'
    return body.replace("Đơn vị có năm phòng", f"Đơn vị có </w:t></w:r>{change}{opened} phòng")


def encoder(kind: str) -> Callable[[str], str]:
    """Return the way from Unicode to `tcvn3` or `vni`, the reverse of the reader's."""
    letters = {letter: codes for encoding, codes, letter in _rows() if encoding == kind}
    if kind == "tcvn3":  # no codes for capitals with tones: typed small, in a font that draws capitals
        letters = {letter.upper(): codes for letter, codes in letters.items()} | letters
    return lambda text: "".join(letters.get(char, char) for char in text)


def variants() -> dict[str, tuple[str, dict[str, str]]]:
    """Return every layout."""
    tcvn3, vni = encoder("tcvn3"), encoder("vni")
    notes = {"footnotes": note(2, NOTE)}
    plain = letterhead() + title() + middle(typed_heading) + ending()
    return {
        "bold": (plain, notes),
        "autonum": (
            letterhead() + title() + middle(numbered_heading) + ending(),
            notes | {"numbering": NUMBERING},
        ),
        "styles": (
            letterhead() + title() + middle(styled_heading) + ending(),
            notes | {"numbering": STYLED, "styles": HEADING_STYLES},
        ),
        "tabs": (letterhead_by_tabs() + title() + middle(typed_heading) + ending(), notes),
        "boxes": (letterhead_in_boxes() + title() + middle(typed_heading) + ending(), notes),
        "frame": (table(row(cell(plain)), lined=True), notes),
        "tracked": (_tracked(plain), notes),
        "nfd": (
            unicodedata.normalize("NFD", plain),
            {"footnotes": unicodedata.normalize("NFD", notes["footnotes"])},
        ),
        "lookalike": (plain.replace("ư", "ƣ").replace("Đ", "Ð"), notes),
        "controls": (f"<w:sdt><w:sdtContent>{plain}</w:sdtContent></w:sdt>", notes),
        "tcvn3": (_fonted(tcvn3, ".VnTime", ".VnTimeH"), notes),
        "tcvn3-undeclared": (_fonted(tcvn3, "Times New Roman"), notes),
        "vni": (_fonted(vni, "VNI-Times"), notes),
        "vni-undeclared": (_fonted(vni, "Times New Roman"), notes),
    }


GOLD = {
    "number": NUMBER,
    "date": "2026-04-07",
    "place": "Gia Lai",
    "agency": AGENCY,
    "agency_parent": PARENT,
    "subject": SUBJECT,
    "signer": "Nguyễn Thử Nghiệm",
}


def main(folder: str) -> None:
    """Write every layout into `folder`."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for name, (body, parts) in variants().items():
        write(target / f"{name}.docx", body, **parts)


if __name__ == "__main__":
    main(sys.argv[1])

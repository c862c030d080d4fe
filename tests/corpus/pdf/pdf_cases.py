"""The hazards of PDF reading, one case each, with gold by construction. `README.md` lists them."""

from __future__ import annotations

from pdf_sentences import heading, paragraph, sentence
from pdf_typeset import Case, Grid, Layout, Raw, Text

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_PAGE_NUMBER = (
    "header: context { if counter(page).get().first() > 1"
    " { align(center, counter(page).display()) } }, header-ascent: 40%"
)
LAYOUTS: dict[str, Layout] = {
    "decree": Layout(page=_PAGE_NUMBER),
    "narrow": Layout(
        size="13pt", left="3.5cm", right="1.5cm", indent="1cm", spacing="0.65em", page=_PAGE_NUMBER
    ),
    "no_indent": Layout(indent="0pt", spacing="1.3em", page='numbering: "1"'),
    "ragged": Layout(justify=False, spacing="0.9em", page='numbering: "1"'),
    "tight": Layout(spacing="0.7em", leading="0.7em", indent="0.9cm", page='numbering: "- 1 -"'),
    "open": Layout(spacing="1.6em", leading="1em", page='numbering: "1/1"'),
    "mirrored": Layout(
        page=_PAGE_NUMBER.replace("header", "margin: (inside: 3cm, outside: 1.5cm, y: 2cm), header", 1)
    ),
}


def body(start: int, count: int) -> tuple[Text, ...]:
    """Paragraphs with a bold heading before every fourth and a dash list in between."""
    items: list[Text] = []
    for number in range(start, start + count):
        if number % 4 == 0:
            items.append(Text(f"{_ROMAN[number // 4 % 10]}. {heading(number)}", bold=True))
        if number % 5 == 3:
            items.extend(Text(f"- {sentence(number * 3 + step)}") for step in range(3))
        items.append(Text(paragraph(number)))
    return tuple(items)


def layouts() -> list[Case]:
    """Return the same kind of body in every layout, over several pages."""
    return [
        Case(f"layout_{name}", body(9 * index, 40), layout=layout)
        for index, (name, layout) in enumerate(LAYOUTS.items())
    ]


def footnotes() -> Case:
    """Several notes a page, a long one that goes on overleaf, calls inside words' sentences."""
    notes = {n: (paragraph(n + 40, 9) if n % 4 == 0 else sentence(n + 60)) for n in range(1, 13)}
    items = []
    for number in range(24):
        text = paragraph(number + 3, 3)
        if number % 2 == 0:
            at = text.index(",") if number % 4 else text.rindex(".")
            text = f"{text[:at]}|{number // 2 + 1}|{text[at:]}"
        items.append(Text(text))
    return Case("footnotes", tuple(items), notes, LAYOUTS["decree"])


def footnotes_per_page() -> Case:
    """Numbering restarts on every page (printed 1, 2 … again)."""
    notes = {n: sentence(n + 90) for n in range(1, 11)}
    items = []
    for number in range(20):
        text = paragraph(number + 50, 4)
        if number % 2 == 0:
            at = text.index(",")
            text = f"{text[:at]}|{number // 2 + 1}|{text[at:]}"
        items.append(Text(text))
    layout = Layout(page="header: counter(footnote).update(0)")
    return Case("footnotes_per_page", tuple(items), notes, layout)


def gazette() -> Case:
    """Return running headers as in the Công báo: number outside, alternating, ruled off."""
    header = (
        "header: context { let n = counter(page).get().first(); let t = [CÔNG BÁO/Số 17 + 18/Ngày 20-3-2026];"
        " let k = str(n + 21);"
        " if calc.odd(n) { grid(columns: (1fr, auto), align(center, t), k) }"
        " else { grid(columns: (auto, 1fr), k, align(center, t)) }; line(length: 100%, stroke: 0.5pt) }"
    )
    return Case("gazette", body(11, 40), layout=Layout(page=header))


def download_stamp() -> Case:
    """Return a line of the document system at the foot of every page, and a slanted watermark."""
    page = (
        "footer: context { set text(size: 8pt);"
        " [vpubnd_tonghop_15/04/2026 09:21:33_trang #counter(page).display()] },"
        ' background: rotate(-45deg, text(size: 60pt, fill: luma(200), "LƯU HÀNH NỘI BỘ"))'
    )
    return Case("download_stamp", body(23, 30), layout=Layout(page=page))


def signature_stamp() -> Case:
    """Return a digital-signature stamp at the top right of page 1, its agency name wrapped."""
    stamp = (
        "#place(top + right, dx: 1cm, dy: -1.5cm, box(width: 5.2cm, text(size: 8pt)[#set par(justify: false,"
        " first-line-indent: 0pt, leading: 0.4em)\n#set align(left)\n"
        "Ký bởi: Văn phòng Ủy ban nhân dân tỉnh Gia Lai\\"
        " Email: vp\\@gialai.gov.vn\\ Thời gian ký: 15.04.2026 14:33:12 +07:00]))"
    )
    return Case("signature_stamp", (Raw(stamp), *body(31, 12)), layout=LAYOUTS["decree"])


def tables() -> Case:
    """Return a long table over pages with a repeated header, then one with merged cells; text around them."""
    rows = tuple((str(n), heading(n), f"{n % 12 + 1:02d}/2025", sentence(n)) for n in range(1, 31))
    long = Grid((("TT", "Nội dung", "Thời gian", "Kết quả"), *rows), columns="1cm, 5cm, 2cm, 1fr")
    merged = Grid(
        (
            ("TT", "Chỉ tiêu", "Kết quả", ""),
            ("", "", "Năm 2024", "Năm 2025"),
            ("1", "Hồ sơ trực tuyến", "1.250", "2.318"),
            ("2", "Hồ sơ trễ hạn", "17", "05"),
        ),
        columns="1cm, 6cm, 3cm, 3cm",
        markup=(
            "table.cell(rowspan: 2)[TT], table.cell(rowspan: 2)[Chỉ tiêu], table.cell(colspan: 2)[Kết quả],"
            " [Năm 2024], [Năm 2025], [1], [Hồ sơ trực tuyến], [1.250], [2.318],"
            " [2], [Hồ sơ trễ hạn], [17], [05]"
        ),
    )
    items = (*body(3, 4), long, *body(9, 3), merged, *body(14, 3))
    return Case("tables", items, layout=LAYOUTS["decree"])


def landscape() -> Case:
    """Return a landscape annex after portrait pages."""
    rows = tuple((str(n), heading(n), sentence(n), paragraph(n, 1), "") for n in range(1, 9))
    grid = Grid(
        (("STT", "Nhiệm vụ", "Kết quả", "Khó khăn", "Ghi chú"), *rows), columns="1.2cm, 6cm, 1fr, 6cm, 2cm"
    )
    items = (
        *body(40, 10),
        Raw("#set page(flipped: true)"),
        Text("PHỤ LỤC", bold=True, centred=True),
        Text("Kết quả thực hiện nhiệm vụ năm 2025", bold=True, centred=True),
        grid,
        Text(paragraph(4)),
    )
    return Case("landscape", items, layout=LAYOUTS["decree"])


def hanging() -> Case:
    """Items with a hanging indent between indented paragraphs, cut by pages."""
    items: list[Text] = []
    for number in range(30):
        items.append(Text(paragraph(number + 70)))
        items.extend(Text(f"- {paragraph(number * 2 + step, 2)}", hanging=True) for step in range(2))
    return Case("hanging", tuple(items), layout=LAYOUTS["decree"])


def all_cases() -> list[Case]:
    """Every case."""
    return [
        *layouts(),
        footnotes(),
        footnotes_per_page(),
        gazette(),
        download_stamp(),
        signature_stamp(),
        tables(),
        landscape(),
        hanging(),
    ]

"""Automatic numbering of every kind Word writes: labels as shown."""

from __future__ import annotations

import pytest
from docx_maker import THREE_LEVELS, abstract, level, num, numbered, para, style

from extract.docx.numerals import letter, roman, shown, vietnamese


def labels(document):
    return [block.number for block in document.blocks]


def nums(*items):
    """Body of numbered paragraphs (num, level)."""
    return "".join(numbered(f"Đoạn {i}", n, lv) for i, (n, lv) in enumerate(items))


def test_multilevel_counts_and_restarts(read):
    body = nums((1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 1), (1, 0), (1, 1), (1, 2))
    document = read(body, numbering=THREE_LEVELS + num(1, 1))
    assert labels(document) == ["I.", "1.", "2.", "a)", "b)", "3.", "II.", "1.", "a)"]
    assert [b.number_level for b in document.blocks] == [0, 1, 1, 2, 2, 1, 0, 1, 2]
    assert document.blocks[0].text == "Đoạn 0"


def test_legal_numbering_shows_decimals_only(read):
    legal = level(1, "decimal", "%1.%2.", "<w:isLgl/>")
    numbering = abstract(1, level(0, "upperRoman", "%1."), legal) + num(1, 1)
    assert labels(read(nums((1, 0), (1, 0), (1, 1)), numbering=numbering)) == ["I.", "II.", "2.1."]


def test_level_text_of_several_levels_and_words(read):
    levels = (
        level(0, "decimal", "Điều %1."),
        level(1, "decimal", "%1.%2"),
        level(2, "lowerLetter", "%1.%2.%3)"),
    )
    numbering = abstract(1, *levels) + num(1, 1)
    assert labels(read(nums((1, 0), (1, 1), (1, 2), (1, 0), (1, 1)), numbering=numbering)) == [
        "Điều 1.", "1.1", "1.1.a)", "Điều 2.", "2.1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("levels", "shown"),
    [
        ((1, 0, 1), ["1.1", "2", "2.1"]),
        ((0, 2, 2, 1, 2), ["1", "1.1.1", "1.1.2", "1.2", "1.2.1"]),
        ((2, 2, 1, 0), ["1.1.1", "1.1.2", "1.2", "2"]),
    ],
)
def test_a_level_passed_over_shows_its_start_and_counts_as_begun(read, levels, shown):
    """As LibreOffice and Open-Xml-PowerTools count, both made to count as Word does."""
    texts = [level(index, "decimal", ".".join(f"%{n + 1}" for n in range(index + 1))) for index in range(3)]
    numbering = abstract(1, *texts) + num(1, 1)
    assert labels(read(nums(*((1, index) for index in levels)), numbering=numbering)) == shown


def test_a_list_restarts_once_at_the_level_where_it_begins(read):
    starts = "".join(
        f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="1"/></w:lvlOverride>' for index in range(2)
    )
    numbering = (
        abstract(1, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2")) + num(1, 1) + num(2, 1, starts)
    )
    body = nums((1, 0), (1, 1), (1, 1), (2, 1), (2, 1), (2, 0), (2, 1))
    assert labels(read(body, numbering=numbering)) == ["1", "1.1", "1.2", "1.1", "1.2", "2", "2.1"]


def test_an_own_start_counts_at_every_restart_and_not_where_the_level_is_passed_over(read):
    starts = "".join(
        f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="3"/></w:lvlOverride>' for index in range(2)
    )
    numbering = abstract(1, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2")) + num(2, 1, starts)
    assert labels(read(nums((2, 1), (2, 0), (2, 1)), numbering=numbering)) == ["1.3", "2", "2.3"]


def test_two_nums_of_one_list_count_on_and_a_start_override_restarts(read):
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1) + num(2, 1) + num(3, 1, restart)
    body = nums((1, 0), (1, 0), (2, 0), (3, 0), (3, 0))
    assert labels(read(body, numbering=numbering)) == ["1.", "2.", "3.", "1.", "2."]


def test_level_override_replaces_the_level(read):
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1/")}</w:lvlOverride>'
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1, override)
    assert labels(read(nums((1, 0), (1, 0)), numbering=numbering)) == ["A/", "B/"]


def test_no_restart_when_the_level_says_never(read):
    never = level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    numbering = abstract(1, level(0, "upperRoman", "%1."), never) + num(1, 1)
    assert labels(read(nums((1, 0), (1, 1), (1, 0), (1, 1)), numbering=numbering)) == [
        "I.",
        "1.",
        "II.",
        "2.",
    ]


def test_restart_only_after_the_first_level(read):
    levels = (
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%2."),
        level(2, "lowerLetter", "%3)", '<w:lvlRestart w:val="1"/>'),
    )
    numbering = abstract(1, *levels) + num(1, 1)
    body = nums((1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2))
    assert labels(read(body, numbering=numbering)) == ["I.", "1.", "a)", "2.", "b)", "II.", "1.", "a)"]


def test_start_value(read):
    numbering = abstract(1, level(0, "decimal", "%1)", start=4)) + num(1, 1)
    assert labels(read(nums((1, 0), (1, 0)), numbering=numbering)) == ["4)", "5)"]


def test_numbering_through_styles_finds_its_level_by_style(read):
    linked = (
        level(0, "upperRoman", "%1.", '<w:pStyle w:val="Muc"/>'),
        level(1, "decimal", "%2.", '<w:pStyle w:val="Tieu"/>'),
    )
    numbering = abstract(1, *linked) + num(7, 1)
    ppr = '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>'
    styles = style("Muc", ppr) + style("Tieu", ppr) + style("TieuCon", '<w:basedOn w:val="Tieu"/>')
    body = "".join(
        para("Nội dung", f'<w:pStyle w:val="{name}"/>') for name in ("Muc", "Tieu", "TieuCon", "Muc")
    )
    assert labels(read(body, numbering=numbering, styles=styles)) == ["I.", "1.", "2.", "II."]


def test_the_level_that_names_the_style_beats_the_level_written_in_it(read):
    linked = (
        level(0, "upperRoman", "%1.", '<w:pStyle w:val="Muc"/>'),
        level(1, "decimal", "%2.", '<w:pStyle w:val="Tieu"/>'),
    )
    ppr = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    body = para("Một", '<w:pStyle w:val="Muc"/>') + para("Hai", '<w:pStyle w:val="Tieu"/>')
    numbering = abstract(1, *linked) + num(1, 1)
    assert labels(read(body, numbering=numbering, styles=style("Muc", ppr) + style("Tieu", ppr))) == [
        "I.",
        "1.",
    ]


def test_num_id_zero_takes_a_styles_number_away(read):
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1)
    styles = style("So", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    body = para("Có số", '<w:pStyle w:val="So"/>') + para(
        "Không số", '<w:pStyle w:val="So"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    )
    assert labels(read(body, numbering=numbering, styles=styles)) == ["1.", None]


def test_numbering_style_link_is_followed(read):
    real = abstract(1, level(0, "upperLetter", "%1."), extra='<w:styleLink w:val="DanhSach"/>')
    empty = abstract(2, extra='<w:numStyleLink w:val="DanhSach"/>')
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("DanhSach", listed, kind="numbering")
    numbering = real + empty + num(1, 1) + num(2, 2)
    assert labels(read(nums((2, 0), (2, 0)), numbering=numbering, styles=styles)) == ["A.", "B."]


def test_numbering_style_link_to_itself_ends(read):
    styles = style("Vong", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', kind="numbering")
    numbering = abstract(2, extra='<w:numStyleLink w:val="Vong"/>') + num(2, 2)
    assert labels(read(nums((2, 0)), numbering=numbering, styles=styles)) == [None]


@pytest.mark.parametrize(
    ("sign", "shown_as"), [("-", "-"), ("+", "+"), ("\uf0b7", "-"), ("•", "-"), ("–", "-")]
)
def test_bullets_are_labels_but_no_numbers(read, sign, shown_as):
    numbering = abstract(1, level(0, "bullet", sign)) + num(1, 1)
    assert labels(read(nums((1, 0), (1, 0)), numbering=numbering)) == [shown_as, shown_as]


def test_no_label_where_the_level_shows_none(read):
    numbering = abstract(1, level(0, "none", "")) + num(1, 1)
    assert labels(read(nums((1, 0)), numbering=numbering)) == [None]


def test_a_hidden_label_counts_and_does_not_show(read):
    hidden = level(0, "decimal", "%1.", "<w:rPr><w:vanish/></w:rPr>")
    numbering = abstract(1, hidden, level(1, "decimal", "%1.%2.")) + num(1, 1)
    assert labels(read(nums((1, 0), (1, 1)), numbering=numbering)) == [None, "1.1."]


@pytest.mark.parametrize(
    ("of_level", "of_mark", "of_style", "shown"),
    [
        ("", "", "", "Phần a"),
        ("<w:caps/>", "", "", "PHẦN A"),
        ("", "<w:caps/>", "", "PHẦN A"),
        ("", "", "<w:caps/>", "PHẦN A"),
        ('<w:caps w:val="0"/>', "", "<w:caps/>", "Phần a"),
    ],
)
def test_a_label_is_in_capitals_where_its_paragraph_is(read, of_level, of_mark, of_style, shown):
    numbering = abstract(1, level(0, "lowerLetter", "Phần %1", f"<w:rPr>{of_level}</w:rPr>")) + num(1, 1)
    properties = (
        '<w:pStyle w:val="M"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        f"<w:rPr>{of_mark}</w:rPr>"
    )
    document = read(
        para("x", properties), numbering=numbering, styles=style("M", f"<w:rPr>{of_style}</w:rPr>")
    )
    assert labels(document) == [shown]


def test_custom_zero_padded_format(read):
    custom = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, ..."/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    padded = f'<w:lvl w:ilvl="0"><w:start w:val="9"/>{custom}<w:lvlText w:val="%1"/></w:lvl>'
    assert labels(read(nums((1, 0), (1, 0)), numbering=abstract(1, padded) + num(1, 1))) == ["009", "010"]


def test_an_empty_numbered_paragraph_uses_up_its_number(read):
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1)
    body = numbered("Một", 1) + numbered("", 1) + numbered("Ba", 1)
    assert labels(read(body, numbering=numbering)) == ["1.", "3."]


def test_a_number_that_is_not_defined_gives_none(read):
    assert labels(read(nums((42, 0)))) == [None]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (3, "decimal", "3"), (3, "decimalZero", "03"), (12, "decimalZero", "12"), (4, "upperRoman", "IV"),
        (9, "lowerRoman", "ix"), (26, "upperLetter", "Z"), (27, "upperLetter", "AA"),
        (28, "lowerLetter", "bb"),
        (53, "lowerLetter", "aaa"), (3, "decimalEnclosedCircle", "③"), (2, "numberInDash", "- 2 -"),
        (5, "ordinal", "5"), (21, "vietnameseCounting", "hai mươi mốt"), (5, "không rõ", "5"),
        (7, "none", ""),
    ],
)  # fmt: skip
def test_number_formats(number, form, text):
    assert shown(number, form) == text


def test_numerals_at_their_limits():
    assert [roman(n) for n in (1, 40, 1999, 3999, 4000, 0)] == [
        "I",
        "XL",
        "MCMXCIX",
        "MMMCMXCIX",
        "4000",
        "0",
    ]
    assert [letter(n) for n in (1, 780, 781, 0)] == ["A", "Z" * 30, "781", "0"]
    assert [vietnamese(n) for n in (0, 5, 10, 15, 20, 24, 25, 100)] == [
        "không", "năm", "mười", "mười lăm", "hai mươi", "hai mươi bốn", "hai mươi lăm", "100",
    ]  # fmt: skip

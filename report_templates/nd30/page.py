"""A new A4 document with the decree's page, styles and page number."""

from __future__ import annotations

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.styles.styles import Styles

from report_templates.nd30.style import (
    ND30,
    RULE_AGENCY,
    RULE_SUBJECT,
    RULE_TIEU_NGU,
    LayoutRules,
)
from report_templates.nd30.xml import add_run, element, set_font, shape

_HEADING_LOOK = {1: (True, False), 2: (True, False), 3: (True, True), 4: (False, True)}


def new_document(rules: LayoutRules = ND30, title: str = "") -> DocxDocument:
    """Return an empty document: A4, the decree's margins, Times New Roman, page number from page 2."""
    document = Document()
    _drop_thumbnail(document)
    _set_defaults(document, rules)
    _set_page(document.sections[0], rules)
    add_page_number(document.sections[0], rules)
    document.core_properties.title = title
    return document


def _drop_thumbnail(document: DocxDocument) -> None:
    relations = document.part.package.rels
    for key in [k for k, r in relations.items() if r.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[key]


def _set_defaults(document: DocxDocument, rules: LayoutRules) -> None:
    styles = document.styles
    defaults = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    set_font(defaults)
    language = defaults.find(qn("w:lang"))
    for slot in ("w:val", "w:eastAsia", "w:bidi"):
        language.set(qn(slot), "vi-VN")
    normal = styles["Normal"]
    set_font(normal.element.get_or_add_rPr())
    normal.font.size = Pt(rules.body)
    normal.font.color.rgb = RGBColor(0, 0, 0)
    normal.paragraph_format.space_after = Pt(0)
    _headings(styles, rules)
    _footnote_styles(styles, rules)
    for name in (RULE_AGENCY, RULE_TIEU_NGU, RULE_SUBJECT):
        _rule_style(styles, name)


def _headings(styles: Styles, rules: LayoutRules) -> None:
    """Heading styles look as the decree prints titles of parts, so the navigation pane works."""
    for level, (bold, italic) in _HEADING_LOOK.items():
        style = styles[f"Heading {level}"]
        set_font(style.element.get_or_add_rPr())
        style.font.size = Pt(rules.body)
        style.font.bold, style.font.italic = bold, italic
        style.font.color.rgb = RGBColor(0, 0, 0)
        form = style.paragraph_format
        form.space_before, form.space_after = Pt(rules.space_between), Pt(0)
        form.keep_with_next = True


def _footnote_styles(styles: Styles, rules: LayoutRules) -> None:
    text = styles.add_style("FootnoteText", WD_STYLE_TYPE.PARAGRAPH)  # type: ignore[no-untyped-call]
    text.base_style = styles["Normal"]
    text.font.size = Pt(rules.footnote)
    text.paragraph_format.space_after = Pt(0)


def _rule_style(styles: Styles, name: str) -> None:
    """Define a rule: an empty tiny line with a border above, which moves with the text as drawings do not."""
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)  # type: ignore[no-untyped-call]
    style.base_style = styles["Normal"]
    style.font.size = Pt(2)
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(2), Pt(0), Pt(3)
    borders = element("pBdr")
    borders.append(element("top", val="single", sz="6", space="0", color="000000"))
    properties = style.element.get_or_add_pPr()
    spacing = properties.find(qn("w:spacing"))
    spacing.addprevious(borders)


def _set_page(section: Section, rules: LayoutRules) -> None:
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(rules.page_width), Mm(rules.page_height)
    _set_margins(section, rules)


def _set_margins(section: Section, rules: LayoutRules) -> None:
    section.top_margin, section.bottom_margin = Mm(rules.margin_top), Mm(rules.margin_bottom)
    section.left_margin, section.right_margin = Mm(rules.margin_left), Mm(rules.margin_right)
    section.header_distance = section.footer_distance = Mm(rules.header_distance)


def add_page_number(section: Section, rules: LayoutRules = ND30) -> None:
    """Put the Arabic page number in the middle of the top margin, hidden on the section's first page."""
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    paragraph = shape(section.header.paragraphs[0], "center")
    for kind, text in (("begin", None), (None, "PAGE"), ("separate", None), (None, "2"), ("end", None)):
        run = add_run(paragraph, text if text == "2" else "", rules.page_number)
        if kind:
            run._r.append(element("fldChar", fldCharType=kind))
        elif text == "PAGE":
            instruction = element("instrText")
            instruction.text = "PAGE"
            run._r.append(instruction)


def add_annex_section(document: DocxDocument, rules: LayoutRules = ND30) -> Section:
    """Start an annex on a new page; the decree numbers its pages apart, from 1."""
    section: Section = document.add_section(WD_SECTION.NEW_PAGE)
    _set_page(section, rules)
    add_page_number(section, rules)
    properties = section._sectPr
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    margins = properties.get_or_add_pgMar()
    margins.addnext(element("pgNumType", start="1"))
    return section


def add_landscape_section(document: DocxDocument, rules: LayoutRules = ND30) -> Section:
    """Like `add_annex_section`, for wide tables (the decree allows landscape for them)."""
    section = add_annex_section(document, rules)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(rules.page_height), Mm(rules.page_width)
    return section

"""Character and paragraph formatting as one place says it (`w:rPr`, `w:pPr`); None = not said."""

from __future__ import annotations

from typing import Final, NamedTuple, TypeVar

from lxml import etree

from extract.docx.names import VAL, W, flag, points, value, whole

_BODY_LEVEL: Final = 9
_AUTO_SPACING: Final = 14.0
_ALIGN: Final = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right",
    "both": "justify", "distribute": "justify", "lowKashida": "justify", "mediumKashida": "justify",
    "highKashida": "justify", "thaiDistribute": "justify",
}  # fmt: skip


class RunFormat(NamedTuple):
    """Character formatting; None = not said at this place. size in points, font the Latin face."""

    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    font: str | None = None
    style: str | None = None
    underline: bool | None = None
    raised: bool | None = None


class ParaFormat(NamedTuple):
    """Paragraph formatting; None = not said. left, first (relative to left) and before in points."""

    style: str | None = None
    num_id: int | None = None
    level: int | None = None
    outline: int | None = None
    align: str | None = None
    left: float | None = None
    first: float | None = None
    before: float | None = None


_Format = TypeVar("_Format", RunFormat, ParaFormat)


def over(top: _Format, base: _Format) -> _Format:
    """Return `top` with what it leaves unsaid taken from `base`."""
    values = (below if said is None else said for said, below in zip(top, base, strict=True))
    return type(top)._make(values)


PLAIN_RUN: Final = RunFormat()
PLAIN_PARA: Final = ParaFormat()


def run_format(rpr: etree._Element | None) -> RunFormat:
    """Read one `w:rPr`."""
    if rpr is None or not len(rpr):
        return PLAIN_RUN
    bold = italic = caps = hidden = None
    size, font, style, underline, raised = None, None, None, None, None
    for item in rpr.iterchildren():
        name = item.tag
        if name == W + "b":
            bold = flag(item)
        elif name == W + "i":
            italic = flag(item)
        elif name in (W + "caps", W + "smallCaps"):
            caps = flag(item) or bool(caps)
        elif name == W + "vanish":
            hidden = flag(item)
        elif name == W + "sz":
            size = _half_points(item.get(VAL))
        elif name == W + "rFonts":
            font = _face(item)
        elif name == W + "rStyle":
            style = item.get(VAL)
        elif name == W + "u":
            underline = item.get(VAL, "single") != "none"
        elif name == W + "vertAlign":
            raised = item.get(VAL) == "superscript"
    return RunFormat(bold, italic, caps, hidden, size, font, style, underline, raised)


def _half_points(text: str | None) -> float | None:
    if text is None:
        return None
    if text[-1:].isalpha():
        return points(text)
    number = whole(text)
    return None if number is None else number / 2


def _face(fonts: etree._Element) -> str | None:
    face = fonts.get(W + "ascii") or fonts.get(W + "hAnsi")
    if face is None and (fonts.get(W + "asciiTheme") or fonts.get(W + "hAnsiTheme")):
        return "theme"
    return face


def para_format(ppr: etree._Element | None) -> ParaFormat:
    """Read one `w:pPr`; `style` is the style's id."""
    if ppr is None:
        return PLAIN_PARA
    found: dict[str, object] = {}
    for item in ppr.iterchildren():
        reader = _PARA_READERS.get(str(item.tag))
        if reader is not None:
            reader(item, found)
    return ParaFormat(**found)  # type: ignore[arg-type]


def _read_numbering(item: etree._Element, found: dict[str, object]) -> None:
    found["num_id"] = whole(value(item, W + "numId"))
    found["level"] = whole(value(item, W + "ilvl"))


def _read_indent(item: etree._Element, found: dict[str, object]) -> None:
    left = item.get(W + "left") or item.get(W + "start")
    if left is not None:
        found["left"] = points(left)
    hanging, first = item.get(W + "hanging"), item.get(W + "firstLine")
    if hanging is not None:  # ISO 29500-1 17.3.1.12: hanging supersedes firstLine
        found["first"] = -(points(hanging) or 0.0)
    elif first is not None:
        found["first"] = points(first)


def _read_spacing(item: etree._Element, found: dict[str, object]) -> None:
    if item.get(W + "beforeAutospacing", "0") in ("1", "true", "on"):
        found["before"] = _AUTO_SPACING
    elif item.get(W + "before") is not None:
        found["before"] = points(item.get(W + "before"))


def _read_style(item: etree._Element, found: dict[str, object]) -> None:
    found["style"] = item.get(VAL)


def _read_outline(item: etree._Element, found: dict[str, object]) -> None:
    found["outline"] = whole(item.get(VAL))


def _read_align(item: etree._Element, found: dict[str, object]) -> None:
    found["align"] = _ALIGN.get(item.get(VAL, ""))


_PARA_READERS: Final = {
    W + "pStyle": _read_style,
    W + "numPr": _read_numbering,
    W + "ind": _read_indent,
    W + "spacing": _read_spacing,
    W + "outlineLvl": _read_outline,
    W + "jc": _read_align,
}


def outline_level(found: ParaFormat) -> int | None:
    """Return the outline level 0…8, None for body text."""
    return found.outline if found.outline is not None and 0 <= found.outline < _BODY_LEVEL else None

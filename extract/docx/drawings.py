"""Drawings and content controls: the text boxes in them, their size, prompts that are no text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from extract.docx.names import ALTERNATE, MC, RPR, TXBX, WP, W, chosen, value, whole
from extract.docx.styles import Styles

_PROMPT: Final = "placeholdertext"
_EMU_PER_POINT: Final = 12_700
_VML_SIZE: Final = re.compile(r"(?:^|;)\s*(width|height):(\d{1,6}(?:\.\d+)?)pt")


def area(item: etree._Element) -> float:
    """Return the area of a drawing or VML picture in square points; 0 when it does not say."""
    extent = item.find(f"*/{WP}extent")
    if extent is not None:
        wide, high = (whole(extent.get(name), 0) or 0 for name in ("cx", "cy"))
        return wide * high / _EMU_PER_POINT**2
    for shape in item.iterchildren():
        sizes = dict(_VML_SIZE.findall(shape.get("style", "")))
        if len(sizes) == 2:
            return float(sizes["width"]) * float(sizes["height"])
    return 0.0


def is_placeholder(control: etree._Element, styles: Styles) -> bool:
    """Whether a content control shows only its prompt ("Click here to enter text").

    Programs that fill controls may leave the sign of a prompt behind: a prompt is in Word's style for it too.
    """
    if control.find(f"{W}sdtPr/{W}showingPlcHdr") is None:
        return False
    runs = (run for run in control.iter(W + "r") if run.find(W + "t") is not None)
    return all(_is_prompt(value(run.find(RPR), W + "rStyle"), styles) for run in runs)


def _is_prompt(style: str | None, styles: Styles) -> bool:
    name = styles.name(style) or style or ""
    return name.replace(" ", "").lower() == _PROMPT


def text_boxes(item: etree._Element) -> Iterator[etree._Element]:
    """Yield the text boxes under `item`, each once: of two alternatives only the chosen one."""
    for part in item.iterchildren():
        if part.tag == TXBX:
            yield part
        elif part.tag == ALTERNATE:
            branch = chosen(part)
            if branch is not None:
                yield from text_boxes(branch)
        elif len(part) and part.tag != MC + "Fallback":
            yield from text_boxes(part)

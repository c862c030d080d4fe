"""Where OCR plugs in: a page's picture in, lines in the page's own coordinates out.

`extract.ocr` (when present, and tesseract with it) offers `read_page(page: ScanPage) -> list[Line]`
and `available() -> bool`. It returns pieces of lines whose spans are words (`extract.pdf.lines.Span`:
box, size from the height of the line, bold where it can be told, confidence 0..1) in points from the
page's top-left corner; rows, columns, paragraphs and notes are then found as for a text page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from extract.pdf.graphics import Graphics
from extract.pdf.lines import Line

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True, slots=True)
class ScanPage:
    """A page to recognise. number: 1-based; width, height: points as displayed.

    render: dpi → RGB picture of the page; raises FileTooLarge over the limit of pixels. rules: where the
    engine puts the ruling lines that it sees, in points.
    """

    number: int
    width: float
    height: float
    render: Callable[[int], Image]
    rules: Graphics = field(default_factory=Graphics)


class Engine(Protocol):
    """What the OCR package offers."""

    def available(self) -> bool:
        """Whether the machine can recognise Vietnamese text."""

    def read_page(self, page: ScanPage) -> list[Line]:
        """Pieces of lines of a page; empty when nothing is legible."""


def find_engine() -> Engine | None:
    """Return the OCR engine, or None when it or its Vietnamese data is not installed."""
    try:
        engine = cast(Engine, import_module("extract.ocr"))
    except ImportError:
        return None
    return engine if engine.available() else None

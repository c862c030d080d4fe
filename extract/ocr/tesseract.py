"""Run tesseract and read its hOCR: lines with baseline and size, words with box and confidence."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from lxml import etree
from PIL import Image

from extract.ocr.picture import Box, Gray

LANGUAGE: Final = "vie"
DPI: Final = 300
"""Resolution in which pages are rendered and recognised."""
_SECONDS: Final = 120
_LIST_SECONDS: Final = 10
_NUMBER = r"-?\d{1,9}(?:\.\d{1,9})?"
_BOX = re.compile(r"bbox (\d{1,9}) (\d{1,9}) (\d{1,9}) (\d{1,9})\b")
_BASELINE = re.compile(rf"baseline ({_NUMBER}) ({_NUMBER})")
_SIZE = re.compile(rf"x_size ({_NUMBER})")
_CONFIDENCE = re.compile(r"x_wconf (\d{1,3})")
_LINE_CLASSES = frozenset({"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"})


@dataclass(frozen=True, slots=True)
class OcrWord:
    """A word in pixels of the recognised picture; confidence 0..1."""

    text: str
    box: Box
    confidence: float


@dataclass(slots=True)
class OcrLine:
    """A line in pixels. base: y of the baseline at the line's middle; size: ascender to descender."""

    words: list[OcrWord] = field(default_factory=list)
    base: float = 0.0
    size: float = 0.0


@cache
def available() -> bool:
    """Whether tesseract and its Vietnamese data are installed."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    try:
        listed = subprocess.run(
            [program, "--list-langs"], capture_output=True, text=True, timeout=_LIST_SECONDS, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return LANGUAGE in (listed.stdout + listed.stderr).split()


def recognise(gray: Gray, dpi: int, *, sparse: bool = False) -> list[OcrLine]:
    """Lines of a grey picture, in tesseract's reading order; empty when it fails on the page.

    sparse: look for scattered lines rather than for the blocks of a page.
    """
    return parse(_run(gray, dpi, "--psm", "11" if sparse else "3", "hocr"))


def recognise_digits(sheet: Gray, rows: int, height: int) -> list[str]:
    """Digits of each row of a sheet of marks; "" where none is read."""
    hocr = _run(sheet, DPI, "--psm", "6", "-c", "tessedit_char_whitelist=0123456789", "hocr")
    found = [""] * rows
    for line in parse(hocr):
        row = int((line.words[0].box[1] + line.words[0].box[3]) / 2 // height)
        if 0 <= row < rows:
            found[row] += "".join(word.text for word in line.words)
    return found


def _run(gray: Gray, dpi: int, *options: str) -> bytes:
    picture = io.BytesIO()
    Image.fromarray(gray).save(picture, "PNG", compress_level=1)
    command = ["tesseract", "stdin", "stdout", "-l", LANGUAGE, "--dpi", str(dpi), *options]
    try:
        done = subprocess.run(
            command,
            input=picture.getvalue(),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # files are read in parallel already
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout if done.returncode == 0 else b""


def parse(hocr: bytes) -> list[OcrLine]:
    """Read hOCR (XHTML) into lines; words without text are dropped."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(hocr, parser)
    except etree.XMLSyntaxError:  # nothing in it that recovery could build on
        root = None
    if root is None:
        return []
    lines = []
    for element in root.iter("{*}span"):
        if element.get("class") in _LINE_CLASSES:
            line = _line(element)
            if line.words:
                lines.append(line)
    return lines


def _line(element: etree._Element) -> OcrLine:
    title = element.get("title") or ""
    box = _BOX.search(title)
    line = OcrLine(words=[word for child in element.iter("{*}span") if (word := _word(child)) is not None])
    if box is None or not line.words:
        return OcrLine()
    x0, _, x1, y1 = map(int, box.groups())
    slope, offset = map(float, match.groups()) if (match := _BASELINE.search(title)) else (0.0, 0.0)
    line.base = y1 + offset + slope * (x1 - x0) / 2
    size = _SIZE.search(title)
    line.size = float(size.group(1)) if size else float(y1 - int(box.group(2)))
    return line


def _word(element: etree._Element) -> OcrWord | None:
    if element.get("class") != "ocrx_word":
        return None
    title = element.get("title") or ""
    text = " ".join("".join(map(str, element.itertext())).split())
    box, confidence = _BOX.search(title), _CONFIDENCE.search(title)
    if not text or box is None:
        return None
    x0, y0, x1, y1 = map(int, box.groups())
    return OcrWord(text, (x0, y0, x1, y1), int(confidence.group(1)) / 100 if confidence else 0.0)

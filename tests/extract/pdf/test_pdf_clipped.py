"""Text outside of its clip path is on no page that anybody sees."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pdf_raw import page

from extract.blocks import RawDocument

Read = Callable[[bytes], RawDocument]


def text(x: float, y: float, words: str) -> str:
    return f"BT /F1 14 Tf {x} {y} Td ({words}) Tj ET\n"


def shown(read: Read, content: str, extra: str = "") -> str:
    return " ".join(block.text for block in read(page(content.encode(), extra=extra)).blocks)


@pytest.mark.parametrize("extra", ["", "/Rotate 90"])
def test_what_lies_outside_of_a_clip_is_not_read(read: Read, extra: str) -> None:
    clip = "q 80 500 200 100 re W n\n"
    outside = text(85, 450, "Below") + text(320, 550, "Beside") + text(85, 620, "Above")
    found = shown(read, text(85, 760, "First") + clip + text(85, 550, "Inside") + outside + "Q\n", extra)
    assert found.split() == ["First", "Inside"]


def test_what_is_shown_in_part_is_read(read: Read) -> None:
    clip = "q 80 500 200 100 re W n\n"
    long = "A long line of which only the first half is shown"
    edge = text(85, 496, "Cut at its feet")
    assert shown(read, clip + text(85, 550, long) + edge + "Q\n") == f"{long} Cut at its feet"


def test_clips_within_clips_and_clips_of_the_whole_page(read: Read) -> None:
    whole = "q 0 0 595 842 re W n\n"
    inner = "q 80 100 300 60 re W n\n"
    content = (
        whole + inner + text(85, 120, "Inside") + text(85, 300, "Gone") + "Q\n" + text(85, 60, "Last") + "Q"
    )
    assert shown(read, content).split() == ["Inside", "Last"]

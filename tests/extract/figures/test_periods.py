"""Periods are looked for only where their first letters stand: nothing may be passed over by that."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.figures.periods import _PERIOD

_AHEAD, _ALL = re.match(r"(\(\?=(?:\[[^]]+\]){3}\))(.+)\Z", _PERIOD.pattern, re.DOTALL).groups()
_PIECES = (
    "6", "12", "chín", "sáu", "tháng", "đầu", "cuối", "năm", "2020", "1999", "quý", "II", "giai đoạn",
    "nhiệm kỳ", "từ", "đến", "nay", "trước", "sau", "tới", "hết", "ngày", "01/02/", "so với", "cùng kỳ",
    "trở đi", "qua", "TỪ", "NĂM", "-", ",", "/", ".", "x",
)  # fmt: skip
_GAPS = (" ", " ", " ", "", "\n", "\u00a0", "  ")


@settings(max_examples=600, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_PIECES), st.sampled_from(_GAPS)), max_size=12))
def test_the_first_letters_pass_over_no_period(parts):
    text = "".join(piece + gap for piece, gap in parts)
    every = re.compile(_ALL, _PERIOD.flags)
    assert [m.span() for m in _PERIOD.finditer(text)] == [m.span() for m in every.finditer(text)]


def test_a_line_end_after_the_first_word():
    assert _PERIOD.search("12 hộ từ\nnăm 2020")

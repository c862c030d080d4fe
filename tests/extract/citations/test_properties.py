# ruff: noqa: E501  (tables of sentences)
"""Any text: a result, offsets that are true, fields that are printed; cost in step with length."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extract.citations import find

PIECES = [
    "Kế hoạch", "KẾ HOẠCH", "số", "Số:", "12", "l2", "/KH-UBND", "-KL/TW", "/2020/NĐ-CP", "/QH15", "ngày", "3/4/2020", "tháng",
    "năm 2021", "của", "UBND xã", "Bộ Chính trị", "(khóa XI)", "về", "về việc", "và", ",", ";", ".", "\n", "“", "”", "(", ")",
    "Luật", "Luật Đất đai", "sửa đổi, bổ sung", "Điều 5", "khoản 2", "Trung ương 7", "Nghị quyết", "khóa XII", "&", "\u0302", "\u200b",
    "ngay", "|2/l/2O2|", "l", "S", "_", "~", "20 25", "1 1-NQ/TW", "12lKH-UBND", "KH UBND", "N Q", "T W", "QH 15", "\u00adi", "ng\u00e0y i/L/2020",
    "Ban Chỉ đạo", "phòng, chống", "từ số", "đến", "liên Bộ", "Số, ký hiệu",
    "Ð", "1 ", "218-QĐ/TW", "giữa", "do", "ban hành", "V/v", "CT 33", "Hiến pháp 2013",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.lists(
    st.sampled_from(PIECES), max_size=30
).map("".join)


@settings(max_examples=400, deadline=None)
@given(TEXTS | st.text(max_size=200))
@example("Nghị quyết Trung ương 1")
@example("Kế hoạch số 1/KH-UBND về Kế hoạch số 2/KH-UBND về Kế hoạch số 3/KH-UBND")
def test_offsets_and_order(text: str) -> None:
    found = find(text)
    starts = [c.char_start for c in found]
    assert starts == sorted(starts)
    for index, citation in enumerate(found):
        assert 0 <= citation.char_start < citation.char_end <= citation.full_end <= len(text)
        assert text[citation.char_start : citation.char_end] == citation.surface
        assert citation.nested_in is None or citation.nested_in < index
        assert citation.type or citation.number
        for field in (citation.issuer, citation.subject, citation.number, citation.type):
            assert field is None or (field and unicodedata.is_normalized("NFC", field))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_decomposed_text_gives_the_same(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)
    assert [(c.number, c.date, c.type) for c in find(decomposed)] == [
        (c.number, c.date, c.type) for c in find(text)
    ]


ADVERSARIAL = {
    "số": "số ", "digits": "1", "spaced digits": "1 ", "types": "Kế hoạch ", "headless": "Kế hoạch số ", "cores": "1/KH-",
    "laws": "Luật Đất ", "chains": "Kế hoạch số 1/KH-UBND về ", "quotes": "“", "brackets": "(", "lists": "số 1, ",
    "long list": "số 1/KH-UBND, ", "amending": "Luật sửa đổi, ", "dates": "ngày 1/1/2020 ", "marks": "a\u0301\u0302", "spaces": " ",
    "articles": "khoản 1 Điều 2, ", "của": "Kế hoạch số 1/KH-UBND của ", "newlines": "\n", "và": "1 và ", "party": "Trung ương 7 ",
    "tasks": "Kế hoạch số 1/KH-BCĐ của Ban Chỉ đạo phòng chống ", "task words": "Ban Chỉ đạo công tác ", "fragments": "số 1/K H-U ",
    "split numbers": "số 1 1 ", "letters": "số l/KH-", "smudges": "1_K~", "years": "ngày 1/1/20 2 ", "ranges": "1 đến ", "vni": "Keá hoaïch soá ",
    "tcvn3": "KÕ ho¹ch sè ", "joined years": "1232020/NĐ-CP ",
}  # fmt: skip


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_linear(name: str) -> None:
    """Four times the text costs about four times the time (quadratic would be sixteen)."""
    unit = ADVERSARIAL[name]
    costs = []
    for size in (20_000, 80_000):
        text = (unit * (size // len(unit) + 1))[:size]
        find(text[:1000])
        runs = []
        for _ in range(3):
            start = time.process_time()
            find(text)
            runs.append(time.process_time() - start)
        costs.append(min(runs))
    assert costs[1] < 9 * costs[0] + 0.02

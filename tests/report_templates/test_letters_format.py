"""Vietnamese wording of dates, numbers, lists and quotes."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_templates.shared import format as vi


@pytest.mark.parametrize(
    ("day", "short", "full", "long"),
    [
        (date(2026, 4, 2), "02/4/2026", "02/04/2026", "ngày 02 tháng 4 năm 2026"),
        (date(2010, 2, 25), "25/02/2010", "25/02/2010", "ngày 25 tháng 02 năm 2010"),
        (date(2026, 1, 9), "09/01/2026", "09/01/2026", "ngày 09 tháng 01 năm 2026"),
        (date(2025, 12, 31), "31/12/2025", "31/12/2025", "ngày 31 tháng 12 năm 2025"),
        # 20:00 UTC is already the next day in Vietnam.
        (datetime(2026, 4, 1, 20, tzinfo=UTC), "02/4/2026", "02/04/2026", "ngày 02 tháng 4 năm 2026"),
    ],
)
def test_dates(day, short, full, long):
    assert (vi.short_date(day), vi.table_date(day), vi.long_date(day)) == (short, full, long)


def test_absent_dates_are_blank():
    assert (vi.short_date(None), vi.long_date(None), vi.moment_text(None)) == ("", "", "")
    assert vi.table_date(None, "chưa rõ") == "chưa rõ"


def test_moment():
    deadline = datetime(2026, 4, 25, 10, tzinfo=UTC)
    assert vi.moment_text(deadline) == "17 giờ 00 phút, ngày 25/4/2026"
    assert vi.table_moment(deadline) == "25/04/2026 17:00"


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (1900, "1.900"),
        (98.5, "98,5"),
        (0, "0"),
        (-0.0, "0"),
        (1234567.25, "1.234.567,25"),
        (0.1 + 0.2, "0,3"),
        (12.0, "12"),
    ],
)
def test_number(value, printed):
    assert vi.number(value) == printed


def test_number_with_fixed_decimals():
    assert vi.number(2, 1) == "2,0"


@pytest.mark.parametrize(("value", "printed"), [(5, "05"), (9, "09"), (10, "10"), (0, "0"), (1200, "1.200")])
def test_count(value, printed):
    assert vi.count(value) == printed


def test_join():
    assert [vi.join_and(x) for x in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == [
        "",
        "A",
        "A và B",
        "A, B và C",
    ]


@given(st.text(max_size=400), st.integers(5, 300))
def test_shorten_keeps_a_beginning_and_marks_the_cut(text, limit):
    flat = " ".join(text.split())
    cut = vi.shorten(text, limit)
    assert len(cut) <= limit + 2
    assert cut == flat or (cut.endswith(" …") and flat.startswith(cut[:-2]))


@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_read_back(value):
    assert int(vi.number(value).replace(".", "")) == value

"""The analysts' sample queries: each runs, answers something, and is fast."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from warehouse_factory import good_report, make_campaign, warehouse

FILE = Path(__file__).parents[2] / "docs" / "truy-van-mau.sql"
LIMIT = 0.1
"""Seconds of one processor: what else runs on the machine does not count."""


def queries() -> dict[str, str]:
    """Name -> SQL."""
    parts = re.split(r"^-- ten: (\w+)$", FILE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


@pytest.fixture(scope="module")
def large():
    con = warehouse(make_campaign(f"cq{i}" for i in range(160)), [good_report(f"cq{i}") for i in range(160)])
    con.execute("SET threads = 1")
    yield con
    con.close()


def test_there_are_enough_and_each_says_its_question():
    found = queries()
    assert len(found) >= 20
    assert all("-- hoi: " in sql for sql in found.values())


@pytest.mark.parametrize("name", sorted(queries()))
def test_query_runs_on_the_province(province, name):
    con, _ = province
    rows = con.execute(queries()[name]).fetchall()
    empty_here = {"ngay_van_ban_khac_nhau", "thay_doi_tu_lan_truoc", "chat_luong_du_lieu", "so_lieu_cong_don",
                  "han_che_khong_neu_nguyen_nhan", "van_ban_chua_xac_dinh", "muc_danh_so_khac",
                  "hang_nam_chua_thay_ke_hoach", "chua_thay_vien_dan", "phu_luc_kem_theo"}  # fmt: skip
    assert rows or name in empty_here


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(queries()))
def test_query_is_fast_on_160_agencies(large, name):
    sql = queries()[name]
    best = min(_seconds(large, sql) for _ in range(3))
    assert best < LIMIT, f"{name}: {best:.3f} s"


def _seconds(con, sql: str) -> float:
    start = time.process_time()
    con.execute(sql).fetchall()
    return time.process_time() - start


def test_ranked_search_puts_the_rarer_and_the_more_frequent_first():
    first, second = good_report("cq0"), good_report("cq1")
    first.part("II.2").text += "\nKhe Tre, Khe Tre, Khe Tre là nơi mở lớp đầu tiên."
    second.part("II.2").text += "\nLớp thứ hai mở ở Khe Tre."
    con = warehouse(make_campaign(["cq0", "cq1"]), [first, second])
    found = con.execute("SELECT agency_code, path, diem FROM tim_xep_hang('KHE   tre')").fetchall()
    assert [row[:2] for row in found[:2]] == [("cq0", "II.2"), ("cq1", "II.2")]
    assert found[0][2] > found[1][2] > 0
    assert con.execute("SELECT count(*) FROM tim_xep_hang('khong co tu nay xyz')").fetchone()[0] >= 0
    assert con.execute("SELECT count(*) FROM tim_xep_hang('xyzt')").fetchone() == (0,)
    con.close()

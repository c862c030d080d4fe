"""The made-up province in a warehouse, shared by the tests of the report."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import report_warehouse


@pytest.fixture(scope="session")
def province_con():
    return report_warehouse.filled(report_warehouse.factory.province().frames())


@pytest.fixture(scope="session")
def hostile_con():
    """Make a province whose names and sentences try to become markup, formulas and links."""
    made = report_warehouse.factory.province()
    told = {"syt", "sxd", "bkkt", "x-dong", "x-bien"}
    for row in made.rows["agency"]:
        if row["agency_code"] == "stp":
            row["name"] = "=Sở <b>Tư</b> & 'pháp' {{ 7*7 }}"
    for row in made.rows["section"]:
        if row["agency_code"] in told and row["outline_path"] == "II.2":
            row["text"] = "Lập 7 bảng tin <script>alert(1)</script> & {{ danger }} tại https://x.example."
    made.rows["figure"] = [row for row in made.rows["figure"] if row["agency_code"] not in told]
    return report_warehouse.filled(made.frames())

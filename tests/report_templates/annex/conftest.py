"""The same province as the report's tests."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "provincial"))

import report_warehouse


@pytest.fixture(scope="session")
def annex_con():
    made = report_warehouse.factory.province()
    for row in made.rows["agency"]:
        if row["agency_code"] == "stp":
            row["name"] = "=HYPERLINK(1) & co"
        if row["agency_code"] == "syt":
            row["name"] = "+84 @Y tế"
    return report_warehouse.filled(made.frames())

"""Rows of the warehouse, all at once and one after another."""

from __future__ import annotations

from report_templates.shared.query import rows, stream
from warehouse import store

MOMENT = "SELECT strftime(TIMESTAMPTZ '2026-02-05 01:00:00+00', '%H:%M %d/%m/%Y') AS at"


def test_moments_are_vietnams_either_way():
    with store.connect() as con:
        assert rows(con, MOMENT) == list(stream(con, MOMENT)) == [{"at": "08:00 05/02/2026"}]


def test_another_query_may_run_between_two_rows():
    with store.connect() as con:
        found = []
        for row in stream(con, "SELECT range AS n FROM range(5000) ORDER BY n"):
            assert rows(con, "SELECT 1 AS one") == [{"one": 1}]
            found.append(row["n"])
    assert found == list(range(5000))


def test_values_are_quoted():
    with store.connect() as con:
        asked = "SELECT n FROM (VALUES ('a'), ('o''b')) AS t(n) WHERE n = ?"
        assert list(stream(con, asked, "o'b")) == [{"n": "o'b"}]

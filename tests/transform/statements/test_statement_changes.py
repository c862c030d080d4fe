"""One agency's report changes: what moves rests on it or gave way to it, and the list names it all."""

from __future__ import annotations

from collections import defaultdict

import polars as pl
import pytest
import statement_factory as factory
from test_statement_compose import replaced

from transform.statements import changes, compose


def without(frames, code):
    return {
        name: frame.filter(pl.col("agency_code") != code)
        if "agency_code" in frame.columns and name != "agency"
        else frame
        for name, frame in frames.items()
    }


def told(composed):
    """Each statement with everything about it that a reader sees, its place apart."""
    behind = defaultdict(list)
    for row in composed["statement_source"].sort("statement_id", "seq").to_dicts():
        behind[row["statement_id"]].append((row["agency_code"], row["page"], row["quote"]))
    return {
        row["statement_id"]: (
            row["outline_path"],
            row["kind"],
            row["text"],
            row["agencies"],
            row["in_report"],
            tuple(behind[row["statement_id"]]),
        )
        for row in composed["statement"].to_dicts()
    }


def moved(before, after):
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def rests_on(name, code, *sides):
    return any(name in side and any(source[0] == code for source in side[name][5]) for side in sides)


@pytest.mark.parametrize("code", ["stp", "syt", "x-dong", "x-cat", "p-cang", "mttq"])
def test_a_changed_report_moves_only_what_rests_on_it_and_all_is_named(frames, composed, code):
    newer = replaced(frames, code)
    again = compose(factory.Campaign(), newer)
    before, after = told(composed), told(again)
    listed = changes({**frames, **composed}, {**newer, **again})
    assert moved(before, after) == set(listed["statement_id"].drop_nulls())
    for name in moved(before, after):
        path = (before.get(name) or after.get(name))[0]
        assert path == "II.2"
    # What does not rest on the changed report is a list entry of the same item that gave way or took a place.
    assert any(rests_on(name, code, before, after) for name in moved(before, after))
    others = [name for name in moved(before, after) if not rests_on(name, code, before, after)]
    kinds = {(before.get(name) or after.get(name))[1] for name in others}
    assert kinds <= {"example", "theme"}


@pytest.mark.parametrize("code", ["syt", "x-bien", "mttq"])
def test_a_late_report_is_followed_sentence_by_sentence(frames, composed, code):
    less = without(frames, code)
    earlier = compose(factory.Campaign(), less)
    listed = changes({**less, **earlier}, {**frames, **composed})
    assert moved(told(earlier), told(composed)) == set(listed["statement_id"].drop_nulls())
    assert listed.filter(pl.col("kind") == "agency_new")["agency_code"].to_list() == [code]


def test_an_example_that_gave_way_says_to_which(frames, composed):
    seen = 0
    for code, *_ in factory.AGENCIES:
        less = without(frames, code)
        earlier = compose(factory.Campaign(), less)
        listed = changes({**less, **earlier}, {**frames, **composed})
        now = told(composed)
        for row in listed.filter(pl.col("message").str.starts_with("Câu nhường chỗ")).to_dicts():
            heirs = [entry for entry in now.values() if entry[2] == row["after"]]
            assert heirs and heirs[0][0] == row["outline_path"]
            seen += 1
    assert seen > 5

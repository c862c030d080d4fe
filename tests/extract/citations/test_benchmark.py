"""The benchmark says by name what a change gained and lost."""

from __future__ import annotations

from benchmarks.citations.run import changes, moved


def test_changes_are_named() -> None:
    before = {"kept": True, "mended": False, "broken": True, "removed": True, "still wrong": False}
    passed = {
        "kept": True,
        "mended": True,
        "broken": False,
        "still wrong": False,
        "new": True,
        "new wrong": False,
    }
    assert changes(passed, before) == {
        "gains": ["mended"],
        "losses": ["broken"],
        "wrong and new": ["new wrong"],
        "gone": ["removed"],
    }


def test_scores_that_moved_are_named() -> None:
    assert moved({"dust": 0.9, "của": 1.0, "new": 0.5}, {"dust": 0.8, "của": 1.0}) == [
        "dust 0.8000 -> 0.9000"
    ]

"""What the officer is told at the end of a run."""

from __future__ import annotations

import io
from collections import Counter
from datetime import UTC, datetime

from rich.console import Console

from flows.job import Summary
from flows.layout import Layout
from flows.steps.judging import rule_errors
from flows.summary import print_summary
from warehouse.judge import Judgement
from warehouse.verdicts import Outcome


def test_a_rule_that_could_not_run_is_named_with_its_reason(tmp_path):
    ran = Outcome("late", "submissions", "info", "", checked=3)
    broken = Outcome("thu", "content", "warning", "", error="không có cột «abc»")
    summary = Summary(
        "c", "Đợt thử", datetime(2026, 2, 5, tzinfo=UTC), "r", "i",
        counts=Counter(), agencies=Counter(), rule_errors=rule_errors(Judgement((), (ran, broken), None)),
    )  # fmt: skip
    printed = io.StringIO()
    print_summary(Console(file=printed, width=200), Layout(tmp_path), summary)
    assert "Quy tắc «thu» không chạy được, nên chưa xét gì: không có cột «abc»" in printed.getvalue()
    assert "«late»" not in printed.getvalue()
    assert summary.as_json()["rules_not_run"] == {"thu": "không có cột «abc»"}

"""Which published snapshot a command opens: the current one, or the one of an earlier moment."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from flows.errors import EXIT_FAILURE, NotYetRunError, RunError
from flows.layout import Layout
from warehouse import past
from warehouse.publish import resolve


class NoEarlierStateError(RunError):
    """No snapshot of that moment or before is kept; the message lists those that are."""

    exit_code = EXIT_FAILURE

    def __init__(self, moment: datetime, kept: list[past.State]) -> None:
        listed = "; ".join(f"{state.as_of:%H:%M %d/%m/%Y}" for state in kept)
        there = f"Các thời điểm còn giữ: {listed}." if listed else "Chưa có lần chạy nào được giữ lại."
        super().__init__(
            f"Không còn giữ kho dữ liệu chốt lúc {moment:%H:%M %d/%m/%Y} hoặc trước đó. {there} "
            "Đề nghị chọn một thời điểm trong khoảng này."
        )


def snapshot(layout: Layout, campaign_id: str, moment: datetime | None = None) -> Path:
    """Return the file to open read-only; raises `NotYetRunError` or `NoEarlierStateError`."""
    current = resolve(layout.warehouse)
    if not current.exists():
        raise NotYetRunError(layout.out)
    if moment is None:
        return current
    state = past.at(layout.warehouse, campaign_id, moment)
    if state is None:
        raise NoEarlierStateError(moment, kept(layout, campaign_id))
    return state.path


def kept(layout: Layout, campaign_id: str) -> list[past.State]:
    """Return the states of the campaign that can be opened, earliest moment first."""
    return sorted(past.states(layout.warehouse, campaign_id), key=lambda state: (state.as_of, state.run_id))

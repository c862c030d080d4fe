"""What is wrong with a campaign folder: every fault at once, each with its file and line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_SHOWN = 100
"""Faults that a message lists: a list kept beside the wrong inbox has one for every line."""


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """One fault. `line` is 1-based, 0 when the fault is of the whole file; `message` is Vietnamese."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.file}, dòng {self.line}" if self.line else self.file
        return f"{place}: {self.message}"


class CampaignError(Exception):
    """A campaign that cannot be used; `faults` lists everything found, in order of file and line."""

    code = "bad_campaign"
    exit_code = 2
    reason = "Hồ sơ đợt báo cáo chưa dùng được."
    advice = "Đề nghị sửa các điểm nêu trên rồi chạy lại; chưa có dữ liệu nào được ghi."

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = sorted(set(faults))
        super().__init__(self.describe())

    def describe(self) -> str:
        """Say it in one Vietnamese message, one fault a line; of very many the first only."""
        lines = [f"{self.reason} Có {len(self.faults)} điểm cần sửa:"]
        lines += [f"- {fault}" for fault in self.faults[:_SHOWN]]
        if more := len(self.faults[_SHOWN:]):
            lines.append(f"- … và {more} điểm nữa.")
        return "\n".join([*lines, self.advice])

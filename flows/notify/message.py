"""The words of the message about a failed run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from flows.engine import FORESEEN
from flows.text import printable
from report_templates.mail.message import Letter

_FLOWS = {"theo-doi-hop-nhan": "theo dõi hộp nhận", "chay-theo-lich": "chạy theo lịch"}
_UNKNOWN = "Phần mềm dừng đột ngột (mất điện, hết bộ nhớ hoặc bị dừng từ bên ngoài)."


@dataclass(frozen=True, slots=True)
class Failure:
    """A scheduled run that failed. `run` identifies it in Prefect; `began` is in Vietnam's time."""

    run: str
    flow: str
    folder: str
    began: datetime
    cause: str
    """Kind of the error, for telling one cause from another."""
    reason: str


def reason_of(error: BaseException | None) -> str:
    """Say what may be said of an error: our own words, else its kind (a library may quote a report)."""
    if error is None:
        return _UNKNOWN
    if isinstance(error, FORESEEN) and not isinstance(error, OSError):
        return printable_lines(str(error))
    if isinstance(error, OSError):
        return printable(
            f"Hệ điều hành báo lỗi: {error.strerror or type(error).__name__} ({error.filename})."
        )
    return f"Phần mềm gặp lỗi chưa lường trước ({type(error).__name__})."


def printable_lines(text: str) -> str:
    """`printable`, line by line."""
    return "\n".join(printable(line) for line in text.splitlines())


def letter(failure: Failure, campaign: str, to: tuple[str, ...]) -> Letter:
    """Make the message; the same failed run always has the same Message-ID."""
    return Letter(
        campaign_id=failure.folder,
        agency_code=failure.flow,
        agency_name="Cán bộ phụ trách",
        to=to,
        subject=f"Lượt chạy tự động chưa hoàn thành: {printable(campaign)}",
        text=(
            "Kính gửi đồng chí phụ trách,\n\n"
            f"Lượt chạy tự động «{_FLOWS.get(failure.flow, failure.flow)}» của đợt báo cáo "
            f"«{printable(campaign)}», bắt đầu lúc {failure.began:%H:%M} ngày {failure.began:%d/%m/%Y}, chưa "
            "hoàn thành.\n\n"
            f"Nguyên nhân: {failure.reason}\n\n"
            "Kết quả đã công bố lần trước vẫn giữ nguyên. Lịch chạy vẫn tiếp tục; nếu nguyên nhân còn đó, đề "
            "nghị đồng chí xử lý hoặc báo người quản trị phần mềm. Cùng một nguyên nhân chỉ được báo một lần "
            "trong ngày.\n\n"
            f"Thư mục của đợt: {printable(failure.folder)}\nMã lượt chạy: {failure.run}\n\n"
            "Trân trọng./.\nPhần mềm tổng hợp báo cáo (thư tự động, không kèm nội dung báo cáo)\n"
        ),
        fingerprint=f"failed:{failure.run}",
    )

"""The sentences of a letter, by what came from the agency. Every count in them is a count of rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from report_templates.feedback.compose import Entry, entries
from report_templates.feedback.data import FeedbackData, Submission, is_note
from report_templates.feedback.progress import asked_before, progress_words, resolved_since
from report_templates.shared.courtesy import ask, cooperates
from report_templates.shared.findings import Finding
from report_templates.shared.format import BLANK_DAY, count, join_and, moment_text, short_date

_RECEIVED = {
    "register": "theo sổ văn bản đến",
    "signature": "theo thời điểm ký số trong tệp",
    "mtime": "theo thời điểm ghi trên tệp",
}


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter ready to be laid out; empty strings are left out. Tables: what is asked, what is noted."""

    subject: str
    opening: str
    positive: str = ""
    progress: str = ""
    request: str = ""
    closing: str = ""
    thanks: str = ""
    entries: list[Entry] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    resolved: list[dict[str, Any]] = field(default_factory=list)
    remaining: list[Finding] = field(default_factory=list)


def compose(data: FeedbackData) -> Letter:
    """Word the letter for the state of what was received."""
    return _BY_STATE[data.state](data)


def _subject(data: FeedbackData, act: str) -> str:
    return f"{act}{data.campaign.by_request}"


def _together(data: FeedbackData) -> str:
    """Make a request one for cooperation, to bodies that are not under the UBND."""
    return " phối hợp" if cooperates(data.agency) else ""


def report_words(submission: Submission) -> str:
    """Name the report by what is printed on it: `Báo cáo số 12/BC-STP ngày 20/4/2026`."""
    kind = submission.doc_type.capitalize() if submission.doc_type else "báo cáo"
    parts = [kind]
    if submission.number:
        parts.append(f"số {submission.number}")
    if submission.day:
        parts.append(f"ngày {short_date(submission.day)}")
    return " ".join(parts)


def _received(submission: Submission) -> str:
    moment = moment_text(submission.received_at)
    source = _RECEIVED.get(submission.received_source or "", "")
    return f" ({source}: {moment})" if moment and source else ""


def _opening(data: FeedbackData) -> str:
    submission = data.submission
    assert submission is not None  # noqa: S101 - states with a report only
    again = f", bản gửi lần {submission.version}" if (submission.version or 1) > 1 else ""
    return (
        f"{data.campaign.opening}, {data.campaign.consolidator} đã nhận được {report_words(submission)} "
        f"của {data.agency.name}{again}{_received(submission)}{_also(data)}."
    )


_ALSO = (("supplement", "văn bản bổ sung"), ("correction", "văn bản đính chính"), ("annex", "phụ lục"))


def _also(data: FeedbackData) -> str:
    """Name what came besides the report and belongs to it: supplements, corrections, annexes."""
    named = []
    for code, what in _ALSO:
        for row in data.files:
            if row["status"] != "annex" or row["reason_code"] != code:
                continue
            number = f" số {row['number']}" if row["number"] else ""
            day = f" ngày {short_date(row['day'])}" if row["day"] else ""
            file = "" if number else f" (tệp «{row['file_name'].rpartition('/')[2]}»)"
            named.append(f"{what}{number}{day}{file}")
    return f"; cùng {join_and(named)}" if named else ""


def _held(data: FeedbackData) -> str:
    """Say what was found in the report, in counts of the warehouse's rows."""
    parts = [
        f"{count(number)} {what}"
        for number, what in ((data.figures, "số liệu"), (data.citations, "lượt viện dẫn văn bản"))
        if number
    ]
    return f"; có {join_and(parts)}" if parts else ""


def _positive(data: FeedbackData) -> str:
    if not data.required:
        return ""
    share = (
        f"đủ {count(data.required)}/{count(data.required)}"
        if data.present == data.required
        else f"{count(data.present)}/{count(data.required)}"
    )
    seen = "đọc thấy" if data.submission is not None and data.submission.is_scan else "thấy"
    if not data.present:
        return ""
    return (
        f"Qua đối chiếu, {data.campaign.consolidator} {seen} báo cáo đã có nội dung ở "
        f"{share} mục bắt buộc của đề cương{_held(data)}."
    )


def _asked(data: FeedbackData) -> list[Finding]:
    return [f for f in data.findings if f.owner == "agency" and not is_note(f)]


def _notes(data: FeedbackData) -> list[str]:
    noted = [f for f in data.findings if f.owner == "agency" and is_note(f)]
    return list(dict.fromkeys(" ".join(part for part in (f.message, f.advice) if part) for f in noted))


def _supplement(data: FeedbackData) -> Letter:
    before = asked_before(data)
    asked = _asked(data)
    resolved = resolved_since(data)
    remaining = [finding for finding in asked if finding.key in before]
    who = data.agency.name
    return Letter(
        subject=_subject(data, f"{ask(data.agency)} bổ sung, hoàn thiện báo cáo"),
        opening=_opening(data),
        positive=_positive(data),
        progress=progress_words(data, resolved, remaining),
        request=(
            f"Để việc tổng hợp được đầy đủ, {data.campaign.consolidator} đề nghị {who}{_together(data)} xem "
            "xét, bổ sung các nội dung sau (việc cần làm trước xếp trước):"
        ),
        closing=(
            f"Báo cáo sau khi bổ sung đề nghị gửi về {data.campaign.consolidator} trước {BLANK_DAY}. "
            "Trường hợp nội dung đã được trình bày ở vị trí khác trong báo cáo, đề nghị cho biết mục, "
            "trang để cập nhật."
        ),
        thanks=f"{data.campaign.consolidator} trân trọng cảm ơn sự phối hợp của {who}",
        entries=entries(asked, before),
        notes=_notes(data),
        resolved=resolved,
        remaining=remaining,
    )


def _complete(data: FeedbackData) -> Letter:
    resolved = resolved_since(data)
    return Letter(
        subject=_subject(data, "phản hồi kết quả tiếp nhận báo cáo"),
        opening=_opening(data),
        positive=_positive(data),
        progress=progress_words(data, resolved, []),
        closing=_nothing_asked(data),
        thanks=f"{data.campaign.consolidator} trân trọng cảm ơn sự phối hợp của {data.agency.name}",
        notes=_notes(data),
        resolved=resolved,
    )


def _nothing_asked(data: FeedbackData) -> str:
    checked = (
        "Các mục theo đề cương đều đã có; không có mục nào cần đề nghị bổ sung."
        if data.required and data.present == data.required
        else "Không có mục nào cần đề nghị bổ sung."
    )
    if data.unverified:
        return (
            f"Báo cáo có trang là bản quét nên còn {count(data.unverified)} mục đang được đối chiếu "
            f"với bản gốc; {data.campaign.consolidator} sẽ thông tin lại nếu có nội dung cần bổ sung."
        )
    return f"{checked} {data.campaign.consolidator} sẽ sử dụng báo cáo này để tổng hợp."


def _without_report(act: str, found: str) -> Callable[[FeedbackData], Letter]:
    """Make the letter for an agency whose files hold no report that could be used."""

    def letter(data: FeedbackData) -> Letter:
        asked = _asked(data)
        return Letter(
            subject=_subject(data, f"{ask(data.agency)} {act}"),
            opening=(
                f"{data.campaign.opening}, {data.campaign.consolidator} đã nhận được "
                f"{count(len(data.files))} tệp do {data.agency.name} gửi. {found}"
            ),
            request=f"{data.campaign.consolidator} đề nghị {data.agency.name}{_together(data)} xem xét các "
            "nội dung sau:"
            if asked
            else "",
            closing=(
                f"Đề nghị {data.agency.name}{_together(data)} gửi về {data.campaign.consolidator} trước "
                f"{BLANK_DAY}."
            ),
            thanks=f"{data.campaign.consolidator} trân trọng cảm ơn sự phối hợp của {data.agency.name}",
            entries=entries(asked),
            notes=_notes(data),
        )

    return letter


_BY_STATE: dict[str, Callable[[FeedbackData], Letter]] = {
    "complete": _complete,
    "supplement": _supplement,
    "unread": _without_report(
        "gửi lại tệp báo cáo",
        "Tuy nhiên, chưa mở đọc được báo cáo từ tệp đã nhận.",
    ),
    "secret": _without_report(
        "gửi báo cáo theo đúng quy định",
        "Tệp có dấu chỉ độ mật nên phần mềm dừng lại, không đọc nội dung; đề nghị gửi theo quy định của "
        "pháp luật về bảo vệ bí mật nhà nước.",
    ),
    "wrong_campaign": _without_report(
        "kiểm tra, gửi báo cáo đúng nội dung yêu cầu",
        "Tuy nhiên, tệp đã nhận là báo cáo về nội dung khác với yêu cầu nêu trên.",
    ),
    "not_a_report": _without_report(
        "gửi báo cáo",
        "Tuy nhiên, trong các tệp đã nhận chưa thấy báo cáo chính (xem danh sách tệp dưới đây).",
    ),
}

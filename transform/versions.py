"""What each file is among the others: current, superseded, duplicate, annex, unread and so on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from extract.errors import FileTooLarge, ReadError, SecretDocument
from transform.additions import kind_of, names_report, part
from transform.campaign import Campaign
from transform.entry import Entry, Standing

# what to do about files that the scan itself refused
_ADVICE = {
    "symlink": "Đề nghị chép chính tệp đó vào hộp nhận.",
    "special_file": "Đề nghị kiểm tra lại hộp nhận; phần mềm chỉ đọc tệp văn bản.",
    "io_error": "Đề nghị kiểm tra quyền đọc hoặc kết nối ổ mạng rồi chạy lại.",
    "too_large": FileTooLarge.advice,
}
# reason and advice of what belongs to a report without being one
_ADDITIONS = {
    "supplement": (
        "Là báo cáo bổ sung: phần mềm tính nội dung của các mục mà báo cáo chính chưa có.",
        "Đề nghị xem các mục có ở cả hai tệp; phần mềm dùng nội dung của báo cáo chính.",
    ),
    "correction": (
        "Là văn bản đính chính báo cáo của cơ quan; phần mềm không tự sửa nội dung, số liệu.",
        "Đề nghị đối chiếu và sửa trong dự thảo, hoặc đề nghị cơ quan gửi lại báo cáo đã sửa.",
    ),
}
_NO_TIME = datetime.min.replace(tzinfo=UTC)


def stand(campaign: Campaign, entries: Sequence[Entry]) -> dict[str, Standing]:
    """Standing of every entry, by submission id."""
    result: dict[str, Standing] = {}
    reports: dict[str, list[Entry]] = {}
    annexes: list[Entry] = []
    others: list[Entry] = []
    for entry in _unique(entries, result):
        alone = _alone(entry)
        if alone is not None:
            result[entry.submission_id] = alone
            if alone.status == "wrong_campaign" and entry.assignment.code and kind_of(entry):
                others.append(entry)
        elif entry.relevance is not None and entry.relevance.kind == "annex":
            annexes.append(entry)
        else:
            reports.setdefault(str(entry.assignment.code), []).append(entry)
    current = {code: _rank(versions, result) for code, versions in sorted(reports.items())}
    for entry in annexes:
        result[entry.submission_id] = _annex(entry, current.get(str(entry.assignment.code)))
    for entry in others:
        code = str(entry.assignment.code)
        if names_report(entry, reports.get(code, ())):
            result[entry.submission_id] = _addition(entry, current[code])
    return {entry.submission_id: _lateness(campaign, entry, result[entry.submission_id]) for entry in entries}


def _unique(entries: Sequence[Entry], result: dict[str, Standing]) -> list[Entry]:
    """Set aside the same bytes of the same agency, the first received stays; return the rest.

    A file of nobody known is the twin of one whose agency is known, unless its own sources contradict.
    """
    kept: list[Entry] = []
    first: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda one: (one.assignment.code is None, *_arrival(one))):
        twins = first.setdefault(entry.file.sha256 or entry.submission_id, [])
        original = next((twin for twin in twins if _same_sender(twin, entry)), None)
        if original is None or entry.secret:
            twins.append(entry)
            kept.append(entry)
            continue
        result[entry.submission_id] = Standing(
            "duplicate",
            reason_code="duplicate",
            reason=f"Nội dung trùng hoàn toàn với tệp «{original.file.name}».",
            advice="Không phải làm gì thêm.",
            belongs_to=original.submission_id,
        )
    return kept


def _same_sender(known: Entry, entry: Entry) -> bool:
    if entry.assignment.code is None:
        return not entry.assignment.conflict
    return known.assignment.code == entry.assignment.code


def _alone(entry: Entry) -> Standing | None:
    """Standing that needs no other file: secret, unread, of nobody known, of another campaign."""
    if entry.secret:
        return Standing(
            "secret", reason_code="secret", reason=SecretDocument.reason, advice=SecretDocument.advice
        )
    if entry.document is None:
        error = entry.error or ReadError()
        code, reason = entry.file.refused or (error.code, error.reason)
        return Standing("unread", reason_code=code, reason=reason, advice=_ADVICE.get(code, error.advice))
    other = entry.relevance is not None and entry.relevance.kind == "other"
    if other and entry.relevance is not None:
        return Standing(
            "wrong_campaign",
            reason_code="wrong_campaign",
            reason=entry.relevance.reason,
            advice="Đề nghị kiểm tra; nếu là báo cáo của đợt này, đề nghị cơ quan gửi lại theo đề cương.",
        )
    if entry.assignment.code is None:
        return Standing(
            "unmatched",
            reason_code="agency_conflict" if entry.assignment.conflict else "agency_unknown",
            reason=entry.assignment.reason,
            advice="Đề nghị ghi cơ quan gửi vào overrides.yaml, hoặc đưa tệp vào thư mục theo mã cơ quan; "
            "tên viết khác danh sách thì ghi thêm vào cột aliases.",
        )
    return None


def _arrival(entry: Entry) -> tuple[datetime, str, str]:
    return entry.received_at or _NO_TIME, entry.file.name, entry.submission_id


def _rank(versions: list[Entry], result: dict[str, Standing]) -> Entry:
    """Give the versions of one agency their numbers, oldest first; return the newest, which is current."""
    ordered, added = part(sorted(versions, key=_newness))
    current = ordered[-1]
    for entry in added:
        result[entry.submission_id] = _addition(entry, current)
    for number, entry in enumerate(ordered, start=1):
        if entry is current:
            result[entry.submission_id] = Standing("read", version=number, is_current=True)
            continue
        result[entry.submission_id] = Standing(
            "superseded",
            version=number,
            reason_code="superseded",
            reason=f"Đã có bản nhận sau: «{current.file.name}».",
            belongs_to=current.submission_id,
        )
    return current


def _newness(entry: Entry) -> tuple[datetime, str, bool, bool, bool, str, str]:
    """Received time; among equals: document date, signed, numbered, text rather than scan, then the name."""
    document = entry.document
    assert document is not None  # noqa: S101 - only documents that were read have versions
    return (
        entry.received_at or _NO_TIME,
        document.meta.date or "",
        bool(document.signatures),
        bool(document.meta.number),
        document.file.format != "scan",
        entry.file.name,
        entry.submission_id,
    )


def _addition(entry: Entry, report: Entry) -> Standing:
    """Standing of a supplement or a correction: it belongs to the report and replaces nothing of it."""
    kind = kind_of(entry) or "supplement"
    reason, advice = _ADDITIONS[kind]
    return Standing("annex", reason_code=kind, reason=reason, advice=advice, belongs_to=report.submission_id)


def _annex(entry: Entry, report: Entry | None) -> Standing:
    return Standing(
        "annex",
        reason_code="annex",
        reason=(entry.relevance.reason if entry.relevance else None)
        if report
        else "Là phụ lục gửi thành tệp riêng; chưa thấy báo cáo chính của cơ quan.",
        belongs_to=report.submission_id if report else None,
    )


def _lateness(campaign: Campaign, entry: Entry, standing: Standing) -> Standing:
    if entry.received_at is None:
        return standing
    code = entry.assignment.code
    deadline = campaign.agency_deadline(code) if code else campaign.deadline
    return replace(standing, is_late=entry.received_at > deadline)

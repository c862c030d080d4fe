"""Lay out one agency's letter as Word, as a page that opens alone, and as `findings.json`."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from report_templates.feedback.data import FeedbackData, read
from report_templates.feedback.sentences import Letter, compose
from report_templates.shared.env import render
from report_templates.shared.findings import Finding
from report_templates.shared.format import local
from report_templates.shared.output import place, replace
from report_templates.shared.query import Row
from report_templates.shared.templates import fill

SCHEMA = 1
TEMPLATE = Path(__file__).with_name("phan-hoi.docx")
REMARK = (
    "Dự thảo do phần mềm lập từ báo cáo đã nhận, chưa duyệt. Số, ngày, thời hạn và người ký để trống; "
    "xóa ghi chú này trước khi phát hành."
)
STATUS = {
    "read": "Đã đọc, đang dùng để tổng hợp",
    "superseded": "Đã có bản mới hơn",
    "duplicate": "Trùng với tệp khác",
    "annex": "Phụ lục của báo cáo",
    "wrong_campaign": "Báo cáo về nội dung khác",
    "unmatched": "Chưa xác định nơi gửi",
    "secret": "Có dấu chỉ độ mật, không đọc",
    "unread": "Chưa đọc được",
}
_TOLD = frozenset({"superseded", "duplicate", "annex", "wrong_campaign"})
"""Statuses whose reason an agency is told; of the others it speaks to the officer."""


def write_agency(
    con: duckdb.DuckDBPyConnection,
    campaign_id: str,
    agency_code: str,
    folder: Path,
    as_of: datetime,
    *,
    template: Path | None = None,
) -> list[Path]:
    """Write the letter's three files; an edited letter is kept and the new one goes beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    data = read(con, campaign_id, agency_code, folder)
    letter = compose(data)
    docx = fill(template or TEMPLATE, _context(data, letter, as_of), as_of, remark=REMARK)
    page = render(
        "feedback/phan-hoi.html", data=data, letter=letter, files=_file_rows(data.files), as_of=as_of
    )
    return [
        place(folder / "phan-hoi.docx", docx, as_of).path,
        place(folder / "phan-hoi.html", page, as_of).path,
        replace(folder / "findings.json", findings_json(data, letter, as_of)),
    ]


def _context(data: FeedbackData, letter: Letter, as_of: datetime) -> dict[str, Any]:
    campaign = data.campaign
    said = " ".join(line for row in letter.entries for line in row.status)
    shown = _file_rows(data.files) if data.submission is None else []
    shown = [file for file in shown if f"«{file['name']}»" not in said]
    return {
        "consolidator_caps": campaign.consolidator_caps,
        "consolidator": campaign.consolidator,
        "parent": campaign.parent,
        "place": campaign.place,
        "symbol": campaign.symbol,
        "keep_line": campaign.keep_line,
        "year": local(as_of).year,
        "addressee": data.agency.name,
        "subject": letter.subject,
        "opening": letter.opening,
        "positive": letter.positive,
        "progress": letter.progress,
        "request": letter.request,
        "entries": [
            {
                "item": f"{row.item} (đã đề nghị lần trước)" if row.remains else row.item,
                "few_status": row.few_status,
                "advice": row.advice,
                "few_quotes": row.few_quotes,
                "label": row.label,
            }
            for row in letter.entries
        ],
        "files_title": "Danh sách tệp đã nhận:",
        "files": [" – ".join(part for part in (f["name"], f["status"], f["why"]) if part) for f in shown],
        "notes_title": "Một số điểm để cơ quan, đơn vị tham khảo, hoàn thiện:",
        "notes": letter.notes,
        "closing": letter.closing,
        "thanks": letter.thanks,
    }


def _file_rows(files: list[Row]) -> list[dict[str, Any]]:
    return [
        {
            "name": (row["file_name"] or "").rsplit("/", 1)[-1],
            "received_at": row["received_at"],
            "status": STATUS.get(row["status"], row["status"] or ""),
            "why": (row["reason"] or "") if row["status"] in _TOLD else "",
        }
        for row in files
    ]


def findings_json(data: FeedbackData, letter: Letter, as_of: datetime) -> bytes:
    """Encode the machine's copy of the letter; every finding is in it, the officer's own too (`owner`)."""
    campaign, sent = data.campaign, data.submission
    shape = {
        "schema": SCHEMA,
        "campaign": {
            "id": campaign.campaign_id,
            "title": campaign.title,
            "deadline": _iso(campaign.deadline),
        },
        "agency": {"code": data.agency.code, "name": data.agency.name},
        "as_of": _iso(as_of),
        "state": data.state,
        "submission": None
        if sent is None
        else {
            "id": sent.submission_id,
            "file": sent.file_name,
            "sha256": sent.sha256,
            "received_at": _iso(sent.received_at),
            "received_source": sent.received_source,
            "version": sent.version,
            "is_late": sent.is_late,
            "number": sent.number,
            "date": sent.day.isoformat() if sent.day else None,
        },
        "files": [
            {
                "file": row["file_name"],
                "status": row["status"],
                "received_at": _iso(row["received_at"]),
                "reason": row["reason"],
                "advice": row["advice"],
            }
            for row in data.files
        ],
        "counts": {
            "required": data.required,
            "present": data.present,
            "unverified": data.unverified,
            "citations": data.citations,
            "figures": data.figures,
        },
        "findings": [_finding(finding) for finding in data.findings],
        "complete": [{"outline_path": item.path, "outline_title": item.title} for item in data.complete],
        "resolved": letter.resolved,
        "remaining": [_finding(finding) for finding in letter.remaining],
        "previous": data.previous,
    }
    return json.dumps(shape, ensure_ascii=False, indent=2).encode() + b"\n"


def _finding(finding: Finding) -> dict[str, Any]:
    kept = (
        "rule",
        "severity",
        "outline_path",
        "outline_title",
        "message",
        "advice",
        "evidence",
        "page",
        "owner",
    )
    values = asdict(finding)
    return {key: values[key] for key in kept}


def _iso(moment: datetime | None) -> str | None:
    return local(moment).isoformat() if moment is not None else None

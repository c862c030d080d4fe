"""Letters to those who have sent nothing: `don-doc.docx` with the list, before or after the deadline.

Nothing is written about an agency whose file came but could not be read or placed: it did send.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

import duckdb

from report_templates import nd30
from report_templates.ooxml import add_comment, docx_bytes
from report_templates.shared.campaign import Agency, Campaign, read_agencies, read_campaign
from report_templates.shared.courtesy import cooperates
from report_templates.shared.format import (
    BLANK_DAY,
    count,
    local,
    moment_text,
    number,
    short_date,
    table_moment,
)
from report_templates.shared.output import place
from report_templates.shared.query import rows

Kind = Literal["before", "after", "second"]
SECOND_AFTER = timedelta(days=7)
"""The second letter, copied to the leaders, is due a week after the deadline."""
REMARK = (
    "Dự thảo do phần mềm lập, chưa duyệt. Số, ngày, thời hạn mới và người ký để trống; đề nghị đối chiếu "
    "với sổ văn bản đến trước khi phát hành."
)


@dataclass(frozen=True, slots=True)
class Silent:
    """Who was asked, who sent, who did not. `unplaced` = files whose sender is not known yet."""

    campaign: Campaign
    asked: int
    sent: int
    agencies: list[Agency]
    unplaced: int
    maybe_sent: dict[str, list[str]] = field(default_factory=dict)
    """Files whose sender is not known yet, by the code of an agency that may have sent them."""


@dataclass(frozen=True, slots=True)
class Words:
    """What one kind of letter says."""

    act: str
    subject: str
    request: str
    copies: tuple[str, ...]


_WORDS: dict[Kind, Words] = {
    "before": Words(
        "nhắc",
        "nhắc thời hạn gửi báo cáo",
        "gửi báo cáo đúng thời hạn nêu trên",
        (),
    ),
    "after": Words(
        "đôn đốc",
        "đôn đốc gửi báo cáo",
        f"khẩn trương hoàn thành và gửi báo cáo trước {BLANK_DAY}",
        ("superior", "leaders"),
    ),
    "second": Words(
        "đôn đốc (lần 2)",
        "đôn đốc gửi báo cáo (lần 2)",
        f"quan tâm chỉ đạo, hoàn thành và gửi báo cáo trước {BLANK_DAY}",
        ("superior", "heads", "leaders"),
    ),
}  # fmt: skip


def read_silent(con: duckdb.DuckDBPyConnection, campaign_id: str) -> Silent:
    """Read who must report and from whom no file at all came."""
    senders = {
        row["agency_code"]
        for row in rows(
            con,
            "SELECT DISTINCT agency_code FROM submission WHERE campaign_id = ? "
            "AND agency_code IS NOT NULL AND status NOT IN ('wrong_campaign', 'annex')",
            campaign_id,
        )
    }
    required = {
        row["agency_code"]
        for row in rows(
            con,
            "SELECT agency_code FROM agency WHERE campaign_id = ? AND coalesce(required, true)",
            campaign_id,
        )
    }
    asked = [agency for agency in read_agencies(con, campaign_id) if agency.code in required]
    unplaced = rows(
        con,
        "SELECT count(*) AS n FROM submission WHERE campaign_id = ? AND agency_code IS NULL",
        campaign_id,
    )
    silent = [agency for agency in asked if agency.code not in senders]
    return Silent(
        campaign=read_campaign(con, campaign_id),
        asked=len(asked),
        sent=len(asked) - len(silent),
        agencies=silent,
        unplaced=int(unplaced[0]["n"]),
        maybe_sent=_maybe_sent(con, campaign_id),
    )


def _maybe_sent(con: duckdb.DuckDBPyConnection, campaign_id: str) -> dict[str, list[str]]:
    files: dict[str, list[str]] = {}
    for row in rows(
        con,
        "SELECT file_name, agency_candidates FROM submission WHERE campaign_id = ? AND status = 'unmatched' "
        "AND agency_candidates IS NOT NULL ORDER BY file_name",
        campaign_id,
    ):
        for code in row["agency_candidates"].split(";"):
            files.setdefault(code, []).append(row["file_name"])
    return files


def kind_at(deadline: datetime | None, as_of: datetime) -> Kind:
    """Choose the letter by the day: before the deadline, after it, or from a week after it the second."""
    if deadline is None or local(as_of) <= local(deadline):
        return "before"
    return "after" if local(as_of) < local(deadline) + SECOND_AFTER else "second"


def write(
    con: duckdb.DuckDBPyConnection,
    campaign_id: str,
    folder: Path,
    as_of: datetime,
    kind: Kind | None = None,
) -> list[Path]:
    """Write `folder/don-doc.docx`, or nothing when every agency has sent; `kind` None = by the day."""
    silent = read_silent(con, campaign_id)
    if not silent.agencies:
        return []
    words = _WORDS[kind or kind_at(silent.campaign.deadline, as_of)]
    return [place(folder / "don-doc.docx", _letter(silent, words, as_of), as_of).path]


def _letter(silent: Silent, words: Words, as_of: datetime) -> bytes:
    campaign = silent.campaign
    document = nd30.new_document(title=f"Công văn {words.subject}")
    nd30.add_letterhead(
        document,
        nd30.Letterhead(
            agency=campaign.consolidator_caps,
            parent=campaign.parent,
            place=campaign.place,
            symbol=campaign.symbol,
            year=local(as_of).year,
            letter_subject=f"{words.subject}{campaign.by_request}",
        ),
    )
    _remark(document, as_of)
    nd30.add_addressees(document, _addressees(silent))
    for sentence in sentences(silent, words, as_of):
        nd30.add_body(document, sentence)
    nd30.add_recipients_and_signature(document, _recipients(campaign, words))
    _annex(document, silent, as_of)
    return docx_bytes(document, as_of)


def _recipients(campaign: Campaign, words: Words) -> list[str]:
    named = {
        "superior": f"{campaign.superior} (b/c)" if campaign.superior else "",
        "heads": "Lãnh đạo các cơ quan, đơn vị có tên trong danh sách",
        "leaders": campaign.leaders,
    }
    copies = [named[copy] for copy in words.copies if named[copy]]
    return ["Như trên", *copies, campaign.keep_line]


def _remark(document: nd30.DocxDocument, as_of: datetime) -> None:
    cell = document.tables[0].rows[1].cells[0]
    add_comment(document, cell.paragraphs[0].runs, REMARK, as_of)


def _addressees(silent: Silent) -> list[str]:
    """Name the agency when it is the only one, else refer to the list."""
    if len(silent.agencies) == 1:
        return [silent.agencies[0].name]
    return ["Các cơ quan, đơn vị (theo danh sách kèm theo)"]


def sentences(silent: Silent, words: Words, as_of: datetime) -> list[str]:
    """Word the body; every count is a count of rows of the warehouse."""
    campaign = silent.campaign
    who = campaign.consolidator
    deadline = f", thời hạn gửi báo cáo là {moment_text(campaign.deadline)}" if campaign.deadline else ""
    unplaced = f" (còn {count(silent.unplaced)} tệp đang xác định nơi gửi)" if silent.unplaced else ""
    left = (
        f"còn {silent.agencies[0].name} chưa gửi"
        if len(silent.agencies) == 1
        else f"còn {count(len(silent.agencies))} cơ quan, đơn vị tại danh sách kèm theo chưa gửi"
    )
    progress = (
        f"Đến {moment_text(as_of)}, {who} đã nhận được văn bản gửi đến của "
        f"{number(silent.sent)}/{number(silent.asked)} cơ quan, đơn vị phải báo cáo{unplaced}; {left}."
    )
    closing = f"Trường hợp báo cáo đã được gửi, đề nghị thông tin lại để {who} đối chiếu. Trân trọng./."
    return [f"{campaign.opening}{deadline}.", progress, *_requests(silent, words), closing]


def _requests(silent: Silent, words: Words) -> list[str]:
    """Ask plainly whom the Sở may ask, and for cooperation the bodies outside the UBND."""
    who = silent.campaign.consolidator
    plain = [agency for agency in silent.agencies if not cooperates(agency)]
    others = [agency for agency in silent.agencies if cooperates(agency)]
    lone = len(silent.agencies) == 1
    asks = []
    if plain:
        named = plain[0].name if lone else "các cơ quan, đơn vị"
        asks.append(f"{who} đề nghị {named} {words.request}")
    if others:
        named = others[0].name if lone else (
            "các cơ quan Đảng, Mặt trận, đoàn thể, cơ quan ngành dọc có tên trong danh sách"
        )  # fmt: skip
        asks.append(
            f"đề nghị {named} phối hợp thực hiện nội dung này"
            if asks
            else f"{who} đề nghị {named} phối hợp {words.request}"
        )
    joined = "; ".join(asks)
    if words is _WORDS["before"]:
        return [f"{joined}."]
    superior = silent.campaign.superior or "cấp trên"
    return [f"{joined}. Quá thời hạn nêu trên, {who} tổng hợp, báo cáo {superior} theo quy định."]


def _annex(document: nd30.DocxDocument, silent: Silent, as_of: datetime) -> None:
    """Add the list on a page of its own, pages numbered apart."""
    nd30.add_annex_section(document)
    nd30.add_annex_title(
        document,
        "Danh sách cơ quan, đơn vị chưa gửi báo cáo",
        f"Kèm theo Công văn số        /{silent.campaign.symbol} ngày      tháng      năm {local(as_of).year} "
        f"của {silent.campaign.consolidator}",
        label="Phụ lục",
    )
    nd30.add_italic_note(document, f"Số liệu đến {moment_text(as_of)}.")
    listed = [
        [
            str(index),
            agency.name,
            table_moment(agency.deadline or silent.campaign.deadline),
            _note(silent, agency),
        ]
        for index, agency in enumerate(silent.agencies, start=1)
    ]
    nd30.add_table(document, ("TT", "Cơ quan, đơn vị", "Thời hạn", "Ghi chú"), listed, (12, 88, 35, 30),
                   centered=frozenset({0, 2}))  # fmt: skip


def _note(silent: Silent, agency: Agency) -> str:
    """Say what the officer has to look at before this agency is reminded."""
    files = silent.maybe_sent.get(agency.code, [])
    return f"Đối chiếu tệp chưa rõ nơi gửi: {', '.join(f'«{name}»' for name in files)}" if files else ""


def subject_line(kind: Kind) -> str:
    """Return the subject of a reminder e-mail of this kind."""
    return _WORDS[kind].subject


def message(silent: Silent, agency: Agency, kind: Kind) -> str:
    """Word a reminder to one agency, for e-mail."""
    campaign = silent.campaign
    deadline = agency.deadline or campaign.deadline
    when = f" Thời hạn gửi báo cáo: {moment_text(deadline)}." if deadline else ""
    asked = "phối hợp " if cooperates(agency) else ""
    day = f" ({short_date(deadline)})" if deadline and kind == "before" else ""
    request = "gửi báo cáo đúng thời hạn" + day if kind == "before" else "sớm hoàn thành, gửi báo cáo"
    return (
        f"Kính gửi {agency.name},\n\nThực hiện {campaign.basis}, {campaign.consolidator} chưa nhận được "
        f"báo cáo của {agency.name}.{when}\n\n{campaign.consolidator} đề nghị {agency.name} "
        f"{asked}{request}. Trường hợp đã gửi, đề nghị thông tin lại để đối chiếu."
        f"\n\nTrân trọng./.\n{campaign.consolidator}\n"
    )

"""`don-doc.docx`: the letter to those who have sent nothing, with their list."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import duckdb

from report_templates import nd30
from report_templates.ooxml import add_comment, docx_bytes
from report_templates.reminders.silent import Kind, Silent, kind_at, read_silent
from report_templates.reminders.wording import WORDS, Words, sentences
from report_templates.shared.campaign import Agency, Campaign
from report_templates.shared.format import local, moment_text, table_moment
from report_templates.shared.output import place

REMARK = (
    "Dự thảo do phần mềm lập, chưa duyệt. Số, ngày, thời hạn mới và người ký để trống; đề nghị đối chiếu "
    "với sổ văn bản đến trước khi phát hành."
)


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
    words = WORDS[kind or kind_at(silent.campaign.deadline, as_of)]
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

"""The decree's numbers as data (Nghị định 30/2020/NĐ-CP, Phụ lục I).

A new decree is a new `LayoutRules` with its own dates, not a change of code. Lengths are
millimetres, type sizes points.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

FONT = "Times New Roman"
QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"

RULE_AGENCY = "Kẻ dưới tên cơ quan"
RULE_TIEU_NGU = "Kẻ dưới Tiêu ngữ"
RULE_SUBJECT = "Kẻ dưới trích yếu"


@dataclass(frozen=True, slots=True)
class LayoutRules:
    """One decree's layout: paper, margins, sizes chosen inside the ranges it allows."""

    decree: str
    valid_from: date
    valid_to: date | None
    page_width: float = 210
    page_height: float = 297
    margin_top: float = 20
    margin_bottom: float = 20
    margin_left: float = 30
    margin_right: float = 15
    header_distance: float = 10
    left_column: float = 66
    quoc_hieu: float = 13
    tieu_ngu: float = 14
    agency_parent: float = 13
    agency: float = 13
    number: float = 13
    place_date: float = 14
    doc_type: float = 14
    subject: float = 14
    letter_subject: float = 12
    body: float = 14
    first_line: float = 12.7
    space_between: float = 6
    line_spacing: float = 1.1
    authority: float = 14
    signer: float = 14
    recipients_title: float = 12
    recipients: float = 11
    annex_title: float = 14
    page_number: float = 13
    table: float = 12
    footnote: float = 10
    rule_share: float = 0.4
    """Rule under the agency's name and under the trích yếu, as a share of the line (1/3 to 1/2)."""

    @property
    def text_width(self) -> float:
        """Width of the text area, mm."""
        return self.page_width - self.margin_left - self.margin_right

    @property
    def right_column(self) -> float:
        """Width of the letterhead's right column, mm."""
        return self.text_width - self.left_column


ND30 = LayoutRules("30/2020/NĐ-CP", date(2020, 3, 5), None)

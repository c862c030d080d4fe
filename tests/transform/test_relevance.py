# ruff: noqa: E501 - one case a line
"""What belongs to a campaign: its own reports, not the other reports, plans and letters of the same field."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.model import Document, FileInfo, Meta
from transform.campaign import Campaign, load_campaign
from transform.inbox import InboxFile
from transform.matching import Match, outline_model
from transform.relevance import judge

ROOT = Path(__file__).resolve().parents[2]
FILE = InboxFile(Path("a.docx"), "a.docx", 1, None, "0")


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    return load_campaign(ROOT / "campaigns" / "kl114-2026")


def kind(campaign: Campaign, share: float, **changes: str) -> str:
    """Kind of a document that answers `share` of the outline's last-level items."""
    leaves = [item.path for item in campaign.outline if item.is_leaf]
    matches = [Match(n, path, 1.0, "exact") for n, path in enumerate(leaves[: round(share * len(leaves))])]
    preamble = changes.pop("preamble", "")
    document = Document(
        file=FileInfo(name="a", sha256="", bytes=1, format="docx"), meta=Meta(**changes), preamble=preamble
    )
    return judge(campaign, outline_model(campaign.outline), FILE, document, matches).kind


CASES = [
    (1.0, {"doc_type": "BÁO CÁO", "subject": "Tổng kết 10 năm thực hiện Kết luận số 114-KL/TW"}, "report"),
    (0.1, {"doc_type": "BÁO CÁO", "subject": "Kết quả 10 năm thực hiện Kết luận 114-KL/TW của Ban Bí thư"}, "report"),
    (0.3, {"subject": "V/v báo cáo", "preamble": "Thực hiện Công văn số 2057/SNV-CQTN&VTLT ngày 02/4/2026"}, "report"),
    (0.9, {"doc_type": "BÁO CÁO", "subject": "Kết quả công tác dân vận chính quyền"}, "report"),
    (0.9, {}, "report"),
    (0.4, {"preamble": "Thực hiện Kết luận số 114-KL/TW, xã báo cáo như sau"}, "report"),
    # the same field, another report
    (0.2, {"doc_type": "BÁO CÁO", "subject": "Kết quả công tác dân vận năm 2025",
           "preamble": "Thực hiện Kết luận số 114-KL/TW ngày 14/7/2015"}, "other"),
    (0.3, {"doc_type": "BÁO CÁO", "subject": "Sơ kết 05 năm thực hiện Kết luận số 114-KL/TW"}, "other"),
    (0.0, {"doc_type": "KẾ HOẠCH", "subject": "Triển khai thực hiện Kết luận số 114-KL/TW năm 2026"}, "other"),
    (0.2, {"doc_type": "BÁO CÁO", "subject": "Kết quả thực hiện cải cách hành chính quý I năm 2026"}, "other"),
    (0.0, {"doc_type": "GIẤY MỜI", "subject": "Họp trực báo"}, "other"),
    (0.0, {"doc_type": "CÔNG VĂN", "subject": "V/v cử đầu mối phối hợp"}, "other"),
    (0.0, {}, "other"),
    (0.0, {"preamble": "PHỤ LỤC I\nDANH SÁCH CÁC MÔ HÌNH"}, "annex"),
    (0.0, {"doc_type": "PHỤ LỤC", "subject": "(Kèm theo Báo cáo số 12/BC-STC ngày 20/4/2026)"}, "annex"),
    (0.0, {"preamble": "Danh sách khen thưởng\n(Kèm theo Báo cáo số 12/BC-STC)"}, "annex"),
    (1.0, {"doc_type": "BÁO CÁO", "subject": "Tổng kết 10 năm thực hiện Kết luận số 114-KL/TW",
           "preamble": "Danh sách kèm theo báo cáo"}, "report"),
]  # fmt: skip


@pytest.mark.parametrize(("share", "changes", "expected"), CASES)
def test_kind(campaign: Campaign, share: float, changes: dict[str, str], expected: str) -> None:
    assert kind(campaign, share, **changes) == expected


PERIODIC = [
    ("Công tác cải cách hành chính quý II năm 2026", "Công tác cải cách hành chính quý I năm 2026", "other"),
    (
        "Công tác cải cách hành chính quý II năm 2026",
        "Công tác cải cách hành chính quý II năm 2026",
        "report",
    ),
    ("Công tác cải cách hành chính quý II năm 2026", "Công tác cải cách hành chính quý II", "report"),
    ("Công tác dân tộc 6 tháng đầu năm 2026", "Công tác dân tộc 6 tháng đầu năm 2025", "other"),
    ("Công tác dân tộc 6 tháng đầu năm 2026", "Công tác dân tộc 6 tháng cuối năm 2026", "other"),
    ("Công tác dân tộc 6 tháng đầu năm 2026", "Tình hình công tác dân tộc 6 tháng đầu năm 2026", "report"),
    ("Sơ kết 03 năm phòng cháy", "Kết quả 3 năm thực hiện công tác phòng cháy", "report"),
    ("Sơ kết 03 năm phòng cháy", "Sơ kết 5 năm phòng cháy", "other"),
]


@pytest.mark.parametrize(("title", "subject", "expected"), PERIODIC)
def test_the_other_period_of_a_periodic_report(
    campaign: Campaign, title: str, subject: str, expected: str
) -> None:
    periodic = campaign.model_copy(update={"title": title})
    assert kind(periodic, 0.2, doc_type="BÁO CÁO", subject=subject) == expected

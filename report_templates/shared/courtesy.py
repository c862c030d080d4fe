"""Whom to ask with "đề nghị phối hợp": bodies that are not under the UBND of the province.

Party bodies, Mặt trận and mass organisations, courts and procuracy, and vertical agencies
(ngành dọc) are asked to cooperate; agencies of the UBND are asked plainly.
"""

from __future__ import annotations

import unicodedata

from report_templates.shared.campaign import Agency

COOPERATING_KINDS = frozenset({"nganh", "doan_the"})
COOPERATING_OPENINGS = (
    "tỉnh ủy", "thành ủy", "đảng ủy", "văn phòng tỉnh ủy", "ban thường vụ", "ủy ban kiểm tra",
    "ban tổ chức tỉnh ủy", "ban tuyên giáo", "ban dân vận", "ban nội chính", "trường chính trị",
    "ủy ban mặt trận", "ủy ban mttq", "ubmttq", "mặt trận", "hội ", "liên đoàn", "tỉnh đoàn", "đoàn ",
    "hđnd", "hội đồng nhân dân", "đoàn đại biểu quốc hội", "tòa án", "viện kiểm sát", "công an",
    "bộ chỉ huy", "bộ đội biên phòng", "bảo hiểm xã hội", "kho bạc", "thuế ", "cục thuế", "hải quan",
    "chi cục hải quan", "thống kê", "cục thống kê", "ngân hàng nhà nước", "thi hành án", "cục thi hành án",
    "cục quản lý thị trường", "đảng bộ", "cơ quan ủy ban kiểm tra", "công đoàn", "bộ chqs",
    "ban chỉ huy quân sự", "kiểm toán nhà nước", "chi cục thuế", "liên hiệp", "văn phòng đảng ủy",
    "văn phòng hđnd", "văn phòng đoàn",
)  # fmt: skip


def _key(text: str) -> str:
    # oà/òa, uỷ/ủy: compare without caring where the tone mark stands.
    folded = unicodedata.normalize("NFC", text).casefold().replace("uỷ", "ủy").replace("hoà", "hòa")
    return " ".join(folded.split()).replace("toà", "tòa") + " "


def cooperates(agency: Agency) -> bool:
    """Tell whether the agency is asked to cooperate rather than plainly asked."""
    return agency.kind in COOPERATING_KINDS or _key(agency.name).startswith(COOPERATING_OPENINGS)


def ask(agency: Agency) -> str:
    """Return the verb of a request to this agency: "đề nghị" or "đề nghị phối hợp"."""
    return "đề nghị phối hợp" if cooperates(agency) else "đề nghị"

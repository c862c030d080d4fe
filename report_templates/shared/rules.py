"""How letters speak about each rule: a short label, what is asked for, where it belongs.

The rule's own sentence (`finding.message`, `finding.advice`) always goes first; these words stand
in when a rule gives none, and name the group under which repeats are merged. A rule added by the
Sở needs no entry: it is treated as `DEFAULT`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Group = Literal["section", "citation", "document"]
SEVERITIES = ("blocker", "error", "warning", "info")
SEVERITY_LABEL = {
    "blocker": "Cần xử lý trước",
    "error": "Cần bổ sung",
    "warning": "Cần rà soát",
    "info": "Để biết",
}
SEVERITY_CLASS = {"blocker": "bad", "error": "bad", "warning": "warn", "info": "info"}
GROUP_TITLE = {"section": "", "citation": "Văn bản được viện dẫn", "document": "Toàn văn báo cáo"}


@dataclass(frozen=True, slots=True)
class Wording:
    """`label` may follow a count ("03 chỗ: …"); `note` = said for information, nothing is asked for."""

    label: str
    advice: str
    group: Group = "section"
    note: bool = False


DEFAULT = Wording("cần rà soát", "Đề nghị rà soát, bổ sung.")
_ADDED = "Đề nghị bổ sung nội dung của mục này"
RULES: dict[str, Wording] = {
    "missing_section": Wording(
        "chưa thấy nội dung của mục",
        f"{_ADDED}; nếu đã trình bày ở mục khác, đề nghị cho biết vị trí.",
    ),
    "empty_section": Wording("có tên mục, chưa có nội dung", f"{_ADDED}."),
    "thin_section": Wording(
        "nội dung còn khái quát", "Đề nghị nêu cụ thể hơn việc đã làm, kết quả và dẫn chứng."
    ),
    "no_figures": Wording("chưa có số liệu", "Đề nghị bổ sung số liệu, kèm đơn vị tính và kỳ số liệu."),
    "no_citations": Wording(
        "chưa viện dẫn văn bản", "Đề nghị nêu số, ký hiệu, ngày ban hành của văn bản đã ban hành."
    ),
    "no_causes": Wording("chưa nêu nguyên nhân", "Đề nghị nêu nguyên nhân khách quan, chủ quan."),
    "no_models": Wording(
        "chưa nêu mô hình, điển hình", "Đề nghị nêu tên mô hình, điển hình và kết quả; nếu không có, ghi rõ."
    ),
    "no_addressee": Wording(
        "kiến nghị chưa nêu cơ quan được kiến nghị", "Đề nghị ghi rõ kiến nghị gửi cơ quan nào."
    ),
    "repeated_text": Wording("nội dung lặp lại trong báo cáo", "Đề nghị rà soát, chỉ giữ ở một mục phù hợp."),
    "copied_text": Wording("nội dung giống báo cáo khác", "Đề nghị nêu kết quả của chính cơ quan, đơn vị."),
    "misnumbered": Wording("mục đánh số khác đề cương", "Đề nghị rà soát cách đánh số mục.", note=True),
    "renamed_section": Wording("mục mang tên khác đề cương", "Đề nghị đặt tên mục theo đề cương.", note=True),
    "duplicate_section": Wording("mục xuất hiện nhiều lần", "Đề nghị gộp nội dung vào một mục."),
    "extra_section": Wording("mục ngoài đề cương", "Đề nghị xác nhận mục cần giữ lại.", note=True),
    "citation_incomplete": Wording(
        "viện dẫn chưa đủ thông tin", "Đề nghị ghi đủ số, ký hiệu, ngày và cơ quan ban hành.", "citation"
    ),
    "citation_conflict": Wording(
        "viện dẫn ghi khác các báo cáo khác", "Đề nghị đối chiếu lại với văn bản gốc.", "citation"
    ),
    "citation_impossible_date": Wording(
        "ngày của văn bản viện dẫn cần kiểm tra", "Đề nghị đối chiếu lại ngày với văn bản gốc.", "citation"
    ),
    "type_code_mismatch": Wording(
        "tên loại và ký hiệu văn bản chưa khớp", "Đề nghị đối chiếu lại với văn bản gốc.", "citation"
    ),
    "letterhead_missing": Wording(
        "không thấy trong tệp một số thành phần thể thức",
        "Đề nghị kiểm tra tệp gửi có đủ phần đầu văn bản.",
        "document",
    ),
    "wrong_campaign": Wording(
        "báo cáo về nội dung khác", "Đề nghị kiểm tra và gửi báo cáo đúng nội dung yêu cầu.", "document"
    ),
    "late": Wording("báo cáo được nhận sau thời hạn", "", "document", note=True),
    "not_submitted": Wording("chưa nhận được báo cáo", "Đề nghị gửi báo cáo.", "document"),
    "unread_file": Wording(
        "tệp chưa đọc được", "Đề nghị gửi lại tệp .docx hoặc .pdf mở được, không đặt mật khẩu.", "document"
    ),
    "secret_marking": Wording(
        "tệp có dấu chỉ độ mật", "Đề nghị gửi theo quy định về bảo vệ bí mật nhà nước.", "document"
    ),
    "ocr_unverified": Wording(
        "bản quét, chưa xác định được nội dung của mục",
        "Đề nghị gửi kèm tệp .docx hoặc .pdf có lớp chữ, hoặc cho biết trang có nội dung của mục.",
    ),
    "signature_broken": Wording(
        "chữ ký số không còn khớp với nội dung tệp", "Đề nghị kiểm tra và gửi lại tệp đã ký.", "document"
    ),
}


def wording(rule: str) -> Wording:
    """Return the words for a rule; unknown rules get neutral ones."""
    return RULES.get(rule, DEFAULT)


def severity_rank(severity: str | None) -> int:
    """Return 0 for blocker … 3 for info; an unknown severity ranks as a warning."""
    return SEVERITIES.index(severity) if severity in SEVERITIES else SEVERITIES.index("warning")

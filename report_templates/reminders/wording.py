"""What a reminder says, as a letter and as a message to one agency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from report_templates.reminders.silent import Kind, Silent
from report_templates.shared.campaign import Agency
from report_templates.shared.courtesy import cooperates
from report_templates.shared.format import BLANK_DAY, count, moment_text, number, short_date


@dataclass(frozen=True, slots=True)
class Words:
    """What one kind of letter says."""

    act: str
    subject: str
    request: str
    copies: tuple[str, ...]


WORDS: dict[Kind, Words] = {
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
    if words is WORDS["before"]:
        return [f"{joined}."]
    superior = silent.campaign.superior or "cấp trên"
    return [f"{joined}. Quá thời hạn nêu trên, {who} tổng hợp, báo cáo {superior} theo quy định."]


def subject_line(kind: Kind) -> str:
    """Return the subject of a reminder e-mail of this kind."""
    return WORDS[kind].subject


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

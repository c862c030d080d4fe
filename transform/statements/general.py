"""The opening of the report: who reported, in time or late, who did not, what could not be read."""

from __future__ import annotations

from typing import Any

from transform.statements.arrange import rows
from transform.statements.context import Context
from transform.statements.corpus import Agency
from transform.statements.draft import Draft, Source
from transform.statements.selection import COMMUNES, kind_group
from transform.statements.wording import UNITS, count, names, share

_NOT_READ = {
    "unread": "không đọc được",
    "unmatched": "chưa xác định được cơ quan gửi",
    "wrong_campaign": "không thuộc đợt báo cáo này",
    "secret": "có dấu chỉ độ mật, không đưa vào tổng hợp",
}


def make(context: Context) -> list[Draft]:
    """Statements without an outline path, each resting on the submissions it counts."""
    listed = list(context.corpus.agencies.values())
    reported = [agency for agency in listed if agency.code in context.corpus.reports]
    silent = _silent(context, listed)
    drafts = [
        *_received(context, listed, reported, silent),
        *_by_level(context, listed, reported),
        *_punctual(context, reported),
        *_missing(listed, silent),
        *_otherwise(context, listed, silent),
    ]
    drafts.extend(_files(context))
    drafts.extend(_corrections(context))
    return drafts


def _required(agencies: list[Agency]) -> list[Agency]:
    return [agency for agency in agencies if agency.required]


def _silent(context: Context, listed: list[Agency]) -> list[Agency]:
    """Return required agencies from which nothing has come, or only what is about something else."""
    found = rows(context.corpus.frames, "submission")
    heard = {row["agency_code"] for row in found if row["status"] not in ("wrong_campaign", "duplicate")}
    return [agency for agency in _required(listed) if agency.code not in heard]


def _received(
    context: Context, listed: list[Agency], reported: list[Agency], silent: list[Agency]
) -> list[Draft]:
    wanted = _required(listed)
    part = [agency for agency in reported if agency.required]
    sources = [context.lacking(agency) for agency in part] + [Source(agency, None) for agency in silent]
    if not sources:
        return []
    text = f"Đến thời điểm tổng hợp, đã nhận và đọc được báo cáo của {share(len(part), len(wanted))} {UNITS} "
    text += "phải báo cáo."
    drafts = [Draft("", "ruling", text, "đã nhận", tuple(sources), len(wanted), agencies=len(part))]
    extra = [agency for agency in reported if not agency.required]
    if extra:
        text = f"Ngoài ra, có báo cáo của {names(extra, 8)} (không bắt buộc báo cáo)."
        backing = tuple(context.lacking(agency) for agency in extra)
        drafts.append(Draft("", "ruling", text, "không bắt buộc", backing, len(listed)))
    return drafts


def _by_level(context: Context, listed: list[Agency], reported: list[Agency]) -> list[Draft]:
    """Count the reports of provincial bodies and of communes, where both had to report."""
    wanted = _required(listed)
    communes = [agency for agency in wanted if kind_group(agency) in COMMUNES]
    if not reported or not communes or len(communes) == len(wanted):
        return []
    here = {agency.code for agency in reported}
    levels = (
        ("cấp tỉnh", [agency for agency in wanted if kind_group(agency) not in COMMUNES]),
        ("cấp xã", communes),
    )
    told = "; ".join(
        f"{name} có {share(sum(agency.code in here for agency in many), len(many))}" for name, many in levels
    )
    sources = tuple(
        context.lacking(agency) if agency.code in here else Source(agency, None) for agency in wanted
    )
    backing = sum(agency.code in here for agency in wanted)
    text = f"Trong số này, {told} {UNITS} đã báo cáo."
    return [Draft("", "ruling", text, "theo cấp", sources, len(wanted), agencies=backing)]


def _punctual(context: Context, reported: list[Agency]) -> list[Draft]:
    """In time means: the first version came in time; a corrected version later does not make it late."""
    first: dict[str, dict[str, Any]] = {}
    found = [
        row for row in rows(context.corpus.frames, "submission") if row["status"] in ("read", "superseded")
    ]
    for row in sorted(
        found, key=lambda row: (row.get("version") or 0, str(row["received_at"]), row["submission_id"])
    ):
        first.setdefault(row["agency_code"], row)
    timely = [agency for agency in reported if first[agency.code]["is_late"] is False]
    late = [agency for agency in reported if first[agency.code]["is_late"] is True]
    drafts: list[Draft] = []
    whole = len(reported)
    if timely:
        text = f"Có {share(len(timely), whole)} báo cáo gửi trong thời hạn{_unregistered(timely, first)}."
        sources = tuple(Source(agency, first[agency.code]["submission_id"]) for agency in timely)
        drafts.append(Draft("", "ruling", text, "trong hạn", sources, whole))
    if late:
        text = f"Có {share(len(late), whole)} báo cáo gửi sau thời hạn{_unregistered(late, first)}"
        text += f": {names(late, 12)}."
        sources = tuple(Source(agency, first[agency.code]["submission_id"]) for agency in late)
        drafts.append(Draft("", "ruling", text, "sau hạn", sources, whole))
    return drafts


def _missing(listed: list[Agency], silent: list[Agency]) -> list[Draft]:
    if not silent:
        return []
    part = share(len(silent), len(_required(listed)))
    text = f"Chưa nhận được báo cáo của {part} {UNITS}: {names(silent, 12)}."
    return [
        Draft(
            "",
            "ruling",
            text,
            "chưa gửi",
            tuple(Source(agency, None) for agency in silent),
            len(_required(listed)),
        )
    ]


def _otherwise(context: Context, listed: list[Agency], silent: list[Agency]) -> list[Draft]:
    """Name the required agencies that sent something, but no report that was read: the counts add up."""
    here = {*context.corpus.reports, *(agency.code for agency in silent)}
    left = [agency for agency in _required(listed) if agency.code not in here]
    if not left:
        return []
    codes = {agency.code: agency for agency in left}
    files = [row for row in rows(context.corpus.frames, "submission") if row["agency_code"] in codes]
    files.sort(key=lambda row: (codes[row["agency_code"]].rank, row["submission_id"]))
    sources = tuple(Source(codes[row["agency_code"]], row["submission_id"]) for row in files)
    whole = len(_required(listed))
    text = f"Có {share(len(left), whole)} {UNITS} đã gửi tệp nhưng chưa đọc được báo cáo: {names(left, 12)}."
    return [Draft("", "ruling", text, "chưa có báo cáo", sources, whole)]


def _corrections(context: Context) -> list[Draft]:
    """Documents that correct a report: what they change is not changed in the draft."""
    everything = list(rows(context.corpus.frames, "submission"))
    found = sorted(
        (row for row in everything if row.get("reason_code") == "correction"),
        key=lambda row: row["submission_id"],
    )
    if not found:
        return []
    agencies = context.corpus.agencies
    sources = tuple(Source(agencies.get(row["agency_code"] or ""), row["submission_id"]) for row in found)
    known = sorted({source.agency for source in sources if source.agency}, key=lambda one: one.rank)
    text = f"Có {count(len(found))} văn bản đính chính báo cáo (của {names(known, 4)}); nội dung, số liệu "
    text += "tại dự thảo này chưa sửa theo văn bản đính chính (Phụ lục 9)."
    return [Draft("", "note", text, "đính chính", sources, len(everything), group="correction")]


def _files(context: Context) -> list[Draft]:
    """One note for each reason for which files stand outside; names of files are in the annex."""
    drafts: list[Draft] = []
    everything = list(rows(context.corpus.frames, "submission"))
    for status, reason in _NOT_READ.items():
        files = sorted(
            (row for row in everything if row["status"] == status), key=lambda row: row["submission_id"]
        )
        if not files:
            continue
        sources = tuple(
            Source(context.corpus.agencies.get(row["agency_code"] or ""), row["submission_id"])
            for row in files
        )
        known = sorted({source.agency for source in sources if source.agency}, key=lambda one: one.rank)
        whose = f" (của {names(known, 4)}; Phụ lục 9)" if known and status != "secret" else " (Phụ lục 9)"
        text = f"Có {count(len(files))} tệp {reason}{whose}."
        drafts.append(Draft("", "note", text, status, sources, len(everything), group=status))
    return drafts


def _unregistered(agencies: list[Agency], first: dict[str, dict[str, Any]]) -> str:
    """Say for how many only the file itself tells when it came: copying a file changes that."""
    many = sum(first[agency.code].get("received_source") == "mtime" for agency in agencies)
    if not many:
        return ""
    told = "" if many == len(agencies) else f"trong đó {count(many)} báo cáo "
    return f" ({told}tính theo thời điểm ghi trên tệp, chưa đối chiếu sổ văn bản đến)"

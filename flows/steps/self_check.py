"""One file judged before it is sent: the same rules as in a run, no Prefect, no Great Expectations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from extract.model import Document
from report_templates.shared.findings import Finding as Placed
from report_templates.shared.findings import from_judged
from transform.campaign import Agency, Campaign
from transform.campaign.model import Override, OverrideKind
from transform.campaign.times import from_timestamp
from transform.inbox import InboxFile
from transform.rows import build
from warehouse.judge import Finding, is_blocking, judge
from warehouse.loading import load
from warehouse.schema import create, literal
from warehouse.store import connect

UNKNOWN = "_"
_NOT_OF_A_DRAFT = ("late", "not_submitted", "unmatched_file", "copied_text")
"""Rules about sending and about other agencies: nothing that one file before sending can show."""

# without bound parameters: DuckDB imports pandas to look at them, which costs half a second
_LEAVES = """SELECT item.outline_path, item.title, item.required, cover.status
FROM coverage AS cover JOIN outline_item AS item USING (campaign_id, outline_path)
WHERE cover.agency_code = {agency} AND item.is_leaf ORDER BY item.seq"""
_HELD = ("present", "merged")


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """Findings of one file in the order of what to do first, and the outline items that are complete.

    `required` and `present` count required leaf items, as `tonghop status` and the letter do.
    """

    agency: Agency | None
    findings: tuple[Finding, ...]
    complete: tuple[tuple[str, str], ...]
    """(outline path, title) of each leaf item that the report answers and that nothing is asked about."""
    required: int = 0
    present: int = 0
    faults: tuple[str, ...] = ()
    """Rules that could not be judged, each with why: a fault of the rule, not of the report."""
    placed: tuple[Placed, ...] = ()
    """The findings with the places in the file that they speak of, when comments are wanted."""

    @property
    def blocking(self) -> bool:
        """Whether something should be put right before sending."""
        return any(is_blocking(finding) for finding in self.findings)


def check_document(
    campaign: Campaign,
    path: Path,
    document: Document,
    agency_code: str | None,
    as_of: datetime,
    *,
    for_comments: bool = False,
) -> SelfCheck:
    """Judge `document`, read from `path`, against the campaign's outline and rules."""
    file = _as_inbox_file(path, document)
    campaign = _for_one(campaign, file, document, agency_code)
    frames = build(campaign, [file], {path: document}, as_of)
    sender = frames["submission"]["agency_code"][0]
    with connect() as con:
        create(con, comments=False)
        load(con, frames)
        off = (*campaign.rules.off, *_NOT_OF_A_DRAFT)
        judgement = judge(con, campaign.id, as_of, folder=campaign.rules_folder, off=off)
        leaves = con.execute(_LEAVES.format(agency=literal(sender))).fetchall()
        ours = tuple(f for f in judgement.findings if f.submission_id is not None)
        placed = tuple(from_judged(con, campaign.id, sender, ours)) if for_comments else ()
    asked = {f.outline_path for f in ours if f.severity != "info"}
    return SelfCheck(
        agency=campaign.by_code.get(sender) if sender != UNKNOWN else None,
        findings=ours,
        complete=tuple((p, title) for p, title, _, status in leaves if status in _HELD and p not in asked),
        required=sum(bool(required) for _, _, required, _ in leaves),
        present=sum(bool(required) and status in _HELD for _, _, required, status in leaves),
        placed=placed,
        faults=tuple(f"{outcome.rule}: {outcome.error}" for outcome in judgement.outcomes if outcome.error),
    )


def _as_inbox_file(path: Path, document: Document) -> InboxFile:
    known = document.file
    return InboxFile(path, path.name, known.bytes, from_timestamp(path.stat().st_mtime), sha256=known.sha256)


def _for_one(campaign: Campaign, file: InboxFile, document: Document, code: str | None) -> Campaign:
    """Make the file its agency's only one; an agency that cannot be told is an unnamed one."""
    from transform.assign import NameIndex, assign

    campaign = campaign.model_copy(update={"register_rows": (), "overrides": ()})
    if code is None:
        code = assign(campaign, file, document, NameIndex.of(campaign)).code
    agencies = campaign.agencies
    if code is None:
        code = UNKNOWN
        unnamed = Agency.model_construct(
            code=UNKNOWN, name="(cơ quan gửi)", kind="other", parent=None, email=None,
            aliases=(), required=True, deadline=None,
        )  # fmt: skip
        agencies = (*agencies, unnamed)
    forced = Override(kind=OverrideKind.AGENCY, file=file.name, agency=code)
    # a fresh object: `by_code` is cached on the campaign it was asked of
    values = {name: getattr(campaign, name) for name in type(campaign).model_fields}
    return Campaign.model_construct(**{**values, "agencies": agencies, "overrides": (forced,)})

"""The opening sentence of an item: how many agencies report it, how many reports do not show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transform.statements.context import Context
from transform.statements.corpus import Agency, Item, Section, private_at
from transform.statements.draft import Draft, Source
from transform.statements.score import nothing_to_tell, shape
from transform.statements.sentences import sentences, shorten
from transform.statements.voice import absent
from transform.statements.wording import count, share


def make(context: Context, item: Item) -> list[Draft]:
    """One ruling statement; none when no report was read."""
    told = [(agency, evidence(context, item.path, agency)) for agency in context.answered(item.path)]
    backed = [(agency, source) for agency, source in told if source is not None]
    counted = {agency.code for agency, _ in backed}
    lacking = [agency for agency in context.readers if agency.code not in counted]
    if not context.read:
        return []
    sources = [source for _, source in backed] + [context.lacking(agency) for agency in lacking]
    text = _sentence(context, item, len(backed), lacking)
    ruling = Draft(item.path, "ruling", text, "ruling", tuple(sources), context.read, agencies=len(backed))
    return [ruling, *_nothing_to_report(context, item, backed)]


def _nothing_to_report(context: Context, item: Item, backed: Sequence[tuple[Agency, Source]]) -> list[Draft]:
    """Name agencies whose whole answer is one short sentence that there is nothing to report."""
    said = [(agency, source) for agency, source in backed if _is_nothing(source)]
    if not said:
        return []
    who = absent([agency for agency, _ in said], context.settings.names_shown + 2)
    text = f"Báo cáo của {who} nêu không phát sinh hoặc không thuộc chức năng, nhiệm vụ."
    return [
        Draft(item.path, "note", text, "không phát sinh", tuple(source for _, source in said), context.read)
    ]


def _is_nothing(source: Source) -> bool:
    text = source.section.text if source.section else ""
    return nothing_to_tell(text)


_ALL = (
    "{all} cơ quan, đơn vị đều báo cáo nội dung này.",
    "Nội dung này có trong báo cáo của {all} cơ quan, đơn vị.",
    "{all} báo cáo đều có nội dung này.",
)
_OPTIONAL = "Có {part} cơ quan, đơn vị báo cáo nội dung này (đề cương không bắt buộc)."
_UNSURE = "; báo cáo của {who} là bản quét, cần xem trực tiếp"
"""On text recognised from a scan nothing is called missing."""
_SOME = (
    "Có {part} cơ quan, đơn vị báo cáo nội dung này; chưa thấy trong báo cáo của {who}.",
    "Nội dung này có trong báo cáo của {part} cơ quan, đơn vị; chưa thấy trong báo cáo của {who}.",
    "{part} cơ quan, đơn vị có báo cáo nội dung này; báo cáo của {who} chưa thấy nêu.",
)


def _sentence(context: Context, item: Item, told: int, lacking: list[Agency]) -> str:
    """Three wordings in turn, so that a report of thirty items does not repeat itself line by line."""
    whole = context.read
    if not told:
        return f"Chưa thấy nội dung này trong {count(whole)} báo cáo đã đọc."
    if not item.required and told < whole:
        return _OPTIONAL.format(part=share(told, whole))
    turn = item.rank % 3
    unsure = [agency for agency in lacking if context.unsure(item.path, agency)]
    lacking = [agency for agency in lacking if agency not in unsure]
    scanned = _UNSURE.format(who=absent(unsure, context.settings.names_shown)) if unsure else ""
    if unsure and not lacking:
        return f"Có {share(told, whole)} cơ quan, đơn vị báo cáo nội dung này{scanned}."
    if not lacking:
        return (_ALL[turn] if whole > 1 else _ALL[1]).format(all=share(told, whole))
    text = _SOME[turn].format(part=share(told, whole), who=absent(lacking, context.settings.names_shown + 2))
    return f"{text[:-1]}{scanned}."


def evidence(context: Context, path: str, agency: Agency) -> Source | None:
    """Return the sentence that shows that the agency reports the item; None when its section shows none."""
    own = [section for section in context.corpus.sections.get(path, ()) if section.agency.code == agency.code]
    covering = context.corpus.covering.get((path, agency.code))
    if not own and covering in context.corpus.by_id:
        own = [context.corpus.by_id[covering]]
    about = _first(context, own, path)
    return about or _first(context, own, None)


def _first(context: Context, sections: Iterable[Section], path: str | None) -> Source | None:
    """Return the first sentence that tells something; with a path only sentences about that item."""
    limit = context.settings.quote_chars
    fallback: Source | None = None
    for section in sections:
        for span in sentences(section.text):
            if path is not None and not context.about(section, span, path):
                continue
            text = section.said(span)
            if private_at(section, span):
                continue
            source = Source(
                section.agency, section.submission_id, section, shorten(section.text, span, limit)
            )
            if not text.endswith(":") and shape(text) > -1.5:
                return source
            fallback = fallback or source
    return fallback

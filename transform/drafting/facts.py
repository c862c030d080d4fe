"""What the requesting letter says: who asks, by which letter, about what, for which time, until when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from extract.encoding import match_key, nfc
from extract.model import Document
from transform.campaign.times import VIETNAM
from transform.text import to_date

OFFICE_CLOSES = time(17, 0)

_DAY = r"(?:ngày\s+)?(\d{1,2})\s*(?:[/.-]|\s+tháng\s+)\s*(\d{1,2})(?:\s*(?:[/.-]|\s+năm\s+)\s*(\d{4}))?"
_CLOCK = r"(?:(\d{1,2})\s*(?:giờ|h|:)\s*(\d{2})?\s*(?:phút)?\s*,?\s*)?"
_BY = re.compile(
    rf"(?:trước|chậm nhất(?:\s+là)?|đến hết|hết|muộn nhất(?:\s+là)?|hạn)\s+{_CLOCK}{_DAY}", re.IGNORECASE
)
_SENDING = re.compile(r"\b(?:gửi|thời hạn|thời gian|hoàn thành|nộp|tổng hợp|báo cáo)", re.IGNORECASE)
_FROM_TO = re.compile(rf"từ\s+{_DAY}\s*(?:đến|tới)\s+(?:hết\s+)?{_DAY}", re.IGNORECASE)
_YEARS = re.compile(
    r"(?:giai đoạn|từ năm)\s+(\d{4})\s*(?:[-–]|đến(?:\s+năm)?|đến hết năm)\s*(\d{4})", re.IGNORECASE
)
_ABOUT = re.compile(r"^\W*(?:v/v|về việc|về)\s+", re.IGNORECASE)
_REPORT_ON = re.compile(
    r"^(?:đề cương\s+)?(?:xây dựng\s+|gửi\s+|thực hiện\s+)?báo cáo\s+(?:kết quả\s+(?=\d))?", re.IGNORECASE
)
_OUTLINE_WORD = re.compile(r"(?:đề cương|phụ lục)\W*", re.IGNORECASE)
_ATTACHED = re.compile(r"\s*\(?\s*kèm theo .*$", re.IGNORECASE | re.DOTALL)
_PROVINCE = re.compile(
    r"^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+(?:tỉnh|thành phố)\s+(.+)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Found:
    """A value and the sentence it was read from."""

    value: datetime | tuple[date, date]
    sentence: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the draft needs; None = not seen in the files."""

    title: str | None
    doc_type: str | None
    number: str | None
    symbol: str | None
    date: date | None
    parent: str | None
    name: str | None
    issuer: str | None
    place: str | None
    province: str | None
    deadline: Found | None
    period: Found | None


def read_facts(letter: Document | None, others: Sequence[Document]) -> Facts:
    """Read the letter, and the đề cương for what the letter does not say."""
    documents = [document for document in (letter, *others) if document is not None]
    meta = letter.meta if letter else None
    number, _, symbol = (meta.number if meta and meta.number else "").partition("/")
    day = to_date(meta.date) if meta else None
    sentences = [sentence for document in documents for sentence in _sentences(document)]
    return Facts(
        title=_title(documents),
        doc_type=_type(meta.doc_type) if meta and meta.doc_type else None,
        number=number or None,
        symbol=symbol or None,
        date=day,
        parent=meta.agency_parent if meta else None,
        name=meta.agency if meta else None,
        issuer=_as_printed(meta.agency, documents) if meta and meta.agency else None,
        place=meta.place if meta else None,
        province=_province(meta.agency_parent if meta else None, meta.place if meta else None),
        deadline=_deadline(sentences, day),
        period=_period(sentences),
    )


def _sentences(document: Document) -> Iterator[str]:
    parts = [*document.sections, *document.annexes]
    texts = [document.preamble, *(part.text for part in parts), document.closing]
    for text in texts:
        for line in nfc(text).split("\n"):
            yield from (part.strip() for part in re.split(r"(?<=[.;])\s+", line) if part.strip())


def _title(documents: Sequence[Document]) -> str | None:
    """Subject without «V/v», «báo cáo» and «kèm theo»; the đề cương names it best."""
    named = [line for d in reversed(documents) for line in (d.meta.subject or "", *_annex_heads(d))]
    subjects = [_ATTACHED.sub("", _ABOUT.sub("", nfc(line))).strip(" .;:") for line in named]
    found = [subject for subject in subjects if subject]
    if not found:
        return None
    title = _REPORT_ON.sub("", found[0]).strip() or found[0]
    return title[0].upper() + title[1:]


def _annex_heads(document: Document) -> list[str]:
    """Lines above the first heading of an attached đề cương: its name, then «kèm theo …»."""
    heads = [annex.text for annex in document.annexes[:1] if not annex.path]
    lines = [line.strip() for text in heads for line in text.split("\n")]
    return [line for line in lines if line and not _OUTLINE_WORD.fullmatch(line)]


def _type(doc_type: str) -> str:
    low = doc_type.lower()
    return low[0].upper() + low[1:]


def _as_printed(name: str, documents: Sequence[Document]) -> str:
    """Name as the running text writes it («Sở Nội vụ»), else with a capital first letter only."""
    pattern = re.compile(r"\s+".join(map(re.escape, name.split())), re.IGNORECASE)
    for document in documents:
        for sentence in _sentences(document):
            for match in pattern.finditer(sentence):
                if not match[0].isupper():
                    return match[0]
    return name.capitalize()


def _province(parent: str | None, place: str | None) -> str | None:
    found = _PROVINCE.match(" ".join((parent or "").split()))
    if not found:
        return None
    if place and match_key(place) == match_key(found[1]):
        return place
    return found[1].title()


def _deadline(sentences: Sequence[str], letter_day: date | None) -> Found | None:
    """Find the first day until which to send; a day without a year is of the letter's year."""
    for sentence in sentences:
        if not _SENDING.search(sentence):
            continue
        for match in _BY.finditer(sentence):
            hour, minute, day, month, year = match.groups()
            moment = _moment(day, month, year or (str(letter_day.year) if letter_day else None))
            if moment is None or (letter_day and moment < letter_day):
                continue
            clock = OFFICE_CLOSES if hour is None else _clock(hour, minute)
            if clock is not None:
                return Found(datetime.combine(moment, clock, VIETNAM), sentence)
    return None


def _period(sentences: Sequence[str]) -> Found | None:
    for sentence in sentences:
        if match := _FROM_TO.search(sentence):
            day, month, year, last_day, last_month, last_year = match.groups()
            end = _moment(last_day, last_month, last_year)
            start = _moment(day, month, year or last_year)
            if start and end and start <= end:
                return Found((start, end), sentence)
        if (match := _YEARS.search(sentence)) and match[1] <= match[2]:
            return Found((date(int(match[1]), 1, 1), date(int(match[2]), 12, 31)), sentence)
    return None


def _moment(day: str, month: str, year: str | None) -> date | None:
    try:
        return date(int(year), int(month), int(day)) if year else None
    except ValueError:
        return None


def _clock(hour: str, minute: str | None) -> time | None:
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        return None

"""Headings of a đề cương as outline items, with what each seems to ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.encoding import match_key
from extract.model import Document, Section
from transform.campaign.model import clean_marker
from transform.matching.tree import label

MAX_TITLE = 400
# points of a letter that ask for nothing to report on
_NO_SUBJECT = re.compile(
    "|".join(map(match_key, ("thời hạn", "thời gian gửi", "thời gian báo cáo", "hình thức gửi", "nơi nhận")))
    + f"|{match_key('nội dung')}$|{match_key('tổ chức thực hiện')}$"
)

# what an item expects, by the words of its title and of the note under it (on match keys)
_EXPECTS: tuple[tuple[str, re.Pattern[str], bool], ...] = tuple(
    (name, re.compile("|".join(match_key(word) for word in words)), in_note)
    for name, words, in_note in (
        ("citations", ("văn bản chỉ đạo", "ban hành văn bản", "ban hành các văn bản", "nêu rõ số",
                       "số, ký hiệu", "văn bản đã ban hành", "văn bản lãnh đạo"), True),
        ("figures", ("số liệu", "số lượng", "số lượt", "tỷ lệ", "bao nhiêu", "số hội nghị", "số vụ", "số đơn",
                     "tổng số", "phụ lục số liệu", "thống kê"), True),
        ("models", ("mô hình", "điển hình", "cách làm hay"), False),
        ("causes", ("nguyên nhân",), False),
        ("addressee", ("kiến nghị", "đề xuất"), False),
    )
)  # fmt: skip
_IF_ANY = re.compile(r"\(\s*nếu có\s*\)\s*[.:]?\s*$", re.IGNORECASE)
_NOT_ADDRESSED = re.compile(match_key("khiếu nại") + "|" + match_key("giải quyết"))


@dataclass(slots=True)
class Draft:
    """One item of the draft; `remark` (Vietnamese) tells the officer what to look at."""

    marker: str
    title: str
    optional: bool = False
    expects: list[str] = field(default_factory=list)
    remark: str | None = None
    items: list[Draft] = field(default_factory=list)


_ANNEX_TITLE = re.compile(r"(?:đề cương|phụ lục)\b")
"""The attached part's own title, under which its items stand; no item itself."""


def outline_sections(document: Document) -> list[Section]:
    """Return the sections that make up the outline: an attached part when there is one, else all."""
    if any(section.kind == "heading" for section in document.annexes):
        return [
            s for s in document.annexes if s.path or (s.title and not _ANNEX_TITLE.match(match_key(s.title)))
        ]
    return list(document.sections)


def letter_points(letter: Document) -> list[Section]:
    """Return the numbered points of a letter that came without a đề cương, its terms left out."""
    points = [s for s in letter.sections if not _NO_SUBJECT.match(match_key(s.title or label(s.text)))]
    return [] if any("đề cương" in match_key(s.text) for s in letter.sections) else points


def outline_size(document: Document) -> int:
    """How many headings the document could give."""
    return sum(bool(section.title) for section in outline_sections(document))


def draft_items(sections: Sequence[Section]) -> list[Draft]:
    """Items as a tree, in order; numbered lines without a title are items by their first words.

    A line without a number that holds all numbered ones is the outline's own title, no item.
    """
    roots: list[Draft] = []
    stack: list[tuple[int, Draft]] = []
    for section in sections:
        while stack and stack[-1][0] >= section.level:
            stack.pop()
        group = stack[-1][1].items if stack else roots
        draft = _draft(section, group)
        if draft is not None:
            group.append(draft)
            stack.append((section.level, draft))
    if len(roots) == 1 and len(roots[0].items) > 1 and not any(s.marker for s in sections[:1]):
        return roots[0].items
    return roots


def _draft(section: Section, group: Sequence[Draft]) -> Draft | None:
    title = " ".join((section.title or label(section.text)).split()).strip(" .:;")
    if not title:
        return None
    note = section.text if section.title else section.text[len(title) :]
    draft = Draft(clean_marker(section.marker), title[:MAX_TITLE], expects=_expects(title, note))
    draft.optional = bool(_IF_ANY.search(title)) and ";" not in title
    if not draft.marker:
        draft.marker, draft.remark = f"m{len(group) + 1}", "mục không đánh số trong đề cương"
    taken = {other.marker for other in group}
    if draft.marker in taken:
        again = next(n for n in range(2, len(group) + 3) if f"{draft.marker}-{n}" not in taken)
        draft.remark = f"số thứ tự «{draft.marker}» trùng trong đề cương"
        draft.marker = f"{draft.marker}-{again}"
    return draft


def _expects(title: str, note: str) -> list[str]:
    title_key, note_key = match_key(title), match_key(note)
    found = [
        name
        for name, pattern, in_note in _EXPECTS
        if pattern.search(title_key) or (in_note and pattern.search(note_key))
    ]
    if _NOT_ADDRESSED.search(title_key):
        found = [name for name in found if name != "addressee"]
    return found

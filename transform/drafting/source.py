"""Whether a file can be what a draft is made from: a letter that asks for reports, or its đề cương."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from extract.encoding import search_key
from extract.model import Document

_REPORT = re.compile(r"(?:bao cao|to trinh|bien ban|thong bao|nghi quyet)\b")
_ASKS = re.compile(r"\bbao cao\b|\bde cuong\b")
_WRITTEN_OUT = 40
"""Median words under a heading above which a document is written out, not an outline with notes."""


def doubts(documents: Sequence[Document]) -> list[str]:
    """Vietnamese sentences on files that do not look like a requesting letter or its đề cương; else empty."""
    return [f"{document.file.name}: {why}" for document in documents if (why := _doubt(document))]


def _doubt(document: Document) -> str | None:
    kind = search_key(document.meta.doc_type or "")
    if kind.startswith("de cuong") or any(part.kind == "heading" for part in document.annexes):
        return None
    if not document.sections and not _ASKS.search(_words_of(document)):
        return "không thấy mục nào và không thấy nội dung yêu cầu báo cáo"
    if _REPORT.match(kind) and _written_out(document):
        shown = (document.meta.doc_type or "").lower()
        return f"tệp là một {shown} đã viết, không phải công văn yêu cầu báo cáo hay đề cương"
    if document.meta.number and not _ASKS.search(_words_of(document)):
        return "không thấy nội dung yêu cầu báo cáo hay đề cương trong văn bản này"
    return None


def _written_out(document: Document) -> bool:
    above = {tuple(section.path[:-1]) for section in document.sections}
    leaves = [s for s in document.sections if s.kind == "heading" and tuple(s.path) not in above]
    return bool(leaves) and median(len(leaf.text.split()) for leaf in leaves) >= _WRITTEN_OUT


def _words_of(document: Document) -> str:
    parts = [document.meta.subject or "", document.preamble, document.closing]
    parts += [f"{section.title} {section.text}" for section in (*document.sections, *document.annexes)]
    return search_key(" ".join(parts))

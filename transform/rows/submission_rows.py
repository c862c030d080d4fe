"""submission and document: one row a file, one row a document that was read."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import msgspec
import polars as pl

from extract.model import Document
from transform.campaign import Campaign
from transform.entry import Entry, Standing
from transform.rows.schema import records
from transform.text import count_words, to_date


def submission_frame(
    campaign: Campaign, entries: Sequence[Entry], standings: Mapping[str, Standing]
) -> pl.DataFrame:
    """Every file of the inbox, read or not."""
    return records("submission", (_submission(campaign, e, standings[e.submission_id]) for e in entries))


def _submission(campaign: Campaign, entry: Entry, standing: Standing) -> dict[str, object]:
    file, document = entry.file, entry.document
    return {
        "submission_id": entry.submission_id,
        "campaign_id": campaign.id,
        "agency_code": entry.assignment.code,
        "file_name": file.name,
        "sha256": file.sha256,
        "bytes": file.bytes,
        "received_at": entry.received_at,
        "received_source": entry.received_source,
        "arrival_number": file.register.arrival_number if file.register else None,
        "note": file.register.note if file.register else None,
        "version": standing.version,
        "is_current": standing.is_current,
        "is_late": standing.is_late,
        "status": standing.status,
        "reason_code": standing.reason_code,
        "reason": standing.reason,
        "advice": standing.advice,
        "agency_source": entry.assignment.source,
        "agency_candidates": ";".join(entry.assignment.candidates) or None,
        "belongs_to": standing.belongs_to,
        "is_scan": None if document is None or entry.secret else is_scan(document),
    }


def is_scan(document: Document) -> bool:
    """Whether any of its text was read by OCR."""
    return document.file.format == "scan" or any(section.scan for section in document.sections)


def document_frame(campaign: Campaign, entries: Sequence[Entry]) -> pl.DataFrame:
    """Documents that were read; a secret one has no row."""
    return records(
        "document",
        (_document(campaign.id, entry) for entry in entries if entry.document and not entry.secret),
    )


def _document(campaign_id: str, entry: Entry) -> dict[str, object]:
    document = entry.document
    assert document is not None  # noqa: S101 - the caller filters
    meta = document.meta
    texts = [document.preamble, document.closing, *(note.text for note in document.footnotes)]
    texts += [text for section in document.sections for text in (section.title, section.text)]
    return {
        "submission_id": entry.submission_id,
        "campaign_id": campaign_id,
        "number": meta.number,
        "symbol": meta.number.split("/", 1)[1] if meta.number and "/" in meta.number else None,
        "date": to_date(meta.date),
        "place": meta.place,
        "doc_type": meta.doc_type,
        "subject": meta.subject,
        "agency_parent": meta.agency_parent,
        "agency_name": meta.agency,
        "signer": meta.signer,
        "signer_title": meta.signer_title,
        "signer_capacity": meta.signer_capacity,
        "preamble": document.preamble,
        "closing": document.closing,
        "pages": document.file.pages,
        "format": document.file.format,
        "reader": document.reader,
        "words": sum(map(count_words, texts)),
        "warnings": _json(document.warnings),
        "signatures": _json(document.signatures),
    }


def _json(values: Sequence[object]) -> str | None:
    return json.dumps(msgspec.to_builtins(values), ensure_ascii=False) if values else None

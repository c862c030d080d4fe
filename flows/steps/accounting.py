"""Counts that must add up, and the list of files that need the officer's eye."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import polars as pl

from flows.errors import CountMismatchError
from flows.job import FileLine
from transform.inbox import InboxFile

STATUSES = ("read", "superseded", "duplicate", "annex", "wrong_campaign", "unmatched", "secret", "unread")
_ADDITIONS = ("supplement", "correction")
_TO_LOOK_AT = ("unread", "secret", "unmatched", "wrong_campaign")


def count_files(files: Sequence[InboxFile], submission: pl.DataFrame) -> dict[str, int]:
    """Files by status; every file of the inbox is in exactly one count. Raises CountMismatchError."""
    by_status = Counter(submission["status"].to_list())
    ignored = sum(file.ignored is not None for file in files)
    placed = sum(by_status[status] for status in STATUSES) + ignored
    if placed != len(files) or submission.height + ignored != len(files):
        raise CountMismatchError(len(files), placed)
    return {"files": len(files), **{status: by_status[status] for status in STATUSES}, "ignored": ignored}


def files_to_look_at(submission: pl.DataFrame) -> list[FileLine]:
    """Files that were not used, or only in part, each with the reason and what to do."""
    apart = pl.col("status").is_in(_TO_LOOK_AT) | pl.col("reason_code").is_in(_ADDITIONS)
    rows = submission.filter(apart).sort("file_name")
    return [
        FileLine(row["file_name"], row["status"], row["reason"] or "", row["advice"] or "")
        for row in rows.iter_rows(named=True)
    ]


def ignored_files(files: Sequence[InboxFile]) -> list[FileLine]:
    """System litter of the inbox, with why it was left out."""
    return [FileLine(f.name, "ignored", f.ignored, "") for f in files if f.ignored]


def count_agencies(frames: Mapping[str, pl.DataFrame]) -> dict[str, int]:
    """Count required agencies: reported, on time, late, and those that sent nothing that was read."""
    required = set(frames["agency"].filter(pl.col("required"))["agency_code"].to_list())
    current = frames["submission"].filter(
        pl.col("is_current") & pl.col("agency_code").is_in(sorted(required))
    )
    sent = set(current["agency_code"].to_list())
    late = set(current.filter(pl.col("is_late"))["agency_code"].to_list())
    everything = frames["submission"].filter(
        pl.col("status").is_in(("read", "unread", "secret", "superseded"))
    )
    tried = set(everything["agency_code"].drop_nulls().to_list()) & required
    return {
        "required": len(required),
        "reported": len(sent),
        "on_time": len(sent - late),
        "late": len(late),
        "unreadable_only": len(tried - sent),
        "silent": len(required - sent - tried),
    }

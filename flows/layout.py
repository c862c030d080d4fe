"""Where a run writes: the published files of the contract and, below `.tonghop/`, what is ours alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


def campaign_folder(named: Path) -> Path:
    """Return the campaign's folder, also when its campaign.yaml was named."""
    return named.parent if named.name == "campaign.yaml" else named


@dataclass(frozen=True, slots=True)
class Layout:
    """Paths below OUT/. Nothing is created until `prepare`."""

    out: Path

    @property
    def warehouse(self) -> Path:
        """The published snapshot."""
        return self.out / "warehouse.duckdb"

    @property
    def export(self) -> Path:
        """Parquet, one file per table."""
        return self.out / "export"

    @property
    def report(self) -> Path:
        """The provincial report and its annexes."""
        return self.out / "report"

    @property
    def feedback(self) -> Path:
        """One folder per agency that sent something."""
        return self.out / "feedback"

    @property
    def reminders(self) -> Path:
        """Letters to those who sent nothing."""
        return self.out / "reminders"

    @property
    def outbox(self) -> Path:
        """Letters as e-mail messages, with the ledger of what was sent."""
        return self.out / "outbox"

    @property
    def quality(self) -> Path:
        """The page of check results."""
        return self.out / "quality"

    @property
    def summary(self) -> Path:
        """`run.json`: counts, files not read and why, timings, versions."""
        return self.out / "run.json"

    @property
    def state(self) -> Path:
        """What the program keeps for itself: read documents, staging, the lock."""
        return self.out / ".tonghop"

    @property
    def documents(self) -> Path:
        """Documents already read, by content hash and reader version."""
        return self.state / "documents"

    @property
    def staging(self) -> Path:
        """The warehouse of the run under way; private to it."""
        return self.state / "staging.duckdb"

    @property
    def journal(self) -> Path:
        """What runs did and when, one JSON object a line."""
        return self.state / "nhat-ky.jsonl"

    @property
    def trace(self) -> Path:
        """Where the last unforeseen failure came from; may quote a report."""
        return self.state / "loi.log"

    @property
    def alerts(self) -> Path:
        """Messages to the officer about runs that failed."""
        return self.outbox / "su-co"

    @property
    def lock(self) -> Path:
        """Held while a run is under way."""
        return self.state / "lock"

    def prepare(self) -> None:
        """Create OUT/ and `.tonghop/`."""
        self.documents.mkdir(parents=True, exist_ok=True)

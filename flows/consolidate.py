"""The main flow: a folder of reports becomes a warehouse, letters and a provincial report.

Read `consolidate` from top to bottom: it is the whole job. Each step is one coarse Prefect task;
files are read by worker processes inside the reading step.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
from prefect import flow

from extract import errors
from extract.model import Document
from flows.alone import alone
from flows.disk import disk_faults_told
from flows.engine import step
from flows.job import Job, Sources, Summary, make_job
from flows.journal import Journal
from flows.memory import give_back
from flows.progress import Clock, Progress, heard
from flows.runners import RunnerName, make_runner
from flows.steps import accounting, consolidation, judging, letters, publication
from flows.steps.moment import inputs_digest, moment_of_run
from flows.steps.reader_version import code_digest, reader_version
from flows.steps.reading import DocumentStore, read_inbox
from flows.steps.unchanged import must_be_unchanged, must_not_be_emptied
from flows.steps.versions import versions
from transform.campaign import Campaign, load_campaign
from transform.inbox import InboxFile, scan
from transform.rows import build
from warehouse.changes import Change
from warehouse.judge import Judgement

Results = Mapping[Path, Document | errors.ReadError]
Frames = Mapping[str, pl.DataFrame]


@step("Mở đợt báo cáo")
def open_campaign(job: Job) -> Campaign:
    """Read campaign.yaml and its lists; every fault at once. The report's own frame is tried as well."""
    campaign = load_campaign(job.folder)
    consolidation.try_template(campaign)
    return campaign


@step("Lập danh sách tệp trong hộp nhận", retries=2)
def ingest(campaign: Campaign) -> list[InboxFile]:
    """List every file of the inbox with its hash; nothing is opened, moved or changed."""
    return scan(campaign)


@step("Đọc văn bản")
def extract(files: Sequence[InboxFile], job: Job, progress: Progress) -> Results:
    """Read what is new; one bad file is one line of the result."""
    unique = len({file.sha256 for file in files if file.readable})
    done = 0

    def heard(name: str, _fresh: bool) -> None:
        nonlocal done
        done += 1
        progress.file(done, unique, name)

    store = DocumentStore(job.layout.documents)
    runner = make_runner(job.runner, workers=job.workers, address=job.address)
    results, _ = read_inbox(files, store, runner=runner, limits=job.limits, on_file=heard)
    return results


@step("Đối chiếu với đề cương, danh sách cơ quan")
def transform(campaign: Campaign, files: Sequence[InboxFile], results: Results, as_of: datetime) -> Frames:
    """Decide who sent what, which version counts, and which section answers which outline item."""
    return build(campaign, files, results, as_of)


@step("Nạp kho dữ liệu")
def load(frames: Frames, run: pl.DataFrame, job: Job) -> None:
    """Load the rows into the private staging warehouse, one transaction per submission."""
    publication.load_staging(frames, run, job.layout)


@step("Xét theo quy tắc")
def check(campaign: Campaign, job: Job, as_of: datetime) -> Judgement:
    """Judge every rule and word the findings."""
    return judging.judge_all(campaign, job.layout, as_of)


@step("Kiểm tra chất lượng dữ liệu")
def verify(campaign: Campaign, job: Job, run_id: str, judgement: Judgement) -> None:
    """Run the Great Expectations suites; a warehouse that contradicts itself stops the run."""
    judging.verify(campaign, job.layout, run_id, judgement)


@step("Soạn nội dung tổng hợp")
def compose(campaign: Campaign, job: Job, run_id: str) -> list[Change]:
    """Compose the report's statements with their sources, and say what moved since the last run."""
    return consolidation.compose_statements(campaign, job.layout, run_id)


@step("Viết báo cáo của tỉnh, phụ lục")
def report(campaign: Campaign, job: Job, as_of: datetime, moved: Sequence[Change]) -> list[str]:
    """Write the report and its annexes from the statements; edited files are kept and named."""
    return consolidation.write_report(campaign, job, as_of, moved)


@step("Viết thư phản hồi, đôn đốc")
def feedback(campaign: Campaign, job: Job, as_of: datetime, run_id: str) -> list[str]:
    """Write each agency's letter, the reminder, and the page of check results."""
    return letters.write_letters(campaign, job.layout, as_of, run_id)


@step("Công bố kho dữ liệu", retries=2)
def publish(job: Job, run_id: str) -> None:
    """Export Parquet and put the complete snapshot in place at once."""
    publication.publish_staging(job.layout, run_id)


@flow(name="tong-hop-bao-cao", persist_result=False)
def consolidate(
    campaign: Path,
    out: Path | None = None,
    as_of: datetime | None = None,
    workers: int | None = None,
    sources: Sources | None = None,
    *,
    runner: RunnerName = "processes",
    address: str | None = None,
) -> Summary:
    """Run the whole job over one campaign folder; returns what the officer is told at the end."""
    job = make_job(campaign, out, as_of, workers, sources, runner=runner, address=address)
    load_campaign(job.folder)  # a faulty campaign is refused before anything is written
    told = disk_faults_told(job.layout)  # the lock and the journal write as well, and the journal hears of it
    with told, alone(job.layout), Journal(job.layout, heard()) as journal, disk_faults_told(job.layout):
        summary = run(job, journal)
        journal.finished(summary)
        return summary


def run(job: Job, progress: Progress) -> Summary:
    """Do the job, step by step, top to bottom."""
    clock = Clock()
    with clock.measure("ingest"):
        progress.step("Lập danh sách tệp trong hộp nhận")
        campaign = open_campaign(job)
        files = ingest(campaign)
        must_not_be_emptied(files, job.layout)
        code = code_digest("extract", "transform", "warehouse", "report_templates") + reader_version()
        digest = inputs_digest(campaign, files, code)
        as_of = moment_of_run(campaign, job.as_of, datetime.now(UTC), digest, job.layout.summary)
        run_id = f"{campaign.id}-{digest[:12]}"
    with clock.measure("extract"):
        progress.step(f"Đọc {len(files)} tệp")
        results = extract(files, job, progress)
        must_be_unchanged(files)
    with clock.measure("transform"):
        progress.step("Đối chiếu với đề cương và danh sách cơ quan")
        frames = transform(campaign, files, results, as_of)
        counts = accounting.count_files(files, frames["submission"])
        agencies = accounting.count_agencies(frames)
        to_look_at = accounting.files_to_look_at(frames["submission"])
        del results  # a nation's documents are a gigabyte
        give_back()
    with clock.measure("load"):
        progress.step("Nạp kho dữ liệu")
        load(frames, publication.run_row(campaign.id, run_id, as_of, counts), job)
        del frames  # from here on the warehouse is asked
        give_back()
    with clock.measure("check"):
        progress.step("Xét theo đề cương và quy tắc")
        judgement = check(campaign, job, as_of)
    with clock.measure("compose"):
        progress.step("Soạn nội dung tổng hợp")
        moved = compose(campaign, job, run_id)
        give_back()
    with clock.measure("verify"):
        progress.step("Kiểm tra chất lượng dữ liệu")
        verify(campaign, job, run_id, judgement)
    with clock.measure("report"):
        progress.step("Viết dự thảo báo cáo của tỉnh và phụ lục")
        kept = report(campaign, job, as_of, moved)
    with clock.measure("feedback"):
        progress.step("Viết thư phản hồi và thư đôn đốc")
        kept += feedback(campaign, job, as_of, run_id)
    with clock.measure("publish"):
        progress.step("Công bố kết quả")
        publish(job, run_id)
    summary = Summary(
        campaign_id=campaign.id,
        title=campaign.title,
        as_of=as_of,
        run_id=run_id,
        inputs=digest,
        counts=counts,
        agencies=agencies,
        findings=judging.count_findings(judgement),
        rule_errors=judging.rule_errors(judgement),
        files=to_look_at,
        ignored=accounting.ignored_files(files),
        kept=kept,
        changes=[change.message for change in moved],
        seconds=clock.seconds,
        versions=versions(),
    )
    publication.write_summary(job.layout, summary)
    return summary

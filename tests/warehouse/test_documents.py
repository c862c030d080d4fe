"""From a real Word file to the findings: each section removed once, each retitled."""

from __future__ import annotations

import os
import time
from pathlib import Path

import docx
import pytest
import warehouse_faults as faults
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from warehouse_factory import AS_OF, DEADLINE, Report, agency_name, blocks, found, good_report, make_campaign
from warehouse_harmless import TITLES

from extract.document import read
from transform.inbox import InboxFile
from transform.rows.build import build
from warehouse import loading, schema, store
from warehouse.judge import Judgement, judge


def _write(report: Report, path: Path) -> Path:
    """Write the report as an officer types it: a letterhead table, bold headings, justified text."""
    document = docx.Document()
    printed = blocks(report)
    table = document.add_table(rows=2, cols=2)
    head = [block for block in printed[:5] if block.column is not None]
    table.cell(0, 0).text = agency_name(report.code).upper()
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    table.cell(1, 0).text = f"Số: {report.number}"
    table.cell(1, 1).text = next(block.text for block in head if "ngày" in block.text)
    for block in printed[len(head) :]:
        paragraph = document.add_paragraph()
        run = paragraph.add_run(block.text)
        run.bold, run.italic, run.font.size = bool(block.bold), bool(block.italic), Pt(block.size or 14)
        if block.align == "center":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif block.align == "justify":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            paragraph.paragraph_format.first_line_indent = Pt(36)
    document.save(str(path))
    return path


def _judge(report: Report, folder: Path) -> Judgement:
    campaign = make_campaign([report.code])
    document = read(_write(report, folder / "bao-cao.docx"))
    place = campaign.inbox / report.code / "bao-cao.docx"
    file = InboxFile(place, f"{report.code}/bao-cao.docx", 1, report.received, document.file.sha256)
    with store.connect() as con:
        schema.create(con, comments=False)
        loading.load(con, build(campaign, [file], {place: document}, AS_OF))
        return judge(con, campaign.id, AS_OF)


def test_a_good_word_file_has_no_finding(tmp_path):
    assert found(_judge(good_report("cq4"), tmp_path)) == set()


@pytest.mark.parametrize("path", [*faults.LEAVES, *faults.PARENTS])
def test_remove_a_section(tmp_path, path):
    report = good_report("cq1" if len(path) % 2 else "cq2")
    report.remove(path)
    judgement = _judge(report, tmp_path)
    assert found(judgement) == {(report.code, "missing_section", path)}
    assert f"«{path}. " in judgement.findings[0].message


@pytest.mark.parametrize("path", sorted(TITLES))
def test_retitle_a_section(tmp_path, path):
    report = good_report("cq3")
    report.part(path).title = TITLES[path][0]
    rules = {rule for _, rule, _ in found(_judge(report, tmp_path))}
    assert rules == {"renamed_section"}


@pytest.mark.parametrize("path", ["II.1", "III.4", "IV.2", "V.2"])
def test_empty_a_section(tmp_path, path):
    report = good_report("cq5")
    report.part(path).text = ""
    assert found(_judge(report, tmp_path)) == {("cq5", "empty_section", path)}


def test_sample_report_when_present(tmp_path):
    """The shared test set: nothing of the outline is missing in it, and its known gaps are found."""
    folder = Path(__file__).resolve().parents[2] / ".." / "shared" / "eval" / "testset"
    if not (folder / "b_bold.docx").exists():
        pytest.skip("không có bộ tài liệu thử dùng chung")
    from transform.campaign import load_campaign

    campaign = load_campaign(Path(__file__).parents[2] / "campaigns" / "kl114-2026")
    code = next(agency.code for agency in campaign.agencies if agency.name == "Văn phòng UBND tỉnh")
    rules: dict[str, set[str | None]] = {}
    for name in ("b_bold.docx", "f1_missing.docx"):
        document = read(folder / name)
        place = campaign.inbox / code / name
        file = InboxFile(place, f"{code}/{name}", 1, DEADLINE.replace(month=4, day=20), document.file.sha256)
        with store.connect() as con:
            schema.create(con, comments=False)
            loading.load(con, build(campaign, [file], {place: document}, AS_OF))
            judgement = judge(con, campaign.id, AS_OF)
        rules[name] = {f.outline_path for f in judgement.findings if f.rule == "missing_section"}
        kinds = {f.rule for f in judgement.findings if f.agency_code == code}
        assert {"no_figures", "no_causes", "repeated_text", "citation_incomplete"} <= kinds
    assert rules == {"b_bold.docx": set(), "f1_missing.docx": {"A.III.3", "A.V"}}


def test_judging_one_document_is_quick(tmp_path):
    report = good_report("cq0")
    campaign = make_campaign(["cq0"])
    document = read(_write(report, tmp_path / "bao-cao.docx"))
    place = campaign.inbox / "cq0" / "bao-cao.docx"
    file = InboxFile(place, "cq0/bao-cao.docx", 1, report.received, document.file.sha256)
    rows = build(campaign, [file], {place: document}, AS_OF)
    with store.connect() as con:
        con.execute(f"SET threads = {min(2, os.cpu_count() or 1)}")
        start = time.process_time()
        schema.create(con, comments=False)
        loading.load(con, rows)
        judge(con, campaign.id, AS_OF)
        assert time.process_time() - start < 0.8

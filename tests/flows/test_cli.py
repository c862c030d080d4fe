"""The command line as its users meet it: exit codes, Vietnamese messages, what stays unloaded."""

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import jsonschema
import pytest

from extract.document import read
from flows.demo.compose import compose, without
from flows.demo.names import bodies
from flows.demo.province import make_province
from flows.demo.write_docx import write_docx
from flows.layout import Layout
from flows.steps.self_check import check_document
from transform.campaign import load_campaign

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "flows.cli"]


def tonghop(*arguments, cwd=None, stdin=None, **environment):
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], cwd=cwd or ROOT, input=stdin, capture_output=True, check=False,
        timeout=240, env={**os.environ, **environment},
    )  # fmt: skip


@pytest.fixture(scope="module")
def campaign(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cli") / "dot"
    make_province(folder)
    return folder


def test_every_command_has_help_in_vietnamese():
    listing = tonghop("--help")
    assert listing.returncode == 0
    assert "Cách dùng:" in listing.stdout.decode()
    for name in ("demo", "run", "extract", "cite", "check", "outline", "status", "purge"):
        shown = tonghop(name, "--help")
        assert shown.returncode == 0, name
        assert "Tùy chọn:" in shown.stdout.decode(), name


@pytest.mark.parametrize(
    "arguments", [["--help"], ["extract", "--help"], ["check", "--help"], ["run", "--help"]]
)
def test_help_loads_no_engine(arguments):
    code = (
        "import sys; from flows.cli import group\n"
        f"try: group.main({arguments!r}, standalone_mode=False)\n"
        "except SystemExit: pass\n"
        "heavy = {'prefect', 'great_expectations', 'pandas', 'polars', 'duckdb'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr.decode()


def test_check_loads_neither_prefect_nor_great_expectations(campaign):
    code = (
        "import sys; from flows.cli import group\n"
        f"arguments = ['check', {str(campaign / 'inbox' / 'stp.docx')!r}, '--campaign', {str(campaign)!r}]\n"
        "code = group.main(arguments, standalone_mode=False)\n"
        "heavy = {'prefect', 'great_expectations', 'pandas'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 4, done.stderr.decode()


def test_check_tells_what_blocks_and_what_is_complete(campaign):
    done = tonghop("check", campaign / "inbox" / "stp.docx", "--campaign", campaign, "--json")
    assert done.returncode == 4
    said = json.loads(done.stdout)
    assert said["agency"] == "stp"
    missing = [f["outline_path"] for f in said["findings"] if f["rule"] == "missing_section"]
    assert sorted(missing) == ["II.5", "III.2"]
    good = tonghop("check", campaign / "inbox" / "stc.docx", "--campaign", campaign, "--json")
    assert good.returncode == 0
    assert len(json.loads(good.stdout)["complete"]) == 12  # leaf items, the optional one too
    assert json.loads(good.stdout)["counts"] == {"required": 11, "present": 11}
    assert said["counts"] == {"required": 11, "present": 9}
    shown = tonghop("check", campaign / "inbox" / "stp.docx", "--campaign", campaign).stdout.decode()
    assert "Đã có nội dung ở 9/11 mục bắt buộc của đề cương." in shown


def test_each_single_missing_section_is_one_finding(campaign, tmp_path):
    body = bodies(12)[0]
    paths = [part.path for part in compose(body).parts if part.paragraphs and part.path != "I"]
    loaded = load_campaign(campaign)
    for path in paths:
        file = tmp_path / f"{path}.docx"
        moment = datetime(2026, 1, 20, tzinfo=UTC)
        write_docx(without(compose(body), path), file, "bold", moment)
        result = check_document(loaded, file, read(file), body.code, moment)
        missing = [f.outline_path for f in result.findings if f.rule == "missing_section"]
        assert missing == [path]


def test_check_of_a_broken_file_exits_3(campaign):
    done = tonghop("check", campaign / "inbox" / "xa-an-lam.docx", "--campaign", campaign)
    assert done.returncode == 3
    assert "Đề nghị" in done.stderr.decode()


def test_extract_prints_valid_json_and_exits_3_for_what_it_could_not_read(campaign, tmp_path):
    inbox = campaign / "inbox"
    done = tonghop("extract", inbox / "stc.docx", inbox / "sxd.pdf", inbox / "xa-an-lam.docx")
    assert done.returncode == 3
    documents = json.loads(done.stdout)
    assert [document["file"]["name"] for document in documents] == ["stc.docx", "sxd.pdf"]
    schema = json.loads((ROOT / "docs" / "document.schema.json").read_text(encoding="utf-8"))
    for document in documents:
        jsonschema.validate(document, schema)
    written = tonghop("extract", inbox / "stc.docx", "--out", tmp_path)
    assert written.returncode == 0
    assert json.loads((tmp_path / "stc.docx.json").read_text(encoding="utf-8")) == documents[0]


def test_explain_names_lines_and_reasons(campaign):
    done = tonghop("extract", "--explain", campaign / "inbox" / "stc.docx")
    assert done.returncode == 0
    assert "Cải cách thủ tục hành chính" in done.stdout.decode()


def test_cite_reads_standard_input():
    text = "Thực hiện Kế hoạch số 12/KH-UBND ngày 03/02/2024 của UBND tỉnh và Luật số 30/2023/QH15."
    done = tonghop("cite", "-", "--json", stdin=text.encode())
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [c["number"] for c in found] == ["12/KH-UBND", "30/2023/QH15"]
    assert all(text[c["char_start"] : c["char_end"]] == c["surface"] for c in found)


def test_a_faulty_campaign_is_refused_whole_and_nothing_is_written(campaign, tmp_path):
    folder = tmp_path / "hong"
    make_province(folder)
    text = (folder / "campaign.yaml").read_text(encoding="utf-8")
    (folder / "campaign.yaml").write_text(text.replace("deadline:", "dedline:"), encoding="utf-8")
    done = tonghop("run", folder)
    assert done.returncode == 2
    said = done.stderr.decode()
    assert "dedline" in said
    assert "deadline" in said
    assert "dòng" in said
    assert not (folder / "out").exists()


def test_status_before_a_run_says_what_to_do(campaign):
    done = tonghop("status", campaign)
    assert done.returncode == 1
    assert "tonghop run" in done.stderr.decode()


def test_unknown_option_is_refused_in_vietnamese():
    done = tonghop("run", "x", "--khong-co")
    assert done.returncode == 2
    assert "Không có tùy chọn" in done.stderr.decode()


@pytest.mark.prefect
@pytest.mark.slow
def test_run_status_purge_with_prefect(tmp_path):
    folder = tmp_path / "dot"
    make_province(folder, 3)
    state = {"TONGHOP_STATE": str(tmp_path / "state")}
    began = time.monotonic()
    done = tonghop("run", folder, "--as-of", "2026-02-05T08:00", **state)
    elapsed = time.monotonic() - began
    assert done.returncode == 0, done.stderr.decode()
    work = sum(json.loads((folder / "out" / "run.json").read_text("utf-8"))["seconds"].values())
    quiet = os.getloadavg()[0] < os.cpu_count() if hasattr(os, "getloadavg") else False
    assert elapsed - work < 10 or not quiet  # what Prefect, its server and all imports cost together
    assert "Báo cáo của tỉnh" in done.stdout.decode()
    status = tonghop("status", folder)
    assert status.returncode == 0
    assert "Sở Tài chính" in status.stdout.decode()
    purged = tonghop("purge", folder, "--yes")
    assert purged.returncode == 0
    assert not Layout(folder / "out").report.exists()
    assert any((folder / "inbox").iterdir())

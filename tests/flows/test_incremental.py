"""What is done again, and what is not: reading, matching and judging each follow from what they depend on."""

from __future__ import annotations

import os
import shutil

import duckdb
import pytest
from direct_run import AS_OF, consolidated

import extract
from flows import runners
from flows.demo.compose import compose, without
from flows.demo.names import bodies
from flows.demo.write_docx import write_docx
from flows.steps import reader_version as versions

RULE = """\
-- id: co_quan_thu
-- version: 1
-- suite: submissions
-- severity: info
-- owner: agency
-- about: Báo cáo đã nhận
-- message: Đã nhận báo cáo.
-- advice: Không cần làm gì.
-- unjudged: Không có.
-- example: Báo cáo đã nhận.
SELECT campaign_id, agency_code, submission_id, NULL AS outline_path, NULL AS section_id, 'fail' AS verdict,
  NULL AS evidence, NULL AS page, {'x': '1'} AS params
FROM submission WHERE is_current
"""


class Campaign:
    """A small campaign, and what its last run read."""

    def __init__(self, folder, monkeypatch):
        self.folder, self.read = folder, []
        real = runners.read_many

        def noted(paths, **options):
            self.read += [path.name for path in paths]
            return real(paths, **options)

        monkeypatch.setattr(runners, "read_many", noted)

    def run(self):
        self.read.clear()
        return consolidated(self.folder)

    def ask(self, sql):
        with duckdb.connect(str(self.folder / "out" / "warehouse.duckdb"), read_only=True) as con:
            return con.execute(sql).fetchall()


@pytest.fixture
def campaign(pair, tmp_path, monkeypatch):
    shutil.copytree(pair.folder, tmp_path / "dot")
    return Campaign(tmp_path / "dot", monkeypatch)


def test_one_new_report_is_the_only_one_read(campaign):
    letters = campaign.folder / "out" / "feedback"
    body = bodies(2)[0]
    write_docx(without(compose(body), "II.3"), campaign.folder / "inbox" / "gửi lại.docx", "bold", AS_OF)
    campaign.run()
    assert campaign.read == ["gửi lại.docx"]
    assert "II.3" in (letters / body.code / "findings.json").read_text("utf-8")
    written = {path: path.stat().st_mtime_ns for path in letters.rglob("*") if path.is_file()}
    campaign.run()
    assert campaign.read == []
    assert {path: path.stat().st_mtime_ns for path in letters.rglob("*") if path.is_file()} == written


def test_a_change_of_one_byte_of_a_file_reads_it_again_even_at_the_same_size_and_time(campaign):
    path = campaign.folder / "inbox" / "stc.docx"
    info, data = path.stat(), bytearray(path.read_bytes())
    data[-1] ^= 1  # the last byte of a zip's comment length
    path.write_bytes(data)
    os.utime(path, ns=(info.st_atime_ns, info.st_mtime_ns))
    assert path.stat().st_size == info.st_size
    campaign.run()
    assert campaign.read == ["stc.docx"]


def test_a_change_of_outline_matches_again_and_reads_nothing(campaign):
    ((before,),) = campaign.ask("SELECT count(*) FROM coverage WHERE outline_path = 'IX'")
    assert before == 0
    path = campaign.folder / "campaign.yaml"
    asked = "outline:\n- {marker: IX, title: Công tác thanh tra chuyên ngành lâm nghiệp}\n"
    path.write_text(path.read_text("utf-8").replace("outline:\n", asked, 1), "utf-8")
    campaign.run()
    assert campaign.read == []
    rows = campaign.ask("SELECT status, count(*) FROM coverage WHERE outline_path = 'IX' GROUP BY 1")
    assert rows == [("missing", 2)]
    told = campaign.ask("SELECT count(*) FROM finding WHERE rule = 'missing_section' AND outline_path = 'IX'")
    assert told == [(2,)]


def test_a_change_of_rule_judges_again_and_reads_and_matches_nothing_else(campaign):
    matched = campaign.ask("SELECT * FROM section ORDER BY ALL")
    (campaign.folder / "rules").mkdir(exist_ok=True)
    (campaign.folder / "rules" / "co_quan_thu.sql").write_text(RULE, "utf-8")
    campaign.run()
    assert campaign.read == []
    assert campaign.ask("SELECT * FROM section ORDER BY ALL") == matched
    assert campaign.ask("SELECT count(*) FROM finding WHERE rule = 'co_quan_thu'") == [(2,)]
    text = (campaign.folder / "campaign.yaml").read_text("utf-8").rstrip()
    (campaign.folder / "campaign.yaml").write_text(f"{text}\nrules: {{off: [co_quan_thu]}}\n", "utf-8")
    campaign.run()
    assert campaign.read == []
    assert campaign.ask("SELECT count(*) FROM finding WHERE rule = 'co_quan_thu'") == [(0,)]


def test_a_change_of_reading_code_reads_everything_again(campaign, monkeypatch):
    monkeypatch.setattr("flows.steps.reading.reader_version", lambda: "0123456789abcdef")
    campaign.run()
    assert len(campaign.read) == len(list((campaign.folder / "inbox").iterdir()))


@pytest.fixture
def code(tmp_path, monkeypatch):
    """Copy our packages, so that a byte of them can be changed."""
    root = tmp_path / "code"
    for name in ("extract", "transform"):
        (root / name / "sub").mkdir(parents=True)
        (root / name / "__init__.py").write_text("")
        (root / name / "sub" / "words.txt").write_text("một\nhai\n")
    monkeypatch.setattr(extract, "__file__", str(root / "extract" / "__init__.py"))
    versions.code_digest.cache_clear()
    yield root
    versions.code_digest.cache_clear()


def _digest(*packages):
    versions.code_digest.cache_clear()
    return versions.code_digest(*packages)


def _version():
    versions.code_digest.cache_clear()
    return versions.reader_version.__wrapped__()


@pytest.mark.parametrize("name", ["__init__.py", "sub/words.txt", "sub/new.sql"])
def test_any_byte_of_code_or_data_counts_and_caches_do_not(code, name):
    before, version = _digest("extract", "transform"), _version()
    (code / "extract" / "__pycache__").mkdir()
    (code / "extract" / "__pycache__" / "a.pyc").write_bytes(b"x")
    assert (_digest("extract", "transform"), _version()) == (before, version)
    path = code / "extract" / name
    path.write_bytes((path.read_bytes() if path.exists() else b"") + b" ")
    assert _digest("extract", "transform") != before
    assert _version() != version


def test_code_that_does_not_read_does_not_read_again(code):
    version = _version()
    (code / "transform" / "sub" / "words.txt").write_text("ba\n")
    assert _version() == version


def test_another_library_or_program_reads_again(code, tmp_path, monkeypatch):
    seen = {_version()}
    monkeypatch.setattr(versions, "_installed", lambda name: "99" if name == "lxml" else "1")
    seen.add(_version())
    program = tmp_path / "tesseract"
    program.write_text("1")
    monkeypatch.setattr(versions.shutil, "which", lambda name: str(program) if name == "tesseract" else None)
    seen.add(_version())
    program.write_text("22")  # another version of it
    seen.add(_version())
    assert len(seen) == 4

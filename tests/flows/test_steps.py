"""What is kept between runs, what is read anew, and counts that must add up."""

from datetime import datetime, timedelta
from types import SimpleNamespace

import polars as pl
import pytest

from extract import errors
from extract.limits import DEFAULT
from extract.model import Document, FileInfo
from flows.alone import alone
from flows.demo.province import make_province
from flows.errors import AnotherRunError, CountMismatchError
from flows.layout import Layout
from flows.runners import make_runner
from flows.steps.accounting import count_files
from flows.steps.moment import inputs_digest, moment_of_run
from flows.steps.reading import DocumentStore, read_inbox
from flows.text import printable
from transform.campaign import load_campaign
from transform.inbox import scan

RUNNER = make_runner("processes", workers=1, address=None)
DOCUMENT = Document(file=FileInfo("a.docx", "00", 1, "docx"))


def test_a_stored_document_is_of_one_reader_only(tmp_path):
    DocumentStore(tmp_path, "reader1").put("ab", DOCUMENT)
    assert DocumentStore(tmp_path, "reader1").get("ab") == DOCUMENT
    assert DocumentStore(tmp_path, "reader2").get("ab") is None
    DocumentStore(tmp_path, "reader2").keep_only({"ab"})
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_entry_counts_as_absent(tmp_path):
    store = DocumentStore(tmp_path, "r")
    store.put("ab", DOCUMENT)
    next(tmp_path.iterdir()).write_bytes(b'{"schema": 1')
    assert store.get("ab") is None


@pytest.mark.parametrize("error", [errors.CorruptFile("(x)"), errors.SecretDocument(), errors.EmptyFile()])
def test_a_refusal_is_kept_with_its_reason(tmp_path, error):
    store = DocumentStore(tmp_path, "r")
    store.put("ab", error)
    kept = store.get("ab")
    assert type(kept) is type(error)
    assert kept.detail == error.detail


@pytest.mark.parametrize(
    "error", [errors.TimeLimitExceeded(), errors.MemoryLimitExceeded(), errors.ReaderCrashed()]
)
def test_a_failure_of_the_machine_is_tried_again(tmp_path, error):
    store = DocumentStore(tmp_path, "r")
    store.put("ab", error)
    assert store.get("ab") is None


def test_only_new_content_is_read_and_each_name_gets_its_own(tmp_path):
    make_province(tmp_path, 2)
    (tmp_path / "inbox" / "ban sao.docx").write_bytes((tmp_path / "inbox" / "stc.docx").read_bytes())
    files = scan(load_campaign(tmp_path))
    store = DocumentStore(tmp_path / "kept")
    (tmp_path / "kept").mkdir()
    first, fresh = read_inbox(files, store, runner=RUNNER, limits=DEFAULT)
    assert fresh == len({file.sha256 for file in files}) == len(files) - 1
    assert {document.file.name for document in first.values()} == {file.path.name for file in files}
    again, fresh = read_inbox(files, store, runner=RUNNER, limits=DEFAULT)
    assert fresh == 0
    assert again == first
    (tmp_path / "inbox" / "stc.docx").write_bytes(b"")
    changed, fresh = read_inbox(scan(load_campaign(tmp_path)), store, runner=RUNNER, limits=DEFAULT)
    assert fresh == 1
    assert isinstance(changed[tmp_path / "inbox" / "stc.docx"], errors.EmptyFile)


def test_the_moment_is_kept_while_nothing_changed_and_no_deadline_passed(tmp_path):
    make_province(tmp_path, 2)
    campaign = load_campaign(tmp_path)
    files = scan(campaign)
    digest = inputs_digest(campaign, files, "code")
    summary = tmp_path / "run.json"
    before = campaign.deadline - timedelta(days=2)
    summary.write_text(f'{{"as_of": "{before.isoformat()}", "inputs": "{digest}"}}')
    later = before + timedelta(hours=5)
    assert moment_of_run(campaign, None, later, digest, summary) == before
    assert moment_of_run(campaign, None, later, "another", summary) == later.replace(second=0, microsecond=0)
    after = campaign.deadline + timedelta(hours=1)
    assert moment_of_run(campaign, None, after, digest, summary) == after.replace(second=0, microsecond=0)
    given = datetime.fromisoformat("2026-01-01T00:00:00+07:00")
    assert moment_of_run(campaign, given, after, digest, summary) == given


def test_inputs_change_with_code_files_and_lists(tmp_path):
    make_province(tmp_path, 2)
    campaign = load_campaign(tmp_path)
    files = scan(campaign)
    digest = inputs_digest(campaign, files, "a")
    assert digest == inputs_digest(campaign, scan(campaign), "a")
    assert digest != inputs_digest(campaign, files, "b")
    (tmp_path / "overrides.yaml").write_text("[]\n")
    assert digest != inputs_digest(campaign, files, "a")


def test_a_lost_row_stops_the_run():
    files = [SimpleNamespace(ignored=None), SimpleNamespace(ignored=None)]
    with pytest.raises(CountMismatchError):
        count_files(files, pl.DataFrame({"status": ["read"]}))
    with pytest.raises(CountMismatchError):
        count_files(files, pl.DataFrame({"status": ["read", "something_new"]}))


def test_a_second_run_on_the_same_folder_is_refused(tmp_path):
    with (
        alone(Layout(tmp_path)),
        pytest.raises(AnotherRunError, match="lượt chạy khác"),
        alone(Layout(tmp_path)),
    ):
        pass
    with alone(Layout(tmp_path)):
        pass


def test_hostile_names_are_shown_not_obeyed():
    assert printable("a\x1b[31mb\r\n\u202ec") == "a\\x1b[31mb\\r\\n\\u202ec"
    assert printable("Báo cáo") == "Báo cáo"

"""What is logged: steps, counts and kinds of errors; nothing that a report says."""

import json
import logging

import pytest
from direct_run import AS_OF, consolidated

from flows.demo.compose import compose
from flows.demo.names import bodies
from flows.demo.province import make_province
from flows.demo.write_docx import write_docx
from flows.engine import step
from flows.errors import CountMismatchError, DiskFullError, UnforeseenError
from flows.journal import Journal
from flows.layout import Layout
from flows.progress import Silent
from flows.steps import accounting

MARKER = "Câu đánh dấu rất riêng của báo cáo này"


def _lines(layout):
    return [json.loads(line) for line in layout.journal.read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    """Make a campaign of two agencies whose reports hold a sentence that must never be logged."""
    folder = tmp_path_factory.mktemp("nhat-ky") / "dot"
    make_province(folder, 2)
    for body in bodies(2):
        report = compose(body)
        for part in report.parts:
            part.paragraphs = [f"{MARKER}. {text}" for text in part.paragraphs]
        write_docx(report, folder / "inbox" / f"{body.code}.docx", "bold", AS_OF)
    return folder


@pytest.fixture
def published(marked):
    """Give the campaign with a published warehouse, whichever test of this module came first."""
    if not Layout(marked / "out").warehouse.exists():
        consolidated(marked)
    return marked


def test_the_journal_names_steps_and_counts_that_add_up_and_no_content(marked, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    layout = Layout(marked / "out")
    summary = consolidated(marked)
    assert MARKER in (layout.report / "tong-hop.html").read_text("utf-8") or summary.counts["read"] == 2
    lines = _lines(layout)
    assert [line["event"] for line in lines] == ["begin", *["step"] * (len(lines) - 2), "end"]
    end = lines[-1]
    assert end["counts"]["files"] == sum(n for name, n in end["counts"].items() if name != "files")
    assert json.loads(layout.summary.read_text("utf-8"))["counts"] == end["counts"]
    shown = capfd.readouterr()
    for text in (layout.journal.read_text("utf-8"), layout.summary.read_text("utf-8"), caplog.text, *shown):
        assert MARKER not in text
        assert MARKER.lower() not in text.lower()


def test_a_failure_nobody_foresaw_keeps_its_words_in_the_campaigns_folder(marked, monkeypatch, caplog):
    def fail(*_args, **_options):
        raise RuntimeError(f"cannot convert «{MARKER}»")

    layout = Layout(marked / "out")
    monkeypatch.setattr("flows.consolidate.judging.judge_all", fail)
    with pytest.raises(UnforeseenError, match="RuntimeError") as caught:
        consolidated(marked)
    last = _lines(layout)[-1]
    assert (last["event"], last["kind"]) == ("failed", "UnforeseenError")
    assert MARKER not in layout.journal.read_text("utf-8") + str(caught.value) + caplog.text
    assert MARKER in layout.trace.read_text("utf-8")
    assert "test_journal.py" in str(caught.value)


def test_what_a_step_raises_reaches_prefect_without_its_words():
    """Prefect logs the exception of a task with its trace; the trace must not lead to the words."""
    import traceback

    @step("Thử")
    def fail():
        raise ValueError(MARKER)

    raised = fail.__wrapped__
    from flows.engine import _discreet

    with pytest.raises(UnforeseenError) as caught:
        _discreet("Thử", raised)()
    assert MARKER not in "".join(traceback.format_exception(caught.value))
    assert str(caught.value.original) == MARKER


@pytest.mark.parametrize("error", [CountMismatchError(5, 4), DiskFullError("/x"), OSError(5, "EIO", "/x")])
def test_foreseen_errors_pass_as_they_are(tmp_path, error):
    layout = Layout(tmp_path)
    layout.prepare()
    with pytest.raises(type(error)) as caught, Journal(layout, Silent()):
        raise error
    assert caught.value is error
    assert _lines(layout)[-1]["kind"] == type(error).__name__


def test_a_sum_that_fails_stops_the_run_loudly_and_publishes_nothing(published, monkeypatch):
    layout = Layout(published / "out")
    before = layout.warehouse.read_bytes()
    monkeypatch.setattr(accounting, "STATUSES", accounting.STATUSES[1:])  # forget one status
    with pytest.raises(CountMismatchError, match="Số tệp không khớp"):
        consolidated(published)
    assert layout.warehouse.read_bytes() == before
    assert _lines(layout)[-1]["kind"] == "CountMismatchError"


def test_the_journal_does_not_grow_for_ever(tmp_path, monkeypatch):
    monkeypatch.setattr("flows.journal._FULL_BYTES", 500)
    layout = Layout(tmp_path)
    layout.prepare()
    for _ in range(20):
        with Journal(layout, Silent()) as journal:
            journal.step("x" * 50)
    sizes = [path.stat().st_size for path in sorted(layout.state.glob("nhat-ky*"))]
    assert len(sizes) == 2
    assert max(sizes) < 1200


def test_a_journal_that_cannot_be_written_stops_nothing(tmp_path):
    layout = Layout(tmp_path)
    layout.journal.mkdir(parents=True)
    with Journal(layout, Silent()) as journal:
        journal.step("Thử")
    assert list(layout.journal.iterdir()) == []

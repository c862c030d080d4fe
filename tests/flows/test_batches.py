"""Letters do not depend on how many are written together."""

import shutil

import pytest

from flows.layout import Layout
from flows.steps import batches
from flows.steps.letters import write_letters
from transform.campaign import load_campaign
from warehouse.store import connect


@pytest.fixture
def layout(province, tmp_path):
    """Give a place to write to, with the province's warehouse as the run's own."""
    place = Layout(tmp_path / "out")
    place.prepare()
    shutil.copy(province.layout.warehouse, place.staging)
    return place


def _letters(layout):
    return {
        p.relative_to(layout.out): p.read_bytes() for p in sorted(layout.feedback.rglob("*")) if p.is_file()
    }


@pytest.mark.parametrize("size", [1, 2])
def test_letters_are_the_same_in_batches_of_any_size(province, layout, monkeypatch, size):
    monkeypatch.setattr(batches, "SIZE", size)
    write_letters(load_campaign(province.folder), layout, province.summary.as_of, province.summary.run_id)
    assert _letters(layout) == _letters(province.layout)


def _shown(con):
    """Rows and agencies in each table that a batch cuts."""
    asked = "SELECT count(*), count(DISTINCT agency_code) FROM {}"
    return [con.execute(asked.format(name)).fetchone() for name in ("submission", "finding", "coverage")]


def test_a_batch_shows_its_agencies_only_and_all_is_shown_after(layout):
    with connect(layout.staging) as con:
        campaign_id, code = con.execute(
            "SELECT campaign_id, min(agency_code) FROM finding GROUP BY 1"
        ).fetchone()
        batches.settle(con)
        before = _shown(con)
        for batch in batches.batches(con, campaign_id, [code]):
            assert list(batch) == [code]
            assert [agencies for _, agencies in _shown(con)] == [1, 1, 1]
        assert _shown(con) == before
        assert min(agencies for _, agencies in before) > 1

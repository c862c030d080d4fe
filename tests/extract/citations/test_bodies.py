"""Names of bodies, one a line in `bodies.txt`: each is read whole, and the subject after it found."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.citations import find

NAMES = Path(__file__).with_name("bodies.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("after", [" về việc rà soát", ", về rà soát", " V/v rà soát"])
def test_read_whole(name: str, after: str) -> None:
    (citation,) = find(f"Công văn số 12/XYZ-QT ngày 5/6/2024 của {name}{after}")
    assert (citation.issuer, citation.subject) == (name, "rà soát")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "after", ["", "; các đơn vị đã họp", ", đơn vị đã triển khai", " đã được phổ biến", ")."]
)
def test_ends_where_the_sentence_goes_on(name: str, after: str) -> None:
    (citation,) = find(f"theo Công văn số 12/XYZ-QT của {name}{after}")
    assert citation.issuer == name

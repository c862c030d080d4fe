"""Which small lines at a page's foot are notes, and that none of them is lost."""

from __future__ import annotations

from extract.pdf.graphics import Graphics, Rule
from extract.pdf.lines import Line, Span, make_line
from extract.pdf.notes import take_notes
from extract.pdf.page import Page

LEFT = 85.0


def words(text: str, base: float, size: float = 14.0, call: str = "") -> list[Line]:
    """Make a row; call: a number raised at its end."""
    spans = [Span(text, LEFT, LEFT + 6.0 * len(text), base, size)]
    if call:
        end = spans[0].x1
        spans.append(Span(call, end, end + 4.0, base - 4.0, 6.5, space=False))
    return [make_line(spans)]


def page(number: int, foot: list[str], call: str = "", *, ruled: bool = False) -> Page:
    rows = [words(f"Chữ của trang, dòng {chr(97 + k)}", 90.0 + 20.0 * k) for k in range(20)]
    rows.append(words("Chữ cuối của trang", 500.0, call=call))
    rows += [words(text, 740.0 + 13.0 * k, 11.0) for k, text in enumerate(foot)]
    graphics = Graphics()
    if ruled:
        graphics.horizontal.append(Rule(725.0, LEFT, LEFT + 140.0))
    return Page(number, 595.0, 842.0, rows, graphics, [], 0)


def test_the_first_note_seen_may_bear_any_number_that_the_text_calls() -> None:
    """The note before it may stand where it could not be read."""
    pages = [page(1, []), page(2, ["2 Theo phân công, đơn vị phối hợp", "tháo gỡ 3 vướng mắc."], "2")]
    (note,) = take_notes(pages)
    assert (note.n, [line.text for line in note.lines]) == (
        2,
        ["Theo phân công, đơn vị phối hợp", "tháo gỡ 3 vướng mắc."],
    )
    assert len(pages[1].rows) == 21


def test_small_lines_of_no_known_note_stay_in_the_text() -> None:
    pages = [page(1, ["15 xã, phường có tủ sách;", "số còn lại mượn của trường."], ruled=True)]
    assert take_notes(pages) == []
    assert [row[0].text for row in pages[0].rows[-2:]] == [
        "15 xã, phường có tủ sách;",
        "số còn lại mượn của trường.",
    ]

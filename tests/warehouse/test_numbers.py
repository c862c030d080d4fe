# ruff: noqa: E501 - one sentence a line
"""What counts as another number and another name: what only follows from something else is not said."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
import warehouse_harmless as harmless
from warehouse_factory import Part, Report, by_rule, good_report, judged, make_campaign

from warehouse import schema, store


def _drop(*paths: str) -> Callable[[Report], None]:
    """Take items out and close up the numbers."""

    def change(report: Report) -> None:
        report.remove(*paths)
        _close_up(report)

    return change


def _close_up(report: Report) -> None:
    roman = ["I", "II", "III", "IV", "V", "VI"]
    tops = [part for part in report.parts if part.level == 1]
    for number, part in enumerate(tops):
        part.marker = roman[number]
    for top in tops:
        inside = [p for p in report.parts if p.level == 2 and p.path.startswith(top.path + ".")]
        for number, part in enumerate(inside, start=1):
            part.marker = str(number)


def _insert(report: Report) -> None:
    """Add a heading of the writer's own before III.2 and let the numbers make room."""
    at = report.parts.index(report.part("III.2"))
    text = "Bếp ăn tập thể phục vụ hai bữa, rau quả mua ở chợ huyện, khẩu phần niêm yết ngoài cửa mỗi sáng."
    report.parts.insert(at, Part("III.x", "", "Bếp ăn của cơ quan", text, 2))
    _close_up(report)


def _merge(report: Report) -> None:
    report.part("II.1").title = "Ban hành văn bản chỉ đạo và tuyên truyền, phổ biến quy định"
    report.part("II.1").text += "\n" + report.part("II.2").text
    report.remove("II.2")


def _merge_and_shift(report: Report) -> None:
    report.part(
        "III.1"
    ).title = "Quản lý văn bản đi, văn bản đến; lập hồ sơ và nộp lưu hồ sơ vào Lưu trữ cơ quan"
    report.part("III.1").text += "\n" + report.part("III.2").text
    report.remove("III.2")
    _close_up(report)


def _rename(report: Report) -> None:
    report.part("III.3").title = "Số hóa và chỉnh lý tài liệu"


def _other_parent(report: Report) -> None:
    """Move II.2 between III.1 and III.3, where its number fits."""
    moved = report.part("II.2")
    report.remove("II.2", "III.2")
    report.parts.insert(report.parts.index(report.part("III.1")) + 1, moved)


def _places(report: Report, rule: str) -> list[str]:
    findings = by_rule(judged(make_campaign([report.code]), [report])).get(rule, [])
    places: list[str] = []
    for finding in findings:
        several = json.loads(finding.params).get("places")
        places += [p["outline_path"] for p in several] if several else [finding.outline_path]
    return sorted(places)


@pytest.mark.parametrize(
    ("change", "numbers", "names"),
    [
        (lambda r: None, [], []),
        (_rename, [], ["III.3"]),
        (_drop("II.1"), [], []),
        (_drop("III.1", "III.3"), [], []),
        (_drop("I"), [], []),
        (_insert, [], []),
        (_merge, [], ["II.2"]),
        (_merge_and_shift, [], ["III.2"]),
        (_other_parent, ["II.2"], []),
        (harmless.arabic, ["I", "II", "III", "IV", "V"], []),
        (lambda r: harmless.swap(r, "III"), ["III.1", "III.2"], []),
    ],
    ids=["same", "renamed", "dropped", "two dropped", "optional dropped", "own heading", "merged",
         "merged and closed up", "other parent", "arabic", "swapped"],
)  # fmt: skip
def test_other_numbers_and_names(change, numbers, names):
    report = good_report("cq0")
    change(report)
    assert _places(report, "misnumbered") == numbers
    assert _places(report, "renamed_section") == names


def test_a_sentence_never_says_that_an_item_stands_inside_itself():
    report = good_report("cq0")
    _merge(report)
    (finding,) = by_rule(judged(make_campaign(["cq0"]), [report]))["renamed_section"]
    assert finding.message == (
        "Nội dung mục «II.2. Tuyên truyền, phổ biến quy định» của đề cương được trình bày gộp trong mục "
        "«II.1. Ban hành văn bản chỉ đạo và tuyên truyền, phổ biến quy định»."
    )


@pytest.mark.parametrize(
    ("marker", "number", "kind", "place"),
    [
        ("II.", "II", "roman", 2), ("(2)", "2", "arabic", 2), ("đ)", "đ", "small", 5), ("D.", "D", "capital", 4),
        ("2.1.", "2.1", None, None), ("", "", None, None), ("XIV -", "XIV", "roman", 14), (" a/ ", "a", "small", 1),
    ],
)  # fmt: skip
def test_numbers_are_read_in_sql(marker, number, kind, place):
    con = store.connect()
    schema.create(con, comments=False)
    asked = f"SELECT so_muc('{marker}'), kieu_so(so_muc('{marker}')), thu_tu(so_muc('{marker}'))"
    assert con.execute(asked).fetchall() == [(number, kind, place)]
    con.close()

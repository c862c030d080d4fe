"""Whatever a reader hands over, matching gives valid pairs, the same every time, and no section vanishes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from synthetic import ALL, DAN_VAN, outline, parts, sections

from extract.model import Section
from transform.campaign import OutlineItem
from transform.matching import match_sections, outline_model

MODEL = outline_model(outline(DAN_VAN))
PATHS = {item.path for item in MODEL.items}
TITLES = [item.title for item in MODEL.items]

SECTION = st.builds(
    lambda marker, level, title, text: Section(
        marker=marker, level=level, path=[marker], title=title, text=text
    ),
    st.sampled_from(["I.", "II.", "1.", "2.", "a)", "-", ""]),
    st.integers(1, 5),
    st.sampled_from(TITLES) | st.sampled_from(["", "Kết quả", "Khác"]) | st.text(max_size=30),
    st.text(max_size=80),
)


@given(st.lists(SECTION, max_size=14))
def test_any_sections_give_valid_matches(given_sections: list[Section]) -> None:
    found = match_sections(MODEL, given_sections)
    assert all(match.outline_path in PATHS and 0 < match.score <= 1 for match in found)
    assert all(0 <= match.section < len(given_sections) for match in found)
    keys = [(match.section, match.outline_path) for match in found]
    assert len(keys) == len(set(keys)), "one row for a section and an item"
    primaries = [match.section for match in found if match.primary]
    assert len(primaries) == len(set(primaries)), "one item is shown beside a section"
    assert {match.section for match in found} == set(primaries)
    assert found == match_sections(outline_model(outline(DAN_VAN)), given_sections)


@pytest.mark.parametrize("name", ALL)
def test_every_section_of_a_good_report_is_placed(name: str) -> None:
    model, report = outline_model(outline(ALL[name])), sections(parts(ALL[name]))
    assert {match.section for match in match_sections(model, report)} == set(range(len(report)))


def test_the_officers_pair_is_kept_and_used_once() -> None:
    report = sections(parts(DAN_VAN))
    moved = next(i for i, s in enumerate(report) if s.path == ["A", "III", "2"])
    found = {m.section: m for m in match_sections(MODEL, report, {moved: "A.V.1"}) if m.primary}
    assert (found[moved].outline_path, found[moved].kind) == ("A.V.1", "override")
    assert "A.III.2" not in {match.outline_path for match in found.values()}


def test_the_same_heading_twice_is_the_same_item_twice() -> None:
    report = sections(parts(DAN_VAN))
    twice = next(i for i, s in enumerate(report) if s.path == ["A", "IV", "3"])
    report.insert(twice + 1, report[twice])
    found = [m for m in match_sections(MODEL, report) if m.outline_path == "A.IV.3"]
    assert [match.kind for match in found] == ["exact", "exact"]
    assert {match.outline_path for match in match_sections(MODEL, report)} == PATHS


def test_a_merged_title_answers_both_items() -> None:
    report = sections(parts(DAN_VAN))
    one = next(i for i, s in enumerate(report) if s.path == ["A", "III", "3"])
    report[one].title = "Tiếp công dân, đối thoại với Nhân dân và giải quyết đơn thư khiếu nại, tố cáo"
    report[one].text += "\n" + report[one + 1].text
    del report[one + 1]
    found = {m.outline_path: m.kind for m in match_sections(MODEL, report) if m.section == one}
    assert found == {"A.III.3": "merged", "A.III.4": "merged"}


RECORDS: Any = (
    ("II", "Văn thư", [
        ("1", "Quản lý văn bản đi, văn bản đến", [("a", "Văn bản điện tử", []), ("b", "Văn bản giấy", [])]),
    ]),
    ("III", "Lưu trữ", [
        ("1", "Chỉnh lý tài liệu tồn đọng", []),
        ("2", "Kho lưu trữ và trang thiết bị bảo quản tài liệu", []),
        ("3", "Số hóa tài liệu", []),
    ]),
    ("IV", "Phương hướng, nhiệm vụ giai đoạn 2026-2030", [
        ("1", "Nhiệm vụ trọng tâm", []), ("2", "Giải pháp thực hiện", []),
    ]),
)  # fmt: skip
"""An outline whose items share words with the items above them."""


def _items(nodes: Sequence[Any], parent: str | None = None, level: int = 1) -> Iterator[OutlineItem]:
    for marker, title, below in nodes:
        path = f"{parent}.{marker}" if parent else marker
        yield OutlineItem(
            path=path, seq=1, marker=marker, title=title, level=level, parent_path=parent,
            is_leaf=not below, required=True, min_words=20, expects=(),
        )  # fmt: skip
        yield from _items(below, path, level + 1)


def _report(*lines: tuple[int, str, str, str]) -> list[Section]:
    return [
        Section(marker=marker, level=level, path=[marker], title=title, text=text)
        for level, marker, title, text in lines
    ]


def _found(report: list[Section]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for match in match_sections(outline_model(list(_items(RECORDS))), report):
        if match.kind != "child":
            found.setdefault(match.outline_path, set()).add(report[match.section].title)
    return found


def test_a_retitled_part_is_not_taken_for_the_item_above_it() -> None:
    found = _found(
        _report(
            (1, "II", "Về văn thư", ""),
            (2, "1", "Tiếp nhận, xử lý, phát hành văn bản", ""),
            (3, "a", "Đối với văn bản điện tử", "Đã phát hành 812 văn bản trên trục liên thông."),
            (3, "b", "Đối với văn bản giấy", "Sổ đăng ký được đóng quyển theo năm."),
            (1, "IV", "Nhiệm vụ thời gian tới", ""),
            (2, "1", "Nhiệm vụ chủ yếu", "Hoàn thành việc bàn giao tài liệu."),
            (2, "2", "Các giải pháp", "Bố trí kinh phí ngay từ đầu năm."),
        )
    )
    assert found == {
        "II": {"Về văn thư"},
        "II.1": {"Tiếp nhận, xử lý, phát hành văn bản"},
        "II.1.a": {"Đối với văn bản điện tử"},
        "II.1.b": {"Đối với văn bản giấy"},
        "IV": {"Nhiệm vụ thời gian tới"},
        "IV.1": {"Nhiệm vụ chủ yếu"},
        "IV.2": {"Các giải pháp"},
    }


_THREE = "Chỉnh lý tài liệu tồn đọng, kho lưu trữ và số hóa tài liệu"


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("Chỉnh lý được 40 mét.\nKho lưu trữ rộng 60 m2.\nĐã số hóa tài liệu.", {"III.1", "III.2", "III.3"}),
        ("Chỉnh lý được 40 mét.\nĐã số hóa tài liệu.", {"III.1", "III.3"}),
    ],
)
def test_a_title_of_three_subjects_answers_those_its_text_speaks_of(text: str, paths: set[str]) -> None:
    found = _found(_report((1, "III", "Lưu trữ", ""), (2, "1", _THREE, text)))
    assert {path for path in found if path.startswith("III.")} == paths

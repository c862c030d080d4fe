# ruff: noqa: E501  (tables of sentences)
"""Which mentions are one document, whose word each field is, and what stays undecided."""

from __future__ import annotations

import json
from datetime import date
from itertools import count
from typing import Any

import pytest

from extract.citations import find
from transform.register import Agency, Register, build_register, carried_out, plan_gaps
from transform.register.bodies import acronym, level_of, make_bodies

AGENCIES = [
    Agency("SXD", "Sở Xây dựng", "so"),
    Agency("SYT", "Sở Y tế", "so"),
    Agency("VP", "Văn phòng UBND tỉnh", "so", ("Văn phòng Ủy ban nhân dân tỉnh",)),
    Agency("X01", "UBND xã Ia Hrú", "xa", ("Ủy ban nhân dân xã Ia Hrú",)),
    Agency("X02", "UBND phường An Khê", "phuong"),
]
Row = dict[str, Any]


def rows(submission: str, agency: str | None, text: str) -> list[Row]:
    """Citation rows of a report, as `transform.rows` writes them."""
    found = []
    for index, c in enumerate(find(text)):
        found.append(
            {
                "citation_id": f"{submission}-c{index}",
                "submission_id": submission,
                "agency_code": agency,
                "seq": index,
                "surface": c.surface,
                "type": c.type,
                "number": c.number,
                "symbol": c.symbol,
                "year": c.year,
                "date": date.fromisoformat(c.date) if c.date else None,
                "issuer": c.issuer,
                "subject": c.subject,
                "inherited": ",".join(c.inherited) or None,
                "nested_in": None if c.nested_in is None else f"{submission}-c{c.nested_in}",
            }
        )
    return found


def build(*reports: tuple[str | None, str], current: set[str] | None = None) -> tuple[Register, list[Row]]:
    numbers = count(1)
    all_rows = [row for agency, text in reports for row in rows(f"s{next(numbers)}", agency, text)]
    return build_register(all_rows, AGENCIES, "dot1", current), all_rows


def document(register: Register, citation_id: str) -> Row:
    wanted = register.links[citation_id]
    return next(row for row in register.documents if row["cited_document_id"] == wanted)


def test_central_documents_are_one_over_all_reports() -> None:
    register, _ = build(
        ("SXD", "Chỉ thị số 10/CT-TTg ngày 22/4/2019 của Thủ tướng Chính phủ về giảm phiền hà"),
        ("X01", "Chỉ thị số 10/CT-TTg ngày 22/4/2019"),
        ("X02", "Chỉ thị 10/CT-TTg"),
    )
    (only,) = register.documents
    assert (only["mentions"], only["agencies"], only["level"]) == (3, 3, "trung_uong")
    assert (only["issuer"], only["issuer_source"]) == ("Thủ tướng Chính phủ", "s1")
    assert (only["subject"], only["subject_source"], only["date_source"]) == ("giảm phiền hà", "s1", "s1")
    assert only["resolution"] == "resolved"
    assert only["conflicts"] is None


def test_every_commune_has_its_own_plan_of_a_number() -> None:
    text = "Kế hoạch số 12/KH-UBND ngày 15/01/2024 về công tác dân vận"
    register, _ = build(("X01", text), ("X02", text), ("X01", text))
    assert len(register.documents) == 2
    assert document(register, "s1-c0") == document(register, "s3-c0")
    assert {row["issuer_agency_code"] for row in register.documents} == {"X01", "X02"}
    assert {row["level"] for row in register.documents} == {"don_vi"}


def test_provincial_plan_apart_from_the_commune_s() -> None:
    register, _ = build(
        (
            "X01",
            "Kế hoạch số 12/KH-UBND ngày 15/01/2024 của UBND xã; Kế hoạch số 12/KH-UBND ngày 20/02/2024 của UBND tỉnh",
        ),
        ("SXD", "Kế hoạch số 12/KH-UBND ngày 20/02/2024 của Ủy ban nhân dân tỉnh"),
    )
    assert len(register.documents) == 2
    assert document(register, "s1-c1") == document(register, "s2-c0")
    assert document(register, "s1-c1")["level"] == "tinh"
    assert document(register, "s1-c1")["issuer_agency_code"] is None


def test_commune_without_issuer_on_the_province_s_day_is_undecided() -> None:
    register, _ = build(
        ("X01", "Kế hoạch số 12/KH-UBND ngày 20/02/2024"),
        ("SXD", "Kế hoạch số 12/KH-UBND ngày 20/02/2024 của UBND tỉnh"),
    )
    doubtful = document(register, "s1-c0")
    assert doubtful["resolution"] == "undecided"
    assert doubtful["candidates"] == register.links["s2-c0"]


def test_department_without_issuer_takes_the_only_provincial_one() -> None:
    register, _ = build(
        ("SXD", "Kế hoạch số 45/KH-UBND ngày 20/02/2024"),
        ("SYT", "Kế hoạch số 45/KH-UBND ngày 20/02/2024 của UBND tỉnh"),
    )
    assert register.links["s1-c0"] == register.links["s2-c0"]
    alone, _ = build(("SXD", "Kế hoạch số 45/KH-UBND ngày 20/02/2024"))
    assert alone.documents[0]["resolution"] == "undecided"


def test_neither_year_nor_body_leaves_a_candidate() -> None:
    register, _ = build(
        ("X01", "Kế hoạch số 55/KH-UBND ngày 12/3/2024 của UBND tỉnh về dân vận."),
        ("SXD", "Theo Kế hoạch số 55/KH-UBND."),
    )
    provincial, bare = document(register, "s1-c0"), document(register, "s2-c0")
    assert (bare["resolution"], bare["candidates"]) == ("undecided", provincial["cited_document_id"])
    assert bare["date"] is None


def test_own_report_decides_a_mention_without_a_year() -> None:
    register, _ = build(
        ("SXD", "Chỉ thị số 16/CT-TTg ngày 27/3/2020. Thực hiện Chỉ thị số 16/CT-TTg, Sở đã họp."),
        ("SYT", "Chỉ thị số 16/CT-TTg ngày 16/5/2018 của Thủ tướng."),
        ("X01", "Chỉ thị số 16/CT-TTg."),
    )
    assert register.links["s1-c1"] == register.links["s1-c0"]
    doubtful = document(register, "s3-c0")
    assert doubtful["resolution"] == "undecided"
    assert sorted(doubtful["candidates"].split(";")) == sorted(
        {register.links["s1-c0"], register.links["s2-c0"]}
    )


def test_year_never_printed_stays_undecided() -> None:
    register, _ = build(("SXD", "Quyết định số 217-QĐ/TW của Bộ Chính trị"))
    (only,) = register.documents
    assert (only["resolution"], only["candidates"], only["year"], only["date"]) == (
        "undecided",
        None,
        None,
        None,
    )


def test_two_days_of_one_year_are_a_conflict_with_both_sides() -> None:
    register, _ = build(
        ("SXD", "Kết luận số 75-KL/TU ngày 03/4/2018"),
        ("SYT", "Kết luận số 75-KL/TU ngày 03/4/2018"),
        ("X01", "Kết luận số 75-KL/TU ngày 13/4/2018"),
    )
    (only,) = register.documents
    assert only["date"] == date(2018, 4, 3)
    assert json.loads(only["conflicts"]) == [
        {"date": "2018-04-03", "submissions": ["s1", "s2"]},
        {"date": "2018-04-13", "submissions": ["s3"]},
    ]


def test_same_day_in_another_year_is_a_conflict_between_two_documents() -> None:
    register, _ = build(
        ("SXD", "Chỉ thị số 16/CT-TTg ngày 16/5/2018"), ("SYT", "Chỉ thị số 16/CT-TTg ngày 16/5/2016")
    )
    assert len(register.documents) == 2
    first = document(register, "s1-c0")
    sides = json.loads(first["conflicts"])
    assert [side["date"] for side in sides] == ["2018-05-16", "2016-05-16"]
    assert sides[1]["cited_document_id"] == register.links["s2-c0"]


def test_another_year_on_another_day_is_just_another_document() -> None:
    register, _ = build(
        ("SXD", "Chỉ thị số 16/CT-TTg ngày 16/5/2018"), ("SYT", "Chỉ thị số 16/CT-TTg ngày 31/3/2020")
    )
    assert [row["conflicts"] for row in register.documents] == [None, None]


def test_only_current_submissions_are_heard() -> None:
    reports = (("SXD", "Kết luận số 75-KL/TU ngày 13/4/2018"), ("SXD", "Kết luận số 75-KL/TU ngày 03/4/2018"))
    register, _ = build(*reports, current={"s2"})
    (only,) = register.documents
    assert (only["date"], only["mentions"], only["conflicts"]) == (date(2018, 4, 3), 1, None)
    assert set(register.links) == {"s1-c0", "s2-c0"}


def test_leading_zero_and_case_are_one_document() -> None:
    register, _ = build(
        ("SXD", "Chỉ thị số 05-CT/TU ngày 23/5/2021"), ("SYT", "CHỈ THỊ SỐ 5-CT/TU NGÀY 23/5/2021")
    )
    assert len(register.documents) == 1


def test_symbol_with_a_year_needs_no_date() -> None:
    register, _ = build(
        ("SXD", "Nghị định số 30/2020/NĐ-CP"), ("SYT", "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020")
    )
    (only,) = register.documents
    assert (only["year"], only["date"], only["resolution"]) == (2020, date(2020, 3, 5), "resolved")


def test_laws_by_name() -> None:
    register, _ = build(
        ("SXD", "Luật Thực hiện dân chủ ở cơ sở năm 2022"), ("SYT", "Luật Thực hiện dân chủ ở cơ sở")
    )
    (only,) = register.documents
    assert (only["type"], only["year"], only["level"]) == ("Luật", 2022, "trung_uong")


def test_own_documents_of_an_agency() -> None:
    register, _ = build(
        ("SXD", "Kế hoạch số 21/KH-SXD ngày 05/02/2021"),
        ("SYT", "Công văn số 100/SXD-VP ngày 01/3/2021 của Sở Xây dựng"),
        ("VP", "Kế hoạch số 7/KH-VPUBND ngày 05/02/2021"),
    )
    assert [document(register, f"s{n}-c0")["issuer_agency_code"] for n in (1, 2, 3)] == ["SXD", "SXD", "VP"]
    assert [document(register, f"s{n}-c0")["level"] for n in (1, 2, 3)] == ["don_vi"] * 3


def test_shared_value_counts_only_where_nobody_prints_it() -> None:
    register, _ = build(
        ("SXD", "Kế hoạch số 12/KH-STP ngày 1/2/2020, số 13/KH-STP ngày 2/2/2020 về hòa giải"),
        ("SYT", "Kế hoạch số 12/KH-STP ngày 1/2/2020 về trợ giúp pháp lý"),
    )
    assert document(register, "s1-c0")["subject"] == "trợ giúp pháp lý"


def test_order_of_reports_changes_nothing() -> None:
    reports = [
        rows(
            "s1",
            "SXD",
            "Chỉ thị số 16/CT-TTg ngày 16/5/2018; Kế hoạch số 5/KH-SXD ngày 1/2/2020. Kết luận 75",
        ),
        rows(
            "s2",
            "X01",
            "Chỉ thị số 16/CT-TTg; Kế hoạch số 12/KH-UBND ngày 1/2/2020; Kết luận số 75-KL/TU ngày 3/4/2018",
        ),
        rows("s3", "X02", "Chỉ thị số 16/CT-TTg ngày 31/3/2020; Kế hoạch số 12/KH-UBND ngày 1/2/2020"),
    ]
    forward = build_register([row for report in reports for row in report], AGENCIES, "dot1")
    backward = build_register([row for report in reversed(reports) for row in report], AGENCIES, "dot1")
    assert forward.documents == backward.documents
    assert forward.links == backward.links


def test_what_a_plan_carries_out() -> None:
    register, all_rows = build(
        (
            "SXD",
            "Chỉ thị số 16/CT-TTg ngày 16/5/2018; Kế hoạch số 21/KH-SXD ngày 5/2/2021 về thực hiện Chỉ thị số 16/CT-TTg",
        )
    )
    assert carried_out(all_rows, register.links) == [
        (register.links["s1-c1"], register.links["s1-c0"], "s1-c2")
    ]


def test_years_without_a_plan() -> None:
    register, _ = build(
        ("SXD", "Kế hoạch số 21/KH-SXD ngày 05/02/2021; Kế hoạch số 18/KH-SXD ngày 11/02/2023"),
        ("SYT", "Không."),
    )
    text = "Công tác được quan tâm. Hằng năm, Sở đều ban hành kế hoạch dân vận. Kết quả tốt."
    sections = [
        {"section_id": f"{code}-1", "submission_id": code, "agency_code": code, "text": text}
        for code in ("SXD", "SYT")
    ]
    (gap,) = plan_gaps(sections, register.documents, 2020, 2024)
    assert (gap.agency_code, gap.years, gap.missing) == ("SXD", (2021, 2023), (2020, 2022, 2024))
    assert text[gap.char_start : gap.char_end] == gap.quote == "Hằng năm, Sở đều ban hành kế hoạch dân vận."


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("Sở Nội vụ", "SNV"),
        ("Sở Nông nghiệp và Môi trường", "SNNMT"),
        ("Văn phòng UBND tỉnh", "VPUBND"),
        ("Văn phòng Ủy ban nhân dân tỉnh", "VPUBND"),
        ("Ban Quản lý Khu kinh tế tỉnh", "BQLKKT"),
        ("UBND xã Ia Hrú", ""),
    ],
)
def test_acronym(name: str, symbol: str) -> None:
    assert acronym(name) == symbol


@pytest.mark.parametrize(
    ("organ", "issuer", "level"),
    [
        ("TW", None, "trung_uong"),
        ("CP", None, "trung_uong"),
        ("BNV", None, "trung_uong"),
        ("VPCP", "Văn phòng Chính phủ", "trung_uong"),
        ("TU", None, "tinh"),
        ("SNV", None, "tinh"),
        ("UBND", "UBND tỉnh Gia Lai", "tinh"),
        ("UBND", "UBND huyện Chư Sê", "khac"),
        ("UBND", "UBND xã Ia Hrú", "don_vi"),
        ("UBND", None, "khac"),
    ],
)
def test_level(organ: str, issuer: str | None, level: str) -> None:
    assert level_of(organ, issuer) == level


def test_provincial_bodies_sign_with_t() -> None:
    bodies = make_bodies([Agency("CAT", "Công an tỉnh", "nganh"), Agency("TTR", "Thanh tra tỉnh", "so")])
    assert bodies.owner("CAT-PV01", None) == "CAT"
    assert bodies.owner("TTT", None) == "TTR"


def test_symbols_that_two_agencies_share_own_nothing() -> None:
    bodies = make_bodies([Agency("A", "Sở Tư pháp", "so"), Agency("B", "Sở Tài phú", "so")])
    assert bodies.owner("STP", None) is None
    assert bodies.owner("STP", "A") == "A"


def test_a_shared_date_is_no_side_of_a_conflict() -> None:
    register, _ = build(
        ("SXD", "Kết luận số 75-KL/TU, số 76-KL/TU ngày 13/4/2018"),
        ("SYT", "Kết luận số 75-KL/TU ngày 03/4/2018"),
    )
    document_ = document(register, "s2-c0")
    assert (document_["date"], document_["conflicts"]) == (date(2018, 4, 3), None)

"""The register of plans from the printed report to the warehouse: evidence stands at its place."""

from __future__ import annotations

import pytest
from test_queries import queries
from warehouse_factory import good_report, make_campaign, warehouse

from transform.campaign.model import Agency, Period

CLAIM = "Hằng năm, UBND xã đều ban hành kế hoạch công tác văn thư, lưu trữ."
PLANS = (
    "Đã ban hành Kế hoạch số 12/KH-UBND ngày 05/02/2021 của UBND xã về thực hiện Chỉ thị số 35/CT-TTg ngày "
    "07/9/2017 của Thủ tướng Chính phủ; Kế hoạch số 18/KH-UBND ngày 11/02/2023 của UBND xã về công tác văn "
    "thư năm 2023."
)
PERIOD = Period.model_validate({"from": "2021-01-01", "to": "2025-12-31"})


def report(code="cq0", claim=CLAIM, plans=PLANS, **changes):
    made = good_report(code)
    made.part("II.1").text = f"{plans}\n{claim}"
    for name, value in changes.items():
        setattr(made, name, value)
    return made


def gaps(*reports, **campaign):
    con = warehouse(make_campaign(**{"period": PERIOD, **campaign}), reports)
    return con, con.execute("SELECT agency_code, years_given, years_missing FROM plan_gap").fetchall()


def test_years_not_seen_are_remarked_with_the_sentence_at_its_place():
    con, found = gaps(report())
    assert found == [("cq0", "2021, 2023", "2022, 2024, 2025")]
    quote, printed, page, at, message = con.execute(
        """SELECT quote, substr(section.text, char_start + 1, char_end - char_start), gap.page, section.page,
            message
        FROM plan_gap AS gap JOIN section USING (section_id)"""
    ).fetchone()
    assert quote == printed == CLAIM
    assert page == at
    assert message == (
        "Báo cáo nêu hằng năm có kế hoạch; chưa thấy viện dẫn kế hoạch của các năm 2022, 2024, 2025."
    )


def test_the_sample_queries_answer():
    con, _ = gaps(report())
    asked = queries()
    names = ("hang_nam_chua_thay_ke_hoach", "ke_hoach_thuc_hien_van_ban_nao", "ke_hoach_cua_minh_va_noi_khac")
    answers = {name: con.execute(asked[name]).fetchall() for name in names}
    assert answers[names[0]][0][1] == CLAIM
    assert answers[names[1]][0][:3] == ("12/KH-UBND", "05/02/2021", "Để thực hiện")
    assert len(answers[names[2]]) == 2


def scanned(document):
    for section in document.sections:
        section.scan = True


@pytest.mark.parametrize(
    "silent",
    [
        report(claim="Công tác văn thư được quan tâm."),
        report(claim="UBND xã ban hành kế hoạch công tác văn thư, lưu trữ."),
        report(claim="Hằng năm, UBND tỉnh ban hành kế hoạch kiểm tra công tác văn thư."),
        report(plans="Đã ban hành Kế hoạch số 12/KH-UBND ngày 05/02/2021 của UBND xã về công tác văn thư."),
        report(plans="Đã quán triệt Chỉ thị số 35/CT-TTg ngày 07/9/2017 của Thủ tướng Chính phủ."),
        report(plans=PLANS.replace("văn thư năm 2023", "văn thư giai đoạn 2022-2025")),
        report(tweak=scanned),
    ],
    ids=[
        "no claim",
        "not yearly",
        "the province's",
        "one plan",
        "no plan",
        "a plan of several years",
        "scan",
    ],
)
def test_no_remark(silent):
    assert gaps(silent)[1] == []


def test_the_sentence_itself_says_which_years():
    claim = "Từ năm 2022 đến năm 2024, hằng năm UBND xã đều ban hành kế hoạch công tác văn thư, lưu trữ."
    assert gaps(report(claim=claim))[1] == [("cq0", "2021, 2023", "2022, 2024")]


@pytest.mark.parametrize(
    ("period", "missing"),
    [
        ({"from": "2020-07-14", "to": "2024-04-02"}, "2022"),
        ({"from": "2020-01-02", "to": "2024-11-30"}, "2020, 2022, 2024"),
        ({}, "2022"),
    ],
)
def test_only_years_of_which_the_period_holds_the_planning_months(period, missing):
    assert [row[2] for row in gaps(report(), period=Period.model_validate(period))[1]] == [missing]


def test_only_the_report_in_use_counts():
    old = report(file_name="cq0/cu.docx", number="9/BC-UBND")
    new = report(claim="Công tác văn thư được quan tâm.", received=old.received.replace(day=25))
    assert gaps(old, new)[1] == []


def test_what_a_plan_carries_out_with_its_page():
    con, _ = gaps(report(), report("cq1"))
    rows = con.execute(
        "SELECT plan_number, plan_year, plan_agency_code, relation, number, agency_code, surface "
        "FROM plan_purpose"
    ).fetchall()
    assert {row[:5] for row in rows} == {
        ("12/KH-UBND", 2021, "cq0", "carries_out", "35/CT-TTg"),
        ("12/KH-UBND", 2021, "cq1", "carries_out", "35/CT-TTg"),
    }
    assert all(row[2] == row[5] and "35/CT-TTg" in row[6] for row in rows)


def test_plans_of_each_year_own_and_of_others():
    con, _ = gaps(report(plans=f"{PLANS} Kế hoạch số 77/KH-SNV ngày 03/3/2023 của Sở Nội vụ."))
    rows = con.execute(
        "SELECT year, own_plans, other_plans, own_numbers FROM plan_year WHERE year IN (2021, 2023)"
    ).fetchall()
    assert rows == [(2021, 1, 0, "12/KH-UBND"), (2023, 1, 1, "18/KH-UBND")]


def offices(**names):
    return tuple(Agency(code=code, name=name, kind="so") for code, name in names.items())


def owner(agencies, *reports, number="5/KH-TTPTQĐ"):
    con = warehouse(make_campaign(agencies=agencies), reports)
    return con.execute("SELECT issuer_agency_code FROM cited_document WHERE number = ?", [number]).fetchone()[
        0
    ]


OWN = "Đã ban hành Kế hoạch số 5/KH-TTPTQĐ ngày 05/02/2021 về công tác văn thư."


def test_a_letterhead_tells_which_symbol_an_agency_signs_with():
    agencies = offices(cq0="Đơn vị Quản lý quỹ đất", cq1="Cơ quan Thống kê")
    assert owner(agencies, report(plans=OWN, number="45/BC-TTPTQĐ")) == "cq0"
    assert owner(agencies, report(plans=OWN, number="45/BC-XYZ")) is None


def test_a_letterhead_with_another_agencys_symbol_is_a_slip():
    agencies = offices(cq0="Đơn vị Quản lý quỹ đất", cq1="Trung tâm Phát triển Quỹ đất")
    assert owner(agencies, report(plans=OWN, number="45/BC-TTPTQĐ")) == "cq1"

"""The register of plans in rows: gaps only where the report itself makes the claim; what plans are for."""

from __future__ import annotations

from datetime import date

import pytest

from transform.rows.plan_rows import claim, plan_years, relation, stated_span


@pytest.mark.parametrize(
    "sentence",
    [
        "Hằng năm, Sở đều ban hành kế hoạch dân vận.",
        "Hằng năm, UBND xã, Ủy ban nhân dân phường đều ban hành kế hoạch.",
        "Quán triệt chỉ đạo của cấp trên; không ngừng đổi mới; hằng năm Văn phòng ban hành các kế hoạch.",
        "Phường không chỉ tuyên truyền mà hằng năm còn ban hành kế hoạch kiểm tra.",
        "Hàng năm phường xây dựng Kế hoạch, chương trình công tác.",
        "Kế hoạch công tác được ban hành hằng năm, đúng thời gian.",
        "Đơn vị có kế hoạch hằng năm về kiểm tra.",
        "Thực hiện chỉ đạo của cấp trên, hằng năm xã lập kế hoạch cụ thể.",
    ],
)
def test_claims(sentence):
    assert claim(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hằng năm, 100% cán bộ tham gia chương trình tập huấn.",
        "Hằng năm thực hiện tốt kế hoạch được giao.",
        "Hằng năm, UBND tỉnh ban hành kế hoạch kiểm tra.",
        "Hằng năm, Sở tham mưu cho UBND tỉnh ban hành kế hoạch.",
        "Đề nghị Sở Nội vụ hằng năm xây dựng kế hoạch tập huấn.",
        "Một số đơn vị chưa ban hành kế hoạch hằng năm.",
        "Đã ban hành kế hoạch kiểm tra; công tác hằng năm được thực hiện tốt.",
        "Cần xây dựng kế hoạch hằng năm sát thực tế.",
        "Hằng năm, thành lập đoàn kiểm tra theo chương trình của cấp trên.",
        "Xây dựng đội ngũ theo kế hoạch hằng năm.",
    ],
)
def test_sentences_that_claim_nothing_of_the_agency(sentence):
    assert claim(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "span"),
    [
        ("Từ năm 2018 đến nay, hằng năm ban hành kế hoạch.", (2018, None)),
        ("Giai đoạn 2016-2020, hằng năm ban hành kế hoạch.", (2016, 2020)),
        ("Từ 2016 đến năm 2019 hằng năm có kế hoạch.", (2016, 2019)),
        ("Hằng năm ban hành kế hoạch (Kế hoạch số 5/KH-UBND ngày 03/02/2019).", (None, None)),
    ],
)
def test_years_a_clause_speaks_of(sentence, span):
    assert stated_span(sentence) == span


@pytest.mark.parametrize(
    ("subject", "years"),
    [
        (None, [2019]),
        ("công tác dân vận", [2019]),
        ("công tác dân vận năm 2020", [2019, 2020]),
        ("cải cách giai đoạn 2021-2023", [2019, 2021, 2022, 2023]),
        ("thực hiện Chỉ thị ngày 5/3/2011", [2019]),
        ("thực hiện Nghị quyết số 12/2010/NQ-HĐND", [2019]),
    ],
)
def test_years_a_plan_speaks_for(subject, years):
    assert plan_years({"year": 2019, "subject": subject, "date": date(2019, 1, 2)}) == years


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("về thực hiện Chỉ thị số 16/CT-TTg", "carries_out"),
        ("triển khai Chỉ thị số 16/CT-TTg", "carries_out"),
        ("sơ kết 05 năm thực hiện Chỉ thị số 16/CT-TTg", "reviews"),
        ("sửa đổi, bổ sung Chỉ thị số 16/CT-TTg", "amends"),
        ("theo Chỉ thị số 16/CT-TTg về việc tổ chức thực hiện", "names"),
        (None, "names"),
    ],
)
def test_how_a_plan_names_a_document(subject, expected):
    inner = {"surface": "Chỉ thị số 16/CT-TTg", "number": "16/CT-TTg"}
    assert relation(subject, inner) == expected

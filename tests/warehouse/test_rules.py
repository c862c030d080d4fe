# ruff: noqa: E501 - one sentence a line
"""Every fault that a rule names is found, alone and in its place; harmless changes cause nothing."""

from __future__ import annotations

import re
import unicodedata

import pytest
import warehouse_faults as faults
from warehouse_factory import by_rule, found, good_report, judged, make_campaign
from warehouse_faults import Mutant
from warehouse_harmless import harmless

from extract import errors
from transform.campaign.model import Defaults, OutlineNode
from transform.campaign.outline import flatten
from warehouse import rulebook

MUTANTS = [*faults.mutants(), *harmless()]
CHUNKS = [MUTANTS[start : start + 10] for start in range(0, len(MUTANTS), 10)]
CONTRACT = [
    "missing_section",
    "empty_section",
    "thin_section",
    "no_figures",
    "no_citations",
    "no_causes",
    "no_models",
    "no_addressee",
    "repeated_text",
    "copied_text",
    "misnumbered",
    "duplicate_section",
    "extra_section",
    "citation_incomplete",
    "citation_conflict",
    "citation_impossible_date",
    "type_code_mismatch",
    "letterhead_missing",
    "wrong_campaign",
    "late",
    "not_submitted",
    "unread_file",
    "secret_marking",
    "ocr_unverified",
    "signature_broken",
]


def test_every_rule_of_the_contract_is_there():
    assert set(CONTRACT) <= {rule.id for rule in rulebook.builtin()}


def test_every_rule_is_tried_by_some_mutant():
    tried = {rule for mutant in MUTANTS for rule, _ in mutant.expected}
    between = {"copied_text", "citation_conflict", "not_submitted"}
    assert set(CONTRACT) <= tried | between


@pytest.mark.parametrize("number", range(len(CHUNKS)))
def test_mutants(number):
    campaign = make_campaign()
    reports, chunk = [], CHUNKS[number]
    for index, mutant in enumerate(chunk):
        report = good_report(f"cq{index}")
        mutant.apply(report)
        reports.append(report)
    reports += [good_report(f"cq{index}") for index in range(len(chunk), 10)]
    judgement = judged(campaign, reports)
    assert [outcome.rule for outcome in judgement.outcomes if outcome.error] == []
    places = found(judgement)
    for index, mutant in enumerate(chunk):
        _compare(mutant, {(rule, path) for code, rule, path in places if code == f"cq{index}"})
    assert {code for code, _, _ in places} <= {f"cq{index}" for index in range(len(chunk))}


def _compare(mutant: Mutant, here: set[tuple[str, str | None]]) -> None:
    for rule, path in mutant.expected:
        hit = next(
            (place for place in sorted(here, key=str) if place[0] == rule and path in (None, place[1])), None
        )
        assert hit, f"{mutant.name}: không thấy {rule} {path} trong {here}"
        here = here - {hit}
    extra = {place for place in here if place[0] not in mutant.allowed}
    assert not extra, f"{mutant.name}: thừa {extra}"


def test_copied_text_is_said_on_both_sides_with_both_quotes():
    campaign = make_campaign()
    reports = [good_report(f"cq{index}") for index in range(10)]
    faults.copied(reports[2], reports[5], "IV.3")
    findings = by_rule(judged(campaign, reports))["copied_text"]
    assert {(finding.agency_code, finding.outline_path) for finding in findings} == {
        ("cq2", "IV.3"),
        ("cq5", "IV.3"),
    }
    for finding in findings:
        own, _, other = finding.evidence.partition("\n(đối chiếu: ")
        assert own[:60] in reports[2].part("IV.3").text
        assert other.split(") ", 1)[1][:60] in reports[2].part("IV.3").text


def test_conflicting_date_is_said_to_the_few_not_to_the_many():
    campaign = make_campaign()
    reports = [good_report(f"cq{index}") for index in range(10)]
    for report in reports[:4]:
        faults.conflicting(report, "07/9/2017")
    faults.conflicting(reports[4], "08/9/2017")
    findings = by_rule(judged(campaign, reports))["citation_conflict"]
    assert [finding.agency_code for finding in findings] == ["cq4"]
    assert "; 04 báo cáo khác ghi ngày 07/09/2017." in findings[0].message


def test_a_report_that_differs_from_itself_is_told_of_both_sides():
    campaign = make_campaign()
    reports = [good_report(f"cq{index}") for index in range(6)]
    for report in reports[:4]:
        faults.conflicting(report, "07/9/2017")
    faults.conflicting(reports[0], "08/9/2017")
    (finding,) = by_rule(judged(campaign, reports))["citation_conflict"]
    assert finding.agency_code == "cq0"
    assert (
        "ngày 08/09/2017; chỗ khác trong báo cáo này và 03 báo cáo khác ghi ngày 07/09/2017."
        in finding.message
    )


def test_equal_votes_are_said_to_both():
    campaign = make_campaign()
    reports = [good_report(f"cq{index}") for index in range(10)]
    faults.conflicting(reports[0], "07/9/2017")
    faults.conflicting(reports[1], "08/9/2017")
    findings = by_rule(judged(campaign, reports))["citation_conflict"]
    assert {finding.agency_code for finding in findings} == {"cq0", "cq1"}


def test_two_dates_in_one_report_are_one_finding():
    report = good_report("cq0")
    faults.conflicting(report, "07/9/2017")
    faults.conflicting(report, "08/9/2017")
    (finding,) = by_rule(judged(make_campaign(["cq0"]), [report]))["citation_conflict"]
    assert "07/09/2017" in finding.message
    assert "08/09/2017" in finding.message
    assert "chỗ khác trong báo cáo này" in finding.message


@pytest.mark.parametrize("rule", rulebook.builtin(), ids=lambda rule: rule.id)
def test_sentences_are_courteous_vietnamese(rule):
    for text in (rule.about, rule.message, rule.message_many, rule.advice, rule.unjudged, rule.example):
        assert text == unicodedata.normalize("NFC", text)
        assert not re.search(r"vi phạm|yếu kém|kém|sai sót|lỗi|phải nộp|yêu cầu cơ quan", text.lower()), text
    assert rule.message.endswith((".", "}"))
    assert rule.advice.endswith((".", "}"))
    assert rule.advice.startswith(("Đề nghị", "Nội dung", "{"))
    assert not re.search(r"[A-Za-z]*_[a-z]+", re.sub(r"\{\w+\}", "", rule.message)), "no code in a sentence"


@pytest.mark.parametrize("path", ["III.1", "II.1", "III.4", "IV.2", "V.2"])
def test_consequences_are_not_repeated(path):
    campaign = make_campaign(["cq0"])
    report = good_report("cq0")
    report.part(path).text = ""
    assert {(rule, where) for _, rule, where in found(judged(campaign, [report]))} == {
        ("empty_section", path)
    }


def test_missing_parent_is_said_once_and_its_items_not():
    report = good_report("cq0")
    report.remove("III")
    places = found(judged(make_campaign(["cq0"]), [report]))
    assert places == {("cq0", "missing_section", "III")}


def test_missing_items_of_a_present_parent_are_said_each():
    report = good_report("cq0")
    for path in ("II.1", "II.2"):
        report.remove(path)
    places = found(judged(make_campaign(["cq0"]), [report]))
    assert places == {("cq0", "missing_section", "II.1"), ("cq0", "missing_section", "II.2")}


def test_optional_item_may_be_absent():
    report = good_report("cq0")
    report.remove("I")
    assert found(judged(make_campaign(["cq0"]), [report])) == set()


def test_causes_under_their_own_heading_count():
    report = good_report("cq0")
    report.part("IV.2").text = faults.LIMITS_ONLY[0].format(**faults.words(0))
    at = report.parts.index(report.part("IV.2"))
    text = "Biên chế bị cắt giảm, kinh phí cấp nhỏ giọt và người làm hay chuyển việc nên việc dồn lại."
    report.parts.insert(at + 1, faults.Part("IV.2bis", "2a", "Nguyên nhân", text, 2))
    assert "no_causes" not in by_rule(judged(make_campaign(["cq0"]), [report]))


@pytest.mark.parametrize(
    ("text", "fails"),
    [
        (
            "Kho còn chật, hồ sơ nộp chậm. Nguyên nhân là do biên chế ít, kinh phí cấp muộn và máy móc đã cũ nhiều năm.",
            False,
        ),
        (
            "Kho còn chật do thiếu kinh phí sửa chữa; hồ sơ nộp chậm vì người làm hay chuyển việc giữa các phòng với nhau.",
            False,
        ),
        (
            "Kho còn chật, hồ sơ nộp chậm. Việc chỉnh lý do tổ văn thư thực hiện, mục lục chưa ghi đủ và còn thiếu nhiều trang.",
            True,
        ),
        (
            "Công tác này do cán bộ kiêm nhiệm phụ trách; hồ sơ chưa đủ, tài liệu mờ, phòng đọc hẹp và thiếu ánh sáng suốt ngày.",
            True,
        ),
    ],
)
def test_causes(text, fails):
    report = good_report("cq0")
    report.part("IV.2").text = text + " Người tra cứu phải chờ lâu, sổ mượn trả ghi chưa đầy đủ ở mấy phòng."
    assert ("no_causes" in by_rule(judged(make_campaign(["cq0"]), [report]))) is fails


@pytest.mark.parametrize(
    ("text", "fails"),
    [
        (
            "Đề nghị Sở Nội vụ cấp thêm máy quét; kiến nghị Bộ Nội vụ ban hành giá chỉnh lý mới cho phù hợp tình hình hiện nay.",
            False,
        ),
        (
            "Đối với Ủy ban nhân dân tỉnh: bố trí kinh phí làm kho. Đối với cấp trên: quan tâm đào tạo người làm lưu trữ.",
            False,
        ),
        (
            "- Trung ương: sớm sửa quy định về hủy tài liệu hết giá trị.\n- UBND tỉnh: bố trí kinh phí làm kho lưu trữ dùng chung.",
            False,
        ),
        (
            "Đề nghị cấp có thẩm quyền quan tâm bố trí kinh phí làm kho, cấp máy quét và mở lớp học ngắn ngày cho người làm lưu trữ.",
            True,
        ),
        (
            "Cần có kinh phí làm kho, cấp máy quét và mở lớp học ngắn ngày cho người làm công tác lưu trữ trong những năm tới đây.",
            True,
        ),
    ],
)
def test_addressees(text, fails):
    report = good_report("cq0")
    report.part("V.2").text = text + " Những việc này đã bàn nhiều lần mà chưa có nguồn để làm."
    assert ("no_addressee" in by_rule(judged(make_campaign(["cq0"]), [report]))) is fails


@pytest.mark.parametrize(
    ("text", "fails"),
    [
        (
            "Đã có mô hình “Kho mở cuối tuần” được người dân đón nhận, nhiều nơi tới xem và học theo cách làm rất giản dị này.",
            False,
        ),
        (
            "Điển hình là ông Rơ Mah Thuin, người giữ kho suốt đời, đã chép tay cả một bộ sổ cũ để lại cho lớp trẻ về sau này.",
            False,
        ),
        (
            "Đã xây dựng được nhiều mô hình hay, cách làm sáng tạo, được cán bộ và nhân dân đồng tình, hưởng ứng, học tập làm theo.",
            True,
        ),
    ],
)
def test_models(text, fails):
    report = good_report("cq0")
    report.part("III.4").text = text + " Việc này sẽ còn được giữ lâu dài và mở ra chỗ khác."
    assert ("no_models" in by_rule(judged(make_campaign(["cq0"]), [report]))) is fails


def test_a_table_is_content():
    report = good_report("cq0")
    report.part("III.3").text = ""

    def tabulate(document):
        place = next(i for i, section in enumerate(document.sections) if section.path == ["III", "3"])
        rows = [["STT", "Nội dung", "Số lượng"]] + [
            [str(n), f"Phông tài liệu của phòng số {n} đã chỉnh lý", f"{n * 7}"] for n in range(1, 8)
        ]
        document.tables, document.table_places = [rows], [place]

    report.tweak = tabulate
    assert found(judged(make_campaign(["cq0"]), [report])) == set()


@pytest.mark.parametrize(
    ("title", "rules"), [("Đơn thư (nếu có)", set()), ("Giải quyết đơn thư", {"thin_section"})]
)
def test_nothing_to_report_is_an_answer_where_the_outline_says_if_any(title, rules):
    defaults = Defaults(min_words=30)
    node = OutlineNode.model_validate({"marker": "1", "title": title, "expects": ["figures"]})
    campaign = make_campaign(["cq0"], outline=flatten([node], defaults))
    report = good_report("cq0")
    report.parts = [faults.Part("1", "1", title, "Trong kỳ, cơ quan không phát sinh đơn thư nào.", 1)]
    assert {rule for _, rule, _ in found(judged(campaign, [report]))} == rules


def test_an_expectation_of_a_parent_is_not_said_beside_that_of_its_item():
    defaults = Defaults(min_words=5, expects=("figures",))
    node = OutlineNode.model_validate(
        {
            "marker": "I",
            "title": "Kết quả thực hiện",
            "items": [{"marker": "1", "title": "Chỉnh lý tài liệu"}],
        }
    )
    campaign = make_campaign(["cq0"], outline=flatten([node], defaults))
    report = good_report("cq0")
    text = faults.PLAIN[0].format(**faults.words(0))
    report.parts = [
        faults.Part("I", "I", "Kết quả thực hiện", "", 1),
        faults.Part("I.1", "1", "Chỉnh lý tài liệu", text, 2),
    ]
    assert found(judged(campaign, [report])) == {("cq0", "no_figures", "I.1")}


@pytest.mark.parametrize(
    ("text", "fails"),
    [
        (
            "Mười hai phòng đều có người trực, mỗi phòng một tủ; giấy tờ vào ra đều qua một cửa và được ghi tên cẩn thận.",
            False,
        ),
        (
            "Hai phần ba hồ sơ đã lên mạng, phần còn lại đang làm dở; giấy tờ vào ra đều qua một cửa và được ghi tên cẩn thận.",
            False,
        ),
        (
            "Suốt mười năm qua giấy tờ vào ra đều qua một cửa, được ghi tên cẩn thận, xếp khay rồi báo cho phòng giữ việc nhận.",
            True,
        ),
        (
            "Trong 10 năm qua giấy tờ vào ra đều qua một cửa, được ghi tên cẩn thận, xếp khay rồi báo cho phòng giữ việc nhận.",
            True,
        ),
    ],
)
def test_figures(text, fails):
    report = good_report("cq0")
    report.part("III.1").text = (
        text + " Ai mượn phải ký, ai trả phải gõ chuông; cuối buổi khay được dọn sạch sẽ."
    )
    assert ("no_figures" in by_rule(judged(make_campaign(["cq0"]), [report]))) is fails


def test_an_empty_heading_before_unplaced_sections_is_not_called_empty():
    report = good_report("cq0")
    report.part(
        "V.2"
    ).text = (
        "1. Với Trung ương\nSớm sửa đổi quy định về thời hạn bảo quản.\n2. Với tỉnh\nBố trí kinh phí xây kho."
    )
    assert "empty_section" not in by_rule(judged(make_campaign(["cq0"]), [report]))


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("Kho xây theo Quyết định số 902/QĐ-UBND ngày 31/02/2025 của tỉnh.", "Quyết định số 902/QĐ-UBND ngày 31/02/2025"),
        ("Kho xây theo Quyết định số 902/QĐ-UBND, ngày 30 tháng 02 năm 2025.", "Quyết định số 902/QĐ-UBND, ngày 30 tháng 02 năm 2025"),
        ("Kho xây theo Quyết định số 902/QĐ-UBND (31-4-2025).", "Quyết định số 902/QĐ-UBND (31-4-2025)"),
        ("Nộp theo Công văn số 415/SNV-VTLT ngày 5/11/2026 của Sở Nội vụ.", "Công văn số 415/SNV-VTLT ngày 5/11/2026"),
    ],
)  # fmt: skip
def test_a_doubtful_date_is_quoted_as_it_is_printed(line, printed):
    report = good_report("cq0")
    report.part("V.1").text += "\n" + line
    (finding,) = by_rule(judged(make_campaign(["cq0"]), [report]))["citation_impossible_date"]
    assert finding.evidence == printed
    assert f"«{printed}»" in finding.message


@pytest.mark.parametrize(
    ("error", "said", "never"),
    [
        (errors.NeedsTesseract(), "bản quét", "tesseract"),
        (errors.NeedsLibreOffice(), "định dạng cũ", "LibreOffice"),
        (errors.TimeLimitExceeded(), "chưa mở được nội dung", "quản trị"),
        (errors.ReaderCrashed("SyntaxError"), "chưa mở được nội dung", "SyntaxError"),
        (errors.EncryptedFile(), "có mật khẩu", "định dạng cũ"),
    ],
)
def test_an_agency_is_not_told_what_our_machine_lacks(error, said, never):
    report = good_report("cq0")
    report.error = error
    (finding,) = by_rule(judged(make_campaign(["cq0"]), [report]))["unread_file"]
    assert said in finding.message
    assert never not in finding.message + finding.advice
    assert "«bao-cao.docx»" in finding.message  # the agency's file, not our folder
    assert finding.advice.startswith("Đề nghị")

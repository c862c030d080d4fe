"""Addressees, names of models, kinds of points, phrases, length."""

from __future__ import annotations

import pytest
import statement_factory as factory

from transform.statements import StatementSettings, compose, settings_for
from transform.statements.corpus import Agency, Clause, Section
from transform.statements.naming import named_models
from transform.statements.proposals import addressee
from transform.statements.ranked import classify
from transform.statements.score import speaks_of_itself, specificity
from transform.statements.sentences import Span
from transform.statements.wording import amount, count, names


@pytest.mark.parametrize(
    ("text", "above", "expected"),
    [
        ("Đề nghị Chính phủ sớm sửa nghị định", "", "Trung ương"),
        ("Đề nghị Thanh tra Chính phủ hướng dẫn", "", "Bộ, ngành Trung ương"),
        ("Kiến nghị các Bộ, ngành Trung ương kết nối dữ liệu", "", "Bộ, ngành Trung ương"),
        ("Đề nghị Tỉnh ủy quan tâm", "", "Tỉnh ủy"),
        ("Kính đề nghị UBND tỉnh bố trí kinh phí", "", "UBND tỉnh"),
        ("Đề nghị Ủy ban nhân dân tỉnh xem xét", "", "UBND tỉnh"),
        ("Đề nghị Ủy ban MTTQ Việt Nam tỉnh hướng dẫn", "",
        "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội"),
        ("Đề nghị Sở Nội vụ mở lớp tập huấn", "", "Sở Nội vụ"),
        ("Xem xét tăng biên chế cho cấp xã", "Đối với UBND tỉnh:", "UBND tỉnh"),
        ("Đối với Trung ương: sửa đổi Luật", "", "Trung ương"),
        ("Đề nghị cấp có thẩm quyền quan tâm hơn nữa", "", "Chưa nêu rõ nơi nhận"),
        ("Đề nghị bố trí đủ người tại trung tâm hành chính công theo đề án đã được UBND tỉnh duyệt", "",
         "Chưa nêu rõ nơi nhận"),
    ],
)  # fmt: skip
def test_addressee(text, above, expected):
    assert addressee(text, above) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Duy trì mô hình “Cà phê sáng” và “Tổ tự quản” tại thôn.", ["Cà phê sáng", "Tổ tự quản"]),
        ("Các mô hình được đánh giá hằng năm.", []),
        ("Triển khai mô hình Camera an ninh tại 5 thôn.", ["Camera an ninh"]),
        ("Phong cách “trọng dân, gần dân” được học tập.", []),
        ("Câu lạc bộ “Pháp luật với phụ nữ” có 30 hội viên.", ["Pháp luật với phụ nữ"]),
    ],
)
def test_named_models(text, expected):
    assert named_models(text) == expected


def point(text: str, above: str = "") -> Clause:
    agency = Agency("a", "A", "xa", "", True, 0)
    return Clause(Section("s", "b", agency, 1, "", text, None, (), above, False), Span(0, len(text)), above)


@pytest.mark.parametrize(
    ("text", "above", "expected"),
    [
        ("Đội ngũ còn thiếu, chưa đồng đều", "", ("limit", "")),
        ("Nguyên nhân khách quan: địa bàn rộng", "", ("cause", "khách quan")),
        ("Về chủ quan, chưa kiểm tra thường xuyên", "", ("cause", "chủ quan")),
        ("Địa bàn rộng, giao thông cách trở", "Nguyên nhân khách quan:", ("cause", "khách quan")),
        ("Kinh phí cấp muộn", "b) Nguyên nhân", ("cause", "chưa phân loại")),
        ("Dân cư phân tán", "Hạn chế, khó khăn và nguyên nhân", ("limit", "")),
        ("Mọi việc đều hoàn thành tốt đẹp", "", None),
    ],
)
def test_classify(text, above, expected):
    assert classify(point(text, above)) == expected


def test_the_specific_outweighs_praise():
    facts = "Năm 2025 xã mở 12 lớp xóa mù chữ cho 240 người ở làng Kon Thử."
    praise = "Công tác luôn được quan tâm, góp phần nâng cao nhận thức, tạo chuyển biến tích cực rõ rệt."
    assert specificity(facts) > 2 > 0 > specificity(praise)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Trên địa bàn xã còn 3 thôn khó khăn", True),
        ("Bộ máy của Sở được kiện toàn", True),
        ("Dân chủ ở cơ sở được mở rộng", False),
        ("Trách nhiệm của cơ quan nhà nước được nâng lên", False),
    ],
)
def test_speaks_of_itself(text, own):
    assert speaks_of_itself(text) is own


def test_numbers_are_printed_as_letters_print_them():
    assert (count(5), count(12), count(3500)) == ("05", "12", "3.500")
    assert (amount(1900), amount(98.5), amount(7)) == ("1.900", "98,5", "07")


def test_names_never_hide_one_agency_behind_a_number():
    agencies = [Agency(str(rank), f"Đơn vị {rank}", "xa", "", True, rank) for rank in range(7)]
    assert names(agencies[:5], 4).endswith("Đơn vị 3 và Đơn vị 4")
    assert names(agencies, 4).endswith("Đơn vị 3 và 03 cơ quan, đơn vị khác")


def test_a_shorter_report_keeps_every_statement(frames):
    full = compose(factory.Campaign(), frames)["statement"]
    short = compose(factory.Campaign(), frames, StatementSettings(max_pages=4))["statement"]
    assert short["statement_id"].to_list() == full["statement_id"].to_list()
    assert 0 < short["in_report"].sum() < full["in_report"].sum()
    rulings = short.filter(short["kind"] == "ruling")
    assert rulings["in_report"].all()


def test_settings_follow_the_campaign():
    class Options:
        pages, length, examples = 25, "short", 4

    made = settings_for(Options())
    assert (made.max_pages, made.examples, made.themes) == (25, 4, 2)
    assert settings_for(None) == StatementSettings()

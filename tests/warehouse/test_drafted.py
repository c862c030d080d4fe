"""What the draft says of reports that went the whole way: read, matched, judged, composed."""

from __future__ import annotations

import polars as pl
import pytest
from warehouse_factory import drafted, good_report, make_campaign, warehouse, with_supplement
from warehouse_faults import EmptyFile

from transform.statements import changes, compose
from transform.statements.arrange import READS

CAMPAIGN = make_campaign(["cq0"])


def test_a_supplement_is_quoted_for_what_only_it_tells():
    report = with_supplement(good_report("cq0").part("IV.2").text)
    report.also[0].parts.insert(1, good_report("cq0").part("IV.1"))
    report.also[0].part("IV.1").text = "Câu này báo cáo chính đã nói khác."
    made = drafted(CAMPAIGN, [report])
    quotes = made["statement_source"].join(made["section"], on="section_id")
    assert quotes.filter(pl.col("outline_path") == "IV.2").height
    assert not any("đã nói khác" in quote for quote in quotes["quote"])


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Kho còn chật. Nguyên nhân khách quan là kinh phí cấp theo từng đợt; nguyên nhân chủ quan là các "
            "phòng chưa cử người theo dõi hồ sơ.",
            {"kinh phí cấp": "khách quan", "chưa cử người": "chủ quan"},
        ),
        (
            "Kho còn chật. Nguyên nhân khách quan là kinh phí cấp theo từng đợt; trụ sở đang chờ sửa chữa "
            "theo dự án chung.",
            {"kinh phí cấp": "khách quan", "trụ sở đang chờ": "khách quan"},
        ),
    ],
)
def test_a_cause_keeps_the_side_it_names(text, sides):
    report = good_report("cq0")
    report.part("IV.2").text = text
    causes = drafted(CAMPAIGN, [report])["statement"].filter(pl.col("kind") == "cause")
    found = dict(causes.select("text", "group_key").rows())
    assert {words: side for words in sides for told, side in found.items() if words in told} == sides


def statements(*texts: tuple[str, str], path: str, kind: str = "") -> list[str]:
    """Sentences under `path` that stand in the report, when agencies write `texts` there (code, text)."""
    reports = []
    for code, text in texts:
        report = good_report(code)
        report.part(path).text = text
        reports.append(report)
    made = drafted(make_campaign([code for code, _ in texts]), reports)["statement"]
    wanted = made.filter((pl.col("outline_path") == path) & pl.col("in_report"))
    return [text for text, found in wanted.select("text", "kind").rows() if kind in ("", found)]


CHANGED = "Tỷ lệ văn bản phải trả lại để chỉnh sửa giảm từ {}% năm 2021 xuống {}% năm 2025, nhất là công văn."


def test_a_fall_over_many_is_not_said_as_a_rise():
    texts = [(f"cq{place}", CHANGED.format(*both)) for place, both in enumerate(((9, 4), (13, 1), (11, 2)))]
    made = statements(*texts, path="III.1")
    told = next(text for text in made if "Tỷ lệ" in text)
    assert "giảm từ … năm 2021 xuống … năm 2025" in told


def test_sums_say_what_was_done():
    text = "Giai đoạn 2021-2025 đã lập {} hồ sơ, giao nộp vào Lưu trữ cơ quan {} hồ sơ."
    total = "Giai đoạn 2021-2025, tổng số hồ sơ đã lập là {} hồ sơ."
    texts = (("cq0", text.format(100, 40)), ("cq1", text.format(200, 50)), ("cq2", total.format(300)))
    made = statements(*texts, path="III.2", kind="figure")
    start = "Theo số liệu giai đoạn 2021-2025 của {}/03 cơ quan, đơn vị có nêu, tổng cộng {} hồ sơ."
    assert made == [start.format("03", "lập 600"), start.format("02", "giao nộp vào Lưu trữ cơ quan 90")]


def test_a_quote_does_not_open_with_what_leans_on_the_sentence_before():
    lean = "Tuy nhiên, vẫn còn 12 văn bản sai căn cứ pháp lý phải thu hồi, tập trung ở tháng 7 năm 2025."
    made = statements(("cq0", f"Thể thức được rà soát hai lớp. {lean}"), path="II.2", kind="example")
    assert any("“…vẫn còn 12 văn bản sai căn cứ" in text for text in made)
    assert not any("Tuy nhiên" in text for text in made)


def test_nothing_to_propose_is_no_proposal():
    made = statements(
        ("cq0", "Không có kiến nghị."), ("cq1", good_report("cq1").part("V.2").text), path="V.2"
    )
    assert not any("“Không có kiến nghị" in text for text in made)
    assert any("nêu không phát sinh hoặc không thuộc chức năng" in text for text in made)


def test_an_agency_that_sent_something_else_is_named_so_that_counts_add_up():
    other = good_report("cq1")
    other.subject = "Kết quả phòng, chống thiên tai và tìm kiếm cứu nạn năm 2025"
    other.preamble, other.parts = "Ủy ban nhân dân xã báo cáo như sau:", other.parts[:1]
    campaign = make_campaign(["cq0", "cq1", "cq2"])
    made = drafted(campaign, [good_report("cq0"), other])["statement"].filter(pl.col("outline_path") == "")
    told = made["text"].to_list()
    name = {agency.code: agency.name for agency in campaign.agencies}
    assert any("báo cáo của 01/03" in text for text in told)
    silent = f"Chưa nhận được báo cáo của 02/03 cơ quan, đơn vị: {name['cq1']} và {name['cq2']}."
    assert silent in told
    assert f"Có 01 tệp không thuộc đợt báo cáo này (của {name['cq1']}; Phụ lục 9)." in told


def test_an_agency_whose_file_could_not_be_read_is_counted_apart():
    broken = good_report("cq1")
    broken.error = EmptyFile()
    made = drafted(make_campaign(["cq0", "cq1"]), [good_report("cq0"), broken])["statement"]
    told = made.filter(pl.col("outline_path") == "")["text"].to_list()
    name = make_campaign(["cq1"]).agencies[0].name
    assert f"Có 01/02 cơ quan, đơn vị đã gửi tệp nhưng chưa đọc được báo cáo: {name}." in told
    assert not any("Chưa nhận được" in text for text in told)


def test_an_item_not_required_is_held_against_nobody():
    short = good_report("cq1")
    short.remove("I")
    made = drafted(make_campaign(["cq0", "cq1"]), [good_report("cq0"), short])["statement"]
    ruling = made.filter((pl.col("outline_path") == "I") & (pl.col("kind") == "ruling"))["text"].to_list()
    assert ruling == ["Có 01/02 cơ quan, đơn vị báo cáo nội dung này (đề cương không bắt buộc)."]


def test_clauses_of_a_merged_section_stand_under_the_item_they_speak_of():
    report = good_report("cq0")
    report.part("III.2").title = "Lập hồ sơ, nộp lưu và chỉnh lý, số hóa tài liệu"
    report.part("III.2").text = (
        "Việc lập hồ sơ do 14 bộ phận tự làm, mỗi bộ phận cử một người.\n"
        "Bìa hồ sơ in sẵn mã vạch và ghi đủ 05 yếu tố theo mẫu chung.\n"
        "Đã chỉnh lý 40 mét giá tài liệu và số hóa 9.000 trang trong năm 2025.\n"
        "Máy quét đặt tại tầng hai, chạy liên tục 08 giờ mỗi ngày."
    )
    report.remove("III.3")
    made = drafted(make_campaign(["cq0"]), [report])["statement"].filter(pl.col("kind") == "example")
    under = {
        path: made.filter(pl.col("outline_path") == path)["text"].to_list() for path in ("III.2", "III.3")
    }
    assert not any("chỉnh lý 40 mét" in text or "Máy quét" in text for text in under["III.2"])
    assert not any("mã vạch" in text or "lập hồ sơ do" in text for text in under["III.3"])
    assert all(under.values())


def test_an_estimate_keeps_its_word():
    text = "Đã số hóa {} trang tài liệu đất đai và sao lưu tại hai nơi cách nhau 20 km."
    texts = [text.format(n) for n in ("trên 604.000", "trên 50.000", "90.000", "70.000")]
    made = statements(*((f"cq{place}", text) for place, text in enumerate(texts)), path="III.3")
    told = [text for text in made if "số hóa" in text and "sao lưu" in text]
    assert any("từ 70.000 đến 90.000 trang" in text and "02/04" in text for text in told)
    assert not any("604.000" in text and "02/04" in text for text in told)


def test_what_one_calls_its_ward_is_no_commune():
    text = (
        "Sau khi sắp xếp, {} đã tiếp nhận tài liệu của 02 đơn vị hành chính cấp xã cũ, có biên bản bàn giao."
    )
    texts = [("cq0", text.format("phường")), ("cq1", text.format("xã")), ("cq2", text.format("đặc khu"))]
    made = statements(*texts, path="III.1")
    told = [text for text in made if "tiếp nhận tài liệu" in text and "03/03" in text]
    assert told
    assert all("đơn vị đã tiếp nhận" in text for text in told)


def test_what_was_not_done_or_only_planned_is_in_no_sum():
    texts = (
        "Năm 2025 tiếp nhận 700 văn bản đến và chuyển ngay trong ngày cho các bộ phận xử lý.",
        "Năm 2025 tiếp nhận 500 văn bản đến, nhiều nhất là tháng 12 khi quyết toán ngân sách.",
        "Năm 2025 không tiếp nhận 30 văn bản đến do gửi nhầm địa chỉ của đơn vị đã giải thể.",
        "Dự kiến năm 2025 tiếp nhận 900 văn bản đến nếu hệ thống mới được vận hành đúng hạn.",
    )
    made = statements(
        *((f"cq{place}", text) for place, text in enumerate(texts)), path="III.1", kind="figure"
    )
    total = "Theo số liệu năm 2025 của 02/04 cơ quan, đơn vị có nêu, tổng cộng tiếp nhận 1.200 văn bản"
    assert [text.startswith(total) for text in made] == [True]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("Không có văn bản nào ban hành chậm trong cả giai đoạn. Kho lưu trữ còn chật hẹp.", 1),
        ("Không có kho riêng nên tài liệu tồn đọng nhiều năm. Kho lưu trữ còn chật hẹp.", 2),
    ],
)
def test_a_fault_denied_is_no_limit(text, limits):
    assert len(statements(("cq0", text), path="IV.2", kind="limit")) == limits


def test_wanting_nothing_is_no_proposal():
    assert statements(("cq0", "Xã không đề nghị gì thêm."), path="V.2", kind="proposal") == []


@pytest.mark.parametrize(
    "other",
    [
        "Bình quân mỗi tháng năm 2025 tiếp nhận 90 văn bản đến.",
        "Năm 2025 tiếp nhận 90 văn bản đến mỗi ngày.",
        "Năm 2025 tiếp nhận 90 văn bản đến/tháng.",
    ],
)
def test_a_rate_is_in_no_sum(other):
    texts = ["Năm 2025 tiếp nhận 700 văn bản đến.", "Năm 2025 tiếp nhận 500 văn bản đến.", other]
    made = statements(
        *((f"cq{place}", text) for place, text in enumerate(texts)), path="III.1", kind="figure"
    )
    assert len(made) == 1
    assert "của 02/03" in made[0]
    assert "1.200 văn bản" in made[0]


@pytest.mark.parametrize(
    "other",
    [
        "Mô hình “Tủ hồ sơ mở” chưa triển khai được do thiếu kinh phí trong cả giai đoạn.",
        "Đã đi học tập mô hình “Tủ hồ sơ mở” của thành phố và báo cáo lại lãnh đạo.",
        "Xã dự kiến xây dựng mô hình “Tủ hồ sơ mở” trong năm sau tại hai phòng.",
    ],
)
def test_a_model_not_run_is_counted_for_nobody(other):
    runs = "Mô hình “Tủ hồ sơ mở” giúp giảm 50% thời gian tìm hồ sơ tại bộ phận một cửa."
    made = statements(("cq0", runs), ("cq1", runs), ("cq2", other), path="III.4", kind="model")
    assert any("có ở 02 cơ quan, đơn vị" in text for text in made)
    assert not any("có ở 03" in text for text in made)


def test_all_is_not_said_for_those_who_say_some():
    texts = [f"{who} công chức được tập huấn về lập hồ sơ điện tử." for who in ("Mọi", "Một số", "Hầu hết")]
    made = statements(*((f"cq{place}", text) for place, text in enumerate(texts)), path="II.2")
    shared = [text for text in made if "03/03" in text and "tập huấn" in text]
    assert shared
    assert all(text.startswith("Một số công chức") for text in shared)


def test_who_denies_a_phrase_does_not_report_it():
    yes = "Tập thể phòng được tặng Bằng khen của Thủ tướng Chính phủ năm {}."
    texts = [yes.format(2023), yes.format(2024), "Đơn vị không được tặng Bằng khen của Thủ tướng Chính phủ."]
    made = statements(*((f"cq{place}", text) for place, text in enumerate(texts)), path="IV.1")
    assert not any("Bằng khen" in text and "03/03" in text for text in made)


def test_only_is_not_said_for_those_who_do_not_say_it():
    texts = [
        "Tỷ lệ hồ sơ nộp lưu đạt 90%.",
        "Tỷ lệ hồ sơ nộp lưu đạt 60%.",
        "Tỷ lệ hồ sơ nộp lưu chỉ đạt 15%.",
    ]
    made = statements(*((f"cq{place}", text) for place, text in enumerate(texts)), path="III.2")
    assert not any("chỉ đạt từ" in text for text in made)
    assert any("đạt từ 60% đến 90% (02/03" in text for text in made)


def test_a_supplement_that_comes_later_is_a_change_of_its_agency():
    report = with_supplement(good_report("cq0").part("IV.2").text)
    alone = report.copy()
    alone.also = []
    before, after = (_frames(one) for one in (alone, report))
    told = changes(before, after).filter(pl.col("kind") == "report_replaced")
    assert told["agency_code"].to_list() == ["cq0"]
    assert "báo cáo bổ sung" in told["message"][0]


def _frames(report):
    con = warehouse(CAMPAIGN, [report])
    read = {name: con.execute(f"SELECT * FROM {name}").pl() for name in READS}
    return read | compose(CAMPAIGN, read)

"""What the draft says of reports that went the whole way: read, matched, judged, composed."""

from __future__ import annotations

import polars as pl
import pytest
from warehouse_factory import drafted, good_report, make_campaign, with_supplement

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

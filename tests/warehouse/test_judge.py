# ruff: noqa: E501 - one sentence a line
"""Judging as a whole: time, versions, order, ids, rules of the campaign, speed of the start."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
import warehouse_faults as faults
from warehouse_factory import (
    AS_OF,
    DEADLINE,
    by_rule,
    found,
    good_report,
    judged,
    make_campaign,
    warehouse,
    with_supplement,
)

from transform.campaign.model import Override
from warehouse import judge as judge_module
from warehouse import rulebook, sandbox, schema, store
from warehouse.judge import frame, is_blocking, judge
from warehouse.tables import BY_NAME

RULE = """-- id: {id}
-- version: 1
-- suite: content
-- severity: warning
-- owner: officer
-- about: Báo cáo đủ dài
-- message: Báo cáo có {{n_words}} tiếng.
-- advice: Đề nghị xem lại.
-- unjudged: Không có.
-- example: Báo cáo một trang.
{sql}
"""
GOOD = """SELECT campaign_id, agency_code, submission_id, NULL AS outline_path, NULL AS section_id,
  CASE WHEN sum(words) > 100000 THEN 'pass' ELSE 'fail' END AS verdict, NULL AS evidence, NULL AS page,
  {'n_words': sum(words)} AS params
FROM section JOIN current_submission USING (campaign_id, agency_code, submission_id) GROUP BY ALL"""


def test_nothing_is_missing_before_the_deadline():
    campaign = make_campaign(["cq0", "cq1"])
    con = warehouse(campaign, [good_report("cq0")])
    early = judge(con, campaign.id, DEADLINE - timedelta(days=1))
    outcome = next(o for o in early.outcomes if o.rule == "not_submitted")
    assert found(early) == set()
    assert (outcome.failed, outcome.unjudged, outcome.unjudged_reason) == (0, 1, "Chưa đến hạn nộp.")
    assert found(judge(con, campaign.id, AS_OF)) == {("cq1", "not_submitted", None)}


def test_a_second_version_after_the_deadline_makes_nobody_late():
    first, second = good_report("cq0"), good_report("cq0")
    second.file_name, second.received = "cq0/ban-2.docx", DEADLINE + timedelta(days=3)
    second.parts[1].text = "Bản bổ sung."
    first.also = [second]
    assert "late" not in by_rule(judged(make_campaign(["cq0"]), [first]))


def test_what_a_supplement_tells_is_not_missing():
    told = good_report("cq0").part("IV.2").text
    campaign = make_campaign(["cq0"])
    con = warehouse(campaign, [with_supplement(told)])
    assert found(judge(con, campaign.id, AS_OF)) == {("cq0", "missing_section", "V")}
    rows = con.execute(
        "SELECT c.outline_path, c.status, c.reason, s.file_name FROM coverage AS c "
        "JOIN section USING (section_id) JOIN submission AS s ON s.submission_id = section.submission_id "
        "WHERE c.outline_path IN ('IV.1', 'IV.2') ORDER BY 1"
    ).fetchall()
    assert rows == [
        ("IV.1", "present", None, "cq0/bao-cao.docx"),
        ("IV.2", "present", "supplement", "cq0/bo-sung.docx"),
    ]


@pytest.mark.parametrize(
    "text", ["Không phát sinh.", "Không.", "Nội dung này không thuộc chức năng, nhiệm vụ của cơ quan."]
)
def test_nothing_to_report_is_noted_not_asked_again(text):
    report = good_report("cq0")
    report.part("III.3").text = text
    findings = judged(make_campaign(["cq0"]), [report]).findings
    told = [(f.rule, f.severity, f.outline_path) for f in findings]
    assert told == [("thin_section", "info", "III.3")]
    assert "báo cáo ghi không có nội dung" in findings[0].message
    assert "sơ lược" not in findings[0].message


def test_a_short_answer_that_tells_something_is_not_called_nothing():
    report = good_report("cq0")
    report.part("III.1").text = "Không phát sinh vướng mắc, các phòng vẫn tiếp nhận 300 văn bản."
    told = [(f.rule, f.severity) for f in judged(make_campaign(["cq0"]), [report]).findings]
    assert told == [("thin_section", "warning")]


def test_a_stray_file_beside_a_report_holds_nothing_up():
    first, second = good_report("cq0"), good_report("cq0")
    second.subject = "Kết quả phòng, chống thiên tai và tìm kiếm cứu nạn năm 2025"
    second.preamble, second.parts = "Ủy ban nhân dân xã báo cáo như sau:", second.parts[:1]
    second.file_name = "cq0/khac.docx"
    first.also = [second]
    findings = judged(make_campaign(["cq0"]), [first]).findings
    assert [(f.rule, f.severity) for f in findings] == [("wrong_campaign", "info")]


def test_unread_file_is_the_cause_not_the_silence():
    report = good_report("cq0")
    report.error = faults.EmptyFile()
    assert {rule for _, rule, _ in found(judged(make_campaign(["cq0"]), [report]))} == {"unread_file"}


def test_officers_word_that_an_item_is_there():
    report = good_report("cq0")
    report.remove("III.2")
    override = Override(kind="not_missing", agency="cq0", outline_path="III.2")
    campaign = make_campaign(["cq0"], overrides=(override,))
    con = warehouse(campaign, [report])
    assert found(judge(con, campaign.id, AS_OF)) == set()
    row = con.execute(
        "SELECT status, match_kind, reason FROM coverage WHERE outline_path = 'III.2'"
    ).fetchone()
    assert row == ("present", "override", "officer")


def test_order_and_numbers_within_an_agency():
    report = good_report("cq0")
    report.remove("IV.3")
    report.part("III.1").text = faults.VAGUE[0]
    report.signer = None
    judgement = judged(make_campaign(["cq0"]), [report])
    assert [finding.rule for finding in judgement.findings] == [
        "missing_section",
        "thin_section",
        "letterhead_missing",
    ]
    assert [finding.seq for finding in judgement.findings] == [1, 2, 3]
    assert [is_blocking(finding) for finding in judgement.findings] == [True, False, False]


def test_ids_stay_from_run_to_run_and_from_version_to_version():
    first, second = good_report("cq0"), good_report("cq0")
    for report in (first, second):
        report.remove("IV.3")
    second.part("II.2").text += " Thêm một câu."
    campaign = make_campaign(["cq0"])
    ids = [[f.finding_id for f in judged(campaign, [report]).findings] for report in (first, first, second)]
    assert ids[0] == ids[1] == ids[2]
    assert len(set(ids[0])) == len(ids[0]) == 1


def test_several_of_a_kind_become_one_finding_with_all_places():
    report = good_report("cq0")
    lines = [
        "Theo Quyết định số 771/QĐ-UBND của Ủy ban nhân dân tỉnh.",
        "Theo Thông báo số 68/TB-STC của Sở Tài chính.",
    ]
    report.part("V.1").text += "\n" + "\n".join(lines)
    (finding,) = by_rule(judged(make_campaign(["cq0"]), [report]))["citation_incomplete"]
    assert finding.message.startswith("02 văn bản")
    assert len(json.loads(finding.params)["places"]) == 2


def test_findings_fit_the_table():
    report = good_report("cq0")
    report.remove("IV.3")
    table = frame(judged(make_campaign(["cq0"]), [report]).findings)
    assert set(table.columns) <= {column.name for column in BY_NAME["finding"].columns}


def test_a_rule_can_be_switched_off():
    report = good_report("cq0")
    report.remove("IV.3")
    judgement = judged(make_campaign(["cq0"]), [report], off=("missing_section",))
    assert found(judgement) == set()
    assert "missing_section" not in {outcome.rule for outcome in judgement.outcomes}


def test_the_office_adds_a_rule_by_adding_a_file(tmp_path):
    (tmp_path / "qua_ngan.sql").write_text(RULE.format(id="qua_ngan", sql=GOOD), encoding="utf-8")
    judgement = judged(make_campaign(["cq0"]), [good_report("cq0")], folder=tmp_path)
    (finding,) = judgement.findings
    assert (finding.rule, finding.owner, finding.agency_code) == ("qua_ngan", "officer", "cq0")
    assert finding.message.startswith("Báo cáo có ")


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("SELECT 1; SELECT 2", "đúng một câu SELECT"),
        ("INSERT INTO agency VALUES ('x')", "đúng một câu SELECT"),
        ("DROP TABLE agency", "đúng một câu SELECT"),
        ("ATTACH '/tmp/x.duckdb'", "đúng một câu SELECT"),
        ("COPY agency TO '/tmp/x.csv'", "đúng một câu SELECT"),
        ("SELECT * FROM read_text('/etc/passwd')", "disabled"),
        ("SELECT * FROM '/etc/passwd.csv'", "disabled"),
        ("SELECT * FROM campaign_rows_in_python", "does not exist"),
        ("SELEC 1", "syntax error"),
        ("SELECT campaign_id FROM agency", "thiếu cột"),
        (GOOD.replace("'fail'", "'xấu'"), "không hợp lệ"),
        (GOOD.replace("'n_words'", "'khac'"), "n_words"),
        (GOOD.replace("sum(words) > 100000", "sum(words) / 'x' > 1"), "Could not convert"),
    ],
)
def test_a_faulty_rule_is_its_own_error_and_harms_no_other(tmp_path, sql, words):
    campaign_rows_in_python = [1]
    assert campaign_rows_in_python
    (tmp_path / "hong.sql").write_text(RULE.format(id="hong", sql=sql), encoding="utf-8")
    report = good_report("cq0")
    report.remove("IV.3")
    judgement = judged(make_campaign(["cq0"]), [report], folder=tmp_path)
    outcome = next(outcome for outcome in judgement.outcomes if outcome.rule == "hong")
    assert words in (outcome.error or ""), outcome
    assert found(judgement) == {("cq0", "missing_section", "IV.3")}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SELECT 1", "còn thiếu"),
        (RULE.format(id="khac_ten", sql=GOOD), "trùng tên tệp"),
        (RULE.format(id="hong", sql=GOOD).replace("severity: warning", "severity: nặng"), "không thuộc"),
        (RULE.format(id="hong", sql=GOOD).replace("-- about", "-- abuot"), "không rõ"),
        (RULE.format(id="hong", sql=GOOD).replace("-- owner", "-- version"), "đã có ở trên"),
        (RULE.format(id="hong", sql=""), "không có câu truy vấn"),
    ],
)
def test_a_faulty_header_is_said(tmp_path, text, words):
    (tmp_path / "hong.sql").write_text(text, encoding="utf-8")
    rules, broken = rulebook.load(tmp_path)
    assert len(rules) == len(rulebook.builtin())
    assert [words in one.error for one in broken] == [True], broken


def test_a_campaign_cannot_take_a_rules_name(tmp_path):
    (tmp_path / "late.sql").write_text(RULE.format(id="late", sql=GOOD), encoding="utf-8")
    _, broken = rulebook.load(tmp_path)
    assert "trùng mã" in broken[0].error


def test_an_endless_rule_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(sandbox, "TIME_LIMIT", 0.5)
    endless = "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) AS campaign_id FROM t"
    (tmp_path / "vo_tan.sql").write_text(RULE.format(id="vo_tan", sql=endless), encoding="utf-8")
    judgement = judged(make_campaign(["cq0"]), [good_report("cq0")], folder=tmp_path)
    outcome = next(outcome for outcome in judgement.outcomes if outcome.rule == "vo_tan")
    assert "Quá thời gian" in (outcome.error or "") or "memory" in (outcome.error or "").lower()


def test_a_broken_rule_of_ours_is_an_error_not_a_finding(monkeypatch):
    bad = rulebook.builtin()[0]
    from dataclasses import replace

    monkeypatch.setattr(
        rulebook, "load", lambda folder, off: ((replace(bad, sql="SELECT * FROM khong_co"),), ())
    )
    judgement = judged(make_campaign(["cq0"]), [good_report("cq0")])
    assert judgement.findings == ()
    assert "khong_co" in (judgement.outcomes[0].error or "")


def test_judging_works_read_only_and_leaves_nothing(tmp_path):
    campaign = make_campaign(["cq0"])
    path = tmp_path / "kho.duckdb"
    with store.connect(path) as con:
        schema.create(con)
        warehouse(campaign, [good_report("cq0")], con)
    with store.connect(path, read_only=True) as con:
        assert judge(con, campaign.id, AS_OF).findings == ()
        assert con.execute(
            "SELECT count(*) FROM duckdb_tables() WHERE temporary AND table_name <> '_verdict'"
        ).fetchone() == (0,)


def test_self_check_starts_light():
    code = (
        "import sys, warehouse.judge; from warehouse import loading, schema, store;"
        "c = store.connect(); schema.create(c, comments=False);"
        "import polars as pl; loading.load(c, {'campaign': pl.DataFrame({'campaign_id': ['c']})});"
        "warehouse.judge.judge(c, 'c');"
        "print([m for m in ('pandas', 'great_expectations', 'prefect', 'pyarrow', 'numpy') if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_an_unknown_campaign_has_no_findings(province):
    con, _ = province
    assert judge_module.judge(con, "khong-co-dot-nay").findings == ()


def test_merged_items_are_merged_and_said():
    report = good_report("cq0")
    first, second = report.part("III.2"), report.part("III.3")
    first.title = "Lập hồ sơ, nộp lưu hồ sơ và chỉnh lý, số hóa tài liệu"
    first.text += "\n" + second.text
    report.parts.remove(second)
    campaign = make_campaign(["cq0"])
    con = warehouse(campaign, [report])
    statuses = dict(con.execute("SELECT outline_path, status FROM coverage").fetchall())
    assert "merged" in {statuses["III.2"], statuses["III.3"]}
    assert not {statuses["III.2"], statuses["III.3"]} & {"missing", "thin", "empty"}
    findings = judge(con, campaign.id, AS_OF).findings
    assert {finding.rule for finding in findings} == {"renamed_section"}
    assert "gộp" in findings[0].message


def test_who_may_have_sent_an_unplaced_file_is_told_of_it():
    campaign = make_campaign(["cq0", "cq1", "cq2"])
    con = warehouse(campaign, [good_report("cq0")])
    con.execute(
        "UPDATE submission SET status = 'unmatched', is_current = false, agency_code = NULL, "
        "file_name = 'bc.docx', agency_candidates = 'cq0;cq1'"
    )
    rules = by_rule(judge(con, campaign.id, AS_OF))
    told = {finding.agency_code: finding.message for finding in rules["not_submitted"]}
    hint = "; có tệp chưa rõ nơi gửi, có thể là của cơ quan này: «bc.docx»."
    assert {code: message.endswith(hint) for code, message in told.items()} == {
        "cq0": True,
        "cq1": True,
        "cq2": False,
    }
    names = dict(con.execute("SELECT agency_code, name FROM agency").fetchall())
    assert (
        f"(có thể là: {'; '.join(sorted([names['cq0'], names['cq1']]))})"
        in rules["unmatched_file"][0].message
    )


def test_the_example_of_the_docs_works_as_it_stands(tmp_path):
    page = (Path(__file__).parents[2] / "docs/rules/README.md").read_text(encoding="utf-8")
    (tmp_path / "chua_neu_ty_le.sql").write_text(page.split("```sql\n")[1].split("```")[0], encoding="utf-8")
    campaign = make_campaign(["cq0"])
    judgement = judge(warehouse(campaign, [good_report("cq0")]), campaign.id, AS_OF, folder=tmp_path)
    assert [outcome.error for outcome in judgement.outcomes if outcome.error] == []
    (finding,) = [f for f in judgement.findings if f.rule == "chua_neu_ty_le"]
    assert finding.message.startswith("Mục «II.2. ")


def test_a_misspelt_rule_to_switch_off_is_told():
    campaign = make_campaign(["cq0"])
    judgement = judge(warehouse(campaign, [good_report("cq0")]), campaign.id, AS_OF, off=["lates", "late"])
    assert [o.error for o in judgement.outcomes if o.error] == [
        "campaign.yaml, rules.off: không có quy tắc mang mã «lates»"
    ]

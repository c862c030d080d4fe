"""The rules of truth, held against a province whose facts are known."""

from __future__ import annotations

import random
import re
from collections import defaultdict

import polars as pl
import pytest
import statement_factory as factory

from transform.statements import changes, compose
from transform.statements.arrange import READS
from warehouse.tables import BY_NAME


def sections(frames):
    return {row["section_id"]: row for row in frames["section"].to_dicts()}


def sources(composed):
    found = defaultdict(list)
    for row in composed["statement_source"].to_dicts():
        found[row["statement_id"]].append(row)
    return found


def test_columns_are_those_declared(composed):
    for name, frame in composed.items():
        assert set(frame.columns) == {column.name for column in BY_NAME[name].columns}


def test_every_statement_has_sources_and_ids_are_unique(composed):
    behind = sources(composed)
    ids = composed["statement"]["statement_id"].to_list()
    assert len(ids) == len(set(ids)) > 40
    assert all(behind[name] for name in ids)


def test_every_quote_is_verbatim_on_its_page(frames, composed):
    of_id = sections(frames)
    quoted = 0
    for row in composed["statement_source"].to_dicts():
        if row["section_id"] is None:
            assert row["quote"] is None
            continue
        section = of_id[row["section_id"]]
        assert section["text"][row["char_start"] : row["char_end"]] == row["quote"]
        assert section["submission_id"] == row["submission_id"]
        first = 1 + section["seq"] // 2
        assert row["page"] == (first if row["char_start"] < 160 else first + 1)
        quoted += 1
    assert quoted > 200


def test_quotes_shown_in_a_sentence_stand_in_its_sources(composed):
    behind = sources(composed)
    for row in composed["statement"].to_dicts():
        if row["kind"] not in ("example", "award") or len(behind[row["statement_id"]]) > 1:
            continue
        shown = re.search(r"“(.*)”", row["text"]).group(1).rstrip("…")
        assert shown in " ".join(behind[row["statement_id"]][0]["quote"].split())


def test_counts_are_the_agencies_behind(composed):
    behind = sources(composed)
    for row in composed["statement"].to_dicts():
        if row["kind"] in ("theme", "limit", "cause", "lesson", "proposal", "figure", "model"):
            assert row["agencies"] == len({source["agency_code"] for source in behind[row["statement_id"]]})
            printed = re.search(r"(\d+)/14", row["text"])
            if printed:
                assert int(printed.group(1)) == row["agencies"]


def test_rulings_count_who_reports(composed):
    rulings = {
        row["outline_path"]: row
        for row in composed["statement"].to_dicts()
        if row["kind"] == "ruling" and row["outline_path"]
    }
    for path, title, *_ in factory.OUTLINE:
        leaf = not any(other.startswith(f"{path}.") for other, *_ in factory.OUTLINE)
        assert (path in rulings) is leaf, title
    assert rulings["II.1"]["agencies"] == 14
    assert rulings["II.4"]["agencies"] == 12
    assert "12/14" in rulings["II.4"]["text"]
    assert "Sở Xây dựng và UBND xã Bãi Cát" in rulings["II.4"]["text"]


def test_the_general_part_counts_time_and_silence(composed):
    texts = composed["statement"].filter(pl.col("outline_path") == "")["text"].to_list()
    assert texts[0].endswith("14/16 cơ quan, đơn vị phải báo cáo.")
    assert "cấp tỉnh có 06/07; cấp xã có 08/09" in texts[1]
    assert "12/14 báo cáo gửi trong thời hạn" in texts[2]
    assert "UBND xã Suối Tây và UBND phường Cảng" in texts[3]
    assert "UBND xã Rừng Xa" in texts[4]


def test_sums_are_right_and_cover_who_they_say(frames, composed):
    wanted = defaultdict(dict)
    for row in frames["figure"].to_dicts():
        if row["period"] == "2025":
            wanted[row["unit"]][row["agency_code"]] = row["value"]
    found = {row["group_key"]: row for row in composed["statement"].to_dicts() if row["kind"] == "figure"}
    for unit in ("lượt công dân", "cuộc đối thoại"):
        row = next(row for key, row in found.items() if unit in key)
        assert row["agencies"] == len(wanted[unit])
        total = f"{sum(wanted[unit].values()):,.0f}".replace(",", ".")
        assert f"{total} {unit}" in row["text"]
    assert "tổng cộng tổ chức " in next(row["text"] for key, row in found.items() if "đối thoại" in key)
    assert "năm 2025 của" in next(row["text"] for key, row in found.items() if "công dân" in key)
    assert "tổng cộng tiếp " in next(row["text"] for key, row in found.items() if "công dân" in key)


def test_figures_without_a_period_are_listed_not_summed(composed):
    kinds = {
        (row["kind"], row["group_key"])
        for row in composed["statement"].to_dicts()
        if "hội nghị" in row["text"] and row["kind"] in ("figure", "note")
    }
    assert kinds == {("note", "số liệu chưa cộng")}


def test_nothing_private_and_nothing_secret(composed):
    everything = " ".join(composed["statement"]["text"]) + " ".join(
        quote for quote in composed["statement_source"]["quote"] if quote
    )
    assert "Trần Văn Mẫu" not in everything
    assert "0905" not in everything
    quoted = composed["statement_source"].filter(pl.col("quote").is_not_null())
    assert factory.SECRET not in set(quoted["agency_code"])


def test_examples_come_from_more_than_one_kind_of_agency(composed):
    kinds = {code: kind for code, _, kind, _ in factory.AGENCIES}
    behind = sources(composed)
    by_path = defaultdict(set)
    examples = defaultdict(int)
    for row in composed["statement"].to_dicts():
        if row["kind"] == "example" and row["in_report"]:
            examples[row["outline_path"]] += 1
            by_path[row["outline_path"]].add(kinds[behind[row["statement_id"]][0]["agency_code"]])
    assert by_path
    assert all(len(found) > 1 for path, found in by_path.items() if examples[path] > 1)


def test_sentences_end_as_sentences_do(composed):
    for text in composed["statement"]["text"]:
        assert re.search(r"[.…”]$", text), text
        assert "  " not in text
        assert text == text.strip()


def test_near_duplicates_are_merged_with_all_their_sources(composed):
    asks = composed["statement"].filter(
        (pl.col("kind") == "proposal") & pl.col("text").str.contains("Bộ Nội vụ")
    )
    assert asks.height == 1
    assert asks["group_key"][0] == "Bộ, ngành Trung ương"
    limits = composed["statement"].filter(
        (pl.col("kind") == "limit") & pl.col("text").str.contains("kiêm nhiệm")
    )
    assert limits.height == 1


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_rows_changes_nothing(frames, composed, seed):
    dice = random.Random(seed)
    shuffled = {
        name: frame.sample(fraction=1.0, shuffle=True, seed=dice.randrange(1 << 30))
        for name, frame in frames.items()
    }
    again = compose(factory.Campaign(), shuffled)
    for name, frame in composed.items():
        assert frame.equals(again[name]), name


def test_no_report_at_all_is_said_plainly():
    frames = factory.province().frames()
    empty = {**frames, "submission": frames["submission"].clear(), "coverage": frames["coverage"].clear()}
    made = compose(factory.Campaign(), empty)["statement"]
    assert made.height == 2
    assert "0/16" in made["text"][0]


def test_one_report_alone_is_summarised():
    frames = factory.province(factory.AGENCIES[:1]).frames()
    made = compose(factory.Campaign(), frames)["statement"]
    assert made.filter(pl.col("kind") == "example").height >= 3
    assert not made.filter(pl.col("kind") == "theme").filter(pl.col("agencies") > 1).height


def replaced(frames, code):
    """Return the same province, in which one agency tells other things under II.2."""
    text = "Lập hộp thư góp ý tại 6 làng, mở ra mỗi sáng thứ Hai trước dân."
    changed = (pl.col("agency_code") == code) & (pl.col("outline_path") == "II.2")
    section = frames["section"].with_columns(
        pl.when(changed).then(pl.lit(text)).otherwise(pl.col("text")).alias("text")
    )
    figure = frames["figure"].filter(
        ~(
            (pl.col("agency_code") == code)
            & pl.col("section_id").is_in(section.filter(changed)["section_id"].to_list())
        )
    )
    submission = frames["submission"].with_columns(
        pl.when(pl.col("agency_code") == code).then(pl.lit("new")).otherwise(pl.col("sha256")).alias("sha256")
    )
    return {**frames, "section": section, "figure": figure, "submission": submission}


def test_changes_name_what_moved_and_leave_other_items_alone(frames, composed):
    newer = replaced(frames, "syt")
    again = compose(factory.Campaign(), newer)
    found = changes({**frames, **composed}, {**newer, **again})
    assert found.filter(pl.col("kind") == "report_replaced")["agency_code"].to_list() == ["syt"]
    moved = found.filter(pl.col("statement_id").is_not_null())
    assert set(moved["outline_path"]) == {"II.2"}
    old = {row["statement_id"]: row for row in composed["statement"].to_dicts()}
    new = {row["statement_id"]: row for row in again["statement"].to_dicts()}
    really = {
        name
        for name in set(old) | set(new)
        if old.get(name) != new.get(name) and not _only_place(old, new, name)
    }
    assert really <= set(moved["statement_id"])


def _only_place(old, new, name):
    left, right = old.get(name), new.get(name)
    return bool(left and right and {**left, "seq": 0} == {**right, "seq": 0})


def test_a_late_report_is_named(frames, composed):
    without = {
        name: frame.filter(pl.col("agency_code") != "mttq")
        if "agency_code" in frame.columns and name != "agency"
        else frame
        for name, frame in frames.items()
    }
    before = compose(factory.Campaign(), without)
    found = changes({**without, **before}, {**frames, **composed})
    new = found.filter(pl.col("kind") == "agency_new")
    assert new["message"].to_list() == ["Ủy ban MTTQ Việt Nam tỉnh: mới có báo cáo."]
    assert found.filter(pl.col("kind") == "statement_changed").height > 5


def test_the_same_run_again_changes_nothing(frames, composed):
    assert changes({**frames, **composed}, {**frames, **composed}).height == 0


def told_by(frames, told):
    """Return the province with one more sentence (and its figure) at the head of an agency's II.2."""
    rows, figures = frames["section"].to_dicts(), frames["figure"].to_dicts()
    for code, words, value, unit in told:
        section = next(r for r in rows if r["agency_code"] == code and r["outline_path"] == "II.2")
        section["text"] = words
        figures = [row for row in figures if row["section_id"] != section["section_id"]]
        printed = f"{value} {unit}"
        start = re.search(rf"\b{printed}", words).start()
        figures.append(
            {
                **dict.fromkeys(frames["figure"].columns),
                **{"campaign_id": factory.CAMPAIGN, "figure_id": f"new-{code}", "agency_code": code},
                **{"section_id": section["section_id"], "submission_id": section["submission_id"]},
                **{"value": float(value), "unit": unit, "period": "2025", "text": printed, "page": 1},
                **{"char_start": start, "char_end": start + len(printed)},
            }
        )
    schema = frames["figure"].schema
    return {
        **frames,
        "section": pl.DataFrame(rows, schema=frames["section"].schema),
        "figure": pl.DataFrame(figures, schema=schema, orient="row"),
    }


COMMUNES = (("x-dong", 12), ("x-tay", 30), ("p-cang", 8), ("p-doi", 15))


def with_fires(frames, province):
    """Every agency but these is silent on fires; a provincial body tells of them in its own words."""
    told = [(code, f"Năm 2025 xảy ra {n} vụ cháy tại khu dân cư.", n, "vụ cháy") for code, n in COMMUNES]
    return told_by(frames, [*told, ("thue", province, 70, "vụ cháy")])


def test_a_provincial_total_is_never_added_to_what_communes_report(frames):
    words = "Năm 2025 xảy ra 70 vụ cháy tại các khu dân cư."
    made = compose(factory.Campaign(), with_fires(frames, words))["statement"].to_dicts()
    total = next(row for row in made if row["kind"] == "figure" and "vụ cháy" in row["text"])
    assert total["agencies"] == 4
    assert "tổng cộng 65 vụ cháy" in total["text"]
    note = next(row for row in made if row["kind"] == "note" and "vụ cháy" in row["text"])
    assert "Thuế tỉnh: 70 vụ cháy" in note["text"]


def test_a_figure_of_the_whole_province_is_told_beside_the_sum(frames):
    words = "Năm 2025 trên địa bàn tỉnh xảy ra 70 vụ cháy."
    made = compose(factory.Campaign(), with_fires(frames, words))["statement"].to_dicts()
    total = next(row for row in made if row["kind"] == "figure" and "vụ cháy" in row["text"])
    assert "65 vụ cháy" in total["text"]
    shown = [row["text"] for row in made if row["kind"] == "example" and row["outline_path"] == "II.2"]
    assert shown[0] == f"Thuế tỉnh: “{words[:-1]}”."


def test_a_sum_names_the_thing_counted_with_whole_words(frames):
    told = [
        (
            code,
            f"Năm 2025 cử {n} lượt người tham gia tập huấn nghiệp vụ do Sở Nội vụ tổ chức.",
            n,
            "lượt người",
        )
        for code, n in COMMUNES
    ]
    made = compose(factory.Campaign(), told_by(frames, told))["statement"].to_dicts()
    total = next(row["text"] for row in made if row["kind"] == "figure" and "lượt người" in row["text"])
    assert total.endswith("tổng cộng cử 65 lượt người tham gia tập huấn nghiệp vụ.")


def test_the_verb_of_a_sum_is_that_of_its_own_figure(frames):
    told = [
        (code, f"Năm 2025 tiếp nhận {n}{n} vụ việc, giải quyết {n} vụ việc.", n, "vụ việc")
        for code, n in COMMUNES
    ]
    made = compose(factory.Campaign(), told_by(frames, told))["statement"].to_dicts()
    total = next(row["text"] for row in made if row["kind"] == "figure" and "vụ việc" in row["text"])
    assert total.endswith("tổng cộng giải quyết 65 vụ việc.")


def test_a_figure_of_a_footnote_is_not_put_into_a_sentence_that_prints_another(frames):
    told = with_fires(frames, "Năm 2025 xảy ra 70 vụ cháy tại các khu dân cư.")
    own = next(row for row in told["figure"].to_dicts() if row["figure_id"] == "new-p-doi")
    note = {**own, "figure_id": "note-p-doi", "value": 5.0, "text": "5 vụ cháy"}
    note |= {"char_start": 0, "char_end": len("5 vụ cháy")}
    figures = pl.concat([told["figure"], pl.DataFrame([note], schema=told["figure"].schema)])
    made = compose(factory.Campaign(), {**told, "figure": figures})["statement"].to_dicts()
    total = next(row for row in made if row["kind"] == "figure" and "vụ cháy" in row["text"])
    assert "tổng cộng 65 vụ cháy" in total["text"]
    assert total["agencies"] == 4


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        (("register", "register"), "sau thời hạn: "),
        (
            ("mtime", "mtime"),
            "sau thời hạn (tính theo thời điểm ghi trên tệp, chưa đối chiếu sổ văn bản đến): ",
        ),
        (
            ("mtime", "register"),
            "sau thời hạn (trong đó 01 báo cáo tính theo thời điểm ghi trên tệp, "
            "chưa đối chiếu sổ văn bản đến): ",
        ),
    ],
)
def test_lateness_by_the_time_of_a_file_is_said_to_be_so(frames, sources, said):
    late = iter(sources)
    rows = [
        row | ({"received_source": next(late)} if row["is_late"] and row["status"] == "read" else {})
        for row in frames["submission"].to_dicts()
    ]
    submissions = pl.DataFrame(rows, schema=frames["submission"].schema).select(READS["submission"])
    changed = frames | {"submission": submissions}
    texts = compose(factory.Campaign(), changed)["statement"]["text"].to_list()
    assert any(said in text for text in texts)

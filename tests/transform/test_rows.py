"""A small inbox of every kind of file becomes rows: one row a file, and the right standing for each."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import polars as pl
import pytest
from synthetic import DAN_VAN, parts, sections, walk

from extract.errors import CorruptFile, EmptyFile, ReadError, SecretDocument
from extract.model import Citation, Document, Figure, FileInfo, Footnote, Meta, Section, Signature
from transform.campaign import VIETNAM, load_campaign
from transform.inbox import scan
from transform.rows import build

AS_OF = datetime(2026, 4, 27, 8, tzinfo=VIETNAM)
SUBJECT = "Tổng kết 10 năm thực hiện Kết luận số 114-KL/TW ngày 14/7/2015 của Ban Bí thư"


def yaml() -> str:
    lines = [
        "id: t",
        "title: Tổng kết 10 năm thực hiện Kết luận số 114-KL/TW",
        'request: {number: "2057", symbol: SNV-VP, date: 2026-04-02}',
        "deadline: 2026-04-25T17:00:00+07:00",
        "province: Gia Lai",
        "outline:",
    ]

    def add(group: list, indent: str) -> None:
        for part in group:
            lines.append(f'{indent}- marker: "{part.marker}"')
            title = part.title.replace('"', '\\"')
            lines.append(f'{indent}  title: "{title}"')
            if part.children:
                lines.append(f"{indent}  items:")
                add(part.children, indent + "    ")

    add(parts(DAN_VAN), "  ")
    return "\n".join(lines) + "\n"


AGENCIES = """\
code,name,kind,parent,email,aliases,required,deadline
stc,Sở Tài chính,so,,,STC,true,
syt,Sở Y tế,so,,,SYT,true,2026-04-30
sxd,Sở Xây dựng,so,,,SXD,true,
xa-ia-o,UBND xã Ia O,xa,,,,true,
"""

Files = dict[str, tuple[str, Callable[[FileInfo], Document] | ReadError | None]]


def report(agency: str | None, **changes: object) -> Callable[[FileInfo], Document]:
    """Make a complete report of an agency; `changes` go to the Document or, by name, to its Meta."""

    def make(info: FileInfo) -> Document:
        meta = Meta(agency_parent="UBND TỈNH GIA LAI", agency=agency, doc_type="BÁO CÁO", subject=SUBJECT)
        document = Document(file=info, meta=meta, sections=sections(parts(DAN_VAN)), reader="test/1")
        for name, value in changes.items():
            setattr(meta if name in Meta.__struct_fields__ else document, name, value)
        return document

    return make


def run(tmp_path: Path, files: Files, overrides: str = "") -> dict[str, pl.DataFrame]:
    tmp_path.mkdir(exist_ok=True)
    (tmp_path / "campaign.yaml").write_text(yaml(), encoding="utf-8")
    (tmp_path / "agencies.csv").write_text(AGENCIES, encoding="utf-8")
    for name, (when, content) in files.items():
        path = tmp_path / "inbox" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"" if isinstance(content, EmptyFile) else name.split("=")[-1].encode())
        moment = datetime.fromisoformat(when).replace(tzinfo=VIETNAM).timestamp()
        os.utime(path, (moment, moment))
    if overrides:
        (tmp_path / "overrides.yaml").write_text(overrides, encoding="utf-8")
    campaign = load_campaign(tmp_path)
    scanned = scan(campaign)
    results: dict[Path, Document | ReadError] = {}
    for file in scanned:
        content = files[file.name][1]
        if content is not None:
            info = FileInfo(name=file.name, sha256=str(file.sha256), bytes=file.bytes, format="docx")
            results[file.path] = content if isinstance(content, ReadError) else content(info)
    return build(campaign, scanned, results, AS_OF)


def standing(frames: dict[str, pl.DataFrame]) -> dict[str, tuple[str, str | None, int | None]]:
    rows = frames["submission"].select("file_name", "status", "agency_code", "version").rows()
    return {name: (status, code, version) for name, status, code, version in rows}


def test_every_kind_of_file_has_its_standing(tmp_path: Path) -> None:
    plan = report("SỞ TÀI CHÍNH", doc_type="KẾ HOẠCH", subject="Kế hoạch đào tạo năm 2026", sections=[])
    other = report("SỞ TÀI CHÍNH", subject="Kết quả phòng, chống dịch bệnh mùa hè", sections=[])
    annex = report(None, doc_type=None, subject=None, preamble="PHỤ LỤC\nDanh sách mô hình", sections=[])
    files: Files = {
        "du-thao=1.docx": ("2026-04-20T08:00", report("SỞ TÀI CHÍNH")),
        "ban-chinh=2.docx": ("2026-04-24T08:00", report("SỞ TÀI CHÍNH", number="9/BC-STC")),
        "ban-chinh-gui-lai=2.docx": ("2026-04-24T09:00", report("SỞ TÀI CHÍNH", number="9/BC-STC")),
        "stc/mo-hinh=3.docx": ("2026-04-26T09:00", annex),
        "ke-hoach=4.docx": ("2026-04-26T10:00", plan),
        "khac=5.docx": ("2026-04-26T11:00", other),
        "tre=6.docx": ("2026-04-26T08:00", report("UBND XÃ IA O")),
        "y-te=7.docx": ("2026-04-26T08:00", report("SỞ Y TẾ")),
        "khong-ro=8.docx": ("2026-04-20T08:00", report(None)),
        "syt/lech=9.docx": ("2026-04-20T08:00", report("SỞ XÂY DỰNG")),
        "hong.docx": ("2026-04-20T08:00", CorruptFile()),
        "rong.docx": ("2026-04-20T08:00", EmptyFile()),
        "mat.docx": ("2026-04-20T08:00", SecretDocument()),
        "sxd/mat-2=10.docx": ("2026-04-20T08:00", report("SỞ XÂY DỰNG", secrecy="MẬT")),
        "chua-doc=11.docx": ("2026-04-20T08:00", None),
    }
    frames = run(tmp_path, files)
    assert standing(frames) == {
        "du-thao=1.docx": ("superseded", "stc", 1),
        "ban-chinh=2.docx": ("read", "stc", 2),
        "ban-chinh-gui-lai=2.docx": ("duplicate", "stc", None),
        "stc/mo-hinh=3.docx": ("annex", "stc", None),
        "ke-hoach=4.docx": ("wrong_campaign", "stc", None),
        "khac=5.docx": ("wrong_campaign", "stc", None),
        "tre=6.docx": ("read", "xa-ia-o", 1),
        "y-te=7.docx": ("read", "syt", 1),
        "khong-ro=8.docx": ("unmatched", None, None),
        "syt/lech=9.docx": ("unmatched", None, None),
        "hong.docx": ("unread", None, None),
        "rong.docx": ("unread", None, None),
        "mat.docx": ("secret", None, None),
        "sxd/mat-2=10.docx": ("secret", "sxd", None),
        "chua-doc=11.docx": ("unread", None, None),
    }
    by_name = {row["file_name"]: row for row in frames["submission"].iter_rows(named=True)}
    main = by_name["ban-chinh=2.docx"]["submission_id"]
    assert all(
        by_name[name]["belongs_to"] == main
        for name in ("du-thao=1.docx", "ban-chinh-gui-lai=2.docx", "stc/mo-hinh=3.docx")
    )
    assert [name for name, row in by_name.items() if row["is_current"]] == [
        "ban-chinh=2.docx",
        "tre=6.docx",
        "y-te=7.docx",
    ]
    assert by_name["tre=6.docx"]["is_late"]
    assert not by_name["y-te=7.docx"]["is_late"], "its own deadline is later"
    assert all(row["reason"] for row in by_name.values() if row["status"] not in {"read"})
    assert by_name["rong.docx"]["reason_code"] == "empty_file"
    assert by_name["syt/lech=9.docx"]["agency_candidates"] == "sxd;syt"


def test_nothing_of_a_secret_text_is_stored(tmp_path: Path) -> None:
    files: Files = {"stc/a.docx": ("2026-04-20T08:00", report("SỞ TÀI CHÍNH", secrecy="TUYỆT MẬT"))}
    frames = run(tmp_path, files)
    assert frames["document"].height == frames["section"].height == frames["citation"].height == 0
    stored = " ".join(str(value) for row in frames["submission"].rows() for value in row)
    assert "Kết luận" not in stored


def test_ties_are_settled_by_date_then_number(tmp_path: Path) -> None:
    when = "2026-04-20T08:00"
    files: Files = {
        "b=1.docx": (when, report("SỞ TÀI CHÍNH", number="9/BC-STC", date="2026-04-18")),
        "a=2.docx": (when, report("SỞ TÀI CHÍNH", number="9/BC-STC", date="2026-04-19")),
        "c=3.docx": (when, report("SỞ TÀI CHÍNH", date="2026-04-18")),
    }
    assert standing(run(tmp_path, files)) == {
        "c=3.docx": ("superseded", "stc", 1),
        "b=1.docx": ("superseded", "stc", 2),
        "a=2.docx": ("read", "stc", 3),
    }


def test_a_broken_resend_does_not_replace_a_good_report(tmp_path: Path) -> None:
    files: Files = {
        "stc/a.docx": ("2026-04-20T08:00", report("SỞ TÀI CHÍNH")),
        "stc/b.docx": ("2026-04-21T08:00", CorruptFile()),
    }
    assert standing(run(tmp_path, files)) == {
        "stc/a.docx": ("read", "stc", 1),
        "stc/b.docx": ("unread", "stc", None),
    }


def test_an_annex_finds_its_report_by_the_number_it_names(tmp_path: Path) -> None:
    def annex(number: str) -> Callable[[FileInfo], Document]:
        preamble = f"PHỤ LỤC\n(Kèm theo Báo cáo số {number} ngày 20/4/2026)"
        return report(None, doc_type=None, subject=None, preamble=preamble, sections=[])

    files: Files = {
        "a.docx": ("2026-04-20T08:00", report("SỞ TÀI CHÍNH", number="9/BC-STC")),
        "b.docx": ("2026-04-20T08:00", report("UBND XÃ IA O", number="15/BC-UBND")),
        "danh-muc=1.docx": ("2026-04-20T08:00", annex("15/BC-UBND")),
        "danh-muc=2.docx": ("2026-04-20T08:00", annex("99/BC-UBND")),
    }
    found = standing(run(tmp_path, files))
    assert found["danh-muc=1.docx"] == ("annex", "xa-ia-o", None)
    assert found["danh-muc=2.docx"] == ("unmatched", None, None)


def test_an_annex_may_name_its_report_below_its_title(tmp_path: Path) -> None:
    title = Section(
        marker="", level=1, path=[""], title="DANH MỤC MÔ HÌNH",
        text="(Kèm theo Báo cáo số 9/BC-STC ngày 20/4/2026 của Sở)",
    )  # fmt: skip
    files: Files = {
        "a.docx": ("2026-04-20T08:00", report("SỞ TÀI CHÍNH", number="9/BC-STC")),
        "phu luc=1.docx": (
            "2026-04-20T09:00", report(None, doc_type=None, subject=None, sections=[title])
        ),
    }  # fmt: skip
    assert standing(run(tmp_path, files))["phu luc=1.docx"] == ("annex", "stc", None)


PART = [Section(marker="B.", level=1, path=["B"], title="Bổ sung", text="Thêm một đoạn.")]
ADDED = f"Bổ sung {SUBJECT[0].lower()}{SUBJECT[1:]}"


@pytest.mark.parametrize(
    ("name", "changes", "found"),
    [
        ("b.docx", {"subject": ADDED, "sections": PART}, ("annex", "supplement")),
        ("BC bổ sung.docx", {"sections": PART}, ("annex", "supplement")),
        ("b.docx", {"subject": ADDED}, ("read", None)),
        ("b.docx", {"sections": PART}, ("read", None)),
        (
            "b.docx",
            {"subject": ADDED, "sections": PART, "preamble": "Báo cáo này thay thế Báo cáo số 9/BC-STC."},
            ("read", None),
        ),
        (
            "cv.docx",
            {"doc_type": None, "subject": "đính chính Báo cáo số 9/BC-STC", "sections": []},
            ("annex", "correction"),
        ),
        (
            "cv.docx",
            {"doc_type": None, "subject": "đính chính Báo cáo số 99/BC-STC", "sections": []},
            ("wrong_campaign", "wrong_campaign"),
        ),
    ],
)
def test_a_supplement_or_correction_replaces_nothing(
    tmp_path: Path, name: str, changes: dict, found: tuple[str, str | None]
) -> None:
    files: Files = {
        "a.docx": ("2026-04-20T08:00", report("SỞ TÀI CHÍNH", number="9/BC-STC")),
        name: ("2026-04-22T08:00", report("SỞ TÀI CHÍNH", number="12/STC-VP", **changes)),
    }
    rows = {r["file_name"]: r for r in run(tmp_path, files)["submission"].iter_rows(named=True)}
    assert (rows[name]["status"], rows[name]["reason_code"]) == found
    assert rows["a.docx"]["is_current"] is (found[0] != "read")
    if found[0] == "annex":
        assert rows[name]["belongs_to"] == rows["a.docx"]["submission_id"]


def test_a_supplement_alone_or_before_a_whole_report_is_a_version(tmp_path: Path) -> None:
    added = report("SỞ TÀI CHÍNH", subject=ADDED, sections=PART)
    alone: Files = {"b.docx": ("2026-04-22T08:00", added)}
    assert standing(run(tmp_path / "1", alone))["b.docx"] == ("read", "stc", 1)
    files: Files = {
        "a=1.docx": ("2026-04-20T08:00", report("SỞ TÀI CHÍNH")),
        "b=2.docx": ("2026-04-22T08:00", added),
        "c=3.docx": ("2026-04-23T08:00", report("SỞ TÀI CHÍNH")),
    }
    assert standing(run(tmp_path / "2", files)) == {
        "a=1.docx": ("superseded", "stc", 1),
        "b=2.docx": ("superseded", "stc", 2),
        "c=3.docx": ("read", "stc", 3),
    }


def test_a_name_not_in_the_list_is_shown_to_the_officer(tmp_path: Path) -> None:
    frames = run(tmp_path, {"a.docx": ("2026-04-20T08:00", report("SỞ NGOẠI VỤ"))})
    assert "«SỞ NGOẠI VỤ»" in frames["submission"]["reason"][0]


def test_the_same_bytes_from_two_agencies_are_two_reports(tmp_path: Path) -> None:
    files: Files = {
        "stc/a=1.docx": ("2026-04-20T08:00", report(None)),
        "syt/b=1.docx": ("2026-04-20T08:00", report(None)),
    }
    assert standing(run(tmp_path, files)) == {
        "stc/a=1.docx": ("read", "stc", 1),
        "syt/b=1.docx": ("read", "syt", 1),
    }


@pytest.mark.parametrize(
    ("name", "changes", "status"),
    [
        ("stc/a.docx", {"subject": "Kết quả cải cách hành chính năm 2025"}, "wrong_campaign"),
        ("stc/a.docx", {"subject": None, "doc_type": None, "sections": []}, "wrong_campaign"),
        ("stc/phu-luc-1.docx", {"subject": None, "doc_type": None, "sections": []}, "annex"),
        ("stc/PL2.xlsx.docx", {"subject": None, "doc_type": None, "sections": []}, "annex"),
        (
            "stc/a.docx",
            {"subject": "(Kèm theo Báo cáo số 9/BC-STC)", "doc_type": "PHỤ LỤC", "sections": []},
            "annex",
        ),
        ("stc/phu-luc-1.docx", {}, "read"),
        ("stc/a.docx", {"doc_type": "KẾ HOẠCH"}, "read"),
        ("stc/a.docx", {"sections": []}, "read"),
        ("stc/a.docx", {"subject": None}, "read"),
    ],
)
def test_what_belongs_to_the_campaign(tmp_path: Path, name: str, changes: dict, status: str) -> None:
    if changes.get("subject", "").__class__ is str and "cải cách" in changes.get("subject", ""):
        changes = {
            **changes,
            "sections": [Section(marker="I.", level=1, path=["I"], title="Chỉ đạo", text="")],
        }
    frames = run(tmp_path, {name: ("2026-04-20T08:00", report("SỞ TÀI CHÍNH", **changes))})
    assert frames["submission"]["status"].to_list() == [status]


def test_rows_keep_places_and_join(tmp_path: Path) -> None:
    text = "Thực hiện Kế hoạch số 12/KH-STC ngày 03/02/2024, đã mở 15 lớp."
    one = Section(marker="I.", level=1, path=["I"], title="Tình hình", text=text, page=2, page_end=2)
    cited = Citation(
        surface="Kế hoạch số 12/KH-STC", type="Kế hoạch", number="12/KH-STC", num="12", symbol="KH-STC",
        date="2024-02-03",
        year=2024, section_index=0, page=2, char_start=10, char_end=31,
    )  # fmt: skip
    document = report(
        "SỞ TÀI CHÍNH",
        sections=[one],
        citations=[cited, Citation(surface="số 99", number="99", nested_in=0)],
        figures=[Figure(value=15, unit="lớp", text="15 lớp", section_index=0, page=2)],
        footnotes=[Footnote(n=1, text="Chú thích", section_index=0, page=2)],
        tables=[[["STT", "Tên"], ["1", "=HYPERLINK(1)"]]],
        table_places=[0],
        signatures=[Signature(signed_at="2026-04-19T07:00:00+07:00")],
    )
    frames = run(tmp_path, {"a.docx": ("2026-04-20T08:00", document)})
    section = frames["section"].row(0, named=True)
    assert (section["page"], section["words"], section["path"]) == (2, 12, "I")
    citation = frames["citation"].row(0, named=True)
    assert section["text"][citation["char_start"] : citation["char_end"]] == citation["surface"]
    assert citation["section_id"] == section["section_id"]
    assert citation["cited_document_id"] in frames["cited_document"]["cited_document_id"].to_list()
    assert frames["citation"]["nested_in"].to_list() == [None, citation["citation_id"]]
    assert frames["figure"]["section_id"].to_list() == [section["section_id"]]
    assert frames["footnote"]["section_id"].to_list() == [section["section_id"]]
    assert frames["table_cell"]["text"].to_list() == ["STT", "Tên", "1", "=HYPERLINK(1)"]
    assert frames["submission"]["received_source"].to_list() == ["signature"]
    keys = {
        "section": "section_id",
        "citation": "citation_id",
        "figure": "figure_id",
        "submission": "submission_id",
    }
    assert all(frames[table][key].is_unique().all() for table, key in keys.items())


def test_only_the_campaigns_reports_enter_the_register(tmp_path: Path) -> None:
    cited = [
        Citation(
            surface="số 7/KH-STC", type="Kế hoạch", number="7/KH-STC", num="7", symbol="KH-STC", year=2024
        )
    ]
    other = report("SỞ Y TẾ", subject="Phòng, chống dịch mùa hè", sections=[], citations=cited)
    files: Files = {
        "a.docx": ("2026-04-20T08:00", report("SỞ TÀI CHÍNH")),
        "b.docx": ("2026-04-20T08:00", other),
    }
    frames = run(tmp_path, files)
    assert frames["cited_document"].height == 0
    assert frames["citation"]["cited_document_id"].to_list() == [None]


def test_the_same_inbox_gives_the_same_rows_in_any_order(tmp_path: Path) -> None:
    files: Files = {
        "stc/a.docx": ("2026-04-20T08:00", report("SỞ TÀI CHÍNH")),
        "b.docx": ("2026-04-21T08:00", report("SỞ Y TẾ")),
    }
    one = run(tmp_path / "1", files)
    two = run(tmp_path / "2", dict(reversed(files.items())))
    assert all(one[table].equals(two[table]) for table in one)


OVERRIDES = """\
agency:
  - {file: khong-ro.docx, agency: syt, reason: Văn thư xác nhận}
outline:
  - {file: stc/a.docx, section: A.IV.4, outline_path: A.III.4, reason: Đặt tên khác}
  - {file: stc/a.docx, section: Không có mục này, outline_path: A.III.3}
not_citation:
  - {file: stc/a.docx, surface: số 9}
not_missing:
  - {agency: sxd, outline_path: B.II, reason: Không có kiến nghị}
"""


def test_overrides_change_exactly_what_they_name(tmp_path: Path) -> None:
    roots = parts(DAN_VAN)
    here = next(part for part in walk(roots) if part.path == "A.IV.4")
    here.title = "Chuyện làng xóm"
    cited = [
        Citation(surface="số 9", number="9"),
        Citation(surface="số 10/KH-STC", number="10/KH-STC", symbol="KH-STC"),
    ]
    files: Files = {
        "stc/a.docx": ("2026-04-20T08:00", report("SỞ TÀI CHÍNH", sections=sections(roots), citations=cited)),
        "khong-ro.docx": ("2026-04-21T08:00", report(None)),
    }
    plain = run(tmp_path / "1", files)
    frames = run(tmp_path / "2", files, OVERRIDES)
    assert standing(plain)["khong-ro.docx"][0] == "unmatched"
    assert standing(frames)["khong-ro.docx"] == ("read", "syt", 1)
    changed = frames["section"].filter(pl.col("title") == "Chuyện làng xóm").row(0, named=True)
    assert (changed["outline_path"], changed["match_kind"], changed["match_score"]) == (
        "A.III.4",
        "override",
        1.0,
    )
    assert plain["citation"].height - frames["citation"].height == 1
    applied = frames["override_applied"].select("kind", "target", "value", "reason", "applied").rows()
    assert applied == [
        ("agency", "khong-ro.docx", "syt", "Văn thư xác nhận", True),
        ("outline", "stc/a.docx#A.IV.4", "A.III.4", "Đặt tên khác", True),
        ("outline", "stc/a.docx#Không có mục này", "A.III.3", None, False),
        ("not_citation", "stc/a.docx", "số 9", None, True),
        ("not_missing", "sxd", "B.II", "Không có kiến nghị", True),
    ]

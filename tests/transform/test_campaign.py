"""A good folder loads; a faulty one is refused once, with every fault and its line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from transform.campaign import VIETNAM, Campaign, CampaignError, load_campaign
from transform.campaign.faults import Fault

ROOT = Path(__file__).resolve().parents[2]

GOOD = """\
id: thu-nghiem
title: Tổng kết thử nghiệm
request: {type: Công văn, number: "0123", symbol: SNV-VP, date: 2026-04-02, issuer: Sở Nội vụ}
period: {from: 2015-07-14, to: 2026-04-02}
deadline: 2026-04-25T17:00:00+07:00
province: Gia Lai
consolidator: {parent: UBND TỈNH GIA LAI, name: SỞ NỘI VỤ, symbol: SNV-VP, place: Gia Lai}
defaults: {required: true, min_words: 40}
outline:
  - {marker: I., title: Tình hình, required: false}
  - marker: A
    title: Kết quả
    items:
      - {marker: "1)", title: Tuyên truyền, expects: [citations, figures], min_words: 80}
      - {marker: Y, title: Mô hình}
"""
AGENCIES = """\
code,name,kind,parent,email,aliases,required,deadline
snv,Sở Nội vụ,so,UBND tỉnh,vt@snv.example.vn,SNV;Sở NV,true,
xa-ia-o,UBND xã Ia O,xa,,,,,2026-05-02
"""


def folder(tmp_path: Path, yaml: str = GOOD, agencies: str | bytes = AGENCIES, **files: str) -> Path:
    (tmp_path / "campaign.yaml").write_text(yaml, encoding="utf-8")
    data = agencies.encode() if isinstance(agencies, str) else agencies
    (tmp_path / "agencies.csv").write_bytes(data)
    for name, text in files.items():
        (tmp_path / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return tmp_path


def faults(path: Path) -> list[tuple[str, int, str]]:
    with pytest.raises(CampaignError) as caught:
        load_campaign(path)
    return [(fault.file, fault.line, fault.message) for fault in caught.value.faults]


def test_a_good_folder_loads_with_defaults_applied(tmp_path: Path) -> None:
    campaign = load_campaign(folder(tmp_path))
    assert [item.path for item in campaign.outline] == ["I", "A", "A.1", "A.Y"]
    assert [item.required for item in campaign.outline] == [False, True, True, True]
    assert [item.min_words for item in campaign.outline] == [40, 40, 80, 40]
    assert campaign.by_path["A.1"].expects == ("citations", "figures")
    assert campaign.request.full_number == "0123/SNV-VP"
    assert campaign.deadline == datetime(2026, 4, 25, 17, tzinfo=VIETNAM)
    assert campaign.agency_deadline("xa-ia-o") == datetime(2026, 5, 2, 23, 59, 59, tzinfo=VIETNAM)
    assert campaign.by_code["snv"].aliases == ("SNV", "Sở NV")
    assert campaign.by_code["xa-ia-o"].required is True


def test_an_optional_part_makes_its_items_optional(tmp_path: Path) -> None:
    yaml = GOOD.replace("title: Kết quả", "title: Kết quả\n    required: false")
    campaign = load_campaign(
        folder(tmp_path, yaml.replace("title: Mô hình", "title: Mô hình, required: true"))
    )
    assert [item.required for item in campaign.outline] == [False, False, False, True]


def test_digest_is_stable_and_changes_with_the_outline(tmp_path: Path) -> None:
    one = load_campaign(folder(tmp_path)).digest()
    assert load_campaign(tmp_path).digest() == one
    assert load_campaign(folder(tmp_path, GOOD.replace("Mô hình", "Các mô hình"))).digest() != one


def test_a_changed_copy_finds_its_own_agencies(tmp_path: Path) -> None:
    campaign = load_campaign(folder(tmp_path))
    assert set(campaign.by_code) == {"snv", "xa-ia-o"}
    fewer = campaign.model_copy(update={"agencies": campaign.agencies[:1], "outline": campaign.outline[:2]})
    assert set(fewer.by_code) == {"snv"}
    assert set(fewer.by_path) == {"I", "A"}
    assert set(campaign.by_code) == {"snv", "xa-ia-o"}


def test_every_fault_at_once_with_its_line(tmp_path: Path) -> None:
    yaml = (
        GOOD.replace("province:", "provence:")
        .replace("2026-04-25T17:00:00+07:00", "2026-13-45")
        .replace("to: 2026-04-02", "to: 2026-02-30")
        .replace("[citations, figures]", "[citations, pictures]")
        .replace("min_words: 40", "min_words: nhiều")
        .replace("marker: Y", 'marker: "1."')
    )
    agencies = (
        "code,name,kind,parent,email,aliases,required,deadline\n"
        "snv,Sở Nội vụ,so,,vt@snv,SNV,true,\n"
        "SNV,Sở Nội vụ hai,sở,,,,maybe,31/6/2026\n"
        "../x,,xa,,,,,\n"
    )
    register = "file,received_at,agency,arrival_number,note\nkhong-co.docx,2026-04-31,la,12,\n"
    path = folder(tmp_path, yaml, agencies, register_csv=register)
    (path / "inbox").mkdir()
    found = faults(path)
    expected = [
        ("campaign.yaml", 4, "2026-02-30"),
        ("campaign.yaml", 5, "2026-13-45"),
        ("campaign.yaml", 6, "«provence»"),
        ("campaign.yaml", 6, "«province»"),
        ("campaign.yaml", 8, "số nguyên"),
        ("campaign.yaml", 14, "pictures"),
        ("campaign.yaml", 15, "«A.1» trùng số thứ tự với mục ở dòng 14"),
        ("agencies.csv", 2, "thư điện tử «vt@snv»"),
        ("agencies.csv", 3, "trùng với dòng 2"),
        ("agencies.csv", 3, "«sở» không hợp lệ ở «kind»"),
        ("agencies.csv", 3, "maybe"),
        ("agencies.csv", 3, "31/6/2026"),
        ("agencies.csv", 4, "../x"),
        ("agencies.csv", 4, "Thiếu «name»"),
        ("register.csv", 2, "2026-04-31"),
    ]
    for file, line, words in expected:
        assert any(f == file and n == line and words in m for f, n, m in found), (file, line, words, found)


def test_register_must_name_known_files_and_agencies(tmp_path: Path) -> None:
    register = "file;received_at;agency\nmột/báo cáo.docx;20/4/2026 9:30;xa-ia-o\nhai.docx;;stc\n"
    path = folder(tmp_path, register_csv=register)
    (path / "inbox" / "một").mkdir(parents=True)
    (path / "inbox" / "một" / "báo cáo.docx").write_bytes(b"x")
    assert faults(path) == [
        ("register.csv", 3, "Mã cơ quan «stc» không có trong danh sách cơ quan."),
        ("register.csv", 3, "Tệp «hai.docx» không có trong inbox/."),
    ]
    (path / "register.csv").write_text("\n".join(register.splitlines()[:2]), encoding="utf-8")
    row = load_campaign(path).register_rows[0]
    assert (row.file, row.agency) == ("một/báo cáo.docx", "xa-ia-o")
    assert row.received_at == datetime(2026, 4, 20, 9, 30, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("yaml", "line", "words"),
    [
        ("", 1, "Tệp trống"),
        ("- a\n- b\n", 1, "Tệp trống hoặc không gồm"),
        ("id: a\n\tb: c\n", 2, "Sai cú pháp YAML"),
        ("id: a\nid: b\n", 2, "ghi hai lần"),
        ("a: &x [1]\nb: *x\n", 2, "neo và tham chiếu"),
        (GOOD.split("outline:", maxsplit=1)[0], 1, "Đề cương trống"),
        (GOOD.split("outline:", maxsplit=1)[0] + "outline: []\n", 9, "Đề cương trống"),
        ("x: !!python/object/apply:os.system ['true']\n", 1, "«x»"),
    ],
)
def test_yaml_that_is_no_campaign(tmp_path: Path, yaml: str, line: int, words: str) -> None:
    found = faults(folder(tmp_path, yaml))
    assert any(n == line and words in m for _, n, m in found), found


def test_a_deep_yaml_is_a_fault_and_no_crash(tmp_path: Path) -> None:
    assert faults(folder(tmp_path, "a: " + "[" * 5000 + "]" * 5000))


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + AGENCIES.encode(),
        AGENCIES.encode("utf-16"),
        AGENCIES.replace(",", ";").replace("SNV;Sở NV", '"SNV;Sở NV"').encode(),
        AGENCIES.replace(",", "\t").replace("\n", "\r\n").encode(),
    ],
)
def test_lists_as_spreadsheets_export_them(tmp_path: Path, data: bytes) -> None:
    campaign = load_campaign(folder(tmp_path, agencies=data))
    assert [agency.code for agency in campaign.agencies] == ["snv", "xa-ia-o"]
    assert campaign.by_code["snv"].aliases == ("SNV", "Sở NV")


def test_an_xlsx_list_is_the_same_as_csv(tmp_path: Path) -> None:
    import openpyxl

    folder(tmp_path)
    (tmp_path / "agencies.csv").unlink()
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["code", "name", "kind", "aliases", "deadline"])
    sheet.append(["snv", "Sở Nội vụ", "so", "SNV;Sở NV", datetime(2026, 5, 2)])  # as Excel stores it
    sheet.append(["x", "=1+1", "sai", None, None])
    book.save(tmp_path / "agencies.xlsx")
    found = faults(tmp_path)
    assert [(file, line) for file, line, _ in found] == [("agencies.xlsx", 3), ("agencies.xlsx", 3)]
    sheet.delete_rows(3)
    book.save(tmp_path / "agencies.xlsx")
    campaign = load_campaign(tmp_path)
    assert campaign.agency_deadline("snv") == datetime(2026, 5, 2, 23, 59, 59, tzinfo=VIETNAM)


def test_a_faulty_agency_row_is_told_once(tmp_path: Path) -> None:
    agencies = AGENCIES.replace("vt@snv.example.vn", "vt@")
    overrides = "not_missing: [{agency: snv, outline_path: A.1}]\n"
    path = folder(
        tmp_path, agencies=agencies, register_csv="file,agency\na.docx,snv\n", overrides_yaml=overrides
    )
    assert [(file, line) for file, line, _ in faults(path)] == [("agencies.csv", 2)]


@given(st.text(max_size=200), st.binary(max_size=200))
def test_any_folder_gives_a_campaign_or_its_faults(yaml: str, agencies: bytes) -> None:
    with TemporaryDirectory() as place:
        (Path(place) / "campaign.yaml").write_bytes(yaml.encode("utf-8", "surrogatepass"))
        (Path(place) / "agencies.csv").write_bytes(agencies)
        with pytest.raises(CampaignError) as caught:
            load_campaign(Path(place))
    assert caught.value.faults
    assert str(caught.value).count("\n- ") == len(caught.value.faults)


_WORD = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=12)
_VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | _WORD,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_WORD, inner, max_size=3),
    max_leaves=6,
)
_KEYS = [
    "id",
    "title",
    "request",
    "period",
    "deadline",
    "consolidator",
    "defaults",
    "outline",
    "report",
    "rules",
    "mail",
]


@given(st.dictionaries(st.sampled_from(_KEYS), _VALUE))
def test_any_shape_of_values_gives_faults_with_lines(values: dict[str, object]) -> None:
    with TemporaryDirectory() as place:
        text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False)
        found = faults(folder(Path(place), text))
    lines = text.count("\n") + 1
    assert all(file == "campaign.yaml" and 0 <= line <= lines and message for file, line, message in found)


def test_both_csv_and_xlsx_or_none_is_a_fault(tmp_path: Path) -> None:
    path = folder(tmp_path)
    (path / "agencies.xlsx").write_bytes(b"")
    assert "chỉ giữ một tệp" in faults(path)[0][2]
    (path / "agencies.xlsx").unlink()
    (path / "agencies.csv").unlink()
    assert "Không thấy danh sách cơ quan" in faults(path)[0][2]


def test_overrides_are_checked_with_lines(tmp_path: Path) -> None:
    overrides = """\
agency:
  - {file: a.docx, agency: khong-co}
outline:
  - {file: b.docx, section: II.3, outline_path: Z}
not_missing:
  - {agency: snv, outline_path: A.1, reason: Không có chức năng}
  - {agency: snv}
xoa: []
"""
    path = folder(tmp_path, overrides_yaml=overrides)
    (path / "inbox").mkdir()
    (path / "inbox" / "a.docx").write_bytes(b"x")
    found = faults(path)
    assert [(file, line) for file, line, _ in found] == [
        ("overrides.yaml", 2),
        ("overrides.yaml", 4),
        ("overrides.yaml", 4),
        ("overrides.yaml", 7),
        ("overrides.yaml", 8),
    ]


def test_the_campaign_that_ships_loads() -> None:
    campaign = load_campaign(ROOT / "campaigns" / "kl114-2026")
    assert isinstance(campaign, Campaign)
    kinds = [agency.kind for agency in campaign.agencies]
    assert (len(campaign.outline), kinds.count("xa"), kinds.count("phuong")) == (32, 110, 25)
    assert not any(agency.email for agency in campaign.agencies)
    assert campaign.by_path["A.VII.2"].expects == ("causes",)


def test_the_shipped_outline_is_that_of_the_sample() -> None:
    sample = ROOT.parent / "shared" / "sample" / "sections.tsv"
    if not sample.is_file():
        pytest.skip("no sample beside the project")
    rows = [line.split("\t") for line in sample.read_text(encoding="utf-8").splitlines()[1:]]
    campaign = load_campaign(ROOT / "campaigns" / "kl114-2026")
    assert [item.title for item in campaign.outline] == [row[4].rstrip(".") for row in rows]


def test_of_very_many_faults_the_message_lists_the_first():
    error = CampaignError(
        Fault("register.csv", line, "Tệp không có trong inbox/.") for line in range(2, 3502)
    )
    lines = str(error).splitlines()
    assert len(error.faults) == 3500
    assert lines[0].endswith("Có 3500 điểm cần sửa:")
    assert lines[1].startswith("- register.csv, dòng 2:")
    assert lines[-2:] == ["- … và 3400 điểm nữa.", error.advice]

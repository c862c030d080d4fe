"""Who sent a file: equal names only, all sources must agree, else the officer is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.model import Document, FileInfo, Letterhead, Meta
from transform.assign import NameIndex, assign
from transform.campaign import Campaign, Override, OverrideKind, RegisterRow, load_campaign
from transform.inbox import InboxFile

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    return load_campaign(ROOT / "campaigns" / "kl114-2026")


@pytest.fixture(scope="module")
def index(campaign: Campaign) -> NameIndex:
    return NameIndex.of(campaign)


def file(name: str, agency: str | None = None) -> InboxFile:
    row = RegisterRow(file=name, agency=agency) if agency else None
    return InboxFile(Path(name), name, 1, None, "0", row)


def document(
    agency: str | None = None, parent: str | None = None, number: str | None = None, **more: str
) -> Document:
    meta = Meta(agency=agency, agency_parent=parent, number=number)
    return Document(file=FileInfo(name="a", sha256="", bytes=1, format="docx"), meta=meta, **more)


TINH = "UBND TỈNH GIA LAI"

LETTERHEADS = [
    (TINH, "VĂN PHÒNG", "vpubnd"),
    ("ỦY BAN NHÂN DÂN TỈNH GIA LAI", "VĂN PHÒNG", "vpubnd"),
    (None, "VĂN PHÒNG UBND TỈNH", "vpubnd"),
    (TINH, "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "svhttdl"),
    (TINH, "SỞ VĂN HOÁ THỂ THAO\nVÀ DU LỊCH", "svhttdl"),
    (TINH, "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "snnmt"),
    (TINH, "THANH TRA", "ttr"),
    (TINH, "THANH TRA TỈNH", "ttr"),
    (TINH, "BAN QUẢN LÝ KHU KINH TẾ", "bqlkkt"),
    ("BỘ CÔNG AN", "CÔNG AN TỈNH GIA LAI", "cat"),
    ("QUÂN KHU 5", "BỘ CHỈ HUY QUÂN SỰ TỈNH GIA LAI", "bchqs"),
    ("ỦY BAN NHÂN DÂN", "XÃ IA O", "xa-ia-o"),
    (None, "ỦY BAN NHÂN DÂN XÃ IA O", "xa-ia-o"),
    (None, "UBND XÃ IA O", "xa-ia-o"),
    (TINH, "UỶ BAN NHÂN DÂN\nPHƯỜNG QUY NHƠN BẮC", "p-quy-nhon-bac"),
    (None, "ỦY BAN NHÂN DÂN PHƯỜNG QUY NHƠN", "p-quy-nhon"),
    (TINH, "UBND XÃ IA HRÚ", "xa-ia-hru"),
    (TINH, "UBND XÃ IA H'RÚ", "xa-ia-hru"),
    (TINH, "UBND XÃ ĐĂK RONG", "xa-dak-rong"),
    (TINH, "UBND XÃ KDANG", "xa-kdang"),
    (TINH, "UBND XÃ ÂN HẢO", "xa-an-hao"),
    # another body, another province, a part of a body: the officer decides
    (None, "VĂN PHÒNG", None),
    ("UBND XÃ IA O", "VĂN PHÒNG", None),
    ("SỞ NỘI VỤ", "CHI CỤC VĂN THƯ - LƯU TRỮ", None),
    ("ĐẢNG BỘ TỈNH GIA LAI", "ĐẢNG ỦY XÃ IA O", None),
    (None, "HĐND XÃ IA O", None),
    ("UBND TỈNH BÌNH ĐỊNH", "SỞ NỘI VỤ", None),
    ("UBND TỈNH KON TUM", "THANH TRA TỈNH", None),
    # names that are only near: other type, a letter off, cut off
    (TINH, "UBND XÃ AN NHƠN", None),
    (TINH, "UBND PHƯỜNG AN NHƠN TÂY", None),
    (TINH, "UBND XÃ IA", None),
    (TINH, "UBND XÃ IA LO", None),
    (TINH, "UBND PHƯỜNG QUY NHƠN TRUNG", None),
    (TINH, "UBND THỊ TRẤN ĐAK ĐOA", None),
]


@pytest.mark.parametrize(("parent", "name", "code"), LETTERHEADS)
def test_letterhead(
    campaign: Campaign, index: NameIndex, parent: str | None, name: str, code: str | None
) -> None:
    found = assign(campaign, file("vb.docx"), document(name, parent), index)
    assert found.code == code
    assert (found.source == "letterhead") is (code is not None)
    assert (found.reason is None) is (code is not None)


def test_every_commune_is_named_by_its_own_letterhead_only(campaign: Campaign, index: NameIndex) -> None:
    for agency in campaign.agencies:
        if agency.kind in {"xa", "phuong"}:
            head = agency.name.replace("UBND", "ỦY BAN NHÂN DÂN").upper()
            assert assign(campaign, file("vb.docx"), document(head), index).code == agency.code


NUMBERS = [
    ("123/BC-VPUBND", "vpubnd"),
    ("15/SNV-CQTN&VTLT", "snv"),
    ("3/BC-TTr", "ttr"),
    ("9/BC-SGD&ĐT", "sgddt"),
    ("77/BC-SNgV", "sngv"),
    ("12/BC-UBND", None),
    ("12-BC/ĐU", None),
    ("3/TTr-UBND", None),
]


@pytest.mark.parametrize(("number", "code"), NUMBERS)
def test_symbol_of_the_number(campaign: Campaign, index: NameIndex, number: str, code: str | None) -> None:
    assert assign(campaign, file("vb.docx"), document(number=number), index).code == code


NAMES = [
    ("BC xã Ia O.docx", "xa-ia-o"),
    ("BC-Quy-Nhon-Bac.pdf", "p-quy-nhon-bac"),
    ("bao_cao_ubnd_phuong_quy_nhon.docx", "p-quy-nhon"),
    ("BC_IaO.docx", "xa-ia-o"),
    ("xa-ia-o.docx", "xa-ia-o"),
    ("SNV.docx", "snv"),
    ("123-BC-VPUBND.pdf", "vpubnd"),
    ("BC Sở Tài chính (1) final.docx", "stc"),
    ("Ayun Pa.pdf", "p-ayun-pa"),
    ("BC Sở Xây dựng gửi Sở Nội vụ.docx", "sxd"),
    ("Báo cáo gửi Sở Nội vụ.docx", None),
    ("báo cáo.docx", None),
    ("BC xã Ia.docx", None),
    ("Báo cáo tỉnh Bình Định.docx", None),
    ("Ia Pa và Ia Ly.docx", None),
    ("Phụ lục.docx", None),
    ("bao cao an toan giao thong.docx", None),
    ("BC thống nhất số liệu.docx", None),
    ("12-TTr-UBND.docx", None),
    ("BC thu thuế đất.docx", None),
    ("BC_CAT_2026.docx", "cat"),
    ("BC tổng kết KL114 Thống Nhất (bản cuối).docx", "p-thong-nhat"),
    ("BC xã An Toàn về an toàn giao thông.docx", "xa-an-toan"),
]


@pytest.mark.parametrize(("name", "code"), NAMES)
def test_file_name(campaign: Campaign, index: NameIndex, name: str, code: str | None) -> None:
    assert assign(campaign, file(name), None, index).code == code


def test_folder_and_register(campaign: Campaign, index: NameIndex) -> None:
    assert assign(campaign, file("VPUBND/a.docx"), None, index).source == "folder"
    assert assign(campaign, file("UBND xã Ia O/a.docx"), None, index).code == "xa-ia-o"
    assert assign(campaign, file("a.docx", "stc"), None, index).source == "register"
    assert (
        assign(campaign, file("stc/a.docx", "stc"), document("SỞ TÀI CHÍNH", TINH), index).source == "folder"
    )


@pytest.mark.parametrize(
    ("where", "name", "head"),
    [
        ("stc/a.docx", None, "SỞ Y TẾ"),
        ("a.docx", "stc", "SỞ Y TẾ"),
        ("stc/a.docx", "syt", None),
        ("BC xã Ia Ly.docx", None, "UBND XÃ IA O"),
        ("stc/snv/a.docx", None, None),
    ],
)
def test_sources_that_disagree_go_to_the_officer(
    campaign: Campaign, index: NameIndex, where: str, name: str | None, head: str | None
) -> None:
    found = assign(campaign, file(where, name), document(head, TINH), index)
    assert found.code is None
    assert found.conflict
    assert len(found.candidates) == 2
    assert found.reason
    assert all(campaign.by_code[code].name in found.reason for code in found.candidates)


def test_name_and_symbol_of_one_letterhead_must_agree(campaign: Campaign, index: NameIndex) -> None:
    found = assign(campaign, file("a.docx"), document("SỞ Y TẾ", TINH, "12/BC-STC"), index)
    assert (found.code, set(found.candidates)) == (None, {"syt", "stc"})


def test_the_text_speaks_only_when_nothing_else_does(campaign: Campaign, index: NameIndex) -> None:
    spoken = document(preamble="Thực hiện Công văn của Sở Nội vụ, UBND xã Ia Púch báo cáo kết quả như sau:")
    assert assign(campaign, file("a.docx"), spoken, index).code == "xa-ia-puch"
    assert assign(campaign, file("a.docx"), spoken, index).source == "text"
    assert assign(campaign, file("stc/a.docx"), spoken, index).code == "stc"


def test_letterhead_lines_serve_when_no_name_was_made_out(campaign: Campaign, index: NameIndex) -> None:
    lines = document()
    lines.letterhead = Letterhead(left=["UBND TỈNH GIA LAI", "SỞ CÔNG THƯƠNG", "Số: 5/BC-SCT"])
    assert assign(campaign, file("a.docx"), lines, index).code == "sct"


def test_the_officers_word_is_final(campaign: Campaign, index: NameIndex) -> None:
    override = Override(kind=OverrideKind.AGENCY, file="stc/a.docx", agency="syt")
    changed = campaign.model_copy(update={"overrides": (override,)})
    found = assign(changed, file("stc/a.docx"), document("SỞ XÂY DỰNG", TINH), index)
    assert (found.code, found.source) == ("syt", "override")

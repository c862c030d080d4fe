"""The syllable validator and the measures of damage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.encoding import count_syllables, is_syllable, valid_share
from extract.encoding.damage import hyphens_lost, is_broken_line, looks_damaged, quoc_hieu_damage

SOUND = (
    "Ủy ban nhân dân xã đã ban hành kế hoạch tuyên truyền, tổ chức hội nghị quán triệt đến toàn thể cán bộ, "
    "công chức; phối hợp với Mặt trận và các đoàn thể vận động nhân dân tham gia xây dựng nông thôn mới."
)


VALID = """
nghiêng khuỷu quốc giếng gì giúp giấc quyết người được việc hoạt thuở xoong yêu ý y tỷ kỹ uyên nghĩ ghế
kính cộng hòa hoà ủy uỷ nguyễn LẮC khuya chuyến quả quýt ngoằn ươm iu ỘI
"""
INVALID = """
C NG H nghạ ngi kă cơng cqua thướcc phịngg hạcg zô fa tấtt mạpp gê qa cêm iêm nhândân BANHÀNH tàt ĐẮKK
"""


@pytest.mark.parametrize("word", VALID.split())
def test_syllables(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", INVALID.split())
def test_no_syllables(word):
    assert not is_syllable(word)


def test_share_leaves_symbols_and_abbreviations_out():
    assert count_syllables("Kế hoạch số 386/KH-VPUBND của UBND tỉnh") == (5, 5)
    assert valid_share("") == 1.0
    assert valid_share("2025 - 12/3") == 1.0
    assert valid_share(SOUND) == 1.0


@given(st.text(max_size=80))
def test_share_is_a_share(text):
    assert 0.0 <= valid_share(text) <= 1.0


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 0.0, 0.0),
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", 0.0, 0.0),
        ("CỘNG HỊA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 0.01, 0.1),
        ("CỘNG ÒA XÃ ỘI C Ủ NG ĨA VIỆT NAM", 0.05, 0.3),
    ],
)
def test_quoc_hieu_is_the_canary(text, low, high):
    damage = quoc_hieu_damage(f"UBND TỈNH\n{text}\nSố: 5")
    assert damage is not None
    assert low <= damage <= high


def test_no_quoc_hieu_no_verdict():
    assert quoc_hieu_damage(SOUND) is None
    assert quoc_hieu_damage("") is None


@pytest.mark.parametrize("line", ["C N P Ủ", "NG Ị ĐỊN", "QUY ĐỊN C UNG", "TM. CHÍN P Ủ", "BẢO ĐẢM K Ả NĂNG"])
def test_lines_that_lost_letters(line):
    assert is_broken_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "PHẦN C TỔ CHỨC THỰC HIỆN",
        "- Lưu: VT, KSTT (2b). K",
        "các điểm a, b, c, d khoản 2",
        "100 mm x 100 mm",
        "- CVP, PVPQT (b/c);",
        "B. KẾT QUẢ",
        "KHỐI A B C",
        "Vitamin C và D",
        "I. KHÁI QUÁT",
        "",
    ],
)
def test_lines_that_are_whole(line):
    assert not is_broken_line(line)


@pytest.mark.parametrize("line", ["C IA SẺ KIN NGHIỆM", "GIAO LƯU, C IA SẺ", "Điều 7. C uẩn bị hồ sơ"])
def test_one_consonant_cut_off_is_enough_in_a_suspect_file(line):
    assert not is_broken_line(line)
    assert is_broken_line(line, suspect=True)


@pytest.mark.parametrize(
    "line", ["PHẦN C AN TOÀN", "C KẾT QUẢ", "Nhóm C ưu tiên", "A, B, C và D", "Bảng B ở trên"]
)
def test_labels_are_whole_in_a_suspect_file(line):
    assert not is_broken_line(line, suspect=True)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (SOUND, None),
        ("", None),
        (
            "The provincial people's committee has issued plans for training officers this year",
            None,
        ),
        (
            "Ia Grai, Ia Pnôn, Ia Krêl, Đak Đoa, Kdang, Kbang, Krong, Plei Kần, Glar, Hnol, Ayun",
            None,
        ),
        (
            "CCHC; TTHC; UBND; HĐND; CBCCVC; KT-XH; QP-AN; MTTQ; CT-XH; ATGT; PCCC; BHXH; BHYT",
            None,
        ),
        ("CỘNG ÒA XÃ ỘI C Ủ NG ĨA VIỆT NAM\n" + SOUND, "letters_lost"),
        ("NG Ị ĐỊN \nQUY ĐỊN C UNG\n" + SOUND, "letters_lost"),
        (
            "CỘNG HỊA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nCác phịng chuyên mơn làm cơng tác thơng tin, khơng sai",
            "letters_swapped",
        ),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM\n" + SOUND, None),
        ("\ue001\ue002\ue003 \ue004\ue005 \ufffd\ufffd abc", "garbage"),
        ("xqz bdf ghk lmn pqr stv xzw bcd fgh jkl mnp qrs tvw", "garbage"),
    ],
)
def test_verdicts(text, verdict):
    assert looks_damaged(text) == verdict


def test_one_broken_line_is_enough_in_a_suspect_file():
    page = "ĐIỀU K OẢN T I ÀNH".replace(" T I ÀNH", " CHUNG") + "\n" + SOUND
    assert looks_damaged(page) is None
    assert looks_damaged(page, suspect=True) == "letters_lost"


def test_lost_hyphens():
    assert hyphens_lost("CỘNG HÒA\nĐộc lập  Tự do  Hạnh phúc")
    assert not hyphens_lost("Độc lập - Tự do - Hạnh phúc")

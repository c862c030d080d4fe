"""The document types of Vietnamese public bodies: words, codes, and which belongs to which.

Sources: Nghị định 30/2020/NĐ-CP Điều 7 and Phụ lục III (29 types), the Party's types, Luật Ban hành
văn bản quy phạm pháp luật (normative forms). Codes are not closed: a body may set its own.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocType:
    """One type: its name, its codes (the usual first), other spellings of the word, and its habits.

    by_code: the code alone names the type. bare: "Kết luận 114" without số may cite it.
    numbered: "… số 12" without a symbol may cite it (false where such numbers count items).
    """

    name: str
    codes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    by_code: bool = True
    bare: bool = False
    numbered: bool = True


TYPES: tuple[DocType, ...] = (
    DocType("Nghị quyết", ("NQ",), bare=True),
    DocType("Quyết định", ("QĐ", "QĐCN", "QĐUB"), bare=True),
    DocType("Chỉ thị", ("CT",), bare=True),
    DocType("Quy chế", ("QC", "QCPH", "QCLN", "QyC")),
    DocType("Quy định", ("QyĐ", "QĐi", "QyĐi", "QĐ", "QyĐPH"), bare=True),
    DocType("Nội quy", ("NQ", "NoQ", "NQy"), by_code=False),
    DocType("Quy ước", ("QƯ", "QU"), by_code=False),
    DocType("Hương ước", ("HƯ",), by_code=False),
    DocType("Thông cáo", ("TC", "TCBC")),
    DocType("Thông báo", ("TB", "TBKL", "TBĐU"), bare=True),
    DocType("Hướng dẫn", ("HD", "HDLN", "HDLT"), bare=True),
    DocType("Chương trình", ("CTr", "CTrHĐ", "CTHĐ", "CTPH", "CTrPH", "CTrLT", "CTLT", "CT"), numbered=False),
    DocType("Kế hoạch", ("KH", "KHPH", "KHLN", "KHLT", "KHHĐ"), bare=True),
    DocType("Phương án", ("PA",), numbered=False),
    DocType("Đề án", ("ĐA",), numbered=False),
    DocType("Dự án", ("DA",), numbered=False),
    DocType("Báo cáo", ("BC", "BCTĐ", "BCTT", "BCKQ", "BCGS", "BCKT", "BCĐU")),
    DocType("Biên bản", ("BB",), numbered=False),
    DocType("Tờ trình", ("TTr", "TTrLN", "TTrLS", "TT", "Tr")),
    DocType("Hợp đồng", ("HĐ", "HĐLĐ", "HĐLV"), numbered=False),
    DocType("Công văn", ("CV",), ("công văn", "văn bản", "thư công"), bare=True),
    DocType("Công điện", ("CĐ",), bare=True),
    DocType("Bản ghi nhớ", ("BGN",), ("bản ghi nhớ", "biên bản ghi nhớ")),
    DocType("Bản thỏa thuận", ("BTT",), ("bản thỏa thuận", "bản thoả thuận", "thỏa thuận", "thoả thuận")),
    DocType("Giấy ủy quyền", ("GUQ",), ("giấy ủy quyền", "giấy uỷ quyền")),
    DocType("Giấy mời", ("GM",)),
    DocType("Giấy giới thiệu", ("GGT",)),
    DocType("Giấy nghỉ phép", ("GNP",)),
    DocType("Phiếu gửi", ("PG",)),
    DocType("Phiếu chuyển", ("PC",), by_code=False),
    DocType("Phiếu báo", ("PB",)),
    DocType("Phiếu trình", ("PT", "PTr"), by_code=False),
    DocType("Kết luận", ("KL",), bare=True),
    DocType("Thông tri", ("TT", "TTri", "TTr")),
    DocType("Tuyên bố", ("TB",), by_code=False),
    DocType("Lời kêu gọi", ("LKG",)),
    DocType("Quy hoạch", ("QH",), by_code=False, numbered=False),
    DocType("Chiến lược", ("CL",), by_code=False, numbered=False),
    DocType("Điều lệ", ("ĐL",), by_code=False, numbered=False),
    DocType("Hiến pháp"),
    DocType("Bộ luật"),
    DocType("Luật"),
    DocType("Pháp lệnh", ("PL",)),
    DocType("Lệnh", ("L", "LCT", "L-CTN", "ML"), ("lệnh", "mệnh lệnh")),
    DocType("Nghị định", ("NĐ",), bare=True),
    DocType("Nghị định thư", ("NĐT",)),
    DocType("Thông tư", ("TT",), by_code=False, bare=True),
    DocType("Thông tư liên tịch", ("TTLT", "TTLB", "TTLN")),
    DocType("Nghị quyết liên tịch", ("NQLT",)),
    DocType("Văn bản hợp nhất", ("VBHN",)),
    DocType("Sắc lệnh", ("SL",)),
    DocType("Sắc luật", ("SLu",), by_code=False),
    DocType("Bản án", ("BA", "HSST", "DSST"), by_code=False),
    DocType("Kháng nghị", ("KN",), by_code=False),
)
BY_NAME: dict[str, DocType] = {kind.name: kind for kind in TYPES}

# Printed in place of the word. Only in capitals and only as a token of its own.
ABBREVIATIONS: dict[str, str] = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "QD": "Quyết định",
    "CT": "Chỉ thị",
    "KL": "Kết luận",
    "KH": "Kế hoạch",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "BC": "Báo cáo",
    "TTr": "Tờ trình",
    "CTr": "Chương trình",
    "CV": "Công văn",
    "VB": "Công văn",
    "CĐ": "Công điện",
    "NĐ": "Nghị định",
    "ND": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "QyĐ": "Quy định",
    "ĐA": "Đề án",
}
AMBIGUOUS_ABBREVIATIONS = frozenset({"CT", "TT", "KH", "TB", "HD", "BC", "CĐ", "VB", "CTr", "ĐA", "ND"})
"""Also short for other things (Chương trình 135, Trung tâm): a bare number after them is not enough."""

GENERIC_WORDS = frozenset({"văn bản", "vb"})
"""Words that name no type: the code decides, and without one it is a Công văn."""

LONG_FORMS = frozenset(
    {"phối hợp", "hành động", "thẩm tra", "thẩm định", "liên ngành", "hỏa tốc", "kết luận", "tổng kết"}
)
"""Words that follow a type in a long form also where the word số is left out."""

NARROWER = {
    ("Thông tư", "TTLT"): "Thông tư liên tịch",
    ("Thông tư", "TTLB"): "Thông tư liên tịch",
    ("Nghị quyết", "NQLT"): "Nghị quyết liên tịch",
}
"""Printed type and code -> the type that both mean: the word is only shorter."""

_TONES = str.maketrans("áàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵ", "aaaaaeeeeeiiiiiooooouuuuuyyyyy")
_HATS = str.maketrans("ăắằẳẵặâấầẩẫậêếềểễệôốồổỗộơớờởỡợưứừửữựđ", "aaaaaaaaaaaaeeeeeeoooooooooooouuuuuud")


def bare(word: str) -> str:
    """Lower case without marks: `Kế hoạch` -> `ke hoach` (OCR loses marks; for lookup only)."""
    return word.lower().translate(_TONES).translate(_HATS)


WORDS: dict[str, str] = {word: kind.name for kind in TYPES for word in (kind.words or (kind.name.lower(),))}
BARE_WORDS: dict[str, str] = {bare(word): name for word, name in reversed(WORDS.items())}
LAST_SYLLABLES = frozenset(word.split()[-1] for word in WORDS) | frozenset(
    word.lower() for word in ABBREVIATIONS
)
CODES: dict[str, tuple[str, ...]] = {}
for _kind in TYPES:
    for _code in _kind.codes:
        CODES[_code] = (*CODES.get(_code, ()), _kind.name)
BY_CODE: dict[str, str] = {
    code: next(name for name in names if BY_NAME[name].by_code)
    for code, names in CODES.items()
    if any(BY_NAME[name].by_code for name in names)
}
BY_CODE.pop("TT")  # Thông tư, Tờ trình or Thông tri: the code alone does not say
STRICT_CODES = frozenset({"QĐ", "NQ", "KH", "BC", "TTr", "TB", "NĐ", "KL", "TTLT", "VBHN", "CTr"})
"""Codes that no body uses as its own abbreviation: beside the word Công văn they contradict it."""


def code_fits(name: str, code: str) -> bool:
    """Whether `code` may stand in a document called `name`; unknown codes always may."""
    known = CODES.get(code)
    if known is None:
        return True
    if name == "Công văn":
        return code == "CV" or code not in STRICT_CODES
    if name in known:
        return True
    return name not in BY_NAME or (not BY_NAME[name].codes and code not in STRICT_CODES)

# ruff: noqa: E501 - tables of values
"""Values that break parsers, and the plain mutations of bytes and text; all choices come from a seeded `Random`."""

from __future__ import annotations

import random

NUMBERS = (
    "0", "-1", "1", "2", "7", "127", "128", "255", "256", "-32768", "32767", "65535", "65536", "2147483647",
    "-2147483648", "4294967295", "4294967296", "9999999999", "99999999999999999999999999", "1e309", "-1e9", "NaN",
    "1.5", "0.0000001", "-0", "0x10", "1_000", "+5", " 3 ", "3.", ".5", "١٢", "²", "½", "Ⅳ", "𝟙", "",
)  # fmt: skip
NUMBERS_OF_PDF = (
    "0", "-1", "1", "0.00001", "-0.5", "12", "14", "90", "180", "595", "842", "10000", "32767", "65536", "-2147483648",
    "2147483647", "4294967296", "99999999999999999999", "1e10", "3.402823e38", "-3.402823e38", "--5", "1.2.3", ".", "-",
)  # fmt: skip
TEXTS = (
    "", " ", "\n", "\t", "\u00a0", "\u00ad", "\u200b", "\u200d", "\u202e", "\ufeff", "\ufffd", "\ufffe", "\U0001f600",
    "\U00010400", "\u0301", "e\u0323\u0302", "\u0302\u0301\u0323", "d\u0335", "ƣ", "Ð", "ß", "İ", "ﬁ", "ﷺ", "\u0345",
    "\u1100\u1161", "\ue000", "\uf0b7", "\u0338", "Ω", "\u2126", "\u212b", "\u0e33", "½", "²", "¹", "Ⅻ", "ǆ", "ŉ",
    "Kế hoạch số 12/KH-UBND ngày 30/02/2020", "Nghị định số 30/2020/NĐ-CP", "số 1/KH-A, 2/KH-A, 3/KH-A và 4/KH-A",
    "Quyết định số 99999999999999999999/QĐ-UBND", "ngày 31/4/0000", "ngày 00/00/9999", "tháng 13 năm 2020",
    "Luật Ngân sách nhà nước năm 2015", "khoản 1 Điều 2 Nghị định", "(sau đây gọi tắt là Nghị định số 5)", "28/30 xã",
    "10-15 hộ", "98,5%", "1.900.000,00 đồng", "0,000 tỷ", "năm 2020-2019", "I.", "Il.", "IIII.", "1.1.1.1.1.1.1.1.",
    "a)", "đ)", "PHỤ LỤC", "Phần thứ nhất", "Điều 1.", "Chương I", "MẬT", "TUYỆT MẬT", "HỎA TỐC", "KT. CHỦ TỊCH",
    "Nơi nhận:", "Kính gửi:", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: /BC-",
    "Số: 12/BC-UBND", "BÁO CÁO", "......", "-----", "((((((((", "]]>", "%s%n", "{{7*7}}", "../../x", "Ngày ... tháng ...",
    "Báo cáo".encode().decode("latin-1"), "ViÖt Nam", "Céng hßa x· héi", "Coäng hoøa xaõ hoäi", "¸¹¸¹",
)  # fmt: skip
LONG = (
    ("A" * 5000),
    ("9" * 400),
    ("1" * 5000),
    ("1." + "000." * 900),
    ("1." * 3000),
    ("I " * 2000),
    ("(" * 3000),
    ("số 1/KH-A, " * 400),
    ("á\u0301" * 2000),
    ("- " * 3000),
)


def integer(rng: random.Random, below: int) -> int:
    """Whole number 0 … below - 1, small ones more often."""
    return min(int(below * rng.random() ** 2), below - 1) if below > 0 else 0


def bytes_mutated(rng: random.Random, data: bytes, other: bytes, most: int = 8) -> bytes:
    """Return `data` after 1 … `most` cuts, flips, copies, fills or splices with `other`."""
    out = bytearray(data)
    for _ in range(1 + integer(rng, most)):
        if not out:
            break
        at = rng.randrange(len(out))
        size = min(1 + integer(rng, 64), len(out) - at)
        kind = rng.randrange(9)
        if kind <= 2:
            for place in rng.choices(range(len(out)), k=1 + integer(rng, 12)):
                out[place] ^= 1 << rng.randrange(8)
        elif kind == 3:
            out[at : at + size] = rng.randbytes(size)
        elif kind == 4:
            del out[at : at + size]
        elif kind == 5:
            out[at:at] = out[at : at + size] * (1 + integer(rng, 20))
        elif kind == 6:
            out[at : at + size] = bytes([rng.choice((0, 0xFF, 0x20, 0x0A))]) * size
        elif kind == 7:
            start = rng.randrange(len(other)) if other else 0
            out[at : at + size] = other[start : start + integer(rng, 400)]
        elif rng.random() < 0.3:
            del out[at:]
    return bytes(out)


def text_mutated(rng: random.Random, text: str, other: str, most: int = 6) -> str:
    """Return `text` after 1 … `most` insertions, cuts, copies, swaps or splices with `other`."""
    for _ in range(1 + integer(rng, most)):
        at = rng.randrange(len(text) + 1)
        end = min(len(text), at + 1 + integer(rng, 40))
        kind = rng.randrange(10)
        if kind <= 3:
            text = text[:at] + rng.choice(TEXTS) + text[at if kind else end :]
        elif kind == 4:
            text = text[:at] + text[end:]
        elif kind == 5:
            text = text[:at] + text[at:end] * (1 + integer(rng, 12)) + text[end:]
        elif kind == 6:
            text = text[:at] + chr(_code(rng)) + text[end:]
        elif kind == 7:
            start = rng.randrange(len(other) + 1)
            text = text[:at] + other[start : start + integer(rng, 300)] + text[end:]
        elif kind == 8:
            text = text[:at] + text[at:end].swapcase() + text[end:]
        else:
            text = text[:at] + (rng.choice(LONG) if rng.random() < 0.1 else rng.choice(NUMBERS)) + text[end:]
    return text


def _code(rng: random.Random) -> int:
    """Any code point, surrogates left out."""
    code = rng.choice(
        (rng.randrange(0x20), rng.randrange(0x250), rng.randrange(0x3000), rng.randrange(0x110000))
    )
    return code if not 0xD800 <= code < 0xE000 else 0xFFFD

"""Agencies of the made-up province Thanh Giang."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

PROVINCE = "Thanh Giang"


@dataclass(frozen=True, slots=True)
class Body:
    """An agency: code, official name, kind as in agencies.csv, document symbol and letterhead lines."""

    code: str
    name: str
    kind: str
    symbol: str
    letterhead: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    place: str = PROVINCE


_PROVINCIAL = (
    ("stc", "Sở Tài chính", "so", "STC"),
    ("sxd", "Sở Xây dựng", "so", "SXD"),
    ("syt", "Sở Y tế", "so", "SYT"),
    ("stp", "Sở Tư pháp", "so", "STP"),
    ("sgddt", "Sở Giáo dục và Đào tạo", "so", "SGDĐT"),
    ("sct", "Sở Công Thương", "so", "SCT"),
    ("snnmt", "Sở Nông nghiệp và Môi trường", "so", "SNNMT"),
    ("skhcn", "Sở Khoa học và Công nghệ", "so", "SKHCN"),
    ("svhttdl", "Sở Văn hóa, Thể thao và Du lịch", "so", "SVHTTDL"),
    ("bqlkkt", "Ban Quản lý Khu kinh tế tỉnh", "ban", "BQLKKT"),
    ("bhxh", "Bảo hiểm xã hội tỉnh", "nganh", "BHXH"),
    ("thue", "Thuế tỉnh", "nganh", "TTTG"),
)
_FIRST = (
    "An",
    "Bình",
    "Châu",
    "Đông",
    "Hòa",
    "Khánh",
    "Lộc",
    "Mỹ",
    "Ninh",
    "Phú",
    "Sơn",
    "Tân",
    "Thuận",
    "Vĩnh",
)
_SECOND = ("Giang", "Hải", "Hưng", "Lâm", "Long", "Nghĩa", "Phong", "Quang", "Thạnh", "Thủy", "Trung", "Xuân")
_ASCII = str.maketrans("ĐđÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýăĂơƠưƯ", "DdAAAAEEEIIOOOOUUYaaaaeeeiioooouuyaAoOuU")


def _slug(name: str) -> str:
    import unicodedata

    plain = unicodedata.normalize("NFD", name.translate(_ASCII))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower().replace(" ", "-")


def _provincial(code: str, name: str, kind: str, symbol: str) -> Body:
    parent = "BỘ TÀI CHÍNH" if kind == "nganh" else f"UBND TỈNH {PROVINCE.upper()}"
    return Body(code, name, kind, symbol, (parent, name.upper()))


def _commune(first: str, second: str, is_ward: bool) -> Body:
    label, kind = ("phường", "phuong") if is_ward else ("xã", "xa")
    name = f"{first} {second}"
    return Body(
        code=f"{kind}-{_slug(name)}",
        name=f"UBND {label} {name}",
        kind=kind,
        symbol="UBND",
        letterhead=("ỦY BAN NHÂN DÂN", f"{label.upper()} {name.upper()}"),
        aliases=(f"Ủy ban nhân dân {label} {name}",),
        place=name,
    )


def bodies(count: int) -> list[Body]:
    """Return `count` agencies: about a third provincial (at most twelve), then wards and communes."""
    provincial = [_provincial(*row) for row in _PROVINCIAL[: max(1, min(len(_PROVINCIAL), (count + 2) // 3))]]
    pairs = sorted(product(_SECOND, _FIRST), key=lambda pair: (len(pair[0]) + len(pair[1]), pair))
    result = list(provincial)
    round_ = 0
    while len(result) < count:
        for index, (second, first) in enumerate(pairs):
            if len(result) >= count:
                break
            suffix = f" {round_ + 1}" if round_ else ""
            result.append(_commune(first, second + suffix, is_ward=index % 4 == 0))
        round_ += 1
    return result[:count]

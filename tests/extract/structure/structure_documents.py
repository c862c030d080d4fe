"""What documents made by hand are put together from: blocks, a letterhead, a title, a body."""

from __future__ import annotations

from extract.blocks import Block, RawDocument


def b(text: str, **kw: object) -> Block:
    return Block(text=text, **kw)  # type: ignore[arg-type]


def bold(text: str, **kw: object) -> Block:
    return Block(text=text, bold=1.0, bold_prefix=len(text), **kw)  # type: ignore[arg-type]


QH = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TN = "Độc lập - Tự do - Hạnh phúc"
BODY = [
    b("Đơn vị báo cáo kết quả như sau:"),
    bold("I. KẾT QUẢ"),
    b("Đã hoàn thành 12 chỉ tiêu được giao trong năm."),
]


def doc(*blocks: Block, stamps: list[str] | None = None) -> RawDocument:
    return RawDocument("docx", "test/1", list(blocks), stamps=stamps or [])


LEFT_RIGHT = [
    b("UBND TỈNH GIA LAI", column=0), bold("SỞ TƯ PHÁP", column=0), b("Số: 45/BC-STP", column=0),
    bold(QH, column=1), bold(TN, column=1), b("Gia Lai, ngày 02 tháng 4 năm 2026", column=1),
]  # fmt: skip
TITLE = [bold("BÁO CÁO", align="center"), bold("Kết quả công tác năm 2025", align="center")]

"""The demo campaign's outline, its request, and which sentences answer which item."""

from __future__ import annotations

from dataclasses import dataclass

from flows.demo import bank


@dataclass(frozen=True, slots=True)
class Item:
    """An outline item: path, titles (as asked, and one of the same meaning), sentences, how many to use."""

    path: str
    title: str
    other_title: str
    sentences: tuple[str, ...] = ()
    at_least: int = 0
    expects: tuple[str, ...] = ()
    required: bool = True

    @property
    def marker(self) -> str:
        """Last part of the path: `2` of `II.2`."""
        return self.path.rpartition(".")[2]

    @property
    def level(self) -> int:
        """1 for the top level."""
        return self.path.count(".") + 1


ITEMS: tuple[Item, ...] = (
    Item("I", "ĐẶC ĐIỂM, TÌNH HÌNH", "KHÁI QUÁT CHUNG", bank.INTRO, 3, required=False),
    Item("II", "KẾT QUẢ THỰC HIỆN", "KẾT QUẢ ĐẠT ĐƯỢC"),
    Item(
        "II.1",
        "Công tác chỉ đạo, điều hành, ban hành văn bản",
        "Công tác lãnh đạo, chỉ đạo và ban hành các văn bản triển khai",
        bank.DIRECTION,
        4,
        ("citations",),
    ),
    Item(
        "II.2",
        "Cải cách thủ tục hành chính",
        "Thực hiện cải cách thủ tục hành chính tại đơn vị",
        bank.PROCEDURES,
        4,
        ("figures",),
    ),
    Item(
        "II.3",
        "Cung cấp dịch vụ công trực tuyến",
        "Tình hình cung cấp dịch vụ công trên môi trường mạng",
        bank.ONLINE,
        4,
        ("figures",),
    ),
    Item(
        "II.4",
        "Công tác tiếp công dân, đối thoại với Nhân dân",
        "Tiếp công dân và đối thoại với người dân, doanh nghiệp",
        bank.CITIZENS,
        4,
        ("figures",),
    ),
    Item(
        "II.5",
        "Mô hình, cách làm hiệu quả",
        "Một số mô hình tiêu biểu, cách làm hay",
        bank.MODELS,
        3,
        ("models",),
    ),
    Item("II.6", "Thi đua, khen thưởng", "Công tác thi đua và khen thưởng", bank.AWARDS, 3),
    Item("III", "HẠN CHẾ, NGUYÊN NHÂN VÀ BÀI HỌC KINH NGHIỆM", "TỒN TẠI, NGUYÊN NHÂN, BÀI HỌC"),
    Item("III.1", "Hạn chế, khó khăn", "Những tồn tại, khó khăn, hạn chế", bank.LIMITS, 3),
    Item("III.2", "Nguyên nhân", "Nguyên nhân của những hạn chế", bank.CAUSES, 2, ("causes",)),
    Item("III.3", "Bài học kinh nghiệm", "Một số kinh nghiệm rút ra", bank.LESSONS, 3),
    Item("IV", "PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI", "NHIỆM VỤ TRỌNG TÂM NĂM 2026", bank.TASKS, 3),
    Item("V", "ĐỀ XUẤT, KIẾN NGHỊ", "KIẾN NGHỊ, ĐỀ XUẤT VỚI CẤP TRÊN", bank.PROPOSALS, 2, ("addressee",)),
)

TITLE = "Sơ kết 03 năm thực hiện Chương trình cải cách hành chính nhà nước giai đoạn 2023 - 2025"
REQUEST_NUMBER, REQUEST_SYMBOL, REQUEST_DATE = "1480", "SNV-CCHC", "2026-01-05"
DEADLINE = "2026-01-30T17:00:00+07:00"
MIN_WORDS = 25

"""A made-up province: fourteen agencies that report on dân chủ ở cơ sở, as warehouse frames.

The sentences are written for these tests. `province()` is what the composition reads; `known` facts
(who says what, sums) are spelled out in the tests beside it.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import polars as pl

CAMPAIGN = "dancho-2026"
DEADLINE = datetime(2026, 5, 15, 10, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Campaign:
    id: str = CAMPAIGN
    title: str = "Tổng kết 5 năm thực hiện dân chủ ở cơ sở trên địa bàn tỉnh"


OUTLINE = (
    ("I", "ĐẶC ĐIỂM, TÌNH HÌNH", 1, ""),
    ("II", "KẾT QUẢ THỰC HIỆN", 1, ""),
    ("II.1", "Công tác lãnh đạo, chỉ đạo và tuyên truyền", 2, "citations"),
    ("II.2", "Công khai, đối thoại và tiếp công dân", 2, "figures"),
    ("II.3", "Mô hình, cách làm hiệu quả", 2, "models"),
    ("II.4", "Khen thưởng", 2, ""),
    ("III", "ĐÁNH GIÁ CHUNG", 1, ""),
    ("III.1", "Hạn chế, khó khăn và nguyên nhân", 2, "causes"),
    ("III.2", "Bài học kinh nghiệm", 2, ""),
    ("IV", "PHƯƠNG HƯỚNG, KIẾN NGHỊ", 1, ""),
    ("IV.1", "Nhiệm vụ trọng tâm", 2, ""),
    ("IV.2", "Đề xuất, kiến nghị", 2, "addressee"),
)

AGENCIES = (
    ("stp", "Sở Tư pháp", "so", "Khối tỉnh"),
    ("syt", "Sở Y tế", "so", "Khối tỉnh"),
    ("sxd", "Sở Xây dựng", "so", "Khối tỉnh"),
    ("bkkt", "Ban Quản lý Khu kinh tế", "ban", "Khối tỉnh"),
    ("thue", "Thuế tỉnh", "nganh", "Khối tỉnh"),
    ("x-dong", "UBND xã Suối Đông", "xa", "Vùng núi"),
    ("x-tay", "UBND xã Suối Tây", "xa", "Vùng núi"),
    ("x-lang", "UBND xã Làng Mới", "xa", "Vùng núi"),
    ("x-bien", "UBND xã Cửa Biển", "xa", "Vùng biển"),
    ("x-cat", "UBND xã Bãi Cát", "xa", "Vùng biển"),
    ("p-trung", "UBND phường Trung Tâm", "phuong", "Vùng biển"),
    ("p-cang", "UBND phường Cảng", "phuong", "Vùng biển"),
    ("p-doi", "UBND phường Đồi Thông", "phuong", "Vùng núi"),
    ("mttq", "Ủy ban MTTQ Việt Nam tỉnh", "doan_the", "Khối tỉnh"),
    ("im-lang", "UBND xã Rừng Xa", "xa", "Vùng núi"),
    ("mat", "Ban Chỉ huy Quân sự tỉnh", "nganh", "Khối tỉnh"),
)
SILENT, SECRET = "im-lang", "mat"
LATE = ("x-tay", "p-cang")
LACKING = {"II.4": ("sxd", "x-cat"), "II.3": ("thue",)}

_LEAD = (
    "{N} đã ban hành Kế hoạch số {k}/KH-{S} ngày {d}/3/2022 về thực hiện dân chủ ở cơ sở giai đoạn 2022 "
    "- 2026.",
    "Ban Chỉ đạo gồm {m} thành viên do đồng chí người đứng đầu làm Trưởng ban, họp định kỳ mỗi quý một lần.",
    "Hằng năm tổ chức {h} hội nghị quán triệt Luật Thực hiện dân chủ ở cơ sở với {p} lượt người tham dự.",
    "Nội dung Luật Thực hiện dân chủ ở cơ sở được phát trên hệ thống truyền thanh và trang thông tin "
    "điện tử.",
    "Biên soạn {m} tin, bài và cấp phát {p} tờ gấp song ngữ đến các thôn, tổ dân phố.",
    "Công tác tuyên truyền được thực hiện thường xuyên, liên tục, góp phần nâng cao nhận thức của cán bộ.",
    "Lồng ghép việc phổ biến Luật Thực hiện dân chủ ở cơ sở vào sinh hoạt thôn, tổ dân phố và sinh hoạt "
    "chi bộ.",
    "Qua đó, ý thức trách nhiệm của cán bộ, công chức có chuyển biến tích cực.",
)
_OPEN = (
    "Niêm yết công khai {m} nhóm thủ tục hành chính tại bộ phận một cửa và trên cổng thông tin.",
    "Năm 2025, người đứng đầu đã tổ chức {h} cuộc đối thoại trực tiếp với Nhân dân.",
    "Các khoản đóng góp của Nhân dân được bàn bạc công khai tại nhà sinh hoạt cộng đồng trước khi thực hiện.",
    "Tổ tiếp nhận phản ánh qua mã QR đặt tại trụ sở đã ghi nhận {p} ý kiến, xử lý xong {h} ý kiến phức tạp.",
    "Trong năm 2025 tiếp {p} lượt công dân, không để phát sinh điểm nóng tại cơ sở.",
    "Danh sách hộ được hỗ trợ nhà ở được niêm yết công khai tại nhà sinh hoạt cộng đồng trong 15 ngày.",
    "Ban Thanh tra nhân dân giám sát {m} công trình, kiến nghị sửa đổi {h} nội dung dự toán.",
)
_PRIVATE = (
    "Đã giải quyết xong đơn khiếu nại của ông Trần Văn Mẫu về bồi thường đất tại thôn 3.",
    "Người dân phản ánh qua số điện thoại 0905 123 456 trong giờ hành chính.",
)
_MODELS = (
    "Mô hình “{M}” triển khai từ năm 2023 đã tiếp nhận {p} hồ sơ ngoài giờ, rút ngắn thời gian chờ còn "
    "20 phút.",
    "Mô hình “{M}” do {h} tổ tự quản vận hành, lắp đặt {m} bảng tin điện tử tại khu dân cư.",
    "Duy trì mô hình “{M}” với {m} thành viên, mỗi tháng đến từng hộ hướng dẫn thủ tục một lần.",
)
_NAMES = (
    "Ngày thứ Bảy vì dân", "Tổ dân vận số", "Cà phê đối thoại", "Hộp thư góp ý tại làng",
    "Chính quyền đến nhà",
    "Ngày thứ Bảy vì dân", "Bảng tin khu phố", "Cán bộ cùng bản làng",
)  # fmt: skip
_AWARDS = (
    "Có {h} tập thể và {m} cá nhân được Chủ tịch UBND tỉnh tặng Bằng khen về thực hiện dân chủ ở cơ sở.",
    "Năm 2024, {N} tặng Giấy khen cho {m} cá nhân có thành tích trong hòa giải ở cơ sở.",
    "Việc khen thưởng được thực hiện kịp thời, đúng quy định.",
)
_LIMITS = (
    "Hình thức tuyên truyền ở một số nơi chưa đa dạng, chưa phù hợp với người dân tộc thiểu số.",
    "Hình thức tuyên truyền chưa đa dạng, chưa phù hợp với người dân tộc thiểu số ở vùng sâu.",
    "Cán bộ làm công tác dân chủ ở cơ sở chủ yếu kiêm nhiệm, ít được tập huấn nghiệp vụ.",
    "Cán bộ phụ trách dân chủ ở cơ sở chủ yếu là kiêm nhiệm, ít được tập huấn.",
    "Việc niêm yết công khai tại một vài thôn còn chậm, bảng tin xuống cấp.",
    "Kinh phí dành cho hoạt động giám sát của Nhân dân còn thấp.",
)
_CAUSES = (
    "Nguyên nhân khách quan: địa bàn sau sắp xếp rộng, giao thông đến các làng xa còn khó khăn.",
    "Về khách quan, địa bàn rộng sau sắp xếp, giao thông đến các làng xa khó khăn.",
    "Nguyên nhân chủ quan: một số người đứng đầu chưa dành thời gian cho việc kiểm tra.",
    "Nguyên nhân chủ quan là một số người đứng đầu chưa dành nhiều thời gian cho kiểm tra.",
)
_LESSONS = (
    "Người đứng đầu phải trực tiếp đối thoại và trả lời đến cùng ý kiến của Nhân dân.",
    "Người đứng đầu trực tiếp đối thoại, trả lời đến cùng các ý kiến của Nhân dân.",
    "Muốn dân tin thì mọi khoản thu, chi phải công khai trước khi làm.",
    "Chọn việc nhỏ, làm dứt điểm, có người dân kiểm tra thì dễ thành công hơn làm dàn trải.",
)
_TASKS = (
    "Số hóa toàn bộ danh mục nội dung phải công khai trước ngày 31/12/2026.",
    "Tập huấn kỹ năng đối thoại cho trưởng thôn, tổ trưởng tổ dân phố.",
    "Tập huấn kỹ năng đối thoại cho các trưởng thôn và tổ trưởng tổ dân phố mỗi năm một lần.",
    "Rà soát quy chế thực hiện dân chủ cho phù hợp mô hình chính quyền hai cấp.",
)
_ASKS = (
    "Đề nghị Bộ Nội vụ sớm ban hành tài liệu tập huấn bằng tiếng dân tộc thiểu số.",
    "Kiến nghị Bộ Nội vụ ban hành tài liệu tập huấn bằng tiếng dân tộc thiểu số.",
    "Đề nghị UBND tỉnh bố trí kinh phí riêng cho Ban Thanh tra nhân dân cấp xã.",
    "Đề nghị UBND tỉnh bố trí kinh phí riêng cho hoạt động của Ban Thanh tra nhân dân cấp xã.",
    "Đề nghị Ủy ban MTTQ Việt Nam tỉnh hướng dẫn quy trình giám sát đầu tư của cộng đồng.",
    "Sớm có hướng dẫn thống nhất về chế độ bồi dưỡng cho hòa giải viên.",
)
_SITE = (
    "{N} hiện có {m} đầu mối trực thuộc, {p} cán bộ, công chức, viên chức, người lao động.",
    "Từ ngày 01/7/2025, {N} hoạt động theo mô hình tổ chức mới, khối lượng công việc tăng so với trước.",
)
TEXTS = {
    "I": _SITE, "II.1": _LEAD, "II.2": _OPEN, "II.3": _MODELS, "II.4": _AWARDS, "III.2": _LESSONS,
    "IV.1": _TASKS,
    "IV.2": _ASKS,
}  # fmt: skip
_FIGURE = re.compile(
    r"(?P<text>(?P<value>\d+) (?P<unit>hội nghị|cuộc đối thoại|lượt công dân|hồ sơ|công trình))"
)


@dataclass
class Province:
    """Frames under construction."""

    agencies: tuple[tuple[str, str, str, str], ...] = AGENCIES
    rows: dict[str, list[dict[str, object]]] = field(default_factory=dict)

    def add(self, table: str, **row: object) -> None:
        self.rows.setdefault(table, []).append({"campaign_id": CAMPAIGN, **row})

    def frames(self) -> dict[str, pl.DataFrame]:
        return {name: pl.DataFrame(rows, infer_schema_length=None) for name, rows in self.rows.items()}


def _fill(text: str, name: str, code: str, place: int, dice: random.Random) -> str:
    return text.format(
        N=name, S=code.upper(), M=_NAMES[place % len(_NAMES)], k=dice.randint(11, 480), d=dice.randint(10,
        28),
        m=dice.randint(11, 45), h=dice.randint(2, 9), p=dice.randint(120, 2400),
    )  # fmt: skip


def section_text(path: str, name: str, code: str, place: int, dice: random.Random) -> str:
    """Return the body of one section: a few sentences drawn from the item's stock, in paragraphs."""
    if path == "III.1":
        limits = [_LIMITS[(place + step) % len(_LIMITS)] for step in (0, 2, 5)]
        causes = [_CAUSES[place % 2], _CAUSES[2 + place % 2]]
        return "\n".join(
            ["Bên cạnh kết quả đạt được còn một số hạn chế:", *(f"- {text}" for text in limits), *causes]
        )
    stock = list(TEXTS[path])
    picked = sorted(dice.sample(range(len(stock)), min(len(stock), dice.randint(2, 5))))
    lines = [_fill(stock[index], name, code, place, dice) for index in picked]
    if path == "II.2" and place % 5 == 0:
        lines.append(_PRIVATE[place % 2])
    return " ".join(lines[:2]) + ("\n" + " ".join(lines[2:]) if lines[2:] else "")


def province(agencies: tuple[tuple[str, str, str, str], ...] = AGENCIES, seed: int = 7) -> Province:
    """Make the whole province; the same seed gives the same texts."""
    made = Province(agencies)
    for seq, (path, title, level, expects) in enumerate(OUTLINE, start=1):
        leaf = not any(other.startswith(f"{path}.") for other, *_ in OUTLINE)
        parent = path.rpartition(".")[0] or None
        made.add(
            "outline_item", outline_path=path, seq=seq, marker=f"{path.rpartition('.')[2]}.", title=title,
            level=level,
            parent_path=parent, is_leaf=leaf, required=True, min_words=20, expects=expects or None,
        )  # fmt: skip
    for place, (code, name, kind, region) in enumerate(agencies):
        made.add(
            "agency", agency_code=code, name=name, kind=kind, parent=region, email=None, aliases=None,
            required=True,
            deadline=DEADLINE, seq=place + 1, name_search=None,
        )  # fmt: skip
        if code != SILENT:
            _report(made, place, code, name, random.Random(f"{seed}-{code}"))
    return made


def _report(made: Province, place: int, code: str, name: str, dice: random.Random) -> None:
    submission = hashlib.sha256(code.encode()).hexdigest()[:12]
    late = code in LATE
    made.add(
        "submission", submission_id=submission, agency_code=code, file_name=f"{code}/bao-cao.docx",
        sha256=submission,
        bytes=1, received_at=DEADLINE + timedelta(hours=30 if late else -40 - place),
        received_source="register",
        arrival_number=str(100 + place), note=None, version=1, is_current=True, is_late=late,
        status="secret" if code == SECRET else "read", reason_code=None, reason=None, advice=None,
        agency_source="folder", agency_candidates=None, belongs_to=None, is_scan=False,
    )  # fmt: skip
    if code == SECRET:
        return
    made.add(
        "document", submission_id=submission, number=f"{200 + place}/BC-{code.upper()}",
        symbol=f"BC-{code.upper()}",
        date=DEADLINE.date(), place=None, doc_type="BÁO CÁO", subject=None, pages=9, format="docx", words=900,
    )  # fmt: skip
    for seq, (path, title, level, _) in enumerate(OUTLINE, start=1):
        leaf = not any(other.startswith(f"{path}.") for other, *_ in OUTLINE)
        if code in LACKING.get(path, ()):
            made.add(
                "coverage", agency_code=code, outline_path=path, status="missing", section_id=None, words=None
            )
            continue
        text = section_text(path, name, code, place, dice) if leaf else ""
        section = f"{submission}-{seq:02d}"
        made.add(
            "section", section_id=section, submission_id=submission, agency_code=code, seq=seq, path=path,
            marker=path.rpartition(".")[2], level=level, kind="heading", title=title, text=text,
            page=1 + seq // 2,
            page_end=1 + seq // 2, page_starts=json.dumps([[0, 1 + seq // 2], [160, 2 + seq // 2]]),
            words=len(text.split()), outline_path=path, match_score=1.0, match_kind="exact", parent_id=None,
            scan=False,
            confidence=None, text_search=None,
        )  # fmt: skip
        made.add(
            "section_match", section_id=section, outline_path=path, submission_id=submission, match_score=1.0,
            match_kind="exact",
        )  # fmt: skip
        if leaf:
            made.add(
                "coverage", agency_code=code, outline_path=path, status="present", section_id=section,
                words=len(text.split()),
            )  # fmt: skip
        for number, found in enumerate(_FIGURE.finditer(text)):
            made.add(
                "figure", figure_id=f"{section}-{number}", submission_id=submission, agency_code=code,
                section_id=section, value=float(found["value"]), unit=found["unit"], qualifier=None,
                period="2025" if "2025" in text[max(0, found.start() - 60) : found.start()] else None,
                text=found["text"], page=1 + seq // 2, char_start=found.start(), char_end=found.end(),
            )  # fmt: skip

"""Sentences of made-up reports, put together from parts so that no two agencies write the same pages."""

from __future__ import annotations

import random

WHEN = (
    "Trong kỳ báo cáo,", "Ngay từ đầu năm 2023,", "Sang năm 2024,", "Từ sau khi sắp xếp đơn vị hành chính,",
    "Thực hiện chỉ đạo của cấp trên,", "Trên cơ sở nhiệm vụ được giao,", "Hằng quý,", "Đến cuối năm 2025,",
    "Căn cứ tình hình thực tế,", "Song song với đó,", "Bên cạnh nhiệm vụ thường xuyên,", "Cùng với đó,",
)  # fmt: skip
WHO = (
    "lãnh đạo cơ quan", "bộ phận văn phòng", "tổ giúp việc", "công chức phụ trách", "các phòng chuyên môn",
    "tập thể lãnh đạo", "bộ phận một cửa", "Mặt trận và các đoàn thể", "các thôn, tổ dân phố",
    "đơn vị sự nghiệp trực thuộc", "tổ công nghệ số cộng đồng", "Hội đồng thi đua của cơ quan",
)  # fmt: skip
DID = (
    "đã rà soát", "đã tổ chức kiểm tra", "đã hướng dẫn", "đã tham mưu xử lý", "đã công khai", "đã cập nhật",
    "đã đôn đốc việc thực hiện", "đã thống kê, đánh giá", "đã phối hợp triển khai", "đã rút gọn",
    "đã bố trí lại", "đã ghi nhận và trả lời",
)  # fmt: skip
WHAT = {
    "I": ("tình hình nhân sự", "địa bàn quản lý", "cơ sở vật chất", "chức năng, nhiệm vụ", "trụ sở làm việc"),
    "II.1": ("các văn bản chỉ đạo", "chương trình công tác", "kế hoạch tuyên truyền", "quy chế phối hợp"),
    "II.2": ("quy trình giải quyết hồ sơ", "danh mục thủ tục", "thời hạn trả kết quả", "biểu mẫu một cửa"),
    "II.3": ("biểu mẫu điện tử", "tài khoản dịch vụ công", "dữ liệu số hóa", "kênh thanh toán trực tuyến"),
    "II.4": ("lịch tiếp công dân", "đơn thư của công dân", "kiến nghị sau đối thoại", "sổ theo dõi vụ việc"),
    "II.5": ("cách làm mới tại cơ sở", "mô hình phục vụ người dân", "sáng kiến của công chức", "tổ tự quản"),
    "II.6": ("phong trào thi đua", "hồ sơ khen thưởng", "gương người tốt, việc tốt", "tiêu chí chấm điểm"),
    "III.1": ("việc chậm trả hồ sơ", "trang thiết bị đã cũ", "kỹ năng số của người dân", "việc kiêm nhiệm"),
    "III.2": ("khối lượng công việc", "kinh phí được giao", "trách nhiệm bộ phận", "nhận thức của công chức"),
    "III.3": ("vai trò người đứng đầu", "việc kiểm tra thường xuyên", "cách phân công", "việc làm thử"),
    "IV": ("nhiệm vụ năm tới", "lộ trình số hóa", "kế hoạch đào tạo", "việc nhân rộng mô hình"),
    "V": ("nguồn kinh phí", "việc kết nối dữ liệu", "biên chế chuyên trách", "tài liệu hướng dẫn"),
}  # fmt: skip
WHERE = (
    "tại {a} thôn, tổ dân phố", "ở {a} bộ phận", "với {n} lượt người tham gia", "trên {n} hồ sơ",
    "trong {a} đợt", "cho {n} hộ dân", "qua {a} cuộc họp chuyên đề", "đối với {n} trường hợp phát sinh",
    "thuộc {a} lĩnh vực",
)  # fmt: skip
END = (
    "qua đó việc phục vụ nhân dân thuận tiện hơn.", "kết quả được thông báo tại hội nghị giao ban.",
    "những nội dung còn vướng được báo cáo cấp có thẩm quyền.",
    "bước đầu tạo chuyển biến trong nền nếp làm việc.", "một số việc còn chậm so với yêu cầu.",
    "được cán bộ, người dân đồng tình.", "đạt {p}% yêu cầu đặt ra.",
    "làm cơ sở để đánh giá, xếp loại cuối năm.", "giảm {a} ngày chờ đợi so với trước.",
    "các bộ phận tự kiểm tra và khắc phục.",
)  # fmt: skip


def sentence(path: str, rng: random.Random) -> str:
    """Return one sentence on outline item `path`, with the numbers of its own agency."""
    parts = (rng.choice(WHEN), rng.choice(WHO), rng.choice(DID), rng.choice(WHAT[path]), rng.choice(WHERE))
    text = f"{' '.join(parts)}; {rng.choice(END)}"
    numbers = {
        "a": rng.randint(11, 48),
        "n": f"{rng.randint(1_001, 9_900):,}".replace(",", "."),
        "p": f"{rng.uniform(51, 99):.1f}".replace(".", ","),
    }
    return text.format(**numbers)


def paragraphs(path: str, count: int, rng: random.Random) -> list[str]:
    """Return `count` paragraphs of three to five sentences; each third one carries a dated document."""
    made = []
    for index in range(count):
        text = " ".join(sentence(path, rng) for _ in range(rng.randint(3, 5)))
        if index % 3 == 2:
            text += (
                f" Nội dung này theo Kế hoạch số {rng.randint(11, 400)}/KH-UBND ngày {rng.randint(10, 28)}/"
                f"{rng.randint(10, 12)}/{rng.randint(2023, 2025)} của cơ quan."
            )
        made.append(text)
    return made

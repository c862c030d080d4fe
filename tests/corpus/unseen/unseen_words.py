"""Own words from which reports are composed: sentences, paragraphs and titles, drawn by a seed."""

from __future__ import annotations

from random import Random

_WHEN = (
    "Trong 6 tháng đầu năm", "Từ ngày 01/7/2025 đến nay", "Giai đoạn 2021 - 2025", "Sau khi sắp xếp bộ máy",
    "Ngay từ đầu nhiệm kỳ", "Tính đến hết quý III", "Qua hai đợt rà soát", "Theo phân công của cấp ủy",
    "Ở các thôn, làng vùng sâu", "Bên cạnh kết quả đạt được", "Nhìn chung", "Đáng chú ý",
)  # fmt: skip
_WHO = (
    "đơn vị", "Ban Chỉ đạo", "tổ công tác", "các phòng chuyên môn", "cấp ủy cơ sở", "Mặt trận và các đoàn thể",  # noqa: E501
    "bộ phận một cửa", "đội ngũ cán bộ, công chức", "Ủy ban nhân dân xã", "Chi bộ", "Văn phòng HĐND và UBND",
)  # fmt: skip
_DID = (
    "đã tổ chức {n} buổi đối thoại với hơn {m} lượt người dự", "rà soát {n} thủ tục, cắt giảm {k} loại giấy tờ",  # noqa: E501
    "ban hành {n} văn bản chỉ đạo, đôn đốc", "tiếp nhận {m} hồ sơ, giải quyết đúng hạn đạt {p}%",
    "duy trì giao ban vào thứ Hai hằng tuần", "vận động {m} hộ hiến {n}.500 m2 đất làm đường",
    "phối hợp tháo gỡ các vướng mắc phát sinh tại cơ sở", "hoàn thành {k}/{n} chỉ tiêu được giao",
    "niêm yết công khai danh mục thủ tục tại trụ sở", "lồng ghép nội dung này vào sinh hoạt chi bộ",
    "bố trí kinh phí {n},{k} tỷ đồng từ nguồn chi thường xuyên", "còn lúng túng khi xử lý việc mới phát sinh",
    "chưa kịp thời cập nhật số liệu lên phần mềm", "thực hiện Kế hoạch số {m}/KH-UBND ngày 0{k}/02/2025 của tỉnh",  # noqa: E501
)  # fmt: skip
_TAIL = (
    "", "", ", được người dân ghi nhận", ", góp phần giữ vững ổn định tình hình", "; việc này cần làm thường xuyên hơn",  # noqa: E501
    ", nhất là ở địa bàn có đông đồng bào dân tộc thiểu số", " (xem Bảng kèm theo)", ", tăng {p}% so với cùng kỳ",  # noqa: E501
    "; riêng TP. Pleiku (cũ) đạt trên {p}%", ", đúng theo chỉ đạo tại Công văn số {m}/SNV-CCHC",
    " như tuyên truyền, hướng dẫn, kiểm tra v.v.", ", khắc phục tình trạng “trên nóng, dưới lạnh”",
)  # fmt: skip
_TITLE_HEADS = (
    "Công tác", "Kết quả", "Việc triển khai", "Tình hình", "Về", "Đánh giá", "Nâng cao chất lượng",
    "Đổi mới phương thức", "Tăng cường", "Quán triệt và tổ chức", "Phối hợp", "Xây dựng", "Thực hiện",
)  # fmt: skip
_TITLE_BODIES = (
    "cải cách hành chính", "tiếp công dân, xử lý đơn thư", "dân vận của chính quyền", "thực hiện dân chủ ở cơ sở",  # noqa: E501
    "chuyển đổi số", "đào tạo, bồi dưỡng cán bộ", "văn thư, lưu trữ", "thi đua, khen thưởng",
    "phòng, chống lãng phí", "quản lý biên chế", "giảm nghèo bền vững", "bảo vệ môi trường nông thôn",
    "văn hóa công sở", "quốc phòng, an ninh", "thanh tra, kiểm tra", "xây dựng đội ngũ người có uy tín",
)  # fmt: skip
_TITLE_TAILS = (
    "", "", "", "", " trong các cơ quan, đơn vị", " trên địa bàn", " năm 2025", " giai đoạn 2021 - 2025",
    " gắn với trách nhiệm của người đứng đầu", " và những vấn đề đặt ra", " (nếu có)",
    " theo Kết luận số 114-KL/TW của Ban Bí thư",
    " của các cơ quan chuyên môn, đơn vị sự nghiệp công lập và các tổ chức được giao quyền tự chủ trên địa bàn",  # noqa: E501
    " ở vùng đồng bào dân tộc thiểu số, vùng biên giới, vùng đặc biệt khó khăn; việc bố trí nguồn lực bảo đảm",  # noqa: E501
)  # fmt: skip
TOP_TITLES = (
    "Đặc điểm, tình hình", "Khái quát chung", "Kết quả thực hiện", "Kết quả đạt được", "Đánh giá chung",
    "Ưu điểm", "Tồn tại, hạn chế và nguyên nhân", "Bài học kinh nghiệm", "Phương hướng, nhiệm vụ thời gian tới",  # noqa: E501
    "Mục tiêu, giải pháp trọng tâm", "Đề xuất, kiến nghị", "Tổ chức thực hiện", "Công tác lãnh đạo, chỉ đạo",
    "Những khó khăn, vướng mắc trong quá trình triển khai nhiệm vụ được giao ở cơ sở",
)  # fmt: skip
TRAPS = (
    "2025 là năm bản lề, khối lượng công việc lớn.", "05 xã chưa có cán bộ chuyên trách nên phải kiêm nhiệm.",
    "Điều 7 của Quy chế đã được sửa đổi cho phù hợp.", "Thứ nhất, nhận thức của một bộ phận cán bộ chưa đầy đủ.",  # noqa: E501
    "Phần lớn hộ dân đồng tình với chủ trương này.", "Mục tiêu đề ra cơ bản đạt được sau hai năm.",
    "V.I. Lênin từng nhấn mạnh vai trò của quần chúng.", "30/6 là hạn cuối để các đơn vị gửi báo cáo.",
    "A Lưới, Đak Đoa và Ia Grai là những nơi làm tốt.", "Chương trình này kéo dài đến hết năm 2026.",
)  # fmt: skip
"""Paragraphs that begin like a heading and are none."""
BULLETS = (
    "tổ chức {n} lớp tập huấn cho cán bộ thôn;", "cấp phát {m} tờ rơi, {k} bộ tài liệu hỏi đáp;",
    "hướng dẫn người dân cài đặt VNeID tại nhà;", "Lắp đặt {k} cụm loa không dây ở các làng xa;",
    "Phân công đảng viên phụ trách nhóm hộ;", "kiểm tra đột xuất {k} đơn vị, nhắc nhở {k} trường hợp;",
)  # fmt: skip


def sentence(rng: Random) -> str:
    """Return a sentence with figures, abbreviations and brackets as reports have them."""
    text = f"{rng.choice(_WHEN)}, {rng.choice(_WHO)} {rng.choice(_DID)}"
    if rng.random() < 0.4:
        text += f", {rng.choice(_DID)}"
    text += rng.choice(_TAIL)
    return filled(text, rng).rstrip(".") + "."


def filled(text: str, rng: Random) -> str:
    """Put numbers in the places of a phrase."""
    return (
        text.replace("{n}", f"{rng.randint(2, 48):02d}").replace("{m}", str(rng.randint(100, 1900)))
        .replace("{k}", str(rng.randint(2, 9))).replace("{p}", f"{rng.randint(70, 99)},{rng.randint(1, 9)}")
    )  # fmt: skip


def paragraph(rng: Random, most: int = 4) -> str:
    """Return some sentences."""
    return " ".join(sentence(rng) for _ in range(rng.randint(1, most)))


def title(rng: Random) -> str:
    """Return a title of two to thirty words."""
    return f"{rng.choice(_TITLE_HEADS)} {rng.choice(_TITLE_BODIES)}{rng.choice(_TITLE_TAILS)}"

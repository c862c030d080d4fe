"""Words of Nghị định 30/2020 and of Party form that the letterhead and the ending are told by, as data."""

from __future__ import annotations

import re

from extract.structure.letters import LOWER, UPPER

DOC_TYPES: tuple[str, ...] = (
    "NGHỊ QUYẾT", "QUYẾT ĐỊNH", "CHỈ THỊ", "QUY CHẾ", "QUY ĐỊNH", "THÔNG CÁO", "THÔNG BÁO", "HƯỚNG DẪN",
    "CHƯƠNG TRÌNH", "KẾ HOẠCH", "PHƯƠNG ÁN", "ĐỀ ÁN", "DỰ ÁN", "BÁO CÁO", "BIÊN BẢN", "TỜ TRÌNH", "HỢP ĐỒNG",
    "CÔNG ĐIỆN", "BẢN GHI NHỚ", "BẢN THỎA THUẬN", "GIẤY ỦY QUYỀN", "GIẤY MỜI", "GIẤY GIỚI THIỆU",
    "GIẤY NGHỈ PHÉP", "PHIẾU GỬI", "PHIẾU CHUYỂN", "PHIẾU BÁO", "PHIẾU TRÌNH", "THƯ CÔNG", "CÔNG VĂN",
    "NGHỊ ĐỊNH", "THÔNG TƯ", "THÔNG TƯ LIÊN TỊCH", "NGHỊ QUYẾT LIÊN TỊCH", "PHÁP LỆNH", "LUẬT", "BỘ LUẬT",
    "LỆNH", "SẮC LỆNH", "HIẾN PHÁP", "KẾT LUẬN", "CƯƠNG LĨNH", "ĐIỀU LỆ", "CHIẾN LƯỢC", "THÔNG TRI",
    "TUYÊN BỐ", "LỜI KÊU GỌI", "QUY HOẠCH", "ĐỀ CƯƠNG",
)  # fmt: skip
"""29 types of Nghị định 30/2020 Điều 7, normative acts, and the Party's own."""

ENACTING: tuple[str, ...] = (
    "NGHỊ QUYẾT", "QUYẾT ĐỊNH", "CHỈ THỊ", "QUY ĐỊNH", "NGHỊ ĐỊNH", "THÔNG TƯ", "LỆNH", "PHÁP LỆNH", "LUẬT",
)  # fmt: skip
"""Types under whose subject the form prints who decides (Nghị định 30/2020, Phụ lục III, mẫu 1.1–1.3)."""

AGENCY_HEADS: tuple[str, ...] = (
    "ỦY BAN", "UBND", "HĐND", "HỘI ĐỒNG", "SỞ ", "BAN ", "VĂN PHÒNG", "CHI CỤC", "CỤC ", "TỔNG CỤC",
    "TRUNG TÂM", "ĐẢNG ỦY", "ĐẢNG BỘ", "ĐẢNG ", "CHI BỘ", "TỈNH ỦY", "THÀNH ỦY", "HUYỆN ỦY", "THỊ ỦY",
    "CÔNG AN", "BỘ ", "HỘI ", "LIÊN ĐOÀN", "MẶT TRẬN", "PHÒNG ", "THANH TRA", "TRƯỜNG", "BỆNH VIỆN",
    "ĐOÀN ", "TÒA ÁN", "VIỆN ", "KHO BẠC", "THUẾ", "BẢO HIỂM", "NGÂN HÀNG", "CÔNG TY", "TẬP ĐOÀN",
    "CHÍNH PHỦ", "QUỐC HỘI", "TỔNG ", "BÁO ", "ĐÀI ", "QUỸ ", "TRẠM ", "HẠT ", "HẢI QUAN", "QUÂN ",
    "ĐIỆN LỰC", "LIÊN MINH", "LIÊN HIỆP", "THỦ TƯỚNG", "CHỦ TỊCH", "TỔ ",
)  # fmt: skip
"""How the name of a body begins; a letterhead line that does not is the end of a wrapped name."""

OFFICE_OF = (
    "ĐOÀN",
    "HĐND",
    "HỘI ĐỒNG",
    "UBND",
    "ỦY BAN",
    "TỈNH ỦY",
    "ĐẢNG ỦY",
    "THÀNH ỦY",
    "HUYỆN ỦY",
    "QUỐC HỘI",
)
"""What follows a line "VĂN PHÒNG" as the rest of the same name."""

AGENCY_LEANS: tuple[str, ...] = ("ỦY BAN NHÂN DÂN", "UBND", "HỘI ĐỒNG NHÂN DÂN", "HĐND", "ĐẢNG ỦY", "CÔNG AN")
"""Names that are incomplete without a place on the next line."""

PLACE_HEADS = re.compile(
    r"^(?:XÃ|PHƯỜNG|TỈNH|HUYỆN|THÀNH PHỐ|THỊ XÃ|ĐẶC KHU|THỊ TRẤN|QUẬN|TP\.?)\b", re.IGNORECASE
)

QUOC_HIEU = re.compile(
    r"CỘNG\s*H[ÒÓOÕỊÍ]\w?\s*XÃ\s*HỘI\s*CHỦ\s*NGH[ĨI]A(?:\s*VIỆT\s*NAM)?|CỘNG\s+HOÀ\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA(?:\s+VIỆT\s+NAM)?",
    re.IGNORECASE,
)
TIEU_NGU = re.compile(r"Độc\s*lập\s*[-–—]?\s*Tự\s*do\s*[-–—]?\s*Hạnh\s*phúc", re.IGNORECASE)
PARTY = re.compile(r"(?<!\S)ĐẢNG CỘNG SẢN VIỆT NAM$")
PLACE_DATE = re.compile(
    rf"(?P<place>[{UPPER}][^\n,;:]{{1,60}}?)\s*,?\s*ngày\s*(?P<day>[\d\s.…_]{{0,12}}?)"
    r"\s*tháng\s*(?P<month>[\d\s.…_]{0,12}?)\s*năm\s*(?P<year>\d{4}|[\d\s.…_]{0,10})",
)
PLACE_UNREAD = re.compile(
    rf"(?P<place>[{UPPER}][^\n,;:]{{1,60}}?)\s*,\s*ngày\b.{{0,14}}?\btháng\b.{{0,14}}?\bnăm\b"
)
"""On a scan, place and a date whose day or month could not be read (written by hand)."""
NUMBER = re.compile(
    r"^(?:Luật |Pháp lệnh )?[Ss][ốỐ]\s*(?P<colon>:?)\s*(?P<num>\d{1,5}[a-zđ]?)?\s*"
    r"(?P<gap>[.…_\s]*)(?P<sep>[/\-–])?\s*(?P<symbol>[0-9A-ZĐa-zđ&ƯÂ.\-–/ ]*(?:\([0-9A-ZĐ&.\-–/]+\))?)$"
)
"""The symbol may end with the drafting unit in brackets: "409/TTr-CAT(PC04)"."""
VV = re.compile(r"^(?:V\s*/\s*v|Về việc)\s*[:.]?\s*", re.IGNORECASE)
KINH_GUI = re.compile(r"^Kính\s+gửi\s*:?\s*", re.IGNORECASE)
NO_BODY = re.compile(
    r"^(?:VĂN BẢN QUY PHẠM PHÁP LUẬT|CÔNG BÁO.*|DỰ THẢO.*|BẢN SAO.*|THÔNG TIN .*|(?:HỎA|HOẢ) TỐC.*|KHẨN)$"
)
"""Lines in capitals near the letterhead that name no body."""
DRAFT = re.compile(r"^\W*(?:DỰ THẢO|BẢN SAO)\b[^;]{0,30}$", re.IGNORECASE)
"""A line of its own between the letterhead and the type."""
ATTACHED = re.compile(r"^\(\s*(?:Ban\s+hành\s+)?kèm\s+theo\b", re.IGNORECASE)
"""Under a title, what the document is attached to: no part of the title."""
GROUNDS = re.compile(r"^[-–\s]*Căn\s+cứ\b")
"""How the grounds of a decision begin."""
ENACTS = re.compile(r"^(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|CHỈ THỊ|RA LỆNH)\s*:?$")
"""The line between the grounds and the articles: no heading."""
RULE = re.compile(r"^[\s\-–—_*=.~o•]+$")
SECRECY = re.compile(r"^(?:độ mật\s*:?\s*)?(TUYỆT MẬT|TỐI MẬT|MẬT)$")
SECRECY_LABEL = re.compile(r"độ mật\s*:\s*(tuyệt mật|tối mật|mật)", re.IGNORECASE)
URGENCY = re.compile(r"^(THƯỢNG KHẨN|HỎA TỐC(?:\s+HẸN\s+GIỜ)?|HOẢ TỐC|KHẨN)$")
NOI_NHAN = re.compile(rf"^(?i:N[ơo]i\s+nhận)(?!\s+(?!như )[{LOWER}])\s*:?\s*")
"""The head of the list; "Nơi nhận không có tài khoản …" is a sentence of the body."""
CAPACITY = re.compile(
    rf"^(?:(?:TM|KT|TL|TUQ|Q)\s?\.|(?:T/M|K/T|T/L)\s?\.?\s|(?:TM|KT|TL|TUQ)\s)\s?(?=[{UPPER}]|$)"
)
SIGNED = re.compile(
    r"^[(\[]?\s*(?:đã ký|đã kí|ký tên|ký, đóng dấu|ký số|ký và ghi rõ họ tên|chữ ký).{0,40}$", re.IGNORECASE
)
TITLES = re.compile(
    r"^(?:PHÓ\s+|QUYỀN\s+)?(?:CHỦ TỊCH|CHỦ NHIỆM|GIÁM ĐỐC|CHÁNH|TRƯỞNG|"
    r"THỐNG ĐỐC|TỔNG BÍ THƯ|BÍ THƯ|CHI CỤC TRƯỞNG|CỤC TRƯỞNG|TỔNG GIÁM ĐỐC|"
    r"VIỆN TRƯỞNG|HIỆU TRƯỞNG|TỔ TRƯỞNG|ĐỘI TRƯỞNG|CHỈ HUY|CHÍNH ỦY|TƯ LỆNH|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|"
    r"NGƯỜI (?:LẬP|KÝ|BÁO CÁO)|THƯ KÝ|ỦY VIÊN|HỘI TRƯỞNG|KẾ TOÁN|THỦ TRƯỞNG|TỔNG)",
    re.IGNORECASE,
)
CLOSING = re.compile(r"^(?:Trên\s+đây\s+là|Trên\s+đây|Với\s+(?:những\s+)?nội\s+dung\s+trên)\b", re.IGNORECASE)
CLOSING_WEAK = re.compile(
    r"\b(?:kính\s+(?:đề\s+nghị|báo\s+cáo|gửi|trình)|báo\s+cáo|tổng\s+hợp|xem\s+xét)\b", re.IGNORECASE
)
ANNEX = re.compile(
    r"^(?:PHỤ\s+LỤC|Phụ lục|BIỂU\s+(?:MẪU|SỐ)|Biểu (?:mẫu|số)|DANH\s+(?:SÁCH|MỤC)|MẪU\s+SỐ|"
    r"ĐỀ\s+CƯƠNG|Đề cương)\b"
)

"""Words that make up, begin and end the name of an issuing body. Data for `issuers` and `subjects`."""

from __future__ import annotations

from extract.citations.wordlists import either, word_set

HEADS = word_set("""
bộ sở ban ủy uỷ ubnd hđnd hội chính thủ văn tỉnh thành huyện xã phường đảng trung quốc tòa toà viện
công chi tổng cục vụ phòng trung đoàn mặt ubmttq thanh giám chủ bí phó trường ngân liên ttcp bch bcđ
btv thường học đặc kho kiểm bảo quân tập cơ hđqt vpubnd đcs đại liên thị khu hiệu nhà lãnh cấp đồng
ttg tw
""")
"""First syllables (lower case) that may begin a body's name."""

LOWER_HEADS = word_set("""
đồng tỉnh huyện xã phường thành trung ủy uỷ liên thị thường ban đặc khu tw hội nhà
""")
"""First words that may be printed in lower case ("của tỉnh", "của đồng chí …")."""

LOWER_WORDS = word_set("""
tỉnh huyện xã phường thành phố thị trấn đặc khu quốc gia nhân dân ủy uỷ ban bí thư khóa khoá nhiệm
kỳ cấp trưởng nước phụ nữ nông thanh niên cựu chiến binh mặt trận tổ quốc công an quân sự tướng phủ
hội trị hành đồng chí lần thứ họp phòng trực thuộc khu vực kỳ tịch đốc bộ chính giám chủ phó sở
trung ương đảng đoàn cơ quan doanh nghiệp liên lao động
""")
"""Lower-case words that may stand inside a body's name wherever they come."""

LOWER_AFTER = {
    "chỉ": frozenset({"ban"}),
    "đạo": frozenset({"chỉ", "lãnh"}),
    "thông": frozenset({"truyền", "giao", "viễn"}),
}
"""Lower-case words that belong to a name only after these ("Ban chỉ đạo", "Sở Thông tin và Truyền thông")."""

GOES_ON = {
    "ban": "chấp hành; cán sự đảng; thường vụ; thường trực; thường trực Ủy ban; quản lý; liên lạc",
    "bộ": "đội",
    "chức": "cán bộ",
    "dân": "tối cao",
    "dục": "nghề nghiệp; thường xuyên",
    "đạo": "thực hiện Quy chế dân chủ ở cơ sở; thực hiện Quy chế dân chủ; thực hiện quy chế dân chủ ở cơ sở; "
    "thực hiện quy chế dân chủ; thực hiện QCDC ở cơ sở; thực hiện QCDC; chuyển đổi số; cải cách hành chính; "
    "triển khai Đề án 06",
    "đoàn": "đại biểu",
    "đồng": "bầu cử; quản lý; quản trị; thành viên; tư vấn",
    "hội": "đại biểu toàn quốc; đại biểu",
    "khối": "các cơ quan và doanh nghiệp; các cơ quan; cơ quan; doanh nghiệp",
    "khu": "kinh tế; công nghiệp",
    "kiểm": "toán nhà nước",
    "lý": "dự án đầu tư xây dựng; dự án đầu tư; dự án; khu kinh tế; rừng phòng hộ",
    "thể": "lãnh đạo",
    "thông": "vận tải",
    "toàn": "giao thông",
    "tổ": "công tác; giúp việc",
    "tác": "triển khai Đề án 06",
    "trữ": "nhà nước",
    "liên": "ngành",
    "phòng": "giao dịch",
    "viện": "kiểm sát nhân dân; nghiên cứu",
}
"""Word of a name -> lower-case phrases that may go on with it ("Cục Tổ chức cán bộ")."""

NAMED_IN_LOWER_CASE = either(
    "phòng; sở; chi cục; văn phòng; ban; công an tỉnh; công an xã; công an phường; công an huyện"
)
"""Bodies printed in lower case, if a capital or the end of the phrase follows ("của phòng Nội vụ")."""

ORDINALS = frozenset(["nhất", "hai", "ba", "bốn", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"])
"""Words after "lần thứ"."""

CAPITAL_STOPS = frozenset(
    {("ban", "hành"), ("phê", "duyệt"), ("sửa", "đổi"), ("thành", "lập"), ("kiện", "toàn")}
)
"""Verbs printed with a capital that begin the subject ("… của Bộ Chính trị Ban hành Quy chế")."""

DOTTED = frozenset({"P", "TP", "Tp", "H", "X", "TX", "Q"})
"""Abbreviations of administrative levels, printed with a full stop that ends nothing."""

STOPS = word_set("""
về đã được trên tại trong là để theo nhằm do gồm ngày kèm như cũng đến từ cho thì mà khi sau trước
triển hướng sửa bổ thay gửi yêu tiếp tăng đẩy của nêu nói này quán có không cùng gắn bằng vào ra nên
xin qua những các mọi hiện đang sẽ còn luôn phối tập xây nâng đánh giai hoặc hay giao thông
""")
"""Lower-case words that end a body's name."""

STOP_PAIRS = frozenset(
    {
        ("ban", "hành"),
        ("quy", "định"),
        ("phê", "duyệt"),
        ("thực", "hiện"),
        ("tổ", "chức"),
        ("báo", "cáo"),
        ("đề", "nghị"),
        ("chỉ", "thị"),
        ("công", "bố"),
        ("công", "tác"),
        ("kiện", "toàn"),
        ("thành", "lập"),
        ("công", "nhận"),
        ("quyết", "định"),
        ("chấp", "hành"),
        ("bảo", "đảm"),
        ("đồng", "thời"),
        ("trung", "bình"),
        ("hội", "nghị"),
        ("chính", "sách"),
        ("cơ", "bản"),
        ("chủ", "động"),
        ("chủ", "trương"),
        ("liên", "quan"),
    }
)
"""Pairs of lower-case words that end a body's name (each first word alone would not)."""

LINE_OPENERS = frozenset({"căn", "kính", "nơi", "phần", "mục", "chương", "điều", "phụ", "lưu"})
"""First words of a line that begins something else ("Kính gửi", "Nơi nhận")."""

PLACES = frozenset({"tỉnh", "huyện", "xã", "phường", "phố", "trấn", "khu"})
"""After these only capitalised words belong to the name (Kon Tum, Ia Grai)."""

AFTER_PLACE = word_set("tỉnh huyện thành thị khóa khoá nhiệm lần cấp")
"""Lower-case words that may still follow a place's own name: the place that holds it, a term."""

SINGLES = frozenset({"bộ", "sở", "đảng", "tỉnh", "huyện", "xã", "phường", "ngành", "ban"})
"""Heads complete in themselves: a lower-case word after them needs to be in LOWER_WORDS."""

ISSUER_OF_BODY: dict[str, tuple[str, ...]] = {
    "TW": (
        "trung ương",
        "bộ chính trị",
        "ban bí thư",
        "ban chấp hành",
        "bch",
        "đảng",
        "hội nghị",
        "bct",
        "đại hội",
    ),
    "TU": ("tỉnh", "thành ủy", "thành uỷ", "thường", "btv", "bch", "ban chấp hành", "bí thư", "đảng bộ"),
    "CP": ("chính phủ",),
    "TTg": ("thủ tướng", "chính phủ", "ttg"),
    "UBND": (
        "ubnd",
        "ủy ban",
        "uỷ ban",
        "chủ tịch",
        "tỉnh",
        "huyện",
        "thành phố",
        "xã",
        "phường",
        "thị",
        "đặc khu",
    ),
    "HĐND": ("hđnd", "hội đồng", "tỉnh", "huyện", "thành phố", "xã", "phường", "thị", "kỳ họp"),
    "VPUBND": ("văn phòng", "vp", "chánh", "ubnd"),
    "SNV": ("sở nội vụ", "nội vụ", "snv", "giám đốc"),
    "VPCP": ("văn phòng chính phủ", "vpcp", "chính phủ"),
    "BNV": ("nội vụ",),
}
"""Body in a symbol -> what a printed issuer must hold; another body after "của" belongs to another noun."""

INTRODUCED_WITHOUT_OF = (
    "Hội nghị lần thứ",
    "Hội nghị Trung ương",
    "Hội nghị BCH",
    "Ban Chấp hành Trung ương",
    "BCH Trung ương",
    "Bộ Chính trị",
    "Ban Bí thư",
)
"""Bodies that may follow number or date without "của" (Party usage)."""

LEVELS = {
    "xã": 0,
    "phường": 0,
    "thị trấn": 0,
    "huyện": 1,
    "thị xã": 1,
    "quận": 1,
    "thành phố": 1,
    "TP": 1,
    "tỉnh": 2,
}
"""Administrative levels, lowest first: a body's place may be followed by the place that holds it."""

UNFINISHED = frozenset({"thành", "thị", "đặc"})
"""First halves of words for places: a name that ends with one ends before it."""

TITLES = {"Bộ trưởng": "Chủ nhiệm"}
"""Titles printed with a comma between ("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ")."""

PAIRED = {"Bộ Chính trị": "Ban Bí thư", "Ban Bí thư": "Bộ Chính trị"}
"""Bodies that issue together, printed with a comma between."""

OPEN_HEADS = either("""
Ban Chỉ đạo; Ban chỉ đạo; ban chỉ đạo; Hội đồng phối hợp; Hội đồng Thi đua; Hội đồng thi đua
Hội đồng sáng kiến; Hội đồng kỷ luật; Hội đồng nghĩa vụ; Tổ công tác; Tổ Công tác; Tiểu ban; Ban Vận động
Ban vận động; Đảng ủy các cơ quan; Đảng uỷ các cơ quan; Đảng bộ các cơ quan
""")
"""Bodies named after their task, whose name goes on in small letters to the level they stand at."""

THEME_STOPS = either("""
tăng cường; tổ chức; tuyên truyền; đẩy mạnh; phân công; tiếp tục; kiểm tra; họp
về; đã; được; của; ngày; do; tại; đến; yêu cầu; triển khai; ban hành; hướng dẫn; kèm; gửi; năm; đề nghị; để
các xã; số; Kế hoạch; Chỉ thị; Nghị quyết; Quyết định; Kết luận; Công văn; trên; là; phê duyệt; quy định
báo cáo
""")
"""Words that no such name holds."""

THEME_COMMAS = either("chống; giáo dục; khen thưởng; chữa cháy; cứu nạn; trật tự; lãng phí; tiêu cực")
"""Words that go on with such a name after a comma ("phòng, chống tham nhũng")."""

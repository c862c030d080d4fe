"""Word tables of the composition: data, so that a new wording is a new row.

Every entry is lower case NFC; matching is on lower-cased text.
"""

from __future__ import annotations


def syllable_set(text: str) -> frozenset[str]:
    """Words of a table written as running text."""
    return frozenset(text.split())


UPPER = "A-ZĐÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
LOWER = "a-zđàáâãèéêìíòóôõùúýăĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
"""Classes for regular expressions: ranges over Vietnamese letters mix capitals and small letters."""

ABBREVIATIONS = syllable_set("""
    tp tx tt q p h x ts ths pgs gs bs ks cn ng tr đ đc đ/c tm kt tl tuq st nxb vd mr mrs dr no vol
    st. v.v vv tel fax đt stt ub ubnd
""")
"""Words after which a full stop ends no sentence."""

CONNECTIVES = (
    "qua đó", "từ đó", "bên cạnh đó", "ngoài ra", "đồng thời", "trên cơ sở đó", "nhờ đó", "nhờ vậy", "do đó",
    "do vậy", "vì vậy", "theo đó", "trong đó", "cụ thể", "nội dung này", "việc này", "điều này", "kết quả đó",
    "những kết quả", "kết quả này", "trên đây", "nhìn chung", "như vậy", "tuy nhiên", "song song",
    "cùng với đó",
    "mặt khác", "tuy vậy", "dù vậy", "mặc dù vậy", "thế nhưng", "ngược lại", "trái lại", "hơn nữa",
    "thêm vào đó", "hai là", "ba là", "bốn là", "năm là", "thực tiễn cũng", "các nội dung trên",
    "những nội dung",
)  # fmt: skip
"""Openings that lean on the sentence before: a quote that starts with one reads torn out."""

SET_PHRASES = (
    "góp phần nâng cao", "tạo chuyển biến tích cực", "chuyển biến tích cực", "từng bước được nâng",
    "từng bước đi vào",
    "luôn được quan tâm", "được quan tâm chỉ đạo", "quan tâm lãnh đạo", "thường xuyên, liên tục",
    "kịp thời, đồng bộ",
    "hiệu lực, hiệu quả", "ý thức trách nhiệm", "nâng cao nhận thức", "nâng cao trách nhiệm",
    "sự hài lòng của",
    "củng cố niềm tin", "đạt được nhiều kết quả", "kết quả tích cực", "kết quả quan trọng",
    "nghiêm túc, hiệu quả",
    "đúng quy định", "theo quy định", "phù hợp với tình hình", "phù hợp với điều kiện",
    "phù hợp với chức năng",
    "thiết thực, hiệu quả", "phát huy vai trò", "sâu rộng", "toàn diện", "đi vào chiều sâu", "đi vào nề nếp",
    "sự đồng thuận", "tạo sự thống nhất", "xác định là nhiệm vụ", "nhiệm vụ quan trọng", "tiếp tục được",
    "hoàn thành tốt nhiệm vụ", "trong thời gian qua", "những năm qua", "trong những năm qua", "cơ bản được",
    "được triển khai nghiêm túc", "được thực hiện nghiêm túc", "được chú trọng", "được tăng cường",
    "được duy trì",
    "tạo điều kiện thuận lợi", "phục vụ nhân dân", "không ngừng", "ngày càng được", "rõ rệt",
    "chỉ đạo quyết liệt", "thực hiện chức năng quản lý", "có chức năng tham mưu", "là cơ quan chuyên môn",
    "theo chức năng, nhiệm vụ",
)  # fmt: skip
"""Praise and formulas that every report carries; they are no content."""

STOP = syllable_set("""
    và của các những được đã đang sẽ trong với cho về là có để theo tại từ đến do bằng này đó khi
    cũng trên dưới một nhiều mỗi mọi như vào ra lên sau trước giữa hoặc hay nhưng mà thì nên bị còn
    chưa không rất đều cùng việc sự cuộc nhằm qua gồm thông tới phải cần nếu vẫn nhất hơn đối số vì
    ở bởi
""")
"""Syllables at which no phrase begins or ends, and which weigh nothing in a comparison."""

WEAK_PHRASE = frozenset((
    "cán bộ", "công chức", "viên chức", "người lao động", "nhân dân", "người dân", "doanh nghiệp",
    "cơ quan", "đơn vị", "địa phương", "thực hiện", "tổ chức", "triển khai", "công tác", "nội dung",
    "kết quả", "chính quyền", "nhà nước", "trách nhiệm", "hiệu quả", "nhiệm vụ", "ban hành", "lãnh đạo",
    "chỉ đạo", "quy định", "văn bản", "kế hoạch", "nâng cao", "chất lượng", "tăng cường", "thực hiện tốt",
    "các cấp", "hàng năm", "hằng năm", "thời gian", "giai đoạn", "công tác dân", "tổ chức thực hiện",
    "triển khai thực hiện", "phối hợp", "trực thuộc", "liên quan",
))  # fmt: skip
"""Words so common in administrative prose that a phrase made of them alone is no theme."""

ITEM_ROLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("limits", ("hạn chế", "khó khăn", "tồn tại", "vướng mắc", "nguyên nhân", "yếu kém")),
    ("lessons", ("bài học", "kinh nghiệm")),
    ("proposals", ("kiến nghị", "đề xuất", "đề nghị")),
    ("models", ("mô hình", "điển hình", "cách làm")),
    ("awards", ("khen thưởng", "biểu dương", "tôn vinh")),
    ("tasks", ("phương hướng", "định hướng", "nhiệm vụ trọng tâm", "giải pháp", "nhiệm vụ thời gian tới")),
)
"""Role of an outline item by words of its title, first match wins; anything else tells results."""

LIMIT_CUES = (
    "hạn chế", "khó khăn", "chưa", "thiếu", "còn", "chậm", "bất cập", "vướng mắc", "tồn tại",
    "không đồng đều",
    "lúng túng", "hình thức", "thấp", "yếu", "quá tải", "không kịp", "chồng chéo", "xuống cấp",
    "xa trung tâm",
)  # fmt: skip
CAUSE_CUES = ("nguyên nhân", "là do", " do ", "xuất phát từ", "bởi")
OBJECTIVE = ("khách quan",)
SUBJECTIVE = ("chủ quan",)

ADDRESSEES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Trung ương", ("trung ương", "ban bí thư", "bộ chính trị", "quốc hội", "chính phủ", "thủ tướng")),
    ("Bộ, ngành Trung ương", (
        "bộ nội vụ", "bộ tài chính", "bộ tư pháp", "bộ, ngành", "các bộ", "bộ ngành", "bộ thông tin",
        "bộ khoa học",
        "bộ y tế", "bộ giáo dục", "bộ nông nghiệp", "bộ công an", "bộ xây dựng", "bộ văn hóa",
        "bộ công thương",
        "thanh tra chính phủ", "văn phòng chính phủ", "bộ dân tộc",
    )),
    ("Tỉnh ủy", (
        "tỉnh ủy", "tỉnh uỷ", "ban thường vụ tỉnh", "thường trực tỉnh", "ban tuyên giáo và dân vận",
        "thành ủy",
    )),
    ("HĐND tỉnh", ("hđnd tỉnh", "hội đồng nhân dân tỉnh")),
    ("UBND tỉnh", (
        "ubnd tỉnh", "ủy ban nhân dân tỉnh", "uỷ ban nhân dân tỉnh", "chủ tịch ubnd tỉnh", "lãnh đạo tỉnh",
    )),
    ("Mặt trận Tổ quốc và các tổ chức chính trị - xã hội", (
        "mặt trận tổ quốc", "ủy ban mttq", "mttq", "mặt trận", "tổ chức chính trị - xã hội", "đoàn thể",
    )),
    ("Sở Nội vụ", ("sở nội vụ",)),
    ("Sở, ban, ngành tỉnh", (
        "các sở", "sở, ban, ngành", "sở, ngành", "sở khoa học", "sở tài chính", "sở tư pháp", "sở thông tin",
        "sở y tế", "sở xây dựng", "sở giáo dục", "sở nông nghiệp", "sở văn hóa", "sở công thương",
        "sở dân tộc",
        "thanh tra tỉnh", "văn phòng ubnd tỉnh", "công an tỉnh", "cơ quan chuyên môn",
    )),
    ("Cấp xã", (
        "ubnd cấp xã", "ubnd các xã", "ubnd xã", "ubnd phường", "cấp ủy, chính quyền cơ sở", "cấp xã",
    )),
)  # fmt: skip
UNSTATED = "Chưa nêu rõ nơi nhận"


AWARD_CUES = (
    "bằng khen", "giấy khen", "huân chương", "huy chương", "cờ thi đua", "chiến sĩ thi đua", "kỷ niệm chương",
    "tập thể lao động", "lao động tiên tiến", "lao động xuất sắc", "danh hiệu", "được khen thưởng",
    "được tặng",
    "biểu dương",
)  # fmt: skip
NAMED_AWARDS = AWARD_CUES[:8]

DOUBLE_COUNT = (
    "huyện", "thị xã", "trước sáp nhập", "trước khi sáp nhập", "cũ", "trước 01/7/2025",
    "trước ngày 01/7/2025",
    "trước hợp nhất",
)  # fmt: skip
WIDER_AREA = (
    "toàn tỉnh", "trên địa bàn tỉnh", "cả tỉnh", "toàn ngành", "cả nước", "toàn quốc", "các xã, phường",
)  # fmt: skip
UNSUMMABLE_UNITS = syllable_set("""
    % năm ngày tháng giờ phút giây tuổi lần quý tuần điểm km m độ
""")
"""Units whose sum over agencies says nothing (shares, time, distance)."""

PETITION_CONTEXT = (
    "khiếu nại", "tố cáo", "đơn", "kiến nghị", "phản ánh", "tranh chấp", "khởi kiện", "hòa giải",
    "hoà giải", "vụ việc",
    "thu hồi đất", "bồi thường", "đền bù", "tố giác", "xử phạt", "khởi tố", "vi phạm", "kỷ luật", "bị hại",
    "nạn nhân", "ly hôn", "bạo lực", "thi hành án", "ý kiến", "yêu cầu", "kiện",
)  # fmt: skip

LIGHT = (
    "hỗ trợ", "bố trí", "quan tâm", "tiếp tục", "đẩy mạnh", "xem xét", "đề nghị", "kính đề nghị", "kiến nghị",
    "đề xuất", "chủ yếu", "phần lớn", "đa số", "hầu hết", "một số", "một bộ phận", "một phần", "một vài",
    "thường xuyên", "kịp thời", "đầy đủ", "phù hợp", "cơ bản", "thực sự", "thật sự", "có lúc", "có nơi",
    "đôi lúc", "đôi khi", "bảo đảm", "đảm bảo", "tập trung", "chú trọng", "tích cực", "chủ động", "hạn hẹp",
    "cấp trên", "cấp có thẩm quyền", "nguyên nhân", "khách quan", "chủ quan", "thời gian tới", "hiện nay",
    "trong điều kiện", "sớm", "cấp", "tốt", "hơn nữa", "phụ trách", "làm công tác", "đảm nhiệm",
    "rõ ràng", "cụ thể", "tình trạng", "hiện tượng", "tình hình",
)  # fmt: skip
"""Words that may differ between two sentences that say the same thing, besides `WEAK_PHRASE`."""

# ruff: noqa: E501 - one sentence a line
"""Own sentences for synthetic reports: ten agencies, each with its own places, numbers and habits.

Every sentence is filled with the agency's words at short intervals, so that no two reports share a
long run of words unless a test copies one on purpose.
"""

from __future__ import annotations

PLACES = [
    "Suối Đá",
    "Hòa Lâm",
    "Đồng Mây",
    "Ia Krôm",
    "Bàu Sen",
    "Gò Thị",
    "Tân Lập",
    "Chư Plông",
    "Cát Vân",
    "Núi Một",
]
PEOPLE = [
    "Trần Văn Lợi",
    "Nguyễn Thị Hạnh",
    "Rơ Châm Thuin",
    "Phạm Đức Toàn",
    "Lê Thị Mai",
    "Đinh Văn Hải",
    "Siu H'Bia",
    "Võ Minh Quân",
    "Hồ Thị Lan",
    "Bùi Quốc Việt",
]
TOOLS = [
    "máy quét tốc độ cao",
    "giá kệ di động",
    "phần mềm dùng chung",
    "kho lạnh nhỏ",
    "mã vạch trên từng hộp",
    "máy hút ẩm",
    "tủ chống cháy",
    "sổ mục lục điện tử",
    "camera trong kho",
    "bìa cứng không a-xít",
]
HABITS = [
    "mỗi chiều thứ sáu",
    "đầu giờ sáng thứ hai",
    "ngày cuối của tháng",
    "sau từng kỳ họp",
    "trước khi nghỉ phép",
    "khi bàn giao việc",
    "hai tuần một lần",
    "vào giữa quý",
    "ngay khi kết thúc việc",
    "lúc kiểm kê cuối năm",
]
GROUPS = [
    "phòng Tổng hợp",
    "tổ Một cửa",
    "bộ phận Kế toán",
    "đội Quản lý đất đai",
    "phòng Văn hóa",
    "tổ Pháp chế",
    "nhóm cán bộ trẻ",
    "phòng Kinh tế",
    "ban Biên tập",
    "tổ Giúp việc",
]
WEATHER = [
    "mưa dầm kéo dài",
    "nắng gắt ven biển",
    "gió cát",
    "sương muối",
    "lũ về nhanh",
    "ẩm mốc mùa đông",
    "bụi đỏ mùa khô",
    "hơi mặn",
    "mối mọt",
    "sạt lở đầu mùa",
]
VERBS = [
    "nhắc nhau",
    "kèm cặp",
    "chấm chéo",
    "ghi nhật ký",
    "họp nhanh",
    "chia ca",
    "đối chiếu",
    "rút kinh nghiệm",
    "phân vai",
    "bốc thăm kiểm tra",
]
MODELS = [
    "Kho mở cuối tuần",
    "Một hồ sơ một mã",
    "Bàn giao không giấy",
    "Ngày thứ bảy sạch kho",
    "Tủ hồ sơ xanh",
    "Bìa vàng nhắc hạn",
    "Góc tra cứu số",
    "Hộp lưu trữ liên thông",
    "Sổ tay văn thư trẻ",
    "Mười phút cuối giờ",
]
BODIES = [
    "Sở Tài chính",
    "Bộ Nội vụ",
    "Ủy ban nhân dân tỉnh",
    "Sở Nội vụ",
    "Hội đồng nhân dân tỉnh",
    "Sở Xây dựng",
    "Cục Văn thư và Lưu trữ nhà nước",
    "Bộ Tài chính",
    "Sở Khoa học và Công nghệ",
    "Văn phòng Chính phủ",
]
CAUSES = [
    "biên chế bị cắt giảm",
    "kinh phí cấp nhỏ giọt",
    "kho tạm thấp và dột",
    "người làm hay chuyển việc",
    "mạng nội bộ chập chờn",
    "lãnh đạo cũ chưa sát",
    "quy định cũ chồng nhau",
    "khối lượng dồn sau sáp nhập",
    "thói quen giữ giấy ở bàn",
    "thiếu lớp tập huấn",
]


def words(index: int) -> dict[str, object]:
    """Fillers of agency `index` (0–9); `j` and `k` style lists are shifted so that pairs differ too."""

    def pick(values: list[str], shift: int) -> str:
        return values[(index * 3 + shift) % len(values)]

    return {
        "p": PLACES[index], "q": PEOPLE[index], "t": pick(TOOLS, 0), "t2": pick(TOOLS, 4), "h": pick(HABITS, 1),
        "h2": pick(HABITS, 6), "g": pick(GROUPS, 2), "g2": pick(GROUPS, 7), "w": pick(WEATHER, 3), "v": pick(VERBS, 0),
        "v2": pick(VERBS, 5), "m": MODELS[index], "b": pick(BODIES, 0), "b2": pick(BODIES, 4), "c": pick(CAUSES, 1),
        "c2": pick(CAUSES, 6), "n": 12 + 7 * index, "n2": 340 + 53 * index, "n3": 5 + index, "n4": 61 + 3 * index,
        "n5": 1200 + 111 * index, "y": 2021 + index % 4, "y2": 2022 + index % 3, "d": 3 + index, "d2": 11 + index,
    }  # fmt: skip


BODY: dict[str, list[str]] = {
    "I": [
        "{p} được lập lại từ tháng 7 năm 2025, trụ sở chính đặt cạnh bến xe, kho lưu trữ ở tầng trệt. Trong tổng số {n} công chức "
        "có {n3} người từng làm văn thư; {g} giữ sổ, {g2} giữ chìa khóa kho. Địa bàn thường chịu {w} nên giấy tờ dễ hỏng, "
        "việc mua {t} được bàn từ rất sớm.",
        "Nằm ở cuối tuyến đường mới, {p} có {n} thôn và một chợ lớn. Sau khi dồn bộ máy, {g} tiếp quản toàn bộ kho cũ, còn {g2} lo "
        "phần giấy tờ đang dùng. Khó nhất là {w}; bù lại nơi đây có sẵn {t} và {n3} người thạo việc.",
    ],
    "II.1": [
        "Người đứng đầu đã ký Kế hoạch số {n}/KH-UBND ngày {d}/3/{y} về nộp lưu hồ sơ, rồi Quyết định số {n2}/QĐ-UBND ngày {d2}/8/{y2} "
        "ban hành danh mục hồ sơ của {p}. Các văn bản này được {g} soạn, {g2} góp ý bằng phiếu, có mặt cả người giữ kho; "
        "{h} lại rà một lượt.",
        "Từ năm {y}, {p} làm việc theo Quyết định số {n2}/QĐ-UBND ngày {d2}/5/{y} ban hành quy chế văn thư và Công văn số "
        "{n}/UBND-VX ngày {d}/10/{y2} nhắc thời hạn. {g} theo dõi, {g2} ghi sổ; {h} đem ra đọc trước cuộc họp để ai nấy cùng nhớ.",
    ],
    "II.2": [
        "Thay cho hội nghị đông người, {p} chọn cách {v} giữa {g} và {g2}, phát tờ gấp bốn trang về cách đặt tên hồ sơ. "
        "Đồng chí {q} trực tiếp đứng lớp, mang theo {t} để người nghe làm thử. {h} có bài trên loa, "
        "kể chuyện một hồ sơ thất lạc và cách tìm lại.",
        "Việc phổ biến ở {p} gắn với ca trực: {h}, {q} mở lại quy chế, {g} hỏi, {g2} trả lời. Bảng tin treo ảnh kho trước và sau khi có {t}. "
        "Người mới được {v} đủ ba buổi, sau đó mới nhận con dấu và mật khẩu.",
    ],
    "III.1": [
        "Năm qua {p} tiếp nhận {n5} văn bản đến, phát hành {n2} văn bản đi; {n4}% được ký số. {g} vào sổ trong buổi, {g2} "
        "chuyển đúng người; {h} đối chiếu số thứ tự một lần. Nhờ {t}, không còn cảnh hai văn bản trùng số như những năm trước.",
        "Luồng giấy tờ của {p} đã gọn: {n5} văn bản đến và {n2} văn bản đi đều có vết trên {t}. Tỷ lệ ký số đạt {n4}%. "
        "{h}, {g} chốt sổ với {g2}; văn bản trả lại vì sai thể thức chỉ còn {n3} văn bản.",
    ],
    "III.2": [
        "Có {n2} hồ sơ được lập theo danh mục, trong đó {n} hồ sơ vĩnh viễn đã nộp vào kho của {p}. {g} lập từ lúc mở việc, "
        "{g2} kiểm tra mục lục; {h} người phụ trách kho ký nhận từng tập. Ai nộp chậm phải {v} trước cuộc giao ban.",
        "Đến nay {p} đã giao nộp {n} hồ sơ, còn {n3} hồ sơ xây dựng chờ quyết toán. Cách làm là {v} theo cặp: {g} xếp, {g2} đọc lại. "
        "{h} mở tủ kiểm đếm; bìa ghi sai được thay ngay, kèm {t} để khỏi lẫn.",
    ],
    "III.3": [
        "Kho của {p} đã chỉnh lý {n4} mét tài liệu, số hóa {n5} trang. Phần dễ nát vì {w} được vá giấy dó trước khi qua {t}. "
        "{g} nhập trường thông tin, {g2} soát lỗi chính tả; mỗi ngày dừng đúng lúc bốn giờ để mắt đỡ mỏi.",
        "Việc số hóa ở {p} đi từ sổ hộ tịch: {n5} trang xong trong một mùa, tiếp đến {n4} mét hồ sơ đất đai. {t} do {b2} cho mượn. "
        "Sợ {w}, {g} bọc từng cặp; {g2} thử mở lại một phần mười số tệp, tệp hỏng thì quét lại.",
    ],
    "III.4": [
        "Nổi bật ở {p} là mô hình “{m}”: {h} kho mở cửa, người dân tới tra giấy tờ cũ mà không phải hẹn. Người nghĩ ra là {q}, "
        "làm cùng {g}; sau sáu tháng {g2} học theo. Cách làm rẻ, chỉ thêm {t} và một bàn đọc cạnh cửa sổ.",
        "Đáng kể nhất có cách làm “{m}” do {q} khởi xướng tại {p}. Lúc đầu chỉ {g} thử, về sau {g2} xin cùng làm. {h} họ {v}, "
        "dán kết quả lên cánh tủ; khách đến xem, hỏi mua {t} ở đâu và chép mẫu mang về.",
    ],
    "IV.1": [
        "Cái được lớn nhất của {p} là thói quen: {h} ai cũng tự dọn hồ sơ. {g} bớt giờ tìm giấy, {g2} trả lời dân nhanh. "
        "Kho khô ráo dù {w}; {t} dùng đúng chỗ. Niềm tin giữa các phòng khá hơn, chuyện đổ lỗi mất giấy gần như không còn.",
        "Sau mấy năm, {p} tìm lại được nhiều tập tưởng đã mất, giải quyết xong các vụ tranh chấp ranh đất cũ. {g} và {g2} nói cùng một thứ tiếng "
        "về mã hồ sơ. {t} trụ vững qua {w}. Người giữ kho được kính trọng, không ai coi đó là việc phụ.",
    ],
    "IV.2": [
        "Kho của {p} vẫn chật, {g} có lúc để tài liệu ngoài hành lang; việc nộp hồ sơ chưa đúng hạn ở {g2}. Nguyên nhân khách quan là {c}, "
        "thêm {w}; nguyên nhân chủ quan là {c2}. Một vài người còn ngại ghi mục lục, chưa quen với {t}.",
        "Ở {p} vẫn còn hồ sơ giữ tại bàn làm việc, mục lục của {g} thiếu trang, bản số hóa của {g2} mờ. Tình trạng này xuất phát từ việc {c}; "
        "mặt khác {c2}. Gặp {w}, {t} lại hỏng nên khối tài liệu tồn chưa vơi.",
    ],
    "IV.3": [
        "Điều {p} rút ra: việc nhỏ phải giao tên người, như {q} giữ chìa khóa, {g} giữ sổ. {h} kiểm một lần hơn hẳn đợt tổng kiểm kê. "
        "Đừng chờ đủ tiền mới làm; bắt đầu bằng {t} cũng đã khác. Khi {g2} thấy lợi, họ tự theo.",
        "Kinh nghiệm của {p} nằm ở chữ đều: {h} làm một ít, {v} với nhau, không dồn tới cuối năm. {q} nói phải khen đúng lúc. "
        "{g} sai thì sửa ngay trên bìa, {g2} xem đó là bài học; {t} chỉ giúp khi người dùng hiểu việc.",
    ],
    "V.1": [
        "Trong ba năm tới {p} dồn sức cho phần hồ sơ đất, xong trước mùa {w}. {g} lập kế hoạch theo quý, {g2} lo đào tạo người thay thế. "
        "Sẽ mua thêm {t2}, mở phòng đọc; {h} báo tiến độ trên bảng chung để mọi người cùng thấy phần việc còn lại.",
        "Hướng đi của {p} là không nhận giấy khi đã có bản số. {g} thử trước, {g2} theo sau một quý. {q} phụ trách lớp kèm nghề; {t2} sẽ được "
        "thay mới. {h} rà lại mốc, việc nào chậm vì {w} thì dời và nói rõ lý do cho dân biết.",
    ],
    "V.2": [
        "Đề nghị {b} hỗ trợ {p} kinh phí làm kho, ưu tiên nơi hay gặp {w}. Kiến nghị {b2} ban hành giá chỉnh lý mới, "
        "hướng dẫn cách giao {t} cho cấp dưới dùng chung; {g} và {g2} sẵn sàng làm điểm trong hai năm đầu.",
        "Đối với {b}: cho phép {p} dùng nguồn tiết kiệm để mua {t2}. Đối với {b2}: mở lớp ngắn ngày ngay tại chỗ cho {g}, "
        "thêm suất học nghề cho {g2}; nơi chịu {w} cần được cấp thuốc chống mốc đều hơn.",
    ],
}

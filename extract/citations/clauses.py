"""The words that begin a subject, end it, or begin the main clause after it. Data for `subjects`."""

from __future__ import annotations

from extract.citations.wordlists import either

SUBJECT_VERBS = either("""
ban hành; quy định; phê duyệt; sửa đổi; bổ sung; thành lập; kiện toàn; công bố; thông qua; hướng dẫn
triển khai; thực hiện; tổng kết; sơ kết; điều chỉnh; tăng cường; đẩy mạnh; tổ chức; bãi bỏ; thay thế
giao; công nhận; chỉ đạo; yêu cầu; đề nghị; Ban hành; Quy định; Phê duyệt; Sửa đổi; Hướng dẫn
Thành lập; Kiện toàn; Triển khai; Tổng kết
giám sát; kiểm tra; quán triệt; thi hành; đôn đốc; chấn chỉnh; hợp nhất; phát động; lãnh đạo; thông báo
tuyên truyền; bổ nhiệm
""")
"""Verbs that begin a subject without "về", right after an issuer or a date."""

FIRM_VERBS = either("phê duyệt; ban hành; quy định; sửa đổi; bãi bỏ; công bố; hướng dẫn; quy định chi tiết")
"""Those of them that begin a subject right after the number, where no provision is cited."""

PREDICATES = either("""
đã; cho thấy; nhưng; tuy nhiên; hết hiệu lực; và phải; phải được; đều có; đều phải; đều được
""")
"""Words that no subject holds: the sentence goes on."""

COORDINATED = either("các văn bản; các Văn bản; văn bản; Văn bản")
"""After "và": other documents beside the one cited."""

ACTIONS = either("tiến hành; phân công; cử; bố trí; yêu cầu; gửi")
"""After "và": what the writer did, no part of a subject."""

ASIDES = either("""
sau đây; gửi kèm; kèm; gọi tắt; gọi chung; viết tắt; dưới đây; đính kèm; có; phụ lục; Phụ lục; chi tiết
nay là; thay thế; được; đã; ban hành; kế hoạch; Kế hoạch; công văn; Công văn; số; trừ; trừ trường hợp
""")
"""Brackets that begin with these are remarks on the document."""

BODIES = either("""
Sở; UBND; Ủy ban; Uỷ ban; Văn phòng; Ban; Phòng; Đảng ủy; Đảng uỷ; Đảng bộ; Công an; Chi cục; Trung tâm
Hội; Đoàn; Trường; Tổ; Tập thể; Bệnh viện; Liên đoàn; Đơn vị; Toàn tỉnh; Toàn xã; Tỉnh
Huyện; Xã; Phường; HĐND; Hội đồng; Mặt trận; UBMTTQ; Chi bộ; Chủ tịch; Giám đốc
Lãnh đạo; Thường trực; Tỉnh ủy; Thành phố; Cục; Kho bạc; Bảo hiểm; Thanh tra; Viện; Tòa án
lãnh đạo UBND; lãnh đạo Sở; lãnh đạo Văn phòng; lãnh đạo Ban; nhà trường
""")
"""Subjects of a main clause, printed with a capital or never part of a title."""

PLAIN_BODIES = either("""
đơn vị; cơ quan; địa phương; xã; phường; ngành; tỉnh; lãnh đạo; cấp ủy; cấp uỷ; công tác; việc; toàn tỉnh
chính quyền; tập thể
chi bộ; nhân dân; người dân; trường; huyện; thị xã; thành phố; hệ thống chính trị; cán bộ; đảng viên; hội viên
các; phòng; trường; hội; từng; mỗi; nhiều; một số; toàn thể; đoàn viên
công chức; đội ngũ; công tác dân vận
""")
"""Subjects of a main clause in lower case: they need "đã" or "luôn" after them."""

PAIRED_NOUNS = either("""
công chức; viên chức; người lao động; đảng viên; ban; ngành
đơn vị; địa phương; làng; buôn; tổ dân phố; cá nhân
đoàn thể; hội viên; đoàn viên; xã; phường
""")
"""Nouns that follow such a subject after a comma ("cán bộ, công chức đã …")."""

MAIN_VERBS = either("""
đã; ban hành; chỉ đạo; tổ chức; triển khai; tham mưu; xây dựng; tiếp tục; luôn; thường xuyên; báo cáo
yêu cầu; đề nghị; xin; quán triệt; phối hợp; chủ động; thực hiện; kịp thời; kính; nhận; gửi; thành lập
cụ thể hóa; phân công; giao; cử; bố trí
""")

OPENERS = either("""
hằng năm; hàng năm; trong những năm; trong thời gian; trong năm; trong giai đoạn; đến nay; từ đó; qua đó
trên cơ sở; theo đó; đồng thời; thời gian qua; cụ thể; ngay sau; sau khi; từ năm; từ khi; nhìn chung
kết quả; bên cạnh; hiện nay; ngay từ; kể từ khi; căn cứ; thực hiện chỉ đạo
với; nhằm; đã; được; nay; vừa; chủ động; tích cực
góp phần; tạo; trong đó; xác định; khẳng định; đánh dấu; đều
""")
"""After a comma these begin the main clause by themselves."""

AFTER_YEAR = either("""
năm; và; định hướng; tầm nhìn; phương hướng; nhiệm vụ; giai đoạn; trên địa bàn; kế hoạch; tại; của
nhiệm kỳ; quý; tháng; dự toán; triển khai nhiệm vụ; đề ra; những năm
""")
"""A subject goes on with these after a year and a comma; with anything else it has ended."""

AFTER_QUOTE = either("""
Kế hoạch; Đề án; Dự án; Chương trình; Phong trào; phong trào; cuộc vận động; Cuộc vận động; mô hình; chủ đề
gắn với; theo; cho; ở; và; chào mừng; nhân dịp; Ngày; Tháng; Tuần lễ
""")
"""A subject goes on with these after a quotation and a comma; with anything else it has ended."""

ABBREVIATED = frozenset(
    {"TP", "Tp", "GS", "TS", "PGS", "ThS", "BS", "KS", "CN", "tr", "TT", "Q", "P", "H", "T"}
)
"""A full stop after these ends nothing."""

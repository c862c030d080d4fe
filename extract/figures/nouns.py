"""The things that figures count and measure: facts of vocabulary, in small letters."""

from __future__ import annotations

from extract.citations.wordlists import phrase_set, word_set

MEASURES = phrase_set("""
%; ‰; phần trăm; đồng; vnđ; vnd; usd; đ; ha; héc ta; hecta; km; km2; km²; m; m2; m²; m3; m³; kg; tấn; tạ
lít; kwh; mw; điểm phần trăm; giờ; phút; ngày; tháng; tuần; điểm; triệu; tỷ; tỉ; nghìn; ngàn; mm; cm; gb
tb; kw; điểm %; phần ngàn
""")
SCALES = ("nghìn tỷ", "ngàn tỷ", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "vạn")
AFTER_SCALE = phrase_set("""
đồng; usd; vnđ; vnd; lượt; người; lượt người; hộ; m2; m²; m3; tấn; ha; cây; lượt truy cập; hồ sơ; lao động
dân; cổ phiếu; kwh; lượt xem; lượt tiếp cận; lượt khách; khách; con; m; km; bản
tài khoản
""")

NOUNS = phrase_set("""
lần; nước; phần; trận; bức; chiếc; vòng; dòng; khóa; bước; cái; ông; bà; em; cháu; cụ; vị; nền; xe; tàu; máy
cổng; kênh; tập; trang; cặp; đôi; nghề; ngành; giống; loại; khâu; quận; huyện; tỉnh; nhà máy; cửa hàng
mô hình; công trình; phần việc; dự án; đề án; kế hoạch; văn bản; báo cáo; quyết định; nghị quyết
chỉ thị; công văn; thông báo; hướng dẫn; tờ trình; hồ sơ; thủ tục hành chính; thủ tục; tthc
dịch vụ công; dịch vụ công trực tuyến; đơn; đơn thư; khiếu nại; tố cáo; kiến nghị; phản ánh; ý kiến
câu hỏi; phiếu; phiếu khảo sát; vụ việc; vụ; nội dung; nhiệm vụ; chỉ tiêu; tiêu chí; giải pháp
đoàn viên, hội viên; hội viên, đoàn viên; băng rôn, khẩu hiệu; pa nô, áp phích; cán bộ, đảng viên
cán bộ, hội viên; cán bộ; công chức; viên chức; người lao động; cán bộ, công chức
cán bộ, công chức, viên chức; công chức, viên chức; cán bộ, công chức, viên chức, người lao động
đảng viên; đoàn viên; hội viên; người; người dân; công dân; nhân khẩu; lao động; học sinh; sinh viên
giáo viên; đại biểu; thành viên; hòa giải viên; hoà giải viên; báo cáo viên; tuyên truyền viên; già làng
người có uy tín; trẻ em; phụ nữ; thanh niên; cựu chiến binh; nông dân; hộ; hộ dân; hộ gia đình; hộ nghèo
hộ cận nghèo; gia đình; gia đình chính sách; tổ chức; cá nhân; tập thể; tập thể, cá nhân; doanh nghiệp
hợp tác xã; htx; tổ hợp tác; cơ sở; cơ quan; đơn vị; cơ quan, đơn vị; địa phương; xã; phường; xã, phường
thôn; làng; thôn, làng; tổ dân phố; thôn, tổ dân phố; khu phố; buôn; bản; chi bộ; đảng bộ; chi hội
chi đoàn; tổ; đội; nhóm; câu lạc bộ; ban; phòng; trung tâm; trường; trường học; trường hợp; trạm y tế
tổ hòa giải; tổ hoà giải; tổ công nghệ số cộng đồng; tổ tiết kiệm; ban thanh tra nhân dân; ban giám sát; nhà
căn nhà; ngôi nhà; nhà tình nghĩa; nhà văn hóa; nhà ở; cây cầu; cầu; ngày làm việc; đồng chí; chủ tịch
phó chủ tịch; thư ký; ủy viên; uỷ viên; giám đốc; phó giám đốc; trưởng phòng; phó trưởng phòng; thẻ
thẻ bhyt; thẻ bảo hiểm y tế; tuyến đường; con đường; suất quà; phần quà; suất học bổng; học bổng
bằng khen; giấy khen; lượt; chương trình; phong trào; hội thi; cuộc thi; giải; sáng kiến; đề tài
tin, bài; tin bài; tin; bài; bài viết; chuyên mục; chuyên đề; phóng sự; chuyên trang; tờ rơi; tờ gấp
băng rôn; pa nô; pano; khẩu hiệu; cuốn; quyển; bộ; bộ tài liệu; tài liệu; tài khoản; nhóm zalo
trang facebook; máy tính; thiết bị; camera; hạng mục; gói thầu; sản phẩm; sản phẩm ocop; cây xanh; cây
con; con bò; ngày công; điển hình; gương; gương điển hình; tiến sĩ; thạc sĩ; biên chế; chức danh
vị trí việc làm; lĩnh vực; dân tộc; tôn giáo; cơ sở tôn giáo
đối tượng; đoàn thể; khu dân cư; giấy chứng nhận; giấy chứng nhận quyền sử dụng đất; giấy phép; chuyên viên
máy quét; máy in; máy vi tính; màn hình; máy chiếu; máy bơm; máy cày; bộ bàn ghế; chứng thư số; chữ ký số
phòng, ban; sở, ban, ngành; sở, ngành; ban, ngành; xã, phường, thị trấn; thôn, buôn; thôn, buôn, tổ dân phố
thôn, làng, tổ dân phố; tổ chức, cá nhân; tập thể và cá nhân; cơ quan, tổ chức; cơ quan, tổ chức, đơn vị
cơ quan, ban, ngành; ban, ngành, đoàn thể; ngành, đoàn thể; đơn vị hành chính; đơn vị sự nghiệp
đơn vị sự nghiệp công lập; đặc khu; thị xã; thị trấn; thành phố; ý kiến, kiến nghị; kiến nghị, phản ánh
phản ánh, kiến nghị; đơn, thư; chức sắc; chức việc; tín đồ; chiến sĩ; chiến sỹ; dân quân; tình nguyện viên
hội đồng; mạnh thường quân; nhà hảo tâm; hộ kinh doanh; trang trại; chợ; bệnh viện; giường bệnh; phòng học
trường mầm non; trường tiểu học; trường trung học cơ sở; trường thcs; trường thpt; nhóm trẻ; giếng nước
nhà đại đoàn kết; nhà tạm; nhà dột nát; nhà tạm, nhà dột nát; căn hộ; ngôi; hộ thoát nghèo; khẩu; tiếng; ca
thủ tục hành chính; dịch vụ; quy trình; cụm loa; loa; điểm phát sóng; trạm; điểm bưu điện; mét giá; mét; tuyến
danh hiệu; huân chương; huy chương; kỷ niệm chương; cờ thi đua; chiến sĩ thi đua; huy hiệu đảng; bậc; hạng
di tích; lễ hội; nghĩa trang; liệt sĩ; thương binh; người có công; hộ gia đình chính sách; trẻ; cặp vợ chồng
vụ cháy; ổ dịch; ca mắc; người chết; người bị thương; vắc xin; mũi; liều; xe ô tô; xe máy; phương tiện
ủy viên ban chấp hành; tổ viên; bản tin; chiến dịch; sự kiện; hoạt động; ngày hội; diễn đàn; tọa đàm
thí sinh; học viên; bài dự thi; tác phẩm; giải thưởng; bài thi; đề án; đề tài, sáng kiến; thẻ căn cước
tài khoản định danh; tài khoản định danh điện tử; văn bản quy phạm pháp luật; kết luận; quy chế; hương ước
hương ước, quy ước; quy ước; thông tư; nghị định; tờ; trang thông tin; cổng thông tin; cụm; chốt; tua
""")

CLASSIFIERS: dict[str, frozenset[str]] = {
    "cuộc": phrase_set("""
kiểm tra; giám sát; họp; đối thoại; tiếp xúc; tiếp xúc cử tri; thanh tra; hội nghị; thi; vận động
tuyên truyền; hòa giải; hoà giải; tọa đàm; toạ đàm; mít tinh; khảo sát; làm việc; điều tra; gặp mặt
sinh hoạt; phản biện; kiểm tra, giám sát; họp dân; giao ban; lấy ý kiến
"""),
    "buổi": phrase_set("""
tuyên truyền; sinh hoạt; họp; làm việc; tiếp công dân; đối thoại; tập huấn; nói chuyện; tọa đàm; toạ đàm
phát thanh; lao động; lễ; phổ biến
"""),
    "hội": phrase_set("nghị; thi; thảo; viên; diễn; nghị chuyên đề; nghị tập huấn; nghị tuyên truyền"),
    "lớp": phrase_set("tập huấn; bồi dưỡng; đào tạo; học; đào tạo nghề; tuyên truyền; xóa mù chữ"),
    "lượt": phrase_set("""
người; công dân; người dân; hộ; khách; tin; truy cập; xe; cán bộ; cán bộ, công chức; học sinh; đơn vị
hồ sơ; tổ chức; xem; cán bộ, công chức, viên chức; hội viên; đoàn viên; đảng viên; tiếp cận; hộ gia đình
ý kiến; phương tiện; tương tác; chia sẻ; bình luận; chiến sĩ; lao động; phụ nữ; thanh niên; giáo viên
người nghèo; đối tượng; nông dân; hội viên, đoàn viên; đoàn viên, hội viên; cán bộ, đảng viên; lực lượng
"""),
    "đợt": phrase_set(
        "kiểm tra; giám sát; tuyên truyền; ra quân; thi đua; cao điểm; vận động; sinh hoạt; công tác"
    ),
    "vụ": phrase_set("""
việc; hòa giải; hoà giải; án; tranh chấp; khiếu nại; vi phạm; mâu thuẫn; khiếu kiện; cháy; tai nạn
tai nạn giao thông; tai nạn lao động; bạo lực gia đình
"""),
    "đoàn": phrase_set("kiểm tra; giám sát; công tác; thanh tra; viên; khảo sát"),
    "tổ": phrase_set("kiểm tra; công tác; giám sát; dân vận; tự quản"),
    "phiên": phrase_set("họp; tiếp công dân; giải trình; chợ"),
    "kỳ": phrase_set("họp; tiếp công dân; sinh hoạt"),
    "chuyên": phrase_set("đề; mục; trang; gia; viên; án"),
    "ý": phrase_set("kiến; kiến góp ý; kiến đóng góp; kiến phản ánh; kiến, kiến nghị"),
}
"""First syllable -> what may follow it inside the unit; without any of these it is the unit alone."""

RATES = """
tháng; năm; ngày; tuần; quý; kỳ; giờ; phút; người; hộ; khẩu; xã; thôn; làng; lượt; ha; m2; m²; m3; km; kg; tấn
đơn vị; lớp; buổi; cuộc; lần; nhà; căn; suất; hồ sơ; vụ; học sinh; học viên; chi bộ; công trình; mô hình
trường hợp; cây; con
"""
"""What may follow a stroke after a unit ("triệu đồng/người/năm")."""

NO_UNITS = phrase_set("""
quy định; phù hợp; giai đoạn; kể từ; tính từ; liên quan; tương ứng; tương đương; triển khai; ban hành
theo dõi; chỉ đạo; xác định; phê duyệt; hoàn thành; hợp nhất; sáp nhập; thành lập; bổ sung; sửa đổi; tập trung
phối hợp; đồng thời; cơ bản; ưu tiên; nâng cao; xây dựng; phát triển; dân số; bắt đầu; kết thúc; diễn ra
yêu cầu; đề nghị; nhấn mạnh; khẳng định; ghi nhận; biểu dương; họp; luôn; vẫn; chính thức; trực tiếp
trực thuộc
""")
"""Words after a number that go on with the sentence: it named something ("Phương thức 2 phù hợp …")."""

HALVES = word_set("hội chuyên ý")
"""Those of them that are half a word: alone they are no unit."""

AGES = word_set("tuổi")
"""What is counted in these says how old somebody is, not how much was done."""

TIMES = phrase_set("năm; tháng; ngày; tuần; giờ; phút; lần; phần; điểm")
"""What numbers in words before them count is no result ("mười ngày", "mười phần")."""

SCALED = {"tỷ": ("triệu",), "tỉ": ("triệu",), "triệu": ("nghìn", "ngàn")}
"""Scale -> the one a thousand times smaller ("12 tỷ 350 triệu đồng")."""

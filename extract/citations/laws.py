"""Names of laws, codes and ordinances as they are cited without a year. Facts of name only."""

from __future__ import annotations

from extract.citations.wordlists import phrase_set

LAW_NAMES = phrase_set("""
An ninh mạng; An ninh quốc gia; An toàn, vệ sinh lao động; An toàn thông tin mạng; An toàn thực phẩm
Ban hành văn bản quy phạm pháp luật; Bảo hiểm thất nghiệp; Bảo hiểm xã hội; Bảo hiểm y tế
Bảo hiểm tiền gửi; Bảo vệ bí mật nhà nước; Bảo vệ dữ liệu cá nhân; Bảo vệ môi trường
Bảo vệ quyền lợi người tiêu dùng; Bảo vệ và kiểm dịch thực vật; Bảo vệ, chăm sóc và giáo dục trẻ em
Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân; Biên phòng Việt Nam; Bình đẳng giới
Các tổ chức tín dụng; Căn cước; Căn cước công dân; Cán bộ, công chức; Cảnh sát biển Việt Nam
Cảnh sát cơ động; Cạnh tranh; Chăn nuôi; Chất lượng sản phẩm, hàng hóa; Chuyển đổi số
Chuyển giao công nghệ; Chứng khoán; Công an nhân dân; Công chứng; Công đoàn; Công nghệ cao
Công nghệ thông tin; Công nghiệp công nghệ số; Công nghiệp quốc phòng, an ninh và động viên công nghiệp
Cư trú; Dân quân tự vệ; Di sản văn hóa; Doanh nghiệp; Dữ liệu; Dự trữ quốc gia; Dược; Du lịch; Đất đai
Đấu giá tài sản; Đấu thầu; Đầu tư; Đầu tư công; Đầu tư theo phương thức đối tác công tư; Điện lực
Điện ảnh; Đo đạc và bản đồ; Đường bộ; Đường sắt; Giám định tư pháp; Giao dịch điện tử
Giao thông đường bộ; Giao thông đường thủy nội địa; Giá; Giáo dục; Giáo dục đại học
Giáo dục nghề nghiệp; Giáo dục quốc phòng và an ninh; Hải quan; Hàng không dân dụng Việt Nam
Hiến, lấy, ghép mô, bộ phận cơ thể người và hiến, lấy xác; Hòa giải ở cơ sở
Hòa giải, đối thoại tại Tòa án; Hoạt động giám sát của Quốc hội và Hội đồng nhân dân; Hóa chất
Hôn nhân và gia đình; Hộ tịch; Hợp tác xã; Kế toán; Khám bệnh, chữa bệnh; Khí tượng thủy văn; Khiếu nại
Khiếu nại, tố cáo
Khoa học và công nghệ; Khoa học, công nghệ và đổi mới sáng tạo; Khoáng sản; Kiểm toán độc lập
Kiểm toán nhà nước; Kiến trúc; Kinh doanh bảo hiểm; Kinh doanh bất động sản; Lâm nghiệp; Lưu trữ
Luật sư; Lực lượng dự bị động viên; Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở; Lý lịch tư pháp
Mặt trận Tổ quốc Việt Nam; Năng lượng nguyên tử; Ngân hàng Nhà nước Việt Nam; Ngân sách nhà nước
Nghĩa vụ quân sự; Nhà giáo; Nhà ở
Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam; Nuôi con nuôi; Người cao tuổi
Người khuyết tật; Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng; Phá sản
Phòng không nhân dân; Phòng bệnh; Phòng cháy, chữa cháy và cứu nạn, cứu hộ; Phòng cháy và chữa cháy
Phòng, chống bạo lực gia đình; Phòng, chống bệnh truyền nhiễm; Phòng, chống HIV/AIDS
Phòng, chống khủng bố; Phòng, chống ma túy; Phòng, chống mua bán người; Phòng, chống rửa tiền
Phòng, chống tác hại của rượu, bia; Phòng, chống tác hại của thuốc lá; Phòng, chống tham nhũng
Phòng, chống thiên tai; Phòng thủ dân sự; Phổ biến, giáo dục pháp luật; Quản lý thuế
Quản lý ngoại thương; Quản lý nợ công; Quản lý, sử dụng tài sản công
Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ; Quảng cáo; Quy hoạch; Quy hoạch đô thị
Quy hoạch đô thị và nông thôn; Quốc phòng; Quốc tịch Việt Nam; Sở hữu trí tuệ
Sĩ quan Quân đội nhân dân Việt Nam; Sử dụng năng lượng tiết kiệm và hiệu quả; Tài nguyên nước
Tài nguyên, môi trường biển và hải đảo; Tần số vô tuyến điện; Thanh niên; Thanh tra; Thể dục, thể thao
Thi đua, khen thưởng; Thi hành án dân sự; Thi hành án hình sự; Thỏa thuận quốc tế; Thống kê; Thú y
Thuế giá trị gia tăng; Thuế thu nhập cá nhân; Thuế thu nhập doanh nghiệp; Thủ đô; Thủy lợi; Thủy sản
Thư viện; Thực hành tiết kiệm, chống lãng phí; Thực hiện dân chủ ở cơ sở; Thương mại; Tiếp cận thông tin
Tiếp công dân; Tiêu chuẩn và quy chuẩn kỹ thuật; Tín ngưỡng, tôn giáo; Tổ chức Chính phủ
Tổ chức chính quyền địa phương; Tổ chức Quốc hội; Tổ chức Tòa án nhân dân
Tổ chức Viện kiểm sát nhân dân; Tố cáo; Tố tụng hành chính; Trách nhiệm bồi thường của Nhà nước
Trật tự, an toàn giao thông đường bộ; Trẻ em; Trợ giúp pháp lý; Trồng trọt; Trí tuệ nhân tạo
Trưng cầu ý dân; Tư pháp người chưa thành niên; Tương trợ tư pháp; Viên chức; Việc làm; Viễn thông
Xây dựng; Xuất bản; Xử lý vi phạm hành chính; Báo chí; Dân sự; Hình sự; Lao động; Hàng hải Việt Nam
Tố tụng dân sự; Tố tụng hình sự; Ưu đãi người có công với cách mạng
Thực hiện dân chủ ở xã, phường, thị trấn; Dân số; Cựu chiến binh; Công an xã
Bảo vệ công trình quan trọng liên quan đến an ninh quốc gia; Chi phí tố tụng; Án phí, lệ phí Tòa án
Hỗ trợ doanh nghiệp nhỏ và vừa; Bảo vệ và phát triển rừng; Địa chất và khoáng sản; Phí và lệ phí
Thuế tiêu thụ đặc biệt; Thuế xuất khẩu, thuế nhập khẩu; Thuế tài nguyên; Thuế bảo vệ môi trường
Thuế sử dụng đất nông nghiệp; Thuế sử dụng đất phi nông nghiệp; Đo lường; Biên giới quốc gia; Biển Việt Nam
Hoạt động chữ thập đỏ; Thi hành tạm giữ, tạm giam; Đặc xá; Tổ chức cơ quan điều tra hình sự; Dẫn độ
Chuyển giao người đang chấp hành án phạt tù; Tương trợ tư pháp về dân sự; Tương trợ tư pháp về hình sự
Tình trạng khẩn cấp; Xuất cảnh, nhập cảnh của công dân Việt Nam; Điều ước quốc tế; Cảnh vệ
Các công cụ chuyển nhượng; Thương mại điện tử; Phục hồi, phá sản; Quản lý phát triển đô thị; Cấp, thoát nước
Quản lý, sử dụng vốn nhà nước đầu tư vào sản xuất, kinh doanh tại doanh nghiệp; Công nghệ cao
Tổ chức Hội đồng nhân dân và Ủy ban nhân dân; Bầu cử đại biểu Hội đồng nhân dân; Dạy nghề
Bảo vệ sức khỏe nhân dân; Người lao động Việt Nam đi làm việc ở nước ngoài; Đê điều; Đa dạng sinh học
Đường thủy nội địa; Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người (HIV/AIDS)
Sử dụng năng lượng tiết kiệm và hiệu quả; Cảnh sát môi trường; Quản lý thị trường; Động viên công nghiệp
""")

BY_FIRST: dict[str, tuple[str, ...]] = {}
for _name in sorted({name.lower() for name in LAW_NAMES}, key=lambda item: (-len(item), item)):
    _first = _name.split()[0].rstrip(",")
    BY_FIRST[_first] = (*BY_FIRST.get(_first, ()), _name)
"""First word -> names that begin with it, longest first."""

"""Words of reports: which mean the same in a heading, which say little, which say nothing.

Data only. A heading retitled with the same meaning is found through these groups; the titles of the
outline itself decide how much each word weighs.
"""
# ruff: noqa: E501 - one meaning a line

from __future__ import annotations

# one line = one meaning; the first phrase names it
SAME_MEANING = """
hạn chế|tồn tại|khuyết điểm|yếu kém|bất cập|vướng mắc|khó khăn|nhược điểm|thiếu sót|trở ngại|mặt chưa được|chưa làm được|điểm nghẽn|điểm yếu|mặt yếu|còn yếu|rào cản|thách thức|những điểm cần khắc phục|việc chưa làm được
nguyên nhân|lý do|căn nguyên|nguồn gốc
bài học|bài học kinh nghiệm|kinh nghiệm|kinh nghiệm rút ra|bài học rút ra
kết quả|thành tựu|thành tích|ưu điểm|mặt làm được|mặt được|thành quả|việc làm được|kết quả nổi bật|những mặt mạnh|mặt mạnh|điểm mạnh|mặt tích cực|tích cực|chuyển biến|thuận lợi
đề xuất|kiến nghị|đề nghị|khuyến nghị
phương hướng|định hướng|nhiệm vụ trọng tâm|mục tiêu|nhiệm vụ và giải pháp|nhiệm vụ giải pháp|giải pháp|giải pháp trọng tâm|nhiệm vụ chủ yếu|nhiệm vụ chính|nhiệm vụ cụ thể|giải pháp chủ yếu|phương hướng nhiệm vụ|trọng tâm công tác
thời gian tới|những năm tới|giai đoạn tới|giai đoạn tiếp theo|năm tiếp theo|những năm tiếp theo|sắp tới|trong tương lai|năm tới|năm sau|kỳ tới|tháng tới|quý tới|nhiệm kỳ tới
mô hình|điển hình|cách làm hay|cách làm|gương điển hình|điển hình tiên tiến|cách làm sáng tạo|gương sáng|nhân tố mới|sáng kiến
tiêu biểu|nổi bật|tiên tiến|xuất sắc
khen thưởng|biểu dương|tôn vinh|tuyên dương|thi đua khen thưởng|thi đua|ghi nhận thành tích
nhân rộng|lan tỏa|nhân ra diện rộng|phổ biến nhân rộng
tuyên truyền|phổ biến|quán triệt|giáo dục|truyền thông|học tập quán triệt|thông tin tuyên truyền|nâng cao nhận thức|học tập
tiếp dân|tiếp công dân|tiếp xúc nhân dân
đối thoại|gặp gỡ|lắng nghe ý kiến|trao đổi trực tiếp|tiếp xúc
khiếu nại tố cáo|khiếu nại|tố cáo|đơn thư|đơn|kntc|đơn thư khiếu nại|đơn thư khiếu nại tố cáo|thư khiếu nại|phản ánh kiến nghị
giải quyết|xử lý
xử phạt|xử lý vi phạm|xử phạt vi phạm|xử lý sai phạm
cải cách hành chính|cchc
thủ tục hành chính|tthc|thủ tục|một cửa|hồ sơ thủ tục
đạo đức công vụ|đạo đức|văn hóa công sở|văn hóa công vụ|quy tắc ứng xử|ứng xử|tác phong|tác phong làm việc|kỷ luật kỷ cương|kỷ cương hành chính|kỷ cương|lề lối làm việc|thái độ phục vụ|công sở
hòa giải|hòa giải cơ sở|hòa giải ở cơ sở|hòa giải viên|tổ hòa giải
kiểm tra|giám sát|thanh tra|kiểm tra giám sát|theo dõi đôn đốc|giám sát kiểm tra
phối hợp|phối kết hợp|liên tịch|hiệp đồng|liên ngành
dân chủ|quy chế dân chủ|dân chủ cơ sở|dân chủ ở cơ sở|qcdc
công khai|minh bạch
phân công|giao nhiệm vụ|bố trí|phụ trách|phân công nhiệm vụ|cử
người đứng đầu|thủ trưởng|người đứng đầu cơ quan
lãnh đạo|chỉ đạo|điều hành|lãnh đạo chỉ đạo|chỉ đạo điều hành
mặt trận tổ quốc|mặt trận tổ quốc việt nam|mttq|mặt trận|mttq việt nam
đoàn thể|tổ chức chính trị-xã hội|tổ chức chính trị xã hội|các tổ chức chính trị-xã hội|tổ chức đoàn thể|hội đoàn thể
nhân dân|người dân|quần chúng|bà con|công dân|cư dân|dân
phản biện|phản biện xã hội|góp ý|đóng góp ý kiến
chính sách|pháp luật|chính sách pháp luật|chủ trương|chính sách và pháp luật
cụ thể hóa|thể chế hóa
đổi mới|cải tiến|sáng tạo|cải cách|đơn giản hóa|rút gọn|cắt giảm
phương thức|phương pháp|cách thức|hình thức|biện pháp
đánh giá|xếp loại|phân loại|nhận xét|đánh giá xếp loại|bình xét|chấm điểm
tác động|hiệu quả|ý nghĩa|ảnh hưởng
niềm tin|lòng tin|tin tưởng
khái quát|đặc điểm|tình hình|bối cảnh|đặc điểm tình hình|tổng quan|khái quát chung|tình hình chung|giới thiệu chung|đặc điểm chung|giới thiệu|diễn biến|thực trạng|hiện trạng|vài nét|đôi nét|sơ lược|một số nét|nét chính|nét chung
chuyển đổi số|công nghệ thông tin|cntt|ứng dụng công nghệ thông tin|số hóa|chính quyền số|chính quyền điện tử|chính phủ số|chính phủ điện tử
cán bộ|công chức|viên chức|cán bộ công chức|cán bộ công chức viên chức|đội ngũ cán bộ|đội ngũ cán bộ công chức|đội ngũ công chức|cbcc|cbccvc|nhân sự|công vụ|chế độ công vụ|nhân lực|nguồn nhân lực
đào tạo|bồi dưỡng|tập huấn|đào tạo bồi dưỡng|huấn luyện
kinh phí|ngân sách|nguồn lực|tài chính|tài chính ngân sách|tài chính công|vốn|nguồn vốn|vốn đầu tư|huy động vốn|huy động nguồn lực
trang bị|thiết bị|phương tiện|trang thiết bị|cơ sở vật chất|vật tư
văn bản|văn kiện
thể chế|văn bản quy phạm pháp luật|quy phạm pháp luật
bộ máy|tổ chức bộ máy|cơ cấu tổ chức|sắp xếp bộ máy|bộ máy hành chính
dân vận khéo
học tập và làm theo tư tưởng đạo đức phong cách hồ chí minh|học tập và làm theo bác|học tập và làm theo|tư tưởng đạo đức phong cách hồ chí minh
vận động|thuyết phục
quy chế|quy định|nội quy
an ninh trật tự|an ninh|trật tự an toàn xã hội|quốc phòng an ninh
giảm nghèo|xóa đói giảm nghèo|thoát nghèo|hộ nghèo
kinh tế|phát triển kinh tế|kinh tế-xã hội|phát triển kinh tế-xã hội|kinh tế xã hội
phòng chống|phòng ngừa|ngăn ngừa|ngăn chặn
tham nhũng|tiêu cực|tham nhũng tiêu cực|tham nhũng lãng phí tiêu cực
phức tạp kéo dài|tồn đọng kéo dài|phức tạp|tồn đọng
nêu gương|trách nhiệm nêu gương
sơ kết|tổng kết|sơ kết tổng kết
an sinh|an sinh xã hội|chính sách xã hội
môi trường|bảo vệ môi trường|vệ sinh môi trường
hạ tầng|cơ sở hạ tầng|kết cấu hạ tầng|đầu tư hạ tầng|công trình
sản xuất|phát triển sản xuất|tổ chức sản xuất|sản xuất kinh doanh
văn hóa|văn hóa xã hội|văn hóa-xã hội|đời sống văn hóa
nông thôn mới|xây dựng nông thôn mới|ntm
đất đai|quản lý đất đai|tài nguyên đất
"""

# a phrase of the left meaning also speaks of the right one
ALSO = """
thời gian tới>phương hướng
"""

# little weight: they stand in half of all headings
LIGHT = """
công tác|thực hiện|triển khai|triển khai thực hiện|tổ chức thực hiện|tổ chức|thi hành|hoạt động|nhiệm vụ|nội dung|việc
nâng cao|tăng cường|đẩy mạnh|phát huy|củng cố|cơ quan|đơn vị|địa phương|các cấp|nhà nước|chính quyền|liên quan|gắn với
quá trình|một số|những|lĩnh vực|hàng năm|hằng năm|10 năm|năm|thời gian|vấn đề|tiếp tục|xây dựng|ban hành|tốt|chung|khác
đạt được|bảo đảm|đảm bảo|kết luận|chỉ thị|nghị quyết|quyết định|số|hệ thống chính trị|sự|trong thời gian qua|nếu có
phong trào|đối tượng|cấp|ngành|trực tiếp|kịp thời|tham gia|cơ chế|chất lượng|trách nhiệm|kế hoạch|trên địa bàn|địa bàn
quản lý|cụ thể|chủ yếu|cơ bản|toàn diện|bước đầu|còn|điểm|mặt|phục vụ|hướng dẫn
"""

STOP = """
và của các những được đã đang sẽ trong với cho về là có để theo tại từ đến do bằng này đó khi cũng trên dưới một mỗi mọi
như vào ra qua hoặc nhằm đối ở bởi cùng rất nội bộ thì mà rút nơi sau trước
"""

# words that join two subjects in one title; the first four join nothing but subjects
JOINERS = (" và ", ";", " gắn với ", " kết hợp ", ",", " cùng ", " đồng thời ", "/", " - ", " – ", " kèm ")
SURE_JOINERS = JOINERS[:4]

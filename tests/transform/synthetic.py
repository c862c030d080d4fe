# ruff: noqa: E501 - one item a line
"""Three outlines with a report each, written for these tests, and paraphrases of their titles.

ITEM rows: path | title | paraphrases (separated by ;;) | text. A parent has no text.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.model import Section
from transform.campaign.model import Defaults, OutlineItem, OutlineNode
from transform.campaign.outline import flatten


@dataclass(slots=True)
class Part:
    path: str
    title: str
    paraphrases: list[str]
    text: str
    children: list[Part] = field(default_factory=list)

    @property
    def marker(self) -> str:
        return self.path.rsplit(".", 1)[-1]


DAN_VAN = """
I|Khái quát đặc điểm, tình hình|Tình hình chung của đơn vị;;Giới thiệu khái quát về địa phương|Xã có 12 thôn, làng với hơn ba nghìn hộ, phần lớn sống bằng trồng cà phê và hồ tiêu. Bộ máy được sắp xếp lại từ tháng 7 năm 2025, các phòng đã đi vào hoạt động ổn định và phục vụ người dân tại trụ sở mới.
A|Kết quả 10 năm thực hiện Kết luận 114-KL/TW||
A.I|Ban hành các văn bản lãnh đạo, chỉ đạo của các cơ quan nhà nước|Công tác lãnh đạo, chỉ đạo, ban hành văn bản|
A.I.1|Tuyên truyền, quán triệt, triển khai thực hiện Kết luận số 114-KL/TW gắn với các văn bản của Đảng, Nhà nước về công tác dân vận|Việc phổ biến, học tập và quán triệt Kết luận 114 cùng các văn bản về dân vận;;Công tác quán triệt, phổ biến Kết luận số 114-KL/TW|Ủy ban đã tổ chức năm hội nghị học tập Kết luận số 114-KL/TW cho toàn thể công chức và trưởng thôn. Tài liệu được in thành tờ gấp bằng tiếng Kinh và tiếng Jrai, phát tới từng hộ, đọc trên loa truyền thanh mỗi sáng thứ hai.
A.I.2|Đổi mới nội dung, phương thức thực hiện công tác dân vận|Cách thức dân vận được cải tiến;;Những đổi mới về phương pháp dân vận chính quyền|Thay vì họp tập trung, cán bộ xuống từng tổ liên gia vào buổi tối, dùng nhóm Zalo để nhận phản ánh. Cách thức này giúp nội dung trao đổi ngắn gọn, đúng việc bà con đang cần.
A.I.3|Nhiệm vụ thực hiện công tác dân vận là tiêu chí đánh giá, phân loại thi đua, khen thưởng|Đưa kết quả dân vận vào xếp loại, bình xét thi đua hằng năm;;Gắn dân vận với đánh giá, xếp loại cán bộ và khen thưởng|Bảng chấm điểm cuối năm dành mười điểm cho việc vận động quần chúng; ai bị dân phản ánh thái độ thì không được xếp loại hoàn thành xuất sắc. Hai công chức bị hạ một bậc thi đua trong năm 2024 vì lý do này.
A.II|Cụ thể hóa và tổ chức thực hiện chính sách pháp luật liên quan đến công tác dân vận|Thể chế hóa chủ trương, pháp luật về dân vận bằng văn bản của địa phương|Ủy ban xây dựng kế hoạch dân vận chính quyền từng năm, cụ thể hóa chỉ đạo của tỉnh thành việc làm của từng thôn. Các quy định mới về đất đai, hộ tịch được rà soát để người dân không phải đi lại nhiều lần.
A.III|Nâng cao hiệu quả tổ chức thực hiện chính sách, pháp luật|Hiệu quả thi hành chính sách, pháp luật|
A.III.1|Công tác tuyên truyền, vận động, hướng dẫn, tổ chức cho Nhân dân thực hiện chính sách pháp luật|Hướng dẫn, vận động người dân chấp hành chính sách, pháp luật;;Vận động nhân dân thực hiện pháp luật|Tổ tuyên truyền pháp luật lưu động đi hết 12 làng, hướng dẫn bà con thủ tục vay vốn, bảo hiểm, hiến đất làm đường. Có 34 hộ tự nguyện tháo dỡ hàng rào lấn lòng đường sau khi được vận động.
A.III.2|Thực hành dân chủ, công khai, minh bạch trong hoạt động quản lý, điều hành|Dân chủ, công khai trong điều hành;;Thực hiện quy chế dân chủ và công khai minh bạch|Các khoản thu, danh sách hộ nghèo, quy hoạch đất được niêm yết tại trụ sở và nhà rông trong ba mươi ngày. Quy chế dân chủ của cơ quan được sửa đổi hằng năm tại hội nghị công chức.
A.III.3|Công tác tiếp dân, đối thoại với Nhân dân của người đứng đầu|Tiếp công dân và đối thoại của Chủ tịch, thủ trưởng đơn vị;;Người đứng đầu tiếp công dân, gặp gỡ nhân dân|Chủ tịch ngồi phòng tiếp công dân vào thứ năm hằng tuần, đã tiếp 146 lượt người. Mỗi quý có một buổi đối thoại tại nhà văn hóa thôn, ý kiến được trả lời ngay hoặc hẹn ngày trả lời.
A.III.4|Giải quyết đơn, thư khiếu nại, tố cáo; vụ việc phức tạp kéo dài (nếu có)|Xử lý đơn thư của công dân;;Tình hình giải quyết khiếu nại, tố cáo và các vụ việc tồn đọng|Trong mười năm nhận 58 đơn, trong đó 41 đơn thuộc thẩm quyền, đã giải quyết xong 40 đơn. Vụ tranh chấp bãi chăn thả kéo dài từ năm 2017 đã khép lại sau ba lần khảo sát thực địa.
A.IV|Thực hiện cải cách hành chính gắn với công tác dân vận|Công tác cải cách hành chính|
A.IV.1|Cải cách thủ tục hành chính liên quan trực tiếp đến người dân|Đơn giản hóa TTHC phục vụ người dân;;Rút gọn thủ tục hành chính cho dân|Bộ phận một cửa nhận 5.400 hồ sơ, trả đúng hẹn 99,2%. Mười hai thủ tục hành chính về hộ tịch được rút ngắn một nửa thời gian; có bàn hỗ trợ nộp hồ sơ trực tuyến cho người già.
A.IV.2|Phân công lãnh đạo các cơ quan nhà nước phụ trách công tác dân vận|Bố trí lãnh đạo phụ trách dân vận;;Việc giao nhiệm vụ cho lãnh đạo theo dõi dân vận|Một Phó Chủ tịch được phân công phụ trách dân vận chính quyền, giúp việc có hai công chức văn phòng. Quyết định phân công được gửi tới các thôn để dân biết người cần gặp.
A.IV.3|Thực hiện các quy định về đạo đức công vụ, văn hóa công sở, tác phong làm việc, quy tắc ứng xử|Xây dựng nếp văn hóa, kỷ cương nơi công sở;;Đạo đức, tác phong và ứng xử của cán bộ|Công chức đeo thẻ, chào hỏi trước, xin lỗi bằng văn bản khi trễ hẹn. Hòm thư góp ý về thái độ phục vụ được mở hằng tháng, ba trường hợp đã bị nhắc nhở do ứng xử chưa đúng mực.
A.IV.4|Công tác hòa giải trong nội bộ Nhân dân|Hòa giải ở cơ sở;;Kết quả hoạt động của các tổ hòa giải|Mười hai tổ hòa giải với 74 hòa giải viên đã hòa giải thành 88 trên 103 vụ, chủ yếu về ranh giới rẫy và mâu thuẫn gia đình. Già làng, người có uy tín tham gia hầu hết các buổi hòa giải.
A.V|Công tác kiểm tra, giám sát việc thực hiện công tác dân vận|Hoạt động kiểm tra, giám sát|
A.V.1|Phối hợp kiểm tra, giám sát quá trình triển khai thực hiện công tác dân vận|Việc kiểm tra, giám sát có sự phối hợp;;Các cuộc kiểm tra liên ngành về dân vận|Mỗi năm thành lập một đoàn kiểm tra có đại diện Đảng ủy, Mặt trận, kiểm tra bốn thôn và hai trường học. Sau giám sát có thông báo kết luận, hẹn ngày khắc phục.
A.V.2|Công tác phối hợp giữa các tổ chức trong hệ thống chính trị thực hiện công tác dân vận|Phối hợp trong hệ thống chính trị;;Quan hệ phối hợp giữa chính quyền với các tổ chức|Ủy ban ký chương trình phối hợp với Mặt trận, Hội Nông dân, Đoàn Thanh niên, sáu tháng họp liên tịch một lần. Các bên cùng vận động làm 9 km đường bê tông.
A.V.3|Cơ chế để Mặt trận Tổ quốc Việt Nam, các tổ chức chính trị - xã hội và Nhân dân tham gia giám sát, phản biện xã hội, góp ý xây dựng Đảng, xây dựng chính quyền|Tạo điều kiện để Mặt trận, đoàn thể giám sát và phản biện;;Nhân dân và các đoàn thể góp ý xây dựng chính quyền|Dự thảo quy hoạch khu dân cư được gửi Mặt trận phản biện trước khi trình. Ban thanh tra nhân dân và ban giám sát đầu tư cộng đồng theo dõi mười một công trình, kiến nghị sửa ba hạng mục.
A.VI|Triển khai thực hiện các phong trào thi đua yêu nước, phong trào thi đua “Dân vận khéo” trong lĩnh vực dân vận của các cơ quan nhà nước, chính quyền các cấp gắn với việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh|Phong trào thi đua yêu nước và "Dân vận khéo"|
A.VI.1|Hình thức, nội dung|Nội dung và hình thức phát động;;Cách thức tổ chức phong trào|Phong trào được phát động vào tháng ba, mỗi thôn đăng ký một việc làm cụ thể, ký giao ước giữa các khối. Nội dung xoay quanh ba việc: đường, rác, học.
A.VI.2|Một số mô hình tiêu biểu|Các điển hình nổi bật;;Những cách làm hay, mô hình tốt|Mô hình "Thứ bảy vì dân" mở cửa làm hộ tịch vào thứ bảy; mô hình "Làng không rác" ở làng Klăh giúp thu gom hai tấn rác mỗi tháng.
A.VI.3|Khen thưởng, nhân rộng mô hình|Biểu dương và lan tỏa các mô hình;;Tôn vinh, nhân ra diện rộng|Đã tặng giấy khen cho 17 tập thể, 25 cá nhân. Ba mô hình được đưa ra làm chung toàn xã, kinh phí lấy từ quỹ thi đua.
A.VII|Đánh giá tác động việc thực hiện Kết luận 114-KL/TW đối với công tác xây dựng Đảng, Nhà nước, củng cố niềm tin của Nhân dân|Tác động của Kết luận 114 đến niềm tin của người dân|
A.VII.1|Kết quả đạt được|Những thành tựu nổi bật;;Các mặt làm được|Sau mười năm, nền nếp gần dân đã hình thành, số việc dân phải lên tỉnh giảm hẳn. Tỷ lệ hài lòng qua phiếu hỏi tăng từ 78% lên 94%.
A.VII.2|Những hạn chế, khó khăn và nguyên nhân|Tồn tại, vướng mắc và lý do;;Mặt chưa được và nguyên nhân của tồn tại|Công chức nói được tiếng Jrai còn ít, đường vào hai làng xa hay sạt lở. Nguyên nhân là biên chế giảm sau sắp xếp, kinh phí cho dân vận chưa có mục riêng.
A.VII.3|Bài học kinh nghiệm|Kinh nghiệm rút ra;;Những bài học sau mười năm|Một là nói ít, làm trước để dân thấy. Hai là dựa vào già làng. Ba là việc gì hứa thì ghi sổ và trả lời đúng ngày.
B|Định hướng nhiệm vụ trọng tâm thời gian tới|Phương hướng trong những năm tới|
B.I|Định hướng nhiệm vụ|Phương hướng, giải pháp trọng tâm;;Nhiệm vụ những năm tiếp theo|Tiếp tục đưa cán bộ về làng mỗi tuần, hoàn thành số hóa hồ sơ hộ tịch trong năm 2027. Mở lớp tiếng Jrai cho công chức trẻ.
B.II|Đề xuất, kiến nghị|Những đề nghị với cấp trên;;Kiến nghị đối với tỉnh và Trung ương|Đề nghị Ủy ban nhân dân tỉnh có mục chi riêng cho dân vận chính quyền cấp xã. Đề nghị Bộ Nội vụ hướng dẫn chế độ cho người có uy tín.
"""

HANH_CHINH = """
1|Công tác chỉ đạo, điều hành|Sự lãnh đạo, điều hành của đơn vị;;Tổ chức chỉ đạo|Giám đốc ban hành kế hoạch ngay trong tháng một, họp giao ban riêng vào tuần cuối mỗi tháng. Năm phòng đều ký cam kết chỉ tiêu.
2|Cải cách thể chế||
2.1|Kết quả đạt được|Những việc làm được|Đã tham mưu 6 văn bản quy phạm, rà soát 41 văn bản cũ và đề nghị bãi bỏ 9 văn bản trái luật.
2.2|Tồn tại, hạn chế|Điểm còn yếu|Hai văn bản trình chậm so với chương trình do chờ ý kiến bộ ngành.
3|Cải cách thủ tục hành chính||
3.1|Kết quả đạt được|Những việc làm được|Thủ tục được cắt giảm 30% thời gian; 87% hồ sơ nộp qua mạng; không có hồ sơ trễ quá ba ngày.
3.2|Tồn tại, hạn chế|Điểm còn yếu|Người cao tuổi vẫn phải nhờ nộp hộ; máy quét ở hai điểm hay hỏng.
4|Cải cách tổ chức bộ máy|Sắp xếp, tinh gọn bộ máy|Giảm ba phòng, hai đơn vị sự nghiệp được sáp nhập; đề án vị trí việc làm đã phê duyệt.
5|Cải cách chế độ công vụ|Nâng chất lượng đội ngũ công chức;;Chế độ công vụ, đội ngũ cán bộ|Có 23 công chức được đào tạo, 4 người tuyển mới qua thi tuyển; không ai bị kỷ luật vì chậm việc công vụ.
6|Cải cách tài chính công|Quản lý tài chính, ngân sách|Hai đơn vị tự chủ hoàn toàn về chi thường xuyên, tiết kiệm 1,2 tỷ đồng tài chính công so với dự toán.
7|Xây dựng chính quyền điện tử, chính quyền số|Chuyển đổi số;;Ứng dụng công nghệ thông tin, chuyển đổi số|Mọi văn bản đi đều ký số; kho dữ liệu số dùng chung với ba ngành; chính quyền điện tử cấp phòng vận hành thông suốt.
8|Đánh giá chung||
8.1|Ưu điểm|Những kết quả nổi bật|Chỉ số cải cách của ngành lên hạng tư toàn tỉnh, cao nhất từ trước đến nay.
8.2|Nhược điểm và nguyên nhân|Hạn chế, nguyên nhân;;Tồn tại và lý do|Việc luân chuyển hồ sơ giữa hai trụ sở còn mất ngày; nguyên nhân do đường truyền yếu.
9|Phương hướng, nhiệm vụ năm tới|Kế hoạch và giải pháp thời gian tới;;Mục tiêu, nhiệm vụ trọng tâm giai đoạn tiếp theo|Phấn đấu 95% hồ sơ trực tuyến, làm xong kho số hóa, giữ hạng trong nhóm năm đơn vị đứng đầu.
10|Kiến nghị, đề xuất|Đề nghị cấp trên|Đề nghị Ủy ban nhân dân tỉnh cấp kinh phí thay máy chủ. Đề nghị Bộ Nội vụ sớm hướng dẫn chấm điểm.
"""

PHONG_CHAY = """
I|Tình hình cháy, nổ trên địa bàn|Diễn biến cháy nổ;;Đặc điểm tình hình cháy nổ|Trong kỳ xảy ra 7 vụ cháy, không có người chết, thiệt hại 320 triệu đồng; nổ không xảy ra.
II|Công tác lãnh đạo, chỉ đạo phòng cháy|Chỉ đạo, điều hành về phòng cháy|Ban chỉ đạo được kiện toàn, phân công từng ủy viên theo khu phố; ban hành phương án chữa cháy cho chợ.
III|Tuyên truyền, tập huấn kỹ năng thoát nạn|Phổ biến kiến thức, huấn luyện kỹ năng thoát hiểm;;Truyền thông và đào tạo kỹ năng|Mở 14 lớp tập huấn cho 620 người, mỗi hộ chợ ký cam kết; phát video hướng dẫn thoát nạn lên nhóm dân cư.
IV|Kiểm tra, xử lý vi phạm|Thanh tra và xử phạt;;Hoạt động kiểm tra an toàn|Kiểm tra 96 cơ sở, lập biên bản 12 cơ sở, phạt 84 triệu đồng; đình chỉ một kho gas.
V|Kinh phí, trang bị phương tiện|Nguồn lực và thiết bị;;Ngân sách mua sắm phương tiện chữa cháy|Đã mua 40 bình chữa cháy, 2 máy bơm, tổng kinh phí 410 triệu đồng từ ngân sách phường.
VI|Khó khăn, vướng mắc|Hạn chế và tồn tại;;Những bất cập|Ngõ hẹp xe không vào được, nhiều nhà trọ lắp khung sắt kín ban công.
VII|Giải pháp thời gian tới|Phương hướng trong năm tiếp theo|Mở lối thoát thứ hai cho 200 nhà trọ, lập tổ liên gia ở mọi khu phố.
VIII|Đề xuất, kiến nghị|Kiến nghị cấp trên|Đề nghị Công an tỉnh hỗ trợ xe chữa cháy cỡ nhỏ.
"""

NEUTRAL = (
    "Cơ quan đã triển khai đầy đủ, kịp thời, đúng quy định và đạt được những chuyển biến bước đầu trong kỳ."
)
"""Text that says nothing of its subject: only the title can tell."""

_TITLES_ONLY = """
I|Đặc điểm tình hình|Khái quát chung về địa bàn;;Một số nét chính của đơn vị
II|Công tác lãnh đạo, chỉ đạo, tổ chức thực hiện Chương trình|
II.1|Ban hành văn bản chỉ đạo, hướng dẫn|Các văn bản lãnh đạo, chỉ đạo;;Tham mưu ban hành văn bản;;Xây dựng văn bản triển khai
II.2|Kiện toàn Ban Chỉ đạo, bộ máy giúp việc các cấp|Tổ chức bộ máy chỉ đạo;;Thành lập Ban Chỉ đạo;;Củng cố bộ máy giúp việc
II.3|Công tác truyền thông, vận động|Tuyên truyền, vận động Nhân dân tham gia;;Thông tin, tuyên truyền về Chương trình
II.4|Đào tạo, tập huấn cán bộ|Bồi dưỡng, nâng cao năng lực đội ngũ cán bộ;;Tập huấn nghiệp vụ
III|Kết quả thực hiện các tiêu chí|
III.1|Quy hoạch và thực hiện quy hoạch|Công tác quy hoạch;;Lập, quản lý quy hoạch
III.2|Hạ tầng kinh tế - xã hội|Đầu tư hạ tầng giao thông, thủy lợi;;Xây dựng kết cấu hạ tầng
III.3|Phát triển sản xuất, nâng cao thu nhập|Tổ chức sản xuất và thu nhập của người dân;;Sản xuất nông nghiệp
III.4|Giảm nghèo và an sinh xã hội|Công tác xóa đói giảm nghèo;;Thực hiện chính sách an sinh
III.5|Giáo dục, y tế, văn hóa|Văn hóa - xã hội;;Y tế, giáo dục và đời sống văn hóa
III.6|Môi trường và an toàn thực phẩm|Bảo vệ môi trường;;Vệ sinh môi trường nông thôn
III.7|Quốc phòng, an ninh|An ninh trật tự và quốc phòng;;Giữ vững an ninh chính trị
IV|Nguồn lực thực hiện|Kinh phí đầu tư;;Huy động các nguồn vốn
V|Đánh giá chung|
V.1|Những kết quả nổi bật|Ưu điểm;;Thành tựu;;Mặt được
V.2|Tồn tại, hạn chế|Khó khăn, vướng mắc;;Khuyết điểm
V.3|Nguyên nhân của tồn tại, hạn chế|Nguyên nhân;;Lý do của những khó khăn
V.4|Bài học kinh nghiệm|Kinh nghiệm
VI|Phương hướng, nhiệm vụ, giải pháp giai đoạn 2026 - 2030|Định hướng thời gian tới;;Mục tiêu và giải pháp đến năm 2030
VII|Kiến nghị, đề xuất|Đề nghị;;Một số kiến nghị với Trung ương và tỉnh
"""
_PARENTS = ("II", "III", "V")
NONG_THON = "\n".join(
    f"{line}|" + ("" if line.split("|")[0] in _PARENTS else NEUTRAL)
    for line in _TITLES_ONLY.strip().splitlines()
)

EXTRA = [
    ("Công tác văn thư, lưu trữ", "Kho lưu trữ đã chỉnh lý 120 mét giá tài liệu, mua mới sáu tủ chống ẩm."),
    (
        "Hoạt động thể dục, thể thao",
        "Giải bóng chuyền mùa xuân có tám đội tham gia, thu hút hàng nghìn lượt xem.",
    ),
    (
        "Công tác quốc phòng, quân sự địa phương",
        "Huấn luyện dân quân đạt 100% kế hoạch, trực sẵn sàng đủ quân số.",
    ),
    (
        "Xây dựng nông thôn mới",
        "Xã đạt 17 tiêu chí, nhân dân hiến 4.000 m2 đất, kinh phí từ ngân sách và đóng góp.",
    ),
    (
        "Công tác bảo hiểm xã hội",
        "Tỷ lệ người dân tham gia đạt 95%, chính quyền vận động, tuyên truyền tới từng hộ.",
    ),
    (
        "Phòng, chống tham nhũng",
        "Công khai tài sản, thu nhập của cán bộ, kiểm tra nội bộ hằng năm, chưa có vi phạm.",
    ),
]


def parts(source: str) -> list[Part]:
    """Top-level parts of an outline with their children."""
    roots: list[Part] = []
    by_path: dict[str, Part] = {}
    for line in source.strip().splitlines():
        path, title, paraphrases, text = line.split("|")
        part = Part(path, title, [p for p in paraphrases.split(";;") if p], text)
        by_path[path] = part
        parent = path.rsplit(".", 1)[0] if "." in path else None
        (by_path[parent].children if parent in by_path else roots).append(part)
    return roots


def outline(source: str) -> tuple[OutlineItem, ...]:
    """Outline items of the source."""

    def node(part: Part) -> OutlineNode:
        return OutlineNode(marker=part.marker, title=part.title, items=tuple(map(node, part.children)))

    return flatten([node(part) for part in parts(source)], Defaults())


def walk(roots: list[Part]) -> list[Part]:
    """All parts in printed order."""
    return [part for root in roots for part in (root, *walk(root.children))]


def sections(roots: list[Part]) -> list[Section]:
    """List a report's sections as an extractor gives them."""
    result: list[Section] = []

    def visit(part: Part, path: list[str]) -> None:
        here = [*path, part.marker]
        result.append(
            Section(marker=f"{part.marker}.", level=len(here), path=here, title=part.title, text=part.text)
        )
        for child in part.children:
            visit(child, here)

    for root in roots:
        visit(root, [])
    return result


MORE_TITLES = """
I|Vài nét về cơ quan;;Đặc điểm chung;;Khái quát về đơn vị
A.I|Lãnh đạo, chỉ đạo thực hiện Kết luận
A.I.1|Học tập, triển khai Kết luận 114;;Công tác tuyên truyền Kết luận và các văn bản của Đảng về dân vận;;Tổ chức quán triệt Kết luận 114-KL/TW
A.I.2|Đổi mới công tác dân vận;;Phương thức dân vận mới;;Nội dung và cách làm dân vận được đổi mới
A.I.3|Tiêu chí dân vận trong thi đua, khen thưởng;;Lấy dân vận làm thước đo đánh giá cán bộ;;Đánh giá, phân loại gắn với công tác dân vận
A.II|Thực hiện chính sách, pháp luật về công tác dân vận;;Cụ thể hóa các quy định về dân vận
A.III.1|Tuyên truyền, vận động Nhân dân chấp hành pháp luật;;Phổ biến pháp luật cho người dân;;Đưa chính sách đến với Nhân dân
A.III.2|Phát huy dân chủ, công khai hoạt động của cơ quan;;Thực hiện dân chủ ở cơ sở;;Minh bạch trong quản lý
A.III.3|Tiếp dân, đối thoại định kỳ;;Công tác tiếp công dân;;Lãnh đạo đối thoại với dân
A.III.4|Giải quyết khiếu nại, tố cáo;;Công tác giải quyết đơn thư;;Các vụ việc phức tạp, kéo dài
A.IV.1|Thủ tục hành chính;;Giải quyết thủ tục hành chính cho người dân, doanh nghiệp;;Cải cách TTHC
A.IV.2|Lãnh đạo phụ trách công tác dân vận;;Phân công nhiệm vụ dân vận;;Cán bộ phụ trách dân vận
A.IV.3|Đạo đức công vụ và văn hóa công sở;;Kỷ luật, kỷ cương hành chính;;Thái độ phục vụ, giao tiếp của công chức
A.IV.4|Hòa giải;;Giữ gìn đoàn kết, hòa giải mâu thuẫn trong cộng đồng;;Công tác hòa giải cơ sở
A.V.1|Kiểm tra, giám sát công tác dân vận;;Phối hợp giám sát;;Công tác thanh tra, kiểm tra
A.V.2|Phối hợp với Mặt trận, đoàn thể trong công tác dân vận;;Sự phối hợp của các tổ chức;;Quy chế phối hợp
A.V.3|Giám sát, phản biện xã hội;;Vai trò giám sát của Mặt trận Tổ quốc và Nhân dân;;Góp ý xây dựng Đảng, chính quyền
A.VI.1|Hình thức tổ chức và nội dung thi đua;;Nội dung thi đua
A.VI.2|Mô hình hay;;Mô hình "Dân vận khéo" tiêu biểu;;Điển hình tiên tiến
A.VI.3|Công tác khen thưởng;;Nhân rộng điển hình;;Khen thưởng các tập thể, cá nhân
A.VII.1|Kết quả nổi bật;;Ưu điểm;;Tác động tích cực
A.VII.2|Hạn chế, nguyên nhân;;Khó khăn, vướng mắc;;Một số tồn tại và nguyên nhân chủ yếu;;Những vấn đề còn bất cập
A.VII.3|Một số kinh nghiệm;;Bài học rút ra qua 10 năm;;Kinh nghiệm
B.I|Nhiệm vụ trọng tâm;;Phương hướng nhiệm vụ;;Các nhiệm vụ chủ yếu
B.II|Kiến nghị;;Đề xuất với cấp có thẩm quyền;;Ý kiến đề nghị
"""
"""Further titles for items of DAN_VAN, written after the matcher and before it was tried on them."""


def more_titles() -> dict[str, list[str]]:
    """Path -> further titles."""
    rows = (line.split("|") for line in MORE_TITLES.strip().splitlines())
    return {path: titles.split(";;") for path, titles in rows}


ALL = {"dan_van": DAN_VAN, "hanh_chinh": HANH_CHINH, "phong_chay": PHONG_CHAY, "nong_thon": NONG_THON}

"""Sentences of the made-up reports, by outline item. Slots in braces are filled from the agency's own facts."""

from __future__ import annotations

INTRO = (
    "{name} là cơ quan thực hiện chức năng quản lý nhà nước trên lĩnh vực, địa bàn được giao, hiện có {staff} "
    "cán bộ, công chức.",
    "Tổ chức bộ máy gồm {rooms} phòng, bộ phận chuyên môn; việc bố trí nhân sự cơ bản đáp ứng yêu cầu nhiệm vụ.",
    "Giai đoạn 2023 - 2025, đơn vị vừa ổn định tổ chức sau sắp xếp, vừa triển khai khối lượng công việc lớn.",
)

DIRECTION = (
    "{name} đã ban hành Kế hoạch số {plan1}/KH-{symbol} ngày {plan1_date} về thực hiện cải cách hành chính năm 2023, "
    "phân công rõ người, rõ việc, rõ thời hạn.",
    "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ, đơn vị đã cụ thể hóa thành {tasks} nhiệm vụ, "
    "giao từng bộ phận chủ trì.",
    "Năm 2024, đơn vị ban hành Kế hoạch số {plan2}/KH-{symbol} ngày {plan2_date} về kiểm tra công tác cải cách hành "
    "chính và tiến hành kiểm tra {checks} lượt bộ phận trực thuộc.",
    "Định kỳ hằng quý, lãnh đạo đơn vị họp rà soát tiến độ; những nhiệm vụ chậm được nêu tên và ấn định ngày hoàn thành.",
    "Công tác tuyên truyền được thực hiện qua trang thông tin điện tử, hệ thống truyền thanh và {meetings} hội nghị.",
)

PROCEDURES = (
    "Trong 03 năm, đơn vị tiếp nhận {files} hồ sơ thủ tục hành chính, giải quyết đúng hạn {ontime}%.",
    "Đơn vị đã rà soát, kiến nghị đơn giản hóa {simplified} thủ tục, cắt giảm từ {cut} ngày làm việc trở lên mỗi thủ tục.",
    "100% thủ tục thuộc thẩm quyền được niêm yết công khai tại bộ phận tiếp nhận và trên trang thông tin điện tử.",
    "Việc xin lỗi bằng văn bản khi trễ hẹn được thực hiện đầy đủ với {sorry} trường hợp.",
    "Bộ phận tiếp nhận và trả kết quả bố trí quầy ưu tiên cho người cao tuổi, người khuyết tật.",
    "Quy trình nội bộ của {internal} thủ tục được cập nhật sau khi sắp xếp đơn vị hành chính.",
)

ONLINE = (
    "Tỷ lệ hồ sơ nộp trực tuyến năm 2025 đạt {online}%, tăng so với năm 2023.",
    "Đơn vị thành lập {teams} tổ hỗ trợ, hướng dẫn được {helped} lượt người dân nộp hồ sơ trực tuyến.",
    "Số hóa kết quả giải quyết thủ tục hành chính được {digitised} hồ sơ.",
    "Người dân vùng xa còn được hỗ trợ nộp hồ sơ qua điểm bưu điện - văn hóa xã.",
    "Thanh toán trực tuyến phí, lệ phí đạt {paid}% số hồ sơ phải thu.",
)

CITIZENS = (
    "Người đứng đầu đơn vị đã tiếp {received} lượt công dân; tiếp nhận {letters} đơn, giải quyết xong {solved} đơn.",
    "Đơn vị tổ chức {dialogues} cuộc đối thoại trực tiếp với Nhân dân, doanh nghiệp; các kiến nghị được trả lời bằng văn bản.",
    "Lịch tiếp công dân được niêm yết và đăng tải trước ngày 25 hằng tháng.",
    "Không phát sinh vụ việc khiếu nại đông người, phức tạp kéo dài.",
    "Sau đối thoại, các nội dung cam kết được theo dõi bằng bảng công khai tại trụ sở.",
)

MODELS = (
    "Mô hình “{model}” được triển khai từ năm {model_year}, {model_result}.",
    "Cách làm “{model2}” giúp rút ngắn thời gian chờ của người dân và được các đơn vị bạn đến học tập.",
    "Các mô hình được đánh giá hằng năm, mô hình kém hiệu quả được dừng để tập trung nguồn lực.",
)

MODEL_NAMES = (
    ("Ngày thứ Tư không hẹn", "giải quyết ngay trong ngày {n} hồ sơ hộ tịch, đất đai"),
    ("Trả kết quả tại nhà", "đã trả {n} kết quả tận nơi cho người cao tuổi, người khuyết tật"),
    ("Tổ hướng dẫn lưu động", "đến từng thôn, tổ dân phố hướng dẫn {n} lượt người dân"),
    ("Một lần đến, một nụ cười", "được {n} lượt người dân đánh giá bằng phiếu"),
    ("Sáng thứ Bảy vì dân", "tiếp nhận {n} hồ sơ ngoài giờ hành chính"),
    ("Bàn công dân số", "hỗ trợ {n} lượt người dân tự nộp hồ sơ"),
    ("Công sở không giấy", "chuyển {n} văn bản nội bộ sang môi trường điện tử"),
    ("Cà phê doanh nghiệp", "tháo gỡ {n} vướng mắc cho doanh nghiệp, hộ kinh doanh"),
)

AWARDS = (
    "Qua sơ kết, đơn vị đã khen thưởng {awards_group} tập thể và {awards_person} cá nhân có thành tích trong cải cách hành chính.",
    "Đơn vị được Chủ tịch UBND tỉnh tặng Bằng khen năm {award_year} về công tác cải cách hành chính.",
    "Kết quả cải cách hành chính là một tiêu chí khi xét danh hiệu thi đua hằng năm.",
)

LIMITS = (
    "Tỷ lệ hồ sơ nộp trực tuyến của người dân ở thôn, bản xa trung tâm còn thấp.",
    "Hạ tầng, thiết bị công nghệ thông tin tại bộ phận tiếp nhận và trả kết quả đã cũ, chưa đồng bộ.",
    "Một số hồ sơ lĩnh vực đất đai còn trễ hẹn, nhất là hồ sơ cần xác minh nguồn gốc.",
    "Công chức phụ trách cải cách hành chính kiêm nhiệm nhiều việc, thay đổi thường xuyên.",
    "Việc khảo sát mức độ hài lòng chưa được tiến hành đều đặn ở các lĩnh vực.",
    "Dữ liệu giữa các hệ thống chuyên ngành chưa kết nối, công chức phải nhập nhiều lần.",
    "Công tác tuyên truyền chưa đến được nhóm lao động tự do, người đi làm ăn xa.",
)

CAUSES = (
    "Về khách quan, khối lượng công việc tăng nhanh sau khi sắp xếp đơn vị hành chính trong khi biên chế không tăng.",
    "Nguyên nhân khách quan là do kinh phí mua sắm, nâng cấp thiết bị được giao muộn trong năm.",
    "Về chủ quan, một số bộ phận chưa chủ động tham mưu, còn tâm lý chờ hướng dẫn.",
    "Nguyên nhân chủ quan là do người đứng đầu một số bộ phận chưa kiểm tra thường xuyên.",
)

LESSONS = (
    "Nơi nào người đứng đầu trực tiếp chỉ đạo và kiểm tra thì nơi đó cải cách hành chính có chuyển biến rõ.",
    "Phải lấy sự hài lòng của người dân, doanh nghiệp làm thước đo kết quả công việc.",
    "Cần làm thử ở một vài bộ phận, đánh giá đúng rồi mới nhân rộng.",
    "Việc hướng dẫn tận nơi có hiệu quả hơn tuyên truyền chung chung.",
)

TASKS = (
    "Tiếp tục rà soát, cắt giảm thời gian giải quyết đối với {next_cut} thủ tục có nhiều hồ sơ nhất.",
    "Phấn đấu năm 2026 tỷ lệ hồ sơ nộp trực tuyến đạt từ {next_online}% trở lên.",
    "Bồi dưỡng kỹ năng số cho toàn bộ công chức tiếp nhận và trả kết quả.",
    "Nhân rộng các mô hình đã được đánh giá có hiệu quả, gắn với trách nhiệm của người đứng đầu.",
)

PROPOSALS = (
    "Đề nghị UBND tỉnh bố trí kinh phí thay thế thiết bị tại bộ phận tiếp nhận và trả kết quả.",
    "Kiến nghị Sở Nội vụ mở lớp bồi dưỡng nghiệp vụ cải cách hành chính cho công chức cấp xã ngay trong quý II.",
    "Đề nghị Sở Khoa học và Công nghệ sớm kết nối dữ liệu giữa hệ thống một cửa và phần mềm chuyên ngành.",
    "Kiến nghị Bộ Nội vụ hướng dẫn thống nhất việc chấm điểm chỉ số cải cách hành chính cấp xã.",
    "Đề nghị Tỉnh ủy quan tâm chỉ đạo các cấp ủy đưa cải cách hành chính vào chương trình kiểm tra hằng năm.",
)

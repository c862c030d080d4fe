"""Own report texts, as trees: what the variants print and what the gold says."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Part:
    """A heading (title set) or a numbered paragraph (title empty, first paragraph printed after the marker)."""  # noqa: E501

    title: str = ""
    text: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    note: str = ""
    """A footnote called at the end of the first paragraph."""
    table: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Report:
    """A whole report; `parts` are the sections of level 1."""

    parent: str
    agency: str
    symbol: str
    place: str
    subject: str
    preamble: tuple[str, ...]
    parts: tuple[Part, ...]
    closing: str
    signer: str
    title: str
    capacity: str = ""
    recipients: tuple[str, ...] = field(default=("- Sở Nội vụ;", "- Lãnh đạo cơ quan;", "- Lưu: VT, TH."))


_S = (
    "Trong năm, đơn vị đã tổ chức 12 hội nghị phổ biến với hơn 900 lượt người tham dự, trong đó phần lớn là cán bộ thôn, làng.",  # noqa: E501
    "Việc phân công nhiệm vụ được thực hiện theo từng tháng; mỗi phòng cử một đầu mối theo dõi, tổng hợp và báo cáo vào ngày 25 hằng tháng.",  # noqa: E501
    "Qua theo dõi, nhiều thôn đã chủ động bố trí địa điểm, huy động nhân lực tại chỗ và ghi chép sổ theo dõi đầy đủ.",  # noqa: E501
    "Bên cạnh đó, một số nơi còn lúng túng khi triển khai, nhất là ở địa bàn xa trung tâm, đường đi lại khó khăn trong mùa mưa.",  # noqa: E501
    "Kết quả kiểm tra cho thấy hồ sơ được lưu trữ gọn gàng, việc trả kết quả đúng hẹn đạt 97,5%, tăng 3,2% so với cùng kỳ.",  # noqa: E501
    "Công tác phối hợp với Mặt trận và các đoàn thể được duy trì thường xuyên thông qua giao ban quý và các đợt ra quân cuối tuần.",  # noqa: E501
    "Đơn vị đã rà soát, bổ sung quy chế làm việc, niêm yết công khai tại trụ sở và trên trang thông tin điện tử.",  # noqa: E501
    "Nguồn kinh phí được sử dụng tiết kiệm, đúng mục đích; việc quyết toán hoàn thành trước ngày 31/01 của năm sau.",  # noqa: E501
    "Người dân tích cực hưởng ứng, nhiều hộ tự nguyện hiến đất, góp ngày công và vật liệu để làm đường nội thôn.",  # noqa: E501
    "Đến nay, các chỉ tiêu cơ bản đã hoàn thành, tạo nền nếp làm việc mới trong toàn cơ quan.",
    "Thời gian tới, đơn vị tiếp tục bám sát kế hoạch, phân rõ người chịu trách nhiệm và thời hạn cho từng đầu việc.",  # noqa: E501
    "Nhận thức của cán bộ, công chức có chuyển biến rõ nét, tinh thần phục vụ được người dân ghi nhận.",
)


def _t(*numbers: int) -> tuple[str, ...]:
    return tuple(_S[n % len(_S)] for n in numbers)


def _items(*numbers: int) -> tuple[Part, ...]:
    return tuple(Part(text=(_S[n % len(_S)] + " " + _S[(n + 5) % len(_S)],)) for n in numbers)


def _short_items(*texts: str) -> tuple[Part, ...]:
    return tuple(Part(text=(t,)) for t in texts)


DIGITAL = Report(
    parent="",
    agency="ỦY BAN NHÂN DÂN XÃ SƠN LANG",
    symbol="BC-UBND",
    place="Sơn Lang",
    subject="Kết quả thực hiện chuyển đổi số năm 2025 trên địa bàn xã",
    preamble=(
        "Thực hiện yêu cầu của cấp trên, Ủy ban nhân dân xã báo cáo kết quả chuyển đổi số năm 2025 như sau:",
    ),
    parts=(
        Part(
            "ĐẶC ĐIỂM TÌNH HÌNH",
            parts=(
                Part("Thuận lợi", _t(8, 11)),
                Part(
                    "Khó khăn",
                    _t(3),
                    note="Theo số liệu tổng hợp của công chức văn hóa - xã hội đến ngày 30/11/2025.",
                ),
            ),
        ),
        Part(
            "KẾT QUẢ THỰC HIỆN",
            parts=(
                Part(
                    "Công tác lãnh đạo, chỉ đạo, điều hành",
                    parts=(
                        Part("Ban hành văn bản và tổ chức quán triệt", _t(0, 1)),
                        Part("Kiện toàn Ban Chỉ đạo, Tổ công nghệ số cộng đồng", _t(5)),
                        Part(
                            "Bố trí kinh phí, trang thiết bị phục vụ hoạt động của Tổ công nghệ số cộng đồng ở các thôn, làng vùng sâu, vùng xa.",  # noqa: E501
                            _t(7),
                        ),
                    ),
                ),
                Part(
                    "Kết quả trên các lĩnh vực",
                    ("Trong năm, các lĩnh vực đều có chuyển biến, cụ thể:",),
                    parts=(
                        Part("Hạ tầng số", _t(2, 9)),
                        Part(
                            "Chính quyền số",
                            _t(4),
                            table=(
                                ("STT", "Chỉ tiêu", "Kết quả"),
                                ("1", "Hồ sơ trực tuyến", "85%"),
                                ("2", "Thanh toán trực tuyến", "72%"),
                            ),
                        ),
                        Part(
                            "Kinh tế số và xã hội số",
                            _t(6),
                            parts=_short_items(
                                "hướng dẫn 350 hộ kinh doanh dùng mã QR;",
                                "đưa 06 sản phẩm của xã lên sàn thương mại điện tử;",
                                "mở 04 lớp kỹ năng số cho phụ nữ và thanh niên;",
                                "duy trì 09 điểm phát sóng không dây miễn phí tại nhà sinh hoạt cộng đồng.",
                            ),
                        ),
                    ),
                ),
                Part("Công tác tuyên truyền", _t(0, 5, 11)),
            ),
        ),
        Part(
            "ĐÁNH GIÁ CHUNG",
            parts=(
                Part("Ưu điểm", _t(11, 9)),
                Part(
                    "Tồn tại, hạn chế",
                    _t(3, 2),
                    note="Có 02 thôn chưa có điện lưới ổn định nên chưa lắp thiết bị.",
                ),
                Part(
                    "Nguyên nhân",
                    parts=(Part("Nguyên nhân khách quan", _t(3)), Part("Nguyên nhân chủ quan", _t(1))),
                ),
            ),
        ),
        Part(
            "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026",
            parts=(
                Part("Mục tiêu", _t(9)),
                Part("Nhiệm vụ trọng tâm", parts=_items(10, 6, 1, 5)),
            ),
        ),
        Part(
            "KIẾN NGHỊ, ĐỀ XUẤT",
            parts=(Part("Đối với Ủy ban nhân dân tỉnh", _t(7)), Part("Đối với các sở, ngành", _t(5))),
        ),
    ),
    closing="Trên đây là báo cáo kết quả thực hiện chuyển đổi số năm 2025 của Ủy ban nhân dân xã./.",
    signer="Đinh Văn Hrứp",
    title="CHỦ TỊCH",
    capacity="TM. ỦY BAN NHÂN DÂN",
)

FLOOD = Report(
    parent="UBND TỈNH GIA LAI",
    agency="SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
    symbol="BC-SNNMT",
    place="Gia Lai",
    subject="Tổng kết công tác phòng, chống thiên tai và tìm kiếm cứu nạn năm 2025; phương hướng, nhiệm vụ năm 2026",  # noqa: E501
    preamble=(
        "Căn cứ Kế hoạch số 41/KH-UBND ngày 12/01/2025 của Ủy ban nhân dân tỉnh về phòng, chống thiên tai;",
        "Sở Nông nghiệp và Môi trường báo cáo kết quả như sau:",
    ),
    parts=(
        Part(
            "Tình hình thiên tai và thiệt hại",
            parts=(
                Part("Diễn biến thời tiết", _t(3, 8)),
                Part(
                    "Thiệt hại do thiên tai gây ra",
                    _t(2),
                    table=(("Loại", "Đơn vị", "Số lượng"), ("Nhà ở", "căn", "37"), ("Lúa", "ha", "212,5")),
                ),
            ),
        ),
        Part(
            "Công tác chỉ đạo và kết quả ứng phó",
            parts=(
                Part(
                    "Công tác tham mưu ban hành văn bản",
                    _t(0, 6, 4),
                    note="Gồm 05 công điện và 14 công văn chỉ đạo, đôn đốc.",
                ),
                Part(
                    "Tổ chức lực lượng, phương tiện theo phương châm “bốn tại chỗ” ở các xã ven biển, các xã vùng núi cao và khu vực hạ du các hồ chứa có dung tích lớn trên địa bàn tỉnh, gắn với việc chuẩn bị lương thực, thuốc men, nhiên liệu trước mùa mưa bão",  # noqa: E501
                    _t(5, 1),
                ),
                Part(
                    "Khắc phục hậu quả",
                    ("Ngay sau bão, các địa phương đã tập trung:",),
                    parts=_short_items(
                        "Sửa chữa 37 căn nhà bị tốc mái;",
                        "Khơi thông 18 km kênh mương;",
                        "Cấp 25 tấn giống lúa cho các hộ bị thiệt hại.",
                    ),
                ),
            ),
        ),
        Part(
            "Đánh giá",
            parts=(
                Part("Kết quả nổi bật", _t(9, 11)),
                Part("Hạn chế và nguyên nhân.", _t(3)),
                Part("Bài học kinh nghiệm", parts=_items(1, 5, 8)),
            ),
        ),
        Part(
            "Phương hướng, nhiệm vụ năm 2026",
            ("Dự báo thời tiết còn diễn biến phức tạp, Sở đề ra các nhiệm vụ sau:",),
            parts=_items(10, 6, 7, 2, 0),
        ),
        Part("Đề xuất, kiến nghị", _t(7, 5)),
    ),
    closing="Trên đây là báo cáo tổng kết công tác phòng, chống thiên tai năm 2025, Sở Nông nghiệp và Môi trường kính báo cáo.",  # noqa: E501
    signer="Rơ Châm Thanh Bình",
    title="PHÓ GIÁM ĐỐC",
    capacity="KT. GIÁM ĐỐC",
)

CULTURE = Report(
    parent="TỈNH ỦY GIA LAI",
    agency="ĐẢNG ỦY XÃ IA TUL",
    symbol="BC/ĐU",
    place="Ia Tul",
    subject="sơ kết 01 năm thực hiện quy chế văn hóa công sở trong các chi bộ trực thuộc",
    preamble=("Ban Thường vụ Đảng ủy báo cáo kết quả thực hiện quy chế văn hóa công sở như sau:",),
    parts=(
        Part(
            "CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO",
            parts=(
                Part("Công tác quán triệt, tuyên truyền", _t(0, 11)),
                Part("Công tác xây dựng chương trình, kế hoạch", _t(1)),
            ),
        ),
        Part(
            "KẾT QUẢ ĐẠT ĐƯỢC",
            parts=(
                Part(
                    "Về tác phong, lề lối làm việc",
                    _t(6),
                    parts=(Part("Chấp hành giờ giấc", _t(4)), Part("Trang phục, thẻ công chức", _t(9))),
                ),
                Part("Về giao tiếp, ứng xử với Nhân dân", _t(11, 5)),
                Part("Về bài trí công sở", _t(6)),
            ),
        ),
        Part("HẠN CHẾ, NGUYÊN NHÂN", parts=(Part("Hạn chế", _t(3)), Part("Nguyên nhân", _t(2)))),
        Part("NHIỆM VỤ, GIẢI PHÁP THỜI GIAN TỚI", parts=_items(10, 1, 5)),
    ),
    closing="Trên đây là báo cáo sơ kết 01 năm thực hiện quy chế văn hóa công sở của Đảng ủy xã.",
    signer="Nguyễn Thị Hồng Nhung",
    title="PHÓ BÍ THƯ",
    capacity="T/M BAN THƯỜNG VỤ",
    recipients=("- Tỉnh ủy (b/c),", "- Các chi bộ trực thuộc,", "- Lưu Văn phòng Đảng ủy."),
)

RURAL = Report(
    parent="UBND TỈNH GIA LAI",
    agency="CHI CỤC PHÁT TRIỂN NÔNG THÔN",
    symbol="BC-CCPTNT",
    place="Gia Lai",
    subject="Kết quả xây dựng nông thôn mới giai đoạn 2021 - 2025",
    preamble=(
        "Chi cục Phát triển nông thôn báo cáo kết quả xây dựng nông thôn mới giai đoạn 2021 - 2025, cụ thể:",
    ),
    parts=(
        Part("KHÁI QUÁT CHUNG", _t(8, 3)),
        Part(
            "KẾT QUẢ THỰC HIỆN",
            parts=(
                Part(
                    "Công tác chỉ đạo",
                    _t(0),
                    parts=(Part("Văn bản đã ban hành", _t(6)), Part("Kiểm tra, giám sát", _t(4, 1))),
                ),
                Part(
                    "Kết quả từng tiêu chí",
                    parts=(Part("Giao thông", _t(8)), Part("Thủy lợi", _t(2)), Part("Trường học", _t(9))),
                ),
                Part("Huy động nguồn lực", _t(7)),
            ),
        ),
        Part(
            "ĐÁNH GIÁ CHUNG",
            parts=(
                Part("Ưu điểm", _t(11)),
                Part("Hạn chế", _t(3, 2)),
                Part("Nguyên nhân", parts=_items(1, 5)),
            ),
        ),
        Part(
            "NHIỆM VỤ THỜI GIAN TỚI",
            parts=(Part("Mục tiêu", _t(9)), Part("Giải pháp", parts=_items(10, 6, 0, 4))),
        ),
    ),
    closing="Chi cục Phát triển nông thôn kính báo cáo Sở Nội vụ theo dõi, tổng hợp./.",
    signer="Trần Quốc Việt",
    title="CHI CỤC TRƯỞNG",
)

RULES = Report(
    parent="",
    agency="ỦY BAN NHÂN DÂN XÃ SƠN LANG",
    symbol="QC-UBND",
    place="Sơn Lang",
    subject="Làm việc của Tổ công nghệ số cộng đồng",
    preamble=(
        "Ủy ban nhân dân xã ban hành Quy chế làm việc của Tổ công nghệ số cộng đồng gồm các nội dung sau:",
    ),
    parts=(
        Part(
            "QUY ĐỊNH CHUNG",
            parts=(Part("Phạm vi điều chỉnh", _t(6)), Part("Nguyên tắc làm việc", parts=_items(1, 5))),
        ),
        Part(
            "NHIỆM VỤ",
            parts=(
                Part("Nhiệm vụ của Tổ trưởng", parts=_items(10, 6, 2)),
                Part(
                    "Nhiệm vụ của thành viên",
                    _t(0),
                    parts=_short_items("Tham dự họp đầy đủ;", "Hướng dẫn người dân tại thôn."),
                ),
            ),
        ),
        Part(
            "ĐIỀU KHOẢN THI HÀNH", parts=(Part("Hiệu lực thi hành", _t(7)), Part("Tổ chức thực hiện", _t(1)))
        ),
    ),
    closing="",
    signer="Đinh Văn Hrứp",
    title="CHỦ TỊCH",
    capacity="TM. ỦY BAN NHÂN DÂN",
)

TRAPS = (
    "2025 là năm đầu tiên triển khai đồng bộ các nhiệm vụ này trên toàn địa bàn.",
    "1. 5. 2025 là mốc đơn vị chuyển sang dùng hệ thống mới, không phát sinh hồ sơ giấy.",
    "Điều 5 của quy chế nêu trên đã được niêm yết công khai tại bộ phận một cửa.",
    "- Tổ chức 03 đợt kiểm tra chéo giữa các thôn;",
    "+ Đợt 1 kiểm tra 05 thôn, đợt 2 kiểm tra 04 thôn.",
)
"""Lines that begin like a marker and are none."""

"""Names of bodies that hold words which otherwise end a name: types of documents, verbs, small letters.

"Sở Kế hoạch và Đầu tư" holds a type of document, "Bộ Thông tin và Truyền thông" a verb's first word. The
fields of ministries, departments and offices since 2015, and the bodies of the sectors (as the State
organises them; names that ended with the mergers of 2025 are cited by every report on earlier years).
"""

from __future__ import annotations

import re

from extract.citations.wordlists import either

_HEADS = either(
    "Sở; Bộ; Phòng; Ngành; ngành; Ban; Thanh tra Sở; Thanh tra Bộ; Văn phòng Sở; Giám đốc Sở; Bộ trưởng Bộ"
)
_FIELDS = either("""
Kế hoạch và Đầu tư; Kế hoạch - Đầu tư; Kế hoạch & Đầu tư; Kế hoạch Đầu tư; Tài chính - Kế hoạch
Tài chính và Kế hoạch; Kế hoạch - Tài chính; Kế hoạch, Tài chính
Nông nghiệp và Phát triển nông thôn; Nông nghiệp và Phát triển Nông thôn; Nông nghiệp và PTNT
Nông nghiệp & Phát triển nông thôn; Nông nghiệp - Phát triển nông thôn
Thông tin và Truyền thông; Thông tin & Truyền thông; Thông tin - Truyền thông
Giao thông vận tải; Giao thông - Vận tải; Bưu chính, Viễn thông; Bưu chính và Viễn thông
Bưu chính - Viễn thông; Quy hoạch - Kiến trúc; Quy hoạch và Kiến trúc
""")
_WHOLE = either("""
Cục Thi hành án dân sự; Chi cục Thi hành án dân sự; Thi hành án dân sự; Tổng cục Thi hành án dân sự
Cục Cảnh sát điều tra tội phạm về ma túy; Cục Cảnh sát điều tra tội phạm về ma tuý
Cục Cảnh sát quản lý hành chính về trật tự xã hội; Phòng Cảnh sát quản lý hành chính về trật tự xã hội
Cục Cảnh sát giao thông; Phòng Cảnh sát giao thông; Ban An toàn giao thông; Hội Chữ thập đỏ
Hội đồng Phối hợp phổ biến, giáo dục pháp luật; Hội đồng phối hợp phổ biến, giáo dục pháp luật
Ban Quản lý các khu công nghiệp; Ban Quản lý các Khu công nghiệp; Ban quản lý các khu công nghiệp
Ban Quản lý các khu kinh tế; Trung tâm Kiểm soát bệnh tật; Trung tâm Dịch vụ hành chính công
Quỹ Đầu tư phát triển; Quỹ Phát triển đất; Ngân hàng Chính sách xã hội; Ngân hàng Phát triển
Ban Chỉ huy phòng thủ dân sự; Ban Chỉ huy Phòng thủ dân sự; Ban Chỉ đạo phòng thủ dân sự
Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn; Ban Chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn
Liên hiệp các Hội Khoa học và Kỹ thuật; Liên hiệp các hội Khoa học và Kỹ thuật
Liên hiệp các Hội Văn học Nghệ thuật; Liên hiệp các hội Văn học Nghệ thuật
Báo và Phát thanh, Truyền hình; Báo và phát thanh, truyền hình; Văn phòng Điều phối nông thôn mới
""")
KNOWN = re.compile(rf"(?:{_HEADS}\s+{_FIELDS}|{_WHOLE})(?!\w)")
"""A body's name by its head and field, or whole; what place it stands at may follow."""

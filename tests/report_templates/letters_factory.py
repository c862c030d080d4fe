"""A small warehouse of made-up rows: an outline of five leaf items, seven agencies in every state."""

from __future__ import annotations

from datetime import UTC, date, datetime

import duckdb

from warehouse.schema import create
from warehouse.tables import BY_NAME

CAMPAIGN = "thu-2026"
AS_OF = datetime(2026, 4, 28, 1, 30, tzinfo=UTC)
DEADLINE = datetime(2026, 4, 25, 10, 0, tzinfo=UTC)
OUTLINE = [
    ("A", "KẾT QUẢ THỰC HIỆN", "", False),
    ("A.I", "Công tác chỉ đạo", "A", False),
    ("A.I.1", "Tuyên truyền, quán triệt", "A.I", True),
    ("A.I.2", "Ban hành văn bản", "A.I", True),
    ("A.II", "Kết quả giải quyết thủ tục", "A", True),
    ("B", "HẠN CHẾ, NGUYÊN NHÂN", "", True),
    ("C", "KIẾN NGHỊ, ĐỀ XUẤT", "", True),
]
AGENCIES = [
    ("stp", "Sở Tư pháp", "so"),
    ("hong-ha", "UBND xã Hồng Hà", "xa"),
    ("mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "doan_the"),
    ("scan", "UBND phường Đông Sơn", "phuong"),
    ("hong-tep", "UBND xã An Lộc", "xa"),
    ("mat", "Chi cục Kiểm định", "other"),
    ("chua-1", "UBND xã Tân Phú", "xa"),
    ("chua-2", "Thuế tỉnh", "nganh"),
]


class Warehouse:
    """A connection with short ways to add rows."""

    def __init__(self) -> None:
        self.con = duckdb.connect(":memory:")
        self.con.execute("SET TimeZone = 'Asia/Ho_Chi_Minh'")
        create(self.con, comments=False)
        kind = self.con.execute(
            "SELECT table_type FROM information_schema.tables WHERE table_name = 'coverage'"
        ).fetchone()
        if kind and kind[0] == "VIEW":
            self.con.execute("DROP VIEW coverage CASCADE")
        self.con.execute(
            "CREATE TABLE coverage(campaign_id VARCHAR, agency_code VARCHAR, "
            "outline_path VARCHAR, status VARCHAR)"
        )

    def add(self, table: str, **values: object) -> None:
        names = [column.name for column in BY_NAME[table].columns]
        assert set(values) <= set(names), set(values) - set(names)
        marks = ", ".join("?" for _ in values)
        self.con.execute(
            f"INSERT INTO {table}({', '.join(values)}) VALUES ({marks})",
            list(values.values()),
        )

    def cover(self, agency: str, **statuses: str) -> None:
        for path, _, _, leaf in OUTLINE:
            if leaf:
                status = statuses.get(path.replace(".", "_"), "present")
                self.con.execute("INSERT INTO coverage VALUES (?, ?, ?, ?)", [CAMPAIGN, agency, path, status])

    def submit(self, agency: str, *, version: int = 1, status: str = "read", **values: object) -> str:
        sid = f"{agency}-{version}"
        row: dict[str, object] = {
            "submission_id": sid,
            "campaign_id": CAMPAIGN,
            "agency_code": agency,
            "file_name": f"{agency}/bao cao {version}.docx",
            "sha256": f"{agency}{version}".ljust(64, "0"),
            "received_at": datetime(2026, 4, 20 + version, 2, 5, tzinfo=UTC),
            "received_source": "register",
            "version": version,
            "is_current": status == "read",
            "is_late": False,
            "status": status,
            "is_scan": False,
        }
        self.add("submission", **(row | values))
        if status == "read":
            self.add(
                "document",
                submission_id=sid,
                campaign_id=CAMPAIGN,
                number=f"{10 + version}/BC-{agency.upper()}",
                date=date(2026, 4, 20),
                doc_type="BÁO CÁO",
            )
            for seq, (path, title, _, _) in enumerate(OUTLINE):
                self.add(
                    "section",
                    section_id=f"{sid}-{path}",
                    submission_id=sid,
                    campaign_id=CAMPAIGN,
                    agency_code=agency,
                    seq=seq,
                    path=path,
                    marker=path.rsplit(".", 1)[-1] + ".",
                    title=title,
                    text="",
                    outline_path=path,
                )
                self.add(
                    "section_match",
                    section_id=f"{sid}-{path}",
                    outline_path=path,
                    submission_id=sid,
                    campaign_id=CAMPAIGN,
                )
        return sid

    def drop_section(self, sid: str, path: str) -> None:
        self.con.execute("DELETE FROM section WHERE section_id = ?", [f"{sid}-{path}"])
        self.con.execute("DELETE FROM section_match WHERE section_id = ?", [f"{sid}-{path}"])

    def find(self, agency: str, rule: str, **values: object) -> None:
        count = self.con.execute("SELECT count(*) FROM finding").fetchone()
        row: dict[str, object] = {
            "finding_id": f"f{count[0] if count else 0:05d}",
            "campaign_id": CAMPAIGN,
            "agency_code": agency,
            "rule": rule,
            "severity": "warning",
            "owner": "agency",
            "message": f"Câu của quy tắc {rule}.",
        }
        self.add("finding", **(row | values))


def empty() -> Warehouse:
    """Make a campaign with its outline and agencies; nothing was sent."""
    made = Warehouse()
    made.add(
        "campaign",
        campaign_id=CAMPAIGN,
        title="Tổng kết 05 năm thực hiện Đề án cải cách hành chính",
        deadline=DEADLINE,
        province="Sông Hồng",
        request_type="Công văn",
        request_number="15/SNV-CCHC&VTLT",
        request_date=date(2026, 2, 3),
        request_issuer="Sở Nội vụ",
        consolidator_parent="UBND TỈNH SÔNG HỒNG",
        consolidator_name="SỞ NỘI VỤ",
        consolidator_symbol="SNV-CCHC&VTLT",
        consolidator_place="Sông Hồng",
    )
    for seq, (path, title, parent, leaf) in enumerate(OUTLINE):
        made.add(
            "outline_item",
            campaign_id=CAMPAIGN,
            outline_path=path,
            seq=seq,
            marker=path.rsplit(".", 1)[-1],
            title=title,
            level=path.count(".") + 1,
            parent_path=parent or None,
            is_leaf=leaf,
            required=True,
        )
    for seq, (code, name, kind) in enumerate(AGENCIES):
        made.add(
            "agency",
            campaign_id=CAMPAIGN,
            agency_code=code,
            name=name,
            kind=kind,
            required=True,
            seq=seq,
            deadline=DEADLINE,
        )
    return made


def full(empty: Warehouse) -> Warehouse:
    """Agencies in every state: complete, to be supplemented, cooperating, scan, unread, secret, silent."""
    empty.submit("stp")
    empty.cover("stp")
    sid = empty.submit("hong-ha")
    empty.drop_section(sid, "A.II")
    empty.cover("hong-ha", A_II="missing", B="thin", A_I_2="empty")
    empty.add("citation", citation_id="c1", submission_id=sid, campaign_id=CAMPAIGN, surface="x")
    empty.add("figure", figure_id="g1", submission_id=sid, campaign_id=CAMPAIGN, value=3)
    faults(empty, sid)
    empty.submit("mttq")
    empty.cover("mttq", C="missing")
    empty.find("mttq", "missing_section", severity="error", outline_path="C", message="Chưa thấy mục C.")
    empty.submit("scan", is_scan=True)
    empty.cover("scan", B="missing")
    empty.find(
        "scan", "ocr_unverified", outline_path="B", page=4, message="Bản quét: chưa xác định được mục B."
    )
    empty.submit(
        "hong-tep", status="unread", reason="Tệp hỏng, không mở được.", advice="Đề nghị gửi lại tệp .docx."
    )
    empty.find(
        "hong-tep", "unread_file", severity="blocker", message="Tệp chưa đọc được.", evidence="bao cao"
    )
    empty.submit("mat", status="secret", file_name="mat/tai lieu.pdf")
    empty.find("mat", "secret_marking", severity="blocker", owner="officer", message="Tệp có dấu chỉ độ mật.")
    return empty


def faults(made: Warehouse, sid: str) -> None:
    """Give the commune's report findings of every group and owner."""
    made.find(
        "hong-ha",
        "missing_section",
        severity="error",
        outline_path="A.II",
        message="Chưa thấy nội dung của mục A.II “Kết quả giải quyết thủ tục”.",
    )
    made.find(
        "hong-ha",
        "thin_section",
        outline_path="B",
        section_id=f"{sid}-B",
        message="Nội dung của mục B còn khái quát (12 tiếng).",
        evidence="Còn một số hạn chế nhất định trong quá trình thực hiện.",
        page=5,
    )
    made.find(
        "hong-ha",
        "no_causes",
        outline_path="B",
        section_id=f"{sid}-B",
        message="Mục B chưa nêu nguyên nhân của hạn chế.",
        evidence="Còn một số hạn chế nhất định trong quá trình thực hiện.",
        page=5,
    )
    made.find(
        "hong-ha",
        "empty_section",
        severity="error",
        outline_path="A.I.2",
        section_id=f"{sid}-A.I.2",
        message="Mục A.I.2 có tên mục, chưa có nội dung.",
        page=2,
    )
    for page, quote in (
        (2, "Quyết định số 12 của UBND tỉnh"),
        (3, "Kế hoạch số 45/KH-UBND"),
        (3, "Chỉ thị 09"),
    ):
        made.find(
            "hong-ha",
            "citation_incomplete",
            message=f"Viện dẫn “{quote}” chưa đủ thông tin.",
            evidence=quote,
            page=page,
        )
    made.find("hong-ha", "copied_text", owner="officer", message="VIỆC CỦA CÁN BỘ: giống báo cáo khác.")
    made.find("hong-ha", "extra_section", severity="info", message="Có mục “Khen thưởng” ngoài đề cương.")

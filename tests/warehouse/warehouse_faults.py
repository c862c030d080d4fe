# ruff: noqa: E501 - one sentence a line
"""Faults that the rules name, as functions over a `Report`.

Every mutant says which findings it must cause, and which follow from it in a way that is neither
demanded nor wrong (`allowed`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from warehouse_factory import DEADLINE, Part, Report
from warehouse_wording import words

from extract.errors import EmptyFile
from extract.model import Document, Signature

Expected = set[tuple[str, str | None]]
"""(rule, outline path) pairs; path None = any place."""

LEAVES = ("II.1", "II.2", "III.1", "III.2", "III.3", "III.4", "IV.1", "IV.2", "IV.3", "V.1", "V.2")
PARENTS = ("II", "III", "IV", "V")
VAGUE = (
    "Công tác này luôn được cơ quan quan tâm, chỉ đạo thực hiện thường xuyên, nghiêm túc và đạt nhiều kết quả tích cực.",
    "Thời gian qua, đơn vị đã triển khai thực hiện tốt nội dung này theo đúng quy định, bảo đảm yêu cầu đề ra.",
    "Nhìn chung các nội dung được tổ chức thực hiện kịp thời, đầy đủ, đúng quy định, góp phần nâng cao chất lượng, hiệu quả công tác của cơ quan, đơn vị trong thời gian qua, hoàn thành tốt nhiệm vụ được giao.",
)
PLAIN = (
    # long enough, concrete, without figure, document, name, cause or addressee
    "Giấy tờ vào ra đều qua một cửa, {g} ghi tên, xếp khay rồi {v}. {h}, các khay được dọn sạch; thứ gì còn sót thì đưa "
    "sang {g2} cùng mảnh giấy nhắc. Ai mượn phải ký vào {t}, ai trả phải gõ chuông; gặp {w} thì cất lên cao.",
    "Sáng sớm {g2} mở cửa sổ tránh {w}, lau bụi rồi mới nhận tài liệu. {h2}, bìa cũ được thay dần, chữ mờ được {g} chép lại. "
    "Khi có khách, người trực dẫn tới bàn đọc cạnh {t2}, {v2} với nhau, chờ họ xem xong rồi cất đúng chỗ cũ.",
)
LIMITS_ONLY = (
    "Kho còn chật, tài liệu của {g} vẫn để ngoài hành lang. Mục lục chưa được {g2} ghi đủ, có tập thiếu trang. "
    "{h} vẫn thấy hồ sơ nộp chậm, người mượn chưa trả đúng hẹn; {t} cũ, hay hỏng giữa buổi và chưa được thay.",
    "Việc nộp hồ sơ chưa đều, {g} để dồn tới cuối năm. Tài liệu ảnh của {g2} chưa được chỉnh lý, bản quét còn lệch. "
    "Phòng đọc hẹp, thiếu {t2}; {h2} người tra cứu phải chờ lâu, sổ mượn trả ghi chưa đầy đủ.",
)
PROPOSALS_ONLY = (
    "Cần có thêm kinh phí để sửa mái kho, chống {w} và thay kệ gỗ đã mục. Nên mở lớp ngắn ngày cho {g} về cách ghi mục lục. "
    "Mong được cấp {t}, thuốc chống mốc và hộp đựng tài liệu khổ lớn cho {g2} trong những năm tới.",
    "Quan tâm bố trí biên chế làm lưu trữ ở {g}, tăng phụ cấp độc hại. Sớm có hướng dẫn về giá chỉnh lý cho {g2}. "
    "Cho phép dùng phần tiết kiệm chi để mua {t2}, sửa phòng đọc, phòng khi {w}; mở thêm suất học nghề.",
)
EXTRA = (
    (
        "VI",
        "Công tác phòng cháy, chữa cháy trong kho",
        "Tổ bảo vệ đã thay bình chữa cháy, tập thoát nạn hai lần và dán sơ đồ lối ra trên từng tầng nhà.",
    ),
    (
        "VI",
        "Hoạt động thể thao của cơ quan",
        "Đội bóng chuyền tập mỗi chiều thứ ba, đã đấu giao hữu với ba xã bạn và nhận cờ lưu niệm.",
    ),
)
OTHER_SUBJECT = (
    (
        "I",
        "Tình hình dịch hại trên cây trồng",
        "Rầy nâu xuất hiện ở cánh đồng phía nam, sâu cuốn lá rải rác trên lúa vụ hè; chuột phá hoại vườn bắp ven suối.",
    ),
    (
        "II",
        "Công tác phun trừ và dập dịch",
        "Đã cấp thuốc cho từng hộ, phun đồng loạt trong ba buổi sáng, đặt bẫy chuột dọc bờ kênh và đốt rơm bệnh.",
    ),
    (
        "III",
        "Thiệt hại và mức hỗ trợ",
        "Lúa giảm năng suất trên bốn mươi héc ta, vườn tiêu chết rải rác, hộ khó được cấp giống ngắn ngày để gieo lại.",
    ),
    (
        "IV",
        "Dự báo sâu bệnh vụ sau",
        "Trời ẩm kéo dài nên bệnh đạo ôn dễ bùng, bà con cần thăm ruộng mỗi sáng và giữ mực nước vừa phải.",
    ),
)


@dataclass(frozen=True)
class Mutant:
    """One changed report: what was done, which rule it is about, and what must be found."""

    name: str
    rule: str
    apply: Callable[[Report], None]
    expected: Expected
    allowed: frozenset[str] = field(default_factory=frozenset)


def mutants() -> Iterator[Mutant]:
    """Every fault of one report (faults between agencies are made by `copied` and `conflicting`)."""
    yield from _structure()
    yield from _content()
    yield from _citations()
    yield from _form()


def _set(path: str, text: str) -> Callable[[Report], None]:
    def apply(report: Report) -> None:
        report.part(path).text = text.format(**words(int(report.code.removeprefix("cq")) % 10))

    return apply


def _append(path: str, text: str) -> Callable[[Report], None]:
    def apply(report: Report) -> None:
        report.part(path).text += "\n" + text.format(**words(int(report.code.removeprefix("cq")) % 10))

    return apply


def _structure() -> Iterator[Mutant]:
    for path in LEAVES + PARENTS:
        yield Mutant(
            f"bỏ {path}", "missing_section", lambda r, p=path: r.remove(p), {("missing_section", path)}
        )
    for path in ("II.1", "III.2", "IV.2"):
        parent, marker = path.split(".")
        yield Mutant(
            f"bỏ {path}, đánh số lại", "missing_section", lambda r, p=parent, m=marker: _remove_and_renumber(r, p, m),
            {("missing_section", path)},
        )  # fmt: skip
    for path in LEAVES:
        yield Mutant(f"rỗng {path}", "empty_section", _set(path, ""), {("empty_section", path)})
    for index, path in enumerate(LEAVES):
        for number in (index % 3, (index + 1) % 3):
            yield Mutant(
                f"câu chung {number} ở {path}",
                "thin_section",
                _set(path, VAGUE[number]),
                {("thin_section", path)},
            )
        yield Mutant(
            f"nhắc tên mục {path}", "thin_section", lambda r, p=path: _restate(r, p), {("thin_section", path)}
        )
    for path in ("II.2", "III.1", "IV.1", "V.1"):
        yield Mutant(
            f"lặp mục {path}",
            "duplicate_section",
            lambda r, p=path: _duplicate(r, p),
            {("duplicate_section", path)},
        )
    for marker, title, text in EXTRA:
        yield Mutant(
            f"thêm {title}",
            "extra_section",
            lambda r, a=(marker, title, text): r.parts.append(Part("VI", *a, 1)),
            {("extra_section", None)},
        )
    for path in LEAVES:
        yield Mutant(
            f"số khác {path}", "misnumbered", lambda r, p=path: _renumber(r, p), {("misnumbered", None)}
        )


def _content() -> Iterator[Mutant]:
    for path in ("III.1", "III.2", "III.3"):
        for number, text in enumerate(PLAIN):
            yield Mutant(
                f"không số liệu {path} {number}", "no_figures", _set(path, text), {("no_figures", path)}
            )
    for number, text in enumerate(PLAIN):
        yield Mutant(
            f"không văn bản {number}", "no_citations", _set("II.1", text), {("no_citations", "II.1")}
        )
        yield Mutant(f"không điển hình {number}", "no_models", _set("III.4", text), {("no_models", "III.4")})
    for number, text in enumerate(LIMITS_ONLY):
        yield Mutant(f"không nguyên nhân {number}", "no_causes", _set("IV.2", text), {("no_causes", "IV.2")})
    for number, text in enumerate(PROPOSALS_ONLY):
        yield Mutant(
            f"không nơi nhận kiến nghị {number}", "no_addressee", _set("V.2", text), {("no_addressee", "V.2")}
        )
    for source, target in (("II.2", "IV.1"), ("III.1", "V.1"), ("IV.1", "IV.3"), ("III.4", "II.2")):
        yield Mutant(
            f"chép {source} sang {target}",
            "repeated_text",
            lambda r, s=source, t=target: _repeat(r, s, t),
            {("repeated_text", None)},
        )


def _citations() -> Iterator[Mutant]:
    # every sentence stands in V.1, where a document is neither demanded nor counted
    lines = (
        (
            "citation_incomplete",
            "Việc mua sắm làm theo Quyết định số 771/QĐ-UBND của Ủy ban nhân dân tỉnh, giao {g} giữ, {g2} dùng.",
        ),
        (
            "citation_incomplete",
            "Phần kinh phí thực hiện Thông báo số 68/TB-STC của Sở Tài chính, {g2} chi, {h} báo lại.",
        ),
        (
            "citation_impossible_date",
            "Kho mới xây theo Quyết định số 902/QĐ-UBND ngày 31/02/2025 của Ủy ban nhân dân tỉnh.",
        ),
        (
            "citation_impossible_date",
            "Lịch nộp lưu theo Công văn số 415/SNV-VTLT ngày 20/11/2026 của Sở Nội vụ.",
        ),
        (
            "citation_impossible_date",
            "Thể thức làm theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2021 của Chính phủ.",
        ),
        (
            "type_code_mismatch",
            "Cơ quan làm theo Kế hoạch số 245/QĐ-UBND ngày 14/4/2025 của Ủy ban nhân dân tỉnh.",
        ),
        ("type_code_mismatch", "Kinh phí lấy theo Thông báo số 19/KH-STC ngày 22/5/2025 của Sở Tài chính."),
    )
    for number, (rule, line) in enumerate(lines):
        yield Mutant(f"{rule} {number}", rule, _append("V.1", line), {(rule, None)})


def _form() -> Iterator[Mutant]:
    for name in ("number", "date", "signer"):
        yield Mutant(
            f"không có {name}",
            "letterhead_missing",
            lambda r, n=name: setattr(r, n, None),
            {("letterhead_missing", None)},
        )
    yield Mutant(
        "sau hạn", "late", lambda r: setattr(r, "received", DEADLINE + timedelta(days=2)), {("late", None)}
    )
    yield Mutant(
        "khác nội dung", "wrong_campaign", _other_subject, {("wrong_campaign", None), ("not_submitted", None)}
    )
    yield Mutant(
        "tệp rỗng", "unread_file", lambda r: setattr(r, "error", EmptyFile()), {("unread_file", None)}
    )
    yield Mutant(
        "dấu mật", "secret_marking", lambda r: setattr(r, "tweak", _secret), {("secret_marking", None)}
    )
    yield Mutant(
        "chữ ký hỏng",
        "signature_broken",
        lambda r: setattr(r, "tweak", _broken),
        {("signature_broken", None)},
    )
    for path in ("II.2", "III.1", "IV.3", "V"):
        yield Mutant(
            f"bản quét thiếu {path}",
            "ocr_unverified",
            lambda r, p=path: _scan(r, p),
            {("ocr_unverified", path)},
        )


def copied(source: Report, target: Report, path: str) -> None:
    """Copy one section's text of another agency."""
    target.part(path).text = source.part(path).text


def conflicting(report: Report, day: str) -> None:
    """Cite a central document with that day."""
    report.part(
        "V.1"
    ).text += f"\nNghiên cứu thêm Chỉ thị số 35/CT-TTg ngày {day} của Thủ tướng Chính phủ về lưu trữ."


def _remove_and_renumber(report: Report, parent: str, marker: str) -> None:
    report.remove(f"{parent}.{marker}")
    inside = [part for part in report.parts if part.path.startswith(parent + ".")]
    for number, part in enumerate(inside, start=1):
        part.marker = str(number)


def _restate(report: Report, path: str) -> None:
    part = report.part(path)
    part.text = f"Cơ quan đã thực hiện công tác {part.title[0].lower() + part.title[1:]} theo quy định."


def _duplicate(report: Report, path: str) -> None:
    part = report.part(path)
    at = report.parts.index(part)
    report.parts.insert(at + 1, Part(path + "bis", part.marker, part.title, part.text, part.level))


def _repeat(report: Report, source: str, target: str) -> None:
    report.part(target).text += "\n" + report.part(source).text


def _renumber(report: Report, path: str) -> None:
    """Give the item the number of the one after it; the first pushes all after it."""
    part = report.part(path)
    first = part.marker == "1"
    part.marker = str(int(part.marker) + 1)
    for other in report.parts:
        if first and other.path != path and other.path.startswith(path.rsplit(".", 1)[0] + "."):
            other.marker = str(int(other.marker) + 1)


def _other_subject(report: Report) -> None:
    report.subject = "Tình hình sâu bệnh trên cây trồng vụ hè thu"
    report.preamble = "Trạm Trồng trọt báo cáo tình hình đồng ruộng như sau:"
    report.parts = [Part(marker, marker, title, text, 1) for marker, title, text in OTHER_SUBJECT]


def _secret(document: Document) -> None:
    document.meta.secrecy = "MẬT"


def _broken(document: Document) -> None:
    document.signatures = [
        Signature(signer="Phan Thị Hòa", signed_at="2026-06-15T08:00:00+07:00", intact=False)
    ]


def _scan(report: Report, path: str) -> None:
    report.remove(path)

    def mark(document: Document) -> None:
        for section in document.sections:
            section.scan, section.confidence = True, 0.8

    report.tweak = mark

"""Repeats are found with both places; what everyone must quote is none; cost grows with the text."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from transform.similarity import Passage, find_repeats

COPIED = (
    "Trong kỳ, đơn vị đã mở mười bốn lớp tập huấn cho hơn sáu trăm lượt người, lập ba tổ lưu động "
    "xuống tận thôn, "
    "phát tờ gấp song ngữ, thu nhận hơn hai trăm ý kiến và trả lời tại chỗ gần như toàn bộ, "
    "số còn lại hẹn ngày."
)
OTHER = (
    "Bộ phận một cửa hoạt động cả sáng thứ bảy, bố trí bàn riêng cho người cao tuổi, "
    "máy lấy số có tiếng Jrai, "
    "bảng theo dõi hồ sơ đặt ngay cửa ra vào để ai cũng xem được việc của mình đang ở khâu nào và do ai giữ."
)


def passage(section: str, agency: str, text: str, **more: object) -> Passage:
    return Passage(section, f"s-{agency}", agency, text, **more)  # type: ignore[arg-type]


def test_between_agencies_with_both_quotes_and_pages() -> None:
    a = passage("a1", "a", f"{OTHER}\n{COPIED}", page=3, page_starts=((0, 3), (len(OTHER), 4)))
    b = passage("b1", "b", COPIED.upper().replace("HOÀ", "HÒA"), page=7)
    (found,) = find_repeats([a, b])
    assert (found.kind, found.a.section_id, found.b.section_id) == ("between", "a1", "b1")
    assert (found.page_a, found.page_b) == (4, 7)
    assert found.quote_a in a.text
    assert found.quote_a.startswith("Trong kỳ")
    assert found.quote_b in b.text
    assert found.share == 1.0
    assert found.words == len(COPIED.split())


def test_inside_one_report() -> None:
    (found,) = find_repeats([passage("a1", "a", COPIED), passage("a2", "a", f"{COPIED} Kết quả tốt.")])
    assert found.kind == "inside"


def test_a_passage_that_stands_twice_is_told_once_between_two_reports() -> None:
    texts = [passage("a1", "a", COPIED), passage("a2", "a", f"{COPIED} Xong."), passage("b1", "b", COPIED)]
    found = find_repeats([*texts, passage("b2", "b", f"{COPIED} Xong.")])
    assert sum(repeat.kind == "inside" for repeat in found) == 2
    between = {(repeat.a.section_id, repeat.b.section_id) for repeat in found if repeat.kind == "between"}
    assert len(between) == 2


def test_versions_of_one_agency_are_not_compared() -> None:
    assert not find_repeats([Passage("1", "s1", "a", COPIED), Passage("2", "s2", "a", COPIED)])


def test_short_formulas_and_different_texts_are_no_repeat() -> None:
    short = "Đơn vị đã quan tâm chỉ đạo, triển khai nghiêm túc, kịp thời và đúng quy định của pháp luật."
    assert not find_repeats([passage("a1", "a", f"{short} {OTHER}"), passage("b1", "b", f"{COPIED} {short}")])


def test_quotations_citations_and_the_outline_do_not_count() -> None:
    quoted = f"Thực hiện nội dung “{COPIED}” theo yêu cầu."
    assert not find_repeats([passage("a1", "a", quoted), passage("b1", "b", quoted)])
    cited = [passage(x, x, COPIED, left_out=((0, len(COPIED)),)) for x in ("a", "b")]
    assert not find_repeats(cited)
    assert not find_repeats([passage("a1", "a", COPIED), passage("b1", "b", COPIED)], excluded=[COPIED])


def test_wording_of_many_agencies_comes_from_above() -> None:
    many = [passage(f"{n}", f"{n}", COPIED) for n in range(20)]
    assert not find_repeats(many)
    assert len(find_repeats(many[:3])) == 3


def test_a_copied_paragraph_in_a_long_section_is_found() -> None:
    filler = " ".join(f"việc thứ {n} của riêng xã đã xong trong quý {n}" for n in range(60))
    long = f"{COPIED} {OTHER}"
    assert find_repeats(
        [passage("a1", "a", f"{filler} {long}"), passage("b1", "b", f"{long} {filler[::-1]}")]
    )


@given(st.lists(st.text(max_size=300), max_size=6))
def test_any_text_gives_shares_between_0_and_1(texts: list[str]) -> None:
    found = find_repeats([passage(str(n), str(n % 3), text) for n, text in enumerate(texts)])
    assert all(0 < repeat.share <= 1 and repeat.words >= 30 for repeat in found)


def test_cost_is_linear_in_the_number_of_reports() -> None:
    def cost(reports: int) -> float:
        texts = [
            passage(f"{n}-{m}", str(n), " ".join(f"từ{n}x{m}x{k}" for k in range(400)) + f"\n{COPIED}")
            for n in range(reports)
            for m in range(3)
        ]
        start = time.process_time()
        find_repeats(texts)
        return time.process_time() - start

    cost(20)
    assert cost(160) < 16 * max(cost(20), 0.02)

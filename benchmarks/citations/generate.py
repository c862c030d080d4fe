# ruff: noqa: E501  (tables of sentences)
"""Writes `corpus.jsonl`: citations built from parts, so that what is right is known by construction.

    python -m benchmarks.citations.generate          writes the corpus anew
    python -m benchmarks.citations.generate --check   exits 1 when the stored corpus differs

The parts here are independent of the package's own tables. No randomness: parts rotate at coprime steps.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).with_name("corpus.jsonl")
Case = dict[str, Any]

# printed type, type, symbol, printed separator, issuer
DOCUMENTS = [
    ("Nghị quyết", "Nghị quyết", "NQ/TW", "-", "Bộ Chính trị"),
    ("Nghị quyết", "Nghị quyết", "NQ/TU", "-", "Ban Chấp hành Đảng bộ tỉnh"),
    ("Nghị quyết", "Nghị quyết", "NQ-HĐND", "/", "Hội đồng nhân dân tỉnh Gia Lai"),
    ("Nghị quyết", "Nghị quyết", "NQ-CP", "/", "Chính phủ"),
    ("Quyết định", "Quyết định", "QĐ-TTg", "/", "Thủ tướng Chính phủ"),
    ("Quyết định", "Quyết định", "QĐ-UBND", "/", "Chủ tịch UBND tỉnh"),
    ("Quyết định", "Quyết định", "QĐ/TW", "-", "Ban Bí thư"),
    ("Chỉ thị", "Chỉ thị", "CT/TW", "-", "Ban Bí thư Trung ương Đảng (khóa XII)"),
    ("Chỉ thị", "Chỉ thị", "CT-UBND", "/", "UBND tỉnh Bình Định"),
    ("Kết luận", "Kết luận", "KL/TU", "-", "Ban Thường vụ Tỉnh ủy"),
    ("Kế hoạch", "Kế hoạch", "KH-UBND", "/", "UBND xã Ia Hrú"),
    ("Kế hoạch", "Kế hoạch", "KH-SYT", "/", "Sở Y tế"),
    ("Kế hoạch", "Kế hoạch", "KH/ĐU", "-", "Đảng ủy phường Quy Nhơn Bắc"),
    ("Kế hoạch phối hợp", "Kế hoạch", "KHPH-STP-CAT", "/", "Sở Tư pháp"),
    ("Chương trình hành động", "Chương trình", "CTr/TU", "-", "Tỉnh ủy"),
    ("Báo cáo", "Báo cáo", "BC-SGDĐT", "/", "Sở Giáo dục và Đào tạo"),
    ("Báo cáo thẩm tra", "Báo cáo", "BC-BPC", "/", "Ban Pháp chế HĐND tỉnh"),
    ("Tờ trình", "Tờ trình", "TTr-SNNMT", "/", "Sở Nông nghiệp và Môi trường"),
    ("Thông báo", "Thông báo", "TB-VPCP", "/", "Văn phòng Chính phủ"),
    ("Hướng dẫn", "Hướng dẫn", "HD/BTGDVTU", "-", "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
    ("Công văn", "Công văn", "SVHTTDL-TCCB", "/", "Sở Văn hóa, Thể thao và Du lịch"),
    ("Công văn", "Công văn", "BNV-CQĐP", "/", "Bộ Nội vụ"),
    ("Văn bản", "Công văn", "UBND-KGVX", "/", "UBND tỉnh"),
    ("Công văn", "Công văn", "CV/BTCTU", "-", "Ban Tổ chức Tỉnh ủy"),
    ("Công điện", "Công điện", "CĐ-TTg", "/", "Thủ tướng Chính phủ"),
    ("Quy chế", "Quy chế", "QC/ĐU", "-", "Đảng ủy xã Ia Ko"),
    ("Quy định", "Quy định", "QĐ/TW", "-", "Bộ Chính trị"),
    ("Đề án", "Đề án", "ĐA-UBND", "/", "UBND phường An Khê"),
    ("Nghị định", "Nghị định", "2023/NĐ-CP", "/", "Chính phủ"),
    ("Thông tư", "Thông tư", "2022/TT-BNV", "/", "Bộ trưởng Bộ Nội vụ"),
    ("Thông tư liên tịch", "Thông tư liên tịch", "2015/TTLT-BTC-BNV", "/", "Bộ Tài chính và Bộ Nội vụ"),
    ("Quyết định", "Quyết định", "2021/QĐ-UBND", "/", "Ủy ban nhân dân tỉnh"),
]
SO = [" số ", " số: ", " ", " số  "]
SUBJECTS = [
    "tăng cường đối thoại giữa người đứng đầu với Nhân dân",
    "nâng cao chất lượng phục vụ, tiếp nhận, trả kết quả hồ sơ của người dân",
    "xây dựng mô hình “Nụ cười công sở” tại các cơ quan hành chính",
    "giao ước thi đua năm 2024 (đợt 2) trên địa bàn tỉnh",
    "củng cố tổ hòa giải ở thôn, làng vùng đồng bào dân tộc thiểu số",
]
INTRODUCERS = [" về ", " về việc ", " V/v ", ", về việc "]
PREFIXES = ["", "Thực hiện ", "- ", "Trên cơ sở ", "tham mưu ban hành ", "(", "theo tinh thần "]
ENDS = [".", ";", "", ". Đến nay đã sơ kết.", "; qua đó tạo chuyển biến."]
DAYS = [
    (3, 6, 2013),
    (14, 7, 2016),
    (9, 12, 2018),
    (25, 2, 2020),
    (31, 10, 2021),
    (1, 1, 2023),
    (28, 4, 2025),
]


def _date_forms(day: int, month: int, year: int) -> list[tuple[str, str]]:
    iso = f"{year:04d}-{month:02d}-{day:02d}"
    return [
        (f" ngày {day:02d}/{month}/{year}", iso),
        (f" ngày {day} tháng {month} năm {year}", iso),
        (f", ngày {day:02d}-{month:02d}-{year}", iso),
        (f" ngày {day}.{month}.{year}", iso),
        (f" (ngày {day:02d}/{month:02d}/{year})", iso),
        (f" ban hành ngày {day:02d}/{month:02d}/{year}", iso),
        (f" ngày{day:02d}/{month}/{year}", iso),
    ]


def _number(value: int, separator: str, symbol: str) -> str:
    return f"{value:02d}{separator}{symbol}"


def _year_fits(symbol: str, day: tuple[int, int, int]) -> tuple[int, int, int]:
    return (day[0], day[1], int(symbol[:4])) if symbol[:4].isdigit() else day


def full() -> Iterator[Case]:
    """Every document with a rotating date, issuer and subject; then with each part left out."""
    for i, (printed, kind, symbol, separator, issuer) in enumerate(DOCUMENTS):
        for variant in range(6):
            number = _number(11 + i * 7 + variant, separator, symbol)
            forms = _date_forms(*_year_fits(symbol, DAYS[(i + variant) % 7]))
            date_text, iso = forms[(2 * i + variant) % 7] if variant != 3 else ("", None)
            subject = SUBJECTS[(i + 2 * variant) % 5] if variant in (0, 1, 4, 5) else None
            who = issuer if variant != 4 else None
            prefix, end = PREFIXES[(3 * i + variant) % 7], ENDS[(i + variant) % 5]
            core = f"{printed}{SO[(i + variant) % 4]}{number}"
            text = prefix + core + date_text + (f" của {who}" if who else "")
            text += f"{INTRODUCERS[(i + variant) % 4]}{subject}" if subject else ""
            expected: Case = {
                "surface": core,
                "type": kind,
                "number": number,
                "issuer": who,
                "subject": subject,
            }
            yield {"text": text + (")" if prefix == "(" else end), "expect": [expected | {"date": iso}]}


def lists() -> Iterator[Case]:
    """Write lists that share type, symbol, issuer, date or subject."""
    for i, (printed, kind, symbol, separator, issuer) in enumerate(DOCUMENTS):
        if printed != kind or symbol[:4].isdigit() or kind == "Công văn":
            continue
        first, second, third = (_number(n + i, separator, symbol) for n in (21, 22, 37))
        shared = {"type": kind, "issuer": issuer}
        yield {
            "text": f"Quán triệt {kind} số {first}, {kind} số {third} của {issuer}.",
            "expect": [
                {"surface": f"{kind} số {first}", "number": first, **shared},
                {"surface": f"{kind} số {third}", "number": third, **shared},
            ],
        }
        date_text, iso = _date_forms(*DAYS[i % 7])[i % 2]
        yield {
            "text": f"các {kind} số {first} và số {second}{date_text} của {issuer}",
            "expect": [
                {"surface": f"{kind} số {first}", "number": first, "date": iso, **shared},
                {"surface": f"số {second}", "number": second, "date": iso, **shared},
            ],
        }
        if i % 2:
            continue
        yield {
            "text": f"Các {kind} số {21 + i}, {23 + i}{separator}{symbol} về {SUBJECTS[i % 5]};",
            "expect": [
                {"surface": f"{kind} số {21 + i}", "number": f"{21 + i}{separator}{symbol}", "type": kind},
                {"surface": f"{23 + i}{separator}{symbol}", "number": f"{23 + i}{separator}{symbol}", "type": kind,
                 "subject": SUBJECTS[i % 5]},
            ],
        }  # fmt: skip


def nested() -> Iterator[Case]:
    """Write plans that carry out another document: the inner one lies inside the outer's subject."""
    for i, (printed, kind, symbol, separator, _) in enumerate(DOCUMENTS):
        inner = _number(40 + i, separator, symbol)
        date_text, iso = _date_forms(*DAYS[i % 7])[i % 7]
        subject = f"triển khai thực hiện {printed} số {inner}"
        outer = f"{60 + i}/KH-STC"
        yield {
            "text": f"Sở ban hành Kế hoạch số {outer}{date_text} về {subject}; đã có kết quả",
            "expect": [
                {"surface": f"Kế hoạch số {outer}", "type": "Kế hoạch", "number": outer, "date": iso, "subject": subject},
                {"surface": f"{printed} số {inner}", "type": kind, "number": inner, "nested_in": 0},
            ],
        }  # fmt: skip


def damaged() -> Iterator[Case]:
    """Damage numbers as OCR and copying do: the key is repaired, the surface is not."""
    damages = [
        ("Kế hoạch số 2l5/KH-SNV", "Kế hoạch", "215/KH-SNV"),
        ("Kế hoạch số 3O7/KH-SNV", "Kế hoạch", "307/KH-SNV"),
        ("Kế hoạch số 41 /KH-SNV", "Kế hoạch", "41/KH-SNV"),
        ("Kế hoạch số 41/ KH-SNV", "Kế hoạch", "41/KH-SNV"),
        ("Kế hoạch số 41/KH -SNV", "Kế hoạch", "41/KH-SNV"),
        ("Kế hoạch số 41/KH-\nSNV", "Kế hoạch", "41/KH-SNV"),
        ("Kế hoạch số\n41/KH-SNV", "Kế hoạch", "41/KH-SNV"),
        ("Kế\nhoạch số 41/KH-SNV", "Kế hoạch", "41/KH-SNV"),
        ("Kế hoạch số 41/KH\u2011SNV", "Kế hoạch", "41/KH-SNV"),
        ("Kế hoạch số 41/KH\u2013SNV", "Kế hoạch", "41/KH-SNV"),
        ("Kế hoạch số\u00a041/KH-SNV", "Kế hoạch", "41/KH-SNV"),
        ("Kế hoạch số 41/KH\u0002SNV", "Kế hoạch", "41/KH-SNV"),
        ("Kế hoạch số 41KH-SNV", "Kế hoạch", "41/KH-SNV"),
        ("Kế hoạch số 41/KHSNV", "Kế hoạch", "41/KH-SNV"),
        ("Kế hoạch số41/KH-SNV", "Kế hoạch", "41/KH-SNV"),
        ("Quyết định số 88/QD-UBND", "Quyết định", "88/QĐ-UBND"),
        ("Quyết định số 88/QÐ-UBND", "Quyết định", "88/QĐ-UBND"),
        ("Quyết định số 88/QĐUBND", "Quyết định", "88/QĐ-UBND"),
        ("Quyết định số 88/QĐ.UBND", "Quyết định", "88/QĐ-UBND"),
        ("Nghị quyết số 88/NQ-HDND", "Nghị quyết", "88/NQ-HĐND"),
        ("Nghị định số 88/2019/ND-CP", "Nghị định", "88/2019/NĐ-CP"),
        ("Nghị quyết số 26-NQ/TƯ", "Nghị quyết", "26-NQ/TW"),
        ("Nghị quyết số 26-NQ/T.W", "Nghị quyết", "26-NQ/TW"),
        ("Nghị quyết số 26/NQ-TW", "Nghị quyết", "26-NQ/TW"),
        ("Nghị quyết số 26NQ/TW", "Nghị quyết", "26-NQ/TW"),
        ("Nghị quyết số 26 - NQ/TW", "Nghị quyết", "26-NQ/TW"),
        ("NGHỊ QUYẾT SỐ 26-NQ/TW", "Nghị quyết", "26-NQ/TW"),
        ("Chỉ thị số 19/CT-TTG", "Chỉ thị", "19/CT-TTg"),
        ("Nghị quyết số 21/2022/QHl5", "Nghị quyết", "21/2022/QH15"),
        ("Công văn số 903/SNV - CCVC&TCBC", "Công văn", "903/SNV-CCVC&TCBC"),
        ("Công văn số 903/SNV-CCVC & TCBC", "Công văn", "903/SNV-CCVC&TCBC"),
    ]
    for surface, kind, number in damages:
        for before, after in (("Thực hiện ", " ngày 05/3/2020, đơn vị đã triển khai."), ("(", ")")):
            expected: Case = {"surface": surface, "type": kind, "number": number}
            if after.startswith(" ngày"):
                expected["date"] = "2020-03-05"
            yield {"text": before + surface + after, "expect": [expected]}


def laws() -> Iterator[Case]:
    """Laws by name: with a year, a date, a number, a provision, or the name alone."""
    names = [
        "Khiếu nại",
        "Tố cáo",
        "Hòa giải ở cơ sở",
        "Cán bộ, công chức",
        "Thi đua, khen thưởng",
        "Viên chức",
        "Thanh tra",
    ]
    for i, name in enumerate(names):
        for surface, more in (
            (f"Luật {name} năm {2011 + i}", {"year": 2011 + i}),
            (f"Luật {name}", {}),
            (f"Luật {name} ngày {i + 2}/6/2022", {"date": f"2022-06-{i + 2:02d}"}),
            (f"Luật {name} số {i + 12}/2022/QH15", {"number": f"{i + 12}/2022/QH15"}),
        ):
            article = f"khoản {i + 1} Điều {i + 20}" if i % 2 else None
            text = (
                f"theo {article} {surface}; các văn bản khác"
                if article
                else f"Căn cứ {surface}, đơn vị đã rà soát"
            )
            expected = {"surface": surface, "type": "Luật", "subject": name, "article": article, **more}
            yield {"text": text, "expect": [expected]}


def decoys() -> Iterator[Case]:
    """Numbers and type words that name no document."""
    for text in (
        "tiếp 45/50 lượt công dân, đạt 90%",
        "đường 30/4, quốc lộ 19/5, ngã tư 3/2",
        "trực 24/7; tỷ lệ 2/3; số nhà 12/5B",
        "điện thoại 0269.3824123; 0905-123-456",
        "STT 12; mục 3/II; trang 5/12",
        "TCVN ISO 9001:2015; QCVN 02-1:2020/BYT",
        "kế hoạch 5 năm; Kế hoạch 3 tháng đầu năm; Chương trình 135",
        "các quyết định, nghị quyết và kế hoạch của cấp ủy",
        "pháp luật, kỷ luật, luật sư, Hội Luật gia, ngành Luật",
        "từ ngày 01/7/2025 đến ngày 30/9/2025; tháng 12/2025 UBND xã họp",
        "nhiệm kỳ 2020-2025; giai đoạn 2021 - 2030",
        "mẫu số 03/ĐK; biểu số 12/BNV; phụ lục số 01",
        "diện tích 12,5 ha/hộ; 3 triệu đồng/tháng; 50 km/h",
        "quy chế dân chủ ở cơ sở, quy định nội bộ, hướng dẫn nghiệp vụ",
        "Báo cáo có 12 trang; Tờ trình 2 nội dung",
        "Zalo OA, VNeID mức 2, 5G, COVID-19, G7/G20",
        "thôn 3/xã Ia Ly; tổ 5-KV2; lô A1/B2",
        "năm 2024 UBND phường tổ chức 12 hội nghị",
        "đội 3/KH",
        "cấp 1/TT",
    ):
        yield {"text": text, "expect": []}


def corpus() -> list[Case]:
    """All cases, each named by family and number; keys without a value are left out."""
    cases: list[Case] = []
    for family in (full, lists, nested, damaged, laws, decoys):
        numbers = count(1)
        for case in family():
            expected = [{k: v for k, v in item.items() if v is not None} for item in case["expect"]]
            cases.append(
                {"name": f"{family.__name__}-{next(numbers):03d}", "text": case["text"], "expect": expected}
            )
    return cases


def encode(cases: list[Case]) -> str:
    """JSON lines."""
    return "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases)


if __name__ == "__main__":
    lines = encode(corpus())
    if "--check" in sys.argv:
        sys.exit(CORPUS.read_text("utf-8") != lines)
    CORPUS.write_text(lines, encoding="utf-8")

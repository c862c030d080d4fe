"""A whole document: order of mentions, places, pages, offsets, schema, plain text, explanation."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from extract.document import explain_text, read, read_text
from extract.errors import SecretDocument, UnknownFormat
from extract.model import Document, to_json

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(ROOT / "tests" / "corpus" / "variants"))

REPORT = """BÁO CÁO
Kết quả thực hiện Kế hoạch số 12/KH-UBND ngày 10/02/2025 của Ủy ban nhân dân tỉnh

Sở Tư pháp nhận Công văn số 33/SNV-CCHC ngày 05/3/2025 của Sở Nội vụ. Sở báo cáo như sau:

I. TÌNH HÌNH CHUNG

Thực hiện Chỉ thị số 05/CT-UBND ngày 01/02/2025, Sở đã ban hành kế hoạch¹.

1. Thuận lợi

Có 25 đơn vị tham gia.

2. Khó khăn theo Kết luận số 09-KL/TU

Địa bàn rộng, nhiều đơn vị ở xa trung tâm nên việc kiểm tra chưa được thường xuyên, nhất là trong

mùa mưa.

¹ Kế hoạch số 07/KH-STP ngày 12/02/2025.

Trên đây là báo cáo kết quả thực hiện Kế hoạch số 12/KH-UBND.

Nơi nhận:
- Sở Nội vụ;
- Lưu: VT.

Nguyễn Văn An
"""


@pytest.fixture(scope="module")
def report() -> Document:
    return read_text(REPORT, "bao-cao.txt")


def test_sections_of_plain_text(report: Document) -> None:
    assert [(s.marker, s.level, s.title) for s in report.sections] == [
        ("I.", 1, "TÌNH HÌNH CHUNG"), ("1.", 2, "Thuận lợi"), ("2.", 2, "Khó khăn theo Kết luận số 09-KL/TU"),
    ]  # fmt: skip
    assert report.meta.signer == "Nguyễn Văn An"
    assert report.file.format == "txt"


def test_a_page_cut_inside_a_sentence_is_healed(report: Document) -> None:
    assert report.sections[2].text.endswith("nhất là trong mùa mưa.")


def test_a_note_belongs_to_the_section_of_its_call(report: Document) -> None:
    (note,) = report.footnotes
    assert (note.n, note.section_marker_path, note.anchor) == (
        1,
        ["I"],
        "01/02/2025, Sở đã ban hành kế hoạch"[-40:],
    ) or (note.anchor is not None and note.anchor.endswith("Sở đã ban hành kế hoạch"))
    assert note.section_index == 0


def test_citations_come_in_the_printed_order_with_their_place(report: Document) -> None:
    found = [(c.where, c.number, c.section_marker_path, c.footnote) for c in report.citations]
    assert found == [
        ("subject", "12/KH-UBND", None, None),
        ("preamble", "33/SNV-CCHC", None, None),
        ("text", "05/CT-UBND", ["I"], None),
        ("title", "09-KL/TU", ["I", "2"], None),
        ("footnote", "07/KH-STP", ["I"], 1),
        ("closing", "12/KH-UBND", None, None),
    ]


def text_of(document: Document, where: str, section: int | None, footnote: int | None) -> str:
    if where == "subject":
        return document.meta.subject or ""
    if where in ("preamble", "closing"):
        return str(getattr(document, where))
    if where == "footnote":
        return next(f.text for f in document.footnotes if f.n == footnote)
    assert section is not None
    return str(getattr(document.sections[section], where))


def test_offsets_point_into_the_printed_text(report: Document) -> None:
    for c in report.citations:
        assert text_of(report, c.where, c.section_index, c.footnote)[c.char_start : c.char_end] == c.surface


def test_nested_citations_point_into_the_whole_list(report: Document) -> None:
    for i, c in enumerate(report.citations):
        if c.nested_in is not None:
            assert 0 <= c.nested_in < len(report.citations)
            assert c.nested_in != i


def test_output_is_nfc_valid_and_deterministic() -> None:
    import unicodedata

    first = to_json(read_text(unicodedata.normalize("NFD", REPORT), "a.txt"))
    assert unicodedata.is_normalized("NFC", first.decode())
    assert to_json(read_text(REPORT, "a.txt")) == to_json(read_text(REPORT, "a.txt"))


def test_every_output_validates_against_the_published_schema(tmp_path: Path, report: Document) -> None:
    from variant_docx import write_docx
    from variant_layout import lay_out
    from variant_list import variants

    schema = json.loads((ROOT / "docs" / "document.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(json.loads(to_json(report)))
    variant = variants()[0]
    path = tmp_path / "a.docx"
    write_docx(lay_out(variant), variant.looks, path)
    validator.validate(json.loads(to_json(read(path))))


def test_the_published_schema_is_current() -> None:
    done = subprocess.run([sys.executable, "scripts/make_schema.py", "--check"], cwd=ROOT, check=False)
    assert done.returncode == 0, "chạy lại scripts/make_schema.py"


@pytest.mark.parametrize("name", ["BC MẬT so 5.docx", "TỐI MẬT.pdf", "bc_TUYỆT MẬT_final.docx"])
def test_a_file_whose_name_says_secret_is_not_opened(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"never read")
    with pytest.raises(SecretDocument):
        read(path)


@pytest.mark.parametrize(
    "name", ["BẢO MẬT thong tin.docx", "BÍ MẬT nha nuoc.docx", "mật ong.docx", "BC.docx"]
)
def test_ordinary_names_are_opened(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"no known format")
    with pytest.raises(UnknownFormat):
        read(path)


def test_explanation_names_every_printed_line(tmp_path: Path) -> None:
    from variant_docx import write_docx
    from variant_layout import lay_out
    from variant_list import variants

    variant = next(v for v in variants() if v.name == "decree_digital")
    printed = lay_out(variant)
    path = tmp_path / "a.docx"
    write_docx(printed, variant.looks, path)
    text = explain_text(path)
    assert "đề mục cấp 1" in text
    assert "đoạn kết" in text
    assert "nơi nhận, chữ ký" in text
    for para in printed.paras:
        if para.text and not para.cells:
            assert para.text.split("\n")[0][:30] in text


def test_explanation_starts_with_the_outline_and_names_the_neighbours(tmp_path: Path) -> None:
    from docx import Document as Word

    word = Word()
    for text in ("I. TÌNH HÌNH", "II. KẾT QUẢ", "IV. KIẾN NGHỊ"):
        word.add_paragraph().add_run(text).bold = True
        word.add_paragraph("Đơn vị có năm thôn, đời sống người dân ổn định trong nhiều năm.")
    path = tmp_path / "a.docx"
    word.save(str(path))
    text = explain_text(path)
    assert text.index("Đọc được 3 đề mục") < text.index("II. KẾT QUẢ") < text.index("đề mục cấp 1")
    assert "nối tiếp mục “I.”" in text
    assert "đứng sau mục “II.” nhưng số bị nhảy cách" in text


def test_starting_costs_little() -> None:
    code = (
        "import sys, extract.document; "
        "bad = {'polars', 'pydantic', 'duckdb', 'pandas', 'pdfplumber', 'docx', 'lxml', 'prefect'} & set(sys.modules); "  # noqa: E501
        "sys.exit(str(sorted(bad)) if bad else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(
    not (SHARED / "sample" / "report.txt").exists(), reason="không có ../shared/sample/report.txt"
)
def test_the_sample_report_is_read_whole() -> None:
    document = read_text((SHARED / "sample" / "report.txt").read_text(encoding="utf-8"))
    gold = json.loads((SHARED / "eval" / "testset" / "report_txt.gold.json").read_text(encoding="utf-8"))
    read_keys = [(s.marker, s.level, s.title, s.text) for s in document.sections]
    assert read_keys == [(g["marker"], g["level"], g["title"], g["text"]) for g in gold["sections"]]
    assert [f.section_marker_path for f in document.footnotes] == [["A", "II"], ["A", "IV", "1"]]

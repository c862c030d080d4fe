"""An agency's own file with the findings in it: at the right place, and nothing else changed."""

from __future__ import annotations

import hashlib
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdf
import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from letters_factory import CAMPAIGN
from lxml import etree

from report_templates.comments import AnnotateError, annotate_docx, annotate_pdf
from report_templates.comments.locate import heading, key, locate
from report_templates.shared.findings import Finding, Place, read_findings

AS_OF = datetime(2026, 4, 28, 1, tzinfo=UTC)
REPORT = [
    "UBND XÃ HỒNG HÀ",
    "BÁO CÁO",
    "Kết quả thực hiện Đề án",
    "A. KẾT QUẢ THỰC HIỆN",
    "I. Công tác chỉ đạo",
    "1. Tuyên truyền, quán triệt",
    "Đã tổ chức 05 hội nghị phổ biến tại các thôn.",
    "2. Ban hành văn bản",
    "B. HẠN CHẾ, NGUYÊN NHÂN",
    "Còn một số hạn chế nhất định trong quá trình thực hiện.",
]


def place(marker, title, relation="own", **more):
    return Place(0, marker, title, more.pop("opening", ""), relation, **more)


def finding(rule="thin_section", message="Câu.", **values):
    return Finding(rule, values.pop("severity", "warning"), message, values.pop("advice", ""), **values)


@pytest.fixture
def report(tmp_path):
    document = Document()
    for line in REPORT:
        document.add_paragraph(line)
    document.save(str(tmp_path / "goc.docx"))
    return tmp_path / "goc.docx"


def commented(path: Path) -> dict[str, str]:
    """Comment text → text of the paragraph its range starts in."""
    document = Document(str(path))
    texts = {str(c.comment_id): c.text for c in document.comments}
    found = {}
    for paragraph in document.element.body.iter(qn("w:p")):
        starts = [n.get(qn("w:id")) for n in paragraph.findall(qn("w:commentRangeStart"))]
        ends = [n.get(qn("w:id")) for n in paragraph.findall(qn("w:commentRangeEnd"))]
        marks = [n.get(qn("w:id")) for n in paragraph.iter(qn("w:commentReference"))]
        assert sorted(starts) == sorted(ends) == sorted(marks)
        for number in starts:
            found[texts[number]] = "".join(t.text or "" for t in paragraph.iter(qn("w:t")))
    assert len(found) == len(texts)
    return found


@pytest.mark.parametrize(
    ("given_", "stands_on"),
    [
        (finding(place=place("2.", "Ban hành văn bản", "after")), "2. Ban hành văn bản"),
        (finding(place=place("B.", "HẠN CHẾ, NGUYÊN NHÂN")), "B. HẠN CHẾ, NGUYÊN NHÂN"),
        (finding(place=place("B.", "Hạn chế, nguyên nhân")), "B. HẠN CHẾ, NGUYÊN NHÂN"),
        (finding(place=place("IV.", "HẠN CHẾ, NGUYÊN NHÂN")), "B. HẠN CHẾ, NGUYÊN NHÂN"),
        (
            finding(place=place("B.", "HẠN CHẾ, NGUYÊN NHÂN"), evidence="một số hạn chế nhất định …"),
            REPORT[9],
        ),
        (finding(place=place("3.", "", opening="Đã tổ chức 05 hội nghị")), REPORT[6]),
        (finding(evidence="05 hội nghị"), REPORT[6]),
        (finding(), "BÁO CÁO"),
        (finding(place=place("V.", "Mục không có trong tệp")), "BÁO CÁO"),
    ],
)
def test_place(report, tmp_path, given_, stands_on):
    done = annotate_docx(report, [given_], tmp_path / "ra.docx", as_of=AS_OF)
    assert list(commented(done.path).values()) == [stands_on]
    assert (done.placed, done.at_start) == ((0, 1) if stands_on == "BÁO CÁO" else (1, 0))


def test_repeated_titles_are_told_apart():
    keys = [key(t) for t in ("I. Kết quả", "1. Cấp tỉnh", "II. Hạn chế", "1. Cấp tỉnh")]
    assert heading(place("1.", "Cấp tỉnh", nth=0), keys) == 1
    assert heading(place("1.", "Cấp tỉnh", nth=1), keys) == 3


def test_a_quote_is_looked_for_from_its_own_section_on():
    keys = [key(t) for t in ("I. Một", "Nội dung như nhau.", "II. Hai", "Nội dung như nhau.")]
    assert locate(finding(place=place("II.", "Hai"), evidence="Nội dung như nhau"), keys) == 3


def test_the_comment_says_what_and_what_is_asked(report, tmp_path):
    done = annotate_docx(
        report,
        [finding(message="Chưa có số liệu <b> & “x”.", advice="Đề nghị bổ sung.", severity="error")],
        tmp_path / "ra.docx",
        as_of=AS_OF,
        author="Sở Nội vụ",
    )
    (comment,) = list(Document(str(done.path)).comments)
    assert comment.text == "Cần bổ sung: Chưa có số liệu <b> & “x”.\nĐề nghị bổ sung."
    assert (comment.author, comment.initials) == ("Sở Nội vụ", "SNV")


def test_the_officers_findings_stay_out_and_repeats_are_said_once(report, tmp_path):
    found = [finding(owner="officer", message="Của cán bộ."), finding(), finding()]
    done = annotate_docx(report, found, tmp_path / "ra.docx")
    assert list(commented(done.path)) == ["Cần rà soát: Câu."]


def test_nothing_else_changes(report, tmp_path):
    before = hashlib.sha256(report.read_bytes()).hexdigest()
    done = annotate_docx(report, [finding(), finding(message="Hai.")], tmp_path / "ra.docx", as_of=AS_OF)
    assert hashlib.sha256(report.read_bytes()).hexdigest() == before
    assert [p.text for p in Document(str(done.path)).paragraphs] == REPORT
    with zipfile.ZipFile(report) as old, zipfile.ZipFile(done.path) as new:
        changed = {n for n in old.namelist() if old.read(n) != new.read(n)}
        assert changed == {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml"}
        assert set(new.namelist()) - set(old.namelist()) == {"word/comments.xml"}


def test_comments_that_were_there_stay(report, tmp_path):
    document = Document(str(report))
    document.add_comment(document.paragraphs[3].runs, text="Của cơ quan", author="Văn thư")
    document.save(str(report))
    done = annotate_docx(report, [finding()], tmp_path / "ra.docx")
    assert commented(done.path) == {"Của cơ quan": REPORT[3], "Cần rà soát: Câu.": "BÁO CÁO"}
    again = annotate_docx(done.path, [finding(message="Ba.")], tmp_path / "ra2.docx")
    assert len(commented(again.path)) == 3


def test_same_findings_same_bytes(report, tmp_path):
    found = [finding(message=f"Câu {n}.") for n in range(5)]
    one = annotate_docx(report, found, tmp_path / "1.docx", as_of=AS_OF).path.read_bytes()
    two = annotate_docx(report, found, tmp_path / "2.docx", as_of=AS_OF).path.read_bytes()
    assert one == two


class Judged:
    """Stand for `warehouse.judge.Finding`, which knows no headings."""

    finding_id, rule, severity, outline_path, section_id = "x", "thin_section", "warning", "B", "s"
    message, advice, evidence, page, owner, seq = "Câu.", "Đề nghị.", "05 hội nghị", None, "agency", 1


def test_judged_findings_are_placed_by_their_quote(report, tmp_path):
    done = annotate_docx(report, [Judged()], tmp_path / "ra.docx")
    assert commented(done.path) == {"Cần rà soát: Câu.\nĐề nghị.": REPORT[6]}


def test_no_findings_is_a_plain_copy(report, tmp_path):
    done = annotate_docx(report, [], tmp_path / "ra.docx")
    assert [p.text for p in Document(str(done.path)).paragraphs] == REPORT


def rewrite(source: Path, target: Path, change):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = change(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
    return target


def test_strict_documents_too(report, tmp_path):
    pairs = [
        (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
         b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
    ]  # fmt: skip

    def change(name, data):
        return data.replace(*pairs[0]) if name == "word/document.xml" else data

    strict = rewrite(report, tmp_path / "strict.docx", change)
    done = annotate_docx(strict, [finding()], tmp_path / "ra.docx")
    with zipfile.ZipFile(done.path) as archive:
        root = etree.fromstring(archive.read("word/comments.xml"))
    assert etree.QName(root).namespace == "http://purl.oclc.org/ooxml/wordprocessingml/main"


BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'


@pytest.mark.parametrize(
    "change",
    [
        lambda name, data: None if name == "word/document.xml" else data,
        lambda name, data: None if name == "_rels/.rels" else data,
        lambda name, data: BOMB if name == "word/document.xml" else data,
        lambda name, data: data[:200] if name == "word/document.xml" else data,
        lambda name, data: b"<a/>" if name == "word/document.xml" else data,
    ],
)
def test_damaged_and_hostile_packages_are_refused(report, tmp_path, change):
    bad = rewrite(report, tmp_path / "xau.docx", change)
    with pytest.raises(AnnotateError):
        annotate_docx(bad, [finding()], tmp_path / "ra.docx")
    assert not (tmp_path / "ra.docx").exists()


@pytest.mark.parametrize("data", [b"", b"PK", b"\xd0\xcf\x11\xe0" * 200, b"%PDF-1.4", b"\x00" * 5000])
def test_not_a_docx(tmp_path, data):
    bad = tmp_path / "xau.docx"
    bad.write_bytes(data)
    with pytest.raises(AnnotateError):
        annotate_docx(bad, [finding()], tmp_path / "ra.docx")


def test_from_the_warehouse_to_the_file(full, tmp_path):
    document = Document()
    for line in REPORT:
        document.add_paragraph(line)
    document.save(str(tmp_path / "goc.docx"))
    found = read_findings(full.con, CAMPAIGN, "hong-ha")
    done = annotate_docx(tmp_path / "goc.docx", found, tmp_path / "ra.docx")
    where = commented(done.path)
    missing = next(text for text in where if "Chưa thấy nội dung của mục A.II" in text)
    assert where[missing] == "2. Ban hành văn bản"
    assert not any("VIỆC CỦA CÁN BỘ" in text for text in where)


@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=8), st.sampled_from(["own", "after"]))
def test_locating_never_fails(title, lines, relation):
    keys = [key(line) for line in lines]
    index = locate(finding(place=place("I.", title, relation), evidence=title), keys)
    assert index is None or 0 <= index < len(keys)


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Lay the report out as a PDF of two pages."""
    typst = pytest.importorskip("typst")
    folder = tmp_path_factory.mktemp("pdf")
    lines = "\n\n".join(line.replace(". ", ".~", 1) for line in REPORT)
    (folder / "goc.typ").write_text(f'#set page(paper: "a4")\n{lines}\n#pagebreak()\nTrang hai', "utf-8")
    typst.compile(str(folder / "goc.typ"), output=str(folder / "goc.pdf"))
    return folder / "goc.pdf"


def notes(path: Path):
    """(page, kind, contents, box) of every annotation."""
    document = pdfium.PdfDocument(str(path))
    found = []
    for number in range(len(document)):
        page = document[number]
        for index in range(pdf.FPDFPage_GetAnnotCount(page.raw)):
            annotation = pdf.FPDFPage_GetAnnot(page.raw, index)
            size = pdf.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
            buffer = (pdf.FPDF_WCHAR * (size // 2))()
            pdf.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size)
            kind = pdf.FPDFAnnot_GetSubtype(annotation)
            found.append((number + 1, kind, bytes(buffer).decode("utf-16-le").rstrip("\0")))
    return found


def test_pdf_notes_and_highlights(printed, tmp_path):
    found = [
        finding(message="Một <&>.", evidence="một số hạn chế nhất định", page=1, advice="Đề nghị bổ sung."),
        finding(message="Hai.", place=place("2.", "Ban hành văn bản", "after", page=1)),
        finding(message="Ba.", page=2),
        finding(message="Bốn.", page=99),
        finding(message="Năm."),
        finding(message="Của cán bộ.", owner="officer"),
    ]
    before = printed.read_bytes()
    done = annotate_pdf(printed, found, tmp_path / "ra.pdf", as_of=AS_OF)
    assert printed.read_bytes() == before
    said = {contents: (page, kind) for page, kind, contents in notes(done.path)}
    assert said == {
        "Cần rà soát: Một <&>.\nĐề nghị bổ sung.": (1, pdf.FPDF_ANNOT_HIGHLIGHT),
        "Cần rà soát: Hai.": (1, pdf.FPDF_ANNOT_HIGHLIGHT),
        "Cần rà soát: Ba.": (2, pdf.FPDF_ANNOT_TEXT),
        "Cần rà soát: Bốn.": (2, pdf.FPDF_ANNOT_TEXT),
        "Cần rà soát: Năm.": (1, pdf.FPDF_ANNOT_TEXT),
    }
    assert done.at_start == 1


def test_pdf_text_is_as_it_was(printed, tmp_path):
    done = annotate_pdf(printed, [finding(evidence="05 hội nghị", page=1)], tmp_path / "ra.pdf")
    texts = [
        [page.get_textpage().get_text_range() for page in pdfium.PdfDocument(str(path))]
        for path in (printed, done.path)
    ]
    assert texts[0] == texts[1]


def test_pdf_same_findings_same_bytes(printed, tmp_path):
    found = [finding(message=f"Câu {n}.", page=1) for n in range(4)]
    one = annotate_pdf(printed, found, tmp_path / "1.pdf", as_of=AS_OF).path.read_bytes()
    two = annotate_pdf(printed, found, tmp_path / "2.pdf", as_of=AS_OF).path.read_bytes()
    assert one == two


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n%%EOF", b"PK\x03\x04", b"\x00" * 3000])
def test_not_a_pdf(tmp_path, data):
    bad = tmp_path / "xau.pdf"
    bad.write_bytes(data)
    with pytest.raises(AnnotateError):
        annotate_pdf(bad, [finding()], tmp_path / "ra.pdf")
    assert not (tmp_path / "ra.pdf").exists()

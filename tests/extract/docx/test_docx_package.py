"""The file around the text: limits, broken and hostile files, pages, secrecy marks."""

from __future__ import annotations

import re
import zipfile

import docx_maker
import docx_variants
import pytest
from docx_maker import cell, para, row, run, table
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract import errors
from extract.docx import read_docx
from extract.limits import Limits

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
BREAK = "<w:r><w:lastRenderedPageBreak/></w:r>"


def pages(document):
    return [(b.page, b.page_end) for b in document.blocks]


def test_pages_come_from_words_own_breaks(read):
    body = (
        para("Trang một") + para(run("đầu đoạn ") + BREAK + run("sang trang")) + para(BREAK + run("Trang ba"))
    )
    document = read(body)
    assert pages(document) == [(1, 1), (1, 2), (3, 3)]
    assert document.blocks[1].page_breaks == [(len("đầu đoạn"), 2)]
    assert document.pages == 3


def test_a_break_in_an_empty_paragraph_counts(read):
    assert pages(read(para("Một") + para(BREAK) + para("Hai"))) == [(1, 1), (2, 2)]


def test_a_row_cut_by_a_page_counts_once(read):
    cut = cell(para(run("a") + BREAK + run("b")))
    document = read(table(row("1", "2", "3"), row(cut, cut, cut), lined=True) + para("Sau bảng"))
    assert pages(document) == [(1, 2), (2, 2)]


def test_no_breaks_no_pages(read):
    document = read(para("Một"))
    assert (document.blocks[0].page, document.blocks[0].page_end, document.pages) == (None, None, None)


def test_breaks_that_disagree_with_the_recorded_count_are_not_trusted(read):
    text = "Nội dung dài vừa phải"
    app = f"<Pages>4</Pages><Characters>{len(text.replace(' ', ''))}</Characters>"
    document = read(para(run(text[:10]) + BREAK + run(text[10:])), app=app)
    assert (document.blocks[0].page, document.blocks[0].page_breaks, document.pages) == (None, [], 4)


def test_a_templates_page_count_is_not_this_texts(read):
    assert read(para("Nội dung " * 50), app="<Pages>1</Pages><Characters>0</Characters>").pages is None
    assert read(para("Nội dung " * 50), app="<Pages>1</Pages><Characters>7</Characters>").pages is None


@pytest.mark.parametrize(
    ("program", "pages_told"), [("LibreOffice/7.4.7.2$Linux", None), ("Microsoft Office Word", 3)]
)
def test_the_page_count_is_taken_from_programs_that_laid_the_text_out(read, program, pages_told):
    app = f"<Application>{program}</Application><Pages>3</Pages><Characters>350</Characters>"
    assert read(para("Nội dung " * 50), app=app).pages == pages_told


@pytest.mark.parametrize(
    ("header", "marks"),
    [
        (para("MẬT"), ["MẬT"]), (para("Tuyệt mật"), ["TUYỆT MẬT"]), (para("Độ mật: Tối mật"), ["TỐI MẬT"]),
        (para("Bảo mật thông tin"), []), (para("2"), []),
        (para('<w:r><w:pict><v:shape><v:textpath string="MẬT"/></v:shape></w:pict></w:r>'), ["MẬT"]),
    ],
)  # fmt: skip
def test_secrecy_marks_of_headers_are_told_and_headers_are_no_text(read, header, marks):
    document = read(para("Thân văn bản"), header=header)
    assert document.stamps == marks
    assert [b.text for b in document.blocks] == ["Thân văn bản"]


@pytest.mark.parametrize(
    ("streams", "error"), [({"EncryptedPackage"}, errors.EncryptedFile), (set(), errors.CorruptFile)]
)
def test_word_keeps_a_file_with_a_password_in_ole(tmp_path, monkeypatch, streams, error):
    class Ole:
        def __init__(self, path):
            self.path = path

        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

        def exists(self, name):
            return name in streams

    monkeypatch.setattr("olefile.OleFileIO", Ole)
    path = tmp_path / "khoa.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    with pytest.raises(error):
        read_docx(path)


def test_a_broken_ole_file_is_a_typed_error(tmp_path):
    path = tmp_path / "khoa.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    with pytest.raises(errors.CorruptFile):
        read_docx(path)


def test_a_zip_with_encrypted_members_is_encrypted(tmp_path):
    path = docx_maker.write(tmp_path / "a.docx", para("Chữ"))
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    path.write_bytes(bytes(data))
    with pytest.raises(errors.EncryptedFile):
        read_docx(path)


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18, b"khong phai zip", b"PK\x03\x04" + b"x" * 99]
)
def test_broken_bytes_are_a_corrupt_file(tmp_path, data):
    path = tmp_path / "hong.docx"
    path.write_bytes(data)
    with pytest.raises(errors.CorruptFile):
        read_docx(path)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = docx_maker.write(tmp_path / "bom.docx", para("a" * 200_000))
    with pytest.raises(errors.FileTooLarge):
        read_docx(path, Limits(max_unzipped_bytes=100_000))
    with zipfile.ZipFile(tmp_path / "ty-le.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (40 * 1024 * 1024))
    with pytest.raises(errors.FileTooLarge):
        read_docx(tmp_path / "ty-le.docx")


def test_too_many_members(tmp_path):
    path = docx_maker.write(tmp_path / "a.docx", para("Chữ"))
    with pytest.raises(errors.FileTooLarge):
        read_docx(path, Limits(max_members=2))


def xml_file(tmp_path, document):
    path = tmp_path / "xml.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", document)
    return path


def test_entities_are_not_followed(tmp_path):
    secret = tmp_path / "bi-mat.txt"
    secret.write_text("KHONG DUOC LO", "utf-8")
    document = (
        f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        f"<w:document {docx_maker.NAMESPACES}><w:body><w:p><w:r><w:t>trước &x; &b; sau</w:t></w:r></w:p>"
        "</w:body></w:document>"
    )
    try:
        found = read_docx(xml_file(tmp_path, document))
    except errors.ReadError:
        return
    assert "KHONG" not in "".join(b.text for b in found.blocks)


def test_deep_nesting_ends_in_an_error_or_a_document(tmp_path):
    deep = "<w:tbl><w:tr><w:tc>" * 400 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 400
    document = f"<w:document {docx_maker.NAMESPACES}><w:body>{deep}</w:body></w:document>"
    with pytest.raises(errors.ReadError):
        read_docx(xml_file(tmp_path, document))


def _written(tmp_path, document, encoding="utf-8", strict=False, name="word/document.xml"):
    target = tmp_path / "thuong.docx"
    docx_maker.write(target, document)
    with zipfile.ZipFile(target) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    with zipfile.ZipFile(tmp_path / "khac.docx", "w") as archive:
        for part, data in parts.items():
            text = re.sub(r"^<\?xml.*?\?>", "", data.decode())
            if strict:
                text = text.replace(
                    "schemas.openxmlformats.org/wordprocessingml/2006/main",
                    "purl.oclc.org/ooxml/wordprocessingml/main",
                )
            head = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>'
            shown = name if part == "word/document.xml" else part
            archive.writestr(shown, (head + text).encode(encoding))
    return tmp_path / "khac.docx"


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_parts_in_any_encoding_of_unicode(tmp_path, encoding, strict):
    document = read_docx(_written(tmp_path, para("Đơn vị"), encoding, strict))
    assert [block.text for block in document.blocks] == ["Đơn vị"]


def test_names_of_parts_ignore_case(tmp_path):
    document = read_docx(_written(tmp_path, para("Đơn vị"), name="word/Document.XML"))
    assert [block.text for block in document.blocks] == ["Đơn vị"]


def test_external_parts_are_not_opened(tmp_path):
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"
    link = f'<Relationship Id="r" Type="{kind}" Target="file:///etc/passwd" TargetMode="External"/>'
    body = f"<w:body>{para('Chữ')}</w:body>"
    parts = {
        "word/document.xml": f"<w:document {docx_maker.NAMESPACES}>{body}</w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}">{link}</Relationships>',
    }
    docx_maker.pack(tmp_path / "ngoai.docx", parts)
    assert [b.text for b in read_docx(tmp_path / "ngoai.docx").blocks] == ["Chữ"]


@QUICK
@given(data=st.binary(max_size=400))
def test_any_bytes_end_in_a_typed_error(tmp_path, data):
    path = tmp_path / "bat-ky.docx"
    path.write_bytes(b"PK\x03\x04" + data)
    with pytest.raises(errors.ReadError):
        read_docx(path)


@QUICK
@given(changes=st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 255)), min_size=1, max_size=12))
def test_a_mutated_zip_ends_in_a_document_or_a_typed_error(tmp_path, changes):
    body, parts = docx_variants.variants()["autonum"]
    path = docx_maker.write(tmp_path / "dot-bien.docx", body, **parts)
    data = bytearray(path.read_bytes())
    for place, value in changes:
        data[place % len(data)] = value
    path.write_bytes(bytes(data))
    try:
        assert read_docx(path).format == "docx"
    except errors.ReadError as error:
        assert error.code in ("corrupt_file", "encrypted_file", "too_large")


_ELEMENTS = """
p r t tbl tr tc pPr numPr numId ilvl ins del fldChar sdt sdtContent footnoteReference pStyle gridSpan vMerge
ind sz vanish sym br
"""
_NAMES = _ELEMENTS.split()
_XML = st.recursive(
    st.sampled_from(_NAMES).map(lambda name: f'<w:{name} w:val="1" w:id="1"/>') | st.just("chữ"),
    lambda inner: st.tuples(st.sampled_from(_NAMES), st.lists(inner, max_size=4)).map(
        lambda item: f'<w:{item[0]} w:val="-1">{"".join(item[1])}</w:{item[0]}>'
    ),
    max_leaves=40,
)


@QUICK
@given(parts=st.lists(_XML, max_size=6))
def test_any_nesting_of_known_elements_is_read(tmp_path, parts):
    body = "".join(parts)
    path = docx_maker.write(tmp_path / "long.docx", body, styles=body, numbering=body, footnotes=body)
    assert read_docx(path).format == "docx"

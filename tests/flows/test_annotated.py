"""The agency's own file comes back with the findings in it, whatever format it was sent in."""

from __future__ import annotations

import shutil
import subprocess
import zipfile

import pytest
from click.testing import CliRunner

from extract.office import find_soffice
from flows.commands import check
from flows.steps.annotated import return_annotated
from report_templates.shared.findings import Finding

FOUND = [Finding("thin_section", "warning", "Mục còn sơ lược.", "Đề nghị bổ sung.", evidence="hồ sơ")]


def _check(province, file, out):
    options = [str(file), "--campaign", str(province.folder), "--docx", str(out)]
    return CliRunner().invoke(check.command, options, standalone_mode=False)


def test_a_pdf_comes_back_as_pdf(province, tmp_path):
    done = _check(province, province.folder / "inbox" / "sxd.pdf", tmp_path / "ra.docx")
    assert done.exception is None, done.output
    assert (tmp_path / "ra.pdf").read_bytes().startswith(b"%PDF")
    assert not (tmp_path / "ra.docx").exists()
    assert "ra.pdf" in done.output


def test_a_word_file_comes_back_under_the_name_given(province, tmp_path):
    done = _check(province, province.folder / "inbox" / "stp.docx", tmp_path / "ra.docx")
    assert done.return_value == 4
    assert "word/comments.xml" in zipfile.ZipFile(tmp_path / "ra.docx").namelist()


def test_the_original_is_never_written_over(province_copy):
    file = province_copy.folder / "inbox" / "stp.docx"
    before = file.read_bytes()
    assert _check(province_copy, file, file).exception is not None
    assert file.read_bytes() == before


@pytest.mark.skipif(find_soffice() is None, reason="không có LibreOffice")
@pytest.mark.slow
@pytest.mark.parametrize("kind", ["doc", "odt", "rtf"])
def test_a_legacy_file_comes_back_as_word_with_comments(province, tmp_path, kind):
    profile = f"-env:UserInstallation=file://{tmp_path}/lo"
    command = [str(find_soffice()), profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(province.folder / "inbox" / "stp.docx")], check=True, capture_output=True)
    original = tmp_path / f"stp.{kind}"
    before = original.read_bytes()
    written = return_annotated(original, kind, FOUND, tmp_path, None)
    assert written == tmp_path / "bao-cao-kem-nhan-xet.docx"
    assert "word/comments.xml" in zipfile.ZipFile(written).namelist()
    assert original.read_bytes() == before


def test_what_cannot_be_annotated_leaves_nothing(province, tmp_path):
    shutil.copyfile(province.folder / "inbox" / "xa-an-lam.docx", tmp_path / "hong.docx")
    assert return_annotated(tmp_path / "hong.docx", "docx", FOUND, tmp_path, None) is None
    assert [path.name for path in tmp_path.iterdir()] == ["hong.docx"]

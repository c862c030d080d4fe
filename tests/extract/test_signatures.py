"""Signatures made in the test: whole, cut short, added to, and garbage."""

import io
import sys
from datetime import UTC, datetime, timedelta

import pytest

from extract import signatures
from extract.document import read
from extract.signatures import read_signatures, signatures_of

typst = pytest.importorskip("typst")
signers = pytest.importorskip("pyhanko.sign.signers", reason="needs the extra `signatures`")


@pytest.fixture(scope="module")
def signed(tmp_path_factory):
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.x509.oid import NameOID
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    folder = tmp_path_factory.mktemp("ky")
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Phòng Thử Nghiệm")])
    now = datetime(2026, 1, 1, tzinfo=UTC)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(7).not_valid_before(now).not_valid_after(now + timedelta(days=3650))
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    (folder / "cert.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    signer = signers.SimpleSigner.load(str(folder / "key.pem"), str(folder / "cert.pem"))
    plain = folder / "plain.pdf"
    plain.write_bytes(typst.compile("Văn bản thử.".encode(), ignore_system_fonts=True))
    path = folder / "signed.pdf"
    with plain.open("rb") as source, path.open("wb") as target:
        signers.sign_pdf(
            IncrementalPdfFileWriter(source),
            signers.PdfSignatureMetadata(field_name="Chuky"),
            signer=signer,
            output=target,
        )
    return path


def test_a_whole_signature_is_intact_and_not_called_trusted(signed):
    (found,) = read_signatures(signed)
    assert found.signer == "Phòng Thử Nghiệm"
    assert found.signed_at is not None
    assert found.signed_at.endswith("+07:00")
    assert found.intact is True
    assert found.trusted is None


def test_a_head_signs_then_the_agency_seals_and_both_stand(signed, tmp_path):
    path = tmp_path / "twice.pdf"
    _sign_again(signed, path, "Dau")
    assert [s.intact for s in read_signatures(path)] == [True, True]
    path.write_bytes(path.read_bytes() + b"\n% added later\n")
    assert [s.intact for s in read_signatures(path)][-1] is False


def test_changed_bytes_break_it(signed, tmp_path):
    data = bytearray(signed.read_bytes())
    data[100] ^= 1  # inside the first signed range
    path = tmp_path / "changed.pdf"
    path.write_bytes(data)
    assert True not in [s.intact for s in read_signatures(path)]


def test_bytes_added_after_signing_are_seen(signed, tmp_path):
    path = tmp_path / "added.pdf"
    path.write_bytes(signed.read_bytes() + b"\n% added later\n")
    assert [s.intact for s in read_signatures(path)] == [False]


def test_no_signature_and_garbage_give_nothing(tmp_path):
    for data in (b"%PDF-1.7\n", b"/ByteRange [0 1 2 3] garbage", b""):
        path = tmp_path / "x.pdf"
        path.write_bytes(data)
        assert list(read_signatures(path)) == []


def _codes(path):
    return [warning.code for warning in signatures_of(path)[1]]


def test_a_sound_signature_needs_no_warning_and_a_broken_one_has_it(signed, tmp_path):
    assert _codes(signed) == []
    path = tmp_path / "added.pdf"
    path.write_bytes(signed.read_bytes() + b"\n% added later\n")
    assert _codes(path) == ["signature_broken"]
    assert "signature_broken" in [warning.code for warning in read(path).warnings]


def _sign_again(source, target, field, *, change=False):
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    key, certificate = (str(source.parent / name) for name in ("key.pem", "cert.pem"))
    with source.open("rb") as stream, target.open("wb") as output:
        writer = IncrementalPdfFileWriter(stream)
        if change:  # the page is written anew, as when the number is printed on it
            page = writer.root["/Pages"]["/Kids"].raw_get(0)
            page.get_object()["/UserUnit"] = generic.NumberObject(1)
            writer.mark_update(page)
        signers.sign_pdf(
            writer,
            signers.PdfSignatureMetadata(field_name=field),
            signer=signers.SimpleSigner.load(key, certificate),
            output=output,
        )


def test_what_a_clerk_adds_between_two_signatures_is_told_and_breaks_neither(signed, tmp_path):
    path = tmp_path / "so-ngay.pdf"
    _sign_again(signed, path, "Dau", change=True)
    assert [s.intact for s in read_signatures(path)] == [None, True]
    assert _codes(path) == ["signature_extended"]
    path.write_bytes(path.read_bytes() + b"\n% added later\n")
    assert [s.intact for s in read_signatures(path)] == [False, False]


def test_objects_kept_in_streams_are_found_as_pyhanko_finds_them():
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.pdf_utils.writer import PdfFileWriter

    from extract.signed_objects import Reader

    writer, data = PdfFileWriter(stream_xrefs=True), io.BytesIO()
    kept_together = writer.prepare_object_stream()
    for number in range(40):
        element = generic.DictionaryObject(
            {"/K": generic.NumberObject(number), "/T": generic.pdf_string("Mục")}
        )
        writer.add_object(element, obj_stream=kept_together)
    writer.write(data)
    assert b"/ObjStm" in data.getvalue()
    kept, plain = Reader(data, strict=False), PdfFileReader(data, strict=False)
    shown = [(_written(kept, number), _written(plain, number)) for number in range(1, 50)]
    assert [here for here, _ in shown] == [there for _, there in shown]
    assert sum(b"/T" in (here or b"") and b"/K" in (here or b"") for here, _ in shown) >= 40
    assert len(kept._tables) == 1


def _written(reader, number):
    from pyhanko.pdf_utils import generic

    out = io.BytesIO()
    try:
        reader.get_object(generic.Reference(number, 0, reader)).write_to_stream(out, None)
    except Exception:
        return None
    return out.getvalue()


def test_a_signature_that_cannot_be_parsed_is_told(tmp_path):
    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF-1.7 /ByteRange [0 1 2 3] garbage")
    assert _codes(path) == ["signatures_unreadable"]


def test_without_pyhanko_the_document_says_that_nobody_looked(signed, monkeypatch):
    monkeypatch.setitem(sys.modules, "extract.signed_objects", None)
    assert read_signatures(signed) == []
    assert _codes(signed) == ["signatures_not_checked"]


def test_signatures_beyond_the_limit_are_counted(signed, monkeypatch):
    monkeypatch.setattr(signatures, "_MOST", 0)
    assert _codes(signed) == ["signatures_cut"]
    assert "1 chữ ký số" in signatures_of(signed)[1][0].message


class _Signed:
    def __init__(self, moment):
        self.self_reported_timestamp = moment


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (datetime(2026, 3, 4, 9, 30), "2026-03-04T09:30:00+07:00"),
        (datetime(2026, 3, 4, 9, 30, tzinfo=UTC), "2026-03-04T16:30:00+07:00"),
        (None, None),
    ],
)
def test_a_time_without_a_zone_is_local_time(moment, shown):
    assert signatures._time(_Signed(moment)) == shown

"""Signatures made in the test: whole, cut short, added to, and garbage."""

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
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    signer = signers.SimpleSigner.load(str(signed.parent / "key.pem"), str(signed.parent / "cert.pem"))
    path = tmp_path / "twice.pdf"
    with signed.open("rb") as source, path.open("wb") as target:
        signers.sign_pdf(
            IncrementalPdfFileWriter(source),
            signers.PdfSignatureMetadata(field_name="Dau"),
            signer=signer,
            output=target,
        )
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


def test_a_signature_that_cannot_be_parsed_is_told(tmp_path):
    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF-1.7 /ByteRange [0 1 2 3] garbage")
    assert _codes(path) == ["signatures_unreadable"]


def test_without_pyhanko_the_document_says_that_nobody_looked(signed, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyhanko.pdf_utils.reader", None)
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

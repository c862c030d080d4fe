"""Why a file could not be read: one class per cause, each with what to do next (in Vietnamese)."""

from __future__ import annotations


class ReadError(Exception):
    """Base of every reason. `code` is stable; `reason` and `advice` are shown to the officer."""

    code = "unreadable"
    reason = "Không đọc được tệp."
    advice = "Đề nghị mở thử tệp; nếu tệp hỏng, đề nghị cơ quan gửi lại bản .docx hoặc .pdf."

    def __init__(self, detail: str = "") -> None:
        super().__init__(f"{self.reason} {detail}".strip())
        self.detail = detail


class EmptyFile(ReadError):
    """Zero bytes."""

    code = "empty_file"
    reason = "Tệp rỗng (0 byte)."
    advice = "Đề nghị cơ quan gửi lại tệp."


class UnknownFormat(ReadError):
    """The bytes are of no format that the program reads."""

    code = "unknown_format"
    reason = "Định dạng tệp không được hỗ trợ."
    advice = "Đề nghị cơ quan gửi bản .docx hoặc .pdf."


class CorruptFile(ReadError):
    """The bytes claim a known format but do not parse."""

    code = "corrupt_file"
    reason = "Tệp bị hỏng hoặc không đúng định dạng."
    advice = "Đề nghị cơ quan gửi lại tệp."


class EncryptedFile(ReadError):
    """A password is needed."""

    code = "encrypted_file"
    reason = "Tệp có mật khẩu."
    advice = "Đề nghị cơ quan gửi bản không đặt mật khẩu."


class FileTooLarge(ReadError):
    """Over a limit of bytes, pages, unzipped size or pixels; `detail` names the limit."""

    code = "too_large"
    reason = "Tệp vượt giới hạn cho phép."
    advice = "Đề nghị cơ quan gửi bản gọn hơn (giảm độ phân giải ảnh quét, tách phụ lục)."


class TimeLimitExceeded(ReadError):
    """Reading took longer than the limit."""

    code = "time_limit"
    reason = "Đọc tệp quá thời gian cho phép."
    advice = "Đề nghị cơ quan gửi bản .docx, hoặc chuyển tệp cho người quản trị phần mềm."


class MemoryLimitExceeded(ReadError):
    """Reading needed more memory than the limit."""

    code = "memory_limit"
    reason = "Đọc tệp cần quá nhiều bộ nhớ."
    advice = "Đề nghị cơ quan gửi bản .docx hoặc bản .pdf gọn hơn."


class ReaderCrashed(ReadError):
    """The worker process died (killed by the system or by a fault in a native library)."""

    code = "reader_crashed"
    reason = "Chương trình đọc tệp dừng đột ngột ở tệp này."
    advice = "Đề nghị cơ quan xuất lại tệp (.docx hoặc .pdf) rồi gửi lại."


class NeedsLibreOffice(ReadError):
    """A legacy format (.doc, .rtf, .odt) and no LibreOffice on this machine."""

    code = "needs_libreoffice"
    reason = "Đọc tệp .doc/.rtf/.odt cần có LibreOffice trên máy này."
    advice = "Cài LibreOffice (gói libreoffice-writer), hoặc đề nghị cơ quan gửi bản .docx."


class NeedsTesseract(ReadError):
    """A scan and no tesseract with Vietnamese data on this machine."""

    code = "needs_tesseract"
    reason = "Tệp là bản quét (ảnh); cần có tesseract với dữ liệu tiếng Việt để nhận dạng."
    advice = "Cài tesseract-ocr và tesseract-ocr-vie, hoặc đề nghị cơ quan gửi bản .docx."


class SecretDocument(ReadError):
    """The file bears a secrecy mark; reading stopped before its body."""

    code = "secret"
    reason = "Tệp mang dấu chỉ độ mật; phần mềm dừng, không đọc nội dung."
    advice = "Đề nghị xử lý theo quy định về bảo vệ bí mật nhà nước; không đưa tệp này vào phần mềm."


BY_CODE: dict[str, type[ReadError]] = {
    cls.code: cls
    for cls in (
        ReadError,
        EmptyFile,
        UnknownFormat,
        CorruptFile,
        EncryptedFile,
        FileTooLarge,
        TimeLimitExceeded,
        MemoryLimitExceeded,
        ReaderCrashed,
        NeedsLibreOffice,
        NeedsTesseract,
        SecretDocument,
    )
}


def from_code(code: str, detail: str = "") -> ReadError:
    """Rebuild an error that crossed a process border as its code and detail."""
    return BY_CODE.get(code, ReadError)(detail)

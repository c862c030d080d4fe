"""Why a run could not go on: one class per cause, each with its exit code and what to do next."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path

EXIT_OK = 0
EXIT_FAILURE = 1
EXIT_BAD_CAMPAIGN = 2
EXIT_UNREAD = 3
EXIT_BLOCKING = 4


class RunError(Exception):
    """Base; `str()` is what the officer reads."""

    exit_code = EXIT_FAILURE


class AnotherRunError(RunError):
    """A run on the same output folder is under way."""

    def __init__(self, out: object) -> None:
        super().__init__(
            f"Đang có một lượt chạy khác ghi vào «{out}». Đề nghị chờ lượt đó kết thúc rồi chạy lại, "
            "hoặc chọn nơi ghi khác bằng --out."
        )


class DiskFullError(RunError):
    """There is no room where the run writes, or in the temporary folder."""

    def __init__(self, out: object) -> None:
        super().__init__(
            f"Hết chỗ trống trên đĩa khi ghi kết quả vào «{out}» hoặc vào thư mục tạm. Kho dữ liệu đã công "
            "bố lần trước vẫn giữ nguyên. Đề nghị giải phóng dung lượng rồi chạy lại."
        )


class NotWritableError(RunError):
    """The output folder cannot be written: no right, a read-only disk, a share that went away."""

    def __init__(self, place: object, reason: str) -> None:
        super().__init__(
            f"Không ghi được vào «{place}» ({reason}). Đề nghị kiểm tra quyền ghi, kết nối tới thư mục dùng "
            "chung và đóng tệp đang mở ở chương trình khác, hoặc chọn nơi ghi khác bằng --out."
        )


class ReportTemplateError(RunError):
    """The campaign's own frame of the report, edited in Word, cannot be filled."""

    exit_code = EXIT_BAD_CAMPAIGN


class InboxChangedError(RunError):
    """Files went away or were replaced while they were read: a share that broke off, a copy under way."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            f"Hộp nhận thay đổi trong khi đang đọc: {len(names)} tệp không còn như lúc đầu, trong đó có "
            f"«{names[0]}». Kết quả không được công bố; kết quả lần trước vẫn giữ nguyên. Đề nghị kiểm tra "
            "kết nối tới thư mục dùng chung, chờ chép xong rồi chạy lại."
        )


class InboxEmptyError(RunError):
    """Nothing lies in the inbox where the last run found files: most likely a share not mounted."""

    def __init__(self, before: int) -> None:
        super().__init__(
            f"Hộp nhận đang trống, trong khi lần chạy trước có {before} tệp. Kết quả lần trước giữ nguyên. "
            "Đề nghị kiểm tra kết nối tới thư mục dùng chung; nếu thật sự muốn làm lại từ đầu, đề nghị chạy "
            "tonghop purge trước."
        )


class CountMismatchError(RunError):
    """Files in and files accounted for do not add up: a fault of the program, never shown as success."""

    def __init__(self, found: int, placed: int) -> None:
        super().__init__(
            f"Số tệp không khớp: hộp nhận có {found} tệp nhưng chỉ xếp được {placed}. Kết quả không được "
            "công bố; đề nghị báo người quản trị phần mềm."
        )


class IntegrityError(RunError):
    """The staging warehouse contradicts itself (a quote that is not in its section, a lost row)."""

    def __init__(self, checks: Iterable[str]) -> None:
        listed = "; ".join(checks)
        super().__init__(
            f"Kho dữ liệu không qua được phép kiểm tra toàn vẹn: {listed}. Kết quả không được công bố; kết "
            "quả lần trước vẫn giữ nguyên; đề nghị báo người quản trị phần mềm."
        )


class UnforeseenError(RunError):
    """A step failed in a way nobody foresaw: a fault of the program.

    Prefect logs and keeps what a step raises, and the message of a library may quote a report; so only
    the kind and the place go there, and the whole trace stays in `original`, for the campaign's own folder.
    """

    def __init__(self, step: str, original: BaseException) -> None:
        self.original = original
        self.kind = type(original).__name__
        super().__init__(
            f"Phần mềm gặp lỗi chưa lường trước ở bước «{step}» ({self.kind} tại {_place(original)}). Kết "
            "quả lần trước vẫn giữ nguyên. Chi tiết ghi tại .tonghop/loi.log trong nơi ghi kết quả; đề nghị "
            "báo người quản trị phần mềm."
        )


def _place(error: BaseException) -> str:
    """Return module and line where the error was raised, in our code where it passed there."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "site-packages" not in frame.filename] or list(frames)
    return f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "?"


class ServerStartError(RunError):
    """Prefect's local server did not come up."""

    def __init__(self, detail: str) -> None:
        self.detail = detail
        super().__init__(
            f"Không khởi động được máy chủ Prefect trên máy này ({detail}). Đề nghị chạy lại; nếu vẫn lỗi, "
            "đặt biến PREFECT_API_URL trỏ tới máy chủ Prefect đang chạy."
        )


class NotYetRunError(RunError):
    """There is no published warehouse to look at."""

    def __init__(self, out: object) -> None:
        super().__init__(f"Chưa có kết quả tại «{out}». Đề nghị chạy: tonghop run")

"""Why originals could not be brought, or results not be laid down, at a storage address."""

from __future__ import annotations

from collections.abc import Sequence

from flows.errors import EXIT_BAD_CAMPAIGN, RunError

_SHOWN = 10


class StorageMissingError(RunError):
    """The library for this kind of address is not installed."""

    def __init__(self, url: str, extra: str) -> None:
        super().__init__(
            f"Chưa cài phần cần để mở «{url}». Đề nghị cài: pip install tonghop[{extra}], hoặc gắn nơi lưu "
            "trữ thành thư mục trên máy này."
        )


class BadStorageAddressError(RunError):
    """The address is of no kind that is known."""

    exit_code = EXIT_BAD_CAMPAIGN

    def __init__(self, url: str) -> None:
        super().__init__(
            f"Địa chỉ «{url}» chưa dùng được. Đề nghị ghi như s3://kho/thu-muc, file:///o-mang/thu-muc hoặc "
            "một đường dẫn thư mục."
        )


class StorageUnreachableError(RunError):
    """The storage did not answer, several times in a row."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(
            f"Không đọc, ghi được tại «{url}» sau nhiều lần thử ({reason}). Các tệp đã chép được giữ "
            "lại; kết quả đã công bố vẫn giữ nguyên. Đề nghị kiểm tra mạng, quyền truy cập rồi chạy lại: lần "
            "sau chép tiếp."
        )


class StorageEmptyError(RunError):
    """Nothing lies where files lay at the last run: most likely a share that is not mounted."""

    def __init__(self, url: str, before: int) -> None:
        super().__init__(
            f"Tại «{url}» không có tệp nào, trong khi lần trước có {before} tệp. Không tệp nào đã chép bị "
            "xóa. Đề nghị kiểm tra kết nối tới nơi lưu trữ rồi chạy lại."
        )


class InboxConflictError(RunError):
    """Files of the storage cannot lie in inbox/: others of the same name are there."""

    exit_code = EXIT_BAD_CAMPAIGN

    def __init__(self, names: Sequence[str]) -> None:
        more = f" và {len(names) - _SHOWN} tệp khác" if len(names) > _SHOWN else ""
        super().__init__(
            f"Trong inbox/ đã có tệp khác trùng tên với tệp tại nơi lưu trữ: {', '.join(names[:_SHOWN])}"
            f"{more}. Phần mềm không ghi đè. Đề nghị đổi tên hoặc chuyển tệp trong inbox/ đi rồi chạy lại."
        )

"""Why reading on Dask could not go on; what was read before is kept and not read again."""

from __future__ import annotations

from flows.errors import RunError

_KEPT = "Các tệp đã đọc xong được giữ lại; chạy lại sẽ đọc tiếp phần còn thiếu."


class DaskMissingError(RunError):
    """`--runner dask` without the extra."""

    def __init__(self) -> None:
        super().__init__(
            "Chưa cài Dask nên chưa dùng được --runner dask. Đề nghị cài: pip install tonghop[dask], "
            "hoặc chạy với --runner processes."
        )


class DaskUnreachableError(RunError):
    """No scheduler answers at the address, or it went away."""

    def __init__(self, address: object) -> None:
        super().__init__(
            f"Không kết nối được hoặc mất kết nối với bộ điều phối Dask tại «{address}». {_KEPT} Đề nghị "
            "kiểm tra địa chỉ (dạng tcp://máy:8786), mạng và chương trình dask scheduler."
        )


class NoDaskWorkersError(RunError):
    """The cluster has a scheduler and nobody who works."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"Cụm Dask không có tiến trình nào nhận việc trong {seconds:.0f} giây. {_KEPT} Đề nghị khởi động "
            "dask worker trên các máy rồi chạy lại."
        )


class DaskWorkerDiffersError(RunError):
    """A worker's reading code is not ours: its documents would not be those this machine reads."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            f"Máy trong cụm Dask chưa dùng được hoặc có phần mềm đọc khác máy này ({detail}). {_KEPT} Đề "
            "nghị cài cùng một bản tonghop, cùng các thư viện và chương trình kèm theo trên mọi máy."
        )

"""From errors to messages and exit codes, in one place."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

from flows import errors
from flows.text import printable

_FORESEEN_ELSEWHERE = {
    "CampaignError": errors.EXIT_BAD_CAMPAIGN,
    **dict.fromkeys(("PublishError", "HeaderError", "RuleError"), errors.EXIT_FAILURE),
}
"""By name: their modules cost half a second to import."""


def guarded(action: Callable[[], Any]) -> int:
    """Run `action`; print what a foreseen error says and return the exit code."""
    try:
        result = action()
    except (click.exceptions.Exit, click.ClickException, click.Abort) as stop:
        return _of_click(stop)
    except errors.RunError as error:
        _tell(str(error))
        return error.exit_code
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output went away; nothing more to say
        return errors.EXIT_OK
    except Exception as error:
        code = _FORESEEN_ELSEWHERE.get(type(error).__name__)
        if code is None:
            return _unforeseen(error)
        _tell(str(error))
        return code
    return result if isinstance(result, int) else errors.EXIT_OK


def _of_click(stop: Exception) -> int:
    if isinstance(stop, click.exceptions.Exit):
        return stop.exit_code
    if isinstance(stop, click.ClickException):
        stop.show()
        return errors.EXIT_BAD_CAMPAIGN
    _tell("Đã dừng theo yêu cầu.")
    return errors.EXIT_FAILURE


def _unforeseen(error: Exception) -> int:
    """Say that the program failed and where the details lie; the trace is for its maintainers."""
    import traceback

    from flows.prefect_local import state_folder

    log = state_folder() / "loi.log"
    trace = "".join(traceback.format_exception(error))
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(trace, encoding="utf-8")
        where = f"Chi tiết tại {log}; đề nghị gửi tệp này cho người quản trị phần mềm."
    except OSError:
        where = trace
    _tell(f"Phần mềm gặp lỗi chưa lường trước ({type(error).__name__}: {error}). {where}")
    return errors.EXIT_FAILURE


def _tell(message: str) -> None:
    for line in message.splitlines():
        print(printable(line), file=sys.stderr)

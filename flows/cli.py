"""The command line. Commands are imported when called, so `--help` and `extract` start fast."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping
from typing import Any

from flows import messages

messages.speak_vietnamese()  # before click is imported: it takes its words from gettext

import click  # noqa: E402

_COMMANDS: Mapping[str, str] = {
    "demo": "flows.commands.demo",
    "run": "flows.commands.run",
    "extract": "flows.commands.extract",
    "cite": "flows.commands.cite",
    "check": "flows.commands.check",
    "outline": "flows.commands.outline",
    "status": "flows.commands.status",
    "template": "flows.commands.template",
    "purge": "flows.commands.purge",
    "mail": "flows.commands.mail",
    "deploy": "flows.commands.deploy",
    "serve": "flows.commands.serve",
}
_SHORT: Mapping[str, str] = {
    "demo": "Dựng một tỉnh mẫu và chạy toàn bộ quy trình trên đó.",
    "run": "Tổng hợp một đợt báo cáo: đọc, kiểm tra, phản hồi, dự thảo báo cáo của tỉnh.",
    "extract": "Đọc văn bản thành JSON: mục, chú thích, viện dẫn, bảng, số liệu.",
    "cite": "Tìm các văn bản được viện dẫn trong một đoạn chữ.",
    "check": "Tự kiểm tra một báo cáo trước khi gửi.",
    "outline": "Soạn campaign.yaml từ công văn yêu cầu hoặc đề cương.",
    "status": "Ai đã gửi, ai chậm, mục nào còn thiếu.",
    "template": "Chép mẫu Word của báo cáo tỉnh ra tệp để sửa.",
    "purge": "Xóa một đợt báo cáo cùng mọi dữ liệu của nó trong kho.",
    "mail": "Soạn thư điện tử từ các thư đã viết; gửi khi được cấu hình.",
    "deploy": "Tạo lịch chạy tự động trên máy chủ Prefect.",
    "serve": "Mở trang xem kết quả trên máy này.",
}


class _Lazy(click.Group):
    """Names and one-line helps are known; a command's module is imported only when it is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(_COMMANDS[cmd_name])
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(messages.say("Lệnh", "Commands")):
            formatter.write_dl([(name, _SHORT[name]) for name in _COMMANDS])


def _version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        from flows.steps.versions import versions

        for name, number in versions().items():
            click.echo(f"{name} {number}")
        ctx.exit()


@click.group(
    cls=_Lazy,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="tonghop: tổng hợp báo cáo của các cơ quan, đơn vị trong tỉnh. Chạy trên máy này, không cần mạng.",
)
@click.option("--lang", type=click.Choice(["vi", "en"]), default="vi", help="Ngôn ngữ của thông báo.")
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="In phiên bản."
)
def group(lang: str) -> None:
    """Entry of all commands."""
    messages.use(lang)


def main(argv: list[str] | None = None) -> None:
    """Run the command line; every foreseen error ends in one message and its exit code."""
    from flows.outcome import guarded

    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(guarded(lambda: group.main(args=argv, standalone_mode=False, prog_name="tonghop")))


if __name__ == "__main__":
    main()

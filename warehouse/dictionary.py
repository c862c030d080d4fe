"""The data dictionary `docs/tu-dien-du-lieu.md`, the rule pages and the schemas, all from declarations."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from warehouse import rulebook, schema
from warehouse.tables import TABLES, Column, Table

DOCS = Path(__file__).parent.parent / "docs"
DICTIONARY = DOCS / "tu-dien-du-lieu.md"
RULES_FOLDER = DOCS / "rules"
_JSON: dict[str, dict[str, Any]] = {
    "VARCHAR": {"type": "string"},
    "INTEGER": {"type": "integer"},
    "BIGINT": {"type": "integer"},
    "DOUBLE": {"type": "number"},
    "BOOLEAN": {"type": "boolean"},
    "DATE": {"type": "string", "format": "date"},
    "TIMESTAMPTZ": {"type": "string", "format": "date-time"},
}
_SEVERITY = {
    "blocker": "phải xử lý trước (blocker)",
    "error": "cần bổ sung (error)",
    "warning": "nên xem lại (warning)",
    "info": "để biết (info)",
}
_OWNER = {"agency": "cơ quan gửi báo cáo", "officer": "cán bộ tổng hợp"}
_MADE = (
    "<!-- Sinh tự động từ khai báo trong warehouse/ bằng `python -m warehouse.dictionary`; không sửa tay. -->"
)

_HOW_TO_ADD = """
## Thêm, tắt quy tắc

Thêm một tệp `ten_quy_tac.sql` vào thư mục `rules/` của đợt báo cáo. Phần đầu tệp là các dòng chú thích
`-- tên: giá trị` với đủ các mục `id` (trùng tên tệp), `version`, `suite` (submissions, coverage,
content, citations), `severity` (blocker, error, warning, info), `owner` (agency, officer), `about`,
`message`, `advice`, `unjudged`, `example`; có thể thêm `message_many`, `merge` (section, submission),
`hidden_by`, `hidden_under`, `hidden_over`.

Sau phần đầu là đúng một câu SELECT trả về mọi dòng đã xét với các cột `campaign_id`, `agency_code`,
`submission_id`, `outline_path`, `section_id`, `verdict` (pass, fail, unjudged), `evidence`, `page`,
`params`. Câu nhận xét dùng được `{item}`, `{agency}` và mọi giá trị trong `params`. Quy tắc chạy trên
bản sao trong bộ nhớ, không đọc được tệp nào khác.

Ví dụ `rules/chua_neu_ty_le.sql`, đề nghị nêu tỷ lệ ở mục II.2:

```sql
-- id: chua_neu_ty_le
-- version: 1
-- suite: content
-- severity: warning
-- owner: agency
-- about: Mục thủ tục hành chính nêu tỷ lệ giải quyết đúng hạn
-- message: Mục «{item}» chưa nêu tỷ lệ phần trăm hồ sơ đúng hạn.
-- advice: Đề nghị bổ sung tỷ lệ hồ sơ giải quyết đúng hạn, kèm kỳ số liệu.
-- unjudged: Không có.
-- example: Mục chỉ nêu số hồ sơ.
SELECT campaign_id, agency_code, submission_id, outline_path, NULL AS section_id,
  CASE WHEN count(*) FILTER (contains(text, '%')) > 0 THEN 'pass' ELSE 'fail' END AS verdict,
  NULL AS evidence, NULL AS page, NULL AS params
FROM section
WHERE outline_path = 'II.2'
GROUP BY campaign_id, agency_code, submission_id, outline_path
```

Thử ngay trên một báo cáo: `tonghop check bao-cao.docx --campaign ĐỢT`. Tệp quy tắc có điểm chưa đúng
thì lệnh nêu tên tệp và lý do, các quy tắc khác vẫn xét; ở `tonghop run`, lý do hiện trên trang
`quality/index.html`.

Tắt quy tắc: ghi mã vào `campaign.yaml`, ví dụ `rules: {off: [late, renamed_section]}`; mã không có
quy tắc nào mang thì được nêu như trên.
"""


def dictionary_markdown() -> str:
    """Return the dictionary of tables and views in Vietnamese."""
    lines = [
        "# Từ điển dữ liệu",
        "",
        _MADE,
        "",
        "Kho dữ liệu là tệp `warehouse.duckdb`, mở chỉ đọc lúc nào cũng được. ",
        "",
    ]
    lines[-2] = lines[-2].strip()
    lines += ["## Bảng", ""]
    for table in TABLES:
        lines += _section(table.name, table.comment, [_row(column) for column in table.columns])
    lines += ["## Khung nhìn (view)", ""]
    for view in schema.views():
        lines += _section(
            view.name, view.comment, [f"| `{name}` | | | {_cell(text)} |" for name, text in view.columns]
        )
    lines += [
        "## Tìm không dấu",
        "",
        "- `SELECT * FROM tim('dan van kheo')`: mục có đúng cụm từ, không cần dấu, hoa thường như nhau.",
        "- `SELECT * FROM tim_moi('tiep dan doi thoai')`: mục có đủ các từ, thứ tự tùy ý.",
        "- `khong_dau(chuỗi)`: đưa chuỗi về dạng không dấu, chữ thường.",
    ]
    return "\n".join(lines) + "\n"


def _section(name: str, comment: str, rows: list[str]) -> list[str]:
    return [
        f"### `{name}`",
        "",
        f"{comment}.",
        "",
        "| Cột | Kiểu | Khóa | Ý nghĩa |",
        "|---|---|---|---|",
        *rows,
        "",
    ]


def _row(column: Column) -> str:
    return f"| `{column.name}` | {column.type} | {'x' if column.key else ''} | {_cell(column.comment)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def json_schema(table: Table) -> dict[str, Any]:
    """JSON Schema of one row of a table."""
    properties: dict[str, Any] = {}
    for column in table.columns:
        kind = dict(_JSON[column.type])
        if column.nullable:
            kind["type"] = [kind["type"], "null"]
        properties[column.name] = kind | {"description": column.comment}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": table.name,
        "description": table.comment,
        "type": "object",
        "properties": properties,
        "required": [column.name for column in table.columns if not column.nullable],
        "additionalProperties": False,
    }


def parquet_schema(table: Table) -> dict[str, str]:
    """Column -> DuckDB type, as the exported Parquet file has it."""
    return {column.name: column.type for column in table.columns}


def rule_markdown(rule: rulebook.Rule) -> str:
    """Return the page of one rule."""
    lines = [f"# `{rule.id}`", "", _MADE, "", f"{rule.about}.", ""]
    lines += [
        f"- Mức độ: {_SEVERITY[rule.severity]}",
        f"- Việc của: {_OWNER[rule.owner]}",
        f"- Nhóm kiểm tra: `{rule.suite}`; phiên bản {rule.version}",
        f"- Câu nhận xét: {rule.message}",
    ]
    if rule.message_many != rule.message:
        lines.append(f"- Khi có nhiều chỗ: {rule.message_many}")
    lines += [
        f"- Câu đề nghị: {rule.advice}",
        f"- Không xét khi: {rule.unjudged}",
        f"- Ví dụ: {rule.example}",
    ]
    hidden = sorted(
        rule.hidden_by | rule.hidden_under | rule.hidden_over | rule.hidden_by_section | rule.hidden_by_agency
    )
    if hidden:
        lines.append("- Không nhắc lại khi đã có: " + ", ".join(f"`{name}`" for name in hidden))
    lines += ["", "Truy vấn:", "", "```sql", rule.sql, "```"]
    return "\n".join(lines) + "\n"


def rule_pages() -> dict[str, str]:
    """File name -> text of every page of `docs/rules/`, with an index."""
    pages = {f"{rule.id}.md": rule_markdown(rule) for rule in rulebook.builtin()}
    index = [
        "# Quy tắc kiểm tra",
        "",
        _MADE,
        "",
        "| Quy tắc | Xét điều gì | Mức độ | Việc của |",
        "|---|---|---|---|",
    ]
    index += [
        f"| [`{rule.id}`]({rule.id}.md) | {_cell(rule.about)} "
        f"| {_SEVERITY[rule.severity]} | {_OWNER[rule.owner]} |"
        for rule in rulebook.builtin()
    ]
    return pages | {"README.md": "\n".join(index) + "\n" + _HOW_TO_ADD}


def write(docs: Path = DOCS) -> None:
    """Write dictionary and rule pages; pages of rules that no longer exist are removed."""
    (docs / DICTIONARY.name).write_text(dictionary_markdown(), encoding="utf-8")
    folder = docs / RULES_FOLDER.name
    folder.mkdir(parents=True, exist_ok=True)
    pages = rule_pages()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")
    for stale in sorted(path for path in folder.glob("*.md") if path.name not in pages):
        stale.unlink()


if __name__ == "__main__":
    write()

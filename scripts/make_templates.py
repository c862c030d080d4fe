"""Build the Word templates that ship with the project, so that their layout follows the decree's data.

Run `python scripts/make_templates.py` after a change of `report_templates/nd30`; a test fails when
the committed templates are older than this script.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from docx.document import Document as DocxDocument  # noqa: E402
from docx.shared import Pt  # noqa: E402

from report_templates import nd30  # noqa: E402
from report_templates.nd30.head import Letterhead  # noqa: E402
from report_templates.ooxml import docx_bytes  # noqa: E402

MADE = datetime(2026, 1, 1, tzinfo=UTC)
FEEDBACK_WIDTHS = (11, 38, 41, 41, 34)
FEEDBACK_HEADER = ("TT", "Mục của đề cương", "Tình trạng", "Đề nghị bổ sung", "Trích dẫn, trang")


def loop(document: DocxDocument, tag: str) -> None:
    """Add a paragraph that holds only a docxtpl tag and vanishes when filled."""
    document.add_paragraph(f"{{%p {tag} %}}")


def optional(document: DocxDocument, name: str) -> None:
    """Add a body paragraph shown only when the sentence is there."""
    loop(document, f"if {name}")
    body = nd30.add_body(document, f"{{{{ {name} }}}}")
    if name == "request":
        body.paragraph_format.space_after = Pt(4)
    loop(document, "endif")


def head(document: DocxDocument) -> None:
    """Add the công văn's head with every word of it from the campaign."""
    nd30.add_letterhead(
        document,
        Letterhead(
            agency="{{ consolidator_caps }}",
            parent="{{ parent }}",
            place="{{ place }}",
            symbol="{{ symbol }}",
            year=0,
            letter_subject="{{ subject }}",
        ),
    )
    for table in document.tables:
        for run in (r for c in table._cells for p in c.paragraphs for r in p.runs):
            run.text = run.text.replace("năm 0", "năm {{ year }}")


def feedback() -> bytes:
    """Make `feedback/phan-hoi.docx`."""
    document = nd30.new_document(title="Phản hồi báo cáo")
    head(document)
    nd30.add_addressees(document, ["{{ addressee }}"])
    for name in ("opening", "positive", "progress", "request"):
        optional(document, name)
    loop(document, "if entries")
    table = nd30.add_table(document, FEEDBACK_HEADER, [], FEEDBACK_WIDTHS)
    nd30.add_loop_row(
        table,
        "row in entries",
        ("{{ loop.index }}", "{{ row.item }}", "row.few_status", "row.advice", "row.few_quotes"),
        FEEDBACK_WIDTHS,
    )
    loop(document, "endif")
    for name in ("files", "notes"):
        loop(document, f"if {name}")
        nd30.add_body(document, f"{{{{ {name}_title }}}}")
        loop(document, f"for line in {name}")
        nd30.add_body(document, "- {{ line }}")
        loop(document, "endfor")
        loop(document, "endif")
    optional(document, "closing")
    nd30.add_body(document, "{{ thanks }}./.")
    nd30.add_recipients_and_signature(document, ["Như trên", "{{ keep_line }}"])
    return docx_bytes(document, MADE)


TEMPLATES = {"report_templates/feedback/phan-hoi.docx": feedback}


def main() -> None:
    for name, make in TEMPLATES.items():
        (ROOT / name).write_bytes(make())
        print(name)


if __name__ == "__main__":
    main()

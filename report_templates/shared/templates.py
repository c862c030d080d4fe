"""Fill a Word template (docxtpl) and give back its bytes, the same for the same content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from report_templates.nd30 import fit_rules
from report_templates.ooxml import add_comment, clean, docx_bytes


class TemplateFaultError(ValueError):
    """A Word template, perhaps edited, cannot be filled; the message says which and why."""


class _Remembering(SandboxedEnvironment):
    """Compiles a template once: all letters of a run are filled from one."""

    def from_string(self, source: Any, *args: Any, **kwargs: Any) -> Template:  # noqa: ANN401 - as inherited
        """Return the compiled `source`."""
        if args or kwargs or not isinstance(source, str):
            return super().from_string(source, *args, **kwargs)
        return self._compiled(source)

    @lru_cache(maxsize=64)  # noqa: B019 - one environment, which lives as long as the program
    def _compiled(self, source: str) -> Template:
        return super().from_string(source)


_JINJA = _Remembering(autoescape=True, undefined=StrictUndefined)


def fill(
    template: Path, context: Mapping[str, Any], as_of: datetime, *, remark: str = "", author: str = ""
) -> bytes:
    """Fill `template` with `context`, every value escaped; `remark` becomes a comment on the number line.

    Raises `TemplateFaultError` when the template is unreadable or names a value that is not there.
    """
    try:
        filled = DocxTemplate(str(template))
        filled.render({key: safe(value) for key, value in context.items()}, _JINJA, autoescape=True)
        document: DocxDocument = filled.docx
    except (TemplateError, ValueError, KeyError, OSError) as fault:
        raise TemplateFaultError(f"Không điền được mẫu {template.name}: {fault}") from fault
    _tidy(document)
    fit_rules(document)
    if remark:
        _remark(document, remark, as_of, author)
    return docx_bytes(document, as_of)


def safe(value: object) -> Any:  # noqa: ANN401 - the shape of what came in
    r"""Make a value fit for a Word template: no forbidden characters, no control marks of docxtpl.

    docxtpl turns "\n", "\t", "\a" and "\f" in a value into breaks; here a value is one line.
    """
    if isinstance(value, str):
        return " ".join(clean(value).split())
    if isinstance(value, Mapping):
        return {key: safe(inner) for key, inner in value.items()}
    if isinstance(value, Sequence):
        return [safe(inner) for inner in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: safe(getattr(value, field.name)) for field in fields(value)}
    return value


def _tidy(document: DocxDocument) -> None:
    """Drop the empty paragraph a list cell ends with, unless it is the cell's only one or a rule."""
    for cell in document.element.body.iter(qn("w:tc")):
        paragraphs = cell.findall(qn("w:p"))
        last = cell[-1]
        plain = last.tag == qn("w:p") and not last.findall(qn("w:r"))
        if len(paragraphs) > 1 and plain and last.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") is None:
            cell.remove(last)


def _remark(document: DocxDocument, remark: str, as_of: datetime, author: str) -> None:
    """Comment on the first printed line that starts with "Số:"."""
    for table in document.tables[:1]:
        for cell in table._cells:
            for paragraph in cell.paragraphs:
                if paragraph.text.startswith("Số:") and paragraph.runs:
                    add_comment(document, paragraph.runs, remark, as_of, author or "tonghop")
                    return

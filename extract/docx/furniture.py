"""Headers and footers: no part of the body, but for a letterhead set there, and for a secrecy mark."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from lxml import etree

from extract.docx.names import TYPE, VML, P, R, W, flag
from extract.docx.package import Package
from extract.encoding import display, search_key

_PARTS: Final = ("header", "footer")
_MOTTO: Final = re.compile(r"cong hoa xa hoi chu nghia|doc lap ?- ?tu do|dang cong san viet nam")
_FIRST_RUNS: Final = 200
"""A letterhead stands within so many runs of the beginning."""
_MARK: Final = re.compile(r"^\W*(?:ĐỘ MẬT\W*)?(TUYỆT MẬT|TỐI MẬT|MẬT)\W*$", re.IGNORECASE)


def letterhead_in_header(
    package: Package, container: etree._Element, section: etree._Element | None
) -> etree._Element | None:
    """Return the header of the first page where it holds the letterhead (templates do so); else None.

    section: the first section's properties. A letterhead in the body is the document's own.
    """
    if section is None:
        return None
    names = {
        item.get(TYPE, "default"): package.target(item.get(R + "id", ""))
        for item in section.iterchildren(W + "headerReference")
    }
    title = section.find(W + "titlePg")
    name = names.get("first" if title is not None and flag(title) else "default")
    root = package.parse(name) if name else None
    if root is None or not _MOTTO.search(_key(root)) or _MOTTO.search(_key(container)):
        return None
    return root


def _key(part: etree._Element) -> str:
    texts = (item.text or "" for item in islice(part.iter(W + "t"), _FIRST_RUNS))
    return search_key("".join(texts))


def secrecy_marks(package: Package) -> list[str]:
    """Return the secrecy marks (MẬT, TỐI MẬT, TUYỆT MẬT) in headers, footers and watermarks, each once."""
    found: list[str] = []
    for kind in _PARTS:
        for name in package.targets(kind):
            root = package.parse(name)
            if root is None:
                continue
            lines = ["".join(item.text or "" for item in part.iter(W + "t")) for part in root.iter(P)]
            lines.extend(item.get("string", "") for item in root.iter(VML + "textpath"))
            found.extend(mark[1].upper() for line in lines if (mark := _MARK.match(display(line))))
    return list(dict.fromkeys(found))

"""Headers and footers: never part of the body, but a secrecy mark printed there counts."""

from __future__ import annotations

import re
from typing import Final

from extract.docx.names import VML, P, W
from extract.docx.package import Package
from extract.encoding import display

_PARTS: Final = ("header", "footer")
_MARK: Final = re.compile(r"^\W*(?:ĐỘ MẬT\W*)?(TUYỆT MẬT|TỐI MẬT|MẬT)\W*$", re.IGNORECASE)


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

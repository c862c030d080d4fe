"""What is fed to what: a maker of inputs and the act that must end well, by kind."""

from __future__ import annotations

import os
import random
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.fuzzing.checks import document_faults
from benchmarks.fuzzing.mutate_docx import docx_input
from benchmarks.fuzzing.mutate_pdf import pdf_input
from benchmarks.fuzzing.nasty import bytes_mutated
from benchmarks.fuzzing.seeds import other_seeds
from benchmarks.fuzzing.texts import PARSERS, text_input
from extract.document import read
from extract.errors import ReadError
from extract.limits import Limits

LIMITS = Limits(max_pages=100, max_pixels=20_000_000, seconds=20.0, memory_bytes=1024 * 1024 * 1024)
CANARY = "CHIMYENTRONGHAM7781"
_SCHEMA_EVERY = 20
_TWICE_EVERY = 50
_ENDINGS = ("docx", "pdf", "doc", "rtf", "html", "txt", "bin", "xlsx")


@dataclass(frozen=True, slots=True)
class Maker:
    """make: random choices, path of the canary → an input. ending: of its file's name; "" for any."""

    make: Callable[[random.Random, str], bytes]
    ending: str


def other_input(rng: random.Random, _canary: str) -> bytes:
    """Mutated first bytes of RTF, HTML, OLE, ODT, pictures, archives and text under any name."""
    return bytes_mutated(rng, rng.choice(other_seeds()), rng.choice(other_seeds()), 6)


MAKERS = {
    "docx": Maker(docx_input, "docx"),
    "pdf": Maker(pdf_input, "pdf"),
    "text": Maker(text_input, "txt"),
    "other": Maker(other_input, ""),
}


class Acts:
    """Makes and feeds the inputs of one run; deterministic by `seed`, kind and index."""

    def __init__(self, seed: int, folder: Path) -> None:
        """folder: scratch folder; the canary is written beside its inputs."""
        self.seed, self.folder = seed, folder
        self.canary = folder / "khong-duoc-doc.txt"
        self.canary.write_text(CANARY, encoding="utf-8")

    def make(self, kind: str, index: int) -> tuple[str, bytes]:
        """Return the name and the bytes of an input."""
        rng = random.Random(f"{self.seed}/{kind}/{index}")
        maker = MAKERS[kind]
        data = maker.make(rng, str(self.canary))
        return f"{kind}-{index}.{maker.ending or rng.choice(_ENDINGS)}", data

    def act(self, kind: str) -> Callable[[int], tuple[str, list[str]]]:
        """Return what a sandbox calls with an index."""
        return lambda index: self.feed(kind, index)

    def feed(self, kind: str, index: int) -> tuple[str, list[str]]:
        """Make an input and feed it; returns the outcome and the faults."""
        name, data = self.make(kind, index)
        if kind == "text":
            return feed_text(data.decode("utf-8", "surrogateescape"))
        path = self.folder / name
        path.write_bytes(data)
        try:
            return feed_file(path, schema=index % _SCHEMA_EVERY == 0, twice=index % _TWICE_EVERY == 0)
        finally:
            path.unlink()


def feed_text(text: str) -> tuple[str, list[str]]:
    """Give `text` to every parser of text."""
    return "passed", [fault for name in PARSERS for fault in parser_faults(name, text)]


def parser_faults(name: str, text: str) -> list[str]:
    """Give `text` to one parser; name what it breaks."""
    try:
        return [f"{name}: {fault}" for fault in PARSERS[name](text)]
    except ReadError:  # a secrecy mark in the text
        return []
    except Exception as error:
        return [f"{name}: {where(error)}"]


def feed_file(path: Path, *, schema: bool = False, twice: bool = False) -> tuple[str, list[str]]:
    """Read a file. schema: also hold it against the published schema; twice: the same must come again."""
    try:
        document = read(path, LIMITS)
        faults = document_faults(document, by_schema=schema, canary=CANARY.encode())
        if twice and document != read(path, LIMITS):
            faults.append("another result the second time")
    except ReadError as error:
        return error.code, list(_wording(error))
    except MemoryError:
        return "memory_limit", []
    except Exception as error:
        return "untyped", [where(error)]
    return "document", faults


def _wording(error: ReadError) -> Iterator[str]:
    if CANARY in str(error) or os.sep + "khong-duoc-doc" in str(error):
        yield "the message tells of another file"


def where(error: BaseException) -> str:
    """Class of an error and the innermost place in the project where it came up."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if f"{os.sep}extract{os.sep}" in frame.filename] or frames
    last = own[-1]
    return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno} {last.name}"

"""pyHanko's reader of PDF objects, made to read the table of an object stream once.

Word writes the thousands of elements of a tagged PDF into object streams; pyHanko reads a stream's table
again for every object in it, which for twenty signed pages takes longer than a file may.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.reader import PdfFileReader


class Reader(PdfFileReader):
    """A PdfFileReader that remembers where the objects of a stream begin."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - pyHanko's own
        """Take what PdfFileReader takes."""
        self._tables: dict[int, tuple[Any, bytes, list[int]]] = {}
        super().__init__(*args, **kwargs)

    def _get_object_from_stream(self, idnum: int, stmnum: int, idx: int) -> Any:  # noqa: ANN401
        found = self._found(idnum, stmnum, idx)
        if found is None:  # whatever is odd is pyHanko's to judge
            return super()._get_object_from_stream(idnum, stmnum, idx)  # type: ignore[no-untyped-call]
        data, offset = found
        source = BytesIO(data)
        source.seek(offset)
        return generic.read_object(source, generic.Reference(idnum, 0, self))

    def _found(self, idnum: int, stmnum: int, idx: int) -> tuple[bytes, int] | None:
        """Return a stream's data and where object `idnum` begins in it, None when its table is odd."""
        stream = generic.Reference(stmnum, 0, self).get_object()
        table = self._tables.get(stmnum)
        if table is None or table[0] is not stream:
            if not isinstance(stream, generic.StreamObject) or stream.get("/Type") != "/ObjStm":
                return None
            data, first = stream.read_data(DecodePurpose.OBJECT_STREAM), stream.get("/First")
            start = int(first) if isinstance(first, int) and first > 0 else 0
            words = data[:start].split()
            numbers = [int(word) + (start if k % 2 else 0) for k, word in enumerate(words) if word.isdigit()]
            table = (stream, data, numbers if len(numbers) == len(words) else [])
            self._tables[stmnum] = table
        _, data, numbers = table
        at = 2 * idx
        if not 0 <= at < len(numbers) - 1 or numbers[at] != idnum or not 0 <= numbers[at + 1] < len(data):
            return None
        return data, numbers[at + 1]

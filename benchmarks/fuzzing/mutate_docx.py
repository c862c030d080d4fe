# ruff: noqa: E501 - tables of values
"""Mutated DOCX files: changes that keep the XML well-formed, changes to its text, changes to the zip around it."""

from __future__ import annotations

import copy
import random
import struct
from collections.abc import Callable

from lxml import etree

from benchmarks.fuzzing.nasty import LONG, NUMBERS, TEXTS, bytes_mutated, integer
from benchmarks.fuzzing.seeds import Parts, docx_seeds, zipped

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMES = (
    "p", "r", "t", "tab", "br", "pPr", "rPr", "numPr", "ilvl", "numId", "pStyle", "rStyle", "tbl", "tr", "tc",
    "tcPr", "gridSpan", "vMerge", "tblGrid", "gridCol", "sdt", "sdtContent", "ins", "del", "delText",
    "moveFrom", "moveTo", "footnoteReference", "endnoteReference", "footnoteRef", "fldChar", "instrText",
    "fldSimple", "hyperlink", "smartTag", "sym", "drawing", "pict", "txbxContent", "sectPr", "footnote",
    "endnote", "style", "basedOn", "name", "lvl", "lvlText", "numFmt", "start", "isLgl", "abstractNum", "num",
    "abstractNumId", "lvlOverride", "startOverride", "vertAlign", "vanish", "sz", "rFonts", "outlineLvl",
    "jc", "ind", "spacing", "body", "document", "object", "altChunk", "subDoc", "lastRenderedPageBreak",
    "noBreakHyphen", "softHyphen", "customXml", "ruby", "rt", "rubyBase",
)  # fmt: skip
_TAGS = tuple(_W + name for name in _NAMES)
_VALUES = (
    "begin", "separate", "end", "restart", "continue", "bullet", "none", "upperRoman", "lowerLetter", "chicago",
    "cardinalText", "eachPage", "%1.%2.%3.%4.%5.%6.%7.%8.%9.", "%0%10%", "superscript", "true", "off", "Normal",
    "heading 1", "page", "separator", ".VnTime", ".VnTimeH", "VNI-Times", "Wingdings",
)  # fmt: skip
_MEMBERS = ("../../../../tmp/thoat.txt", "/etc/passwd", "word\\document.xml", "word/document.xml", "WORD/document.xml", "a\0b",
            "word/", "C:\\x", "word/media/" + "x" * 300, "word/\ufffd.xml", "_rels/.rels", "EncryptedPackage")  # fmt: skip
_TARGETS = ("../../../etc/passwd", "http://127.0.0.1:9/x", "document.xml", "", "#", "footnotes.xml", "/word/document.xml",
            "file:///etc/passwd", "a\\b", "numbering.xml", "../_rels/.rels", "./././styles.xml", "%2e%2e/x")  # fmt: skip


def docx_input(rng: random.Random, canary: str) -> bytes:
    """One mutated file. canary: path of a file whose content must never be read."""
    parts = dict(rng.choice(docx_seeds()))
    for _ in range(1 + integer(rng, 3)):
        rng.choices(_WAYS, _WEIGHTS)[0](rng, parts, canary)
    data = zipped(parts, packed=rng.random() < 0.3)
    return _zip_mutated(rng, data) if rng.random() < 0.15 else data


def _part(rng: random.Random, parts: Parts) -> str:
    """Name of a part, the document's body half of the time."""
    main = "word/document.xml"
    return main if main in parts and rng.random() < 0.5 else rng.choice(list(parts)) if parts else main


def _tree(rng: random.Random, parts: Parts, canary: str) -> None:
    """Change the elements of a part."""
    name = _part(rng, parts)
    try:
        root = etree.fromstring(parts.get(name, b""), etree.XMLParser(resolve_entities=False, huge_tree=True))
    except (etree.XMLSyntaxError, ValueError):
        return
    for _ in range(1 + integer(rng, 10)):
        elements = list(root.iter(etree.Element))
        if len(elements) < 2 or len(elements) > 3000:
            break
        _change(rng, rng.choice(elements[1:]), rng.choice(elements[1:]))
    parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _change(rng: random.Random, one: etree._Element, other: etree._Element) -> None:
    parent = one.getparent()
    kind = rng.randrange(12)
    if kind <= 2 and one.attrib:
        one.set(rng.choice(list(one.attrib)), rng.choice((*NUMBERS, *_VALUES, *_TARGETS)))
    elif kind == 3 and one.attrib:
        del one.attrib[rng.choice(list(one.attrib))]
    elif kind == 4 and parent is not None:
        parent.remove(one)
    elif kind == 5 and parent is not None:
        for _ in range(1 + integer(rng, 5)):
            parent.append(copy.deepcopy(one))
    elif kind == 6 and one is not other and not _inside(one, other):
        other.append(one)
    elif kind == 7:
        one.tag = rng.choice(_TAGS)
    elif kind == 8:
        fresh = etree.SubElement(one, rng.choice(_TAGS))
        fresh.set(
            _W + rng.choice(("val", "id", "type", "fldCharType", "ilvl", "char")),
            rng.choice((*NUMBERS, *_VALUES)),
        )
    elif kind == 9:
        one.text = _clean(rng.choice(TEXTS))
    elif kind == 10:
        one.tail = _clean(rng.choice(TEXTS))
    elif parent is not None and rng.random() < 0.4:
        _wrap(rng, one, parent)


def _inside(outer: etree._Element, inner: etree._Element) -> bool:
    return any(up is outer for up in inner.iterancestors())


def _wrap(rng: random.Random, one: etree._Element, parent: etree._Element) -> None:
    """Put an element deep inside elements of one or two names."""
    depth = rng.choice((2, 10, 60, 180, 240, 260, 900))
    names = rng.choice(((one.tag,), (_W + "tbl", _W + "tr", _W + "tc"), (_W + "sdt", _W + "sdtContent"), (_W + "ins",),
                        (_W + "p", _W + "r"), (_W + "r", _W + "pict", _W + "txbxContent", _W + "p")))  # fmt: skip
    top = inner = etree.Element(names[0])
    for k in range(1, depth):
        inner = etree.SubElement(inner, names[k % len(names)])
    parent.replace(one, top)
    inner.append(one)


def _clean(text: str) -> str:
    """Only what XML can hold."""
    return "".join(char for char in text if (char >= " " and char not in "\ufffe\uffff") or char in "\t\n")


def _source(rng: random.Random, parts: Parts, canary: str) -> None:
    """Change the text of a part: entities, encodings, cuts, flips."""
    name = _part(rng, parts)
    data = parts.get(name, b"")
    kind = rng.randrange(8)
    if kind <= 3:
        parts[name] = bytes_mutated(rng, data, rng.choice(list(parts.values())), 4)
    elif kind == 4:
        parts[name] = _with_entities(rng, data, canary)
    elif kind == 5:
        declared = rng.choice((b"UTF-16", b"latin-1", b"utf-7", b"IBM037", b"TCVN", b"UTF-8\x00", b""))
        parts[name] = data.replace(b"UTF-8", declared, 1)
    elif kind == 6:
        text = data.decode("utf-8", "replace")
        parts[name] = rng.choice(
            (text.encode("utf-16"), b"\xef\xbb\xbf" + data, text.encode("utf-16-be"), b"\n" + data)
        )
    else:
        strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
        parts[name] = data.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", strict)


def _with_entities(rng: random.Random, data: bytes, canary: str) -> bytes:
    head, _, rest = data.partition(b"?>")
    declared = rng.choice(
        (
            f'<!DOCTYPE w [<!ENTITY e SYSTEM "file://{canary}">]>',
            f'<!DOCTYPE w [<!ENTITY % p SYSTEM "file://{canary}"> %p;]>',
            f'<!DOCTYPE w SYSTEM "file://{canary}">',
            "<!DOCTYPE w [" + '<!ENTITY a0 "ha">'
            + "".join(f'<!ENTITY a{k} "{f"&a{k - 1};" * 10}">' for k in range(1, 9)) + '<!ENTITY e "&a8;">]>',
            '<!DOCTYPE w [<!ENTITY e "&e;">]>',
        )
    )  # fmt: skip
    texts = rest.split(b"</w:t>")
    texts.insert(min(len(texts) - 1, 1 + integer(rng, len(texts))), b"&e;")
    return (
        head + b"?>" + declared.encode() + b"</w:t>".join(texts).replace(b"</w:t>&e;</w:t>", b"&e;</w:t>", 1)
    )


def _relations(rng: random.Random, parts: Parts, canary: str) -> None:
    """Point a relationship elsewhere, or add parts that fetch something."""
    name = rng.choice(("word/_rels/document.xml.rels", "_rels/.rels"))
    data = parts.get(name, b"").decode("utf-8", "replace")
    pieces = data.split('Target="')
    if len(pieces) > 1:
        k = rng.randrange(1, len(pieces))
        target = rng.choice((*_TARGETS, f"file://{canary}", canary))
        pieces[k] = target + pieces[k][pieces[k].find('"') :]
        data = 'Target="'.join(pieces)
    if rng.random() < 0.3:
        kind = rng.choice(
            (
                "footnotes",
                "settings",
                "styles",
                "numbering",
                "aFChunk",
                "subDocument",
                "image",
                "attachedTemplate",
            )
        )
        mode = rng.choice(("", ' TargetMode="External"'))
        link = f'<Relationship Id="rId{rng.randrange(12)}" Type="x/{kind}" Target="{rng.choice(_TARGETS)}"{mode}/>'
        data = data.replace("</Relationships>", link + "</Relationships>")
    parts[name] = data.encode()


def _members(rng: random.Random, parts: Parts, canary: str) -> None:
    """Lose, exchange, rename or add members of the zip."""
    names = list(parts)
    kind = rng.randrange(6)
    if kind == 0 and names:
        del parts[rng.choice(names)]
    elif kind == 1 and len(names) > 1:
        one, other = rng.sample(names, 2)
        parts[one], parts[other] = parts[other], parts[one]
    elif kind == 2 and names:
        parts[rng.choice(_MEMBERS)] = parts.pop(rng.choice(names))
    elif kind == 3:
        parts[rng.choice(_MEMBERS)] = rng.choice((b"", b"thoat ra ngoai", zipped({"a": b"b"})))
    elif kind == 4:
        for k in range(rng.choice((1, 20, 200))):
            parts[f"word/media/anh{k}.png"] = b""
    elif rng.random() < 0.05:
        parts[rng.choice(("word/document.xml", "word/footnotes.xml", "word/media/a.bin"))] = bytes(48 << 20)
    else:
        parts[rng.choice(names or ["a"])] = b""


def _repeated(rng: random.Random, parts: Parts, canary: str) -> None:
    """Repeat a paragraph many times or make its text very long."""
    name = "word/document.xml"
    data = parts.get(name, b"").decode("utf-8", "replace")
    start = data.find("<w:p>", integer(rng, max(len(data), 1)))
    end = data.find("</w:p>", start)
    if start < 0 or end < 0:
        return
    if rng.random() < 0.5:
        paragraph = data[start : end + 6] * rng.choice((3, 30, 150))
        parts[name] = (data[:start] + paragraph + data[end + 6 :]).encode()
    else:
        text = _clean(rng.choice((*LONG, *TEXTS)))
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        parts[name] = (data[:end] + f"<w:r><w:t>{text}</w:t></w:r>" + data[end:]).encode()


def _zip_mutated(rng: random.Random, data: bytes) -> bytes:
    kind = rng.randrange(7)
    if kind <= 1:
        return bytes_mutated(rng, data, data, 4)
    if kind == 2:
        return data[: rng.randrange(len(data))]
    if kind == 3:
        return rng.randbytes(integer(rng, 60)) + data + rng.randbytes(integer(rng, 60))
    out = bytearray(data)
    mark = rng.choice((b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"))
    at = data.find(mark, rng.randrange(len(data)))
    at = data.find(mark) if at < 0 else at
    if at >= 0:
        # version, flags, method, time, CRC, sizes, name and extra lengths: two or four bytes at an even place
        place = min(at + 4 + 2 * rng.randrange(16), len(out) - 4)
        value = rng.choice((0, 1, 8, 9, 12, 14, 93, 99, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF))
        struct.pack_into("<I", out, place, value) if value > 0xFFFF else struct.pack_into(
            "<H", out, place, value
        )
    return bytes(out)


_WAYS: tuple[Callable[[random.Random, Parts, str], None], ...] = (
    _tree,
    _source,
    _relations,
    _members,
    _repeated,
)
_WEIGHTS = (60, 14, 8, 8, 10)

"""The paragraphs of a Word document (ECMA-376 WordprocessingML), with their places in its XML.

Tracked changes are read as accepted: what was inserted counts, what was deleted does not.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from newslint.document import BlockKind
from newslint.errors import NewslintError
from newslint.readers.archive import Archive
from newslint.readers.markup import Chars, Element
from newslint.readers.paragraphs import Paragraph, Piece
from newslint.readers.source import Source
from newslint.readers.xmltree import decode_xml, parse_xml
from newslint.record import Record
from newslint.span import Span

_MAIN = "officeDocument"
_NOTES = ("footnotes", "endnotes")
_DELETED = frozenset(("del", "movefrom"))
# Properties, drawings and what only older programs show: none holds words of a paragraph.
_PASSED_OVER = frozenset(
    "rpr ppr instrtext deltext fallback drawing pict object commentreference annotationref "
    "footnotereference endnotereference footnoteref endnoteref sdtpr tblpr trpr tcpr sectpr".split()
)
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "nobreakhyphen": "\u2011", "ptab": "\t"}


class Part(Record):
    """A part of the package: its name in it, its XML and the tree of that."""

    name: str
    source: Source
    root: Element

    @property
    def text(self) -> str:
        """Return the XML."""
        return self.source.text

    @property
    def label(self) -> str:
        """Return the name by which a place in the part is given: `document`, `footnotes`."""
        return posixpath.splitext(posixpath.basename(self.name))[0]


def parts_with_text(archive: Archive) -> list[Part]:
    """Return the main part and the notes; raises NewslintError if this is no Word document."""
    main = main_part(archive)
    parts = [part(archive, main)]
    folder = posixpath.dirname(main)
    names = set(archive.names)
    for name in _NOTES:
        path = posixpath.join(folder, f"{name}.xml")
        if path in names:
            parts.append(part(archive, path))
    return parts


def main_part(archive: Archive) -> str:
    """Return the name of the part that holds the text."""
    names = set(archive.names)
    if "_rels/.rels" in names:
        for relation in part(archive, "_rels/.rels").root.each("relationship"):
            if relation.get("type").endswith(f"/{_MAIN}"):
                return relation.get("target").lstrip("/")
    if "word/document.xml" in names:
        return "word/document.xml"
    raise NewslintError.of("the archive holds no Word document", path=archive.path)


def part(archive: Archive, name: str) -> Part:
    """Read and parse a part."""
    path = f"{archive.path}!{name}"
    source = decode_xml(archive.read(name), path)
    return Part(name, source, parse_xml(source.text, path))


def styles(archive: Archive) -> dict[str, str]:
    """Map each style's id to its name, which is the same in every language of Word."""
    name = posixpath.join(posixpath.dirname(main_part(archive)), "styles.xml")
    if name not in archive.names:
        return {}
    found = {}
    for style in part(archive, name).root.each("style"):
        named = style.first("name")
        if named is not None:
            found[style.get("styleid")] = named.get("val")
    return found


def paragraphs_of(each: Part, names: dict[str, str]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a part in order, numbered from 1."""
    reader = _PartReader(each, names)
    yield from reader.walk(each.root, BlockKind.PARAGRAPH)


class _PartReader:
    def __init__(self, each: Part, names: dict[str, str]) -> None:
        self._part = each
        self._names = names
        self._count = 0
        self._prefix = each.root.prefix

    def walk(self, element: Element, kind: BlockKind) -> Iterator[Paragraph]:
        """Yield the paragraphs below an element; those in a text box follow the one it hangs in."""
        for child in element.elements:
            if child.name in _DELETED or child.name in ("fallback", "sectpr"):
                continue
            if child.name in ("footnote", "endnote") and child.get("type"):
                continue  # the rule above the notes
            if child.name == "p" and child.prefix == self._prefix:
                yield self._paragraph(child, kind)
                yield from self._boxes(child, kind)
            else:
                yield from self.walk(child, BlockKind.CELL if child.name == "tc" else kind)

    def _boxes(self, paragraph: Element, kind: BlockKind) -> Iterator[Paragraph]:
        for child in paragraph.elements:
            if child.name == "fallback":
                continue
            if child.name == "txbxcontent":
                yield from self.walk(child, kind)
            else:
                yield from self._boxes(child, kind)

    def _paragraph(self, element: Element, kind: BlockKind) -> Paragraph:
        self._count += 1
        style = element.first("ppr", "pstyle")
        name = style.get("val") if style is not None else ""
        name = self._names.get(name, name)
        depth = _depth(element.first("ppr", "numpr"), name.lower())
        return Paragraph(
            self._part.label,
            self._count,
            tuple(_RunReader(self._part, self._prefix).read(element)),
            name,
            BlockKind.LIST_ITEM if depth and kind is BlockKind.PARAGRAPH else kind,
            depth=depth,
        )


def _depth(numbering: Element | None, style: str) -> int:
    """Tell how many lists deep its numbering or its style sets a paragraph; 0 for no item.

    A list that has the number 0 takes away what the style gives.
    """
    if numbering is None:
        return _LIST_STYLES.get(style, 0)
    if _value(numbering, "numid") == "0":
        return 0
    level = _value(numbering, "ilvl")
    return 1 + int(level) if level in _DEPTHS else 1


_DEPTHS = frozenset("123456789")
#: Word's own styles: "List Bullet", "List Bullet 2", ...
_LIST_STYLES = {
    f"list {name}{f' {depth}' if depth > 1 else ''}": depth
    for name in ("bullet", "number")
    for depth in range(1, 6)
}


def _value(numbering: Element, name: str) -> str:
    found = numbering.first(name)
    return found.get("val") if found is not None else ""


class _RunReader:
    """Reads the runs of one paragraph, numbered from 1."""

    def __init__(self, each: Part, prefix: str) -> None:
        self._text = each.text
        self._prefix = prefix
        self._run = 0

    def read(self, element: Element) -> Iterator[Piece]:
        """Yield the pieces of an element's runs."""
        for child in element.elements:
            if child.name in _DELETED or child.name in _PASSED_OVER or child.name == "p":
                continue
            if child.name == "r" and child.prefix == self._prefix:
                self._run += 1
                yield from self._pieces(child)
            else:
                yield from self.read(child)

    def _pieces(self, run: Element) -> Iterator[Piece]:
        properties = run.first("rpr")
        if properties is not None and properties.first("vanish") is not None:
            return
        look = "" if properties is None else self._text[properties.tag.start : properties.end]
        for child in _shown(run):
            if child.name == "t":
                for node in child.children:
                    if isinstance(node, Chars):
                        yield from self._characters(node, look)
            elif child.name in _CHARACTERS:
                yield Piece(_CHARACTERS[child.name], child.tag, self._run, False, look)

    def _characters(self, node: Chars, look: str) -> Iterator[Piece]:
        for each in node.extract.offsets.runs:
            words = each.text.of(node.extract.text)
            # A line end inside a text element is white space of the XML.
            literal = each.literal and "\n" not in words
            yield Piece(words.replace("\n", " "), Span(*each.source), self._run, literal, look)


def _shown(run: Element) -> Iterator[Element]:
    """Yield what a run shows; of two ways to show the same, the newer."""
    for child in run.elements:
        if child.name == "alternatecontent":
            choice = child.first("choice")
            if choice is not None:
                yield from _shown(choice)
        elif child.name not in _PASSED_OVER:
            yield child

"""The part of a Word document that holds its comments, and what must name that part."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Sequence

from newslint.readers.archive import Archive
from newslint.readers.docxparts import Part, part
from newslint.readers.source import encode
from newslint.writers.escaping import escape, quoteattr
from newslint.writers.package import Splice, spliced
from newslint.writers.signature import Signature

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT_TYPES = "[Content_Types].xml"
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns='
    '"http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
_NUMBER = re.compile(r"\bId=[\"']rId(\d{1,9})[\"']")


def comments_part(archive: Archive, main: Part) -> Part | None:
    """Return the part that holds the document's comments, if it has any."""
    name = relations_name(main)
    if name not in archive.names:
        return None
    for relation in part(archive, name).root.each("relationship"):
        if relation.get("type").endswith("/comments"):
            target = relation.get("target")
            folder = posixpath.dirname(main.name)
            found = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            return part(archive, posixpath.normpath(found))
    return None


def relations_name(main: Part) -> str:
    """Return the name of the part that says what belongs to the main part."""
    folder, base = posixpath.split(main.name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def free_id(existing: Part | None) -> int:
    """Return the first number that no comment bears."""
    if existing is None:
        return 0
    ids = (comment.get("id") for comment in existing.root.each("comment"))
    return max((int(each) for each in ids if each.isdecimal()), default=-1) + 1


def with_comments(
    archive: Archive,
    main: Part,
    existing: Part | None,
    notes: Iterable[tuple[int, Sequence[str]]],
    signature: Signature,
) -> dict[str, bytes]:
    """Return the parts to write: the comments, and where they are new what names them.

    `notes` are numbered lists of paragraphs.
    """
    if existing is not None:
        prefix = f"{existing.root.prefix}:" if existing.root.prefix else ""
        added = "".join(_comment(*note, prefix, signature) for note in notes)
        at = existing.root.end
        if existing.text.startswith("</", at):
            splice = Splice(at, at, added)
        else:  # an empty element that does not end with a tag of its own
            tag = existing.root.tag.of(existing.text)
            name = f"{prefix}comments"
            opened = f"{tag.removesuffix('/>')}>{added}</{name}>"
            splice = Splice(*existing.root.tag, opened)
        return {existing.name: encode(existing.source, spliced(existing.text, [splice]))}
    name = posixpath.join(posixpath.dirname(main.name), "comments.xml")
    added = "".join(_comment(*note, "w:", signature) for note in notes)
    text = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:comments xmlns:w="{_namespace(main)}">{added}</w:comments>'
    )
    return {
        name: text.encode("utf-8"),
        _CONTENT_TYPES: _with_type(archive, name),
        relations_name(main): _with_relation(archive, main),
    }


def _comment(number: int, lines: Sequence[str], prefix: str, signature: Signature) -> str:
    w = prefix
    paragraphs = "".join(
        f'<{w}p><{w}r><{w}t xml:space="preserve">{escape(line)}</{w}t></{w}r></{w}p>'
        for line in lines
    )
    initials = quoteattr(signature.author[:2].upper())
    return (
        f'<{w}comment {w}id="{number}" {signature.attributes(w)} {w}initials={initials}>'
        f"{paragraphs}</{w}comment>"
    )


def _namespace(main: Part) -> str:
    name = f"xmlns:{main.root.prefix}" if main.root.prefix else "xmlns"
    found = re.search(rf"{name}\s*=\s*[\"']([^\"']+)", main.root.tag.of(main.text))
    return found[1] if found else _WORD


def _with_type(archive: Archive, name: str) -> bytes:
    types = part(archive, _CONTENT_TYPES)
    at = types.root.end
    prefix = f"{types.root.prefix}:" if types.root.prefix else ""
    entry = f'<{prefix}Override PartName="/{name}" ContentType="{_TYPE}"/>'
    return encode(types.source, spliced(types.text, [Splice(at, at, entry)]))


def _with_relation(archive: Archive, main: Part) -> bytes:
    name = relations_name(main)
    if name not in archive.names:
        text = _RELATIONS
        at, number, prefix = text.index("</Relationships>"), 1, ""
        entry = f'<Relationship Id="rId{number}" Type="{_RELATION}" Target="comments.xml"/>'
        return spliced(text, [Splice(at, at, entry)]).encode("utf-8")
    relations = part(archive, name)
    number = max((int(each) for each in _NUMBER.findall(relations.text)), default=0) + 1
    prefix = f"{relations.root.prefix}:" if relations.root.prefix else ""
    entry = f'<{prefix}Relationship Id="rId{number}" Type="{_RELATION}" Target="comments.xml"/>'
    at = relations.root.end
    return encode(relations.source, spliced(relations.text, [Splice(at, at, entry)]))

"""Write an article as a new Word document (ECMA-376), as plain as one can be."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping

from newslint.document import Field
from newslint.writers.escaping import escape

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: Part of the article -> id and name of its style, and the style's size in half points.
_STYLES = {Field.HEADLINE: ("Title", "Title", 40), Field.STANDFIRST: ("Subtitle", "Subtitle", 28)}
#: What XML cannot hold.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def word_file(paragraphs: Iterable[tuple[Field, str]]) -> bytes:
    """Return a Word document of paragraphs, each a part of the article and its words."""
    body = "".join(_paragraph(field, words) for field, words in paragraphs)
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relations({"styles": "styles.xml"}),
        "word/styles.xml": _styles(),
        "word/document.xml": f'{_HEAD}<w:document xmlns:w="{_WORD}"><w:body>{body}<w:sectPr/>'
        "</w:body></w:document>",
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _paragraph(field: Field, words: str) -> str:
    style = _STYLES.get(field)
    look = f'<w:pPr><w:pStyle w:val="{style[0]}"/></w:pPr>' if style else ""
    plain = escape(_NO_XML.sub("\ufffd", " ".join(words.split("\n"))))
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{plain}</w:t></w:r></w:p>'


def _types() -> str:
    named = {"/word/document.xml": "document.main", "/word/styles.xml": "styles"}
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{_KIND}.{kind}+xml"/>'
        for name, kind in named.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: Mapping[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _styles() -> str:
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:rPr><w:sz w:val="{size}"/></w:rPr></w:style>'
        for key, name, size in _STYLES.values()
    )
    spaced = '<w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault>'
    return (
        f'{_HEAD}<w:styles xmlns:w="{_WORD}"><w:docDefaults>{spaced}</w:docDefaults>'
        f"{made}</w:styles>"
    )

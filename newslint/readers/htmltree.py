"""HTML into a tree with places, by justhtml, which builds what a browser would."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from newslint.errors import NewslintError
from newslint.readers.base import Extract
from newslint.readers.markup import (
    MARKUP,
    MAX_DEPTH,
    NO_TAGS,
    RAW,
    Chars,
    Comment,
    Element,
    aligned,
)
from newslint.readers.source import Source, decode
from newslint.span import OffsetMap, Run, Span

_DECLARATION = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,200}?encoding=[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
#: More tags than any page holds. A page of 100 KB has about 5,000.
MAX_TAGS = 200_000
_SPECIAL = {
    **dict.fromkeys(("title", "textarea"), NO_TAGS),
    **dict.fromkeys(("script", "style", "xmp", "noscript", "iframe", "noembed", "noframes"), RAW),
}


def decode_html(data: bytes, path: str) -> Source:
    """Decode HTML by its byte order mark; else as UTF-8 if it is that, else as it declares."""
    declared = _DECLARATION.search(data[:2048])
    name = (declared[1] or declared[2]).decode("ascii") if declared else ""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return decode(data, path, name)
    # What is valid UTF-8 and not plain ASCII is UTF-8, whatever an old template says it is.
    return decode(data, path)


def parse_html(text: str, path: str, *, fragment: bool = False) -> Element:
    """Parse a page or the inside of a body; raises NewslintError for too many tags."""
    if text.count("<") > MAX_TAGS:
        raise NewslintError.of(f"the HTML has more than {MAX_TAGS:,} tags", path=path)
    from justhtml import JustHTML

    parsed = JustHTML(text, track_node_locations=True, sanitize=False, fragment=fragment)
    return _converted(parsed.root, text)


def _converted(root: Any, text: str) -> Element:  # noqa: ANN401 (justhtml's nodes share no type)
    """Copy the parser's tree, without recursion: what is too deep goes to the deepest element."""
    top = Element("#root", {}, Span(0, 0))
    stack = [(node, top, 0) for node in reversed(root.children or [])]
    while stack:
        node, parent, depth = stack.pop()
        if node.name == "#text":
            if node.data:
                locate = partial(_characters, node.data, node.origin_offset, parent.name, text)
                parent.children.append(Chars(node.data, locate))
        elif node.name == "#comment":
            at = node.origin_offset or 0
            end = text.find("-->", at)
            parent.children.append(
                Comment(node.data or "", Span(at, end + 3 if end >= 0 else len(text)))
            )
        elif not node.name.startswith(("!", "#", "?")):
            element = Element(node.name.lower(), _attributes(node), _tag(node))
            if depth < MAX_DEPTH:
                parent.children.append(element)
                parent, depth = element, depth + 1
            inside = getattr(node, "template_content", None) or node
            stack.extend((child, parent, depth) for child in reversed(inside.children or []))
    return top


def _characters(words: str, at: int | None, parent: str, text: str) -> Extract:
    if at is None:
        return Extract(words, OffsetMap([Run(Span(0, len(words)), Span(0, 0), literal=False)]))
    return aligned(words, text, at, len(text), _SPECIAL.get(parent, MARKUP))


def _attributes(node: Any) -> dict[str, str]:  # noqa: ANN401
    return {key.lower(): value or "" for key, value in (node.attrs or {}).items()}


def _tag(node: Any) -> Span:  # noqa: ANN401
    start, end = node._start_tag_start, node._start_tag_end  # noqa: SLF001 (no public name)
    return Span(start or 0, end or start or 0)

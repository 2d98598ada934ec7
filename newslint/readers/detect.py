"""Which format a file is in, by its name and by what it opens with."""

from __future__ import annotations

from pathlib import PurePath

from newslint.errors import NewslintError, did_you_mean
from newslint.record import Record
from newslint.regexes import DOTALL, IGNORECASE, compiled


class Format(Record):
    """A format: the module that reads it and the endings of its files."""

    module: str
    extensions: tuple[str, ...]


FORMATS: dict[str, Format] = {
    "docx": Format("newslint.readers.docx", (".docx",)),
    "feed": Format("newslint.readers.feed", (".rss", ".atom", ".wxr")),
    "html": Format("newslint.readers.html", (".html", ".htm", ".xhtml", ".shtml")),
    "jsonl": Format("newslint.readers.jsonl", (".jsonl", ".ndjson")),
    "markdown": Format("newslint.readers.markdown", (".md", ".markdown", ".mdown", ".mkd", ".qmd")),
    "newsml": Format("newslint.readers.newsml", (".newsml",)),
    "ninjs": Format("newslint.readers.ninjs", (".ninjs",)),
    "nitf": Format("newslint.readers.nitf", (".nitf",)),
    "odt": Format("newslint.readers.odt", (".odt",)),
    "text": Format("newslint.readers.text", (".txt", ".text")),
}
#: Ending of a file name -> format, for the files that are looked for in folders.
EXTENSIONS: dict[str, str] = {
    ending: name for name, each in FORMATS.items() for ending in each.extensions
}
# What these hold is as often no article, so that they are read only when they are named or
# included. What an XML file is depends on its root element.
_WHEN_NAMED = {".json": "ninjs", ".xml": "xml"}
_ROOTS = {
    "nitf": "nitf",
    **dict.fromkeys(
        ("newsitem", "newsmessage", "packageitem", "contentset", "contentmeta", "itemset"), "newsml"
    ),
    **dict.fromkeys(("rss", "feed", "rdf"), "feed"),
    "html": "html",
}

_FRONT_MATTER = compiled(r"---[ \t]*\r?\n")
_JSON = compiled(r"\s*[{\[]\s*[\"{\]}]")
_JSON_LINES = compiled(r"[^\n]*\}\s*\n\s*\{")
_MARKUP = compiled(
    r"\s*(?:<\?xml|<!doctype|<html|<rss|<feed|<nitf|<newsItem|<newsMessage)", IGNORECASE
)
_ROOT = compiled(r"<(?:[\w.-]+:)?(?P<name>[A-Za-z][\w.-]*)")
_PROLOG = compiled(r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!doctype[^>]*>?", IGNORECASE | DOTALL)


def format_of(data: bytes, path: str, as_format: str = "") -> str:
    """Name the format of a file; raises NewslintError for an unknown one."""
    if as_format and as_format != "xml":
        if as_format not in FORMATS:
            raise NewslintError.of(
                f"unknown format '{as_format}'", hint=did_you_mean(as_format, FORMATS)
            )
        return as_format
    ending = PurePath(path).suffix.lower()
    named = as_format or EXTENSIONS.get(ending) or _WHEN_NAMED.get(ending) or _by_magic(data)
    if named == "xml":
        return _by_root(_head(data), path)
    return named or _by_content(_head(data), path)


def _by_magic(data: bytes) -> str:
    """Tell a zipped document, which says in its first entries what it is."""
    if not data.startswith(b"PK\x03\x04"):
        return ""
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return "odt"
    return "docx" if b"word/document.xml" in data else ""


def _head(data: bytes) -> str:
    """Decode the first characters well enough to tell markup from text."""
    head = data[:8000]
    for mark, codec in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(codec, "replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _by_content(head: str, path: str) -> str:
    if _FRONT_MATTER.match(head):
        return "markdown"
    if _JSON.match(head):
        return "jsonl" if _JSON_LINES.match(head) else "ninjs"
    if _MARKUP.match(head):
        return _by_root(head, path)
    return "text"


def _by_root(head: str, path: str) -> str:
    root = _ROOT.search(_PROLOG.sub("", head))
    name = root["name"].lower() if root else ""
    if name in _ROOTS:
        return _ROOTS[name]
    known = ", ".join(sorted({"nitf", "newsItem", "rss", "feed", "html"}))
    raise NewslintError.of(
        f"no reader for XML whose root is <{name}>" if name else "no element in the XML",
        path=path,
        hint=f"known: {known}; another reader can be named with --as",
    )

"""From the bytes of a text file to its characters, and back without harm."""

from __future__ import annotations

import codecs

from newslint.errors import NewslintError
from newslint.record import Record
from newslint.regexes import compiled
from newslint.span import LineIndex


class Source(Record):
    """The decoded characters of a file. Offsets count from after the byte order mark.

    Line ends are as the file has them. `guessed` says that nothing in the file tells its
    encoding, so that it must not be written back. `extracted` says that the characters were taken
    out of a file that is no text (a Word document), whose lines are its paragraphs.
    """

    text: str
    encoding: str = "utf-8"
    bom: bool = False
    guessed: bool = False
    extracted: bool = False


# The longer mark first: the one of UTF-32 begins with the one of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file (.doc)"),
    (b"{\\rtf", "a rich text file (.rtf)"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
)
_CONTROL = compiled(r"[\x01-\x08\x0e-\x1f\x7f]")
_CONTROL_SHARE = 0.01
# Guessing reads this much: enough to tell, and quick on a file of many megabytes.
_SAMPLE = 200_000


def decode(data: bytes, path: str, declared: str = "") -> Source:
    """Decode a file; `declared` is the encoding that the file itself names, if it does.

    Raises NewslintError for an empty, binary or undecodable file.
    """
    refuse_binary(data, path)
    source = _decoded(data, path, declared)
    _refuse_control(source, path)
    if not source.text.strip():
        raise NewslintError.of("the file is empty", path=path)
    return source


def encode(source: Source, new_text: str, path: str = "") -> bytes:
    """Encode changed text as the file was; raises NewslintError where that is a guess."""
    if source.extracted:
        raise NewslintError.of("a file of this format cannot be written as text", path=path)
    if source.guessed:
        raise NewslintError.of(
            f"the encoding was guessed ({source.encoding}), so the file is not written",
            path=path,
            hint="save it as UTF-8 first",
        )
    mark = next((mark for mark, name in _MARKS if name == source.encoding), b"")
    try:
        return (mark if source.bom else b"") + new_text.encode(source.encoding)
    except UnicodeEncodeError as error:
        character = new_text[error.start]
        raise NewslintError.of(
            f"'{character}' cannot be written in {source.encoding}",
            path=path,
            hint="save the file as UTF-8 first",
        ) from None


def refuse_binary(data: bytes, path: str) -> None:
    """Raise NewslintError for an empty file or one of a known kind that holds no text."""
    if not data:
        raise NewslintError.of("the file is empty", path=path)
    for magic, name in _MAGIC:
        if data.startswith(magic):
            hint = "save it as .docx" if "(." in name else ""
            raise NewslintError.of(f"the file is {name}, not text", path=path, hint=hint)


def _decoded(data: bytes, path: str, declared: str) -> Source:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Source(_strict(data[len(mark) :], name, path), name, bom=True)
    if declared:
        return Source(_strict(data, _known(declared, path), path), _known(declared, path))
    try:
        return Source(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if b"\0" in data:
            _refuse_nul(data.find(b"\0"), data.count(b"\n", 0, data.find(b"\0")) + 1, path)
        return _guessed(data, path, error)


def _strict(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise NewslintError.of(
            f"not valid {encoding}, though the file says that it is", path=path, line=line
        ) from None


def _known(declared: str, path: str) -> str:
    """Name an encoding as Python does, and only one of text."""
    try:
        codec = codecs.lookup(declared)
        "x".encode(codec.name)
    except (LookupError, ValueError):
        raise NewslintError.of(f"unknown encoding '{declared[:40]}'", path=path) from None
    # As browsers do (WHATWG Encoding): what calls itself Latin-1 or ASCII is Windows-1252.
    return "cp1252" if codec.name in ("iso8859-1", "ascii") else codec.name


def _guessed(data: bytes, path: str, error: UnicodeDecodeError) -> Source:
    encoding = _likely(data[:_SAMPLE])
    try:
        if encoding:
            return Source(data.decode(encoding), encoding, guessed=True)
    except UnicodeDecodeError:
        pass
    line = data.count(b"\n", 0, error.start) + 1
    raise NewslintError.of(
        "not valid UTF-8, and the encoding cannot be told",
        path=path,
        line=line,
        hint="save it as UTF-8",
    )


def _likely(sample: bytes) -> str:
    """Return the most likely encoding, or an empty string.

    A few accents tell little: where Windows-1252, by far the most common, reads about as well as
    the best, it is meant.
    """
    from charset_normalizer import from_bytes

    matches = from_bytes(sample)
    best = matches.best()
    if best is None:
        return ""
    for match in matches:
        western = "cp1252" in (match.encoding, *match.could_be_from_charset)
        if western and match.chaos <= best.chaos + 0.05 and match.coherence >= best.coherence - 0.1:
            return "cp1252"
    return best.encoding


def _refuse_control(source: Source, path: str) -> None:
    nul = source.text.find("\0")
    if nul >= 0:
        _refuse_nul(nul, LineIndex(source.text).position(nul).line, path)
    found = len(_CONTROL.findall(source.text))
    if found > (0 if source.guessed else _CONTROL_SHARE * len(source.text)):
        raise NewslintError.of("the file looks binary, not like text", path=path)


def _refuse_nul(offset: int, line: int, path: str) -> None:
    raise NewslintError.of(
        f"the file holds a NUL character at offset {offset}, so it is not text",
        path=path,
        line=line,
    )

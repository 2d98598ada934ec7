from __future__ import annotations

import pytest

from newslint.errors import NewslintError
from newslint.readers import ReadOptions, read
from newslint.readers.source import Source, decode, encode


def problem(data: bytes, declared: str = "") -> str:
    with pytest.raises(NewslintError) as caught:
        decode(data, "a.txt", declared)
    return str(caught.value)


def test_utf8_is_the_rule():
    assert decode("Café".encode(), "a.txt") == Source("Café", "utf-8", bom=False, guessed=False)


@pytest.mark.parametrize(
    ("codec", "name"),
    [("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("utf-32", "utf-32-le")],
)
def test_a_byte_order_mark_is_no_character(codec: str, name: str):
    source = decode("Café 😀\r\n".encode(codec), "a.txt")
    assert source == Source("Café 😀\r\n", name, bom=True, guessed=False)


def test_big_endian():
    data = b"\xfe\xff" + "Café".encode("utf-16-be")
    assert decode(data, "a.txt") == Source("Café", "utf-16-be", bom=True, guessed=False)


@pytest.mark.parametrize(
    "text",
    [
        "The price was £5 and he said “no” to the café owner.",
        "Zoë paid €5",
        "Café £5 “x”\r\nhello\r\n\r\nnext",
    ],
)
def test_western_text_is_read_as_windows_1252(text: str):
    assert decode(text.encode("cp1252"), "a.txt") == Source(text, "cp1252", guessed=True)


def test_cyrillic_text_is_told_apart():
    text = "Губернатор области заявил в четверг, что новый мост через реку откроют весной. " * 4
    source = decode(text.encode("cp1251"), "a.txt")
    assert (source.text, source.guessed) == (text, True)


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", "\n".encode("utf-16")])
def test_an_empty_file_is_said_to_be_empty(data: bytes):
    assert problem(data) == "a.txt: error: the file is empty"


def test_nul_is_refused_with_its_line():
    assert problem(b"one\ntwo\0") == (
        "a.txt:2: error: the file holds a NUL character at offset 7, so it is not text"
    )


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7 \xff", "a PDF file"),
        (b"\x89PNG\r\n", "an image"),
        (b"PK\x03\x04", "a zip archive"),
    ],
)
def test_known_binaries_are_named(data: bytes, name: str):
    assert problem(data) == f"a.txt: error: the file is {name}, not text"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file (.doc)"),
        (b"{\\rtf1 Words}", "a rich text file (.rtf)"),
    ],
)
def test_what_a_word_processor_can_save_anew_is_told_so(data: bytes, name: str):
    assert problem(data) == f"a.txt: error: the file is {name}, not text (save it as .docx)"


def test_control_characters_mark_a_binary_file():
    assert "looks binary" in problem(bytes(range(1, 30)) * 20)


def test_declared_latin_1_is_windows_1252():
    data = b"It\x92s \x935\x94"
    assert decode(data, "a.xml", "ISO-8859-1") == Source("It’s “5”", "cp1252")


def test_a_wrong_declaration_is_refused_with_its_line():
    assert problem(b"ok\nna\xefve", "utf-8") == (
        "a.txt:2: error: not valid utf-8, though the file says that it is"
    )


@pytest.mark.parametrize("name", ["no-such", "base64", "rot13", "x" * 500, "a\0b"])
def test_an_unknown_declaration_is_refused(name: str):
    assert "unknown encoding" in problem(b"text", name)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_was_read_is_written_back_alike(codec: str):
    data = "Café\r\n".encode(codec)
    assert encode(decode(data, "a.txt"), "Café\r\n") == data


def test_a_guessed_encoding_is_never_written():
    with pytest.raises(NewslintError, match="the encoding was guessed"):
        encode(Source("x", "cp1252", guessed=True), "y")


def test_what_the_encoding_lacks_is_refused():
    with pytest.raises(NewslintError, match="'😀' cannot be written in cp1252"):
        encode(Source("x", "cp1252"), "😀")


def test_a_file_above_the_limit_is_refused():
    with pytest.raises(NewslintError, match=r"has 11 bytes, more than the 10 allowed"):
        read(b"eleven byte", "a.txt", ReadOptions(max_size=10))

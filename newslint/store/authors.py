"""Load the house's registry of authors: one YAML file an author."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.annotate.alike import plain
from newslint.context import Author
from newslint.errors import NewslintError, Problem
from newslint.lazily import Lazily
from newslint.regexes import compiled
from newslint.schema import Converter, parse_yaml
from newslint.store.raw import read_text

if TYPE_CHECKING:
    import yaml
else:
    yaml = Lazily("yaml")

#: The folder that is looked for beside a configuration.
FOLDER = "authors"

_EMAIL = compiled(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HANDLE = compiled(r"@?\w{1,30}(?:\.[\w.]+)?")
_URL = compiled(r"https?://[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?")


def load_authors(folder: Path) -> tuple[Author, ...]:
    """Return the registry's authors by file name; raises NewslintError with every problem."""
    if not folder.is_dir():
        raise NewslintError.of("there is no such folder of authors", path=str(folder))
    authors: list[Author] = []
    problems: list[Problem] = []
    taken: dict[str, str] = {}
    for path in sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")]):
        try:
            author = _author(read_text(path), str(path))
        except NewslintError as error:
            problems += error.problems
            continue
        authors.append(author)
        problems += _taken(author, str(path), taken)
    if problems:
        raise NewslintError(problems)
    return tuple(authors)


def _author(text: str, path: str) -> Author:
    node = parse_yaml(text, path)
    converter = Converter(path, text)
    author = converter.record(node, Author, "an author")
    converter.raise_problems()
    assert author is not None
    for keys, message in _faults(author):
        converter.problem(_node(node, keys), message)
    converter.raise_problems()
    return author


def _faults(author: Author) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield what is wrong beyond types: the keys that lead to the value, and the fault."""
    if not author.name.strip():
        yield ("name",), "the name is empty"
    if author.from_ and author.to and author.to < author.from_:
        yield ("to",), f"'to' lies before 'from', {author.from_}"
    contact = author.contact
    for key, value, form, example in (
        ("email", contact.email, _EMAIL, "name@example.org"),
        ("handle", contact.handle, _HANDLE, "@name"),
        ("url", contact.url, _URL, "https://example.org/name"),
    ):
        if value and form.fullmatch(value) is None:
            yield ("contact", key), f"'{value}' is no {key}: write it like {example}"


def _node(node: yaml.Node, keys: Iterable[str]) -> yaml.Node:
    """Return the value that a trail of keys leads to."""
    for key in keys:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for name, value in pairs if name.value == key), node)
    return node


def _taken(author: Author, path: str, taken: dict[str, str]) -> Iterator[Problem]:
    """Note an author's names, and yield a problem for each that another entry has."""
    for name in {plain(each) for each in (author.name, *author.aliases)}:
        if name in taken:
            yield Problem(f"'{name}' stands in {taken[name]} too", path, hint="one entry a person")
        taken[name] = path

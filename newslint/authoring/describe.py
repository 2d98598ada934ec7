"""Say of a rule what an editor or the owner of a stylebook wants to know, in fixed parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import Annotated, Any, get_args, get_origin

from newslint.authoring.examples import kind_of
from newslint.authoring.marks import read_marks
from newslint.checks import Check, check_type
from newslint.record import Record
from newslint.rulebook import DEFAULT_FIELDS, Example, Rule
from newslint.schema import keys_of

#: So many entries of a list are shown; a page is for reading.
SHOWN = 12

Table = list[tuple[str, str]]


class Shown(Record):
    """An example as it is shown: what kind, the text with its marks, what it becomes."""

    kind: str
    text: str
    fixed: str
    message: str


class Description(Record):
    """A rule in the parts that every page has."""

    rule_id: str
    message: str
    why: str
    guide: str
    summary: str
    settings: Table
    parameters: Table
    found: tuple[Shown, ...]
    left_alone: tuple[Shown, ...]
    missed: tuple[Shown, ...]


def describe(rule: Rule) -> Description:
    """Put what is known of a rule into parts."""
    shown = [_shown(each) for each in rule.header.examples]
    doc = (type(rule.check).__doc__ or "").strip().split("\n\n")[0]
    return Description(
        rule.id,
        rule.header.message,
        " ".join(rule.header.why.split()),
        guide_of(rule),
        " ".join(doc.split()),
        list(_settings(rule)),
        list(_parameters(rule.check)),
        tuple(each for each in shown if each.kind == "bad" or "[[" in each.text),
        tuple(each for each in shown if each.kind in ("good", "article") and "[[" not in each.text),
        tuple(each for each in shown if each.kind == "known_miss"),
    )


def guide_of(rule: Rule) -> str:
    """Name the stylebook entry that a rule comes from."""
    guide = rule.header.guide
    if guide is None:
        return ""
    parts = [guide.name, f"“{guide.entry}”" if guide.entry else "", guide.edition]
    return ", ".join(part for part in parts if part) + f" ({guide.confidence})"


def is_fixable(rule: Rule) -> bool:
    """Tell whether the rule's own examples show a fix that a machine may make."""
    shows = any(example.fixed for example in rule.header.examples)
    return shows and rule.header.applicability.value != "display"


def _shown(example: Example) -> Shown:
    kind = kind_of(example)
    text = getattr(example, kind, "").strip("\n")
    return Shown(kind, text, example.fixed.strip("\n"), example.message)


def _settings(rule: Rule) -> Iterator[tuple[str, str]]:
    header = rule.header
    yield "Check", header.check
    yield "Severity", header.severity.value
    yield "Class", header.class_
    if header.in_ != DEFAULT_FIELDS:
        yield "Parts of the article", ", ".join(field.value for field in header.in_)
    if header.class_ == "fact":
        yield "Inside quotations", "yes: facts are checked there too"
    else:
        yield "Inside quotations", "yes" if header.in_quotes else "no"
    yield "Fix", _FIXES[header.applicability.value]
    yield "Languages", ", ".join(header.language)
    yield "Topic", rule.topic
    yield "Since", header.since + ("" if header.status == "stable" else f" ({header.status})")
    if header.expires:
        yield "Expires", header.expires.isoformat()


_FIXES = {
    "safe": "safe: `--fix` makes it",
    "unsafe": "with `--fix --unsafe-fixes`, for a person to read over",
    "display": "shown only",
}


def _parameters(check: Check[Any]) -> Iterator[tuple[str, str]]:
    defaults = check.parameters_type._field_defaults
    for key, (name, _) in keys_of(check.parameters_type).items():
        value = getattr(check.parameters, name)
        if name not in defaults or value != defaults[name]:
            yield key, shown_value(value)


def shown_value(value: object, limit: int = SHOWN) -> str:
    """Write a parameter's value for reading; long lists are cut."""
    if isinstance(value, Mapping):
        pairs = [f"{key} → {shown_value(each)}" for key, each in value.items()]
        return _cut(pairs, limit)
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        parts = [" / ".join(map(str, each)) if isinstance(each, tuple) else str(each)
                 for each in value]  # fmt: skip
        return _cut(parts, limit)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value.value if isinstance(value, Enum) else value)


def _cut(parts: Sequence[str], limit: int) -> str:
    more = f", … and {len(parts) - limit} more" if len(parts) > limit else ""
    return ", ".join(parts[:limit]) + more


class Key(Record):
    """A key that a check's rules may have: its name, type in words, default and meaning."""

    name: str
    type: str
    default: str
    meaning: str


def keys(kind: str) -> list[Key]:
    """Describe the parameters of a kind of check."""
    record = check_type(kind).parameters_type
    defaults = record._field_defaults
    found = []
    for name, (field, annotation) in keys_of(record).items():
        meaning = next(_words(annotation), "")
        default = shown_value(defaults[field], 6) if field in defaults else "needed"
        found.append(Key(name, type_words(annotation), default, meaning))
    return found


def _words(annotation: Any) -> Iterator[str]:  # noqa: ANN401
    if get_origin(annotation) is Annotated:
        yield from (each for each in get_args(annotation)[1:] if isinstance(each, str))


def type_words(annotation: Any) -> str:  # noqa: ANN401
    """Say in words what a key may hold."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        markers = [each for each in arguments[1:] if not isinstance(each, str)]
        return "regular expression" if markers else type_words(arguments[0])
    if origin is tuple:
        return f"list of {_plural(type_words(arguments[0]))}"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"{type_words(arguments[0])} → {type_words(arguments[1])}"
    if arguments and type(None) in arguments:
        return type_words(arguments[0])
    if arguments:
        return " or ".join(map(str, arguments))
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return " or ".join(each.value for each in annotation)
    if hasattr(annotation, "_fields"):
        return "keys " + ", ".join(keys_of(annotation))
    return _TYPES.get(annotation, getattr(annotation, "__name__", str(annotation)))


_TYPES: Mapping[Any, str] = {
    str: "text", int: "whole number", float: "number", bool: "yes or no",
}  # fmt: skip


def _plural(words: str) -> str:
    singular, plural = next(
        (pair for pair in _PLURALS if words.startswith(pair[0])), (words, words)
    )
    return words.replace(singular, plural, 1)


_PLURALS = (
    ("list of", "lists of"),
    ("regular expression", "regular expressions"),
    ("text", "texts"),
)


def plain_example(shown: Shown) -> list[str]:
    """Show an example on a terminal: the text, carets below what is marked, the fixed text."""
    from newslint.authoring.marks import underline

    marked = read_marks(shown.text)
    lines = underline(marked.text, marked.spans) if marked.spans else marked.text.splitlines()
    if shown.fixed:
        lines += [f"→ {line}" for line in _changed(marked.text, shown.fixed)]
    return lines


def _changed(before: str, after: str) -> Iterable[str]:
    old = set(before.splitlines())
    return [line for line in after.splitlines() if line not in old]

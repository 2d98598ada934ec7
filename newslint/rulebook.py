"""Rules, packs and profiles: what a rule file may say, and which rules speak in a profile.

Reads text and nodes only; `store` finds and reads the files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import PurePath
from string import Formatter
from typing import Annotated, Any, Literal, NamedTuple

import yaml

from newslint.checks import KINDS, Check, check_type
from newslint.document import Field
from newslint.errors import NewslintError, Problem, did_you_mean
from newslint.finding import Applicability, Severity
from newslint.schema import Converter, keys_of, parse_yaml

DEFAULT_FIELDS = (Field.HEADLINE, Field.STANDFIRST, Field.BODY, Field.CAPTION)


class Guide(NamedTuple):
    """The stylebook entry that a rule comes from."""

    name: str
    entry: str = ""
    edition: str = ""
    confidence: Literal["first-hand", "second-hand", "own"] = "own"


class Example(NamedTuple):
    """A text that a rule must find something in (`bad`), or nothing (`good`).

    `[[ ]]` marks the exact span, `[[1: ]]` a related place; `article` is a whole document;
    `fixed` is what the fix must make of it; `known_miss` is expected to be found one day.
    """

    bad: str = ""
    good: str = ""
    article: str = ""
    known_miss: str = ""
    fixed: str = ""
    message: str = ""
    date: date | None = None
    field: Field | None = None


class Header(NamedTuple):
    """The keys every rule has, whatever its check."""

    check: Annotated[str, "The kind of check; its parameters stand beside it."]
    message: Annotated[str, "What is wrong, in one line. {placeholders} are filled by the check."]
    why: Annotated[str, "One or two sentences an editor can read aloud to a writer."]
    examples: tuple[Example, ...]
    class_: Literal["style", "fact", "furniture"] = "style"
    topic: Annotated[str, "In a profile one rule per topic and field speaks."] = ""
    severity: Severity = Severity.WARNING
    guide: Guide | None = None
    since: str = "0.1"
    status: Literal["preview", "stable", "deprecated"] = "stable"
    expires: date | None = None
    language: tuple[str, ...] = ("en",)
    in_: Annotated[tuple[Field, ...], "Parts of the article that the rule covers."] = DEFAULT_FIELDS
    in_quotes: Annotated[bool, "Whether the rule may speak inside direct quotations."] = False
    applicability: Applicability = Applicability.DISPLAY
    raw: Annotated[bool, "Match the text as it stands instead of the folded view."] = False


class Rule(NamedTuple):
    """One YAML rule: its header, its check with parameters, and where it was read."""

    id: str
    header: Header
    check: Check[Any]
    path: str = ""

    @property
    def pack(self) -> str:
        """Return the pack's name."""
        return self.id.split("/", 1)[0]

    @property
    def topic(self) -> str:
        """Return the topic, which is the rule's own name unless it says otherwise."""
        return self.header.topic or self.id.split("/", 1)[1]

    def speaks(self, language: str) -> bool:
        """Tell whether the rule is for text in `language` (BCP 47; `any` is for all)."""
        wanted = self.header.language
        return "any" in wanted or any(
            language == each or language.startswith(each + "-") for each in wanted
        )


class Pack(NamedTuple):
    """A folder of rules. Its profile of the same name is core + the packs it extends + itself."""

    name: str
    title: str = ""
    description: str = ""
    extends: tuple[str, ...] = ()


class RuleSet(NamedTuple):
    """The rules that speak in a profile, sorted by id."""

    profile: str
    rules: tuple[Rule, ...]

    def get(self, rule_id: str) -> Rule | None:
        """Return the rule of that id."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)


#: Reads a list file that stands beside a rule; raises NewslintError with what is wrong.
ListReader = Callable[[str], Mapping[str, str]]


def parse_pack(text: str, path: str) -> Pack:
    """Read a `pack.yaml`; raises NewslintError."""
    converter = Converter(path, text)
    pack = converter.record(parse_yaml(text, path), Pack, "pack")
    converter.raise_problems()
    assert pack is not None
    return pack


def parse_rule(text: str, path: str, pack: str, read_list: ListReader) -> Rule:
    """Read one rule file; raises NewslintError with every problem in it."""
    node = parse_yaml(text, path)
    converter = Converter(path, text)
    rule_id = f"{pack}/{PurePath(path).stem}"
    kind_type = _check_type(node, converter)
    if kind_type is None:
        raise NewslintError(_named(converter.problems, rule_id))
    own = set(keys_of(kind_type.parameters_type))
    listed = _listed_key(kind_type)
    header = converter.record(node, Header, "rule", ignore=own | ({"list"} if listed else set()))
    check = _check(node, kind_type, converter, listed, read_list)
    if header is not None and check is not None:
        _check_rule(node, header, check, converter)
    if converter.problems:
        raise NewslintError(_named(converter.problems, rule_id))
    assert header is not None
    assert check is not None
    return Rule(rule_id, header, check, path)


def _named(problems: Iterable[Problem], rule_id: str) -> list[Problem]:
    return [problem._replace(rule=rule_id) for problem in problems]


def _check_type(node: yaml.Node, converter: Converter) -> type[Check[Any]] | None:
    pairs = converter.mapping(node, "rule")
    if "check" not in pairs:
        if pairs:
            converter.problem(node, "rule lacks the key 'check'", did_you_mean("", KINDS))
        return None
    value = pairs["check"][1]
    kind = value.value if isinstance(value, yaml.ScalarNode) else ""
    if kind not in KINDS:
        converter.problem(value, f"unknown check '{kind}'", did_you_mean(kind, KINDS))
        return None
    return check_type(kind)


def _listed_key(kind_type: type[Check[Any]]) -> str:
    """Return the parameter that a sibling list file may fill: `swap` or `words`."""
    keys = keys_of(kind_type.parameters_type)
    return next((key for key in ("swap", "words") if key in keys), "")


def _check(
    node: yaml.Node,
    kind_type: type[Check[Any]],
    converter: Converter,
    listed: str,
    read_list: ListReader,
) -> Check[Any] | None:
    header_keys = [*keys_of(Header), "list"]
    parameters = converter.record(node, kind_type.parameters_type, "rule", ignore=header_keys)
    if parameters is None:
        return None
    pairs = converter.mapping(node, "rule")
    if listed and "list" in pairs and isinstance(pairs["list"][1], yaml.ScalarNode):
        entries = read_list(pairs["list"][1].value)
        inline = getattr(parameters, listed)
        joined = {**entries, **inline} if listed == "swap" else (*entries, *inline)
        parameters = parameters._replace(**{listed: joined})
    return kind_type(parameters)


def _check_rule(node: yaml.Node, header: Header, check: Check[Any], converter: Converter) -> None:
    for message in check.problems():
        converter.problem(node, message)
    pairs = converter.mapping(node, "rule")
    for name in _placeholders(header.message) - check.placeholders:
        hint = did_you_mean(name, check.placeholders)
        converter.problem(
            pairs["message"][1],
            f"the message names '{{{name}}}', which '{header.check}' does not fill",
            hint,
        )
    kinds = {
        key for example in header.examples for key in ("bad", "article") if getattr(example, key)
    }
    if not kinds:
        converter.problem(pairs["examples"][1], "needs at least one 'bad' or 'article' example")
    if not any(example.good for example in header.examples):
        converter.problem(pairs["examples"][1], "needs at least one 'good' example")


def _placeholders(message: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(message) if name is not None}
    except ValueError:
        return set()


def resolve(profile: str, packs: Sequence[Sequence[Rule]], *, today: date | None = None) -> RuleSet:
    """Choose the rules of a profile from its packs, in the order core < ... < the last named.

    Where rules of two packs share a topic, the later pack speaks in the fields it covers.
    """
    chosen: list[Rule] = []
    for rules in packs:
        taken = {(rule.topic, field) for rule in rules for field in rule.header.in_}
        kept = (_without(rule, taken) for rule in chosen)
        chosen = [rule for rule in kept if rule is not None] + list(rules)
    current = (rule for rule in chosen if not _expired(rule, today))
    return RuleSet(profile, tuple(sorted(current, key=lambda rule: rule.id)))


def _without(rule: Rule, taken: set[tuple[str, Field]]) -> Rule | None:
    fields = tuple(field for field in rule.header.in_ if (rule.topic, field) not in taken)
    if not fields:
        return None
    return rule._replace(header=rule.header._replace(in_=fields))


def _expired(rule: Rule, today: date | None) -> bool:
    expires = rule.header.expires
    return expires is not None and today is not None and today > expires

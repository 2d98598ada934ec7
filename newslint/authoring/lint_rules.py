"""Rules about rules: what is doubled, contradicts itself across packs, or is badly said."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

import yaml

from newslint.authoring.describe import is_fixable
from newslint.checks import PatternCheck
from newslint.checks.substitution import Substitution
from newslint.matching import Pattern
from newslint.record import Record
from newslint.rulebook import Rule
from newslint.schema import parse_yaml
from newslint.store.rules import Resolution


class Remark(Record):
    """Something about a rule that its owner should look at. `kind` names the fault."""

    rule: str
    path: str
    kind: str
    message: str

    def __str__(self) -> str:
        return f"{self.path or self.rule}: {self.rule}: {self.message} [{self.kind}]"


def remarks(rules: Sequence[Rule]) -> list[Remark]:
    """Return what is to be said of the rules of one profile, sorted by rule."""
    found = [
        *(each for rule in rules for each in _texts(rule)),
        *(each for rule in rules for each in _examples(rule)),
        *_topics(rules),
        *_patterns(rules),
        *_swaps(rules),
    ]
    return sorted(dict.fromkeys(found))


#: Longer messages do not fit a line of a report.
_LONGEST = 140
_SCOLDING = re.compile(
    r"\b(?:please|incorrect|invalid|illegal|bad|must not|obviously)\b", re.IGNORECASE
)


def _texts(rule: Rule) -> Iterator[Remark]:
    """Say what is wrong with the words a rule speaks to editors with."""
    message, why = rule.header.message, rule.header.why.strip()
    if len(message) > _LONGEST:
        yield _remark(rule, "message", f"the message has {len(message)} characters: say less")
    if scolding := _SCOLDING.search(message):
        text = f"the message says “{scolding.group()}”: say what is wrong and what to write"
        yield _remark(rule, "message", text)
    if not message.rstrip().endswith((".", "?", "!", "…", "”", "}")):
        yield _remark(rule, "message", "the message does not end as a sentence does")
    if not why.endswith((".", "?", "!", "”")):
        yield _remark(rule, "why", "the reason does not end as a sentence does")
    if why.casefold().rstrip(".") == message.casefold().rstrip("."):
        yield _remark(rule, "why", "the reason only repeats the message")
    if len(re.findall(r"[.!?](?:\s|$)", why)) > 3:
        yield _remark(rule, "why", "the reason is longer than an editor can read aloud")


def _examples(rule: Rule) -> Iterator[Remark]:
    """Say what the examples should show."""
    offers = rule.header.applicability.value != "display"
    if offers and isinstance(rule.check, Substitution) and not is_fixable(rule):
        kind = rule.header.applicability.value
        text = f"fixes are {kind}, but no example shows one: add 'fixed'"
        yield _remark(rule, "examples", text)


def shadowed(found: Resolution) -> list[Remark]:
    """Report rules that a rule of another name silences by sharing its topic."""
    names = {rule.id.split("/", 1)[1] for rule in found.ruleset.rules}
    return [
        Remark(rule_id, "", "shadowed", f"says nothing in this profile: {reason}")
        for rule_id, reason in sorted(found.silent.items())
        if "on the same topic" in reason and rule_id.split("/", 1)[1] not in names
    ]


def dead_links(ledger: str, path: str, known: Collection[str]) -> list[Remark]:
    """Report ids in a pack's `coverage.yaml` that name no rule; raises NewslintError."""
    found = []
    for node in _scalars(parse_yaml(ledger, path)):
        if _ID.fullmatch(node.value) and node.value not in known:
            line = node.start_mark.line + 1 if node.start_mark else 0
            found.append(Remark(node.value, f"{path}:{line}", "dead link", "there is no such rule"))
    return found


_ID = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Yield the values of a ledger: entries stand in lists, or alone beside their guide entry."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _scalars(each)
    elif isinstance(node, yaml.MappingNode):
        for _, each in node.value:
            yield from _scalars(each)


def _topics(rules: Sequence[Rule]) -> Iterator[Remark]:
    """Report rules of one pack that share a topic and a part of the article: both speak there."""
    seen: dict[tuple[str, str], Rule] = {}
    for rule in rules:
        first = seen.setdefault((rule.pack, rule.topic), rule)
        if first is not rule and _meet(first, rule):
            text = f"{first.id} speaks of the topic '{rule.topic}' in the same part of an article"
            yield _remark(rule, "topic", text)


class _Owned(Record):
    rule: Rule
    pattern: Pattern


def _patterns(rules: Sequence[Rule]) -> Iterator[Remark]:
    """Report patterns that two rules of one profile look for in the same part of an article."""
    owners: dict[tuple[str, bool], list[_Owned]] = defaultdict(list)
    for rule in rules:
        if isinstance(rule.check, PatternCheck):
            for pattern in rule.check.patterns():
                key = pattern.source.casefold() if pattern.ignore_case else pattern.source
                owners[key, pattern.literal].append(_Owned(rule, pattern))
    for (source, _), found in owners.items():
        for other in found[1:]:
            first = found[0]
            if other.rule.id == first.rule.id or not _meet(first.rule, other.rule):
                continue
            right, wrong = _replacement(first), _replacement(other)
            if right and wrong and right != wrong:
                text = f"“{source}” becomes “{wrong}”, but “{right}” in {first.rule.id}"
                yield _remark(other.rule, "contradiction", text)
            else:
                text = f"“{source}” is in {first.rule.id} too"
                yield _remark(other.rule, "duplicate", text)


def _meet(first: Rule, second: Rule) -> bool:
    languages = set(first.header.language) & set(second.header.language)
    return bool(set(first.header.in_) & set(second.header.in_)) and bool(languages)


def _replacement(owned: _Owned) -> str:
    """Return what a rule wants instead of an entry, or nothing."""
    if not isinstance(owned.rule.check, Substitution):
        return ""
    parameters = owned.rule.check.parameters
    mappings = (parameters.swap, parameters.patterns, parameters.modifiers)
    return [each for mapping in mappings for each in mapping.values()][int(owned.pattern.tag)]


def _swaps(rules: Sequence[Rule]) -> Iterator[Remark]:
    """Report fixes that another rule would undo or change again."""
    wrong: dict[str, tuple[Rule, str]] = {}
    for rule in rules:
        for source, target in _pairs(rule).items():
            wrong.setdefault(source.casefold(), (rule, target))
    for rule in rules:
        for source, target in _pairs(rule).items():
            other = wrong.get(target.casefold())
            if other is None or source.casefold() == target.casefold():
                continue
            if not _meet(rule, other[0]):
                continue
            if other[1].casefold() == source.casefold():
                text = f"“{source}” becomes “{target}”, which {other[0].id} changes back"
                yield _remark(rule, "contradiction", text)
            else:
                text = f"“{source}” becomes “{target}”, which {other[0].id} makes “{other[1]}”"
                yield _remark(rule, "chain", text)


def _pairs(rule: Rule) -> Mapping[str, str]:
    return rule.check.parameters.swap if isinstance(rule.check, Substitution) else {}


def _remark(rule: Rule, kind: str, message: str) -> Remark:
    return Remark(rule.id, rule.path, kind, message)

"""What a pack changes about the rules of the packs it extends."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from newslint.checks import Complaint
from newslint.errors import did_you_mean
from newslint.lazily import Lazily
from newslint.record import Record
from newslint.rulebook import Adjustment, Pack, Rule
from newslint.rulefile import list_shape, message_problems
from newslint.schema import Converter, keys_of, parse_yaml

if TYPE_CHECKING:
    import yaml

    from newslint.rulefile import Pairs
else:
    yaml = Lazily("yaml")


class Change(Record):
    """One thing that a pack changed about a rule, and where it says so."""

    rule: str
    key: str
    value: str
    path: str
    line: int


class PackFile(Record):
    """A `pack.yaml` that was read: what it says, and what is needed to name a place in it."""

    pack: Pack
    path: str
    text: str


#: Keys of an adjustment that replace the header's value as they stand.
_HEADER = ("severity", "status", "message", "why", "in_", "in_quotes", "applicability")


class Adjuster:
    """Applies what one pack file says of the rules of other packs."""

    def __init__(self, file: PackFile) -> None:
        self.file = file
        self.converter = Converter(file.path, file.text)
        root = self.converter.mapping(parse_yaml(file.text, file.path), "pack")
        self._rules = self.converter.mapping(root["rules"][1], "rules") if "rules" in root else {}
        self.changes: list[Change] = []

    def apply(self, rule: Rule) -> Rule | None:
        """Return the rule as the pack wants it, None if it switches it off.

        What is wrong is noted in the converter, for `raise_problems`.
        """
        wanted = self.file.pack.rules.get(rule.id)
        if wanted is None:
            return rule
        pairs = self.converter.mapping(self._rules[rule.id][1], rule.id)
        for key, (node, value) in pairs.items():
            self._note(rule, key, value, node)
        if wanted.off:
            return None
        parameters = _Parameters(rule, self.converter, pairs).changed(wanted)
        header = rule.header._replace(**dict(_replaced(wanted)))
        check = type(rule.check)(parameters)
        for text, hint in message_problems(header.message, check):
            self.converter.problem(pairs["message"][1], text, hint)
        for each in check.problems():
            complaint = each if isinstance(each, Complaint) else Complaint(each)
            self.converter.problem(self._rules[rule.id][1], complaint.message, complaint.hint)
        return Rule.of(rule.id, header, check, rule.path)

    def complain_of_unknown(self, known: Collection[str]) -> None:
        """Note the rules that the pack changes and that are not among the known ids."""
        for rule_id, (node, _) in self._rules.items():
            if rule_id not in known:
                text = f"there is no rule '{rule_id}' in the packs that this one extends"
                self.converter.problem(node, text, did_you_mean(rule_id, known))

    def _note(self, rule: Rule, key: str, value: yaml.Node, node: yaml.Node) -> None:
        if key == "set" and isinstance(value, yaml.MappingNode):
            for name, each in value.value:
                self._note(rule, name.value, each, name)
            return
        line = node.start_mark.line + 1
        self.changes.append(Change(rule.id, key, _words(value), self.file.path, line))


def _replaced(wanted: Adjustment) -> Iterator[tuple[str, Any]]:
    for key in _HEADER:
        value = getattr(wanted, key)
        if value is not None and value not in ("", ()):
            yield key, value


class _Parameters:
    """Changes the parameters of one rule."""

    def __init__(self, rule: Rule, converter: Converter, pairs: Pairs) -> None:
        self._rule = rule
        self._converter = converter
        self._pairs = pairs
        self._keys = keys_of(rule.check.parameters_type)

    def changed(self, wanted: Adjustment) -> Any:  # noqa: ANN401
        found = self._rule.check.parameters
        for key, node in wanted.set.items():
            found = self._set(found, key, node)
        return self._listed(found, wanted) if wanted.add or wanted.remove else found

    def _set(self, parameters: Any, key: str, node: yaml.Node) -> Any:  # noqa: ANN401
        if key not in self._keys:
            text = f"'{self._rule.header.check}' has no parameter '{key}'"
            place = self._converter.mapping(self._pairs["set"][1], "set")[key][0]
            self._converter.problem(place, text, did_you_mean(key, self._keys))
            return parameters
        name, annotation = self._keys[key]
        before = len(self._converter.problems)
        value = self._converter.convert(node, annotation, key)
        if len(self._converter.problems) > before:
            return parameters
        return parameters._replace(**{name: value})

    def _listed(self, parameters: Any, wanted: Adjustment) -> Any:  # noqa: ANN401
        shape = list_shape(type(self._rule.check))
        if shape is None:
            text = f"'{self._rule.header.check}' has no list to change"
            self._converter.problem(self._place("add") or self._place("remove"), text)
            return parameters
        name, annotation = self._keys[shape.parameter]
        entries = getattr(parameters, name)
        if wanted.remove:
            entries = self._removed(entries, wanted.remove)
        if wanted.add is not None:
            before = len(self._converter.problems)
            added = self._converter.convert(wanted.add, annotation, "add")
            if len(self._converter.problems) > before:
                return parameters
            entries = self._added(entries, added)
        return parameters._replace(**{name: entries})

    def _removed(self, entries: Any, names: tuple[str, ...]) -> Any:  # noqa: ANN401
        known = {form for entry in entries for form in _forms(entry)}
        for each in names:
            if each not in known:
                text = f"'{each}' is not in the list, so that it cannot be removed"
                self._converter.problem(self._place("remove"), text, did_you_mean(each, known))
        gone = set(names)
        if isinstance(entries, Mapping):
            return {key: value for key, value in entries.items() if key not in gone}
        return tuple(entry for entry in entries if not gone.intersection(_forms(entry)))

    def _added(self, entries: Any, added: Any) -> Any:  # noqa: ANN401
        for entry in added:
            same = isinstance(added, Mapping) and entries.get(entry) != added[entry]
            if entry in entries and not same:
                text = f"'{' / '.join(_forms(entry))}' is in the list already"
                self._converter.problem(self._place("add"), text)
        if isinstance(entries, Mapping):
            return {**entries, **added}
        return (*entries, *added)

    def _place(self, key: str) -> yaml.Node | None:
        return self._pairs[key][1] if key in self._pairs else None


def _forms(entry: object) -> tuple[str, ...]:
    return entry if isinstance(entry, tuple) else (str(entry),)


def _words(node: yaml.Node) -> str:
    """Write a node's value on one line."""
    if isinstance(node, yaml.MappingNode):
        return ", ".join(f"{key.value} → {_words(value)}" for key, value in node.value)
    if isinstance(node, yaml.SequenceNode):
        return ", ".join(_words(each) for each in node.value)
    return str(node.value)

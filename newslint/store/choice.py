"""Choose the rules that speak: a profile, narrowed and adjusted by what a house has settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

from newslint.config import ConfigFile, RuleChoice, trail_of
from newslint.errors import NewslintError, Problem, did_you_mean
from newslint.finding import Severity
from newslint.record import Record
from newslint.rulebook import Rule, RuleSet
from newslint.store.chosen import Chosen, UsageError, selected
from newslint.store.rules import Library, pack_ids
from newslint.suppress import OWN


def choose(choice: RuleChoice, *, today: date | None = None) -> Chosen:
    """Load the rules of a choice in which `complaints` has found nothing wrong.

    Broken rules are noted beside the others; raises NewslintError for a broken pack.
    """
    problems: list[Problem] = []
    library = Library(_folders(choice), problems)
    ruleset = library.profile(choice.profile, choice.packs, today=today)
    rules: Iterable[Rule] = ruleset.rules
    if choice.select:
        rules = [rule for rule in rules if selected(rule.id, choice.select)]
        rules += _from_other_packs(library, choice.select, {rule.pack for rule in ruleset.rules})
    rules = [rule for rule in rules if not selected(rule.id, choice.ignore)]
    rules = [_adjusted(rule, choice.severity) for rule in rules]
    chosen = RuleSet(ruleset.profile, tuple(sorted(rules, key=lambda rule: rule.id)))
    return Chosen(chosen, tuple(problems), known_ids(library), tuple(map(str, library.read)))


class Complaint(Record):
    """A name in a choice that names nothing."""

    name: str
    message: str
    hint: str


def complaints(choice: RuleChoice) -> Iterator[Complaint]:
    """Say which folders, packs and rules of a choice do not exist."""
    for folder in choice.folders:
        if not any(Path(folder).glob("*/pack.yaml")):
            hint = "a pack is a folder with a pack.yaml in it"
            yield Complaint(folder, f"'{folder}' holds no packs of rules", hint)
    library = Library(_folders(choice))
    packs = library.packs()
    for name in (choice.profile, *choice.packs):
        if name not in packs:
            yield Complaint(
                name, f"there is no profile or pack '{name}'", did_you_mean(name, packs)
            )
    severities = (rule for rule, _ in choice.severity)
    named = dict.fromkeys((*choice.select, *choice.ignore, *severities))
    known = known_ids(library) if named else frozenset()
    for pattern in named:
        wrong = unknown_rule(pattern, known)
        if wrong is not None:
            yield Complaint(pattern, *wrong)


def _folders(choice: RuleChoice) -> list[Path]:
    return [Path(folder) for folder in choice.folders]


def known_ids(library: Library) -> frozenset[str]:
    """Return every id that may be named, of the packs in the profile and all others."""
    folders = library.packs().values()
    return frozenset(
        {*(rule.id for rule in OWN), *(each for folder in folders for each in pack_ids(folder))}
    )


def unknown_rule(pattern: str, known: frozenset[str]) -> tuple[str, str] | None:
    """Say what is wrong with an id or pattern that names no rule, and a hint."""
    if any(selected(each, [pattern]) for each in known):
        return None
    return f"there is no rule '{pattern}'", _rule_hint(pattern, known)


def _rule_hint(pattern: str, known: frozenset[str]) -> str:
    by_name: Mapping[str, str] = {each.split("/", 1)[1]: each for each in sorted(known)}
    name = pattern.rpartition("/")[2]
    if name in by_name:
        return f"did you mean '{by_name[name]}'?"
    return did_you_mean(pattern, known) or "'newslint rules' lists them"


def _from_other_packs(library: Library, select: Sequence[str], loaded: set[str]) -> list[Rule]:
    """Load rules that were selected by name though their pack is not in the profile."""
    rules: list[Rule] = []
    for name, folder in library.packs().items():
        if name in loaded or not any(selected(each, select) for each in pack_ids(folder)):
            continue
        rules += [rule for rule in library.load_pack(folder)[1] if selected(rule.id, select)]
    return rules


def _adjusted(rule: Rule, severities: Iterable[tuple[str, Severity]]) -> Rule:
    for pattern, severity in severities:
        if fnmatchcase(rule.id, pattern):
            rule = rule.with_header(rule.header._replace(severity=severity))
    return rule


def refuse_unknown(choice: RuleChoice, config: ConfigFile) -> None:
    """Raise an error for what names nothing, at its place in the configuration if it is there."""
    wrong = list(complaints(choice))
    if not wrong:
        return
    trails = [trail_of(config, each.name) for each in wrong]
    problems = [
        Problem(each.message, hint=each.hint)
        if trail is None
        else config.problem(trail, each.message, each.hint)
        for each, trail in zip(wrong, trails, strict=True)
    ]
    raise (UsageError if None in trails else NewslintError)(problems)

"""`newslint rules`: list the rules."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from typing import Any

from newslint import __version__
from newslint.authoring.describe import is_fixable
from newslint.checks import PatternCheck
from newslint.cli import CLEAN
from newslint.cli.rulebase import add_config, config_of, counted, library_of
from newslint.matching.cost import Cost, cost_of
from newslint.rulebook import Rule


def add(subparsers: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Add the command to the parser."""
    parser: ArgumentParser = subparsers.add_parser(
        "rules",
        help="list the rules",
        description="List the rules that speak in a profile, or all there are.",
    )
    parser.add_argument("--profile", default="", help="the profile (default: the configuration's)")
    parser.add_argument(
        "--pack", action="append", default=[], metavar="NAME", help="add a pack (repeatable)"
    )
    parser.add_argument("--all", action="store_true", help="list the rules of every pack")
    parser.add_argument(
        "--cost",
        action="store_true",
        help="list the patterns that are run over every paragraph, why, and what helps",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    add_config(parser)
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """List rules; raises NewslintError if one of them is broken."""
    config = config_of(arguments)
    library = library_of(config)
    if arguments.all:
        packs = library.packs()
        loaded = [library.load_pack(packs[name])[1] for name in sorted(packs)]
        rules: Sequence[Rule] = [rule for pack in loaded for rule in pack]
        profile = ""
    else:
        profile = arguments.profile or config.config.profile
        extra = [*config.config.packs, *arguments.pack]
        rules = library.profile(profile, extra).rules
    if arguments.cost:
        costs = [(rule, cost) for rule in rules for cost in costs_of(rule)]
        print(costs_as_json(costs) if arguments.format == "json" else costs_as_text(costs))
    elif arguments.format == "json":
        print(json.dumps(as_json(rules, profile), ensure_ascii=False, indent=2))
    else:
        print("\n".join(as_text(rules)))
    return CLEAN


def costs_of(rule: Rule) -> list[Cost]:
    """Return the expensive patterns of a rule."""
    patterns = rule.check.patterns() if isinstance(rule.check, PatternCheck) else ()
    return [cost for cost in map(cost_of, patterns) if cost is not None]


def costs_as_text(costs: Sequence[tuple[Rule, Cost]]) -> str:
    """Return a paragraph for each expensive pattern, then the count."""
    lines = []
    for rule, (pattern, reason, hint) in costs:
        lines += [f"{rule.id}: {pattern.source}", f"    {reason}", f"    {hint}"]
    count = counted(len(costs), "pattern")
    return "\n".join([*lines, f"{count} run over every paragraph; the others only where needed"])


def costs_as_json(costs: Sequence[tuple[Rule, Cost]]) -> str:
    """Return the expensive patterns as JSON."""
    found = [
        {"rule": rule.id, "pattern": cost.pattern.source, "reason": cost.reason, "hint": cost.hint}
        for rule, cost in costs
    ]
    return json.dumps({"version": 1, "patterns": found}, ensure_ascii=False, indent=2)


def as_text(rules: Iterable[Rule]) -> list[str]:
    """Return a line a rule: id, severity, whether it fixes, message; then the count."""
    listed = list(rules)
    width = max((len(rule.id) for rule in listed), default=0)
    lines = [
        f"{rule.id.ljust(width)}  {rule.header.severity.value.ljust(10)}  "
        f"{'fix' if is_fixable(rule) else '   '}  {rule.header.message}"
        for rule in listed
    ]
    return [*lines, "", f"{counted(len(listed), 'rule')}; `newslint explain RULE` says more of one"]


def as_json(rules: Iterable[Rule], profile: str) -> dict[str, Any]:
    """Return the rules as plain data."""
    return {
        "version": 1,
        "newslint": __version__,
        "profile": profile,
        "rules": [_plain(rule) for rule in rules],
    }


def _plain(rule: Rule) -> dict[str, Any]:
    header = rule.header
    return {
        "rule": rule.id,
        "pack": rule.pack,
        "check": header.check,
        "topic": rule.topic,
        "class": header.class_,
        "severity": header.severity.value,
        "status": header.status,
        "since": header.since,
        "language": list(header.language),
        "in": [field.value for field in header.in_],
        "in_quotes": header.in_quotes or header.class_ == "fact",
        "applicability": header.applicability.value,
        "fixable": is_fixable(rule),
        "message": header.message,
        "why": " ".join(header.why.split()),
        "guide": header.guide._asdict() if header.guide else None,
        "examples": len(header.examples),
        "path": rule.path,
    }

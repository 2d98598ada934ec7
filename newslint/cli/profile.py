"""`newslint profile show`: what a profile comes to, and where each value comes from."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newslint.adjust import Change
from newslint.cli import CLEAN
from newslint.cli.rulebase import add_config, config_of, counted, library_of
from newslint.config import ConfigFile
from newslint.rulebook import Rule
from newslint.store.chosen import selected
from newslint.store.nearest import shown
from newslint.store.rules import Resolution


def add(subparsers: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Add the command to the parser."""
    parser: ArgumentParser = subparsers.add_parser(
        "profile",
        help="show what a profile comes to",
        description="Show which rules speak in a profile, what packs and the configuration "
        "changed about them, and why the others stay silent.",
    )
    parser.add_argument("action", choices=("show",))
    parser.add_argument("name", nargs="?", default="", help="default: the configuration's")
    parser.add_argument(
        "--pack", action="append", default=[], metavar="NAME", help="add a pack (repeatable)"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    add_config(parser)
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Show the profile; raises NewslintError if it cannot be resolved."""
    config = config_of(arguments)
    name = arguments.name or config.config.profile
    packs = [*config.config.packs, *arguments.pack]
    found = _with_config(library_of(config).resolution(name, packs), config)
    if arguments.format == "json":
        print(json.dumps(as_json(found), ensure_ascii=False, indent=2))
    else:
        print("\n".join(as_text(found)))
    return CLEAN


def _with_config(found: Resolution, config: ConfigFile) -> Resolution:
    """Apply what the configuration itself says of rules."""
    silent = dict(found.silent)
    changes = list(found.changes)
    kept = []
    for rule in found.ruleset.rules:
        reason = next(_silenced(rule, config), "")
        if reason:
            silent[rule.id] = reason
            continue
        kept.append(_with_severity(rule, config, changes))
    ruleset = found.ruleset._replace(rules=tuple(kept))
    return Resolution(ruleset, found.packs, tuple(changes), silent)


def _with_severity(rule: Rule, config: ConfigFile, changes: list[Change]) -> Rule:
    header = rule.header
    for pattern, severity in config.config.severity.items():
        if selected(rule.id, [pattern]):
            line = config.problem(["severity", pattern], "").line
            changes.append(Change(rule.id, "severity", severity.value, config.path, line))
            header = header._replace(severity=severity)
    return rule.with_header(header)


def _silenced(rule: Rule, config: ConfigFile) -> Iterator[str]:
    select, ignore = config.config.select, config.config.ignore
    if select and not selected(rule.id, select):
        yield f"not among those that {config.path} selects"
    for number, pattern in enumerate(ignore):
        if selected(rule.id, [pattern]):
            place = config.problem(["ignore", number], "").where
            yield f"{place} ignores '{pattern}'"


def as_text(found: Resolution) -> list[str]:
    """Return a line a rule, what was changed about it below, and the silent ones at the end."""
    rules = found.ruleset.rules
    order = " < ".join(found.packs)
    lines = [f"profile {found.ruleset.profile}: {order}; {counted(len(rules), 'rule')} speak", ""]
    width = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        place = shown_path(rule.path)
        lines.append(f"{rule.id.ljust(width)}  {rule.header.severity.value.ljust(10)}  {place}")
        for change in found.changes:
            if change.rule == rule.id:
                where = f"{shown_path(change.path)}:{change.line}"
                lines.append(f"    {change.key}: {change.value}  ({where})")
    if found.silent:
        lines += ["", "silent"]
        width = max(map(len, found.silent))
        lines += [f"{each.ljust(width)}  {found.silent[each]}" for each in sorted(found.silent)]
    return lines


def shown_path(path: str) -> str:
    """Write a path relative to the current folder where it lies below."""
    return shown(Path(path))


def as_json(found: Resolution) -> dict[str, Any]:
    """Return the profile as plain data."""
    return {
        "version": 1,
        "profile": found.ruleset.profile,
        "packs": list(found.packs),
        "rules": [
            {
                "rule": rule.id,
                "severity": rule.header.severity.value,
                "path": shown_path(rule.path),
                "changes": [
                    {"key": each.key, "value": each.value, "path": each.path, "line": each.line}
                    for each in found.changes
                    if each.rule == rule.id
                ],
            }
            for rule in found.ruleset.rules
        ],
        "silent": dict(sorted(found.silent.items())),
    }

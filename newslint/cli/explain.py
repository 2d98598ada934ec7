"""`newslint explain`: what a rule finds, why, and how to set it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from newslint.authoring.describe import Description, Key, Shown, describe, keys, plain_example
from newslint.authoring.find import files_of
from newslint.checks import KINDS, check_type
from newslint.cli import CLEAN
from newslint.cli.rulebase import add_config, config_of, library_of
from newslint.report import RuleInfo
from newslint.suppress import OWN


def add(subparsers: Any) -> None:  # noqa: ANN401 - argparse has no public type for it
    """Add the command to the parser."""
    parser: ArgumentParser = subparsers.add_parser(
        "explain",
        help="explain a rule, or a kind of check",
        description="Explain rules: what they find and why, with examples and settings. The name "
        "of a check (substitution, repetition…) explains its keys.",
    )
    parser.add_argument("rules", nargs="+", metavar="RULE", help="an id, name, file, pack or check")
    add_config(parser)
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Explain what was named; raises NewslintError for what does not exist."""
    library = library_of(config_of(arguments))
    pages = []
    for name in arguments.rules:
        if name in KINDS:
            pages.append(explain_check(name))
        elif own := next((rule for rule in OWN if rule.id == name), None):
            pages.append(explain_own(own))
        else:
            files = files_of(library, [name])
            pages += [explain_rule(describe(file.load())) for file in files]
    print("\n\n".join(pages))
    return CLEAN


def explain_rule(found: Description) -> str:
    """Write a rule's page for a terminal."""
    lines = [found.rule_id, "=" * len(found.rule_id), found.message, "", f"Why: {found.why}"]
    if found.guide:
        lines.append(f"Guide: {found.guide}")
    lines += _examples("It finds", found.found)
    lines += _examples("It leaves alone", found.left_alone)
    lines += _examples("It does not find yet", found.missed)
    lines += ["", "Settings", *_table(found.settings)]
    if found.parameters:
        lines += ["", "Parameters", *_table(found.parameters)]
    lines += ["", *_SILENCE.format(rule=found.rule_id).splitlines()]
    return "\n".join(lines)


_SILENCE = """\
To silence it
  once        <!-- newslint-disable-next {rule} -- reason -->
  everywhere  `ignore: [{rule}]` in newslint.yaml"""


def explain_own(rule: RuleInfo) -> str:
    """Write the page of a rule that speaks of suppressions, and so has no file."""
    lines = [rule.id, "=" * len(rule.id), rule.summary, "", f"Why: {rule.why}"]
    lines += ["", "Settings", *_table([("Severity", rule.severity.value)])]
    return "\n".join([*lines, "", *_SILENCE.format(rule=rule.id).splitlines()])


def _examples(title: str, shown: tuple[Shown, ...]) -> list[str]:
    lines = ["", title] if shown else []
    for each in shown:
        lines += [f"  {line}" for line in plain_example(each)]
        if each.message:
            lines.append(f"    says: {each.message}")
    return lines


def _table(rows: list[tuple[str, str]]) -> list[str]:
    width = max(len(key) for key, _ in rows)
    return [f"  {key.ljust(width)}  {value}" for key, value in rows]


def explain_check(kind: str) -> str:
    """Write the page of a kind of check for a terminal."""
    found = check_type(kind)
    doc = "\n".join(line.strip() for line in (found.__doc__ or "").strip().splitlines())
    lines = [f"check: {kind}", "=" * (len(kind) + 7), doc]
    if found.placeholders:
        names = ", ".join(f"{{{name}}}" for name in sorted(found.placeholders))
        lines += ["", f"A message may name {names}."]
    described = keys(kind)
    if described:
        lines += ["", "Keys"]
        for key in described:
            lines += _key(key)
    return "\n".join(lines)


def _key(key: Key) -> list[str]:
    default = f", {key.default}" if key.default == "needed" else f", else {key.default}"
    head = f"  {key.name}: {key.type}" + (default if key.default else "")
    return [head, f"      {key.meaning}"] if key.meaning else [head]

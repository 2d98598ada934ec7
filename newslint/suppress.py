"""Suppressions: what the text, the front matter and the sidecar file say shall not be reported.

Only findings can be suppressed. A rule that failed or a file that could not be read is an error,
and those never pass through here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Annotated, Literal

from newslint.document import Directive, Document
from newslint.finding import Finding, Severity, SuppressionPolicy
from newslint.lazily import Lazily
from newslint.record import Record
from newslint.regexes import compiled
from newslint.report import PlacedFinding, RuleInfo
from newslint.schema import Converter, parse_yaml
from newslint.span import Span

if TYPE_CHECKING:
    import yaml
else:
    yaml = Lazily("yaml")

#: The rule that speaks of suppressions nobody needs.
UNUSED = RuleInfo(
    "core/unused-suppression",
    "This suppression suppresses nothing: remove it.",
    "A suppression that nobody needs any more will one day hide a fault that nobody has seen.",
    Severity.SUGGESTION,
    "",
)


#: The rule that lists the suppressions which a change adds.
ADDED = RuleInfo(
    "core/added-suppression",
    "This change adds a suppression.",
    "Whoever reads the change should agree that the rule must stay silent here.",
    Severity.SUGGESTION,
    "",
)
#: Rules that have no YAML: nothing in a text triggers them.
OWN = (ADDED, UNUSED)

#: The policy of a house that has none.
ANYTHING = SuppressionPolicy()


def apply_directives(
    findings: Sequence[Finding],
    document: Document,
    known: Collection[str],
    policy: SuppressionPolicy = ANYTHING,
) -> list[Finding]:
    """Leave out what the document's own directives suppress; report directives that do nothing.

    `known` are the rules that were run: of others nobody can say whether they would have spoken.
    """
    if not document.directives:
        return list(findings)
    refused = list(_without_reason(document, policy))
    scopes = _Scopes(document, refused)
    used: set[tuple[int, str]] = set()
    kept = [_refusal(directive, document) for directive in refused]
    for finding in findings:
        if _untouchable(finding, policy):
            kept.append(finding)
            continue
        silenced = {rule: scopes.silencer(rule, finding.span) for rule in _rules(finding)}
        used |= {(number, rule) for rule, number in silenced.items() if number is not None}
        left = [rule for rule, number in silenced.items() if number is None]
        if left:
            kept.append(finding._replace(rule=left[0], also=tuple(left[1:])))
    return [*kept, *_unused(scopes, used, known)]


def _untouchable(finding: Finding, policy: SuppressionPolicy) -> bool:
    return policy.error == "forbidden" and finding.severity is Severity.ERROR


def _without_reason(document: Document, policy: SuppressionPolicy) -> Iterator[Directive]:
    for directive in document.directives:
        if policy.reason == "required" and directive.action != "enable" and not directive.reason:
            yield directive


def _refusal(directive: Directive, document: Document) -> Finding:
    message = "This suppression gives no reason, so it does not count: write one behind '--'."
    return _finding(directive, message, document)


def _rules(finding: Finding) -> tuple[str, ...]:
    return (finding.rule, *finding.also)


class _Scopes:
    """Finds the directive that silences a rule at a place."""

    def __init__(self, document: Document, refused: Collection[Directive] = ()) -> None:
        self.document = document
        counting = [each for each in document.directives if each not in refused]
        self.directives = sorted(counting, key=lambda each: (each.position, each.span))
        self._ends = [block.span.end for block in document.blocks]

    def silencer(self, rule: str, span: Span) -> int | None:
        """Return the number of the directive that silences `rule` at `span`, the last one given."""
        found = None
        for number, directive in enumerate(self.directives):
            if not _names(directive, rule) or not self._reaches(directive, span):
                continue
            found = None if directive.action == "enable" else number
        return found

    def _reaches(self, directive: Directive, span: Span) -> bool:
        if directive.action == "disable-next":
            block = bisect_right(self._ends, directive.position)
            return block < len(self._ends) and self.document.blocks[block].span.covers(
                Span(span.start, span.start)
            )
        return directive.whole or directive.position <= span.start


def _names(directive: Directive, rule: str) -> bool:
    if not directive.rules:
        return rule != UNUSED.id
    return any(fnmatchcase(rule, pattern) for pattern in directive.rules)


def _unused(
    scopes: _Scopes, used: set[tuple[int, str]], known: Collection[str]
) -> Iterator[Finding]:
    for number, directive in enumerate(scopes.directives):
        if directive.action == "enable":
            continue
        silenced = [rule for each, rule in used if each == number]
        if not directive.rules:
            idle = [] if silenced else [""]
        else:
            idle = [each for each in directive.rules if _idle(each, silenced, known)]
        if idle:
            finding = _finding(directive, _message(idle), scopes.document)
            if scopes.silencer(UNUSED.id, finding.span) is None:
                yield finding


def _idle(pattern: str, silenced: Iterable[str], known: Collection[str]) -> bool:
    """Tell whether a named rule was run and had nothing to be silenced for."""
    if not any(fnmatchcase(rule, pattern) for rule in known):
        return False
    return not any(fnmatchcase(rule, pattern) for rule in silenced)


def _message(idle: Sequence[str]) -> str:
    if idle == [""]:
        return UNUSED.summary
    return f"This suppression of {', '.join(idle)} suppresses nothing: remove it."


def unknown_in_directives(document: Document, known: Collection[str]) -> list[Finding]:
    """Report directives that name a rule which no pack has, so that they can do nothing."""
    found = []
    for directive in document.directives:
        for pattern in directive.rules:
            if not any(fnmatchcase(rule, pattern) for rule in known):
                message = f"There is no rule '{pattern}', so this suppression does nothing."
                found.append(_finding(directive, message, document))
    return found


_WORD = compiled(r"\S+")


def _finding(directive: Directive, message: str, document: Document) -> Finding:
    """Report a directive where it stands in the file; in the text, at the word that follows."""
    word = _WORD.search(document.text, directive.position) or _WORD.search(document.text)
    return Finding(
        UNUSED.id,
        UNUSED.severity,
        message,
        UNUSED.why,
        Span(*word.span()) if word else Span(0, 0),
        "furniture",
        source=directive.span,
    )


def added_in(document: Document, before: Iterable[Directive]) -> list[Finding]:
    """List the directives that an older version of the document did not have."""
    left = Counter(_said(directive) for directive in before)
    found = []
    for directive in document.directives:
        said = _said(directive)
        left[said] -= 1
        if left[said] < 0 and directive.action != "enable":
            what = ", ".join(directive.rules) or "all rules"
            reason = f": “{directive.reason}”" if directive.reason else ", without a reason"
            message = f"This change suppresses {what}{reason}."
            found.append(
                _finding(directive, message, document)._replace(rule=ADDED.id, why=ADDED.why)
            )
    return found


def _said(directive: Directive) -> tuple[object, ...]:
    return (directive.action, directive.rules, directive.reason, directive.whole)


class Suppression(Record):
    """One finding that somebody decided about, in the sidecar file."""

    fingerprint: Annotated[str, "The finding's fingerprint, as reports give it."]
    reason: Annotated[str, "Why it may stand."]
    who: Annotated[str, "Who decided it."]
    rule: Annotated[str, "The rule, for those who read the file."] = ""
    path: Annotated[str, "The file it is about, from the sidecar's folder."] = ""
    expires: Annotated[date | None, "The last day on which it holds."] = None
    verdict: Annotated[
        Literal["", "stet"], "`stet`: the figure or name was verified and is right."
    ] = ""


class _Content(Record):
    suppressions: tuple[Suppression, ...] = ()


class Entry(Record):
    """A suppression and the place in the sidecar's text where it begins."""

    suppression: Suppression
    span: Span

    def holds_for(self, placed: PlacedFinding, path: str, today: date | None) -> bool:
        """Tell whether the entry suppresses a finding of its fingerprint in the file at `path`."""
        wanted = self.suppression
        return (
            wanted.rule in ("", placed.finding.rule, *placed.finding.also)
            and wanted.path in ("", path)
            and not self.expired(today)
        )

    def expired(self, today: date | None) -> bool:
        """Tell whether the entry's last day is over."""
        expires = self.suppression.expires
        return expires is not None and today is not None and today > expires


class Sidecar(Record):
    """A file of suppressions by fingerprint; paths in it start from `folder`.

    `numbers` maps a fingerprint to the numbers of its entries.
    """

    path: str = ""
    folder: str = ""
    text: str = ""
    entries: tuple[Entry, ...] = ()
    numbers: Mapping[str, Sequence[int]] = {}


def parse_sidecar(text: str, path: str, folder: str) -> Sidecar:
    """Read a sidecar file; raises NewslintError with every problem in it."""
    node = parse_yaml(text, path)
    converter = Converter(path, text)
    content = converter.record(node, _Content, "the file")
    converter.raise_problems()
    assert content is not None
    nodes = _entry_nodes(node)
    entries = [
        Entry(each, Span(here.start_mark.index, here.start_mark.index + len("fingerprint")))
        for each, here in zip(content.suppressions, nodes, strict=True)
    ]
    _refuse_twins(entries, nodes, converter)
    numbers: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        numbers.setdefault(entry.suppression.fingerprint, []).append(number)
    return Sidecar(path, folder, text, tuple(entries), numbers)


def _entry_nodes(node: yaml.Node) -> list[yaml.Node]:
    pairs = {key.value: value for key, value in node.value}
    value = pairs.get("suppressions")
    if value is None:
        return []
    return list(value.value) if isinstance(value, yaml.SequenceNode) else [value]


def _refuse_twins(
    entries: Iterable[Entry], nodes: Iterable[yaml.Node], converter: Converter
) -> None:
    seen = set()
    for entry, node in zip(entries, nodes, strict=True):
        key = (entry.suppression.fingerprint, entry.suppression.path)
        if key in seen:
            converter.problem(node, f"'{entry.suppression.fingerprint}' is given twice")
        seen.add(key)
    converter.raise_problems()


class Sifted(Record):
    """Findings that a sidecar lets through, and the numbers of the entries that held any back."""

    kept: tuple[PlacedFinding, ...]
    used: frozenset[int]


def sift(
    findings: Iterable[PlacedFinding],
    sidecar: Sidecar,
    path: str,
    today: date | None,
    policy: SuppressionPolicy = ANYTHING,
) -> Sifted:
    """Hold back the findings that a sidecar suppresses in the file at `path`."""
    kept, used = [], set()
    for placed in findings:
        by = [
            number
            for number in sidecar.numbers.get(placed.fingerprint, ())
            if sidecar.entries[number].holds_for(placed, path, today)
            and not _untouchable(placed.finding, policy)
        ]
        used.update(by)
        if not by:
            kept.append(placed)
    return Sifted(tuple(kept), frozenset(used))


def added_entries(sidecar: Sidecar, before: Sidecar) -> list[Finding]:
    """List the entries that an older version of the sidecar did not have."""
    had = {entry.suppression for entry in before.entries}
    found = []
    for entry in sidecar.entries:
        wanted = entry.suppression
        if wanted not in had:
            what = wanted.rule or "a finding"
            where = f" in {wanted.path}" if wanted.path else ""
            message = f"This change suppresses {what}{where}: “{wanted.reason}” ({wanted.who})."
            found.append(
                Finding(ADDED.id, ADDED.severity, message, ADDED.why, entry.span, "furniture")
            )
    return found


def sidecar_findings(sidecar: Sidecar, idle: Iterable[int], today: date | None) -> list[Finding]:
    """Report the entries that held nothing back, and say of those that are over that they are."""
    found = []
    for number in sorted(idle):
        entry = sidecar.entries[number]
        wanted = entry.suppression
        what = f"{wanted.rule or 'a finding'} ({wanted.fingerprint})"
        if entry.expired(today):
            message = f"This suppression of {what} ended on {wanted.expires}: decide again."
        else:
            message = f"This suppression of {what} suppresses nothing: remove it."
        found.append(
            Finding(UNUSED.id, UNUSED.severity, message, UNUSED.why, entry.span, "furniture")
        )
    return found

"""Rules, packs and profiles: what they hold, and which rules speak in a profile."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from datetime import date
from typing import Annotated, Any, Literal

from newslint.checks import Check, PatternCheck
from newslint.context import Author
from newslint.document import Field
from newslint.finding import Applicability, Severity
from newslint.matching import Index, LiteralIndex, Pattern
from newslint.record import Record
from newslint.report import RuleInfo
from newslint.schema import Raw

DEFAULT_FIELDS = (Field.HEADLINE, Field.STANDFIRST, Field.BODY, Field.CAPTION)


class Guide(Record):
    """The stylebook entry that a rule comes from."""

    name: str
    entry: str = ""
    edition: str = ""
    confidence: Literal["first-hand", "second-hand", "own"] = "own"


class Example(Record):
    """A text that a rule must find something in (`bad`), or nothing (`good`).

    `[[ ]]` marks the exact span, `[[1: ]]` a related place; `article` is a whole document;
    `fixed` is what the fix must make of it; `known_miss` is expected to be found one day. `date`,
    `authors`, `facts` (a fact sheet) and `transcripts` (name: text) are what is known beside the
    text.
    """

    bad: str = ""
    good: str = ""
    article: str = ""
    known_miss: str = ""
    fixed: str = ""
    message: str = ""
    date: date | None = None
    field: Field | None = None
    authors: tuple[Author, ...] = ()
    facts: str = ""
    transcripts: Mapping[str, str] = {}


class Header(Record):
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


class Scope(Record):
    """What tells whether a rule has a say about a document.

    `by_pattern` says whether it judges matches of patterns or looks at documents, and
    `needs_known` without which part of the context or of the document it is silent.
    """

    by_pattern: bool
    raw: bool
    fields: tuple[Field, ...]
    language: tuple[str, ...]
    needs_known: str = ""

    @classmethod
    def of(cls, header: Header, check: Check[Any]) -> Scope:
        """Return the scope of a rule."""
        by_pattern = isinstance(check, PatternCheck)
        return cls(by_pattern, header.raw, header.in_, header.language, check.needs_known)


class Rule:
    """One YAML rule: its header, its check with parameters, and where it was read.

    Header and check are made when they are first asked for, because most rules of a large rule
    base never have anything to judge; the scope says so without them.
    """

    __slots__ = ("_check", "_header", "_make_check", "_make_header", "id", "path", "scope")

    def __init__(
        self,
        rule_id: str,
        scope: Scope,
        header: Callable[[], Header],
        check: Callable[[], Check[Any]],
        path: str = "",
    ) -> None:
        self.id = rule_id
        self.scope = scope
        self.path = path
        self._make_header = header
        self._make_check = check
        self._header: Header | None = None
        self._check: Check[Any] | None = None

    @classmethod
    def of(cls, rule_id: str, header: Header, check: Check[Any], path: str = "") -> Rule:
        """Return a rule whose header and check are made already."""
        return cls(rule_id, Scope.of(header, check), lambda: header, lambda: check, path)

    @property
    def header(self) -> Header:
        """Return the keys that every rule has."""
        if self._header is None:
            self._header = self._make_header()
        return self._header

    @property
    def check(self) -> Check[Any]:
        """Return the check with this rule's parameters."""
        if self._check is None:
            self._check = self._make_check()
            self._check.fields, self._check.raw = self.scope.fields, self.scope.raw
        return self._check

    @property
    def pack(self) -> str:
        """Return the pack's name."""
        return self.id.split("/", 1)[0]

    @property
    def topic(self) -> str:
        """Return the topic, which is the rule's own name unless it says otherwise."""
        return self.header.topic or self.id.split("/", 1)[1]

    def with_header(self, header: Header) -> Rule:
        """Return the same rule with another header."""
        scope = self.scope._replace(raw=header.raw, fields=header.in_, language=header.language)
        return Rule(self.id, scope, lambda: header, self._make_check, self.path)

    def speaks(self, language: str) -> bool:
        """Tell whether the rule is for text in `language` (BCP 47; `any` is for all)."""
        wanted = self.scope.language
        return "any" in wanted or any(
            language == each or language.startswith(each + "-") for each in wanted
        )


def rule_info(rule: Rule) -> RuleInfo:
    """Say what reports need to know of a rule."""
    header = rule.header
    guide = ""
    if header.guide is not None:
        parts = (header.guide.name, header.guide.entry, header.guide.edition)
        guide = ", ".join(part for part in parts if part)
    return RuleInfo(rule.id, header.message, header.why, header.severity, guide)


class Adjustment(Record):
    """What a pack changes about a rule of a pack that it extends."""

    off: Annotated[str, "Switches the rule off; the text is the reason."] = ""
    severity: Annotated[Severity | None, "The severity instead of the rule's own."] = None
    status: Annotated[
        Literal["preview", "stable", "deprecated"] | None, "`stable` lets a preview rule speak."
    ] = None
    message: Annotated[str, "The message instead of the rule's own."] = ""
    why: Annotated[str, "The reason instead of the rule's own."] = ""
    in_: Annotated[tuple[Field, ...], "Parts of the article that the rule covers."] = ()
    in_quotes: Annotated[bool | None, "Whether it may speak inside direct quotations."] = None
    applicability: Annotated[Applicability | None, "Who may make its fixes."] = None
    set: Annotated[Mapping[str, Raw], "Parameter -> value, instead of the rule's own."] = {}
    add: Annotated[Raw, "Entries added to the rule's list."] = None
    remove: Annotated[tuple[str, ...], "Entries taken out of the rule's list."] = ()


class Pack(Record):
    """A folder of rules. Its profile of the same name is core + the packs it extends + itself."""

    name: Annotated[str, "The folder's name."]
    title: Annotated[str, "What people call it."] = ""
    description: Annotated[str, "What it is, in a sentence or two."] = ""
    extends: Annotated[tuple[str, ...], "Packs that it builds on, besides core."] = ()
    rules: Annotated[
        Mapping[str, Adjustment], "Rule of another pack -> what this pack changes about it."
    ] = {}
    preview: Annotated[bool, "Whether rules with the status `preview` speak."] = False
    rules_as_of: Annotated[str, "Rules that came with a later version stay silent."] = ""


class View(Record):
    """What some rules look at: the raw or the folded text, with the body or without.

    Rules about bylines, bios and captions would find nothing in the long body, and cost the more.
    """

    raw: bool
    body: bool

    @classmethod
    def of(cls, rule: Rule) -> View:
        """Return what the patterns of a rule are looked for in."""
        return cls(rule.scope.raw, Field.BODY in rule.scope.fields)


VIEWS = tuple(View(raw, body) for raw in (False, True) for body in (False, True))

#: An index for each view. Owners are the rules' numbers in their rule set.
Indexes = Mapping[View, Index]


def index_patterns(rules: Sequence[Rule]) -> Indexes:
    """Index the patterns of rules, view by view."""
    owned: dict[View, list[tuple[int, Sequence[Pattern]]]] = {view: [] for view in VIEWS}
    for number, rule in enumerate(rules):
        if isinstance(rule.check, PatternCheck):
            owned[View.of(rule)].append((number, rule.check.patterns()))
    return {view: LiteralIndex.of(each) for view, each in owned.items() if each}


class RuleSet(Record):
    """The rules that speak in a profile, sorted by id; `indexes` are set where they were kept."""

    profile: str
    rules: tuple[Rule, ...]
    indexes: Indexes | None = None

    def get(self, rule_id: str) -> Rule | None:
        """Return the rule of that id."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)


def resolve(profile: str, packs: Sequence[Sequence[Rule]], *, today: date | None = None) -> RuleSet:
    """Choose the rules of a profile from its packs, in the order core < ... < the last named."""
    chosen: Sequence[Rule] = []
    for rules in packs:
        chosen = layered(chosen, rules)
    current = (rule for rule in chosen if not expired(rule, today))
    return RuleSet(profile, tuple(sorted(current, key=lambda rule: rule.id)))


def layered(chosen: Sequence[Rule], rules: Sequence[Rule]) -> list[Rule]:
    """Lay the rules of a pack over those of earlier ones.

    Where they share a topic, the later pack speaks in the fields it covers.
    """
    taken = {(rule.topic, field) for rule in rules for field in rule.header.in_}
    kept = (_without(rule, taken) for rule in chosen)
    return [rule for rule in kept if rule is not None] + list(rules)


def _without(rule: Rule, taken: Set[tuple[str, Field]]) -> Rule | None:
    fields = tuple(field for field in rule.header.in_ if (rule.topic, field) not in taken)
    if fields == rule.header.in_:
        return rule
    return rule.with_header(rule.header._replace(in_=fields)) if fields else None


def expired(rule: Rule, today: date | None) -> bool:
    """Tell whether a rule has had its time."""
    expires = rule.header.expires
    return expires is not None and today is not None and today > expires


def is_newer(rule: Rule, version: str) -> bool:
    """Tell whether a rule came with a later version than `version`; "" is the newest."""
    return bool(version) and _numbers(rule.header.since) > _numbers(version)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())

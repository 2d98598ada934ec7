"""One form for another."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

from newslint.annotate.capitals import bears_capital
from newslint.checks.base import Complaint, Hit, PatternCheck
from newslint.context import Context
from newslint.document import Document
from newslint.lazily import Lazily
from newslint.matching import Match, Pattern
from newslint.record import Record
from newslint.regexes import compiled, program
from newslint.schema import Regex

if TYPE_CHECKING:
    import regex
else:
    regex = Lazily("regex")


class Parameters(Record):
    """The parameters of a substitution rule."""

    swap: Annotated[Mapping[str, str], "Wrong form -> right form, as plain words."] = {}
    patterns: Annotated[
        Mapping[Regex, str],
        "Regular expression -> replacement, with \\1 and \\g<name> for groups.",
    ] = {}
    notes: Annotated[
        Mapping[str, str], "Wrong form or pattern -> a note that fills {note} in the message."
    ] = {}
    correct: Annotated[
        tuple[str, ...], "Right forms to be shown as confirmed, as plain words; no findings."
    ] = ()
    mark_correct: Annotated[
        bool, "Whether the right forms of 'swap' are shown as confirmed, too."
    ] = False
    ignore_case: Annotated[bool, "Whether capitals make no difference."] = True
    names: Annotated[
        bool, "Whether words with a capital inside a sentence are judged; they are often names."
    ] = True
    keep_case: Annotated[bool, "Give the replacement the capitals of what was found."] = True
    modifiers: Annotated[
        Mapping[Regex, str],
        "As 'patterns', but judged only where the words stand before a noun that they modify.",
    ] = {}


#: The tag of patterns for right forms.
_RIGHT = "right"


class Substitution(PatternCheck[Parameters]):
    """Report each wrong form and offer the right one."""

    kind = "substitution"
    parameters_type = Parameters
    placeholders = frozenset({"found", "replacement", "note"})

    def problems(self) -> Iterator[str | Complaint]:
        """Say what is wrong with the pairs."""
        swap = self.parameters.swap
        if not self._entries():
            yield "needs 'swap', 'patterns', 'modifiers' or 'list'"
        for wrong, right in swap.items():
            if not wrong.strip():
                yield Complaint("an empty entry", "swap", wrong)
            elif wrong == right and not self.parameters.ignore_case:
                yield Complaint(f"'{wrong}' is to be replaced by itself", "swap", wrong)
        for key in ("patterns", "modifiers"):
            for source, template in getattr(self.parameters, key).items():
                if problem := template_problem(source, template):
                    yield Complaint(problem, key, source)

    def patterns(self) -> Sequence[Pattern]:
        """Return the wrong forms; each match's tag is the number of its entry."""
        swap, fold = self.parameters.swap, self.parameters.ignore_case
        wrong = [
            Pattern(self.folded(source), str(number), number < len(swap), fold)
            for number, (source, _) in enumerate(self._entries())
        ]
        right = (Pattern(self.folded(each), _RIGHT, True, False) for each in self._right())
        return [*wrong, *right]

    def _right(self) -> list[str]:
        listed = self.parameters.swap.values() if self.parameters.mark_correct else ()
        return [each for each in dict.fromkeys([*self.parameters.correct, *listed]) if each.strip()]

    def hits(self, matches: Sequence[Match], document: Document, context: Context) -> Iterator[Hit]:
        """Report every match that is not already the right form."""
        entries = self._entries()
        first_modifier = len(entries) - len(self.parameters.modifiers)
        for match in matches:
            if match.tag == _RIGHT:
                found = match.span.of(document.text)
                yield Hit(match.span, message=f"“{found}” is right.", confirms=True)
                continue
            if not self.parameters.names and bears_capital(match.span, document):
                continue
            number = int(match.tag)
            if number >= first_modifier and not _is_modifier(match, document):
                continue
            wrong, template = entries[number]
            found = match.span.of(document.text)
            replacement = _with_apostrophes_of(document.text, match.expand(template))
            if self.parameters.keep_case:
                replacement = with_case_of(found, replacement)
            if replacement != match.text:
                values = {"found": found, "replacement": replacement}
                values["note"] = self.parameters.notes.get(wrong, "")
                yield Hit(match.span, values, replacement)

    def _entries(self) -> list[tuple[str, str]]:
        given = (self.parameters.swap, self.parameters.patterns, self.parameters.modifiers)
        return [entry for mapping in given for entry in mapping.items()]


def _is_modifier(match: Match, document: Document) -> bool:
    from newslint.annotate.modifiers import modifies_noun

    return modifies_noun(document.folded, match.span.end)


def with_case_of(found: str, replacement: str) -> str:
    """Give `replacement` the capitals of `found`: all, the first, or its own."""
    letters = [char for char in found if char.isalpha()]
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return replacement.upper()
    if found[:1].isupper():
        return replacement[:1].upper() + replacement[1:]
    return replacement


def _with_apostrophes_of(text: str, replacement: str) -> str:
    """Write apostrophes as the article does: patterns match, and groups hold, straight ones."""
    if "'" in replacement and text.count("\u2019") > text.count("'"):
        return replacement.replace("'", "\u2019")
    return replacement


_REFERENCES = compiled(r"\\(\d)|\\g<(\w+)>")


def template_problem(source: str, template: str) -> str:
    """Say which group a replacement names that its pattern lacks, if there is one."""
    references = _REFERENCES.findall(template) if "\\" in template else ()
    if not references:
        return ""
    try:
        count, names = _groups(source)
    except regex.error:
        return ""  # the pattern itself is reported where it is read
    for number, name in references:
        if number and int(number) > count:
            return f"the replacement '{template}' names group {number}, which the pattern lacks"
        if name and name not in names and not (name.isdigit() and int(name) <= count):
            return f"the replacement '{template}' names group '{name}', which the pattern lacks"
    return ""


def _groups(source: str) -> tuple[int, Collection[str]]:
    """Return how many groups a pattern has, and the names of some; raises `regex.error`."""
    from newslint.wellformed import groups_of, well_formed

    if well_formed(source):
        return groups_of(source), ()
    made = program(source, 0)
    return made.groups, made.groupindex.keys()

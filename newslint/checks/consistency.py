"""Two forms of one thing within one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated

from newslint.annotate.capitals import bears_capital
from newslint.checks.base import Complaint, Hit, PatternCheck
from newslint.checks.substitution import with_case_of
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Related
from newslint.matching import Match, Pattern
from newslint.record import Record
from newslint.regexes import escape
from newslint.schema import Regex


class Parameters(Record):
    """The parameters of a consistency rule."""

    variants: Annotated[
        tuple[tuple[str, ...], ...], "Groups of forms of one thing, as plain words."
    ] = ()
    patterns: Annotated[
        tuple[tuple[Regex, ...], ...], "Groups of regular expressions, one for each form."
    ] = ()
    endings: Annotated[
        tuple[str, ...], "Endings that every plain form may take, such as s and 's."
    ] = ()
    ignore_case: Annotated[bool, "Whether capitals make no difference."] = True
    names: Annotated[
        bool, "Whether words with a capital inside a sentence are judged; they are often names."
    ] = False


class Consistency(PatternCheck[Parameters]):
    """Report the rarer form of a thing that one article writes in two ways.

    Of two forms that are equally frequent, the one that comes first in the article counts.
    """

    kind = "consistency"
    parameters_type = Parameters
    placeholders = frozenset({"found", "other", "count", "other_count"})

    def problems(self) -> Iterator[str | Complaint]:
        """Say which groups make no sense."""
        if not self.parameters.variants and not self.parameters.patterns:
            yield "needs 'variants', 'patterns' or 'list'"
        for key in ("variants", "patterns"):
            seen: set[str] = set()
            for group in getattr(self.parameters, key):
                if len(group) < 2:
                    yield Complaint(f"'{group[0]}' has no other form beside it", key, group[0])
                for form in group:
                    if form.casefold() in seen:
                        yield Complaint(f"'{form}' stands in two groups", key, group[0])
                    if not form.strip():
                        yield Complaint("an empty entry", key, group[0])
                    seen.add(form.casefold())

    def patterns(self) -> Sequence[Pattern]:
        """Return all forms; a tag says group and form by number."""
        plain = [list(map(self._source, forms)) for forms in self.parameters.variants]
        groups = [*plain, *self.parameters.patterns]
        return [
            Pattern(self.folded(source), f"{group} {number}", False, self.parameters.ignore_case)
            for group, sources in enumerate(groups)
            for number, source in enumerate(sources)
        ]

    def _source(self, form: str) -> str:
        words = r"\s+".join(escape(part) for part in form.split())
        endings = "|".join(escape(each) for each in self.parameters.endings)
        return rf"(?<![\w-]){words}" + (f"(?:{endings})?" if endings else "") + r"(?![\w-])"

    def hits(self, matches: Sequence[Match], document: Document, context: Context) -> Iterator[Hit]:
        """Report every match of a form that is not its group's own."""
        groups: dict[str, list[Match]] = {}
        for match in matches:
            if self.parameters.names or not bears_capital(match.span, document):
                groups.setdefault(match.tag.split()[0], []).append(match)
        for found in groups.values():
            yield from self._rarer(found, document.text)

    def _rarer(self, found: Sequence[Match], text: str) -> Iterator[Hit]:
        counts = Counter(match.tag for match in found)
        if len(counts) < 2:
            return
        # most_common keeps the order of first sight among equals
        chosen, most = counts.most_common(1)[0]
        first = next(match for match in found if match.tag == chosen)
        related = (Related(first.span, f"“{first.span.of(text)}” here"),)
        for match in found:
            if match.tag == chosen:
                continue
            values = {
                "found": match.span.of(text),
                "other": self._form(chosen) or first.span.of(text),
                "count": str(counts[match.tag]),
                "other_count": str(most),
            }
            yield Hit(match.span, values, self._replacement(match, chosen, text), (), related)

    def _form(self, tag: str) -> str:
        """Return the plain form that a tag stands for, or nothing where it is a pattern."""
        group, number = map(int, tag.split())
        variants = self.parameters.variants
        return variants[group][number] if group < len(variants) else ""

    def _replacement(self, match: Match, chosen: str, text: str) -> str | None:
        right, wrong = self._form(chosen), self._form(match.tag)
        if not right:
            return None
        found = match.span.of(text)
        ending = found[len(wrong) :] if found.lower().startswith(wrong.lower()) else ""
        return with_case_of(found, right + ending)

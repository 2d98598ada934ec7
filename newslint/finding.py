"""What a check found: its severity, its place, the places it points to, and what may be done."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from newslint.record import Record
from newslint.span import Span


class Severity(StrEnum):
    """How sure a finding is: provable, likely, or worth a look."""

    ERROR = "error"  # provable from the text or the fact sheet
    WARNING = "warning"  # a house rule, or a likely contradiction
    SUGGESTION = "suggestion"  # worth a look

    @property
    def rank(self) -> int:
        """Order severities: 0 for a suggestion, 2 for an error."""
        return _RANKS[self]

    def lowered_to(self, other: Severity | None) -> Severity:
        """Return the milder of the two: a check may lower a severity, never raise it."""
        return other if other is not None and other.rank < self.rank else self


_RANKS = {Severity.SUGGESTION: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class Applicability(StrEnum):
    """Who may apply a fix: a machine, a machine that was told to, or a person only."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"

    @property
    def rank(self) -> int:
        """Order applicabilities: 0 for display, 2 for safe."""
        return {"display": 0, "unsafe": 1, "safe": 2}[self.value]


class SuppressionPolicy(Record):
    """What a house lets suppressions do: `error` forbids them on errors, `reason` wants one."""

    error: Literal["allowed", "forbidden"] = "allowed"
    reason: Literal["optional", "required"] = "optional"


class Edit(Record):
    """Replace the text of `span` by `replacement`."""

    span: Span
    replacement: str


class Fix(Record):
    """Edits that belong together, sorted and without overlap."""

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability


class Related(Record):
    """Another place that a finding points to, and what stands there."""

    span: Span
    message: str


class Confirmed(Record):
    """Words that a rule knows to be right: shown as such, and never a finding."""

    rule: str
    message: str
    span: Span
    field: str


class Finding(Record):
    """One thing an editor should look at. Spans are in the document's text.

    `values` are the placeholders the message was made from; `absent` says that the finding is
    about something missing, so that `span` is only where a reader would look for it; `also`
    names other rules that said the same of the same words. `source` is given where the finding is
    about a part of the file that is no text of the article, such as a comment.
    """

    rule: str
    severity: Severity
    message: str
    why: str
    span: Span
    field: str
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    absent: bool = False
    also: tuple[str, ...] = ()
    source: Span | None = None

"""What a check is: a kind of rule, written in Python and parametrised by YAML.

A check yields hits. It does not decide whether a hit may be reported: fields, quotations,
language, fixes and severities are the linter's policy, the same for every check.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from newslint.context import Context
from newslint.document import Document, Field
from newslint.finding import Edit, Related, Severity
from newslint.matching import Match, Pattern
from newslint.record import Record
from newslint.span import Span


class Hit(Record):
    """A place that a check objects to.

    `values` fill the placeholders of the rule's message; `replacement` is what should stand at
    `span` instead ("" deletes it, None means no fix), `edits` are given where that is not enough.
    `severity` may lower the rule's own. `absent` is set when the finding is about something
    missing. `message` takes the place of the rule's own where one check has several things to say.
    `confirms` turns the hit round: the words at `span` are right, and are shown to be.
    """

    span: Span
    values: Mapping[str, str] = {}
    replacement: str | None = None
    edits: tuple[Edit, ...] = ()
    related: tuple[Related, ...] = ()
    severity: Severity | None = None
    absent: bool = False
    message: str = ""
    confirms: bool = False


class Complaint(Record):
    """What is wrong with a rule's parameters, and where.

    `key` is the parameter at fault, `entry` the key of its mapping or the item of its list.
    """

    message: str
    key: str = ""
    entry: str = ""
    hint: str = ""


P = TypeVar("P")


class Check(ABC, Generic[P]):
    """One kind of rule with one rule's parameters.

    `parameters_type` is a record whose fields are the YAML keys a rule of this kind may have.
    """

    if not TYPE_CHECKING:

        def __class_getitem__(cls, _: object) -> type[Check[Any]]:
            """Stay the class: what `typing` makes of it would cost each start."""
            return cls

    kind: ClassVar[str]
    parameters_type: ClassVar[type[Any]]
    #: Placeholders that the check's hits fill in a message.
    placeholders: ClassVar[frozenset[str]] = frozenset()
    #: Whether the check stays silent on a fragment of an article.
    needs_article: ClassVar[bool] = False
    #: The attribute of the context or else of the document that the check is silent without: such
    #: as the fact sheets, or lists, which most articles do not hold.
    needs_known: ClassVar[str] = ""

    def __init__(self, parameters: P) -> None:
        self.parameters = parameters
        #: Parts of the article that the rule covers, for checks that count in them; () is all.
        self.fields: tuple[Field, ...] = ()
        #: Whether the rule matches the text as it stands instead of the folded view.
        self.raw = False

    def problems(self) -> Iterator[str | Complaint]:
        """Say what is wrong with the parameters beyond their types."""
        yield from ()


#: In the folded view an apostrophe is straight.
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u02bc": "'"})


class PatternCheck(Check[P]):
    """A check that declares patterns and judges their matches."""

    @abstractmethod
    def patterns(self) -> Sequence[Pattern]:
        """Return all that the check looks for."""

    def folded(self, source: str) -> str:
        """Return words or a pattern as the text is that they are matched with."""
        return source if self.raw else source.translate(_APOSTROPHES)

    @abstractmethod
    def hits(self, matches: Sequence[Match], document: Document, context: Context) -> Iterator[Hit]:
        """Judge the matches found in the fields that the rule covers, in order of position."""


class DocumentCheck(Check[P]):
    """A check that looks at the document as a whole."""

    @abstractmethod
    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield the places the check objects to, in any order."""

"""Something told as past that is dated after the article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated

from newslint.annotate.dates import DateMention, article_date, calendar_day, dates
from newslint.annotate.quotes import quotes
from newslint.annotate.sentences import sentences
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.record import Record
from newslint.regexes import IGNORECASE, compiled

_PAST = compiled(
    r"\b(?:was|were|died|won|lost|happened|occurred|opened|closed|began|ended|signed|launched|"
    r"released|announced|arrested|killed|elected|born|founded|married|resigned|retired|took place|"
    r"voted|held|met|published|arrived|left|came|fell|rose|struck|sentenced|convicted|appointed)\b"
    r"(?: [\w'-]+){0,4}? (?:on|in)[ ](?:the )?$",
    IGNORECASE,
)
_AHEAD = compiled(
    r"\b(?:will|would|shall|expected|scheduled|planned|plans?|due|until|if|set to|slated|going to|"
    r"deadline|expires?|extend\w*|postpone\w*|delay\w*|next|promis\w+|sentenced|contract|through|"
    r"forecast\w*|project\w*|may|might|could|should|supposed|told to|ordered to|agreed to)\b",
    IGNORECASE,
)
_REACH = 240


class Parameters(Record):
    """The parameters of a date-after-article rule."""

    days: Annotated[int, "How many days after the article's date a past event may still be."] = 2


class DateAfterArticle(DocumentCheck[Parameters]):
    """Report "was arrested on June 5, 2019" in an article of May 2019."""

    kind = "date-after-article"
    parameters_type = Parameters
    placeholders = frozenset({"found", "published"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Yield each date that a past event cannot have yet."""
        published = article_date(document, context)
        if published is None:
            return
        last = published + timedelta(days=self.parameters.days)
        for each in document.layer(dates).all:
            day = _earliest(each)
            if day is not None and day > last and _is_past(each, document):
                values = {
                    "found": each.span.of(document.text),
                    "published": f"{published:%B} {published.day}, {published.year}",
                }
                yield Hit(each.span, values)


def _earliest(mention: DateMention) -> date | None:
    """Return the first day that a written date may mean; None without a year."""
    if mention.kind == "day":
        return calendar_day(mention.year, mention.month, mention.day)
    if mention.kind == "month":
        return calendar_day(mention.year, mention.month, 1)
    if mention.kind == "year" and mention.last_year is None:
        return calendar_day(mention.year, 1, 1)
    return None


def _is_past(mention: DateMention, document: Document) -> bool:
    """Tell whether a verb beside the date says that it has happened, and nothing else."""
    sentence = document.layer(sentences).at(mention.span.start)
    if sentence is None or document.layer(quotes).quoted(mention.span):
        return False
    start = max(sentence.start, mention.span.start - _REACH)
    end = min(sentence.end, mention.span.end + _REACH)
    text = document.folded
    past = _PAST.search(text, start, mention.span.start)
    return past is not None and not _AHEAD.search(text, start, end)

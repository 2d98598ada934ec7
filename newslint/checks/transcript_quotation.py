"""Quotations that are not what the transcript has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint.annotate.speaking import speakers
from newslint.annotate.transcripts import Status, Verdict, verify
from newslint.checks.base import DocumentCheck, Hit
from newslint.context import Context
from newslint.document import Document
from newslint.finding import Severity
from newslint.record import Record

_SHOWN = 6  # words of the quotation that a message repeats


class Parameters(Record):
    """The messages for what is no difference in words."""

    not_found: Annotated[str, "Message where the speaker occurs and the words do not."] = (
        "“{found}” is not in {transcript}, where {speaker} occurs."
    )
    unsaid: Annotated[str, "Message for a figure or name of the sentence that is not there."] = (
        "“{found}” stands beside a quotation from {transcript}, and is nowhere in it."
    )
    other_speaker: Annotated[str, "Message where somebody else says it in the transcript."] = (
        "In {transcript}, line {line}, {speaker} says “{found}”."
    )


class TranscriptQuotation(DocumentCheck[Parameters]):
    """Report quotations whose words, or whose speaker, the transcript has otherwise."""

    kind = "transcript-quotation"
    parameters_type = Parameters
    needs_known = "transcripts"
    placeholders = frozenset({"found", "difference", "transcript", "line", "wording", "speaker"})

    def hits(self, document: Document, context: Context) -> Iterator[Hit]:
        """Verify every quotation, if there is a transcript at all."""
        if not context.transcripts:
            return
        for verdict in verify(document, context.transcripts):
            if verdict.status is Status.DIFFERS:
                yield self._differs(document, verdict)
            elif verdict.status is Status.NOT_FOUND:
                yield self._not_found(document, verdict)
            for span in verdict.unsaid:
                values = {"found": span.of(document.text), "transcript": verdict.transcript}
                severity = Severity.SUGGESTION
                yield Hit(span, values, severity=severity, message=self.parameters.unsaid)

    def _differs(self, document: Document, verdict: Verdict) -> Hit:
        values = {
            "found": _opening_words(verdict, document.text),
            "difference": verdict.difference,
            "transcript": verdict.transcript,
            "line": str(verdict.line),
            "wording": verdict.wording,
            "speaker": verdict.speaker,
        }
        span = verdict.span or verdict.quotation.span
        message = self.parameters.other_speaker if verdict.speaker else ""
        return Hit(span, values, message=message)

    def _not_found(self, document: Document, verdict: Verdict) -> Hit:
        values = {
            "found": _opening_words(verdict, document.text),
            "transcript": verdict.transcript,
            "speaker": document.layer(speakers).name(verdict.quotation),
        }
        message = self.parameters.not_found
        return Hit(verdict.quotation.span, values, severity=Severity.WARNING, message=message)


def _opening_words(verdict: Verdict, text: str) -> str:
    words = verdict.quotation.parts[0].of(text).split()
    shown = " ".join(words[:_SHOWN]).strip(" ,.")
    return shown + ("…" if len(words) > _SHOWN else "")

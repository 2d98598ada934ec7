"""The writer's own words around each quotation, cut into the clauses that may hold its cue."""

from __future__ import annotations

from bisect import bisect_left

from newslint.annotate.cue_phrases import Cue, goes_on, signature
from newslint.annotate.quotes import Quotation, QuoteKind, Quotes
from newslint.annotate.sentences import Sentences, sentences
from newslint.annotate.speakers import Word, tokens
from newslint.document import Document
from newslint.regexes import compiled
from newslint.span import Span

_OWN_WORDS = (QuoteKind.TITLE, QuoteKind.SCARE)
_REACH = 500  # characters of a sentence read on either side; more are no clause
_ASIDE = 15  # characters of a paragraph such as “She paused.”
_TAIL = 60  # characters looked at for a label, a credit, or the words before a lost end
_INNER_MARKS = " \n\u00a0’”'\""
_INSIDE = 4  # other quotations in the same sentence
_SHORT = 14  # words of a sentence that only says who spoke
_NAMED = compiled(r"((?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+|[A-Z]{2,}[\w.'’ -]*):\s")
_LABEL = compiled(r"(Q|A|[A-Z][A-Z.'’ -]+|[A-Z][\w.'’-]+ [A-Z][\w'’-]+):")
_CREDIT = compiled(r"\[([A-Z][^\[\]]+)\]\W*$")


class Narration:
    """Gives the words before, after and around each quotation of a document.

    `quoted` are the outermost quotations that may be speech; titles and terms held off count as
    the writer's own words. A quotation inside the words that are given stands there as “ alone.
    """

    def __init__(self, document: Document, layer: Quotes) -> None:
        self.text = document.text
        self.blocks = [block.span for block in document.blocks]
        self.sentences: Sentences = document.layer(sentences)
        self.quoted = tuple(each for each in layer.outer if each.kind not in _OWN_WORDS)
        self._names = [each for each in layer.outer if each.kind in _OWN_WORDS]
        self._name_starts = [each.span.start for each in self._names]
        self.first_block: list[int] = []
        self.last_block: list[int] = []
        self._place()

    def _place(self) -> None:
        """Note in which blocks each quotation begins and ends."""
        number = 0
        for quotation in self.quoted:
            while self.blocks[number].end <= quotation.span.start:
                number += 1
            self.first_block.append(number)
            last = number
            while self.blocks[last].end < quotation.span.end:
                last += 1
            self.last_block.append(last)

    def ends(self, number: int) -> str:
        """Return the mark that ends a quotation, within or just behind its closing mark."""
        quotation = self.quoted[number]
        follows = self.text[quotation.span.end : quotation.span.end + 1]
        if follows in (",", "?", "!"):
            return follows
        return quotation.parts[-1].of(self.text).rstrip(_INNER_MARKS)[-1:]

    def before(self, number: int) -> list[Word]:
        """Return the words of the quotation's sentence that stand before it."""
        start = self.quoted[number].span.start
        begin = self._sentence_start(number)
        return self._words(begin, start, number - 1)

    def _sentence_start(self, number: int) -> int:
        start = self.quoted[number].span.start
        block = self.blocks[self.first_block[number]]
        lowest = max(block.start, start - _REACH)
        if number > _INSIDE:
            lowest = max(lowest, self.quoted[number - _INSIDE - 1].span.end)
        sentence = self.sentences.at(start)
        begin = sentence.start if sentence else start
        for other in range(number - 1, max(-1, number - 1 - _INSIDE), -1):
            inside = self.quoted[other].span
            if not inside.start < begin < inside.end:
                break
            sentence = self.sentences.at(inside.start)
            begin = sentence.start if sentence else inside.start
        return max(begin, lowest)

    def after(self, number: int) -> list[Word]:
        """Return the words of the quotation's sentence that stand after it."""
        begin = self.quoted[number].span.end
        end = self._sentence_end(number, begin)
        if end > begin:
            return self._words(begin, end, number + 1)
        return self._said_apart(number, begin)

    def _sentence_end(self, number: int, begin: int) -> int:
        block = self.blocks[self.last_block[number]]
        highest = min(block.end, begin + _REACH)
        if number + _INSIDE + 1 < len(self.quoted):
            highest = min(highest, self.quoted[number + _INSIDE + 1].span.start)
        closing = self.sentences.at(begin - 1)
        end = closing.end if closing else begin
        if end <= begin:
            return begin
        for other in range(number + 1, min(len(self.quoted), number + 1 + _INSIDE)):
            inside = self.quoted[other].span
            if not inside.start < end < inside.end:
                break
            closing = self.sentences.at(inside.end - 1)
            end = closing.end if closing else inside.end
        return min(end, highest)

    def _said_apart(self, number: int, begin: int) -> list[Word]:
        """Return a next sentence that only says who spoke: “Shall we?” Park asked."""
        block = self.blocks[self.last_block[number]]
        if begin + 1 >= block.end:
            return []
        sentence = self.sentences.at(begin + 1)
        if sentence is None:
            return []
        words = self._words(begin, min(sentence.end, block.end), number + 1)
        if goes_on(words):
            return words
        more = any(word.lower in ("“", "that", ":") for word in words[:_SHORT])
        quoted = self.quoted[number].parts[-1].of(self.text).rstrip()
        brief = len(words) <= _SHORT or quoted.endswith(("?", "!", "—", "–", "--", "…"))
        return words if brief and not more else []

    def said_below(self, number: int) -> list[Word]:
        """Return the first words of the next paragraph, where a comma promises a cue in vain."""
        last = self.last_block[number]
        ends = self.quoted[number].span.end
        if last + 1 >= len(self.blocks) or self.blocks[last].end > ends + 1:
            return []
        below = self.blocks[last + 1]
        sentence = self.sentences.at(below.start)
        end = min(sentence.end if sentence else below.end, below.end)
        if end - below.start > _TAIL:
            return []
        return tokens(self.text, below.start, end)

    def capital(self, number: int) -> bool:
        """Tell whether the quoted words begin with a capital."""
        inner = self.quoted[number].inner
        return self.text[inner.start : inner.start + 1].isupper()  # at the end of a text: none

    def opens_block(self, number: int) -> bool:
        """Tell whether a quotation opens its paragraph."""
        first = self.blocks[self.first_block[number]]
        return self.quoted[number].span.start - first.start <= 1

    def _words(self, begin: int, end: int, nearest: int) -> list[Word]:
        """Split the writer's words between two places, each quotation inside as one mark."""
        inside = []
        step = 1 if nearest < len(self.quoted) and nearest >= 0 else 0
        if step and self.quoted[nearest].span.start < begin:
            step = 0
        if step and self.quoted[nearest].span.end <= end:
            inside = self._inside(begin, end, nearest)
        words: list[Word] = []
        for quotation in inside:
            words += self._plain(begin, quotation.span.start)
            words.append(Word("“", "“", *quotation.span))
            begin = quotation.span.end
        return words + self._plain(begin, end)

    def _plain(self, begin: int, end: int) -> list[Word]:
        """Split words outside quotations, each title or term held off as one word."""
        words: list[Word] = []
        index = bisect_left(self._name_starts, begin)
        while index < len(self._names) and self._names[index].span.end <= end:
            name = self._names[index]
            words += tokens(self.text, begin, name.span.start)
            first = tokens(self.text, *name.parts[0])[:1]
            words += [Word(word.text, _unowned(word.lower), *name.span) for word in first]
            last = name.parts[-1].end
            if self.text[last - 1] == ",":  # the sentence's own comma, put inside
                words.append(Word(",", ",", last - 1, last))
            begin = name.span.end
            index += 1
        return words + tokens(self.text, begin, end)

    def _inside(self, begin: int, end: int, nearest: int) -> list[Quotation]:
        """Return the quotations between two places, of which `nearest` is one."""
        first = last = nearest
        while first and self.quoted[first - 1].span.start >= begin:
            first -= 1
        while last + 1 < len(self.quoted) and self.quoted[last + 1].span.end <= end:
            last += 1
        return list(self.quoted[first : last + 1])

    def sentence_before(self, number: int) -> tuple[list[Word], str]:
        """Return the sentence of the same paragraph before the quotation's own, and its end mark.

        Empty where that is the sentence of the quotation before, whose speaker is carried over.
        """
        block = self.blocks[self.first_block[number]]
        begin = self._sentence_start(number)
        lowest = max(block.start, begin - _REACH)
        if number:
            lowest = max(lowest, self.quoted[number - 1].span.end)
        sentence = self.sentences.at(begin - 2) if begin - 2 > lowest else None
        if sentence is None or sentence.start < lowest:
            return [], ""
        return tokens(self.text, sentence.start, begin), self.text[sentence.end - 1]

    def cited(self, number: int) -> Cue | None:
        """Read a source that shares a pair of brackets with the quotation: (“…,” The Wave)."""
        quotation = self.quoted[number]
        if self.text[max(0, quotation.span.start - 1)] != "(":
            return None
        closing = self.text.find(")", quotation.span.end, quotation.span.end + _TAIL)
        words = tokens(self.text, quotation.span.end, max(quotation.span.end, closing))
        source = [word for word in words if word.text != ","]
        if not source or not source[0].text[0].isupper():
            return None
        span = Span(source[0].start, source[-1].end)
        return Cue(span, span, 1)

    def aside_before(self, number: int) -> int:
        """Count the paragraphs of a word or two that part the quotation from what was before."""
        block = self.first_block[number]
        short = 0
        while block > short + 1 and self.blocks[block - short - 1].length <= _ASIDE:
            short += 1
        return short

    def closing_credit(self, number: int) -> Cue | None:
        """Read a credit in brackets that ends the paragraph: “…” Tune in at nine. [The Wave.]"""
        block = self.blocks[self.last_block[number]]
        match = _CREDIT.search(
            self.text, max(self.quoted[number].span.end, block.end - _TAIL), block.end
        )
        if match is None:
            return None
        name = Span(*match.span(1))
        return Cue(Span(name.start - 1, name.end + 1), name, 1)

    def label(self, number: int) -> Cue | None:
        """Read the label of a paragraph that is all one speaker's: “A: …”, “PARK: …”."""
        block = self.blocks[self.first_block[number]]
        end = min(self.quoted[number].span.start, block.start + _TAIL)
        match = _LABEL.match(self.text, block.start, end)
        if match is None:
            return None
        return Cue(Span(match.end() - 1, match.end()), Span(*match.span(1)), 1)

    def lost_end(self, number: int) -> list[Word]:
        """Return the last words before the quotation, if they stand in one that never closes."""
        if not number or self.quoted[number - 1].closed:
            return []
        before = self.quoted[number - 1].span
        start = self.quoted[number].span.start
        if before.end < start - 1:
            return []
        return tokens(self.text, max(before.start, start - _TAIL), start)

    def led_in_by(self, number: int) -> list[Word]:
        """Return the last sentence of the paragraph before, if it ends in a colon."""
        block = self.first_block[number]
        if not block or self.quoted[number].span.start > self.blocks[block].start + 1:
            return []
        before = self.blocks[block - 1]
        if self.text[before.end - 1] != ":":
            return []
        return self._last_sentence(block - 1)

    def joined(self, number: int) -> bool:
        """Tell whether the next quotation stands in the same sentence."""
        end = self._sentence_end(number, self.quoted[number].span.end)
        return end > self.quoted[number + 1].span.start

    def stands_alone(self, number: int) -> bool:
        """Tell whether the quotation is all its paragraphs hold."""
        span = self.quoted[number].span
        first = self.blocks[self.first_block[number]]
        last = self.blocks[self.last_block[number]]
        return span.start - first.start <= 1 and last.end - span.end <= 1

    def end_of_block_before(self, number: int) -> list[Word]:
        """Return the last sentence of the paragraph before, if nothing in it is quoted."""
        block = self.first_block[number]
        if not block:
            return []
        words = self._last_sentence(block - 1)
        quoted = number and words and self.quoted[number - 1].span.end > words[0].start
        return [] if quoted else words

    def _last_sentence(self, number: int) -> list[Word]:
        block = self.blocks[number]
        sentence = self.sentences.at(block.end - 1)
        begin = max(block.start, sentence.start if sentence else block.start, block.end - _REACH)
        return tokens(self.text, begin, block.end)

    def named_inside(self, number: int) -> Cue | None:
        """Read a speaker's name at the head of the quoted words: “Ines Park: We will.”"""
        start, end = self.quoted[number].parts[0]
        match = _NAMED.match(self.text, start, min(end, start + _TAIL))
        if match is None:
            return None
        return Cue(Span(match.end(1), match.end(1) + 1), Span(*match.span(1)), 2)

    def signed(self, number: int) -> Cue | None:
        """Read a line under the quotation that gives a name only."""
        quotation = self.quoted[number]
        last = self.last_block[number]
        if len(quotation.parts) > 1:
            line = signature(tokens(self.text, *quotation.parts[-1]))
            if line is not None:
                return line
        if last + 1 >= len(self.blocks) or quotation.span.end < self.blocks[last].end:
            return None
        below = self.blocks[last + 1]
        hyphen = self.text[below.start] in "-~*•"
        return signature(tokens(self.text, below.start, below.end), hyphen=hyphen)


def _unowned(word: str) -> str:
    """Cut the possessive ending off the first word of a title, which owns nothing outside it."""
    return word.removesuffix("'s").removesuffix("’s")

"""Pull quotes: words of the story set once more, in large type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.annotate.structure_pieces import Pieces
from newslint.document import BlockKind
from newslint.regexes import compiled

_LONGEST = 300
_FEWEST_WORDS = 5
# Words in quotation marks and perhaps a name, and nothing else.
_QUOTED = compiled(r"[“\"‘'«](?P<words>[^“”\"«»]+)[”\"’'»]?\.?(?:\s*[-–—]{1,2}\s*\S.{1,60})?")
_SIGNED = compiled(r"\s*[-–—]{1,2}\s*\p{Lu}[^.!?]{1,60}$")
_WORD = compiled(r"[\p{L}\p{N}]+")


def pull_quotes(pieces: Pieces, free: Sequence[int]) -> Iterator[int]:
    """Yield the blocks that only repeat words which stand in a longer paragraph of the story."""
    found = [(number, words) for number in free if (words := _words_of(pieces, number))]
    if not found:
        return
    story = {number: f" {_plain(pieces.words(number))} " for number in free}
    for number, words in found:
        plain = f" {_plain(words)} "
        if plain.count(" ") <= _FEWEST_WORDS:
            continue
        longer = (text for other, text in story.items() if other != number)
        if any(len(text) > len(plain) and plain in text for text in longer):
            yield number


def _words_of(pieces: Pieces, number: int) -> str:
    """Return the words that a block quotes, if it holds nothing else, or an empty string."""
    text = pieces.words(number)
    if len(text) > _LONGEST:
        return ""
    match = _QUOTED.fullmatch(text)
    if match is not None:
        return match["words"]
    if pieces.blocks[number].kind is BlockKind.QUOTE:
        return _SIGNED.sub("", text)
    return ""


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))

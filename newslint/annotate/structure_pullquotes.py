"""Pull quotes: words of the story set once more, in large type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newslint.annotate.structure_pieces import Pieces
from newslint.document import BlockKind
from newslint.regexes import compiled

_LONGEST = 300
_FEWEST_WORDS = 5
_ANOTHER = 2  # of two blocks one is another than the one in question
# Words in quotation marks and perhaps a name, and nothing else.
_QUOTED = compiled(r"[“\"‘'«]{1,2}(?P<words>[^“”\"«»]+)[”\"’'»]?\.?(?:\s*[-–—]{1,2}\s*\S.{1,60})?")
_SIGNED = compiled(r"\s*[-–—]{1,2}\s*\p{Lu}[^.!?]{1,60}$")
_WORD = compiled(r"[\p{L}\p{N}]+")


def pull_quotes(pieces: Pieces, free: Sequence[int]) -> Iterator[int]:
    """Yield the blocks that only repeat words which stand in a longer paragraph of the story."""
    found = {number: words for number in free if (words := _words_of(pieces, number))}
    plain = {number: _plain(words) for number, words in found.items()}
    quoted = {number: words for number, words in plain.items() if _is_long(words)}
    if not quoted:
        return
    story = _Story(pieces, free, quoted.values())
    for number, words in quoted.items():
        if any(other != number for other in story.holders(words)):
            yield number


def _is_long(words: str) -> bool:
    return words.count(" ") + 2 > _FEWEST_WORDS


class _Story:
    """The paragraphs of the story by the telling words of what may repeat them.

    Equal paragraphs are looked at once, so that copy that repeats itself takes no longer.
    """

    def __init__(self, pieces: Pieces, free: Sequence[int], quoted: Iterable[str]) -> None:
        telling = {_telling(words) for words in quoted}
        self._by_word: dict[str, dict[str, list[int]]] = {}
        self._holders: dict[str, list[int]] = {}
        for number in free:
            text = _plain(pieces.words(number))
            for word in telling.intersection(text.split(" ")):
                numbers = self._by_word.setdefault(word, {}).setdefault(text, [])
                if len(numbers) < _ANOTHER:
                    numbers.append(number)

    def holders(self, words: str) -> list[int]:
        """Return paragraphs in which the words stand: enough that one is not the block itself."""
        found = self._holders.get(words)
        if found is None:
            found = self._holders[words] = []
            framed = f" {words} "
            for text, numbers in self._by_word.get(_telling(words), {}).items():
                if len(text) > len(words) and framed in f" {text} ":
                    found += numbers
                if len(found) >= _ANOTHER:
                    break
        return found


def _telling(words: str) -> str:
    """Return the longest word: the one least likely to stand elsewhere."""
    return max(words.split(" "), key=len)


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

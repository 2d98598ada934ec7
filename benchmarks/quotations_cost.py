"""The clock: both layers against one pass over the words, and input made to hurt."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial

import regex

from newslint.annotate.attributions import attributions
from newslint.document import Document

HARD = {
    "curly, never closed": "“a ",
    "straight, never closed": '"a ',
    "a paragraph each, never closed": "“a\n\n",
    "single, never closed": "'a ",
    "nested without end": "“‘",
    "closing only": "a” ",
    "inches": '12" ',
    "speech without a speaker": "“We will go to the sea and back again.” ",
    "speech, one speaker at the end": "“We will go on,” ",
}
FEW, MANY = 5_000, 100_000


def print_cost(texts: Sequence[str]) -> None:
    """Print the ratio to a word pass and how time grows with pathological marks."""
    words = regex.compile(r"\w+")
    ratios = []
    for _ in range(5):
        documents = [Document.from_text(text) for text in texts]
        plain = clock(lambda: [m.span() for text in texts for m in words.finditer(text)])
        both = clock(partial(_read, documents))
        ratios.append(both / plain)
    print(f"Cost: quotes and attributions take {statistics.median(ratios):.1f} times one pass of "
          f"\\w+ with spans (at most 8)")  # fmt: skip
    print(f"Growth from {FEW} to {MANY} marks (at most 25)")
    for name, unit in HARD.items():
        few, many = (min(_timed(unit * count) for _ in range(2)) for count in (FEW, MANY))
        print(f"  {name}: {few * 1000:.0f} ms to {many * 1000:.0f} ms, {many / few:.1f} times")


def _read(documents: Sequence[Document]) -> None:
    for document in documents:
        document.layer(attributions)


def _timed(text: str) -> float:
    document = Document.from_text(text)
    return clock(lambda: document.layer(attributions))


def clock(run: Callable[[], object]) -> float:
    """Return the processor time of a run in seconds."""
    gc.collect()
    start = time.process_time()
    run()
    return time.process_time() - start

"""Find the patterns of many rules in a text at once.

Rules declare patterns; an `Index` finds all their matches in one go, piece by piece, so that no
loop over rules grows anywhere else. `LiteralIndex` is the one in use; `LoopIndex` is the reference
that it must agree with.
"""

from __future__ import annotations

from newslint.matching.analysis import Analysed, analysed
from newslint.matching.base import MOST, Index, Match, Pattern, Stopped
from newslint.matching.literal_index import LiteralIndex
from newslint.matching.literals import Analysis
from newslint.matching.loop import LoopIndex

__all__ = [
    "MOST",
    "Analysed",
    "Analysis",
    "Index",
    "LiteralIndex",
    "LoopIndex",
    "Match",
    "Pattern",
    "Stopped",
    "analysed",
]

"""Find the patterns of many rules in a text at once.

Rules declare patterns; an `Index` finds all their matches in one go, piece by piece, so that no
loop over rules grows anywhere else.
"""

from __future__ import annotations

from newslint.matching.base import Index, Match, Pattern
from newslint.matching.loop import LoopIndex

__all__ = ["Index", "LoopIndex", "Match", "Pattern"]

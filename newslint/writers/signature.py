"""Who made a comment or a change, and when."""

from __future__ import annotations

from newslint.record import Record
from newslint.writers.escaping import quoteattr


class Signature(Record):
    """An author and a time (ISO 8601); an empty time is left out."""

    author: str = "newslint"
    time: str = ""

    def attributes(self, prefix: str) -> str:
        """Write it as attributes of a comment or a change."""
        time = f" {prefix}date={quoteattr(self.time)}" if self.time else ""
        return f"{prefix}author={quoteattr(self.author)}{time}"

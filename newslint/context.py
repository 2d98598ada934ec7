"""All that a check may know beside the text. Front doors build it; nothing reads a clock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple


class Context(NamedTuple):
    """What is known about an article from outside its text.

    `date` is the day the article was or will be published: from `--date`, front matter or the
    item's own field. None means unknown, and checks that need it stay silent. `transcripts` maps
    a name to the text that quotations are verified against.
    """

    date: date | None = None
    transcripts: Mapping[str, str] = {}

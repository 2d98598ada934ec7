from __future__ import annotations

import pytest

from newslint.readers.dates import iso_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-05", "2026-11-05"),
        ("2026-11-05T23:30:00+02:00", "2026-11-05"),
        ("2026/1/5", "2026-01-05"),
        ("20261105T120000Z", "2026-11-05"),
        ("20261105", "2026-11-05"),
        ("Thu, 05 Nov 2026 10:00:00 GMT", "2026-11-05"),
        ("November 5, 2026", "2026-11-05"),
        ("Nov. 5 2026", "2026-11-05"),
        ("5th November 2026", "2026-11-05"),
        ("Thursday, November 5th, 2026 at 9 a.m.", "2026-11-05"),
        ("2026-13-05", "2026-13-05"),
        ("5/11/2026", "5/11/2026"),
        ("Smarch 5, 2026", "Smarch 5, 2026"),
        ("last week", "last week"),
        ("", ""),
    ],
)
def test_dates_are_written_as_iso_where_they_are_sure(text: str, day: str):
    assert iso_date(text) == day

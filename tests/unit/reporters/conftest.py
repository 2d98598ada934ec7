"""Fixtures of the reporters' tests."""

from __future__ import annotations

import pytest

from newslint.report import Report
from tests.unit.reporters.samples import harbour_report


@pytest.fixture
def harbour() -> Report:
    """Return the report on the harbour article."""
    return harbour_report()

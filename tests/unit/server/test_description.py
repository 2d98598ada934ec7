"""The server against its own description: requests made from it, and answers held against it."""

from __future__ import annotations

from datetime import date

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

from newslint.server.app import application
from newslint.server.desk import Desk
from newslint.server.guards import Access
from newslint.server.limits import Limits
from newslint.server.openapi import description
from newslint.store.configs import Configs
from newslint.store.rulecache import RuleCache, cache_folder

OPERATIONS = [
    (method.upper(), path, mode)
    for path, methods in description(Limits())["paths"].items()
    for method in methods
    for mode in GenerationMode
    # what has no body, or only a path, cannot be asked for in a wrong way
    if mode is GenerationMode.POSITIVE or method == "post"
]


@pytest.fixture(scope="module")
def schema(tmp_path_factory):
    folder = tmp_path_factory.mktemp("house")

    def make() -> Desk:
        return Desk(Configs(), folder, today=date(2026, 1, 1), cache=RuleCache(cache_folder()))

    app = application(make, access=Access("", ()))
    made = schemathesis.openapi.from_asgi("/openapi.json", app)
    # what is well formed may still name what there is not, or be no file of its kind
    made.config.checks.positive_data_acceptance.expected_statuses = ["2xx", "404", "422"]
    return made


@pytest.mark.parametrize(("method", "path", "mode"), OPERATIONS)
def test_requests_of_every_shape_are_answered_as_described(schema, method, path, mode):
    strategy = schema[path][method].as_strategy(generation_mode=mode)

    @settings(
        max_examples=20,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=strategy)
    def holds(case):
        case.call_and_validate()

    holds()

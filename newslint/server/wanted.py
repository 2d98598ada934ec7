"""From the JSON or the form of a request to typed records; what does not fit is refused."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from newslint.errors import did_you_mean
from newslint.server.limits import Limits
from newslint.server.refusal import Refusal

_OUTSIDE_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[\]{}]', re.DOTALL)


def parse_json(text: str, limits: Limits) -> Any:  # noqa: ANN401 - that is what JSON is
    """Parse JSON; refuses what is none, what nests too deeply and what is no Unicode."""
    if _depth(text) > limits.depth:
        raise Refusal(f"the JSON nests more than {limits.depth} levels")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refusal(f"not valid JSON: {error}") from None
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise Refusal("the JSON holds half of a surrogate pair") from None
    return value


def _depth(text: str) -> int:
    depth = deepest = 0
    for match in _OUTSIDE_STRINGS.finditer(text):
        if match[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif match[0] in "]}":
            depth -= 1
    return deepest


def record(value: object, keys: Iterable[str]) -> Mapping[str, object]:
    """Take an object that has no other keys than these."""
    if not isinstance(value, dict):
        raise Refusal("the body must be a JSON object")
    known = list(keys)
    for key in value:
        if key not in known:
            hint = did_you_mean(key, known)
            raise Refusal(f"there is no key '{key[:60]}'" + (f"; {hint}" if hint else ""))
    return value


def text(given: Mapping[str, object], key: str) -> str:
    """Take a string, empty where the key is not given."""
    value = given.get(key, "")
    if not isinstance(value, str):
        raise Refusal(f"'{key}' must be a string")
    return value


def flag(given: Mapping[str, object], key: str, *, default: bool) -> bool:
    """Take true or false."""
    value = given.get(key, default)
    if not isinstance(value, bool):
        raise Refusal(f"'{key}' must be true or false")
    return value


def names(given: Mapping[str, object], key: str) -> tuple[str, ...]:
    """Take a list of at most 100 strings."""
    value = given.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise Refusal(f"'{key}' must be a list of strings")
    if len(value) > 100:
        raise Refusal(f"'{key}' names more than 100 things")
    return tuple(value)


def texts(given: Mapping[str, object], key: str) -> dict[str, str]:
    """Take an object of at most 20 strings."""
    value = given.get(key, {})
    if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
        raise Refusal(f"'{key}' must be an object of strings")
    if len(value) > 20:
        raise Refusal(f"'{key}' holds more than 20 texts")
    return dict(value)


def day(given: Mapping[str, object], key: str) -> date | None:
    """Take a date such as 2026-01-31."""
    value = text(given, key)
    if not value:
        return None
    with suppress(ValueError):
        if _DAY.fullmatch(value):  # other forms that ISO has are no days to every client
            return date.fromisoformat(value)
    raise Refusal(f"'{key}' must be a date like 2026-01-31")


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
#: How a language tag and base64 look, for what is checked here and what is said of it.
LANGUAGE = "[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}"
BASE64 = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"


def language(given: Mapping[str, object], key: str) -> str:
    """Take a BCP 47 tag."""
    value = text(given, key)
    if value and not re.fullmatch(LANGUAGE, value):
        raise Refusal(f"'{value[:40]}' is not a language code known")
    return value.replace("_", "-")

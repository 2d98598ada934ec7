"""Whole articles, with the exact findings that an editor agreed to in a file beside each."""

from __future__ import annotations

import json

import pytest

from tests.articles.update import PROFILES, articles, expected, found_in

_ARTICLES = pytest.mark.parametrize("article", articles(), ids=lambda path: path.name)


@pytest.fixture(scope="module")
def found():
    return {profile: found_in(profile) for profile in PROFILES}


@_ARTICLES
def test_core_finds_exactly_what_was_agreed_to(article, found):
    wanted = expected(article)
    wrong = [each for each in wanted["wrong"] if each["rule"].startswith("core/")]
    assert _sorted(found["core"][article.name]) == _sorted(wanted["core"] + wrong)


@_ARTICLES
def test_desk_adds_exactly_what_was_agreed_to(article, found):
    wanted = expected(article)
    core = found["core"][article.name]
    added = [each for each in found["desk"][article.name] if each not in core]
    wrong = [each for each in wanted["wrong"] if each not in core]
    assert _sorted(added) == _sorted(wanted["desk"] + wrong)


@_ARTICLES
def test_what_is_missed_is_there_and_still_missed(article, found):
    text = article.read_text(encoding="utf-8")
    shown = {each["text"] for profile in PROFILES for each in found[profile][article.name]}
    for missed in expected(article)["missed"]:
        assert missed["text"] in text
        assert missed["text"] not in shown, f"{missed['what']}: it is found now"


def test_the_articles_show_good_copy_and_bad():
    counts = [len(expected(article)["core"]) for article in articles()]
    assert len(counts) >= 8
    assert min(counts) == 0
    assert max(counts) >= 5


def _sorted(findings):
    return sorted(findings, key=lambda each: json.dumps(each, sort_keys=True))

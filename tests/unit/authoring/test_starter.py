import pytest

from newslint.authoring.examples import failures
from newslint.authoring.starter import pack_text, rule_text
from newslint.checks import KINDS
from newslint.rulefile import WordList, parse_pack, parse_rule

STARTED = (
    "capitalization", "conditional", "consistency", "existence", "occurrence", "repetition",
    "substitution",
)  # fmt: skip


@pytest.mark.parametrize("kind", STARTED)
def test_a_new_rule_works_at_once(kind):
    text = rule_text("own/new", kind)
    rule = parse_rule(text, "own/t/new.yaml", "own", lambda name: WordList(name, ()))
    assert rule.header.check == kind
    assert [str(each) for each in failures(rule, text)] == []


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_new_rule_of_any_kind_explains_its_keys(kind):
    text = rule_text("own/new", kind)
    assert f"check: {kind}\n" in text
    assert "newslint test own/new" in text


def test_keys_left_out_are_shown_with_their_meaning():
    text = rule_text("own/new", "substitution")
    assert "# the message may name {found}, {note}, {replacement}\nmessage: " in text
    assert "# ignore_case: yes             # Whether capitals make no difference.\n" in text


def test_a_new_pack_is_read():
    pack = parse_pack(pack_text("harbour-post"), "harbour-post/pack.yaml")
    assert (pack.name, pack.title) == ("harbour-post", "Harbour post")

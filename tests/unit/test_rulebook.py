from datetime import date

from newslint.checks.existence import Existence, Parameters
from newslint.document import Field
from newslint.rulebook import DEFAULT_FIELDS, Header, Rule, resolve


def rule(rule_id, **header):
    keys = {"check": "existence", "message": "m", "why": "w", "examples": (), **header}
    return Rule.of(rule_id, Header(**keys), Existence(Parameters(("word",))))


def test_pack_and_topic_come_from_the_id():
    made = rule("core/plain")
    assert (made.pack, made.topic) == ("core", "plain")
    assert rule("core/plain", topic="words").topic == "words"


def test_a_rule_speaks_its_languages_and_their_regions():
    assert rule("core/plain").speaks("en-GB")
    assert not rule("core/plain").speaks("eng")
    assert not rule("core/plain").speaks("de")
    assert rule("core/plain", language=("any",)).speaks("de")


def test_the_later_pack_speaks_on_a_topic_in_the_fields_it_covers():
    core = [rule("core/plain", topic="t"), rule("core/other")]
    house = [rule("house/plain", topic="t", in_=(Field.HEADLINE, Field.BODY))]
    chosen = resolve("house", [core, house])
    assert [each.id for each in chosen.rules] == ["core/other", "core/plain", "house/plain"]
    assert chosen.get("core/plain").header.in_ == (Field.STANDFIRST, Field.CAPTION)
    assert chosen.get("core/plain").check.fields == (Field.STANDFIRST, Field.CAPTION)


def test_a_rule_without_fields_left_is_silent():
    chosen = resolve("house", [[rule("core/plain", topic="t")], [rule("house/x", topic="t")]])
    assert [each.id for each in chosen.rules] == ["house/x"]
    assert chosen.get("core/plain") is None


def test_a_rule_ends_after_its_last_day():
    rules = [[rule("core/vote", expires=date(2026, 5, 7))]]
    assert len(resolve("core", rules, today=date(2026, 5, 7)).rules) == 1
    assert len(resolve("core", rules, today=date(2026, 5, 8)).rules) == 0
    assert len(resolve("core", rules).rules) == 1


def test_a_check_is_made_once_and_knows_the_fields():
    made = []

    def make():
        made.append(1)
        return Existence(Parameters(("word",)))

    header = Header("existence", "m", "w", ())
    late = Rule("core/late", header, make, by_pattern=True)
    assert not made
    assert late.check is late.check
    assert len(made) == 1
    assert late.check.fields == DEFAULT_FIELDS

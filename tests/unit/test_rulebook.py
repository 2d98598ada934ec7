from datetime import date

from newslint.checks.existence import Existence, Parameters
from newslint.document import Field
from newslint.rulebook import Header, Rule, Scope, resolve


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


def test_header_and_check_are_made_once_and_when_asked_for():
    made = []

    def header():
        made.append("header")
        return Header("existence", "m", "w", ())

    def check():
        made.append("check")
        return Existence(Parameters(("word",)))

    scope = Scope(by_pattern=True, raw=False, fields=(Field.BIO,), language=("de",))
    late = Rule("core/late", scope, header, check)
    assert late.speaks("de-AT")
    assert not made
    assert late.check is late.check
    assert late.header is late.header
    assert made == ["check", "header"]
    assert late.check.fields == (Field.BIO,)
    other = late.with_header(late.header._replace(language=("en",)))
    assert not other.speaks("de")
    assert other.check.parameters == late.check.parameters

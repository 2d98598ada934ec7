import pytest

from newslint.authoring.lint_rules import dead_links, remarks, shadowed
from newslint.lexicon import rules_folder
from newslint.rulebook import RuleSet
from newslint.rulefile import WordList, parse_rule
from newslint.store.rules import Library, Resolution


def rule(
    name, keys="", swap="{utilise: use}", message='"Write {replacement}."', why="One is enough."
):
    text = (
        f"check: substitution\nmessage: {message}\nwhy: {why}\n{keys}swap: {swap}\n"
        'examples:\n  - bad: "[[x]]"\n  - good: "y"\n'
    )
    pack, stem = name.split("/")
    return parse_rule(text, f"{pack}/t/{stem}.yaml", pack, lambda each: WordList(each, ()))


def said(*rules):
    return [(each.rule, each.kind, each.message) for each in remarks(rules)]


def test_a_good_rule_gets_no_remark():
    assert said(rule("a/one")) == []


def test_the_same_entry_in_two_rules_is_a_duplicate():
    assert said(rule("a/one"), rule("b/two")) == [
        ("b/two", "duplicate", "“utilise” is in a/one too")
    ]
    assert said(rule("a/one", "in: [headline]\n"), rule("b/two", "in: [body]\n")) == []
    assert said(rule("a/one"), rule("b/two", "language: [de]\n")) == []


def test_two_replacements_contradict_each_other():
    assert said(rule("a/one"), rule("b/two", swap="{utilise: apply}")) == [
        ("b/two", "contradiction", "“utilise” becomes “apply”, but “use” in a/one")
    ]


def test_a_fix_that_is_undone_or_changed_again():
    assert said(rule("a/one"), rule("b/two", swap="{use: utilise}")) == [
        ("a/one", "contradiction", "“utilise” becomes “use”, which b/two changes back"),
        ("b/two", "contradiction", "“use” becomes “utilise”, which a/one changes back"),
    ]
    assert said(rule("a/one"), rule("b/two", swap="{use: apply}")) == [
        ("a/one", "chain", "“utilise” becomes “use”, which b/two makes “apply”")
    ]


def test_one_topic_twice_in_a_pack():
    first, second = rule("a/one", "topic: t\n"), rule("a/two", "topic: t\n", swap="{so: thus}")
    assert said(first, second) == [
        ("a/two", "topic", "a/one speaks of the topic 't' in the same part of an article")
    ]


@pytest.mark.parametrize(
    ("keys", "kind", "message"),
    [
        ({"message": '"Please write {replacement}."'}, "message",
         "the message says “Please”: say what is wrong and what to write"),
        ({"message": '"Write {replacement}"'}, None, ""),
        ({"message": "Write the other"}, "message",
         "the message does not end as a sentence does"),
        ({"message": f"{'x' * 140}."}, "message", "the message has 141 characters: say less"),
        ({"why": "Because"}, "why", "the reason does not end as a sentence does"),
        ({"why": "One. Two. Three. Four."}, "why",
         "the reason is longer than an editor can read aloud"),
        ({"message": "Say so.", "why": "Say so."}, "why", "the reason only repeats the message"),
        ({"keys": "applicability: safe\n"}, "examples",
         "fixes are safe, but no example shows one: add 'fixed'"),
    ],
)  # fmt: skip
def test_words_for_editors(keys, kind, message):
    assert said(rule("a/one", **keys)) == ([("a/one", kind, message)] if kind else [])


def test_a_remark_names_the_file():
    (remark,) = remarks([rule("a/one", why="Because")])
    assert str(remark) == "a/t/one.yaml: a/one: the reason does not end as a sentence does [why]"


def test_shipped_rules_do_not_contradict_each_other():
    library = Library()
    assert library.folders == [rules_folder()]
    found = remarks(library.profile("desk").rules)
    assert [str(each) for each in found if each.kind in ("contradiction", "chain")] == []


def test_a_rule_that_another_name_silences_is_shadowed():
    silent = {
        "core/percent": "'own' has a rule on the same topic",
        "core/plain": "'own' has a rule on the same topic",
        "core/gone": "'own' says: No.",
    }
    found = Resolution(RuleSet("own", (rule("own/plain"),)), ("core", "own"), (), silent)
    assert [(each.rule, each.kind) for each in shadowed(found)] == [("core/percent", "shadowed")]


def test_a_ledger_must_name_rules_that_exist():
    ledger = "percent: [own/plain, own/percnt]\nshort forms: no matter of text\nsize: own/size\n"
    found = dead_links(ledger, "own/coverage.yaml", {"own/plain"})
    assert [(each.rule, each.path) for each in found] == [
        ("own/percnt", "own/coverage.yaml:1"),
        ("own/size", "own/coverage.yaml:3"),
    ]

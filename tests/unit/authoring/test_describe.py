from newslint.authoring.describe import describe, guide_of, is_fixable, keys, plain_example
from newslint.rulefile import WordList, parse_rule

RULE = """\
check: substitution
message: "Write {replacement}."
why: One form
  is enough.
severity: error
applicability: safe
guide: {name: AP, entry: percent, edition: "57th", confidence: second-hand}
in: [headline]
ignore_case: no
swap: {utilise: use, b1: c, b2: c, b3: c, b4: c, b5: c, b6: c, b7: c, b8: c, b9: c, d: e, f: g,
  h: i}
examples:
  - bad: "They [[utilise]] it."
    fixed: "They use it."
    message: "Write use."
  - good: "They use it."
  - known_miss: "They utilize it."
"""


def rule(source: str = RULE):
    return parse_rule(source, "p/t/plain.yaml", "p", lambda name: WordList(name, ()))


def test_a_description_has_all_parts():
    found = describe(rule())
    assert (found.rule_id, found.message) == ("p/plain", "Write {replacement}.")
    assert found.why == "One form is enough."
    assert found.guide == "AP, “percent”, 57th (second-hand)"
    assert found.summary == "Report each wrong form and offer the right one."
    settings = dict(found.settings)
    assert settings["Parts of the article"] == "headline"
    assert settings["Fix"] == "safe: `--fix` makes it"
    assert [each.text for each in found.found] == ["They [[utilise]] it."]
    assert [each.text for each in found.left_alone] == ["They use it."]
    assert [each.text for each in found.missed] == ["They utilize it."]


def test_only_parameters_that_differ_are_shown_and_lists_are_cut():
    parameters = dict(describe(rule()).parameters)
    assert list(parameters) == ["swap", "ignore_case"]
    assert parameters["ignore_case"] == "no"
    assert parameters["swap"].startswith("utilise → use, b1 → c")
    assert parameters["swap"].endswith("f → g, … and 1 more")


def test_whether_a_rule_fixes_comes_from_its_examples():
    assert is_fixable(rule())
    assert not is_fixable(rule(RULE.replace("safe", "display")))
    assert not is_fixable(rule(RULE.replace('    fixed: "They use it."\n', "")))


def test_a_rule_without_a_guide():
    assert guide_of(rule("\n".join(line for line in RULE.split("\n") if "guide" not in line))) == ""


def test_an_example_for_a_terminal():
    (shown,) = describe(rule()).found
    assert plain_example(shown) == ["They utilise it.", "     ^^^^^^^", "→ They use it."]


def test_the_keys_of_a_check():
    found = {key.name: key for key in keys("conditional")}
    assert found["if"].type == "list of regular expressions"
    assert found["if"].default == "needed"
    assert found["where"].type == "anywhere or before or after or paragraph"
    assert found["ignore_case"].default == "yes"
    assert keys("consistency")[0].type == "list of lists of texts"

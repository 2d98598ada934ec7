from newslint.authoring.examples import Failure, example_lines, failures
from newslint.rulefile import WordList, parse_rule

HEAD = """\
check: substitution
message: "Write {replacement}."
why: One form is enough.
swap: {utilise: use, colour: color}
examples:
  - good: "We use it."
"""


def run(examples: str) -> list[Failure]:
    source = HEAD + examples
    rule = parse_rule(
        source, "rules/demo/words/plain-words.yaml", "demo", lambda name: WordList(name, ())
    )
    return failures(rule, source)


def test_an_example_that_is_met_says_nothing():
    assert run('  - bad: "They [[utilise]] it."\n    fixed: "They use it."\n') == []


def test_a_missed_span_is_shown_with_carets():
    (failure,) = run('  - bad: "They [[use]] it; they [[utilise]] it."\n')
    assert failure.number == 2
    assert failure.line == 7
    assert failure.problem == "“use” expected to be found, but not found"
    assert failure.detail.splitlines() == [
        "expected  They use it; they utilise it.",
        "               ^^^",
        "found     They use it; they utilise it.",
        "                            ^^^^^^^",
    ]


def test_a_span_off_by_one_fails():
    (failure,) = run('  - bad: "They[[ utilise]] it."\n')
    assert failure.problem == (
        "“ utilise” expected to be found, but not found; “utilise” found, but not expected"
    )


def test_any_other_match_fails():
    (failure,) = run('  - bad: "They [[utilise]] colour."\n')
    assert failure.problem == "“colour” found, but not expected"


def test_a_good_example_must_stay_silent():
    (failure,) = run('  - bad: "[[utilise]]"\n  - good: "They utilise it."\n')
    assert (failure.number, failure.kind) == (3, "good")
    assert failure.problem == "“utilise” found, but not expected"
    assert "expected  nothing" in failure.detail


def test_a_fix_must_give_exactly_the_fixed_text():
    (failure,) = run('  - bad: "They [[utilise]] it."\n    fixed: "They usee it."\n')
    assert failure.problem == "the fix gives another text"
    assert failure.detail.splitlines()[-1] == "          " + " " * 8 + "^"


def test_the_fixed_text_must_be_clean():
    source = HEAD.replace("swap: {utilise: use", "swap: {use: utilise, utilise: use")
    source = source.replace("We use it.", "We do it.")
    source += '  - bad: "They [[utilise]] it."\n    fixed: "They use it."\n'
    rule = parse_rule(source, "p.yaml", "demo", lambda name: WordList(name, ()))
    (failure,) = failures(rule, source)
    assert failure.problem == "the fixed text is not clean"
    assert failure.detail.splitlines() == ["found     They use it.", "               ^^^"]


def test_a_known_miss_fails_on_the_day_it_is_found():
    assert run('  - bad: "[[utilise]]"\n  - known_miss: "They utilize it."\n') == []
    (failure,) = run('  - bad: "[[utilise]]"\n  - known_miss: "They [[utilise]] it."\n')
    assert failure.problem == "is found now: make it a 'bad' example"


def test_a_message_is_compared_word_by_word():
    assert run('  - bad: "[[utilise]]"\n    message: "Write use."\n') == []
    (failure,) = run('  - bad: "[[utilise]]"\n    message: "Say use."\n')
    assert failure.detail.splitlines() == ["expected  Say use.", "says      Write use."]


def test_a_field_is_where_the_text_is_put():
    bio = '  - bad: "[[utilise]]"\n  - bad: "They [[utilise]] it."\n    field: bio\n'
    (failure,) = run(bio)
    assert failure.problem == "“utilise” expected to be found, but not found"


def test_an_article_may_hold_several_spans():
    article = "  - article: |\n      We [[utilise]] it.\n\n      In [[colour]].\n"
    assert run(article) == []


def test_an_example_without_marks_or_with_two_texts_is_refused():
    (failure,) = run('  - bad: "[[utilise]]"\n  - bad: "utilise"\n')
    assert failure.problem.startswith("marks nothing")
    (failure,) = run('  - bad: "[[utilise]]"\n  - {bad: "[[utilise]]", good: "No."}\n')
    assert failure.problem == "needs exactly one of bad, good, article, known_miss"


def test_a_failure_names_file_line_and_example():
    (failure,) = run('  - bad: "a [[b]]"\n')
    first = str(failure).splitlines()[0]
    assert first.startswith(
        "rules/demo/words/plain-words.yaml:7: demo/plain-words, example 2 (bad)"
    )


def test_lines_of_broken_yaml_are_unknown():
    assert example_lines("examples: [") == []
    assert example_lines("") == []

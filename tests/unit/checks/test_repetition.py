import pytest

from newslint.checks.repetition import Parameters, Repetition
from newslint.context import Context
from newslint.document import Document


def hits(text, **parameters):
    document = Document.from_text(text)
    found = Repetition(Parameters(**parameters)).hits(document, Context())
    return [(hit.span.of(text), hit.replacement, dict(hit.values)) for hit in found]


def test_a_word_side_by_side_keeps_its_first_writing():
    assert hits("The the mayor left.") == [
        ("The the", "The", {"found": "The the", "first": "The", "distance": "1"})
    ]


def test_three_in_a_row_are_one_pair_and_a_rest():
    assert [each[0] for each in hits("We saw it it it.")] == ["it it"]


def test_a_phrase_is_found_up_to_the_longest():
    text = "It went to the to the store."
    assert hits(text) == []
    assert [each[:2] for each in hits(text, longest=2)] == [("to the to the", "to the")]


def test_a_joined_phrase_is_meant():
    assert hits("It went on and on and on.", longest=3, joining=("and",)) == []


@pytest.mark.parametrize(
    "text",
    [
        "It is that, that he said.",
        "Sirhan Sirhan spoke.",
        "He met Ann Ann.",
        "It ended.\n\nended it.",
    ],
)
def test_marks_names_and_blocks_part_words(text):
    assert hits(text) == []


def test_names_are_judged_on_request():
    assert [each[0] for each in hits("He met Ann Ann.", capitalised=True)] == ["Ann Ann"]


def test_allowed_and_chosen_words():
    assert hits("he had had it", allow=("Had",)) == []
    assert hits("it it had had", words=("had",))[0][0] == "had had"


def test_a_word_near_itself_points_at_the_first():
    text = "The latest phone has the latest chip."
    document = Document.from_text(text)
    (hit,) = Repetition(Parameters(within=5, words=("latest",))).hits(document, Context())
    assert (hit.span.start, hit.span.of(text), hit.replacement) == (25, "latest", None)
    assert hit.values == {"found": "latest", "first": "latest", "distance": "4"}
    assert [(each.span.of(text), each.span.start) for each in hit.related] == [("latest", 4)]


def test_distance_and_sentence_limit_the_search():
    text = "The latest phone has the latest chip. The latest one."
    assert len(hits(text, within=3, words=("latest",))) == 0
    assert len(hits(text, within=4, words=("latest",))) == 1
    assert len(hits(text, within=4, words=("latest",), sentence=False)) == 2


def test_problems_name_the_parameter():
    check = Repetition(Parameters(within=0, longest=0, shortest=0))
    assert [(each.key, each.message) for each in check.problems()] == [
        ("within", "'within' must be 1 or more"),
        ("longest", "'longest' must be 1 or more"),
        ("shortest", "'shortest' must be 1 or more"),
    ]
    (problem,) = Repetition(Parameters(within=5, longest=2)).problems()
    assert problem.key == "longest"

from newslint.annotate.mentions import MentionKind, mentions
from newslint.document import Document

TEXT = """Mayor Ana Ruiz opened the bridge with Dr. Lee Park, an engineer at Kalmar University.

“It will stand,” Park said. Ruiz’s deputy agreed, and Mrs. Oakhurst smiled. The
Kalmar Bridge is new."""


def layer():
    return Document.from_text(TEXT).layer(mentions)


def test_people_are_introduced_by_their_full_names() -> None:
    assert [(person.given, person.family) for person in layer().people] == [
        (("Ana",), "Ruiz"),
        (("Lee",), "Park"),
        ((), "Oakhurst"),
    ]


def test_later_surnames_are_joined_to_the_full_name() -> None:
    found = layer()
    ruiz = found.people[0]
    assert [(each.span.of(TEXT), each.kind) for each in found.of(ruiz)] == [
        ("Ana Ruiz", MentionKind.FULL),
        ("Ruiz", MentionKind.FAMILY),
    ]


def test_titles_stand_before_and_roles_after() -> None:
    first, second, *_ = layer().mentions
    assert first.before.of(TEXT) == "Mayor "
    assert second.before.of(TEXT) == "Dr. "
    assert second.after.of(TEXT) == "an engineer at Kalmar University"


def test_look_up_by_offset() -> None:
    found = layer()
    mention = found.at(TEXT.index("Park said"))
    assert mention is not None
    assert found.people[mention.person].full == "Lee Park"
    assert found.at(0) is None


def test_a_bridge_is_no_person() -> None:
    assert all(person.family != "Bridge" for person in layer().people)


def test_a_surname_goes_to_the_relative_named_last() -> None:
    text = "Ana Ruiz wrote to Tom Ruiz. Ruiz did not answer."
    found = Document.from_text(text).layer(mentions)
    assert found.people[found.mentions[-1].person].full == "Tom Ruiz"

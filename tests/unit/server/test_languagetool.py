"""What LanguageTool's clients send, and what they must be answered."""

from __future__ import annotations

import json

import language_tool_python
import pylanguagetool.api
import pytest
from starlette.testclient import TestClient

TEXT = "Rents rose on on Monday, the council said."
ARTICLE = "Harbour wall to rise\n\nThe council met on Monday.\n\nIt will vote in May.\n"


def matches(client: TestClient, **form: str) -> list[dict]:
    answer = client.post("/v2/check", data={"language": "en-US", **form})
    assert answer.status_code == 200, answer.text
    return answer.json()["matches"]


def test_a_match_has_every_field_that_clients_read(client):
    [match] = matches(client, text=TEXT)
    why = match["rule"].pop("description")
    assert why.startswith("A doubled word is a slip")
    assert match == {
        "message": "“on” stands twice: delete one.",
        "shortMessage": "“on” stands twice",
        "replacements": [{"value": "on"}],
        "offset": 11,
        "length": 5,
        "context": {"text": TEXT, "offset": 11, "length": 5},
        "sentence": TEXT,
        "type": {"typeName": "Other"},
        "rule": {
            "id": "core/doubled-word",
            "subId": "1",
            "issueType": "style",
            "category": {"id": "STYLE", "name": "Style"},
            "isPremium": False,
            "urls": [],
            "tags": ["warning"],
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def test_get_answers_as_post_does(client):
    asked = client.get("/v2/check", params={"text": TEXT, "language": "en-US"}).json()
    sent = client.post("/v2/check", data={"text": TEXT, "language": "en-US"}).json()
    assert asked == sent
    assert asked["sentenceRanges"] == [[0, 42]]
    assert asked["language"]["detectedLanguage"]["code"] == "en-US"


def test_offsets_are_utf_16_units(client):
    [match] = matches(client, text="😀𝄞 " + TEXT)
    assert (match["offset"], match["length"]) == (16, 5)
    assert match["context"]["offset"] == 16


def test_offsets_count_the_markup(client):
    parts = [
        {"markup": "<p>"},
        {"text": "Rents rose "},
        {"markup": "<b>😀"},
        {"text": "on on"},
        {"markup": "</b>"},
        {"text": " Monday."},
        {"markup": "</p>", "interpretAs": "\n\n"},
    ]
    [match] = matches(client, data=json.dumps({"annotation": parts}))
    source = "".join(part.get("text") or part["markup"] for part in parts)
    units = source.encode("utf-16-le")
    start, end = match["offset"] * 2, (match["offset"] + match["length"]) * 2
    assert units[start:end].decode("utf-16-le") == "on on"
    assert match["replacements"] == [{"value": "on"}]


def test_data_may_hold_plain_text(client):
    [match] = matches(client, data=json.dumps({"text": TEXT, "metaData": {"title": "x"}}))
    assert match["offset"] == 11


def test_windows_line_ends_count(client):
    [match] = matches(client, text="One line.\r\n\r\n" + TEXT)
    assert match["offset"] == 24


def test_a_text_without_a_blank_line_is_a_fragment(client):
    open_quotation = "“The wall must rise and the sea will not wait, she said."
    assert matches(client, text=open_quotation) == []
    [match] = matches(client, text=ARTICLE + "\n" + open_quotation)
    assert match["rule"]["id"] == "core/unclosed-quotation"


def test_an_acronym_may_be_spelled_out_in_another_paragraph(client):
    text = "The HBC met, the council said on Monday in the harbour."
    assert matches(client, text=text, level="picky") == []
    whole = matches(client, text=f"{ARTICLE}\n{text}", level="picky")
    assert "desk/acronym-undefined" in [match["rule"]["id"] for match in whole]


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ({"disabledRules": "core/doubled-word"}, 0),
        ({"disabledCategories": "STYLE"}, 0),
        ({"disabledCategories": "STYLE", "enabledRules": "core/doubled-word"}, 1),
        ({"enabledOnly": "true", "enabledRules": "core/name-spelling"}, 0),
        ({"enabledOnly": "true", "enabledCategories": "STYLE"}, 1),
        ({"motherTongue": "de", "username": "a", "dicts": "x"}, 1),
    ],
)
def test_rules_can_be_chosen(client, form, found):
    assert len(matches(client, text=TEXT, **form)) == found


def test_other_languages_are_left_alone(client):
    answer = client.post("/v2/check", data={"text": TEXT, "language": "de-DE"}).json()
    assert answer["matches"] == []
    assert answer["language"]["code"] == "de-DE"


def test_a_language_to_be_told_is_the_preferred_english(client):
    form = {"text": TEXT, "language": "auto", "preferredVariants": "de-DE,en-GB"}
    answer = client.post("/v2/check", data=form).json()
    assert answer["language"]["code"] == "en-GB"
    assert len(answer["matches"]) == 1


@pytest.mark.parametrize("text", ["", " ", "\n\n\n"])
def test_nothing_is_found_in_nothing(client, text):
    assert matches(client, text=text) == []


@pytest.mark.parametrize(
    "form",
    [
        {"language": "en"},
        {"text": TEXT},
        {"text": TEXT, "data": "{}", "language": "en"},
        {"text": TEXT, "language": "no such!"},
        {"text": TEXT, "language": "en", "level": "bold"},
        {"text": TEXT, "language": "en", "enabledOnly": "true"},
        {"text": TEXT, "language": "en", "enabledOnly": "perhaps"},
        {"language": "en", "data": "{"},
        {"language": "en", "data": "[]"},
        {"language": "en", "data": "{}"},
        {"language": "en", "data": '{"text": "a", "annotation": []}'},
        {"language": "en", "data": '{"annotation": "a"}'},
        {"language": "en", "data": '{"annotation": [1]}'},
        {"language": "en", "data": '{"annotation": [{"text": 1}]}'},
        {"language": "en", "data": '{"annotation": [{"text": "a", "markup": "b"}]}'},
        {"language": "en", "data": '{"annotation": [{"text": "a", "interpretAs": "b"}]}'},
        {"language": "en", "data": '{"annotation": [{}]}'},
        {"language": "en", "data": '{"text": "\\ud800"}'},
        {"language": "en", "data": '{"annotation": ' + "[" * 10_000 + "]" * 10_000 + "}"},
    ],
)
def test_what_does_not_fit_is_refused(client, form):
    answer = client.post("/v2/check", data=form)
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert len(matches(client, text=TEXT)) == 1


def test_the_server_says_what_it_is(client):
    languages = client.get("/v2/languages").json()
    assert {"name": "English (GB)", "code": "en", "longCode": "en-GB"} in languages
    assert client.get("/v2/info").json()["software"]["name"] == "newslint"
    assert client.get("/v2/maxtextlength").text == "200000"
    assert client.get("/v2/words").status_code == 404


def test_language_tool_python_finds_the_words(address):
    tool = language_tool_python.LanguageTool("en-US", remote_server=address)
    text = "😀 " + TEXT
    [match] = tool.check(text)
    assert text[match.offset : match.offset + match.error_length] == "on on"
    assert tool.correct(text) == "😀 Rents rose on Monday, the council said."


def test_pylanguagetool_finds_the_words(address):
    found = pylanguagetool.api.check("😀 " + TEXT, f"{address}/v2/", "en-US", picky=True)
    [match] = [each for each in found["matches"] if each["rule"]["id"] == "core/doubled-word"]
    assert match["replacements"] == [{"value": "on"}]
    assert pylanguagetool.api.check(TEXT, f"{address}/v2/", "en-US", pwl=["on on"])["matches"] == []
    languages = pylanguagetool.api.get_languages(f"{address}/v2/")
    assert "en-GB" in [each["longCode"] for each in languages]

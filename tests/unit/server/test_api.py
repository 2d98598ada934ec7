"""The JSON API: the contract of the JSON report, and what is refused."""

from __future__ import annotations

import base64
import io
import zipfile

import jsonschema
import pytest

from newslint.server.guards import LOOPBACK, Access
from newslint.server.limits import Limits
from tests.word_files import docx, paragraph

TEXT = "Harbour wall to rise\n\nRents rose on on Monday, the council said. He paid 5 dollars.\n"
PARAGRAPH = "Rents rose on on Monday, the council said."


def schema(client, name):
    whole = client.get("/openapi.json").json()
    return {"$ref": f"#/components/schemas/{name}", "components": whole["components"]}


def test_an_article_is_answered_with_the_json_report(client):
    answer = client.post("/api/check", json={"text": TEXT, "filename": "../../wall.md"})
    report = answer.json()
    jsonschema.validate(report, schema(client, "Report"))
    [file] = report["files"]
    [twice] = [each for each in file["findings"] if each["rule"] == "core/doubled-word"]
    assert file["path"] == "article.md"
    assert twice["start"] == {"offset": 33, "line": 3, "column": 12}
    assert twice["text"] == "on on"
    assert twice["fixes"][0]["edits"][0]["replacement"] == "on"


def test_a_word_document_is_read(client):
    data = docx(paragraph(PARAGRAPH), paragraph("He left."))
    sent = {"base64": base64.b64encode(data).decode(), "filename": "wall.docx"}
    opened = client.post("/api/open", json=sent).json()
    assert opened["text"] == f"{PARAGRAPH}\n\nHe left."
    assert (opened["format"], opened["edited_as"]) == ("docx", "text")
    fixed = client.post("/api/fix", json=sent).json()
    assert fixed["applied"] == {"core/doubled-word": 1}
    again = client.post("/api/open", json={**sent, "base64": fixed["base64"]}).json()
    assert again["text"] == "Rents rose on Monday, the council said.\n\nHe left."


def test_findings_are_written_into_a_copy(client):
    data = docx(paragraph(PARAGRAPH), paragraph("He left."))
    sent = {"base64": base64.b64encode(data).decode(), "filename": "wall.docx"}
    copy = base64.b64decode(client.post("/api/annotate", json=sent).json()["base64"])
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        assert "“on” stands twice" in archive.read("word/comments.xml").decode()
    marked = client.post("/api/annotate", json={"text": PARAGRAPH, "format": "markdown"}).json()
    assert "<mark" in base64.b64decode(marked["base64"]).decode()
    assert client.post("/api/annotate", json={"text": PARAGRAPH}).status_code == 422


def test_any_article_becomes_a_word_document_with_comments(client):
    text = "# Wall to rise\n\n*{} & more.*\n\nHe\nleft.\n".format(PARAGRAPH.removesuffix("."))
    sent = {"text": text, "format": "markdown"}
    copy = client.post("/api/word", json=sent).json()["base64"]
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(copy))) as archive:
        assert "“on” stands twice" in archive.read("word/comments.xml").decode()
        assert '<w:pStyle w:val="Title"/>' in archive.read("word/document.xml").decode()
    opened = client.post("/api/open", json={"base64": copy, "filename": "a.docx"}).json()
    words = PARAGRAPH.removesuffix(".")
    assert opened["text"] == f"Wall to rise\n\n{words} & more.\n\nHe left."


def test_what_was_understood_can_be_asked_for(client):
    text = "The wall costs $40 million, Mayor Tomas Ekeland said. “It must rise,” Ekeland said.\n"
    answer = client.post("/api/check", json={"text": text, "understood": True}).json()
    [understood] = answer["understood"]
    assert [each["name"] for each in understood["people"]] == ["Tomas Ekeland"]
    assert [each["text"] for each in understood["figures"]] == ["$40 million"]
    [quotation] = understood["quotations"]
    assert (quotation["text"], quotation["speaker"]["text"]) == ("“It must rise,”", "Ekeland")
    assert text[quotation["start"] : quotation["end"]] == "“It must rise,”"


def test_a_page_to_read_escapes_the_article(client):
    body = {"text": "<script>alert(1)</script> Rents rose on on Monday.\n\nHe left."}
    page = client.post("/api/html", json=body)
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert(1)" in page.text


def test_profiles_and_packs_are_chosen(client):
    desk = client.get("/api/rules", params={"profile": "desk"}).json()
    core = client.get("/api/rules").json()
    plain = client.get("/api/rules", params={"packs": "plain"}).json()
    assert (desk["profile"], core["profile"]) == ("desk", "core")
    assert "desk/no-byline" in {rule["rule"] for rule in desk["rules"]}
    assert len(plain["rules"]) > len(core["rules"]) > 50
    assert {"name", "title", "description"} == set(client.get("/api/desk").json()["packs"][0])


def test_a_rule_is_explained(client):
    [rule] = client.get("/api/explain/core/doubled-word").json()["rules"]
    assert rule["rule"] == "core/doubled-word"
    assert rule["finds"]
    assert client.get("/api/explain/no-such-rule").status_code == 404


@pytest.mark.parametrize("path", ["../../../etc/passwd", "/etc/passwd", "..%2F..%2Fetc%2Fpasswd"])
@pytest.mark.parametrize("root", ["/api/explain/", "/assets/", "/"])
def test_no_file_of_the_machine_is_reached(client, root, path):
    answer = client.get(root + path)
    assert answer.status_code == 404
    assert "root:" not in answer.text


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("", 400),
        ("{", 400),
        ("[]", 400),
        ("null", 400),
        ('"text"', 400),
        ("{}", 400),
        ('{"text": 5}', 400),
        ('{"text": null, "base64": null}', 400),
        ('{"text": "a", "base64": "b"}', 400),
        ('{"base64": "?"}', 400),
        ('{"text": "a", "txt": "b"}', 400),
        ('{"text": "a", "date": "soon"}', 400),
        ('{"text": "a", "packs": "ap"}', 400),
        ('{"text": "a", "packs": [1]}', 400),
        ('{"text": "a", "packs": ["no-such"]}', 422),
        ('{"text": "a", "profile": "/etc"}', 422),
        ('{"text": "a", "select": ["no/such"]}', 422),
        ('{"text": "a", "format": "pdf"}', 400),
        ('{"text": "a", "complete": 1}', 400),
        ('{"text": "a", "transcripts": {"a": 1}}', 400),
        ('{"text": "a\\ud800"}', 400),
        ('{"text": ""}', 422),
        ('{"text": "a\\u0000b"}', 422),
        ('{"text": "<", "format": "nitf"}', 422),
        ('{"text": "PK\\u0003\\u0004", "format": "docx"}', 422),
        ('{"text": ' + "[" * 10_000 + "]" * 10_000 + "}", 400),
        ('{"text": ' + "[" * 200_000, 400),
        (b'{"text": "\xff"}', 400),
    ],
)
def test_what_does_not_fit_is_refused_and_the_server_goes_on(client, body, status):
    content = body if isinstance(body, bytes) else body.encode()
    headers = {"content-type": "application/json"}
    answer = client.post("/api/check", content=content, headers=headers)
    assert answer.status_code == status, answer.text
    jsonschema.validate(answer.json(), schema(client, "Refusal"))
    assert client.post("/api/check", json={"text": TEXT}).status_code == 200


def test_brackets_within_strings_are_no_levels(client):
    assert client.post("/api/check", json={"text": "[" * 1000 + ' "{\\'}).status_code == 200


def test_other_types_and_methods_are_refused(client):
    sent = client.post("/api/check", content="{}", headers={"content-type": "text/plain"})
    assert sent.status_code == 415
    asked = client.get("/api/check")
    assert (asked.status_code, asked.headers["allow"]) == (405, "POST")
    assert client.post("/v2/check", files={"text": b"a"}).status_code == 415
    assert client.get("/nowhere").json() == {"error": "Not Found"}


def test_large_bodies_and_texts_are_refused(client):
    assert client.post("/api/check", json={"text": "a " * 2_500_000}).status_code == 413
    assert client.post("/api/check", json={"text": "a " * 100_001}).status_code == 413
    form = {"language": "en", "text": "a " * 100_001}
    assert client.post("/v2/check", data=form).status_code == 413


def test_a_body_that_does_not_say_its_length_is_measured(serve):
    client = serve(Limits(body=1000))
    pieces = (b"x" * 100 for _ in range(20))
    headers = {"content-type": "application/json"}
    assert client.post("/api/check", content=pieces, headers=headers).status_code == 413


def test_a_check_that_takes_too_long_is_given_up(serve):
    client = serve(Limits(seconds=0.0))
    assert client.post("/api/check", json={"text": TEXT}).status_code == 503


def test_every_answer_has_its_headers(client):
    for path in ("/", "/assets/desk.js", "/nowhere", "/v2/languages"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "server" not in headers


def test_a_name_that_is_not_ours_is_refused(client):
    assert LOOPBACK == ("localhost", "127.0.0.1", "[::1]")
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421
    assert client.get("/", headers={"host": "[::1]:8081"}).status_code == 200


def test_other_origins_are_let_in_where_it_is_said(serve):
    origin = {"origin": "https://cms.example.org"}
    closed = serve().get("/v2/languages", headers=origin)
    assert "access-control-allow-origin" not in closed.headers
    client = serve(origins=("https://cms.example.org",))
    answer = client.get("/v2/languages", headers=origin)
    assert answer.headers["access-control-allow-origin"] == "https://cms.example.org"
    asked = {**origin, "access-control-request-method": "POST"}
    assert client.options("/v2/check", headers=asked).status_code == 200
    other = client.get("/v2/languages", headers={"origin": "https://evil.example"})
    assert "access-control-allow-origin" not in other.headers


def test_a_token_is_asked_for(serve):
    client = serve(access=Access("sesame", ()))
    form = {"text": PARAGRAPH, "language": "en"}
    refused = client.get("/")
    assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")
    assert client.get("/api/rules").status_code == 401
    assert client.post("/api/check", json={"text": TEXT}).status_code == 401
    assert client.post("/v2/check", data=form).status_code == 401
    assert client.post("/v2/check", data={**form, "apiKey": "wrong"}).status_code == 401
    assert client.post("/v2/check", data={**form, "apiKey": "sesame"}).status_code == 200
    assert client.get("/v2/check", params={**form, "apiKey": "sesame"}).status_code == 200
    bearer = {"authorization": "Bearer sesame"}
    assert client.post("/api/check", json={"text": TEXT}, headers=bearer).status_code == 200
    assert client.get("/?token=wrong").status_code == 401
    shown = client.get("/?token=sesame", follow_redirects=False)
    assert (shown.status_code, shown.headers["location"]) == (303, "/")
    assert "HttpOnly; Path=/; SameSite=strict" in shown.headers["set-cookie"]
    assert client.get("/").status_code == 200


def test_transcripts_that_an_article_names_are_sent_and_not_read(client, tmp_path):
    talk = tmp_path / "talk.txt"
    talk.write_text("PARK: We have a new boat in town.\n")
    said = "“We have a new boat in town,” Ines Park said."
    sent = {"text": f"---\ntranscripts: {talk}\n---\n\n{said}\n", "format": "markdown"}
    report = client.post("/api/check", json=sent).json()
    assert [each["message"] for each in report["files"][0]["errors"]] == [
        f"transcript {talk}: is not read from here"
    ]
    assert "quotations" not in report["summary"]
    sent["transcripts"] = {str(talk): talk.read_text()}
    report = client.post("/api/check", json=sent).json()
    jsonschema.validate(report, schema(client, "Report"))
    assert report["files"][0]["errors"] == []
    counts = {"verified": 1, "differs": 0, "not_found": 0, "not_covered": 0}
    assert report["summary"]["quotations"] == counts

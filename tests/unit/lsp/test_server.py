"""The language server, spoken to over its pipes as an editor does."""

from __future__ import annotations

import pytest

from newslint.lsp.actions import difference, wants

TEXT = "# Harbour wall to rise\n\n😀 Rents rose on on Monday, the council said.\n"


def span(diagnostic):
    start, end = diagnostic["range"]["start"], diagnostic["range"]["end"]
    return [start["line"], start["character"], end["line"], end["character"]]


def general(*encodings):
    return {"general": {"positionEncodings": list(encodings)}}


def test_a_text_is_checked_when_it_is_opened_changed_and_closed(start):
    editor = start()
    editor.open("a.md", TEXT)
    found = editor.published("a.md")
    [one] = found["diagnostics"]
    assert found["version"] == 1
    assert one["code"] == "core/doubled-word"
    assert one["message"] == "“on” stands twice: delete one."
    assert (one["severity"], one["source"]) == (2, "newslint")
    for version in (2, 3, 4):
        editor.change("a.md", TEXT.replace("on on", "on"), version)
    found = editor.published("a.md")
    assert (found["version"], found["diagnostics"]) == (4, [])
    editor.notify("textDocument/didClose", textDocument={"uri": editor.uri("a.md")})
    assert editor.published("a.md")["diagnostics"] == []
    assert editor.close() == 0


@pytest.mark.parametrize(
    ("offered", "agreed", "where"),
    [
        ([], "utf-16", [2, 14, 2, 19]),
        (["utf-16"], "utf-16", [2, 14, 2, 19]),
        (["utf-8", "utf-16"], "utf-8", [2, 16, 2, 21]),
        (["utf-32", "utf-16"], "utf-32", [2, 13, 2, 18]),
    ],
)
def test_the_unit_of_positions_is_agreed_on(start, offered, agreed, where):
    editor = start(general(*offered) if offered else None)
    assert editor.answer["capabilities"]["positionEncoding"] == agreed
    editor.open("a.md", TEXT)
    [one] = editor.published("a.md")["diagnostics"]
    assert span(one) == where


def test_the_other_place_is_linked(start):
    text = "Mayor Tomas Ekeland spoke on Friday.\n\nEckeland, 58, said work would start.\n"
    editor = start()
    editor.open("a.txt", text, "plaintext")
    [one] = editor.published("a.txt")["diagnostics"]
    [other] = one["relatedInformation"]
    assert (one["code"], span(one)) == ("core/name-spelling", [2, 0, 2, 8])
    assert other["location"]["uri"] == editor.uri("a.txt")
    assert span(other["location"]) == [0, 6, 0, 19]


def test_a_fix_is_offered_for_the_words_at_the_cursor(start):
    editor = start({"workspace": {"workspaceEdit": {"documentChanges": True}}})
    editor.open("a.md", TEXT)
    editor.published("a.md")
    assert editor.actions("a.md", [0, 0], [0, 3]) == []
    fix, silence = editor.actions("a.md", [2, 15], [2, 15])
    assert (fix["kind"], fix["isPreferred"]) == ("quickfix", True)
    [change] = fix["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": editor.uri("a.md"), "version": 1}
    [edit] = change["edits"]
    assert (span(edit), edit["newText"]) == ([2, 14, 2, 19], "on")
    assert silence["title"] == "Silence core/doubled-word in this paragraph"
    [comment] = silence["edit"]["documentChanges"][0]["edits"]
    assert span(comment) == [2, 0, 2, 0]
    assert (
        comment["newText"] == "<!-- newslint-disable-next core/doubled-word -- it may stand -->\n"
    )
    silenced = TEXT.replace("😀", comment["newText"] + "😀")
    editor.change("a.md", silenced, 2)
    assert editor.published("a.md")["diagnostics"] == []


def test_all_safe_fixes_are_one_action(start):
    editor = start()
    text = TEXT + "\nIt costs 40 million dollars.\n"
    editor.open("a.md", text)
    editor.published("a.md")
    assert editor.actions("a.md", [0, 0], [0, 0], "quickfix") == []
    [action] = editor.actions("a.md", [0, 0], [0, 0], "source.fixAll")
    assert action["kind"] == "source.fixAll.newslint"
    [edit] = action["edit"]["changes"][editor.uri("a.md")]
    lines = text.splitlines()
    where = edit["range"]
    assert where["start"]["line"] == 2
    assert where["end"]["line"] == 4
    fixed = lines[2].replace("on on", "on")
    assert f"{fixed}\n\nIt costs $40 million." == (
        lines[2][: where["start"]["character"] - 1]
        + edit["newText"]
        + lines[4][where["end"]["character"] :]
    )


MAKES = {"workspaceEdit": {"documentChanges": True, "resourceOperations": ["create"]}}


def carried_out(edit, folder):
    """Do what an editor does with an edit of files that are not open."""
    for change in edit["documentChanges"]:
        if change.get("kind") == "create":
            path = folder / change["uri"].removeprefix(f"{folder.as_uri()}/")
            path.parent.mkdir(exist_ok=True)
            path.touch()
            continue
        path = folder / change["textDocument"]["uri"].removeprefix(f"{folder.as_uri()}/")
        assert change["textDocument"]["version"] is None
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True) or [""]
        [one] = change["edits"]
        line, character, *end = span(one)
        assert [line, character] == end
        if line == len(lines):
            lines.append("")
        lines[line] = lines[line][:character] + one["newText"] + lines[line][character:]
        path.write_text("".join(lines), encoding="utf-8")
        yield path.relative_to(folder).as_posix()


def test_a_person_is_added_to_the_fact_sheet(start, tmp_path):
    editor = start({"workspace": MAKES})
    text = "# Wall\n\nMayor Tomas Ekeland spoke to Ada Wren on Friday.\n"
    editor.open("a.md", text)
    editor.published("a.md")
    [action] = editor.actions("a.md", [2, 8], [2, 8])
    assert (action["title"], action["kind"]) == (
        "Add Tomas Ekeland to the fact sheet",
        "refactor",
    )
    assert list(carried_out(action["edit"], tmp_path)) == ["facts/people.yaml"]
    changes = [{"uri": editor.uri("facts/people.yaml"), "type": 1}]
    editor.notify("workspace/didChangeWatchedFiles", changes=changes)
    editor.published("a.md")
    assert editor.actions("a.md", [2, 8], [2, 8]) == []
    [other] = editor.actions("a.md", [2, 31], [2, 31], "refactor")
    assert list(carried_out(other["edit"], tmp_path)) == ["facts/people.yaml"]
    sheet = (tmp_path / "facts" / "people.yaml").read_text(encoding="utf-8")
    assert sheet == (
        "people:\n  - name: Ada Wren\n    origin: a.md\n  - name: Tomas Ekeland\n    origin: a.md\n"
    )
    editor.notify("workspace/didChangeWatchedFiles", changes=changes)
    editor.published("a.md")
    editor.change("a.md", text.replace("Ekeland", "Ekelund"), 2)
    [one] = editor.published("a.md")["diagnostics"]
    assert one["code"] == "core/fact-name"


def test_a_sheet_that_is_open_counts_as_it_is_typed(start, tmp_path):
    editor = start({"workspace": MAKES})
    editor.open("facts/people.yaml", "people:\n  - name: Ada Wren\n    origin: us\n", "yaml")
    assert editor.published("facts/people.yaml")["diagnostics"] == []
    editor.open("a.md", "# Wall\n\nMayor Tomas Ekeland spoke.\n")
    editor.published("a.md")
    [action] = editor.actions("a.md", [2, 8], [2, 8])
    [change] = action["edit"]["documentChanges"]
    assert span(change["edits"][0]) == [1, 2, 1, 2]
    assert change["edits"][0]["newText"] == "- name: Tomas Ekeland\n    origin: a.md\n  "


def test_a_file_is_made_only_by_editors_that_can(start):
    editor = start()
    editor.open("a.md", "# Wall\n\nMayor Tomas Ekeland spoke.\n")
    editor.published("a.md")
    assert editor.actions("a.md", [2, 8], [2, 8]) == []


def test_a_word_is_added_to_the_words_of_the_house(start, tmp_path):
    pytest.importorskip("hunspell", reason="needs the dictionaries of newslint[spelling]")
    (tmp_path / "newslint.yaml").write_text("packs: [spelling]\n", encoding="utf-8")
    (tmp_path / "news").mkdir()
    editor = start({"workspace": MAKES})
    editor.open("news/a.md", "# Wall\n\nThe boat met a grobblr of a harbuor.\n")
    [one] = editor.published("news/a.md")["diagnostics"]
    assert one["message"] == "No dictionary has “harbuor”: is it “harbor”?"
    titles = [each["title"] for each in editor.actions("news/a.md", [2, 30], [2, 30])]
    assert titles[-1] == "Add “harbuor” to the house's words"
    action = editor.actions("news/a.md", [2, 30], [2, 30], "quickfix")[-1]
    assert list(carried_out(action["edit"], tmp_path)) == ["facts/terms-words.csv"]
    sheet = tmp_path / "facts" / "terms-words.csv"
    assert (
        sheet.read_text(encoding="utf-8") == "right,note,origin\nharbuor,a word of ours,the desk\n"
    )
    changes = [{"uri": editor.uri("facts/terms-words.csv"), "type": 1}]
    editor.notify("workspace/didChangeWatchedFiles", changes=changes)
    assert editor.published("news/a.md")["diagnostics"] == []


def test_hovering_explains(start):
    editor = start()
    editor.open("a.md", TEXT)
    editor.published("a.md")
    given = {"textDocument": {"uri": editor.uri("a.md")}}
    found = editor.request("textDocument/hover", **given, position={"line": 2, "character": 15})
    assert found["contents"]["kind"] == "markdown"
    assert found["contents"]["value"].startswith("**“on” stands twice: delete one.**\n\nA doubled")
    assert "`core/doubled-word`" in found["contents"]["value"]
    assert span(found) == [2, 14, 2, 19]
    nothing = editor.request("textDocument/hover", **given, position={"line": 0, "character": 1})
    assert nothing is None


def test_diagnostics_can_be_asked_for(start):
    editor = start({"textDocument": {"diagnostic": {}}})
    editor.open("a.md", TEXT)
    given = {"textDocument": {"uri": editor.uri("a.md")}}
    first = editor.request("textDocument/diagnostic", **given)
    assert (first["kind"], len(first["items"])) == ("full", 1)
    again = editor.request("textDocument/diagnostic", **given, previousResultId=first["resultId"])
    assert again == {"kind": "unchanged", "resultId": first["resultId"]}
    editor.change("a.md", TEXT.replace("on on", "on"), 2)
    changed = editor.request("textDocument/diagnostic", **given, previousResultId=first["resultId"])
    assert (changed["kind"], changed["items"]) == ("full", [])


def test_configuration_is_read_again_when_it_changes(start, tmp_path):
    watch = {"didChangeWatchedFiles": {"dynamicRegistration": True}}
    editor = start({"workspace": watch})
    editor.open("a.md", TEXT)
    assert len(editor.published("a.md")["diagnostics"]) == 1
    config = tmp_path / "newslint.yaml"
    config.write_text("ignore: [core/doubled-word]\n", encoding="utf-8")
    changes = [{"uri": editor.uri("newslint.yaml"), "type": 1}]
    editor.notify("workspace/didChangeWatchedFiles", changes=changes)
    assert editor.published("a.md")["diagnostics"] == []
    config.write_text("ignored: []\n", encoding="utf-8")
    editor.notify("workspace/didChangeWatchedFiles", changes=changes)
    [broken] = editor.published("a.md")["diagnostics"]
    assert broken["code"] == "newslint/could-not-be-checked"
    assert "newslint.yaml:1:1" in broken["message"]
    assert "client/registerCapability" in editor.asked


def test_editors_that_watch_no_files_have_them_read_when_something_is_saved(start, tmp_path):
    editor = start()
    editor.open("a.md", TEXT)
    assert len(editor.published("a.md")["diagnostics"]) == 1
    config = tmp_path / "newslint.yaml"
    config.write_text("ignore: [core/doubled-word]\n", encoding="utf-8")
    editor.notify("textDocument/didSave", textDocument={"uri": editor.uri("a.md")})
    assert editor.published("a.md")["diagnostics"] == []


def test_settings_choose_the_profile(start):
    editor = start(options={"profile": "desk"})
    text = "# Harbour wall to rise\n\nThe HBC met, the council said on Monday in the harbour.\n"
    editor.open("a.md", text)
    assert "desk/acronym-undefined" in [
        each["code"] for each in editor.published("a.md")["diagnostics"]
    ]
    editor.notify("workspace/didChangeConfiguration", settings={"newslint": {"profile": "core"}})
    assert editor.published("a.md")["diagnostics"] == []
    editor.notify("workspace/didChangeConfiguration", settings={"newslint": {"profile": "none"}})
    [broken] = editor.published("a.md")["diagnostics"]
    assert "there is no profile or pack 'none'" in broken["message"]


def test_settings_files_are_checked_as_one_types(start, tmp_path):
    editor = start()
    editor.open("newslint.yaml", "profile: core\npackz: [ap]\n", "yaml")
    [one] = editor.published("newslint.yaml")["diagnostics"]
    assert span(one)[0] == 1
    assert "packz" in one["message"]
    (tmp_path / "house" / "words").mkdir(parents=True)
    (tmp_path / "house" / "pack.yaml").write_text("name: house\n", encoding="utf-8")
    rule = (
        "check: existence\nmessage: Leave it out.\nwhy: It says nothing.\nwords: [very]\n"
        "examples:\n  - bad: A [[very]] good day.\n  - good: A very good day.\n"
    )
    editor.open("house/words/very.yaml", rule, "yaml")
    [one] = editor.published("house/words/very.yaml")["diagnostics"]
    assert span(one)[0] == 6
    assert "example 2 (good)" in one["message"]
    editor.open("notes.yaml", "a: [\n", "yaml")
    assert editor.published("notes.yaml")["diagnostics"] == []


@pytest.mark.parametrize("text", ["", " \n", "a\0b", "\ufeff# Wall\n", "---\ntitle: [\n---\nx\n"])
def test_any_text_is_answered(start, text):
    editor = start()
    editor.open("a.md", text)
    for each in editor.published("a.md")["diagnostics"]:
        assert each["message"]
    assert editor.actions("a.md", [0, 0], [0, 0]) == []
    assert editor.close() == 0


def test_actions_are_of_the_kinds_asked_for():
    assert wants(None, "quickfix")
    assert not wants(None, "source.fixAll.newslint")
    assert wants(["source"], "source.fixAll.newslint")
    assert wants(["source.fixAll.newslint"], "source.fixAll.newslint")
    assert not wants(["source.fix"], "source.fixAll.newslint")
    assert not wants(["refactor"], "quickfix")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("abc", "abc", (3, 3, "")),
        ("on on a", "on a", (4, 7, "")),
        ("aa", "aaa", (2, 2, "a")),
        ("xay", "xby", (1, 2, "b")),
        ("", "a", (0, 0, "a")),
    ],
)
def test_the_difference_of_two_texts(before, after, expected):
    start, end, words = difference(before, after)
    assert before[:start] + words + before[end:] == after
    if before != "on on a":
        assert (start, end, words) == expected

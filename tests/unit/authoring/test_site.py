from newslint.authoring.site import site
from newslint.rulebook import Pack
from newslint.rulefile import WordList, parse_rule

RULE = """\
check: substitution
message: "Write {replacement} for <{found}>."
why: One form is enough.
swap: {utilise: use}
examples:
  - bad: "They [[utilise]] it."
  - good: "They use it."
"""


def test_the_index_can_be_searched_and_links_to_pages():
    rule = parse_rule(RULE, "own/words/plain.yaml", "own", lambda name: WordList(name, ()))
    files = site({"own": Pack("own", "Own", "Ours.")}, [rule])
    assert sorted(files) == ["index.html", "own/plain.html"]
    index = files["index.html"]
    assert '<input id="search"' in index
    assert '<a href="own/plain.html">plain</a>' in index
    assert "<td>Write {replacement} for &lt;{found}&gt;.</td>" in index
    page = files["own/plain.html"]
    assert "<title>own/plain</title>" in page
    assert "They utilise it.\n     ^^^^^^^\n" in page
    assert "search" not in page
    assert '<a href="../index.html">All rules</a>' in page

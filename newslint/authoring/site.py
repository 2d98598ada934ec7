"""Rule pages as static HTML: an index by pack with a search field, one page a rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from newslint.authoring.pages import index_page, rule_page
from newslint.rulebook import Pack, Rule


def site(packs: Mapping[str, Pack], rules: Sequence[Rule]) -> dict[str, str]:
    """Return path -> HTML of the pages; the index links to `<pack>/<rule>.html`."""
    files = {"index.html": _page("Rules", _html(index_page(packs, rules)), search=True)}
    for rule in rules:
        body = _html(rule_page(rule)) + '<p><a href="../index.html">All rules</a></p>'
        files[f"{rule.id}.html"] = _page(rule.id, body)
    return files


def _html(markdown: str) -> str:
    from markdown_it import MarkdownIt

    return str(MarkdownIt("commonmark").enable("table").render(markdown)).replace(
        '.md">', '.html">'
    )


def _page(title: str, body: str, *, search: bool = False) -> str:
    return _PAGE.format(
        title=escape(title), body=body, search=_SEARCH if search else "", style=_STYLE
    )


_STYLE = """\
body { font: 1rem/1.55 Georgia, serif; max-width: 56rem; margin: 2rem auto; padding: 0 1rem }
pre { background: #f6f6f4; padding: 0.8rem; overflow-x: auto; line-height: 1.35 }
table { border-collapse: collapse } td, th { border: 1px solid #ccc; padding: 0.25rem 0.6rem;
text-align: left; vertical-align: top } blockquote { border-left: 3px solid #888; margin-left: 0;
padding-left: 1rem } input { font: inherit; width: 100%; padding: 0.4rem }
@media print { input { display: none } }
"""

_SEARCH = """\
<input id="search" type="search" placeholder="Find a rule" aria-label="Find a rule">
<script>
document.getElementById("search").addEventListener("input", event => {
  const wanted = event.target.value.toLowerCase().split(/\\s+/);
  for (const row of document.querySelectorAll("tbody tr")) {
    const text = row.textContent.toLowerCase();
    row.hidden = !wanted.every(word => text.includes(word));
  }
});
</script>
"""

_PAGE = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
{style}</style>
{search}{body}
</html>
"""

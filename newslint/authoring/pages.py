"""Write rules as Markdown pages, and packs as an index of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newslint.authoring.describe import Description, Shown, describe, is_fixable, plain_example
from newslint.rulebook import Pack, Rule

_GENERATED = "<!-- Made by `python -m newslint.authoring.generate`: change the rule instead. -->"


def rule_page(rule: Rule) -> str:
    """Return the page of a rule; its headings are the same for all."""
    found = describe(rule)
    parts = [
        _GENERATED,
        f"# {found.rule_id}",
        f"> {escaped(found.message)}",
        "## Why",
        escaped(found.why) + (f"\n\nGuide: {escaped(found.guide)}." if found.guide else ""),
        "## Examples",
        *_examples("Found", found.found),
        *_examples("Left alone", found.left_alone),
        *_examples("Not found yet", found.missed),
        "## Settings",
        _table(("Setting", "Value"), found.settings),
        *_parameters(found),
        "## Silence it",
        _SILENCE.format(rule=found.rule_id),
    ]
    return "\n\n".join(parts) + "\n"


_SILENCE = """\
Once, in an article:

```html
<!-- newslint-disable-next {rule} -- reason -->
```

Everywhere, in `newslint.yaml`:

```yaml
ignore: [{rule}]
```"""


def _examples(title: str, shown: Iterable[Shown]) -> Iterator[str]:
    blocks = ["\n".join(_example(each)) for each in shown]
    if blocks:
        yield f"{title}:"
        yield "```text\n" + "\n\n".join(blocks) + "\n```"


def _example(shown: Shown) -> list[str]:
    says = [f"says: {shown.message}"] if shown.message else []
    return [*plain_example(shown), *says]


def _parameters(found: Description) -> Iterator[str]:
    if found.parameters:
        yield "## Parameters"
        yield _table(("Key", "Value"), [(f"`{key}`", value) for key, value in found.parameters])


def index_page(packs: Mapping[str, Pack], rules: Sequence[Rule]) -> str:
    """Return the index of all rules, by pack."""
    parts = [_GENERATED, "# Rules", f"{len(rules)} rules in {len(packs)} packs."]
    for name, pack in packs.items():
        own = [rule for rule in rules if rule.pack == name]
        parts += [f"## {escaped(pack.title or name)} (`{name}`)", escaped(pack.description)]
        parts.append(rules_table(own, f"{name}/"))
    return "\n\n".join(part for part in parts if part) + "\n"


def rules_table(rules: Iterable[Rule], folder: str) -> str:
    """Return a table of rules that links to their pages, which lie in `folder`."""
    rows = []
    for rule in rules:
        name = rule.id.split("/", 1)[1]
        fix = rule.header.applicability.value if is_fixable(rule) else ""
        link = f"[{name}]({folder}{name}.md)"
        rows.append((link, rule.header.severity.value, fix, rule.header.message))
    return _table(("Rule", "Severity", "Fix", "Says"), rows)


def packs_table(packs: Mapping[str, Pack], rules: Sequence[Rule], folder: str) -> str:
    """Return a table of packs: how many rules each has, and what it is for."""
    rows = []
    for name, pack in packs.items():
        count = sum(rule.pack == name for rule in rules)
        rows.append((f"[{name}]({folder})", str(count), pack.description))
    return _table(("Pack", "Rules", "What it is"), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(text: str) -> str:
    if text.startswith(("[", "`")):
        return text.replace("|", "\\|")
    return escaped(text).replace("|", "\\|").replace("\n", " ")


def escaped(text: str) -> str:
    """Escape what Markdown would read as markup."""
    for mark in ("\\", "*", "_", "<", "["):
        text = text.replace(mark, "\\" + mark)
    return text

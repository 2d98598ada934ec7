"""Write the file of a new rule, with examples to replace and every key explained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.authoring.describe import Key, keys
from newslint.checks import check_type
from newslint.record import Record


class Start(Record):
    """What a new rule of a kind begins with: parameters, message and examples that are met."""

    message: str
    why: str
    parameters: str
    examples: str


_STARTS: Mapping[str, Start] = {
    "existence": Start(
        "“{found}” says nothing: leave it out.",
        "Say in a sentence or two why, as you would to a writer.",
        "words: [needless to say]",
        """\
  - bad: "It rained, [[needless to say]], all day."
  - good: "It rained all day, there was no need to say so."
""",
    ),
    "substitution": Start(
        "Write “{replacement}”, not “{found}”.",
        "Say in a sentence or two why, as you would to a writer.",
        "swap:\n  utilise: use",
        """\
  - bad: "They [[utilise]] spades."
    fixed: "They use spades."
  - good: "They use utilities."
""",
    ),
    "repetition": Start(
        "“{first}” stands twice: delete one.",
        "Say in a sentence or two why, as you would to a writer.",
        "allow: [very]",
        """\
  - bad: "They went [[to to]] the shore."
    fixed: "They went to the shore."
  - good: "It was very very cold."
""",
    ),
    "occurrence": Start(
        "This sentence has {count} words: {most} are enough.",
        "Say in a sentence or two why, as you would to a writer.",
        "of: words\nper: sentence\nmost: 5",
        """\
  - bad: "[[This sentence has more than five words.]] This has not."
  - good: "This one has not."
""",
    ),
    "consistency": Start(
        "“{found}” here, “{other}” elsewhere in the article: choose one.",
        "Say in a sentence or two why, as you would to a writer.",
        "variants:\n  - [adviser, advisor]",
        """\
  - bad: "One [[1: adviser]] came, one adviser left, and an [[advisor]] stayed."
    fixed: "One adviser came, one adviser left, and an adviser stayed."
  - good: "One adviser came and one adviser left."
""",
    ),
    "capitalization": Start(
        "“{found}”: write “{replacement}”.",
        "Say in a sentence or two why, as you would to a writer.",
        "style: title\nin: [headline]",
        """\
  - bad: "Council to [[sell]] School"
    fixed: "Council to Sell School"
    field: headline
  - good: "Council to Sell the School"
    field: headline
""",
    ),
    "conditional": Start(
        "“{found}” asks for a second point, and none follows.",
        "Say in a sentence or two why, as you would to a writer.",
        "if: ['\\bfirstly\\b']\nthen: ['\\bsecondly\\b']",
        """\
  - bad: "[[Firstly]], it rained."
  - good: "Firstly, it rained. Secondly, it snowed."
""",
    ),
}

_ANY = Start(
    "Say what is wrong and what to write instead.",
    "Say in a sentence or two why, as you would to a writer.",
    "",
    """\
  - bad: "Put [[double brackets]] around exactly what the rule must find."
  - good: "Write something very like it that the rule must leave alone."
""",
)

_HEADER = """\
# What each key means: newslint explain {kind}. Does it work: newslint test {rule}
check: {kind}
class: style                   # style, fact or furniture
message: "{message}"
why: {why}
severity: warning              # error, warning or suggestion
applicability: display         # who may make the fix: safe, unsafe or display
# guide: {{name: House, entry: "", confidence: own}}
# in: [headline, standfirst, body, caption]
# in_quotes: no
"""


def rule_text(rule: str, kind: str) -> str:
    """Return the text of a new rule file of a kind."""
    start = _STARTS.get(kind, _ANY)
    head = _HEADER.format(rule=rule, kind=kind, message=start.message, why=start.why)
    given = {line.split(":")[0] for line in start.parameters.splitlines()}
    others = [line for key in keys(kind) if key.name not in given for line in _commented(key)]
    placeholders = sorted(check_type(kind).placeholders)
    if placeholders:
        names = ", ".join(f"{{{name}}}" for name in placeholders)
        head = head.replace("message:", f"# the message may name {names}\nmessage:", 1)
    parts = [head, *([start.parameters + "\n"] if start.parameters else []), *others]
    return "".join(parts) + "examples:\n" + start.examples


def _commented(key: Key) -> Iterator[str]:
    """Show a key that is left out: its default, and what it means."""
    value = key.default if key.default != "needed" else f"… ({key.type})"
    text = f"# {key.name}: {value or f'({key.type})'}"
    yield f"{text.ljust(30)} # {key.meaning}\n" if key.meaning else f"{text}\n"


def pack_text(name: str) -> str:
    """Return the text of a new `pack.yaml`."""
    title = name.replace("-", " ").capitalize()
    return f"name: {name}\ntitle: {title}\ndescription: The rules of the house.\n"

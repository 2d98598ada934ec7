"""The inline parser of markdown-it-py, taught to say where in its input each token begins.

Its tokens carry no columns. The state that rules push tokens to knows its position at that
moment, so it is noted there: nothing is ever looked for in the text again.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.footnote import footnote_plugin

#: Key in a token's `meta`: the offset in the parser's input at which the token was read.
AT = "at"
_RULE_AT = "rule at"


class _PositionedState(StateInline):
    def __init__(self, src: str, md: MarkdownIt, env: EnvType, out_tokens: list[Token]) -> None:
        super().__init__(src, md, env, out_tokens)
        self._pending_at = 0

    def append_pending(self, text: str) -> None:
        if not self._pending and not self._pending_buffer:
            self._pending_at = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802  (a method of the library)
        token = super().pushPending()
        token.meta = {AT: self._pending_at}
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        before = self.tokens[-2] if len(self.tokens) > 1 else None
        at = self.pos
        if before is not None and before.meta.get(_RULE_AT) == self.pos:
            # The stars of ** are pushed one by one, and an address after its opening bracket,
            # without moving on in between.
            at = before.meta[AT] + (1 if before.info == "auto" else len(before.content))
        token.meta = {AT: at, _RULE_AT: self.pos}
        return token


class _PositionedParser(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _PositionedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


@cache
def parser() -> MarkdownIt:
    """Return the parser: CommonMark with tables, strikethrough and footnotes."""
    markdown = MarkdownIt()
    markdown.inline = _PositionedParser()
    markdown.configure("commonmark").enable(["table", "strikethrough"])
    markdown.use(footnote_plugin, inline=False, move_to_end=False)
    # Both join tokens, and what is joined has no place any more.
    markdown.inline.ruler2.disable("fragments_join")
    markdown.core.ruler.disable("text_join")
    return markdown

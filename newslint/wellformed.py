r"""Tell by its form alone that a pattern is sure to compile.

To compile ten thousand patterns takes seconds, and nearly all that people write are words, choices
of words and a class here and there. What is not sure to compile may well do so all the same: only
`regex` knows.
"""

from __future__ import annotations

from newslint.regexes import VERBOSE, compiled

#: A pattern with more groups than this may be nested deeper than `regex` can follow.
_MOST_GROUPS = 40

_FORM = compiled(
    r"""
    (?<parts>(?:
        (?: [^\\^$.|?*+()\[\]{}]                      # a character that stands for itself
          | \\[\\^$.|?*+()\[\]{}\-\x20/'"&\#~,;:!@%=<>nt]
          | \. | \\[wWdDsS] | \\p\{L[lu]?\}            # a class
          | \[\^?+-?+
            (?: a-z | A-Z | 0-9 | [a-zA-Z0-9](?!-[^\]])
              | [^\\^\[\]\-&|~a-zA-Z0-9](?!-[^\]]) | \\[wWdDsS\-.\]\[\\'"/n](?!-[^\]])
            )++
            -?+\]
          | \((?:\?(?:[:>]|i:))?+(?&parts)\)
        )
        (?: (?:[?*+] | \{[1-9]\d?,?+\} | \{[01],[1-9]\d?\d?\}) [?+]?+ )?+
      | \\[bBAZ] | [|^$]                              # what has no width is never repeated
      | \(\?<?+[=!](?&parts)\)
    )*+)
    """,
    VERBOSE,
)


def well_formed(source: str) -> bool:
    """Tell whether a pattern is sure to compile, whatever its flags; False says nothing."""
    return source.count("(") <= _MOST_GROUPS and _FORM.fullmatch(source) is not None


_NO_GROUPS = compiled(r"\\.|\[(?:\\.|[^\]\\])*+\]")


def groups_of(source: str) -> int:
    """Count the groups of a well-formed pattern; none of them has a name."""
    bare = _NO_GROUPS.sub("-", source)
    return bare.count("(") - bare.count("(?")

"""Write words as XML and HTML write them. (`xml.sax.saxutils` loads a network library.)"""

from __future__ import annotations


def escape(words: str) -> str:
    """Write characters of a text."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoteattr(words: str) -> str:
    """Write the value of an attribute with its quotation marks."""
    return f'"{escape(words).replace(chr(34), "&quot;").replace(chr(10), "&#10;")}"'

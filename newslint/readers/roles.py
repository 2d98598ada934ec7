"""Which part of the article a named value is: keys of front matter and of JSON items."""

from __future__ import annotations

from newslint.document import Field

#: Roles that are no text of the article.
METADATA_ROLES = ("id", "date", "language")

_KEYS: dict[Field | str, str] = {
    Field.HEADLINE: "title headline hed",
    Field.STANDFIRST: "standfirst description dek deck summary subtitle subhead subheadline "
    "sub_headline abstract excerpt strapline",
    Field.BYLINE: "author authors byline by writer reporter creator contributor contributors",
    Field.DATELINE: "dateline location place",
    Field.BODY: "text body content body_text article article_body articlebody story",
    Field.CAPTION: "caption captions image_caption photo_caption cover_caption "
    "alt image_alt alt_text",
    Field.PULLQUOTE: "pullquote pull_quote pullquotes",
    Field.BIO: "bio bios author_bio author_bios about_author about_the_author",
    Field.CORRECTION: "correction corrections clarification",
    "date": "date pubdate pub_date published published_at published_date publish_date publishdate "
    "publication_date date_published datepublished published_on",
    "language": "language lang",
    "id": "id _id uid guid",
}
_ROLE_OF = {key: role for role, keys in _KEYS.items() for key in keys.split()}

#: The order in which a reader of the article meets its parts.
ORDER = (
    Field.HEADLINE,
    Field.STANDFIRST,
    Field.BYLINE,
    Field.DATELINE,
    Field.BODY,
    Field.PULLQUOTE,
    Field.CAPTION,
    Field.CORRECTION,
    Field.BIO,
    Field.FURNITURE,
)
#: Of these, the ones that stand above the body.
ABOVE_BODY = ORDER[: ORDER.index(Field.BODY)]


def key_name(key: str) -> str:
    """Write a key in the one way in which keys are compared."""
    return key.strip().lower().replace("-", "_").replace(" ", "_")


def role_of(key: str) -> Field | str | None:
    """Return the field or metadata role that a key stands for, or None."""
    return _ROLE_OF.get(key_name(key))


def role_named(name: str) -> Field | str | None:
    """Return the role of that name (`body`, `headline`, `date`, `id`, ...), or None."""
    try:
        return Field(name)
    except ValueError:
        return name if name in METADATA_ROLES else None


def role_names() -> list[str]:
    """List the names of all roles."""
    return [field.value for field in ORDER] + list(METADATA_ROLES)

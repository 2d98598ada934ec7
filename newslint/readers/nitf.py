"""NITF 3, with or without its namespace."""

from __future__ import annotations

from newslint.errors import NewslintError
from newslint.readers.base import ArticleBuilder, Reading, ReadOptions
from newslint.readers.flow import Flow
from newslint.readers.nitfbody import add_nitf, nitf_fields, nitf_metadata
from newslint.readers.xmltree import decode_xml, parse_xml


def read(data: bytes, path: str, options: ReadOptions) -> Reading:
    """Read a NITF article; raises NewslintError for other XML or one without a body."""
    source = decode_xml(data, path)
    root = parse_xml(source.text, path)
    nitf = next((each for each in root.walk() if each.name == "nitf"), None)
    if nitf is None:
        raise NewslintError.of(f"no <nitf> in the file, whose root is <{root.name}>", path=path)
    builder = ArticleBuilder(source.text)
    builder.metadata.update(nitf_metadata(nitf))
    flow = Flow(builder, source.text, nitf_fields, path=path)
    add_nitf(flow, nitf)
    if not builder.has(None):
        raise NewslintError.of("no article in the file: the NITF has no body", path=path)
    return Reading(source, (builder.document(options),), tuple(flow.problems))

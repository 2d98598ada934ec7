"""A real LibreOffice, whose LanguageTool is this server."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

#: The Python that LibreOffice can be spoken to from.
PYTHON = Path("/usr/bin/python3")
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool">
<prop oor:name="BaseURL" oor:op="fuse"><value>{}/v2</value></prop>
<prop oor:name="IsEnabled" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""


def test_a_paragraph_is_proofread(address, tmp_path):
    if not shutil.which("soffice") or not PYTHON.exists():
        pytest.skip("no LibreOffice is at hand")
    if subprocess.run([PYTHON, "-c", "import uno"], check=False, capture_output=True).returncode:
        pytest.skip("no LibreOffice is at hand")
    settings = tmp_path / "user" / "registrymodifications.xcu"
    settings.parent.mkdir()
    settings.write_text(SETTINGS.format(address), encoding="utf-8")
    text = "😀 Rents rose on on Monday, said “the mayor of the town."
    script = Path(__file__).with_name("libreoffice.py")
    done = subprocess.run(
        [PYTHON, script, tmp_path.as_uri(), text],
        check=False,
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr
    # a paragraph is a fragment: that the quotation does not end may be right
    assert json.loads(done.stdout) == [[14, 5, "“on” stands twice: delete one.", ["on"]]]

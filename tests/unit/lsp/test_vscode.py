"""The extension for VS Code builds, and is one."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.script_builds import built

FOLDER = Path(__file__).resolve().parents[3] / "editors" / "vscode"
#: Loads the extension where everything of VS Code is a thing that answers anything.
LOAD = """
const Module = require("module");
const any = new Proxy(function () {}, {
  get: (_, key) => key === Symbol.toPrimitive ? () => "" : any, apply: () => any, construct: () => any,
});
const load = Module._load;
Module._load = (name, ...rest) => name === "vscode" ? any : load(name, ...rest);
console.log(Object.entries(require(process.argv[1])).map(([key, each]) => `${key} ${typeof each}`).join());
"""


def test_the_extension_builds_and_can_be_loaded(tmp_path):
    script = tmp_path / "extension.js"
    assert "newslint.yaml,newslint-suppressions.yaml" in built(FOLDER, script)
    done = subprocess.run(
        ["node", "-e", LOAD, script], check=True, capture_output=True, text=True, timeout=60
    )
    assert done.stdout == "activate function,deactivate function\n"


def test_the_settings_are_those_that_the_server_reads():
    package = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
    settings = package["contributes"]["configuration"]["properties"]
    assert set(settings) == {"newslint.command", "newslint.profile", "newslint.packs"}
    assert package["main"] == "./extension.js"

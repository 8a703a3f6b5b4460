"""The script that a WebDriver browser's page is given: dom-accessibility-api, and our own finding on it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from support.drivers.engines.engine import EngineUnavailable

ROOT = Path(__file__).parents[3]
PACKAGE = ROOT / "node_modules/dom-accessibility-api/dist"
_OWN = Path(__file__).with_name("webdriver.js")
# CommonJS modules, each a function of its own; a name is looked up from the folder of whoever asks for it
_JOINED = """(function () {
  const made = {}, modules = {%s}
  function load(name) {
    if (!made[name]) {
      made[name] = {exports: {}}
      modules[name](made[name], made[name].exports, (asked) => load(place(name, asked)))
    }
    return made[name].exports
  }
  function place(from, asked) {
    const parts = from.split('/').slice(0, -1)
    for (const part of asked.split('/')) part === '..' ? parts.pop() : part === '.' || parts.push(part)
    const found = parts.join('/')
    return modules[found + '.js'] ? found + '.js' : modules[found] ? found : found + '/index.js'
  }
  (%s)(load('index.js'))
})()"""


@cache
def script() -> str:
    """Return the whole script.

    Raises:
        EngineUnavailable: the package that it is made with is not installed.
    """
    files = sorted(PACKAGE.rglob("*.js"))
    if not files:
        raise EngineUnavailable(
            "Finding by role in a WebDriver browser needs the node package dom-accessibility-api;"
            " type: make setup."
        )
    modules = ",\n".join(
        f"{json.dumps(file.relative_to(PACKAGE).as_posix())}: "
        f"function (module, exports, require) {{ {file.read_text('utf-8')}\n}}"
        for file in files
    )
    return _JOINED % (modules, _OWN.read_text("utf-8"))

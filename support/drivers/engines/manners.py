"""What no browser has a switch for: a script that each page of a machine with such manners begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from support.engines import Ways

# As browsers do it that are told to keep nothing: whoever asks for a storage is refused (HTML §12.2.1).
_DENIED = """
for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
  Object.defineProperty(window, name, {
    get: function denied() { throw new DOMException('It is denied.', 'SecurityError') }
  })
"""
_CLOCK = """
{ const right = Date, ahead = %d * 3600000
  window.Date = class extends right {
    constructor(...parts) { if (parts.length) super(...parts); else super(right.now() + ahead) }
    static now() { return right.now() + ahead }
  } }
"""
# Whether a page has its storages, and by how many hours its clock is ahead, as the page itself finds it.
SEEN = """!['localStorage', 'sessionStorage', 'indexedDB'].every(
    name => Object.getOwnPropertyDescriptor(window, name)?.get.name === 'denied'),
  Math.round((Date.now() - performance.timeOrigin - performance.now()) / 3600000)"""


def prelude(ways: Ways) -> str:
    """Return the script, or nothing."""
    denied = "" if ways.storage else _DENIED
    return denied + (_CLOCK % ways.clock if ways.clock else "")

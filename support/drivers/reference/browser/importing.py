"""Files of contacts on the screen."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hamcrest import matches_regexp

from support.drivers.page import Place
from support.drivers.reference.browser.screen import Screen
from support.records_of_files import FileTold, RowRefused
from support.records_of_workflows import NO_JOB, JobTold

_FILE, _TRY = Place("labelled", "File of contacts"), Place("button", "Try it out")
_BEGIN, _CANCEL = Place("button", "Import", whole=False), Place("button", "Cancel")
_TRIED = Place("heading", "Import “", whole=False)
_STANDS = Place("status")
_TOLD = """() => [
  ['new', 'changed', 'same'].map(one => Number(document.querySelector(`[data-outcome=${one}]`).innerText)),
  [...document.querySelectorAll('table[aria-label="Refused rows"] tbody tr')].map(
    row => [Number(row.cells[0].innerText), row.cells[1].innerText.trim()])]"""
_JOB = """() => ['#import .state', '#import .far'].map(
  one => document.querySelector(one)?.innerText.trim() ?? '')"""


class BrowserImporting(Screen):
    """Contacts that come from files and go into files."""

    def try_out(self, file: str, content: bytes) -> None:
        """Choose a file, and send it."""
        self._imports()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / file
            path.write_bytes(content)
            self.page.upload(_FILE, path)
            self.page.press(_TRY)
            self.answered(_TRIED, f"{file} should be tried out, or it be said why not")

    def told(self, file: str) -> FileTold:
        """Read what stands on the page of the file."""
        self._file(file)
        (new, changed, same), refused = self.page.evaluate(_TOLD)
        return FileTold(new, changed, same, tuple(RowRefused(line, why) for line, why in refused))

    def begin(self, file: str) -> None:
        """Press the button."""
        self._file(file)
        self.page.press(_BEGIN)
        self.answered(_STANDS, f"{file} should be imported, or it be said why not")

    def stands(self, file: str) -> JobTold:
        """Load the page of the file anew, and read how far it is."""
        self._file(file)
        state, far = self.page.evaluate(_JOB)
        return JobTold(state, far) if state else NO_JOB

    def cancel(self, file: str) -> None:
        """Press the button beside how far it is."""
        self._file(file)
        self.page.press(_CANCEL)
        self.answered(_STANDS, f"{file} should be cancelled, or it be said why not", words=_ended())

    def to_mend(self, file: str) -> bytes:
        """Save the refused rows."""
        self._file(file)
        return self.saved_by("Save the refused rows to mend them")

    def export(self) -> bytes:
        """Save all contacts."""
        self.go("/contacts")
        self.page.find(Place("heading", "Contacts"))
        return self.saved_by("Export")

    def _imports(self) -> None:
        self.go("/contacts")
        self.page.press(Place("link", "Import"))
        self.page.find(Place("heading", "Import contacts"))

    def _file(self, file: str) -> None:
        self.go("/contacts/imports")
        newest = Place("link", file, within=Place("row", file, whole=False))
        self.page.press(newest)
        self.page.find(Place("heading", f"Import “{file}”"))


def _ended() -> Any:
    return matches_regexp("cancelled|succeeded")

"""One person's machine in Playwright: a browser context on one page, and the record of what happened."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Frame

    from support.drivers.page import Page

_EMPTY = "<html><head></head><body></body></html>"
_STORED = """() => {
    try { return {...Object.fromEntries(Object.entries(localStorage)),
                  ...Object.fromEntries(Object.entries(sessionStorage))}; }
    catch { return {}; }  // a page of no origin has no storage
}"""


@dataclass(slots=True)
class PlaywrightMachine:
    """One person's browser with its own cookies, on one page."""

    page: Page
    _context: BrowserContext
    _recording: bool = False

    def record(self) -> None:
        """Write down from now on what is done, what the page logs, and how long each act takes.

        No films of the window and no markup before and after each act: in the magic-moment journey they cost
        a passing scenario 85 % and 38 % more, and this 9 % at most. `save_record` adds the markup of the end.
        """
        self._context.tracing.start(screenshots=False, snapshots=False)
        self._recording = True

    def save_record(self, file: Path, *, moment: bool = True) -> bool:
        """End the record and write it as it is, secrets included; False when there is none, or no more.

        With `moment` it holds the pages as they stand now as well; a page that does not answer has none.
        """
        if not self._recording:
            return False
        self._recording = False
        tracing = self._context.tracing
        tracing.stop(path=file)
        if moment:
            now = file.with_suffix(".moment.zip")
            tracing.start(screenshots=False, snapshots=True, title="The moment of the failure")
            for tab in self._context.pages:
                tab.evaluate("document.title")  # what is done is framed by the markup before and after it
            tracing.stop(path=now)
            _add(now, file)
        return True

    def documents(self) -> dict[str, str]:
        """Return the markup of each document as it stands now; what is framed goes by its title."""
        found: dict[str, str] = {}
        for number, tab in enumerate(self._context.pages):
            for frame in tab.frames:
                content = frame.content()
                if frame.parent_frame and content == _EMPTY:
                    continue
                name = _name_of(frame) if frame.parent_frame else f"window {number + 1}" if number else ""
                while name in found:
                    name += " again"
                found[name] = f"<!-- {frame.url} -->\n{content}"
        return found

    def cookies(self) -> dict[str, str]:
        """Return every cookie that this machine holds, those included that no script may read."""
        return {str(one["name"]): str(one["value"]) for one in self._context.cookies()}

    def stored(self) -> dict[str, Any]:
        """Return what the pages put by in the browser."""
        frames = [frame for tab in self._context.pages for frame in tab.frames]
        return {name: value for frame in frames for name, value in frame.evaluate(_STORED).items()}

    def close(self) -> None:
        """Close it with everything that it remembers; a record that nobody saved is thrown away."""
        try:
            if self._recording:
                self._recording = False
                self._context.tracing.stop()
        finally:
            self._context.close()


def _name_of(frame: Frame) -> str:
    title = frame.frame_element().get_attribute("title") or frame.name
    return f"frame {title}".strip()


def _add(moment: Path, record: Path) -> None:
    """Put one record into another, as a second one that the viewer shows in the same window."""
    with zipfile.ZipFile(moment) as one, zipfile.ZipFile(record, "a", zipfile.ZIP_DEFLATED) as whole:
        there = set(whole.namelist())
        for name in one.namelist():
            wanted = name.replace("trace.", "moment.", 1) if name.startswith("trace.") else name
            if wanted not in there:
                whole.writestr(wanted, one.read(name))
    moment.unlink()

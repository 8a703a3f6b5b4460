"""Work in the background, and what was sent and started nothing, on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.drivers.page import Place
from support.drivers.reference.browser.screen import Screen
from support.records_of_workflows import NO_JOB, BacklogTold, JobTold
from support.webhooks import Delivery

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOLD = Place("status")
_HELD = """() => [...document.querySelectorAll('tbody tr')].filter(
  row => row.cells[3].innerText.startsWith('held back')).map(
  row => [...row.querySelectorAll('dd')].map(one => one.innerText.trim()).find(one => one.includes('@')))"""
_ROWS = """() => [...document.querySelectorAll('table[aria-label=Jobs] tbody tr')].map(row => (
  {what: row.cells[1].innerText.trim(), state: row.querySelector('.state').innerText.trim(),
   far: row.querySelector('.far').innerText.trim()}))"""
_GIVEN_UP = """() => [
  ...document.querySelectorAll('table[aria-label="Messages that were given up"] tbody tr')].map(
    row => [1, 3, 4].map(cell => row.cells[cell].innerText.trim()))"""
_BACKLOG = """() => [document.querySelector('#backlog')].map(said => [
  Number(said.querySelector('.waiting')?.innerText ?? 0), said.innerText.includes('longer than it should')
])[0]"""
_CALLED = {"publication": "Publish “{}”", "late starts": "Start what was kept on “{}”"}


class BrowserSifting(Screen):
    """The list of what visitors sent."""

    def _submissions(self, site: str) -> None:
        self.go("/sites")
        self.page.press(Place("button", f"Submissions of {self.seat.world.real(site)}"))
        self.page.find(Place("heading", "Submissions of", whole=False))

    def held_back(self, site: str) -> Sequence[str]:
        """Return the addresses in the rows that say so."""
        self._submissions(site)
        found: list[str] = self.page.evaluate(_HELD)
        return found

    def let_through(self, site: str, email: str) -> None:
        """Press the button beside it."""
        self._submissions(site)
        self.page.press(Place("button", email, whole=False))
        self.answered(_TOLD, f"what {email} sent to {site} should be let through, or it be said why not")

    def start_late(self, site: str) -> None:
        """Press the button above the list, and come to the jobs."""
        self._submissions(site)
        self.page.press(Place("button", "Start what was kept", whole=False))
        self.answered(_TOLD, f"what was kept on {site} should be started, or it be said why not")


class BrowserJobs(Screen):
    """The list of jobs."""

    def _what(self, kind: str, site: str) -> str:
        self.go("/jobs")
        self.page.find(Place("heading", "Jobs"))
        return _CALLED[kind].format(self.seat.world.real(site))

    def told(self, kind: str, site: str) -> JobTold:
        """Load the list anew, and return what the first row of it says."""
        what = self._what(kind, site)
        rows = [row for row in self.page.evaluate(_ROWS) if row["what"] == what]
        return JobTold(rows[0]["state"], rows[0]["far"]) if rows else NO_JOB

    def cancel(self, kind: str, site: str) -> None:
        """Press the button in its row."""
        self._act(f"Cancel: {self._what(kind, site)}")

    def again(self, kind: str, site: str) -> None:
        """Press the button in its row."""
        self._act(f"Do it again: {self._what(kind, site)}")

    def backlog(self) -> BacklogTold:
        """Load the page anew, and return what stands above the list."""
        self.go("/jobs")
        self.page.find(Place("heading", "Jobs"))
        waiting, late = self.page.evaluate(_BACKLOG)
        return BacklogTold(waiting, late)

    def given_up(self) -> Sequence[Delivery]:
        """Load the list anew, and return what its rows say."""
        self.go("/jobs")
        self.page.find(Place("heading", "Messages that were given up"))
        rows = self.page.evaluate(_GIVEN_UP)
        return [Delivery(kind, "given up", int(times), why) for kind, why, times in rows]

    def send_again(self, kind: str) -> None:
        """Press the button in its row."""
        self.go("/jobs")
        self._act(f"Send again: {kind}")

    def _act(self, button: str) -> None:
        self.page.press(Place("button", button))
        self.answered(_TOLD, "the list should say what has become of it, or why not")

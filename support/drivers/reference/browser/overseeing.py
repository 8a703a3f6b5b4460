"""Overseeing the runs of workflows on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.drivers.page import Place
from support.drivers.reference.browser.drawing import WorkflowScreens
from support.records_of_workflows import NO_RUN, RunTold, StepTold

if TYPE_CHECKING:
    from collections.abc import Sequence

_TO_ALL = {
    "pause": "Pause all",
    "resume": "Let all go on",
    "cancel": "Cancel all",
    "retry": "Try all again",
}
_WHO = """() => [...document.querySelectorAll('tbody tr')].map(row => row.cells[1].innerText.trim())"""
_LISTED = """() => [...document.querySelectorAll('tbody tr')].map(
  row => [row.cells[1].innerText.trim(), row.cells[1].querySelector('a').pathname])"""
_STEPS, _DONE = Place("list", "Steps of the run"), Place("status")
_TOLD = """() => {
  const said = (within, what) => within.querySelector(what)?.textContent.trim() ?? '';
  const standing = document.querySelector('.standing');
  return {state: said(standing, '.state'), why: said(standing, '.why'),
    sample: said(standing, '.sample') !== '',
    steps: [...document.querySelectorAll('.run > li')].map(one => ({
      says: said(one, '.called b').replace(/^[0-9]+ · /, ''), state: said(one, '.called .state'),
      did: said(one, '.did'), attempts: Number(one.dataset.attempts),
      met: said(one, '.wrong').replace(/ It is tried again[.]$/, ''),
      given: [...one.querySelectorAll('dt')].map(
        name => `${name.textContent}: ${name.nextElementSibling.textContent}`).sort().join('\\n'),
    }))};
}"""


class BrowserOverseeing(WorkflowScreens):
    """What a workflow does for somebody."""

    def _runs(self, site: str, workflow: str) -> None:
        """Come to the runs of a workflow from the list of sites."""
        self.forget()
        self._list(site)
        self._open(site, workflow)
        self.page.press(Place("link", f"Runs of {workflow}"))
        self.page.find(Place("heading", f"Runs of “{workflow}”"))

    def _show(self, site: str, workflow: str, email: str) -> None:
        """Come to a run by its workflow."""
        self._runs(site, workflow)
        self._follow(self._newest(email), f"{workflow} has not run for {email}")

    def _newest(self, email: str) -> str:
        """Return where the newest run for somebody is; empty where the list has none."""
        listed: list[tuple[str, str]] = self.page.evaluate(_LISTED)
        return next((path for who, path in listed if who == email), "")

    def _follow(self, path: str, otherwise: str) -> None:
        if not path:
            raise LookupError(otherwise)
        self.go(path)
        self.page.find(_STEPS)

    def see(self, site: str, workflow: str, email: str) -> None:
        """Have a run on the screen."""
        self._show(site, workflow, email)

    def told(self, site: str, workflow: str, email: str) -> RunTold:
        """Load a run anew, and return what stands there."""
        self._runs(site, workflow)
        newest = self._newest(email)
        if not newest:
            return NO_RUN
        self._follow(newest, "")
        seen: dict[str, Any] = self.page.evaluate(_TOLD)
        steps = tuple(StepTold(**step) for step in seen["steps"])
        return RunTold(seen["state"], seen["why"], steps, seen["sample"])

    def pause(self, site: str, workflow: str, email: str) -> None:
        """Press what pauses a run."""
        self._act(site, workflow, email, "Pause")

    def resume(self, site: str, workflow: str, email: str) -> None:
        """Press what lets a run go on."""
        self._act(site, workflow, email, "Let it go on")

    def cancel(self, site: str, workflow: str, email: str) -> None:
        """Press what cancels a run."""
        self._act(site, workflow, email, "Cancel the run")

    def retry(self, site: str, workflow: str, email: str) -> None:
        """Press what tries a run again."""
        self._act(site, workflow, email, "Try again")

    def to_all(self, site: str, workflow: str, act: str) -> None:
        """Press what does something to all."""
        self._runs(site, workflow)
        self.page.press(Place("button", _TO_ALL[act]))
        self.answered(_DONE, f"“{_TO_ALL[act]}” should be done, or it be said why not")

    def standing(self, site: str, workflow: str, state: str) -> Sequence[str]:
        """Choose a state, and return who is listed."""
        self._runs(site, workflow)
        if not self.page.state(_standing(state)).there:
            return []
        self.page.press(_standing(state))
        self.page.find(Place("heading", f"Runs that are {state}"))
        listed: list[str] = self.page.evaluate(_WHO)
        return listed

    def _act(self, site: str, workflow: str, email: str, button: str) -> None:
        self._show(site, workflow, email)
        self.page.press(Place("button", button))
        self.answered(_DONE, f"“{button}” should be done, or it be said why not")


def _standing(state: str) -> Place:
    return Place("link", f"{state} ", whole=False, within=Place("navigation", "How they stand"))

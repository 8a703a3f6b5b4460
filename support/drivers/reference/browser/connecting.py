"""Connecting forms, and looking at who came, on the screen."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from hamcrest import matches_regexp

from support.drivers.page import Place
from support.drivers.reference.api.connecting import ApiContacts
from support.drivers.reference.browser.builder import Builder
from support.drivers.reference.browser.screen import ALERT, Screen
from support.records import Contact, Happened, Refused, Submission
from support.records_of_workflows import RunOfWorkflow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hamcrest.core.matcher import Matcher

_PANEL = Place("region", "Workflow")
_STANDS = Place("status", within=_PANEL)
_CELLS = """() => [...document.querySelectorAll('tbody tr')].map(
  row => [...row.cells].map(cell => cell.innerText.trim()))"""
_VALUES = """() => [...document.querySelectorAll('tbody tr')].map(row => ({
  values: [...row.querySelectorAll('dd')].map(one => one.innerText.trim()),
  sent: row.cells[2].innerText.trim(),
}))"""
_CONTACT = """() => ({
  tags: [...document.querySelectorAll('[aria-label=Tags] .tag')].map(one => one.innerText),
  lists: [...document.querySelectorAll('[aria-label=Lists] .tag')].map(one => one.innerText),
  details: [...document.querySelectorAll('.details > div')].map(
    one => [...one.children].map(at => at.innerText)),
  noMails: [...document.querySelectorAll('[aria-label="No mails"] li')].map(one => one.dataset.because),
  consents: [...document.querySelectorAll('[aria-label="Asked to agree"] li')].map(
    one => [one.querySelector('.tag').innerText, one.querySelector('q').innerText]),
  history: [...document.querySelectorAll('.history li')].map(one => ({
    kind: one.dataset.kind, words: one.firstChild.textContent.trim(), at: one.querySelector('time').dateTime,
  })),
})"""


class BrowserConnecting(Builder):
    """Forms, the workflows they start, and what came of it."""

    def _see_form(self, site: str) -> None:
        self.show(site)
        self.select("Sign-up form")
        self.page.find(_PANEL)

    def look(self, site: str) -> None:
        """Choose the form in the builder and see its panel."""
        self._see_form(site)
        self.answered(_STANDS, f"the builder should say how the form of {site} stands")

    def connected_to(self, site: str) -> str | None:
        """Return the name of the workflow that the panel of the form says it starts."""
        self.forget()
        self._see_form(site)
        words = self.answered(_STANDS, f"the builder should say how the form of {site} stands")
        return words.partition("“")[2].partition("”")[0] or None

    def stands(self, site: str) -> str:
        """Return how the panel of the form says that it stands."""
        self.forget()
        self._see_form(site)
        words = self.answered(_STANDS, f"the builder should say how the form of {site} stands").lower()
        known = ("not connected", "waits", "connected")
        return next((state for state in known if words.startswith(state)), words)

    def connect(self, site: str, workflow: str) -> None:
        """Choose the form, choose the workflow, connect, and wait until the builder says so, or says no."""
        self._see_form(site)
        self._connect(site, workflow)

    def take_names_from(self, site: str, workflow: str, label: str) -> None:
        """Choose which question gives the name, then connect."""
        self._see_form(site)
        self.page.choose(Place("combobox", "The name is from", within=_PANEL), label)
        self._connect(site, workflow)

    def _connect(self, site: str, workflow: str) -> None:
        self.page.choose(Place("combobox", "When this form is sent", whole=False), workflow)
        self.page.press(Place("button", "Connect", within=_PANEL))
        wanted: Matcher[str] = matches_regexp(f"(Connected to|Waits for) “{re.escape(workflow)}”")
        self.answered(_PANEL, f"the form of {site} should be connected", words=wanted)

    def steps(self, site: str, workflow: str) -> Sequence[str]:
        """Return what a workflow does, as it stands beside the form."""
        self._see_form(site)
        steps = self.page.text(self.page.find(Place("list", f"Steps of {workflow}", within=_PANEL)))
        return [line.strip() for line in steps.splitlines() if line.strip()]

    def runs(self, site: str, workflow: str) -> Sequence[RunOfWorkflow]:
        """Return a workflow's runs, the newest first."""
        self.forget()
        self._see_form(site)
        self.page.press(Place("link", f"Runs of {workflow}", within=_PANEL))
        self.forget()
        self.page.find(Place("heading", f"Runs of “{workflow}”"))
        rows: list[list[str]] = self.page.evaluate(_CELLS)
        return [
            RunOfWorkflow(email, ended, why if ended == "skipped" else None)
            for _, email, ended, why, *_ in rows
        ]

    def submissions(self, site: str) -> Sequence[Submission]:
        """Return what visitors sent, the newest first."""
        self.forget()
        self.go("/sites")
        self.page.press(Place("button", f"Submissions of {self.seat.world.real(site)}"))
        self.page.find(Place("heading", "Submissions of", whole=False))
        rows: list[dict[str, Any]] = self.page.evaluate(_VALUES)
        return [Submission(tuple(row["values"]), _times(row["sent"])) for row in rows]


def _times(words: str) -> int:
    return 1 if words == "once" else int(words.split(maxsplit=1)[0])


class BrowserContacts(Screen):
    """The people that a marketer knows."""

    def found(self, words: str) -> Sequence[Contact]:
        """Look for contacts, and open each that is found."""
        Builder(self.seat).forget()
        self.go(f"/contacts?search={quote(words)}")
        self.page.find(Place("heading", "Contacts"))
        rows: list[list[str]] = self.page.evaluate(_CELLS)
        paths: list[str] = self.page.evaluate(
            "() => [...document.querySelectorAll('tbody a')].map(one => one.pathname)"
        )
        return [self._contact(row, path) for row, path in zip(rows, paths, strict=True)]

    def page_of(self, email: str) -> str:
        """Return the end of the address of one's own contact's page."""
        return ApiContacts(self.seat).page_of(email)

    def where(self, words: str) -> Sequence[str]:
        """Return the addresses of all answers that hold the words: no screen shows all of them."""
        return ApiContacts(self.seat).where(words)

    def open(self, page: str) -> None:
        """Go to the page of a contact by its address."""
        self.go(f"/contacts/{page}")
        if self.page.state(ALERT).visible:
            raise Refused(self.words(ALERT))

    def _contact(self, row: list[str], path: str) -> Contact:
        self.go(path)
        if not self.page.state(Place("list", "History")).there:
            return Contact(row[0], row[1])  # listed, and not to be opened: that is for a Then to judge
        told: dict[str, Any] = self.page.evaluate(_CONTACT)
        history = tuple(
            Happened(one["kind"], one["words"], datetime.fromisoformat(one["at"])) for one in told["history"]
        )
        details = tuple((detail, value) for detail, value in told["details"])
        consents = tuple((said, words) for said, words in told["consents"])
        return Contact(
            row[0],
            row[1],
            tuple(told["tags"]),
            history,
            tuple(told["lists"]),
            details,
            tuple(told["noMails"]),
            consents,
        )

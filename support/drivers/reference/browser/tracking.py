"""Errors that people met, on the operator's screen; and how people meet them on theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.drivers.page import Place
from support.drivers.reference.browser.builder import Builder
from support.records_of_errors import ErrorGroup, FoundByNumber

if TYPE_CHECKING:
    from collections.abc import Sequence

_HOME = "/operator"
_KEY, _NUMBER = Place("labelled", "The operator's key"), Place("searchbox", "Number that somebody was told")
_STATUS, _HEADING = Place("status"), Place("heading", "Errors")
_SITES = Place("heading", "Your sites")
_LOSE = "() => { delete HTMLDialogElement.prototype.showModal }"
_DIALOG = Place("dialog", "Preview")
_READ = """() => {
  const group = one => ({
    many: Number(one.querySelector('.many').innerText), state: one.querySelector('.state').innerText.trim(),
    returned: Boolean(one.querySelector('.returned')), id: one.dataset.group, told: one.textContent,
    numbers: [...one.querySelectorAll('.numbers a')].map(link => link.textContent.trim())})
  return {
    groups: [...document.querySelectorAll('[data-group]')].map(group),
    parts: [...document.querySelectorAll('table[aria-labelledby=passages] tbody tr')].map(
      row => row.cells[0].innerText.trim()),
    logged: [...document.querySelectorAll('.log b')].map(one => one.innerText.trim())}
}"""


class BrowserTracking(Builder):
    """The operator's screen."""

    def look_at_sites(self) -> None:
        """Open the list, whatever it says."""
        self.go("/sites")
        self.answered(_SITES, "the list of sites should be shown, or it be said why not")

    def do_without_dialogs(self, site: str) -> None:
        """Open the builder, and take away what older browsers lack."""
        self.show(site)
        self.page.evaluate(_LOSE)

    def preview(self) -> None:
        """Press the button, and wait for the preview or for words."""
        self.page.press(Place("button", "Preview"))
        self.answered(_DIALOG, "the preview should open, or it be said why not")

    def groups(self) -> Sequence[ErrorGroup]:
        """Load the list anew."""
        self._enter()
        return [_group(one) for one in self._read()["groups"]]

    def found(self, number: str) -> FoundByNumber:
        """Look for the number."""
        self._look_for(number)
        read = self._read()
        if not read["logged"]:
            return FoundByNumber()
        group = _group(read["groups"][0]) if read["groups"] else None
        return FoundByNumber(group, tuple(read["parts"]), tuple(read["logged"]))

    def settle(self, number: str) -> None:
        """Look for the number, and press the button below its group."""
        self._look_for(number)
        self.page.press(Place("button", "It is settled"))
        self.answered(_STATUS, "the group should be called settled, or it be said why not")

    def look_with_another_key(self) -> None:
        """Type another key."""
        self.go(_HOME)
        self._type("of-somebody-else")
        self.answered(_HEADING, "the errors should be shown, or it be said why not")

    def ask_in_vain(self, what: str) -> None:
        """Not on the screen, where one looks for what there is."""
        message = f"{what} is asked for by programs: tag the scenario @api"
        raise NotImplementedError(message)

    def _enter(self) -> None:
        self.go(_HOME)
        if self.page.state(_KEY).visible:
            self._type(self.seat.world.run.target.operator_key or "")
        self.page.find(_HEADING)

    def _type(self, key: str) -> None:
        self.page.fill(_KEY, key)
        self.page.press(Place("button", "Go in"))

    def _look_for(self, number: str) -> None:
        self._enter()
        self.page.fill(_NUMBER, number)
        self.page.press(Place("button", "Find"))
        self.page.find(Place("heading", "What the number finds"))

    def _read(self) -> dict[str, Any]:
        read: dict[str, Any] = self.page.evaluate(_READ)
        return read


def _group(told: dict[str, Any]) -> ErrorGroup:
    returned, numbers = told["returned"], tuple(told["numbers"])
    return ErrorGroup(told["id"], told["many"], told["state"], returned, numbers, told["told"])

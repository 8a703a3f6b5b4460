"""Letters to many, on the screen."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from support.drivers.page import Place
from support.drivers.reference.browser.screen import Screen
from support.records_of_mail import BroadcastTold

if TYPE_CHECKING:
    from support.records_of_mail import Whom

_WORDS = "Hello {name}. The rye is out of the oven on Saturday at eight."
_WHOM = {"lists": "Whoever is on one of these lists", "tags": "Whoever bears one of these tags"}
_OPEN = "() => document.querySelectorAll('details').forEach(one => { one.open = true })"
_DONE = Place("status")
_AT = "the broadcast that is looked at"
_TOLD = """() => {
  const size = document.querySelector('#size')?.dataset ?? {}
  const mails = [...document.querySelectorAll('[aria-label=Mails] > div')].map(
    one => [one.children[0].innerText, Number(one.children[1].innerText)])
  return {
    state: document.querySelector('#standing .state').innerText,
    readers: Number(size.readers ?? document.querySelector('#standing progress').max),
    unsubscribed: Number(size.unsubscribed ?? 0), declined: Number(size.declined ?? 0), mails,
    followed: Number(document.querySelector('#deeds')?.dataset.followed ?? 0),
    goes_on: document.querySelector('#goes-on time')?.dateTime,
    uncertain: [...document.querySelectorAll('[aria-label=Uncertain] li > a')].map(one => one.innerText),
  }
}"""


class BrowserBroadcasting(Screen):
    """Broadcasts."""

    def write(self, site: str, subject: str, whom: Whom, at: str) -> None:
        """Fill in the letter, keep it, and see to how many it goes."""
        self.go("/broadcasts")
        self.page.evaluate(_OPEN)
        self.page.choose(Place("combobox", "From the site"), self.seat.world.real(site))
        self.page.fill(Place("textbox", "Subject"), subject)
        self.page.fill(Place("textbox", "What it says"), _WORDS)
        self.page.fill(Place("textbox", "Words of its button"), "Order a loaf")
        self.page.fill(Place("textbox", "Where it leads"), "/")
        if whom.kind in _WHOM:
            self.page.choose(Place("combobox", "To whom"), _WHOM[whom.kind])
            self.page.fill(Place("textbox", "Which"), ", ".join(whom.of))
        self.page.fill(Place("textbox", "At what time"), at)
        self.page.press(Place("button", "Keep the draft"))
        self.page.find(Place("heading", subject))
        self.seat.kept[_AT] = subject

    def rewrite(self, subject: str, other: str) -> None:
        """Fill in another subject, and keep the draft."""
        self._look(subject)
        self.page.evaluate(_OPEN)
        self.page.fill(Place("textbox", "Subject"), other)
        self.page.press(Place("button", "Keep the draft"))
        self.answered(_DONE, f"{subject} should be written otherwise, or it be said why not")

    def try_out(self, subject: str) -> None:
        """Press what sends it to oneself."""
        self._look(subject)
        self.page.press(Place("button", "Try it out on yourself"))
        self.answered(_DONE, f"a trial of {subject} should be on its way, or it be said why not")

    def send(self, subject: str) -> None:
        """Press what sends it to as many as the page tells that it shows still."""
        self._look(subject)
        self.page.press(Place("button", "Send to", whole=False))
        self.answered(_DONE, f"{subject} should go out, or it be said why not")

    def pause(self, subject: str) -> None:
        """Press what lets it stand still."""
        self._act(subject, "Pause")

    def resume(self, subject: str) -> None:
        """Press what lets it go on."""
        self._act(subject, "Go on")

    def cancel(self, subject: str) -> None:
        """Press what cancels the rest."""
        self._act(subject, "Cancel the rest")

    def told(self, subject: str) -> BroadcastTold:
        """Return what its page tells."""
        self.show(subject)
        told: dict[str, Any] = self.page.evaluate(_TOLD)
        left_out = (("unsubscribed", told["unsubscribed"]), ("did not agree", told["declined"]))
        mails = tuple((state, number) for state, number in told["mails"])
        uncertain = tuple(told["uncertain"])
        self.seat.kept[_AT] = subject
        goes_on = datetime.fromisoformat(told["goes_on"]) if told.get("goes_on") else None
        size = told["state"], told["readers"], left_out, mails
        return BroadcastTold(*size, uncertain, told["followed"], goes_on)

    def _act(self, subject: str, called: str) -> None:
        self._look(subject)
        self.page.press(Place("button", called))
        self.answered(_DONE, f"{subject} should be dealt with, or it be said why not")

    def _look(self, subject: str) -> None:
        """Look at a broadcast, if it is not what is looked at: what was counted there is what is sent."""
        if self.seat.kept.get(_AT) != subject:
            self.show(subject)

    def show(self, subject: str) -> None:
        """Open the page of a broadcast anew."""
        self.seat.kept.pop(_AT, None)
        self.go("/broadcasts")
        self.page.press(Place("link", subject))
        self.page.find(Place("heading", subject))

"""A stranger's browser on a live site."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hamcrest import any_of, equal_to, is_not

from support.drivers.page import Place
from support.records import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from support.drivers.page import Page
    from support.seat import Seat

_MAIN, _SAID = Place("main"), Place("status")
_SENT = b"POST /forms/"
# What a browser says of a field that keeps it from sending the form at all.
_UNSENT = "() => document.querySelector('form:not([novalidate]) input:invalid')?.validationMessage ?? ''"
# What the first form of a page calls its address, its name and its button; null where it has none of them.
_FORM = """() => {
  const form = document.querySelector('form')
  const called = field => field ? field.labels[0].innerText.trim() : null
  return form && {
    email: called(form.querySelector('input[type=email]')),
    name: called(form.querySelector('input[name=name]')),
    send: form.querySelector('button').innerText.trim(),
  }
}"""
_FRAMES = """() => Object.fromEntries([...document.querySelectorAll('iframe')].map(
  one => [one.title, new URL(one.src).host]))"""
_FOLDED = """() => [...document.querySelectorAll('details')].map(
  one => { one.open = true; return one.innerText })"""
_AGREED = "yes"
_THANKED, _NOT_DONE, _NOTHING = "Thank you", "That did not work", "Nothing here"


class BrowserVisiting:
    """A stranger on a live site; the page knows nobody."""

    def __init__(self, seat: Seat) -> None:
        self.seat = seat

    @property
    def page(self) -> Page:
        """The visitor's page."""
        return self.seat.page("visit")

    def without_scripts(self) -> None:
        """Run no scripts from now on."""
        self.seat.ways = replace(self.seat.ways, scripts=False)

    def read(self, site: str, page: str | None = None) -> Sequence[str]:
        """Open a live page and return its words, line by line."""
        self._visit(self.seat.world.addresses.live(site, page))
        return self._lines()

    def follow(self, site: str, words: str) -> Sequence[str]:
        """Press a link of the live page, and return the words of the page that it leads to."""
        at_first = self.read(site)
        self.page.press(Place("link", words))
        elsewhere = f"the link {words} of {site} should lead to another page"
        return self.seat.world.wait_until(self._lines, is_not(equal_to(at_first)), elsewhere)

    def sign_up(self, site: str, name: str, email: str, page: str | None = None) -> None:
        """Fill the sign-up form of a page and send it."""
        send = self._fill(self.seat.world.addresses.live(site, page), name, email)
        unsent = self.page.evaluate(_UNSENT)
        self.page.press(send)
        if unsent:
            raise Refused(unsent)
        self._thanked(site)

    def answer(self, site: str, answers: Mapping[str, str], name: str, email: str) -> None:
        """Fill the form, tick and choose what is answered, and send it."""
        send = self._fill(self.seat.world.addresses.live(site), name, email)
        for label, value in answers.items():
            if value == _AGREED:
                self.page.press(Place("checkbox", label))
            else:
                self.page.choose(Place("combobox", label), value)
        self.page.press(send)
        self._thanked(site)

    def folded(self, site: str) -> Sequence[str]:
        """Return what unfolds on the live page."""
        self._visit(self.seat.world.addresses.live(site))
        words: list[str] = self.page.evaluate(_FOLDED)
        return words

    def embedded(self, site: str) -> Mapping[str, str]:
        """Return what of others is shown on the live page."""
        self._visit(self.seat.world.addresses.live(site))
        shown: dict[str, str] = self.page.evaluate(_FRAMES)
        return shown

    def sign_up_twice(self, site: str, name: str, email: str) -> None:
        """Fill the sign-up form and press its button again while the first answer is still on its way."""
        relay, address = self.seat.world.relayed(self.seat.world.addresses.live(site))
        send = self._fill(address, name, email)
        relay.hold_answers()
        button = self.page.box(send).at(
            0.5, 0.5
        )  # looked for once: the page is on its way out when it is pressed again
        for sent in (1, 2):
            self.page.pointer([button])
            self.seat.world.wait_until(
                lambda: relay.heard(_SENT),
                equal_to(sent),
                f"the form of {site} should have been sent {sent} times",
            )
        both = f"the platform should have answered both sendings of the form of {site}"
        self.seat.world.wait_until(relay.held, equal_to(2), both)
        relay.release_answers()
        self._thanked(site)

    def _lines(self) -> Sequence[str]:
        return [line.strip() for line in self.page.text(_MAIN).splitlines() if line.strip()]

    def _visit(self, address: str) -> None:
        self.page.open(address)
        if any(self.page.state(Place("heading", one)).there for one in (_NOTHING, _NOT_DONE)):
            raise Refused(self.page.text(_SAID))

    def _fill(self, address: str, name: str, email: str) -> Place:
        """Write name and address into the page's first form; returns the button that sends it."""
        self._visit(address)
        form: dict[str, str] | None = self.page.evaluate(_FORM)
        if form is None:
            message = f"the live page at {address} has no form"
            raise LookupError(message)
        self.page.fill(Place("textbox", form["name"]), name)
        self.page.fill(Place("textbox", form["email"]), email)
        return Place("button", form["send"])

    def _thanked(self, site: str) -> None:
        said = self.seat.world.wait_until(
            self._title,
            any_of(equal_to(_THANKED), equal_to(_NOT_DONE)),
            f"{site} should say what became of the sign-up",
        )
        if said == _NOT_DONE:
            raise Refused(self.page.text(_SAID))

    def _title(self) -> str:
        titles = (_THANKED, _NOT_DONE)
        return next((title for title in titles if self.page.state(Place("heading", title)).there), "neither")


class BrowserMeddling(BrowserVisiting):
    """Nobody: browsers send what pages make them send."""

    def misuse(self, site: str, how: str) -> None:
        """Not in a browser: it sends what its pages make it send."""
        raise NotImplementedError(f"no page of {site} makes a browser send {how}: tag the scenario @api")

    def fill_in_all(self, site: str, name: str, email: str) -> None:
        """Not in a browser either: people do not see all that can be filled in."""
        raise NotImplementedError(f"{name} ({email}) sees no more of {site} than people do: say Given")

"""Customising by API."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from support.drivers.reference.api.building import headlines_on, section_of
from support.drivers.reference.api.pages import ApiPages
from support.drivers.reference.asking import Api

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.records import Brief

_WISH = "wish that was made last"
_SUGGESTION, _WORDS, SUGGESTED_FOR = "suggestion", "suggested words", "site that the suggestion is for"


class ApiCustomising(Api):
    """Words from the copywriter; the seat remembers which suggestion is looked at."""

    def ask(self, site: str, section: str, brief: Brief) -> None:
        """Ask for a section in other words; the page stays as it is."""
        found = self.site(site)
        self._ask_about(site, section_of(self.page(found), section)["id"], brief)

    def _ask_about(self, site: str, component: str, brief: Brief) -> None:
        self.seat.kept[SUGGESTED_FOR] = site
        self._ask({"component": component, "brief": asdict(brief), "alternative": 0})

    def _ask(self, wish: dict[str, Any]) -> None:
        found = self.site(self.seat.kept[SUGGESTED_FOR])
        self._remember(self.call("POST", f"/api/sites/{found['id']}/suggestions", wish))
        self.seat.kept[_WISH] = json.dumps(wish)

    def _remember(self, made: dict[str, Any]) -> None:
        self.seat.kept[_SUGGESTION] = made["id"]
        self.seat.kept[_WORDS] = json.dumps([wording["after"] for wording in made["wordings"]])

    def ask_again(self) -> None:
        """Ask for the next alternative."""
        wish = json.loads(self._kept(_WISH))
        self._ask({**wish, "alternative": wish["alternative"] + 1})

    def choices(self) -> Sequence[Sequence[str]]:
        """Return the words of each alternative."""
        return [[wording["after"] for wording in one["wordings"]] for one in self._alternatives()]

    def choose(self, number: int) -> None:
        """Decide on another alternative from now on."""
        self._remember(self._alternatives()[number - 1])

    def _alternatives(self) -> list[dict[str, Any]]:
        here = self.call("GET", f"/api/suggestions/{self._kept(_SUGGESTION)}")
        return [self.call("GET", f"/api/suggestions/{one}") for one in here["alternatives"]]

    def shown(self) -> Sequence[str]:
        """Return the proposed words."""
        words: list[str] = json.loads(self._kept(_WORDS))
        return words

    def accept(self) -> None:
        """Put the proposed words onto the page."""
        self.call("POST", f"/api/suggestions/{self._kept(_SUGGESTION)}/acceptance")

    def refuse(self) -> None:
        """Put the proposed words away."""
        self.call("POST", f"/api/suggestions/{self._kept(_SUGGESTION)}/refusal")

    def waiting(self) -> bool:
        """Whether the suggestion still waits for a decision."""
        return bool(self.call("GET", f"/api/suggestions/{self._kept(_SUGGESTION)}")["state"] == "open")

    def _kept(self, name: str) -> str:
        if name not in self.seat.kept:
            message = f"{self.seat.person.name} has no suggestion: a sentence that asks for one is missing"
            raise LookupError(message)
        return self.seat.kept[name]


class ApiAsking(ApiCustomising):
    """What else than a section the copywriter is asked about."""

    def about_headline(self, site: str, brief: Brief) -> None:
        """Ask about the heading of level 1."""
        self._ask_about(site, next(headlines_on(self.page(self.site(site))))["id"], brief)

    def about_page(self, site: str, brief: Brief, page: str | None = None) -> None:
        """Ask about the page itself, with all that is on it."""
        about = ApiPages(self.seat).id_of(site, page) if page else self.page(self.site(site))["id"]
        self._ask_about(site, about, brief)

    def left(self) -> str:
        """Ask what was said with the suggestion."""
        return str(self.call("GET", f"/api/suggestions/{self._kept(_SUGGESTION)}")["reason"])


class ApiWriting(ApiCustomising):
    """Not by API: programs take the whole answer; what comes piece by piece is read on a screen."""

    def begin(self, site: str, section: str, brief: Brief) -> None:
        """Not by API."""
        raise NotImplementedError(f"{section} of {site} is not read along by API ({brief}): say @browser")

    def so_far(self) -> Sequence[str]:
        """Not by API."""
        raise NotImplementedError("words are read as they come on a screen: tag the scenario @browser")

    def offered(self) -> bool:
        """Not by API."""
        raise NotImplementedError("half an answer is seen on a screen: tag the scenario @browser")

    def end(self) -> None:
        """Not by API."""
        raise NotImplementedError("a copywriter is stopped on a screen: tag the scenario @browser")

    def said(self) -> str:
        """Not by API."""
        raise NotImplementedError("what a builder says is read on a screen: tag the scenario @browser")

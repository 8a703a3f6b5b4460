"""The closed list of tags: what each means, which are unknown, and what a scenario's tags ask of a run."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from support.engines import TRAITS
from support.pairs import FAMILY, PAIRS

if TYPE_CHECKING:
    from support.case import Channel

KINDS = {
    "journey": "A marketer's way through the product, acted in the browser.",
    "integration": "A joint between two systems of the platform.",
    "system": "One system of the platform, specified by itself.",
    "quality": "Load, outages, consistency, engines, devices, accessibility, security or monitoring.",
}
DOMAINS = {
    "templates": "Choosing a template and starting a site from it.",
    "building": "Laying out a page on the canvas.",
    "components": "The parts that a page is made of.",
    "realtime": "Several people, or one person twice, on one page.",
    "customising": "Copy written by the AI for a brief.",
    "connecting": "The Magic Connector between a form or button and a workflow.",
    "workflows": "What runs by itself after something happened.",
    "contacts": "The people that a marketer knows.",
    "mail": "What reaches an inbox.",
    "insights": "What is counted and shown.",
    "jobs": "Slow work in the background.",
    "publishing": "Bringing a site before its visitors.",
    "accounts": "Signing in, workspaces and people.",
    "partners": "Developers who build on the platform.",
    "operating": "Running the platform: what went wrong, and for how many.",
}
CHANNELS = {
    "browser": "Acts in a browser whatever the run asks for.",
    "api": "Acts by API whatever the run asks for.",
}
WEIGHTS = {
    "smoke": "Few, quick and safe: looked at before a release.",
    "slow": "Takes long; left out where a quick answer is wanted.",
}
USES = {
    "load": "May be run by many load users at once.",
    "monitor": "Is run against production all day.",
}
STATES = {
    "draft": "Being written; never runs.",
    "quarantine": "Known to flip; owner, reason and expiry stand in a file.",
}
OWN_PLATFORM = "own_platform"
FIXTURES = {
    OWN_PLATFORM: "A platform that nobody else uses, of which parts may be taken away; with @needs.outages or"
    " @needs.processes, since only a target that starts platforms has one to give.",
}
FAMILIES = {
    "req.": "Evidence for this promise of docs/requirements.toml.",
    "needs.": "Runs only where the target has this capability.",
    "fixture.": "Begins from this prepared state.",
    "outage.": "Shows what happens while a part fails in this way (support/pairs.py).",
    "trait.": "Runs in a browser only where its engine can do this (support/engines.py).",
}
TAGS = {**KINDS, **DOMAINS, **CHANNELS, **WEIGHTS, **USES, **STATES}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the families of tags may name: requirement ids, capabilities of targets, fixtures."""

    requirements: frozenset[str] = frozenset()
    capabilities: frozenset[str] = frozenset()
    fixtures: frozenset[str] = frozenset(FIXTURES)
    traits: frozenset[str] = frozenset(TRAITS)

    def unknown(self, tags: Iterable[str]) -> list[str]:
        """Those of the tags that are not on the list, in the order given."""
        known = set(self._all())
        return [tag for tag in tags if tag not in known]

    def nearest(self, tag: str) -> str | None:
        """The known tag that somebody who wrote this one may have meant."""
        near = get_close_matches(tag, self._all(), n=1)
        return near[0] if near else None

    def _all(self) -> Iterator[str]:
        yield from TAGS
        yield from (f"req.{name}" for name in sorted(self.requirements))
        yield from (f"needs.{name}" for name in sorted(self.capabilities))
        yield from (f"fixture.{name}" for name in sorted(self.fixtures))
        yield from (f"trait.{name}" for name in sorted(self.traits))
        yield from (f"{FAMILY}{pair}" for pair in sorted(PAIRS))


def requirements_in(file: Path) -> frozenset[str]:
    """The requirement ids that a requirements.toml promises; none where there is no such file."""
    return frozenset(tomllib.loads(file.read_text(encoding="utf-8"))) if file.is_file() else frozenset()


def channel_of(tags: Iterable[str], wanted: Channel | None) -> Channel:
    """Where a scenario acts: its own tag binds, then what the run asks for; else journeys act in browsers."""
    tags = frozenset(tags)
    if "browser" in tags:
        return "browser"
    if "api" in tags:
        return "api"
    return wanted or ("browser" if "journey" in tags else "api")


def needs(tags: Iterable[str]) -> list[str]:
    """The capabilities that the tags ask of a target, sorted."""
    return sorted(tag.removeprefix("needs.") for tag in tags if tag.startswith("needs."))


def fixtures(tags: Iterable[str]) -> frozenset[str]:
    """The prepared states that the tags ask for."""
    return frozenset(tag.removeprefix("fixture.") for tag in tags if tag.startswith("fixture."))


def traits(tags: Iterable[str]) -> frozenset[str]:
    """What the tags ask of a browser that not every engine can do."""
    return frozenset(tag.removeprefix("trait.") for tag in tags if tag.startswith("trait."))


def claims(tags: Iterable[str]) -> list[str]:
    """The requirement ids that the tags claim to be evidence for, sorted."""
    return sorted(tag.removeprefix("req.") for tag in tags if tag.startswith("req."))

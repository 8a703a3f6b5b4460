"""Pages of the reference platform to edit many times, for measuring: where edits go, and what they say."""

from __future__ import annotations

import json
import math
import secrets
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from support.drivers.reference.inserting import inserted

if TYPE_CHECKING:
    import httpx

_BRIEF = {"business": "Bench", "audience": "families", "goal": "sell more bread", "tone": "friendly"}
_AT_ONCE = 500  # inserts in one request


@dataclass(frozen=True, slots=True)
class Page:
    """A page to edit: where its operations go, a heading on it, and the section that holds it."""

    path: str
    heading: str
    section: str

    @property
    def line(self) -> str:
        """Where one hears what is done to it."""
        return self.path.replace("/operations", f"/live?client=bench-{secrets.token_hex(4)}")

    @property
    def builder(self) -> str:
        """Where a person builds it."""
        return self.path.removeprefix("/api").replace("/operations", "/builder")

    def edit(self, words: str) -> dict[str, object]:
        """Return an edit that gives the heading these words."""
        return {"operations": [{"kind": "set", "id": self.heading, "properties": {"text": words}}]}


def written_after(owner: httpx.Client, page: Page, alternative: int) -> tuple[float, float]:
    """Ask for other words where a heading is; return the seconds to the first, and to the last."""
    path = page.path.replace("/operations", "/suggestions/writing")
    wish = {"component": page.section, "brief": _BRIEF, "alternative": alternative}
    began, first = time.perf_counter(), 0.0
    with owner.stream("POST", path, json=wish) as answer:
        for line in answer.raise_for_status().iter_lines():
            said = json.loads(line.removeprefix("data: ") or "{}")
            if said.get("wordings") and not first:
                first = time.perf_counter() - began
            if "suggestion" in said:
                return first, time.perf_counter() - began
    return math.inf, math.inf  # nothing came of it


def words_heard(message: str) -> list[str]:
    """Return the words that a message on a line says were given to something."""
    operations = json.loads(message).get("operations", ())
    return [one["properties"]["text"] for one in operations if "text" in one.get("properties", {})]


def page_of(owner: httpx.Client, name: str, components: int = 0) -> Page:
    """Start a site, with so many headings more, and return its page."""
    made = owner.post("/api/sites", json={"name": name, "template": "bakery"}).raise_for_status()
    site = f"/api/sites/{made.json()['id']}"
    section = owner.get(f"{site}/components").raise_for_status().json()["page"]["children"][0]
    page = Page(f"{site}/operations", section["children"][0]["id"], section["id"])
    for begin in range(0, components, _AT_ONCE):
        many = [
            inserted("heading", section["id"], None, {"text": f"A heading {number}"})
            for number in range(begin, min(begin + _AT_ONCE, components))
        ]
        owner.post(page.path, json={"operations": many}).raise_for_status()
    return page

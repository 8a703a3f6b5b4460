"""What a marketer waits for at a long page: until the builder can be used, and until an edit is drawn."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

from support.bench.editing import percentile, workspace
from support.bench.measuring import Figure
from support.drivers.engines.engines import Engines
from support.drivers.page import Cookie, Place
from support.journal import Journal
from support.settings import RunSettings
from support.target.own import COOKIE, page_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.drivers.page import Page

SIZES = {100: 1500.0, 1000: 3000.0}  # components of a page, and ms within which it can be used
OPENINGS, EDITS, DRAWN = 5, 20, 150.0  # ms until an edit is drawn
_LAYERS, _TEXT = Place("navigation", "On this page"), Place("textbox", "Text")
# The builder marks when it says for the first time that everything is saved, in ms since it was asked for.
_USABLE = """() => new Promise(done => {
  const look = () => {
    const [mark] = performance.getEntriesByName('usable')
    if (mark) done(mark.startTime); else setTimeout(look, 20)
  }
  look()
})"""
# From the key to the second frame after it: by then what it changed has been painted.
_DRAWN = """words => new Promise(done => {
  const box = document.querySelector('#properties textarea'), began = performance.now()
  const page = document.querySelector('iframe[title="Page canvas"]').contentDocument
  box.value = words
  box.dispatchEvent(new Event('input', {bubbles: true}))
  const painted = () => requestAnimationFrame(() => requestAnimationFrame(() => {
    if (page.body.textContent.includes(words)) done(performance.now() - began); else painted()
  }))
  painted()
})"""


def building() -> Iterator[Figure]:
    """Measure the builder in Chromium, on pages of two sizes: medians, and the 95th percentile of edits."""
    engines = Engines(RunSettings(evidence="none"))
    try:
        with workspace() as (app, owner):
            cookie = Cookie(COOKIE, owner.cookies[COOKIE], app)
            page = engines.get("chromium").new_machine(Journal(), [cookie]).page
            for components, most in SIZES.items():
                address = app + page_of(owner, f"Page of {components}", components).builder
                usable = statistics.median(_opened(page, address) for _ in range(OPENINGS))
                name = f"the builder, on a page of {components} components"
                yield Figure(name, usable, "ms", most, OPENINGS)
            page.press(Place("button", "Heading: A heading 0", within=_LAYERS))
            page.find(_TEXT)
            drawn = [page.evaluate(_DRAWN, f"Rye {number} today") for number in range(EDITS)]
            name = f"an edit drawn, on a page of {max(SIZES)} components (p95)"
            yield Figure(name, percentile(drawn, 0.95), "ms", DRAWN, EDITS)
    finally:
        engines.stop()


def _opened(page: Page, address: str) -> float:
    page.open(address)
    return float(page.evaluate(_USABLE))

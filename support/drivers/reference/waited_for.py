"""What a person waits for at the builder, for measuring: until it can be used, and until an edit is drawn."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from support.drivers.page import Place
from support.drivers.reference.browser.builder import LAYERS

if TYPE_CHECKING:
    from support.drivers.page import Page

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


# From asking for the gallery until its pictures are there, and two frames later.
_GALLERY = """() => new Promise(done => {
  const painted = () => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))
  if (document.readyState === 'complete') painted(); else addEventListener('load', painted)
})"""


def gallery_after(page: Page, app: str) -> float:
    """Open the gallery of templates, and return after how many milliseconds all of it was drawn."""
    page.open(f"{app}/templates")
    return float(page.evaluate(_GALLERY))


def begun_after(page: Page, app: str, name: str) -> float:
    """Start a site from a template, and return after how many milliseconds its builder could be used."""
    page.open(f"{app}/templates/bakery")
    page.fill(Place("textbox", "Name of your site"), name)
    began = time.perf_counter()
    page.press(Place("button", "Start this site"))
    page.find(LAYERS)
    page.evaluate(_USABLE)
    return (time.perf_counter() - began) * 1000


def usable_after(page: Page, address: str) -> float:
    """Open a builder, and return after how many milliseconds it could be used."""
    page.open(address)
    return float(page.evaluate(_USABLE))


def choose_heading(page: Page, words: str) -> None:
    """Choose a heading in the builder that is open, so that it can be written."""
    page.press(Place("button", f"Heading: {words}", within=LAYERS))
    page.find(Place("textbox", "Text"))


def drawn_after(page: Page, words: str) -> float:
    """Give what is chosen other words, and return after how many milliseconds the canvas has drawn them."""
    return float(page.evaluate(_DRAWN, words))

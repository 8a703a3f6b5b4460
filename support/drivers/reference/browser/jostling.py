"""One of several people at one page, on a builder of their own."""

from __future__ import annotations

from hamcrest import contains_string

from support.drivers.page import Place
from support.drivers.reference.browser.builder import LAYERS, SAVE_STATE, WRITING, Builder

_GO_ON = Place("button", "Go on with the page as it is stored")
_NOTE = Place("status", "Note")
_CONFLICT = "Conflict"
# All in one breath, since the next thing that others do may take away what was just chosen.
_EDIT = """async dice => {
  const lines = [...document.querySelectorAll('#layers button')].filter(
    one => /^(Heading|Text): /.test(one.textContent))
  lines[dice % lines.length].click()
  await new Promise(done => setTimeout(done))
  const press = name => [...document.querySelectorAll('#properties button')].find(
    one => one.textContent === name)?.click()
  const acts = {
    write() {
      const box = document.querySelector('#properties textarea')
      if (box) { box.value = `Words ${dice}`; box.dispatchEvent(new Event('input', {bubbles: true})) }
    },
    up() { press('Move up') },
    down() { press('Move down') },
    add() { document.querySelector('#palette [aria-label="Add Text"]').click() },
    remove() { if (lines.length > 8) press('Remove') },
  }
  acts[['write', 'up', 'down', 'write', 'add', 'remove'][Math.floor(dice / 1000) % 6]]()
}"""


class BrowserJostling(Builder):
    """One of several people at one page."""

    def edit(self, site: str, dice: int) -> None:
        """Choose a line of the list and do something to it; after a conflict one goes on first."""
        self.show(site)
        if self.words(SAVE_STATE) == _CONFLICT:
            self.page.press(_GO_ON)
        self.page.evaluate(_EDIT, dice)

    def settle(self, site: str) -> None:
        """Press the button that a conflict brings, and wait until the page is as it is stored."""
        self.page.press(_GO_ON)
        self.saved(site)

    def reminded(self) -> str:
        """Return what stands in the note."""
        return self.words(_NOTE)

    def begin_writing(self, site: str, words: str, more: str) -> None:
        """Walk to a heading, begin by the Enter key, and write on until it is stored."""
        self.show(site)
        self.walk_to(f"Heading: {words}")
        self.key(self.heading(words), "Enter")
        self.begun()
        self.page.type(more)
        self.wait_for(LAYERS, contains_string(more), "the list of what is on the page should name it")
        self.saved(site)

    def writing(self) -> str:
        """Return the words that have the focus on the canvas, if they can be written at."""
        return self.page.evaluate(WRITING) or ""

    def finish_writing(self) -> None:
        """Press Escape."""
        self.page.key(self.heading(self.writing()), "Escape")

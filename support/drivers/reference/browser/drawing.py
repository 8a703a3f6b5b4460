"""Drawing workflows on the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from support.drivers.page import Place
from support.drivers.reference.browser.builder import Builder
from support.drivers.reference.step_sayings import DEEDS, OTHERWISE, SAYINGS, of_mail, read, written
from support.records_of_workflows import Drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

# Where each thing that a step says is written, and where it is chosen, on the screen.
_WRITTEN = {
    "tag": Place("textbox", "Tag"),
    "list": Place("textbox", "List"),
    "detail": Place("textbox", "What is changed"),
    "value": Place("textbox", "To what"),
    "subject": Place("textbox", "Subject"),
    "notice": Place("textbox", "What they are told"),
    "address": Place("textbox", "Address"),
    "amount": Place("spinbutton", "long", whole=False),
    "time": Place("textbox", "Time of day"),
    "of": Place("textbox", "Which one"),
}
_MAIL = {
    "words": Place("textbox", "What it says"),
    "button": Place("textbox", "Words of its button"),
    "link": Place("textbox", "Where it leads"),
}
_CHOSEN = {
    "unit": Place("combobox", "Unit"),
    "day": Place("combobox", "Day"),
    "what": Place("combobox", "Until the contact"),
}
_OFFERED = {what: deed for deed, what in DEEDS.items()}  # how the screen says what programs call otherwise
_ELSE = Place("combobox", "Otherwise")
_DONE, _STEPS = Place("status"), Place("list", "Steps")
# What was said before is taken away, so that what is said next is told apart from it.
_SAID_BEFORE = """() => {
  for (const one of document.querySelectorAll('[role=status], [role=alert]')) one.remove()
}"""
_DRAWN = """() => ({
  steps: [...document.querySelectorAll('.drawn > li')].map(one => Object.fromEntries(
    [...one.querySelectorAll('input, select')].map(field => [field.name.split('.')[1],
      /^(amount|otherwise)$/.test(field.name.split('.')[1]) ? Number(field.value) : field.value]))),
  marks: [...document.querySelectorAll('.wrong')].map(
    one => [Number(one.id.split('-')[1]), one.innerText.trim()]),
  versions: [...document.querySelectorAll('.versions > li')].map(
    one => [one.querySelector('b').innerText, one.innerText.includes('In force'),
      one.querySelector('.hint.starter').innerText.trim(),
      [...one.querySelectorAll('.differs .what')].map(line => line.innerText.trim())]),
})"""


class WorkflowScreens(Builder):
    """The ways to the workflows of a site."""

    def _open(self, site: str, workflow: str) -> None:
        """Come to the workflow from the list of sites, unless it is before one already."""
        if self.page.state(_heading(workflow)).there:
            return
        self._list(site)
        self.page.press(Place("button", f"Draw {workflow}"))
        self.page.find(_heading(workflow))

    def _list(self, site: str) -> None:
        self.forget()
        self.go("/sites")
        self.page.press(Place("button", f"Workflows of {self.seat.world.real(site)}"))
        self.page.find(Place("heading", "Workflows of", whole=False))

    def _do(self, button: str, reason: str) -> None:
        """Press a button and wait until the next screen says that it is done, or says no."""
        self.page.evaluate(_SAID_BEFORE)
        self.page.press(Place("button", button))
        self.answered(_DONE, f"{reason}, or it be said why not")


class BrowserDrawing(WorkflowScreens):
    """What follows when a form is sent."""

    def draw(self, site: str, workflow: str, steps: Sequence[tuple[str, ...]]) -> None:
        """Begin a workflow, and add one step after the other."""
        self._list(site)
        self.page.fill(Place("textbox", "Name of the workflow"), workflow)
        self.page.press(Place("button", "Begin"))
        self.answered(_heading(workflow), f"{workflow} should be begun, or it be said why not")
        for number, (called, says, *words) in enumerate(steps, start=1):
            self._do(f"Add: {called}", f"step {number} should be there")
            self._fill(number, SAYINGS[called].kind, says, "".join(words))
        for number, (_, says, *_) in enumerate(steps, start=1):
            self._lead(number, says.partition(OTHERWISE)[2])

    def _lead(self, number: int, otherwise: str) -> None:
        """Choose where a branch leads, now that the step is there."""
        if otherwise.isdecimal():
            self.page.choose(replace(_ELSE, within=self._step(number)), f"Go on at step {otherwise}")
            self._do("Save the draft", "the draft should be saved")

    def _fill(self, number: int, kind: str, says: str, words: str) -> None:
        step = self._step(number)
        for name, value in read(kind, says).items():
            if name in _WRITTEN:
                self.page.fill(replace(_WRITTEN[name], within=step), str(value))
            elif name in _CHOSEN:
                self.page.choose(replace(_CHOSEN[name], within=step), _OFFERED.get(value, value))
        if words:
            for name, value in of_mail(words).items():
                self.page.fill(replace(_MAIL[name], within=step), value)
        self._do("Save the draft", "the draft should be saved")

    def _step(self, number: int) -> Place:
        return Place("group", f"Step {number}:", whole=False, within=_STEPS)

    def see(self, site: str, workflow: str) -> None:
        """Have it on the screen."""
        self._open(site, workflow)

    def change(self, site: str, workflow: str, step: int, words: str) -> None:
        """Write other words into a step, and save."""
        self._open(site, workflow)
        kind = self.page.evaluate(_DRAWN)["steps"][step - 1]["kind"]
        if not read(kind, words):
            raise LookupError(f"step {step} of {workflow} says nothing to be changed")
        self._fill(step, kind, words, "")

    def move_up(self, site: str, workflow: str, step: int) -> None:
        """Press what moves a step up."""
        self._open(site, workflow)
        self._do(f"Move step {step} up", f"step {step} should move up")

    def remove(self, site: str, workflow: str, step: int) -> None:
        """Press what removes a step."""
        self._open(site, workflow)
        self._do(f"Remove step {step}", f"step {step} should be gone")

    def publish(self, site: str, workflow: str) -> None:
        """Publish what stands on the screen."""
        self._open(site, workflow)
        self._do("Publish the workflow", f"{workflow} should be published")

    def go_back(self, site: str, workflow: str, version: int) -> None:
        """Press what puts an earlier version in force."""
        self._open(site, workflow)
        self._do(f"Go back to version {version}", f"version {version} should be in force")

    def drawn(self, site: str, workflow: str) -> Drawn:
        """Load the screen anew, and return what stands there."""
        self.forget()
        self._list(site)
        self._open(site, workflow)
        seen: dict[str, Any] = self.page.evaluate(_DRAWN)
        in_force = [
            (int(name.rpartition(" ")[2]), starts, tuple(differs))
            for name, is_it, starts, differs in seen["versions"]
            if is_it
        ]
        return Drawn(
            tuple(written(step) for step in seen["steps"]),
            tuple((step, words) for step, words in seen["marks"]),
            *(in_force[0] if in_force else (0, "")),
        )


def _heading(workflow: str) -> Place:
    return Place("heading", f"Workflow “{workflow}”")

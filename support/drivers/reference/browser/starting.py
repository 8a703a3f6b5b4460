"""What starts workflows, on the screen."""

from __future__ import annotations

from support.drivers.page import Place
from support.drivers.reference.browser.drawing import WorkflowScreens

_STARTS = Place("group", "What starts it")


class BrowserStarting(WorkflowScreens):
    """What starts a workflow."""

    def by_tag(self, site: str, workflow: str, tag: str) -> None:
        """Choose that a contact who is tagged starts it, write the tag, and save."""
        self._open(site, workflow)
        self.page.choose(Place("combobox", "It starts when", within=_STARTS), "A contact is tagged")
        self.page.fill(Place("textbox", "With which tag", within=_STARTS), tag)
        self._do("Save the draft", "the draft should be saved")

    def each_time(self, site: str, workflow: str) -> None:
        """Tick that it takes somebody each time, and save."""
        self._open(site, workflow)
        self.page.press(Place("checkbox", "Takes somebody each time", whole=False, within=_STARTS))
        self._do("Save the draft", "the draft should be saved")

    def once_only(self, site: str, workflow: str) -> None:
        """Take the tick away, and save: the same press as the one that sets it."""
        self.each_time(site, workflow)

    def remove(self, site: str, workflow: str) -> None:
        """Press what removes it."""
        self._open(site, workflow)
        self._do("Remove the workflow", f"{workflow} should be gone")

"""What starts workflows, on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.drivers.page import Place
from support.drivers.reference.api.starting import ApiStarting
from support.drivers.reference.browser.drawing import WorkflowScreens

if TYPE_CHECKING:
    from datetime import datetime

_STARTS = Place("group", "What starts it")


class BrowserStarting(WorkflowScreens):
    """What starts a workflow."""

    def by_deed(self, site: str, workflow: str, deed: str, of: str) -> None:
        """Choose what a contact does that starts it, write what of, and save."""
        self._choose(site, workflow, f"A contact {deed}", of)

    def by_day(self, site: str, workflow: str, called: str, at: datetime) -> None:
        """Choose that a day starts it, write which and for whom, and save."""
        self._choose(site, workflow, "A day comes", called, at)

    def by_message(self, site: str, workflow: str) -> None:
        """Choose that another system starts it, and save."""
        self._choose(site, workflow, "Another system sends a message")

    def _choose(
        self, site: str, workflow: str, starts: str, of: str = "", at: datetime | None = None
    ) -> None:
        self._open(site, workflow)
        self.page.choose(Place("combobox", "It starts when", within=_STARTS), starts)
        if of:
            self.page.fill(Place("textbox", "Which one", within=_STARTS), of)
        if at:
            self.page.fill(Place("textbox", "On which day", within=_STARTS), f"{at:%Y-%m-%d}")
            self.page.fill(Place("textbox", "At what time", within=_STARTS), f"{at:%H:%M}")
        self._do("Save the draft", "the draft should be saved")

    def each_time(self, site: str, workflow: str) -> None:
        """Tick that it takes somebody each time, and save."""
        self._open(site, workflow)
        self.page.press(Place("checkbox", "Takes somebody each time", whole=False, within=_STARTS))
        self._do("Save the draft", "the draft should be saved")

    def once_only(self, site: str, workflow: str) -> None:
        """Take the tick away, and save: the same press as the one that sets it."""
        self.each_time(site, workflow)

    def go_by(self, site: str, zone: str) -> None:
        """Write the time zone on the page of the site's settings, and save."""
        self.forget()
        self.go(f"/sites/{ApiStarting(self.seat).site(site)['id']}/settings")
        self.page.fill(Place("combobox", "Time zone"), zone)
        self._do("Go by these clocks", f"{site} should go by the clocks of {zone}")

    def remove(self, site: str, workflow: str) -> None:
        """Press what removes it."""
        self._open(site, workflow)
        self._do("Remove the workflow", f"{workflow} should be gone")

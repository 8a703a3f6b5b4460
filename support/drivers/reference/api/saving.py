"""What becomes of an edit by API: an operation that is answered is stored."""

from __future__ import annotations

from support.drivers.reference.api.building import ApiBuilding


class ApiSaving(ApiBuilding):
    """An edit between being asked for and being stored."""

    def write_headline(self, site: str, words: str) -> None:
        """Set the headline; the answer comes when it is stored, so there is nothing to wait for."""
        self.change_headline(site, words)

    def write_headline_in_vain(self, site: str, words: str) -> None:
        """Not by API: nothing is tried again here."""
        raise NotImplementedError(f"only a browser tries again ({site}, {words}): tag the scenario @browser")

    def write_beneath_headline(self, site: str, words: str) -> None:
        """Not by API: no two edits wait side by side here."""
        raise NotImplementedError(
            f"edits wait side by side in a browser only ({site}, {words}): tag the scenario @browser"
        )

    def lose_connection(self, site: str, how: str) -> None:
        """Not by API: nothing waits here while the line is cut."""
        raise NotImplementedError(
            f"a connection is {how} in a browser only ({site}): tag the scenario @browser"
        )

    def regain_connection(self) -> None:
        """Not by API either."""
        raise NotImplementedError("a connection is regained in a browser only: tag the scenario @browser")

    def told(self) -> str:
        """Not by API either."""
        raise NotImplementedError("what a builder says is read on a screen: tag the scenario @browser")

    def called(self, site: str) -> str:
        """Not by API: what the builder says of an edit is said on the screen."""
        raise NotImplementedError(f"a save state is seen in browsers only ({site}): tag it @browser")

    def holds_back(self, site: str) -> bool:
        """Not by API: there is no window to close."""
        raise NotImplementedError(f"nobody closes a window by API ({site}): tag it @browser")


class ApiJostling(ApiBuilding):
    """Not by API: what is asked for there is answered before the next thing is asked for."""

    def edit(self, site: str, dice: int) -> None:
        """Not by API."""
        raise NotImplementedError(f"edits wait in browsers only ({site}, {dice}): tag the scenario @browser")

    def settle(self, site: str) -> None:
        """Not by API."""
        raise NotImplementedError(f"conflicts are settled on screens ({site}): tag the scenario @browser")

    def reminded(self) -> str:
        """Not by API."""
        raise NotImplementedError("what a builder tells is read on a screen: tag the scenario @browser")

    def begin_writing(self, site: str, words: str, more: str) -> None:
        """Not by API: nobody stays at words there."""
        raise NotImplementedError(f"nobody stays at words by API ({site}, {words}, {more}): tag it @browser")

    def writing(self) -> str:
        """Not by API."""
        raise NotImplementedError("nobody stays at words by API: tag the scenario @browser")

    def finish_writing(self) -> None:
        """Not by API."""
        raise NotImplementedError("nobody stays at words by API: tag the scenario @browser")

"""A letter before anybody gets it, by API: there is none, since it is for eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from support.drivers.reference.asking import Api

if TYPE_CHECKING:
    from support.records_of_mail import LetterSeen


class ApiPreviewing(Api):
    """Nothing to look at."""

    def look(self, subject: str, way: str) -> None:
        """Not by API."""
        _nothing_shown(subject, way)

    def seen(self) -> LetterSeen:
        """Not by API either."""
        _nothing_shown()


def _nothing_shown(*asked: object) -> NoReturn:
    raise NotImplementedError(f"no letter is shown by API {asked}: tag the scenario @browser")

"""What is kept when a step fails: pictures of the pages, their complaints, the last exchanges."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from support.evidence.redaction import redacted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from support.drivers.page import Page
    from support.world import World


def collect(world: World, step: str, attach: Callable[[str, bytes | str], None]) -> None:
    """Attach the evidence; what goes wrong while collecting is evidence too and hides nothing."""
    for what, take in _kinds(world):
        try:
            kind, content = take()
            if content:
                attach(kind, content)
        except Exception as error:  # noqa: BLE001 - the failing step is what matters; this is told beside it
            attach("text/plain", f"While collecting {what} after “{step}”: {error!r}")


def _kinds(world: World) -> Iterator[tuple[str, Callable[[], tuple[str, bytes | str]]]]:
    yield "the last exchanges", partial(_exchanges, world)
    for seat in world.seats:
        for purpose, page in seat.pages.items():
            whose = f"{seat.person.name}'s {purpose} page"
            yield f"the picture of {whose}", partial(_picture, page)
            yield f"the console of {whose}", partial(_complaints, page, whose)


def _exchanges(world: World) -> tuple[str, str]:
    shown = "\n\n".join(map(str, world.journal.exchanges))
    return "text/plain", f"The last exchanges, the oldest first:\n\n{shown or 'none'}"


def _picture(page: Page) -> tuple[str, bytes]:
    return "image/png", page.picture()


def _complaints(page: Page, whose: str) -> tuple[str, str]:
    complaints = "\n".join(page.console())
    return "text/plain", redacted(f"The console of {whose}:\n{complaints}") if complaints else ""

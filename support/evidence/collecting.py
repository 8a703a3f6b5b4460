"""What is kept when a step fails: pictures of the pages, their complaints, the last exchanges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.evidence.redaction import redacted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from support.world import World


def collect(world: World, step: str, attach: Callable[[str, bytes | str], None]) -> None:
    """Attach the evidence; what goes wrong while collecting is evidence too and hides nothing."""
    for what in (_exchanges, _pictures, _complaints):
        try:
            for kind, content in what(world):
                attach(kind, content)
        except Exception as error:  # noqa: BLE001 - the failing step is what matters; this is told beside it
            attach("text/plain", f"While collecting {what.__name__.strip('_')} after “{step}”: {error!r}")


def _exchanges(world: World) -> Iterator[tuple[str, str]]:
    shown = "\n\n".join(map(str, world.journal.exchanges))
    yield "text/plain", f"The last exchanges, the oldest first:\n\n{shown or 'none'}"


def _pictures(world: World) -> Iterator[tuple[str, bytes]]:
    for seat in world.seats:
        for page in seat.pages.values():
            yield "image/png", page.picture()


def _complaints(world: World) -> Iterator[tuple[str, str]]:
    for seat in world.seats:
        for purpose, page in seat.pages.items():
            complaints = "\n".join(page.console())
            if complaints:
                yield (
                    "text/plain",
                    redacted(f"The console of {seat.person.name}'s {purpose} page:\n{complaints}"),
                )

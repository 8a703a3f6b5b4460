"""What is kept when a step fails: the pages, what they did and asked, the mails, the platform's own log."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from support.evidence import inboxes, platform_log, traces
from support.evidence.keeping import FOLDER, PICTURE, TEXT, ZIP, Attach, Keeper
from support.evidence.places import folder_of, slug
from support.evidence.private_folder import PrivateFolder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.drivers.engines.engine import Machine
    from support.drivers.page import Page
    from support.world import World


@dataclass(slots=True)
class _Window:
    """One page that was open, what files about it are called, and what was taken of it."""

    name: str
    caption: str
    page: Page
    machine: Machine | None
    picture: bytes = b""
    documents: dict[str, str] = field(default_factory=dict)
    record: Path | None = None


def collect(world: World, step: str, says: str, attach: Attach) -> Path | None:
    """Keep the evidence of a step that failed, in the report and in a folder, which is returned.

    `says` is the failure's own sentence. What goes wrong while collecting is evidence too; nothing is raised.
    None when the run keeps no evidence.
    """
    if world.run.settings.evidence == "none":
        return None
    secrets = world.journal.secrets
    keeper = Keeper(world.run.settings.reports / FOLDER / folder_of(world.case), attach, secrets, step)
    keeper.begin()
    with keeper.trying("evidence"), PrivateFolder() as private:
        windows = list(_windows(world))
        for number, window in enumerate(windows):
            _take(window, private / f"{number}.zip", keeper)
        keeper.text("failure.txt", "The failure", says or f"“{step}” failed.")
        for window in windows:
            _keep(window, keeper, private)
        _keep_the_rest(world, keeper)
    return keeper.folder


def learn(world: World) -> None:
    """Learn the secrets that open pages hold, before a word about the scenario goes anywhere.

    A page that cannot be asked tells nothing here; collecting asks it again, and says what went wrong.
    """
    for machine in (machine for seat in world.seats for machine in seat.machines):
        with contextlib.suppress(Exception):  # collecting meets the same trouble, and tells it
            for name, value in machine.cookies().items():
                world.journal.secrets.add(value, f"the cookie {name}")
            world.journal.secrets.learn(machine.stored())
            for document in machine.documents().values():
                world.journal.secrets.learn(document)


def _windows(world: World) -> Iterator[_Window]:
    met: dict[str, int] = {}
    for seat in world.seats:
        who = seat.person.name
        met[who] = met.get(who, 0) + 1
        again = f" at machine {met[who]}" if met[who] > 1 else ""
        for purpose, page in seat.pages.items():
            machine = next((one for one in seat.machines if one.page is page), None)
            name = slug(f"{who}{f' {met[who]}' if again else ''} {purpose}")
            yield _Window(name, f"{who}'s {purpose} page{again}", page, machine)


def _take(window: _Window, record: Path, keeper: Keeper) -> None:
    """Take what there is of a page, and learn its secrets before anything is written."""
    machine, secrets = window.machine, keeper.secrets
    with keeper.trying(f"the picture of {window.caption}"):
        window.picture = window.page.picture()
    if machine is None:
        return
    with keeper.trying(f"the cookies of {window.caption}"):
        for name, value in machine.cookies().items():
            secrets.add(value, f"the cookie {name}")
    if window.picture:  # a page that gives no picture may give no answer to anything, for ever
        with keeper.trying(f"the documents of {window.caption}"):
            secrets.learn(machine.stored())
            window.documents = machine.documents()
            for document in window.documents.values():
                secrets.learn(document)
    with keeper.trying(f"the record of {window.caption}"):
        if machine.save_record(record, moment=bool(window.picture)):
            traces.learn_from(record, secrets)
            window.record = record


def _keep(window: _Window, keeper: Keeper, private: Path) -> None:
    if window.picture:
        keeper.content(f"{window.name}.png", window.caption, window.picture, PICTURE)
    for part, document in window.documents.items():
        name = f"{window.name}-{slug(part)}" if part else window.name
        caption = f"{window.caption}, {part}: markup" if part else f"{window.caption}: markup"
        with keeper.trying(caption):
            keeper.content(f"{name}.html", caption, keeper.secrets.redacted(document), TEXT)
    with keeper.trying(f"the console of {window.caption}"):
        complaints = "\n".join(window.page.console())
        if complaints:
            caption = f"The console of {window.caption}"
            keeper.text(f"{window.name}-console.txt", caption, f"{caption}:\n{complaints}")
    if window.record:
        with keeper.trying(f"the record of {window.caption}"):
            redacted = private / f"{window.name}-redacted.zip"
            traces.redact_record(window.record, redacted, keeper.secrets)
            keeper.content(f"{window.name}-trace.zip", f"{window.caption}: trace", redacted.read_bytes(), ZIP)


def _keep_the_rest(world: World, keeper: Keeper) -> None:
    lacks = world.run.engine(world.case.engine).lacks if world.case.channel == "browser" else ()
    if lacks:
        name, missing = world.case.engine, "\n".join(f"- {one}" for one in lacks)
        keeper.text("not-told.txt", "What is missing", f"{name} does not tell:\n{missing}")
    with keeper.trying("the last exchanges"):
        shown = "\n\n".join(map(str, world.journal.exchanges)) or "none"
        keeper.text(
            "exchanges.txt", "The last exchanges", f"The last exchanges, the oldest first:\n\n{shown}"
        )
    if world.second_look:
        with keeper.trying("the second look"):
            keeper.text("second-look.txt", "The second look, by API", world.second_look.says)
    by_mail: list[str] = []
    with keeper.trying("the mails"):
        try:
            mails = inboxes.mails_of(world)
        except LookupError as none:
            keeper.text("inbox.txt", "The mails of these people", f"No mail was read: {none.args[0]}.")
        else:
            keeper.text("inbox.txt", "The mails of these people", inboxes.words(mails))
            by_mail = inboxes.traces(mails)
    with keeper.trying("the platform's log"):
        trace_ids = platform_log.in_order(by_mail, keeper.secrets.named, world.journal.trace_ids)
        words = platform_log.words(world.run.target, trace_ids)
        keeper.text("platform-log.txt", "The platform's log", words)

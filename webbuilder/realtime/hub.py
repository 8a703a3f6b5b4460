"""All lines of one web process: what happens to a site is brought to each that has it open."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import psycopg
from fastapi.concurrency import run_in_threadpool
from sqlalchemy.exc import SQLAlchemyError

from webbuilder.components import history, service as components
from webbuilder.problems import Problem
from webbuilder.realtime import presence
from webbuilder.realtime.messages import GONE, SIGNED_OUT, TOLD, Happened, People
from webbuilder.tracing import log

if TYPE_CHECKING:
    from collections.abc import Iterable

    from webbuilder.database import Database
    from webbuilder.realtime.line import Line
    from webbuilder.settings import Settings

# Seconds: presence is renewed, sessions are asked for, and what a lost NOTIFY would have told is told.
_BEAT = 2.0
_AT_ONCE = 40  # operations to a message: 800,000 bytes, where each sets the longest text in the longest signs
_AGAIN = 0.5  # seconds until the database is asked for once more


class Hub:
    """The lines of this process, by site; it listens to the database from the first line on."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self.database, self.settings = database, settings
        self.lines: dict[str, set[Line]] = {}
        self._tasks: list[asyncio.Task[None]] = []

    async def join(self, line: Line) -> None:
        """Bring a line all that happens from now on."""
        if not self._tasks or any(task.done() for task in self._tasks):
            self._tasks = [asyncio.create_task(work()) for work in (self._listen, self._beat)]
        self.lines.setdefault(line.site_id, set()).add(line)
        await run_in_threadpool(self._come, line)

    async def leave(self, line: Line) -> None:
        """Bring a line nothing any more, and let the others know."""
        there = self.lines.get(line.site_id, set())
        there.discard(line)
        if not there:
            self.lines.pop(line.site_id, None)
        await run_in_threadpool(self._leave, line)

    def _come(self, line: Line) -> None:
        with self.database.transaction() as session:
            presence.come(session, line)

    def _leave(self, line: Line) -> None:
        with self.database.transaction() as session:
            presence.leave(session, line)

    async def _listen(self) -> None:
        while True:
            try:
                address = self.settings.where.database
                async with await psycopg.AsyncConnection.connect(address, autocommit=True) as listener:
                    await listener.execute(f"listen {presence.CHANNEL}")
                    await self._bring_all()  # what was said while nobody listened
                    async for said in listener.notifies():
                        what, _, site_id = said.payload.partition(":")
                        if site_id in self.lines:
                            await self._bring(site_id, what)
            except (psycopg.Error, SQLAlchemyError) as away:
                log().warning("nobody listens", error=str(away))
            await asyncio.sleep(_AGAIN)  # the database is away: to ask at once again would keep it busy

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(_BEAT)  # a beat is a matter of time
            for work in (self._renew_all, self._shut_out, self._bring_all):
                try:
                    await work()
                except Exception as away:  # noqa: BLE001 - whatever it was: the next beat does it again
                    log().warning("a beat was missed", work=work.__name__, error=str(away))

    async def _bring_all(self) -> None:
        for site_id in [*self.lines]:
            await self._bring(site_id, "operations")
            await self._bring(site_id, "people")

    async def _bring(self, site_id: str, what: str) -> None:
        lines = [*self.lines.get(site_id, ())]
        if what == "people" and lines:
            here = await run_in_threadpool(self._people, lines[0])
            for line in lines:
                line.tell_people(here)
        elif what != "people":
            await self._tell_operations([line for line in lines if not line.is_behind])

    async def _tell_operations(self, lines: list[Line]) -> None:
        """Tell lines what they do not know; where that is too much at once, the rest as they read."""
        while lines:
            happened = await run_in_threadpool(self._happened, lines)
            is_all = len(happened.operations) < _AT_ONCE
            for line in lines:
                line.is_behind = line.tell_operations(happened) and not is_all
            lines = [] if is_all else [line for line in lines if not line.is_behind]

    async def go_on(self, line: Line) -> None:
        """Tell a line that was behind, and has read what it was told, what comes next."""
        line.is_behind = False  # first, so that what happens while the database is asked is told as well
        try:
            await self._tell_operations([line])
        except SQLAlchemyError as away:
            log().warning("a line waits for the next beat", line=line.id, error=str(away))

    def _people(self, line: Line) -> People:
        with self.database.transaction() as session:
            return People(people=presence.people(session, line.site_id, line.who.workspace_id))

    def _happened(self, lines: Iterable[Line]) -> Happened:
        known = min(line.revision for line in lines)
        one = next(iter(lines))
        with self.database.transaction() as session:
            found = session.scalars(
                components.operations_since(one.site_id, one.who.workspace_id, known).limit(_AT_ONCE)
            ).all()
        told = [TOLD.validate_python(history.told(row)) for row in found]
        return Happened(revision=found[-1].revision if found else known, operations=told)

    @property
    def _all_lines(self) -> list[Line]:
        return [line for there in self.lines.values() for line in there]

    async def _renew_all(self) -> None:
        lost = await run_in_threadpool(self._renew, self._all_lines)
        for line in lost:  # others took its process for gone, as when the database was away
            if line in self.lines.get(line.site_id, ()):
                await run_in_threadpool(self._come, line)

    def _renew(self, lines: list[Line]) -> list[Line]:
        with self.database.transaction() as session:
            there = set(session.scalars(presence.renewed([line.id for line in lines])))
            session.execute(presence.forgotten())
        return [line for line in lines if line.id not in there]

    async def _shut_out(self) -> None:
        for line in self._all_lines:
            try:
                await run_in_threadpool(line.ask_again)
            except Problem as problem:
                line.end(GONE if problem.status == 404 else SIGNED_OUT, problem.detail)  # noqa: PLR2004 - HTTP's
            except SQLAlchemyError as away:
                log().warning("nobody could be asked about a line", line=line.id, error=str(away))

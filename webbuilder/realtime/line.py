"""One line to somebody who has a site open: what they say is read, what happens is told, in order."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ValidationError
from starlette.websockets import WebSocketDisconnect

from webbuilder import database
from webbuilder.realtime import presence
from webbuilder.realtime.messages import SENT, TOO_MUCH, TOO_SLOW, Happened, People, Refused

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.websockets import WebSocket

    from webbuilder.accounts.service import Caller
    from webbuilder.database import Database

_UNREAD = 1_000_000  # characters that may wait for who does not read; one message alone may be longer
_PATIENCE = 10.0  # seconds that one message may take to be heard: so long others may see who has gone
_PARTING = 2.0  # seconds for somebody to hear why their line ends
_AT_ONCE, _A_SECOND = 40, 10.0  # messages that somebody may say


class Line:
    """A line: `ask_again` raises a Problem once its person may not have it any more."""

    def __init__(  # noqa: PLR0917 - who, where, and since when
        self,
        socket: WebSocket,
        client: str,
        site_id: str,
        who: Caller,
        revision: int,
        ask_again: Callable[[], None],
    ) -> None:
        # minted here: a client's name is told to all, and chosen by anybody
        self.id = database.new_id("line")
        self.socket, self.client, self.site_id, self.who = socket, client, site_id, who
        self.page: str | None = None
        self.component: str | None = None
        self.revision, self.ask_again = revision, ask_again
        self._waiting: asyncio.Queue[str] = asyncio.Queue()
        self._unread = 0  # characters that wait, or are on their way
        self._ended: asyncio.Future[tuple[int, str]] = asyncio.get_running_loop().create_future()
        self.is_behind = False  # more has happened than fits in one message: the rest follows as this is read
        self._people: People | None = None
        self._allowance, self._counted = float(_AT_ONCE), time.monotonic()

    def tell(self, message: BaseModel) -> None:
        """Say something as soon as it can be heard; end the line of somebody who does not listen."""
        said = message.model_dump_json()
        if self._unread and self._unread + len(said) > _UNREAD:
            self._end_unread()
            return
        self._unread += len(said)
        self._waiting.put_nowait(said)

    def tell_people(self, here: People) -> None:
        """Say who is here, if that is news."""
        if here != self._people:
            self._people = here
            self.tell(here)

    def tell_operations(self, happened: Happened) -> bool:
        """Say what was not said before, in order; whether that was anything."""
        new = [one for one in happened.operations if one.revision > self.revision]
        if new:
            self.revision = happened.revision
            self.tell(Happened(revision=happened.revision, operations=new))
        return bool(new)

    def end(self, code: int, reason: str) -> None:
        """End the line, once; the reason is for a person."""
        if not self._ended.done():
            self._ended.set_result((code, reason))

    def _end_unread(self) -> None:
        self.end(TOO_SLOW, "This line was not read for too long. Open the site again.")

    async def hold(self, store: Database, go_on: Callable[[Line], Awaitable[None]]) -> None:
        """Read and tell until either side ends; `go_on` is asked for what comes next by who is behind."""
        tasks = [asyncio.create_task(self._read(store)), asyncio.create_task(self._tell(go_on))]
        ended = asyncio.ensure_future(self._over())
        try:
            await asyncio.wait({*tasks, ended}, return_when=asyncio.FIRST_COMPLETED)
            for task in tasks:
                if task.done():
                    task.result()  # raises what ended it
            if self._ended.done():
                await self._part(*self._ended.result())
        except WebSocketDisconnect:
            pass  # they have gone
        finally:
            for task in (*tasks, ended):
                task.cancel()

    async def _part(self, code: int, reason: str) -> None:
        """Say why the line ends; who does not read hears nothing, and is not waited for."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.socket.close(code, reason), _PARTING)

    async def _over(self) -> None:
        await asyncio.shield(self._ended)

    async def _tell(self, go_on: Callable[[Line], Awaitable[None]]) -> None:
        while True:
            if self.is_behind and self._waiting.empty():
                await go_on(self)
            said = await self._waiting.get()
            try:
                async with asyncio.timeout(_PATIENCE):
                    await self.socket.send_text(said)
            except TimeoutError:
                self._end_unread()
                return
            self._unread -= len(said)

    async def _read(self, store: Database) -> None:
        while True:
            said = await self._heard()
            if not self._is_allowed():
                self.end(TOO_MUCH, "This line said too much at once. Open the site again.")
                return
            try:
                look = SENT.validate_json(said)
            except ValidationError as error:
                where = ".".join(map(str, error.errors()[0]["loc"])) or "the message"
                detail = f"Nothing came of this, since {where}: {error.errors()[0]['msg']}."
                self.tell(Refused(title="not-understood", detail=detail))
                continue
            self.page, self.component = look.page, look.component
            await run_in_threadpool(self._look, store, look.page, look.component)

    async def _heard(self) -> str:
        """Return what was said; nothing where it was no text, which is not understood then."""
        message = await self.socket.receive()
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1000))
        return str(message.get("text") or "")

    def _look(self, store: Database, page: str, component: str | None) -> None:
        with store.transaction() as session:
            presence.look(session, self, page, component)

    def _is_allowed(self) -> bool:
        now = time.monotonic()
        self._allowance = min(_AT_ONCE, self._allowance + (now - self._counted) * _A_SECOND)
        self._counted = now
        self._allowance -= 1
        return self._allowance >= 0

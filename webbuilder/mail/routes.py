"""Broadcasts over HTTP."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, cast

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from webbuilder.asking import Known, Store
from webbuilder.conventions.kept import Keeping
from webbuilder.conventions.lists import Wanted, part_of
from webbuilder.conventions.versions import MADE, SHOWN, IfMatch, refuse_stale, tell, tell_made
from webbuilder.crm.tables import Contact
from webbuilder.mail import audience, broadcasting, telling, trials, uncertain
from webbuilder.mail.audience import Size
from webbuilder.mail.broadcasting import Act, Letter, State
from webbuilder.mail.tables import Broadcast
from webbuilder.problems import refused

router = APIRouter(prefix="/api/broadcasts", tags=["broadcasts"], route_class=Keeping)
Standing = Literal[
    "due", "handed over", "accepted", "refused", "withheld", "uncertain", "cancelled", "returned"
]


class BroadcastView(BaseModel):
    """A broadcast: what it says, how it stands, and how many of its mails stand how.

    `lacks` says what keeps it from being sent; `readers` how many they were when it began, and
    `opened` and `followed` how many of them did that, as far as it can be told from what machines do.
    `goes_on_at` is when more of it may go out, where nothing may before.
    """

    id: str
    letter: Letter
    state: State
    reason: str | None
    lacks: list[str]
    readers: int | None
    mails: dict[str, int]
    opened: int
    followed: int
    created_at: datetime
    begun_at: datetime | None
    goes_on_at: datetime | None
    ended_at: datetime | None


class BroadcastList(BaseModel):
    """A part of the broadcasts, the newest first, and the cursor of the next part, if there is one."""

    items: list[BroadcastView]
    next_cursor: str | None = None


class ReaderView(BaseModel):
    """A reader of a broadcast, and how the mail to them stands."""

    contact: str
    email: str
    state: Standing


class ReaderList(BaseModel):
    """A part of the readers, and the cursor of the next part, if there is one."""

    items: list[ReaderView]
    next_cursor: str | None = None


class Sending(BaseModel):
    """That a broadcast goes out; `readers` is to how many whoever sends it was told that it goes."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"readers": 12}]})
    readers: Annotated[int, Field(strict=True, ge=0)]


class Wish(BaseModel):
    """What is to be done to a broadcast that goes out."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"act": "pause"}]})
    act: Act


class Answer(BaseModel):
    """What is done about an uncertain letter; `reader` is the address of whom it went to."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"reader": "priya@example.org", "act": "has come"}]}
    )
    reader: Annotated[str, Field(max_length=320)]
    act: uncertain.Act


def view(store: Store, broadcast: Broadcast) -> BroadcastView:
    """Return what is shown of a broadcast."""
    letter = broadcasting.letter_of(broadcast)
    opened, followed = telling.done_by_people(store, broadcast)
    return BroadcastView(
        id=broadcast.id,
        letter=letter,
        state=cast("State", broadcast.state),
        reason=broadcast.reason,
        lacks=[words for _, words in letter.lacks()],
        readers=broadcast.readers,
        mails=telling.counts(store, broadcast),
        opened=opened,
        followed=followed,
        created_at=broadcast.created_at,
        begun_at=broadcast.begun_at,
        goes_on_at=broadcast.goes_on_at,
        ended_at=broadcast.ended_at,
    )


@router.get("")
def all_broadcasts(known: Known, store: Store, part: Wanted) -> BroadcastList:
    """List the broadcasts of this workspace."""
    mine = broadcasting.of_workspace(known.workspace_id)
    here, more = part_of(store, mine, Broadcast.created_at, Broadcast.id, part)
    return BroadcastList(items=[view(store, one) for one in here], next_cursor=more)


@router.post("", status_code=201, responses={**refused(404, 409), 201: MADE})
def write(letter: Letter, known: Known, store: Store, response: Response) -> BroadcastView:
    """Write a broadcast; nothing goes out yet."""
    broadcast = broadcasting.write(store, known.workspace_id, letter)
    tell_made(response, letter, f"/api/broadcasts/{broadcast.id}")
    return view(store, broadcast)


@router.get("/{broadcast_id}", responses={200: SHOWN})
def read(broadcast_id: str, known: Known, store: Store, response: Response) -> BroadcastView:
    """Return a broadcast; its version is that of what it says."""
    broadcast = broadcasting.one(store, known.workspace_id, broadcast_id)
    tell(response, broadcasting.letter_of(broadcast))
    return view(store, broadcast)


@router.put("/{broadcast_id}", responses={**refused(409, 412, 428), 200: SHOWN})
def rewrite(  # noqa: PLR0917 - the framework calls it by name
    broadcast_id: str,
    letter: Letter,
    known: Known,
    store: Store,
    response: Response,
    if_match: IfMatch = None,
) -> BroadcastView:
    """Write a broadcast otherwise, before anything of it goes out."""
    broadcast = broadcasting.one(store, known.workspace_id, broadcast_id, lock=True)
    refuse_stale(if_match, broadcasting.letter_of(broadcast))
    broadcasting.write(store, known.workspace_id, letter, broadcast)
    tell(response, letter)
    return view(store, broadcast)


@router.get("/{broadcast_id}/size")
def size(broadcast_id: str, known: Known, store: Store) -> Size:
    """Count to whom a broadcast would go now."""
    broadcast = broadcasting.one(store, known.workspace_id, broadcast_id)
    return audience.size(store, known.workspace_id, broadcasting.letter_of(broadcast).audience)


@router.post("/{broadcast_id}/sending", status_code=202, responses=refused(409))
def send(broadcast_id: str, wish: Sending, known: Known, store: Store) -> BroadcastView:
    """Let a broadcast go out to as many as one was told."""
    broadcast = broadcasting.one(store, known.workspace_id, broadcast_id, lock=True)
    broadcasting.begin(store, broadcast, wish.readers)
    return view(store, broadcast)


@router.post("/{broadcast_id}/acts", responses=refused(409))
def act(broadcast_id: str, wish: Wish, known: Known, store: Store) -> BroadcastView:
    """Pause a broadcast, let it go on, or cancel what has not gone out of it."""
    broadcast = broadcasting.one(store, known.workspace_id, broadcast_id, lock=True)
    broadcasting.act(store, broadcast, wish.act)
    return view(store, broadcast)


@router.post("/{broadcast_id}/trials", status_code=202)
def try_out(broadcast_id: str, known: Known, store: Store) -> BroadcastView:
    """Send a broadcast to oneself alone; that is counted nowhere."""
    broadcast = broadcasting.one(store, known.workspace_id, broadcast_id)
    trials.send(store, known, broadcast)
    return view(store, broadcast)


@router.get("/{broadcast_id}/readers")
def readers(
    broadcast_id: str,
    known: Known,
    store: Store,
    part: Wanted,
    state: Annotated[Standing | None, Query(description="How the mails stand of those listed.")] = None,
) -> ReaderList:
    """List to whom a broadcast goes or went, and how each mail stands."""
    broadcast = broadcasting.one(store, known.workspace_id, broadcast_id)
    found = telling.readers_of(broadcast, state)
    here, more = part_of(store, found, Contact.created_at, Contact.id, part)
    stands = dict(store.execute(telling.standing_of(broadcast, [one.id for one in here])).all())
    listed = [
        ReaderView(contact=one.id, email=one.email, state=cast("Standing", stands[one.id])) for one in here
    ]
    return ReaderList(items=listed, next_cursor=more)


@router.post("/{broadcast_id}/uncertain", responses=refused(409))
def answer(broadcast_id: str, wish: Answer, known: Known, store: Store) -> ReaderView:
    """Say that an uncertain letter has come to its reader, or send it once more: it may come twice then."""
    broadcast = broadcasting.one(store, known.workspace_id, broadcast_id, lock=True)
    reader = uncertain.reader_of(store, broadcast, wish.reader)
    mail = uncertain.act(store, broadcast, reader.id, wish.act)
    return ReaderView(contact=reader.id, email=reader.email, state=cast("Standing", mail.state))

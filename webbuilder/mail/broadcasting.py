"""Rules of broadcasts: written, counted, begun, paused, resumed, cancelled; a reader is entered once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Select, func, insert, literal, select, update

from webbuilder import clock, database, events
from webbuilder.mail import audience as audiences, hours, ledger, letters, pace
from webbuilder.mail.audience import Audience
from webbuilder.mail.tables import Broadcast, Mail
from webbuilder.problems import Problem, names, not_found
from webbuilder.sites import service as sites
from webbuilder.tracing import current_trace_id
from webbuilder.workflows.kinds_of_letters import SendMail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

Act = Literal["pause", "resume", "cancel"]
State = Literal["draft", "sending", "paused", "sent", "cancelled"]
_FITTING: dict[str, tuple[Act, ...]] = {"sending": ("pause", "cancel"), "paused": ("resume", "cancel")}


class Letter(BaseModel):
    """What a broadcast says, from which site, and to whom; `{name}` stands for the reader's name.

    `at` is the hour it is for, as the reader's clocks show it; it goes out at once without.
    """

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)
    site: Annotated[str, Field(json_schema_extra=names("site_id"))]
    subject: Annotated[str, Field(max_length=200)] = ""
    paragraphs: list[Annotated[str, Field(max_length=2000)]] = Field([], max_length=50)
    button: Annotated[str, Field(max_length=60)] = ""
    link: Annotated[str, Field(max_length=2000)] = ""
    audience: Audience = Audience(kind="everybody", of=[])
    at: Annotated[str, Field(pattern=rf"^$|{pace.TIME}")] = ""

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield what keeps it from being sent: the field, and a sentence."""
        said = self.model_dump(include={"subject", "paragraphs", "button", "link"})
        yield from SendMail(kind="send_mail", **said).lacks()
        yield from self.audience.lacks()


def of_workspace(workspace_id: str) -> Select[Broadcast]:
    """Select the broadcasts of a workspace, the newest first."""
    mine = select(Broadcast).where(Broadcast.workspace_id == workspace_id)
    return mine.order_by(Broadcast.created_at.desc(), Broadcast.id)


def one(session: Session, workspace_id: str, broadcast_id: str, *, lock: bool = False) -> Broadcast:
    """Return a broadcast, locked until this transaction ends if asked to.

    Raises:
        Problem: the workspace has no such broadcast.
    """
    mine = select(Broadcast).where(Broadcast.id == broadcast_id, Broadcast.workspace_id == workspace_id)
    found = session.scalar(mine.with_for_update() if lock else mine)
    if found is None:
        raise not_found("broadcast")
    return found


def letter_of(broadcast: Broadcast) -> Letter:
    """Return what a broadcast says."""
    return Letter(
        site=broadcast.site_id or "",
        subject=broadcast.subject,
        paragraphs=broadcast.paragraphs,
        button=broadcast.button,
        link=broadcast.link,
        audience=Audience.model_validate(broadcast.audience),
        at=broadcast.at,
    )


def write(
    session: Session, workspace_id: str, letter: Letter, broadcast: Broadcast | None = None
) -> Broadcast:
    """Write a broadcast, or write one otherwise of which nothing has gone out.

    Raises:
        Problem: the site is not there, or some of it has gone out.
    """
    sites.in_use(session, workspace_id, letter.site)
    said = letter.model_dump(exclude={"site", "audience"})
    said |= {"site_id": letter.site, "audience": letter.audience.model_dump()}
    if broadcast is None:
        broadcast = Broadcast(
            id=database.new_id("broadcast"),
            workspace_id=workspace_id,
            state="draft",
            trace_id=current_trace_id(),
            created_at=clock.now(session, workspace_id),
            **said,
        )
        session.add(broadcast)
        session.flush()
        return broadcast
    if broadcast.state != "draft":
        raise Problem(409, "gone-out", "Some of this has gone out. Write another one.", state=broadcast.state)
    for name, value in said.items():
        setattr(broadcast, name, value)
    return broadcast


def begin(session: Session, broadcast: Broadcast, counted: int) -> None:
    """Let a broadcast go out to its readers, who are from then on those of this moment.

    Args:
        counted: to how many whoever sends it was told that it goes.

    Raises:
        Problem: it has gone out, lacks something, or goes to more or fewer by now.
    """
    if broadcast.state != "draft":
        raise Problem(409, "gone-out", f"This is {broadcast.state} already.", state=broadcast.state)
    letter = letter_of(broadcast)
    refuse_lacking(letter)
    sites.in_use(session, broadcast.workspace_id, letter.site)
    readers = enter_readers(session, broadcast, letter.audience)
    if readers != counted:
        many = f"{readers} reader{'' if readers == 1 else 's'}"
        words = f"This goes to {many} by now, and not to {counted}. Look who they are, then send it."
        raise Problem(409, "counted-otherwise", words, readers=readers)
    if not readers:
        raise Problem(422, "nobody", "There is nobody to write to. Choose others, or wait for sign-ups.")
    broadcast.state, broadcast.readers = "sending", readers
    broadcast.begun_at = clock.now(session, broadcast.workspace_id)
    hours.at_their_hour(session, broadcast)
    go_on(session, broadcast)


def refuse_lacking(letter: Letter) -> None:
    """Let nothing go out of a broadcast that lacks something.

    Raises:
        Problem: it does, and what.
    """
    lacking = list(letter.lacks())
    if lacking:
        places = [{"pointer": f"/{field}", "detail": words} for field, words in lacking]
        raise Problem(422, "lacks-something", " ".join(words for _, words in lacking), errors=places)


def enter_readers(session: Session, broadcast: Broadcast, audience: Audience) -> int:
    """Enter a mail for each reader into the ledger as due, and return how many they are."""
    readers = audiences.readers(session, broadcast.workspace_id, audience).subquery()
    called = func.coalesce(func.nullif(func.trim(readers.c.name), ""), letters.FALLBACK_NAME)
    now = literal(clock.now(session, broadcast.workspace_id))
    columns = {
        "message_id": literal(f"<{broadcast.id}.") + readers.c.id + literal(f"@{ledger.DOMAIN}>"),
        "workspace_id": readers.c.workspace_id,
        "broadcast_id": literal(broadcast.id),
        "contact_id": readers.c.id,
        "recipient": readers.c.email,
        "subject": func.replace(literal(broadcast.subject), "{name}", called),
        "text": literal(""),
        "html": literal(""),
        "trace_id": literal(current_trace_id()),
        "state": literal("due"),
        "entered_at": now,
        "changed_at": now,
    }
    made = insert(Mail).from_select(list(columns), select(*columns.values()))
    entered = session.execute(made, execution_options={"preserve_rowcount": True})
    return entered.rowcount  # type: ignore[attr-defined,no-any-return]  # of an insert it has one


def go_on(session: Session, broadcast: Broadcast) -> None:
    """Let the next piece of a broadcast go out, once this transaction is committed."""
    broadcast.turn += 1
    broadcast.goes_on_at = None
    told = {"broadcast": broadcast.id, "turn": broadcast.turn}
    events.announce(session, broadcast.workspace_id, events.PIECE_DUE, told)


def fitting(broadcast: Broadcast) -> tuple[Act, ...]:
    """Return what can be done to a broadcast as it stands."""
    return _FITTING.get(broadcast.state, ())


def act(session: Session, broadcast: Broadcast, wanted: Act) -> None:
    """Pause a broadcast, let it go on, or cancel what has not gone out of it.

    Raises:
        Problem: it does not stand so that this could be done.
    """
    if wanted not in fitting(broadcast):
        can = " or ".join(fitting(broadcast)) or "nothing"
        words = f"This is {broadcast.state}. What can be done to it by now: {can}."
        raise Problem(409, "does-not-fit", words, state=broadcast.state)
    if wanted == "pause":
        hours.stand_still(session, broadcast)
    elif wanted == "resume":
        sites.in_use(session, broadcast.workspace_id, broadcast.site_id or "")
        broadcast.state, broadcast.reason = "sending", None
        hours.at_their_next_hour(session, broadcast)
        go_on(session, broadcast)
    else:
        cancel_due(session, broadcast)
        end(session, broadcast, "cancelled")


def cancel_due(session: Session, broadcast: Broadcast) -> None:
    """Let nothing go out any more of what is due."""
    due = Mail.broadcast_id == broadcast.id, Mail.state == "due"
    session.execute(update(Mail).where(*due).values(state="cancelled"))


def end(session: Session, broadcast: Broadcast, state: State) -> None:
    """Call a broadcast sent or cancelled."""
    broadcast.state, broadcast.reason, broadcast.goes_on_at = state, None, None
    broadcast.ended_at = clock.now(session, broadcast.workspace_id)


def mails_of(broadcast_id: str, state: str) -> Select[Mail]:
    """Select the mails of a broadcast that stand so, those first that were dealt with longest ago."""
    mine = select(Mail).where(Mail.broadcast_id == broadcast_id, Mail.state == state)
    return mine.order_by(Mail.changed_at, Mail.message_id)

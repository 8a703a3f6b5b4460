"""How a step is taken. Every effect has a natural key, so a step taken twice has it once."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from webbuilder.crm.tables import Contact
from webbuilder.workflows import happening

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.database import Database
    from webbuilder.settings import Settings
    from webbuilder.workflows.tables import Run


class Over(Exception):
    """The run is over here, in a state; `str` says why."""

    state = ""


class Skip(Over):
    """The run does nothing for somebody, in order."""

    state = "skipped"


class Fail(Over):
    """The run fails here, and would however often it was tried."""

    state = "failed"


class Jump(Exception):
    """The run goes on at another step than the next: at `number`, from 0 on, or ends where there is none."""

    def __init__(self, number: int) -> None:
        self.number = number


class Waits(Exception):
    """The run waits at this step; it goes on behind it once that is due."""


def contact_of(session: Session, run: Run) -> Contact:
    """Return the contact that a run is about, asked for once a transaction."""
    contact = session.get_one(Contact, run.contact_id)
    happening.comes_of(session, run)
    session.info["contact of the run"] = contact  # sessions forget what nobody holds
    return contact


def key_of(run: Run, number: int) -> str:
    """Return the natural key of what a step does."""
    return f"{run.id}:{number}"


@singledispatch
def take(step: object, run_id: str, number: int, settings: Settings, store: Database) -> None:
    """Take one step of a run.

    Raises:
        Skip: the run does nothing here.
        Fail: it cannot be taken.
        Jump: it goes on elsewhere.
        Waits: it stands still until something is due.
        MailServerAway: the step may be taken again later.
    """
    message = f"no run knows how to take {step!r}"
    raise NotImplementedError(message)

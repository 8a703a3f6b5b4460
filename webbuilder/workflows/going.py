"""Taking a run's steps: those that need nobody but the database follow one another in one transaction.

So they are done together or not at all, and what a run costs is not a transaction for each of them.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from webbuilder.database import Database
from webbuilder.tracing import log
from webbuilder.workflows import control, history, service, versions
from webbuilder.workflows.kinds_of_letters import Call, Notify, SendMail
from webbuilder.workflows.kinds_of_ways import Branch, Stop
from webbuilder.workflows.tables import Pause
from webbuilder.workflows.taking import Jump, Over, Waits, take

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from webbuilder.settings import Settings

_SPEAK = (SendMail, Notify, Call)  # to somebody else, outside of any transaction
_LEAD = (Branch, Stop)  # somewhere by what they found, which is asked of them again


class Within(Database):
    """A database of which every transaction is one that is under way."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Give the session of the transaction that is under way."""
        yield self._session


def go(session: Session, run_id: str, number: int, turn: int, settings: Settings) -> int | None:
    """Take a run's steps from one on, as long as they need nobody but the database.

    Taken once more, after whoever took them was killed before that was known, they are not taken twice.
    Returns the number of the step that speaks to somebody else, or None: the run stands there, or is over.
    """
    run = service.locked(session, run_id)
    steps, here = versions.steps_of(session, run.workflow_id, run.version), Within(session)
    done = set(session.scalars(history.done_from(run_id, number)))
    history.together(session)
    while number < len(steps):
        if isinstance(steps[number], _SPEAK):
            return number
        if number in done and not isinstance(steps[number], _LEAD):
            if session.get(Pause, (run_id, number)) is not None:
                return None  # whatever is behind a wait is the matter of who let it go on
            number += 1
            continue
        step = control.admit(session, run_id, number, turn)
        if step is None:
            return None
        log().info("step", run=run_id, number=number, kind=step.kind)
        try:
            take(step, run_id, number, settings, here)
        except Waits:
            return None
        except Jump as jump:
            number = jump.number
        except Over as over:
            history.write_begun(session, run)
            end(session, run_id, over.state, str(over), turn)
            return None
        else:
            number += 1
    end(session, run_id, "succeeded", None, turn)
    return None


def end(session: Session, run_id: str, state: str, reason: str | None, turn: int) -> None:
    """End a run."""
    service.end(session, run_id, state, reason, turn=turn)
    log().info("run ended", run=run_id, state=state, reason=reason)

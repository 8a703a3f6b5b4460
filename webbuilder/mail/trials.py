"""A broadcast as oneself would get it: marked, counted nowhere, and sent to nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder import database, events
from webbuilder.accounts.tables import Person, Workspace
from webbuilder.mail import broadcasting, ledger, letters
from webbuilder.mail.tables import Mail
from webbuilder.tracing import current_trace_id

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.accounts.service import Caller
    from webbuilder.mail.tables import Broadcast

MARK = "[Trial] "
_NOWHERE = "https://trial.invalid"  # where links of a trial lead: nobody can unsubscribe by one


def send(session: Session, known: Caller, broadcast: Broadcast) -> None:
    """Let a broadcast reach whoever tries it out, as it would reach a reader of their name.

    Raises:
        Problem: it lacks something.
    """
    broadcasting.refuse_lacking(broadcasting.letter_of(broadcast))
    person = session.get_one(Person, known.person_id)
    workspace = session.get_one(Workspace, known.workspace_id)
    plate = letters.engrave(
        f"{MARK}{broadcast.subject}", broadcast.paragraphs, workspace.name, _NOWHERE, broadcast.button
    )
    mail = Mail(
        message_id=ledger.message_id(database.new_id("trial"), 0),
        workspace_id=known.workspace_id,
        run_id=None,
        contact_id=None,
        recipient=person.email,
        trace_id=current_trace_id(),
    )
    ledger.enter(session, mail, plate.printed(person.name, "trial"))
    told = {"mail": mail.message_id, "sender": workspace.name}
    events.announce(session, known.workspace_id, events.MAIL_DUE, told)

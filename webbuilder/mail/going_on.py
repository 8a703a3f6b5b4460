"""Broadcasts that wait go on: when more of them may go out, or when whoever sends them says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.mail import broadcasting, hours, pace
from webbuilder.mail.tables import Broadcast
from webbuilder.tracing import action

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.mail.pace import Pace


def by_now(session: Session) -> int:
    """Let those broadcasts go on of which more may go out by now; return how many they are."""
    found = session.scalars(pace.due()).all()
    for broadcast in found:
        with action("broadcast"):
            broadcasting.go_on(session, broadcast)
    return len(found)


def change(session: Session, workspace_id: str, wanted: Pace) -> None:
    """Let letters to many go out so from now on, those as well that wait: each is looked at anew."""
    pace.keep(session, workspace_id, wanted)
    mine = broadcasting.of_workspace(workspace_id).where(Broadcast.state == "sending")
    for broadcast in session.scalars(mine.with_for_update()).all():
        hours.let_wait_anew(session, broadcast)
        if broadcast.goes_on_at is not None:
            broadcasting.go_on(session, broadcast)

"""Where steps lead, and until when they wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder import clock
from webbuilder.crm import clocks, entering, lists, service as crm
from webbuilder.crm.tables import Contact
from webbuilder.sites.tables import Site
from webbuilder.workflows import following, happening, history, service, waiting
from webbuilder.workflows.deeds import DEEDS
from webbuilder.workflows.kind import MOST_STEPS
from webbuilder.workflows.kinds_of_ways import Branch, Stop, Wait, WaitFor, WaitUntil
from webbuilder.workflows.tables import Pause, Run, Workflow
from webbuilder.workflows.taking import Jump, Waits, contact_of, take

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from sqlalchemy.orm import Session

    from webbuilder.database import Database
    from webbuilder.settings import Settings
    from webbuilder.workflows.deeds import Did


@take.register(Branch)
def branch(step: Branch, run_id: str, number: int, _settings: Settings, store: Database) -> None:
    """Look whether the run's contact has the tag; asked again, it is as it was found at first.

    Raises:
        Jump: it has not.
    """
    with store.transaction() as session:
        run = session.get_one(Run, run_id)
        tagged, untagged = f"tagged “{step.tag}”", f"not tagged “{step.tag}”"
        found = tagged if crm.has_tag(session, contact_of(session, run), step.tag) else untagged
        stands = history.tell(session, run, number, found)
    if stands != tagged:
        raise Jump(step.otherwise - 1 if step.otherwise else MOST_STEPS)


@take.register(Stop)
def stop(_step: Stop, run_id: str, number: int, _settings: Settings, store: Database) -> None:
    """End the run.

    Raises:
        Jump: always.
    """
    with store.transaction() as session:
        history.tell(session, session.get_one(Run, run_id), number, "ended here")
    raise Jump(MOST_STEPS)


def _stand(session: Session, run: Run, number: int, due_at: datetime, awaits: str | None = None) -> bool:
    """Let a run stand at a step until it is due, as clocks show that where its site is; a sample does not.

    Returns whether it stands: Waits is raised for that, behind the transaction, which an error would undo.
    """
    here, most = zone_of(session, run), " at most" if awaits else ""
    if run.sample:
        words = f"a sample does not wait until {due_at.astimezone(here):%-d %B %Y, %H:%M}{most}"
        history.tell(session, run, number, words)
        return False
    until = waiting.begin(session, run, number, due_at, awaits).astimezone(here)
    history.tell(session, run, number, f"waits until {until:%-d %B %Y, %H:%M}{most}", "waiting")
    return True


def zone_of(session: Session, run: Run) -> ZoneInfo:
    """Return where the clocks are that a run goes by: its contact's, or if these are not known its site's."""
    workflow = session.get_one(Workflow, run.workflow_id)
    contact = session.get(Contact, run.contact_id) if run.contact_id else None
    theirs = contact.details.get(clocks.DETAIL, "") if contact else ""
    return clocks.named(theirs, session.get_one(Site, workflow.site_id).zone)


@take.register(Wait)
@take.register(WaitUntil)
def wait(step: Wait | WaitUntil, run_id: str, number: int, _settings: Settings, store: Database) -> None:
    """Write down until when the run waits; asked again, it is what it was.

    Raises:
        Waits: always, but for a sample.
    """
    with store.transaction() as session:
        run = service.locked(session, run_id)
        due_at = step.due_at(clock.now(session, run.workspace_id), zone_of(session, run))
        stands = run.ended_at is not None or _stand(session, run, number, due_at)
    if stands:
        raise Waits


@take.register(WaitFor)
def wait_for(step: WaitFor, run_id: str, number: int, _settings: Settings, store: Database) -> None:
    """Write down what the run waits for, and until when at most; what is so already is not waited for.

    Raises:
        Waits: it is not so yet.
    """
    with store.transaction() as session:
        run = service.locked(session, run_id)
        if run.ended_at is not None:
            raise Waits
        if session.get(Pause, (run.id, number)) is not None:
            raise Waits  # it stands here already, or stood here and went on
        contact = contact_of(session, run)
        session.refresh(contact, with_for_update=True)  # nothing happens to it until this is written down
        if is_so(session, run, contact, step.what, step.of):
            history.tell(session, run, number, f"the contact {DEEDS[step.what]} “{step.of}” already")
            return
        most = clock.now(session, run.workspace_id) + step.duration
        stands = _stand(session, run, number, most, happening.awaited(step.what, step.of))
    if stands:
        raise Waits


def is_so(session: Session, run: Run, contact: Contact, what: Did, of: str) -> bool:
    """Whether what a run is to wait for is so already, or was done with a mail that the run itself sent."""
    if what in _IS_SO:
        return _IS_SO[what](session, contact, of)
    return what != "visited" and bool(session.scalar(following.did_already(run, what, of)))


_IS_SO: dict[Did, Callable[[Session, Contact, str], bool]] = {
    "tagged": crm.has_tag,
    "listed": lists.has,
    "entered": entering.fits_by_now,
}

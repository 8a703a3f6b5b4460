"""What the steps do that write mails: to the contact of a run, or to the owners of its workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.accounts import people
from webbuilder.accounts.tables import Workspace
from webbuilder.connector.tables import Submission
from webbuilder.crm import service as crm, standing
from webbuilder.mail import ledger, letters
from webbuilder.mail.smtp import MailRefused
from webbuilder.mail.tables import Mail
from webbuilder.sites import addresses
from webbuilder.sites.tables import Site
from webbuilder.workflows import following, history
from webbuilder.workflows.kinds_of_letters import Notify, SendMail
from webbuilder.workflows.tables import Run, Workflow
from webbuilder.workflows.taking import contact_of, key_of, take

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.database import Database
    from webbuilder.settings import Settings
SAMPLE = "[Sample] "  # before the subject of what somebody gets who tries it out


@take.register(SendMail)
def send_mail(step: SendMail, run_id: str, number: int, settings: Settings, store: Database) -> None:
    """Enter the mail as due, send it outside of any transaction, and write down what became of it.

    Raises:
        MailServerAway: the mail stays due; the step may be taken again later.
    """
    with store.transaction() as session:
        run = session.get_one(Run, run_id)
        contact = contact_of(session, run)
        workspace, site = session.get_one(Workspace, run.workspace_id), _site_of(session, run)
        mail = _mail(run, ledger.message_id(run.id, number), contact.email, contact.id)
        known = following.token_of(session, mail, run, site, step)
        signed_up_at = site.name if run.submission_id else ""
        hand = letters.Hand(
            signed_up_at, addresses.address_of(settings.where.sites, site), known.token, step.button
        )
        subject = f"{SAMPLE}{step.subject}" if run.sample else step.subject
        letter = letters.compose(subject, step.paragraphs, contact.name, workspace.name, hand)
        ledger.enter(session, mail, letter)
        session.add(known)
    state = ledger.send(settings, store, mail.message_id, workspace.name)
    with store.transaction() as session:
        words = f"Mail “{letter.subject}” {_met(session, mail, state)}"
        crm.note(session, contact, key_of(run, number), "mail", words, trace_id=run.trace_id)
        history.tell(session, run, number, words)


@take.register(Notify)
def notify(step: Notify, run_id: str, number: int, settings: Settings, store: Database) -> None:
    """Write to each owner once, outside of any transaction, and say to how many.

    Raises:
        MailServerAway: who was not written to yet is written to when the step is taken again.
    """
    with store.transaction() as session:
        run = session.get_one(Run, run_id)
        contact = contact_of(session, run)
        workspace = session.get_one(Workspace, run.workspace_id)
        page = f"{settings.where.app}/contacts/{contact.id}"
        about = letters.About(contact.name, contact.email, _site_of(session, run).name, page)
        owners = session.scalars(people.owners(run.workspace_id)).all()
        notice = f"{SAMPLE}{step.notice}" if run.sample else step.notice
        keys = {ledger.message_id(f"{run.id}:{owner.id}", number): owner for owner in owners}
        for key, owner in keys.items():
            letter = letters.notice(notice, owner.name, about)
            ledger.enter(session, _mail(run, key, owner.email), letter)
    met = {owner.email: _posted(settings, store, key, workspace.name) for key, owner in keys.items()}
    missed = [f"{email}: {why}" for email, why in met.items() if why]
    if missed and len(missed) == len(keys):
        raise MailRefused("; ".join(missed))
    told = f"told {len(keys) - len(missed)} of {len(keys)} {'owner' if len(keys) == 1 else 'owners'}"
    with store.transaction() as session:
        history.tell(session, run, number, "; ".join([told, *missed]))


def _met(session: Session, mail: Mail, state: str) -> str:
    """Return what became of a mail to a contact, as its history tells it."""
    if state == "withheld":
        why = standing.WORDS.get(ledger.why_withheld(session, mail) or "", "it said no then")
        return f"withheld: {why}"
    return "sent" if state == "accepted" else state


def _posted(settings: Settings, store: Database, key: str, sender: str) -> str:
    """Send a mail; return why it did not go, or that nobody knows; nothing where it did."""
    try:
        state = ledger.send(settings, store, key, sender)
    except MailRefused as refusal:
        return str(refusal)
    return "" if state == "accepted" else state


def _site_of(session: Session, run: Run) -> Site:
    """Return the site that somebody came by, which need not be that of the workflow; else that one."""
    came = session.get_one(Submission, run.submission_id) if run.submission_id else None
    whence = came.site_id if came else session.get_one(Workflow, run.workflow_id).site_id
    return session.get_one(Site, whence)


def _mail(run: Run, key: str, recipient: str, contact_id: str | None = None) -> Mail:
    return Mail(
        message_id=key,
        workspace_id=run.workspace_id,
        run_id=run.id,
        contact_id=contact_id,
        recipient=recipient,
        trace_id=run.trace_id,
    )

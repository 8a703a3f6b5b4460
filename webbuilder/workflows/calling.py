"""Messages about contacts to other systems, signed (Standard Webhooks) with the secret of the workflow."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from standardwebhooks import Webhook as Signing

from webbuilder import clock, database, outbound
from webbuilder.crm import lists, service as crm
from webbuilder.webhooks import sending, telling
from webbuilder.workflows import history, hooks
from webbuilder.workflows.kinds_of_letters import Call
from webbuilder.workflows.tables import Run, Workflow
from webbuilder.workflows.taking import Fail, contact_of, key_of, take

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.database import Database
    from webbuilder.settings import Settings

# Answers after which the same message may be taken a little later (RFC 9110 §15, RFC 6585 §4).
_LATER = frozenset({408, 425, 429})
_SERVER = 500


class NotAnswered(Exception):
    """Another system did not take a message, and may a little later; the message says what it did."""


@take.register(Call)
def call(step: Call, run_id: str, number: int, settings: Settings, store: Database) -> None:
    """Send the message, outside of any transaction; sent again, it has the same id, by which it is known.

    Raises:
        NotAnswered: it may be taken a little later.
        Fail: it is not taken, however often it is sent.
    """
    with store.transaction() as session:
        run = session.get_one(Run, run_id)
        body, headers = letter(session, run, number)
    status = _send(settings, step.address, body, headers)
    if because := sending.why_not(status):
        words = f"{step.address} answered {status} to the message: {because}."
        raise (NotAnswered if may_pass(status) else Fail)(words)
    with store.transaction() as session:
        run = session.get_one(Run, run_id)
        contact, words = contact_of(session, run), f"Message taken by {step.address}"
        crm.note(session, contact, key_of(run, number), "message", words, trace_id=run.trace_id)
        history.tell(session, run, number, words[0].lower() + words[1:])


def may_pass(status: int) -> bool:
    """Whether whoever answered so may take the same message a little later."""
    return status in _LATER or status >= _SERVER


def letter(session: Session, run: Run, number: int) -> tuple[bytes, dict[str, str]]:
    """Return a message as it leaves now: what it says of the run's contact, and its signature."""
    contact = contact_of(session, run)
    workflow = session.get_one(Workflow, run.workflow_id)
    told: dict[str, Any] = {
        "workflow": workflow.name,
        "sample": run.sample,
        "contact": contact.id,
        "email": contact.email,
        "name": contact.name,
        "details": contact.details,
        "tags": list(session.scalars(crm.tags_of(contact.id))),
        "lists": list(session.scalars(lists.of_contact(contact.id))),
    }
    now = clock.now(session, run.workspace_id)
    body = json.dumps(
        {"type": telling.WORKFLOW_CONTACT, "timestamp": now.isoformat(), "data": told}, ensure_ascii=False
    )
    message_id, sent = key_of(run, number).replace(":", "."), database.now()
    signature = Signing(hooks.secret_of(session, workflow)).sign(message_id, sent, body)
    return body.encode(), sending.headers_of(message_id, sent, signature, "workflows")


def _send(settings: Settings, address: str, body: bytes, headers: dict[str, str]) -> int:
    """Return the status that the message was answered.

    Raises:
        NotAnswered: nobody answered in time.
        Fail: the address is one that nothing is sent to.
    """
    try:
        return outbound.post(
            address, body, headers, limit=settings.webhook_time_limit, allowed=settings.allow_outbound
        )
    except outbound.NotSent as reason:
        if isinstance(reason.__cause__, outbound.NotAllowed):
            raise Fail(str(reason)) from reason
        raise NotAnswered(f"{address} did not take the message: {reason}.") from reason

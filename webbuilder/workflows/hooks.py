"""What other systems tell a workflow: signed with its secret, of somebody by their address, once each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert
from standardwebhooks import Webhook as Signing, WebhookVerificationError

from webbuilder import clock, events
from webbuilder.crm import service as crm
from webbuilder.problems import Problem, not_found
from webbuilder.sites.tables import Site
from webbuilder.tracing import current_trace_id
from webbuilder.webhooks.service import new_secret
from webbuilder.workflows.tables import IN_FORCE, HookCall, Workflow, WorkflowVersion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session


def secret_of(session: Session, workflow: Workflow) -> str:
    """Return the secret of a workflow, made when it is first asked for."""
    if workflow.secret is None:
        session.refresh(workflow, with_for_update=True)
    if workflow.secret is None:
        workflow.secret = new_secret()
    return workflow.secret


def renew_secret(workflow: Workflow) -> str:
    """Return another secret for a workflow; the one before signs nothing any more."""
    workflow.secret = new_secret()
    return workflow.secret


def with_id(workflow_id: str) -> Select[Workflow]:
    """Select a workflow that other systems may know, whoever it belongs to: they show who they are after."""
    return select(Workflow).where(Workflow.id == workflow_id, Workflow.removed_at.is_(None))


def listening(workspace_id: str, workflow_id: str) -> Select[Workflow]:
    """Select a workflow, if other systems start it by now, and its site is in use."""
    return (
        select(Workflow)
        .join(WorkflowVersion, IN_FORCE)
        .join(Site, Site.id == Workflow.site_id)
        .where(
            Workflow.id == workflow_id, Workflow.workspace_id == workspace_id, Workflow.removed_at.is_(None)
        )
        .where(WorkflowVersion.trigger["kind"].astext == "called", Site.put_away_at.is_(None))
    )


def refuse_deaf(session: Session, workflow: Workflow) -> None:
    """Refuse what a workflow would not listen to, so that whoever says it says it again later.

    Raises:
        Problem: messages do not start it now.
    """
    if session.scalar(listening(workflow.workspace_id, workflow.id)) is None:
        words = "Messages do not start this workflow now. Send it again once they do."
        raise Problem(409, "not-listening", words)


def known(session: Session, workflow_id: str, body: bytes, headers: Mapping[str, str]) -> Workflow:
    """Return the workflow that a message is for, once it is clear that somebody with its secret wrote it.

    Raises:
        Problem: there is no such workflow, or the message is not signed, or too old.
    """
    workflow = session.scalar(with_id(workflow_id))
    if workflow is None:
        raise not_found("workflow")
    try:
        _verify(
            workflow.secret or new_secret(), body, headers
        )  # nobody knows a secret that was never asked for
    except (WebhookVerificationError, ValueError) as error:
        words = (
            "This message is not signed as it should be, or is older than five minutes."
            " Sign it with the secret of the workflow (Standard Webhooks), and send it at once."
        )
        raise Problem(401, "not-signed", words) from error
    return workflow


def _verify(secret: str, body: bytes, headers: Mapping[str, str]) -> None:
    """Raise WebhookVerificationError, unless a body was signed with a secret within the last five minutes.

    What is no signature at all is a ValueError.
    """
    Signing(secret).verify(body, dict(headers), json_parse=False)


def take_in(session: Session, workflow: Workflow, message_id: str, email: str, name: str) -> None:
    """Let a message start the workflow for somebody; sent again, it starts nothing more.

    Raises:
        Problem: messages do not start it now.
    """
    refuse_deaf(session, workflow)
    if not is_first(session, workflow, message_id):
        return
    contact = crm.add(session, workflow.workspace_id, email, name)
    words = f"Told of to “{workflow.name}” by another system"
    key = f"called:{workflow.id}:{message_id}"
    crm.note(session, contact, key, "told of", words, trace_id=current_trace_id())
    told = {"workflow": workflow.id, "contact": contact.id}
    events.announce(session, workflow.workspace_id, events.CONTACT_CALLED, told)


def is_first(session: Session, workflow: Workflow, message_id: str) -> bool:
    """Whether a message of that id has not come before, from now on."""
    taken = (
        insert(HookCall)
        .values(
            workflow_id=workflow.id,
            message_id=message_id,
            workspace_id=workflow.workspace_id,
            at=clock.now(session, workflow.workspace_id),
        )
        .on_conflict_do_nothing()
        .returning(HookCall.message_id)
    )
    return session.scalar(taken) is not None

"""What partners are told: a message for each webhook that asked for it, committed with what it tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args

from sqlalchemy import Select, select

from webbuilder import clock, database
from webbuilder.tracing import current_traceparent
from webbuilder.webhooks.tables import Delivery, Webhook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

Kind = Literal["contact.created", "form.sent", "site.published"]
CONTACT_CREATED, FORM_SENT, SITE_PUBLISHED = KINDS = get_args(Kind)
TEST, WORKFLOW_CONTACT = "webhook.test", "workflow.contact"


def listening(workspace_id: str, kind: str) -> Select[Webhook]:
    """Select the webhooks of a workspace that are to be told of a kind of event."""
    return select(Webhook).where(
        Webhook.workspace_id == workspace_id, Webhook.enabled, Webhook.events.contains([kind])
    )


def tell(session: Session, workspace_id: str, kind: str, data: dict[str, Any]) -> None:
    """Let all who asked for it hear of an event, once this session commits.

    Args:
        data: ids, and in `address` the path at which more is found; nothing that somebody may not see.
    """
    tell_all(session, workspace_id, kind, [data])


def tell_all(session: Session, workspace_id: str, kind: str, many: Sequence[dict[str, Any]]) -> None:
    """Let all who asked for it hear of several events of a kind, once this session commits."""
    for webhook in session.scalars(listening(workspace_id, kind)):
        session.add_all([message_of(session, webhook, kind, data) for data in many])


def write(session: Session, webhook: Webhook, kind: str, data: dict[str, Any]) -> Delivery:
    """Write a message for one webhook, due now, and return it."""
    message = message_of(session, webhook, kind, data)
    session.add(message)
    session.flush()
    return message


def message_of(session: Session, webhook: Webhook, kind: str, data: dict[str, Any]) -> Delivery:
    """Return a message for one webhook, due now."""
    now = clock.now(session, webhook.workspace_id)
    return Delivery(
        id=database.new_id("msg"),
        webhook_id=webhook.id,
        workspace_id=webhook.workspace_id,
        type=kind,
        data=data,
        traceparent=current_traceparent(),
        state="due",
        due_at=now,
        begun=0,
        made=0,
        attempts=[],
        created_at=now,
    )

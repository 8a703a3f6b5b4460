"""Rules of webhooks: where they lead, what they are told, which secrets sign, and when they end."""

from __future__ import annotations

import base64
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Select, select, update

from webbuilder import clock, database, outbound
from webbuilder.problems import Problem, not_found
from webbuilder.webhooks.tables import Delivery, Webhook

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from sqlalchemy.orm import Session

MOST = 20
OLD_SIGNS_FOR = timedelta(hours=24)
_PREFIX, _BYTES = "whsec_", 32  # Standard Webhooks: 24 to 64 bytes
BY_ITS_OWNER = "Somebody here switched it off."


def of_workspace(workspace_id: str) -> Select[Webhook]:
    """Select the webhooks of a workspace, the newest first."""
    return (
        select(Webhook)
        .where(Webhook.workspace_id == workspace_id)
        .order_by(Webhook.created_at.desc(), Webhook.id)
    )


def deliveries_of(webhook: Webhook) -> Select[Delivery]:
    """Select the messages for a webhook, the newest first."""
    return (
        select(Delivery)
        .where(Delivery.webhook_id == webhook.id)
        .order_by(Delivery.created_at.desc(), Delivery.id)
    )


def given_up(workspace_id: str) -> Select[Delivery]:
    """Select the messages that nobody took and that are tried no more, the newest first."""
    return (
        select(Delivery)
        .where(Delivery.workspace_id == workspace_id, Delivery.state == "given up")
        .order_by(Delivery.created_at.desc(), Delivery.id)
    )


def send_again(session: Session, workspace_id: str, message_id: str) -> Delivery:
    """Let a message that was given up be due now, under its old id.

    Raises:
        Problem: there is none of that id, it was not given up, or its webhook is disabled.
    """
    message = session.get(Delivery, message_id)
    if message is None or message.workspace_id != workspace_id:
        raise not_found("message")
    # The webhook first, as whoever changes one does: otherwise the two might wait for each other.
    webhook = one(session, workspace_id, message.webhook_id, lock=True)
    session.refresh(message, with_for_update=True)
    if message.state != "given up":
        raise Problem(409, "not-given-up", f"This is {message.state}. Only what was given up is sent again.")
    refuse_disabled(webhook)
    message.state, message.due_at = "due", clock.now(session, workspace_id)
    return message


def refuse_disabled(webhook: Webhook) -> None:
    """Refuse to send to a webhook that is disabled.

    Raises:
        Problem: it is.
    """
    if not webhook.enabled:
        raise Problem(409, "webhook-disabled", "This webhook is disabled. Enable it, and try again.")


def one(session: Session, workspace_id: str, webhook_id: str, *, lock: bool = False) -> Webhook:
    """Return a webhook; with `lock`, nobody else changes it until this transaction ends.

    Raises:
        Problem: the workspace has none of that id.
    """
    wanted = of_workspace(workspace_id).where(Webhook.id == webhook_id)
    webhook = session.scalar(wanted.with_for_update() if lock else wanted)
    if webhook is None:
        raise not_found("webhook")
    return webhook


def refuse_address(address: str, allowed: Collection[str]) -> None:
    """Refuse an address that no message would be sent to.

    Raises:
        Problem: none would be.
    """
    try:
        outbound.refuse(address, allowed)
    except outbound.NotAllowed as reason:
        places = [{"pointer": "/url", "detail": str(reason)}]
        raise Problem(422, "address-not-allowed", str(reason), errors=places) from reason


def new_secret() -> str:
    """Return a secret that messages are signed with, written as partners' libraries take it."""
    return _PREFIX + base64.b64encode(secrets.token_bytes(_BYTES)).decode()


def make(session: Session, workspace_id: str, address: str, kinds: Iterable[str]) -> Webhook:
    """Return a new webhook.

    Raises:
        Problem: the workspace has as many as it may have.
    """
    if len(session.scalars(of_workspace(workspace_id)).all()) >= MOST:
        raise Problem(
            409, "too-many-webhooks", f"There are {MOST} webhooks already. Remove one that is not used."
        )
    webhook = Webhook(
        id=database.new_id("webhook"),
        workspace_id=workspace_id,
        url=address,
        events=sorted(set(kinds)),
        enabled=True,
        secret=new_secret(),
        created_at=clock.now(session, workspace_id),
    )
    session.add(webhook)
    session.flush()
    return webhook


def rotate(session: Session, webhook: Webhook) -> None:
    """Give a webhook another secret; the one before it signs as well, for a day."""
    webhook.old_secret, webhook.secret = webhook.secret, new_secret()
    webhook.old_until = clock.now(session, webhook.workspace_id) + OLD_SIGNS_FOR


def secrets_of(webhook: Webhook, now: datetime) -> list[str]:
    """Return the secrets that sign at a time, the newest first."""
    old_signs = webhook.old_secret and webhook.old_until and now < webhook.old_until
    return [webhook.secret, *([webhook.old_secret] if old_signs and webhook.old_secret else [])]


def disable(session: Session, webhook: Webhook, because: str) -> None:
    """Send a webhook nothing any more; what was due to it is given up."""
    webhook.enabled, webhook.disabled_because = False, because
    session.execute(
        update(Delivery)
        .where(Delivery.webhook_id == webhook.id, Delivery.state == "due")
        .values(state="given up", due_at=None)
    )


def enable(webhook: Webhook) -> None:
    """Tell a webhook what happens from now on."""
    webhook.enabled, webhook.disabled_because = True, None

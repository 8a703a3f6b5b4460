"""What goes wrong with messages to partners that nobody took."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.webhooks.delivery_routes import DeliveryView
    from webbuilder.webhooks.tables import Delivery, Webhook


def _none(original: Original, workspace_id: str) -> Select[Delivery]:
    from sqlalchemy import false

    found: Select[Delivery] = original(workspace_id)
    return found.where(false())


def _for_ever_due(original: Original, message: Delivery) -> DeliveryView:
    shown: DeliveryView = original(message)
    return shown.model_copy(update={"state": "due"})


def _left_given_up(original: Original, session: Session, workspace_id: str, message_id: str) -> Delivery:
    from webbuilder.webhooks.tables import Delivery

    return session.get_one(Delivery, message_id)


def _it_does_not_matter(original: Original, webhook: Webhook) -> None:
    return None


FAULTS = (
    Fault(
        "what-was-given-up-is-not-listed",
        "Messages to partners that nobody took stand nowhere among the jobs.",
        "Maya would hear from a customer that Tariq's till knows nothing of her new prices.",
        "SYS-JOBS",
        (rules.GIVEN_UP_IS_SEEN,),
        "Background Jobs",
        (Query("webbuilder.webhooks.service:given_up", _none),),
    ),
    Fault(
        "what-was-given-up-is-called-due",
        "A message that is tried no more is said to be due.",
        "Tariq's program would wait for a message that nobody sends.",
        "SYS-JOBS",
        (rules.GIVEN_UP_IS_SEEN,),
        "Background Jobs",
        (Function("webbuilder.webhooks.delivery_routes:view", _for_ever_due),),
    ),
    Fault(
        "sending-again-is-only-said",
        "A message is said to be sent again, and is not.",
        "Maya would press it once more each day, and Tariq would still sell at the old price.",
        "SYS-JOBS",
        (rules.SENT_AGAIN,),
        "Background Jobs",
        (Function("webbuilder.webhooks.service:send_again", _left_given_up),),
    ),
    Fault(
        "sent-again-to-whoever-wants-nothing",
        "A message is sent again to a receiver that has said that it wants nothing more.",
        "Maya would be told that it is on its way, to a machine that Tariq gave away.",
        "ERRORS",
        (rules.SENT_AGAIN,),
        "Background Jobs",
        (Function("webbuilder.webhooks.service:refuse_disabled", _it_does_not_matter),),
    ),
)

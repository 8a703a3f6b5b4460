"""What goes wrong where partners look after their webhooks."""
# ruff: noqa: ARG001, PLC0415, PLR0917 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.webhooks.tables import Delivery, Webhook


def _as_it_was(
    original: Original,
    webhook_id: str,
    wanted: Any,
    known: Any,
    store: Any,
    told: Any,
    response: Any,
    if_match: Any = None,
) -> Any:
    return original(
        webhook_id, wanted.model_copy(update={"events": None}), known, store, told, response, if_match
    )


def _stays(original: Original, webhook_id: str, known: Any, store: Any) -> None:
    return None


def _any_number(original: Original, session: Session, workspace_id: str, address: str, kinds: Any) -> Webhook:
    from webbuilder.webhooks import service

    most, service.MOST = service.MOST, 10_000
    try:
        return original(session, workspace_id, address, kinds)  # type: ignore[no-any-return]  # as its target
    finally:
        service.MOST = most


def _not_due(
    original: Original, session: Session, webhook: Webhook, kind: str, data: dict[str, Any]
) -> Delivery:
    message: Delivery = original(session, webhook, kind, data)
    if kind == "webhook.test":
        original.fired()
        message.due_at = None
    return message


def _tried_anyway(original: Original, webhook_id: str, known: Any, store: Any) -> Any:
    from webbuilder.webhooks import delivery_routes, service, telling

    webhook = service.one(store, known.workspace_id, webhook_id)
    return delivery_routes.view(telling.write(store, webhook, telling.TEST, {}))


FAULTS = (
    Fault(
        "webhooks-never-change",
        "A change of the events of a webhook is acknowledged, and the old ones are told.",
        "Tariq's tills would ring for prices, and sleep through customers.",
        "SYS-BACKEND",
        (rules.LAST_COUNTS,),
        "Backend APIs",
        (Function("webbuilder.webhooks.routes:change_webhook", _as_it_was),),
    ),
    Fault(
        "webhooks-never-end",
        "A webhook that was taken down stays.",
        "A till that Tariq sold would go on hearing of Maya's customers.",
        "SECURITY",
        (rules.LAST_COUNTS,),
        "Backend APIs",
        (Function("webbuilder.webhooks.routes:end_webhook", _stays),),
    ),
    Fault(
        "webhooks-without-number",
        "There may be any number of webhooks.",
        "One loop in Tariq's program, and each of Maya's customers would be told a thousand times.",
        "ERRORS",
        (rules.LAST_COUNTS,),
        "Backend APIs",
        (Function("webbuilder.webhooks.service:make", _any_number),),
    ),
    Fault(
        "trials-are-not-sent",
        "A trial is called due and never sent.",
        "Tariq would look for a fault in a till that has none.",
        "SYS-BACKEND",
        (rules.TRIED_OUT,),
        "Background Jobs",
        (Function("webbuilder.webhooks.telling:write", _not_due, counts_itself=True),),
    ),
    Fault(
        "ended-webhooks-are-tried-out",
        "A webhook that has ended takes a trial, as if it would tell of anything still.",
        "Tariq would believe that his till hears, and wait for a message that nobody sends.",
        "ERRORS",
        (rules.TRIED_OUT,),
        "Backend APIs",
        (Function("webbuilder.webhooks.delivery_routes:try_out", _tried_anyway),),
    ),
)

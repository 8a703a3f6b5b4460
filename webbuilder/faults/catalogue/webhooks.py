"""What goes wrong where partners are told what happened."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Answer, Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Select
    from sqlalchemy.orm import Session
    from starlette.responses import Response

    from webbuilder.webhooks.tables import Webhook


def _signed_without_time(
    original: Original, webhook: Webhook, message_id: str, body: bytes, *, sent: datetime, now: datetime
) -> str:
    return str(original(webhook, message_id, body, sent=sent.replace(year=1970), now=now))


def _signed_as_printed(
    original: Original, webhook: Webhook, message_id: str, body: bytes, *, sent: datetime, now: datetime
) -> str:
    return str(original(webhook, message_id, body.replace(b",", b", "), sent=sent, now=now))


def _told_by_name(
    original: Original, session: Session, workspace_id: str, kind: str, data: dict[str, Any]
) -> None:
    from webbuilder.crm.tables import Contact

    who = session.get(Contact, data.get("contact", ""))
    original(session, workspace_id, kind, {**data, "email": who.email} if who else data)


def _whatever_happens(original: Original, workspace_id: str, kind: str) -> Select[Webhook]:
    from sqlalchemy import select

    from webbuilder.webhooks.tables import Webhook

    return select(Webhook).where(Webhook.workspace_id == workspace_id, Webhook.enabled)


def _wherever_it_happens(original: Original, workspace_id: str, kind: str) -> Select[Webhook]:
    from sqlalchemy import select

    from webbuilder.webhooks.tables import Webhook

    return select(Webhook).where(Webhook.enabled, Webhook.events.contains([kind]))


def _shown_with_secret(
    original: Original, webhook_id: str, known: Any, store: Any, response: Any
) -> Response:
    from starlette.responses import JSONResponse

    from webbuilder.webhooks import routes, service

    shown = routes.with_secret(service.one(store, known.workspace_id, webhook_id))
    return JSONResponse(shown.model_dump(mode="json"))


def _the_newest_alone(original: Original, webhook: Webhook, now: datetime) -> list[str]:
    return [webhook.secret]


def _every_one(original: Original, webhook: Webhook, now: datetime) -> list[str]:
    return [webhook.secret, *([webhook.old_secret] if webhook.old_secret else [])]


FAULTS = (
    Fault(
        "messages-are-signed-without-their-time",
        "The signature of a message does not hold the time that it says it was sent at.",
        "A partner's library would refuse each message, or take one that somebody sends again next year.",
        "DEV-CONTRACT",
        (rules.WHO_SPEAKS,),
        "Backend APIs",
        (Function("webbuilder.webhooks.sending:signatures", _signed_without_time),),
    ),
    Fault(
        "messages-are-signed-otherwise-than-sent",
        "What is signed is the message as it would be printed, and not the bytes that are sent.",
        "A partner would verify nothing, switch verifying off, and believe whoever knocks.",
        "DEV-CONTRACT",
        (rules.WHO_SPEAKS,),
        "Backend APIs",
        (Function("webbuilder.webhooks.sending:signatures", _signed_as_printed),),
    ),
    Fault(
        "messages-tell-who-signed-up",
        "A message about a contact holds the address of that person.",
        "Priya's address would stand in the logs of every machine between Maya's platform and Tariq's tills.",
        "SECURITY",
        (rules.WHO_SPEAKS,),
        "Backend APIs",
        (Function("webbuilder.webhooks.telling:tell", _told_by_name),),
    ),
    Fault(
        "webhooks-are-told-everything",
        "A webhook is told of every event, also of those that it did not ask for.",
        "A till that was made for prices would get a message for each visitor, and fall over on a good day.",
        "SYS-BACKEND",
        (rules.ASKED_FOR,),
        "Backend APIs",
        (Query("webbuilder.webhooks.telling:listening", _whatever_happens),),
    ),
    Fault(
        "webhooks-are-told-of-other-businesses",
        "A webhook is told of what happens in every business.",
        "Ravi would know of each of Maya's customers in the second in which they sign up.",
        "SECURITY",
        (rules.ASKED_FOR,),
        "Backend APIs",
        (Query("webbuilder.webhooks.telling:listening", _wherever_it_happens),),
    ),
    Fault(
        "secrets-of-webhooks-are-shown",
        "Whoever reads a webhook is shown the secret that signs its messages.",
        "Somebody who was let in to look could write to Tariq's tills in Maya's name for years.",
        "SECURITY",
        (rules.TOLD_ONCE,),
        "Backend APIs",
        (Answer("webbuilder.webhooks.routes:read_webhook", _shown_with_secret),),
    ),
    Fault(
        "another-secret-leaves-a-gap",
        "As soon as a webhook has got another secret, the one before signs nothing.",
        "Tariq's tills would refuse all messages until the last of them was told the new secret.",
        "DEV-CONTRACT",
        (rules.TOLD_ONCE,),
        "Backend APIs",
        (Function("webbuilder.webhooks.service:secrets_of", _the_newest_alone),),
    ),
    Fault(
        "old-secrets-sign-for-good",
        "A secret that was replaced goes on signing.",
        "Whoever had stolen it could still write in Maya's name, and changing it would be for nothing.",
        "SECURITY",
        (rules.TOLD_ONCE,),
        "Backend APIs",
        (Function("webbuilder.webhooks.service:secrets_of", _every_one),),
    ),
)

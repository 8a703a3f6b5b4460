"""What goes wrong with messages that a partner's receiver does not take, or that lead where none may."""
# ruff: noqa: ARG001, PLC0415, PLR0917 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx
    from sqlalchemy.orm import Session

    from webbuilder.outbound import Way
    from webbuilder.webhooks.sending import Letter
    from webbuilder.webhooks.tables import Delivery, Webhook


def _under_another_id(
    original: Original, session: Session, message: Delivery, webhook: Webhook, settings: Any
) -> Letter:
    from sqlalchemy.orm import make_transient

    make_transient(message)
    message.id = f"{message.id}_{message.begun}"
    letter: Letter = original(session, message, webhook, settings)
    return letter


def _never(original: Original, attempts: int) -> None:
    return None


def _silence_is_consent(original: Original, settings: Any, ready: Letter) -> tuple[int | None, str | None]:
    status, because = original(settings, ready)
    return status, because if status else None


def _elsewhere_is_taken(original: Original, status: int) -> str | None:
    return None if status in range(300, 400) else original(status)


async def _followed(
    original: Original, client: httpx.AsyncClient, machine: str, way: Way, body: bytes, headers: Any
) -> int:
    answer = await client.post(way.parts.geturl(), content=body, headers=headers, follow_redirects=True)
    return answer.status_code


def _gone_is_away(
    original: Original,
    session: Session,
    message: Delivery,
    webhook: Webhook,
    number: int,
    came: Mapping[str, Any],
) -> None:
    original(session, message, webhook, number, {**came, "status": 500})


def _not_disabled(original: Original, session: Session, webhook: Webhook, because: str) -> None:
    original(session, webhook, because)
    webhook.enabled = True


def _everywhere_is_public(original: Original, machine: str) -> bool:
    return True


def _not_looked_at(original: Original, address: str, allowed: Any) -> None:
    return None


def _whatever_leads_somewhere(original: Original, address: str) -> tuple[Any, str, int]:
    from urllib.parse import urlsplit

    parts = urlsplit(address)
    return parts, parts.hostname or "", parts.port or 443


FAULTS = (
    Fault(
        "messages-have-a-new-id-each-time",
        "A message that is sent again comes under another id.",
        "A till that had taken the message before its answer was lost would count the customer twice.",
        "CONSISTENCY",
        (rules.GETS_LATER,),
        "Backend APIs",
        (Function("webbuilder.webhooks.sending:letter", _under_another_id),),
    ),
    Fault(
        "missed-messages-are-given-up",
        "A message that a receiver did not take is not sent again.",
        "A till that was switched off for a minute would never hear of the customers of that minute.",
        "CONSISTENCY",
        (rules.GETS_LATER,),
        "Background Jobs",
        (Function("webbuilder.webhooks.sending:pause_after", _never),),
    ),
    Fault(
        "silence-is-taken-for-consent",
        "A message that nobody answered is called delivered.",
        "Tariq would look for the fault in his tills, since the platform says that they have it.",
        "ERRORS",
        (rules.ONLY_TAKEN,),
        "Background Jobs",
        (Function("webbuilder.webhooks.sending:send", _silence_is_consent),),
    ),
    Fault(
        "redirects-are-taken-for-consent",
        "A message whose receiver names another address is called delivered.",
        "A receiver that has moved would get nothing any more, and nobody would be told.",
        "ERRORS",
        (rules.ONLY_TAKEN,),
        "Background Jobs",
        (Function("webbuilder.webhooks.sending:why_not", _elsewhere_is_taken),),
    ),
    Fault(
        "redirects-are-followed",
        "A message goes wherever its receiver sends it, and nobody looks where that is.",
        "A receiver could let the platform ask the database next door, past every list of private machines.",
        "SECURITY",
        (rules.ONLY_TAKEN,),
        "Backend APIs",
        (Function("webbuilder.outbound:_to", _followed),),
    ),
    Fault(
        "receivers-that-are-gone-are-called-again",
        "A receiver that wants nothing more is sent the message again, for three days.",
        "Whoever has switched a till off for good would find it called a hundred times a day.",
        "SYS-BACKEND",
        (rules.LEFT_ALONE,),
        "Background Jobs",
        (Function("webbuilder.webhooks.sending:note", _gone_is_away),),
    ),
    Fault(
        "webhooks-outlive-their-receivers",
        "A receiver that wants nothing more is told of the next event all the same.",
        "Each event would be sent to a machine that asked not to be called, and may be another's by now.",
        "SYS-BACKEND",
        (rules.LEFT_ALONE,),
        "Backend APIs",
        (Function("webbuilder.webhooks.service:disable", _not_disabled),),
    ),
    Fault(
        "private-machines-are-called-public",
        "Every machine is taken for one of the public internet.",
        "Whoever may name an address could have the platform ask the machines beside it.",
        "SECURITY",
        (rules.OWN_HOUSE,),
        "Backend APIs",
        (Function("webbuilder.outbound:is_public", _everywhere_is_public),),
    ),
    Fault(
        "addresses-are-taken-unread",
        "An address is taken with a password in it, and whatever it begins with.",
        "A password would stand in each list of webhooks, for everybody who may look at one.",
        "SECURITY",
        (rules.OWN_HOUSE,),
        "Backend APIs",
        (Function("webbuilder.outbound:read", _whatever_leads_somewhere),),
    ),
    Fault(
        "addresses-are-not-looked-at",
        "Where a webhook leads is looked at only when a message is sent.",
        "Whoever mistypes an address would hear of it days later, from a list that nobody reads.",
        "SECURITY",
        (rules.OWN_HOUSE,),
        "Backend APIs",
        (Function("webbuilder.outbound:refuse", _not_looked_at),),
    ),
)

"""What goes wrong between workflows and other systems."""
# ruff: noqa: PLC0415 - the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.workflows.tables import Workflow


_SOMEBODY_ELSES = "whsec_" + "B" * 43 + "="


def _nobody_listens(original: Original, workspace_id: str, workflow_id: str) -> Select[Workflow]:
    from webbuilder.workflows.tables import Workflow

    listening: Select[Workflow] = original(workspace_id, workflow_id)
    return listening.where(Workflow.id.is_(None))


def _always_first(_original: Original, session: Session, workflow: Workflow, message_id: str) -> bool:
    del session, workflow, message_id
    return True


def _whoever_it_is(_original: Original, secret: str, body: bytes, headers: Mapping[str, str]) -> None:
    del secret, body, headers


def _however_old(_original: Original, secret: str, body: bytes, headers: Mapping[str, str]) -> None:
    from datetime import UTC, datetime

    from standardwebhooks import Webhook, WebhookVerificationError

    sent = datetime.fromtimestamp(int(headers["webhook-timestamp"]), UTC)
    if Webhook(secret).sign(headers["webhook-id"], sent, body.decode()) != headers["webhook-signature"]:
        raise WebhookVerificationError("No matching signature found")


def _gone_or_not(_original: Original, workflow_id: str) -> Select[Workflow]:
    from sqlalchemy import select

    from webbuilder.workflows.tables import Workflow

    return select(Workflow).where(Workflow.id == workflow_id)


def _taken_all_the_same(_original: Original, session: Session, workflow: Workflow) -> None:
    del session, workflow


def _anything(_original: Original, value: str) -> bool:
    del value
    return True


def _signed_by_nobody(_original: Original, session: Session, workflow: Workflow) -> str:
    del session, workflow
    return _SOMEBODY_ELSES


def _once_only(_original: Original, status: int) -> bool:
    del status
    return False


def _everywhere_is_public(_original: Original, machine: str) -> bool:
    del machine
    return True


def _elsewhere_is_taken(_original: Original, status: int) -> str | None:
    return None if status in range(200, 400) else "it was not taken"


FAULTS = (
    Fault(
        "messages-start-nothing",
        "A message of another system is taken, and starts nothing.",
        "Tariq's till would tell of each customer, and none of them would be thanked.",
        "IP-CRM-WORKFLOW",
        (rules.SYSTEM_STARTS,),
        "Workflow Engine",
        (Query("webbuilder.workflows.hooks:listening", _nobody_listens),),
    ),
    Fault(
        "messages-start-each-time",
        "A message that is sent again starts a workflow again.",
        "A till with a bad line would thank the same customer three times for one roll.",
        "CONSISTENCY",
        (rules.SYSTEM_STARTS,),
        "Workflow Engine",
        (Function("webbuilder.workflows.hooks:is_first", _always_first),),
    ),
    Fault(
        "anybody-starts-it",
        "A message starts a workflow, whoever has signed it.",
        "Whoever knows the address would write to people in Maya's name.",
        "SECURITY",
        (rules.UNKNOWN_STARTS_NOTHING,),
        "Workflow Engine",
        (Function("webbuilder.workflows.hooks:_verify", _whoever_it_is),),
    ),
    Fault(
        "old-messages-start-it",
        "A message starts a workflow, however old it is.",
        "Whoever has overheard one message could send it for ever, under another name.",
        "SECURITY",
        (rules.UNKNOWN_STARTS_NOTHING,),
        "Workflow Engine",
        (Function("webbuilder.workflows.hooks:_verify", _however_old),),
    ),
    Fault(
        "any-word-is-an-address",
        "What another system calls an address is taken for one.",
        "Maya would have contacts whom no mail ever reaches, and be told nothing.",
        "ERRORS",
        (rules.UNKNOWN_STARTS_NOTHING,),
        "Magic Connector",
        (Function("webbuilder.connector.service:is_address", _anything),),
    ),
    Fault(
        "messages-are-taken-for-nothing",
        "A message is taken that starts nothing, and is never taken again.",
        "Tariq's till would tell of a customer on a quiet day, and nobody would ever hear of it.",
        "ERRORS",
        (rules.DEAF_TAKES_NOTHING,),
        "Workflow Engine",
        (Function("webbuilder.workflows.hooks:refuse_deaf", _taken_all_the_same),),
    ),
    Fault(
        "workflows-that-are-gone-hear",
        "A workflow that was removed takes messages as before.",
        "Tariq's till would be told that all is well, a year after Maya has closed the club.",
        "ERRORS",
        (rules.GONE_HEARS_NOTHING,),
        "Workflow Engine",
        (Query("webbuilder.workflows.hooks:with_id", _gone_or_not),),
    ),
    Fault(
        "messages-of-workflows-are-unsigned",
        "What a workflow tells another system is signed with somebody else's secret.",
        "Tariq would have to believe everybody, or nobody.",
        "SECURITY",
        (rules.TELLS_VERIFIABLY,),
        "Workflow Engine",
        (Function("webbuilder.workflows.hooks:secret_of", _signed_by_nobody),),
    ),
    Fault(
        "messages-of-workflows-are-tried-once",
        "A message that is not taken at once is given up.",
        "A till that was restarted at noon would never hear of those who came at noon.",
        "SYS-WORKFLOW",
        (rules.TELLS_VERIFIABLY,),
        "Workflow Engine",
        (Function("webbuilder.workflows.calling:may_pass", _once_only),),
    ),
    Fault(
        "workflows-speak-to-private-machines",
        "A workflow sends messages to machines that are nobody else's business.",
        "Whoever draws a workflow could ask the platform's own machines for their keys.",
        "SECURITY",
        (rules.NOBODY_MAY_GET,),
        "Workflow Engine",
        (Function("webbuilder.outbound:is_public", _everywhere_is_public),),
    ),
    Fault(
        "elsewhere-counts-as-taken",
        "A message that is sent elsewhere counts as taken.",
        "Tariq would have moved his till, and Maya would read for a year that it was told.",
        "ERRORS",
        (rules.NOBODY_MAY_GET,),
        "Workflow Engine",
        (Function("webbuilder.webhooks.sending:why_not", _elsewhere_is_taken),),
    ),
)

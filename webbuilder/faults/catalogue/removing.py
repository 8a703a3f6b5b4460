"""What goes wrong where workflows are removed, and where forms fill contacts."""
# ruff: noqa: PLC0415, PLR0917 - the list is printed without the platform; bodies take what their target takes

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.components.tree import Tree
    from webbuilder.connector.tables import Connection, Submission
    from webbuilder.sites.tables import Site
    from webbuilder.workflows.tables import Workflow


def _as_ever(original: Original, session: Session, connection: Connection, tree: Tree) -> str | None:
    if original(session, connection, tree):
        original.fired()
    return None


def _asks_for_all(_original: Original, tree: Tree, form_id: str) -> bool:
    del tree, form_id
    return True


def _only_what_starts(
    original: Original,
    session: Session,
    site: Site,
    form_id: str,
    view_token: str,
    values: dict[str, str],
    held_because: str | None = None,
) -> Submission:
    from webbuilder.connector import service
    from webbuilder.workflows.tables import Workflow

    taken: Submission = original(session, site, form_id, view_token, values, held_because)
    joined = session.scalar(service.of_form(site.workspace_id, site.id, form_id))
    if joined and session.get_one(Workflow, joined.workflow_id).removed_at:
        original.fired()
        session.delete(taken)
    return taken


def _as_proposed(_original: Original, fields: list[dict[str, Any]], wanted: dict[str, str]) -> dict[str, str]:
    from webbuilder.connector import service

    del wanted
    return service.mapping_from(fields)


def _goes_on(_original: Original, session: Session, workflow: Workflow, reason: str) -> None:
    del session, workflow, reason


FAULTS = (
    Fault(
        "forms-of-removed-workflows-look-connected",
        "A form whose workflow was removed is published as if it were connected.",
        "Whoever sends the form would never hear of Maya, and Maya would never hear of that.",
        "IP-WORKFLOW-COMPONENT",
        (rules.BROKEN_IS_SAID,),
        "Magic Connector",
        (Function("webbuilder.connector.standing:why_broken", _as_ever, counts_itself=True),),
    ),
    Fault(
        "what-starts-nothing-is-thrown-away",
        "What is sent through a form whose workflow was removed is not kept.",
        "People would leave their addresses for a week, and Maya would have none of them.",
        "CONSISTENCY",
        (rules.GONE_IS_KEPT,),
        "Magic Connector",
        (Function("webbuilder.connector.service:take_in", _only_what_starts, counts_itself=True),),
    ),
    Fault(
        "fields-fill-what-is-proposed",
        "Which field fills a contact's name is what was proposed, whatever its owner chose.",
        "Maya would look for a company among her contacts, and find whoever typed.",
        "IP-WORKFLOW-COMPONENT",
        (rules.NAMES_CHOSEN,),
        "Magic Connector",
        (Function("webbuilder.connector.filling:checked", _as_proposed),),
    ),
    Fault(
        "removed-workflows-go-on",
        "What is under way in a workflow goes on after that was removed.",
        "Priya would be asked next week about a bread that Maya has given up.",
        "SYS-EMAIL",
        (rules.ENDS_WITH_IT,),
        "Workflow Engine",
        (Function("webbuilder.workflows.control:cancel_all", _goes_on),),
    ),
    Fault(
        "forms-without-an-address-look-well",
        "A form that asks for no address any more is called connected.",
        "Maya would tidy her form up, and never hear of anybody who filled it in.",
        "IP-WORKFLOW-COMPONENT",
        (rules.NO_ADDRESS_SAID,),
        "Magic Connector",
        (Function("webbuilder.connector.service:asks_for_address", _asks_for_all),),
    ),
)

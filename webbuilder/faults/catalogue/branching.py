"""What goes wrong where workflows branch, end and tell their owners."""
# ruff: noqa: PLC0415 - the list is printed without the platform; bodies take what their target takes

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.accounts.tables import Person
    from webbuilder.crm.tables import Contact
    from webbuilder.database import Database
    from webbuilder.settings import Settings
    from webbuilder.workflows.kinds import Trouble
    from webbuilder.workflows.kinds_of_letters import Notify
    from webbuilder.workflows.kinds_of_ways import Stop


def _everybody(_original: Original, session: Session, contact: Contact, tag: str) -> bool:
    del session, contact, tag
    return True


def _nobody(_original: Original, session: Session, contact: Contact, tag: str) -> bool:
    del session, contact, tag
    return False


def _stays_on(_original: Original, session: Session, contact: Contact, tag: str) -> bool:
    del session, contact, tag
    return True


def _goes_on(
    original: Original, _step: Stop, run_id: str, number: int, _settings: Settings, store: Database
) -> None:
    from webbuilder.workflows.taking import Jump

    try:
        original(_step, run_id, number, _settings, store)
    except Jump:
        original.fired()


def _tells_nobody(
    _original: Original, step: Notify, run_id: str, number: int, settings: Settings, store: Database
) -> None:
    from webbuilder.workflows import history
    from webbuilder.workflows.tables import Run

    del step, settings
    with store.transaction() as session:
        history.tell(session, session.get_one(Run, run_id), number, "told 1 owner")


def _everybody_there(_original: Original, workspace_id: str) -> Select[Person]:
    from webbuilder.accounts import people

    everybody: Select[Person] = people.of_workspace(workspace_id)
    return everybody


def _leads_anywhere(_original: Original, number: int, otherwise: int, many: int) -> list[Trouble]:
    del number, otherwise, many
    return []


def _stays_a_number(_original: Original, step: dict[str, Any], numbers: list[int]) -> dict[str, Any]:
    del numbers
    return step


FAULTS = (
    Fault(
        "branches-take-everybody-for-a-friend",
        "Of a contact without a tag it is said that it has it.",
        "Strangers would be greeted like old friends, and ask themselves where Maya has their name from.",
        "IP-CRM-WORKFLOW",
        (rules.KNOWN_DECIDES,),
        "Workflow Engine",
        (Function("webbuilder.crm.service:has_tag", _everybody),),
    ),
    Fault(
        "branches-take-everybody-for-a-stranger",
        "Of a contact with a tag it is said that it has it not.",
        "Those who have bought bread for years would be asked to try it.",
        "IP-CRM-WORKFLOW",
        (rules.KNOWN_DECIDES,),
        "Workflow Engine",
        (Function("webbuilder.crm.service:has_tag", _nobody),),
    ),
    Fault(
        "tags-stay-on",
        "A tag that is taken off stays on.",
        "The sale would be over, and everybody would get its letters until the next one.",
        "SYS-WORKFLOW",
        (rules.KNOWN_DECIDES,),
        "CRM System",
        (Function("webbuilder.crm.service:remove_tag", _stays_on),),
    ),
    Fault(
        "the-end-is-passed-over",
        "A workflow goes on behind the step at which it ends.",
        "Friends would get the letter for friends, and a minute later the one for strangers.",
        "SYS-WORKFLOW",
        (rules.KNOWN_DECIDES,),
        "Workflow Engine",
        (Function("webbuilder.workflows.ways:stop", _goes_on, counts_itself=True),),
    ),
    Fault(
        "owners-are-told-nothing",
        "A step that tells the owners says that it did, and writes to nobody.",
        "Somebody would ask for a wedding cake, and Maya would hear of it from another bakery.",
        "SYS-EMAIL",
        (rules.OWNERS_ARE_TOLD,),
        "Email Automation",
        (Function("webbuilder.workflows.mailing:notify", _tells_nobody),),
    ),
    Fault(
        "whoever-works-there-is-told",
        "What owners are told, everybody is told who works there.",
        "Whoever was let in to move pictures about would get the address of each visitor.",
        "SYS-EMAIL",
        (rules.OWNERS_ARE_TOLD,),
        "Email Automation",
        (Query("webbuilder.accounts.people:owners", _everybody_there),),
    ),
    Fault(
        "branches-may-lead-anywhere",
        "A workflow that leads nowhere, or in a circle, is published.",
        "Somebody would get the same letter until the mail server gives up.",
        "ERRORS",
        (rules.LEADS_TOLD,),
        "Workflow Engine",
        (Function("webbuilder.workflows.kinds:_astray", _leads_anywhere),),
    ),
    Fault(
        "what-is-led-to-stays-a-number",
        "When a step is removed, branches go on leading to the number that another step has by now.",
        "Maya would take a step away, and strangers would be sent where friends were sent before.",
        "SYS-WORKFLOW",
        (rules.LEADS_ALONG,),
        "Workflow Engine",
        (Function("webbuilder.screens.workflows:_led", _stays_a_number),),
    ),
)

"""What goes wrong where somebody tries a form out."""
# ruff: noqa: PLC0415 - the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.components.tree import Tree
    from webbuilder.connector.tables import Submission
    from webbuilder.crm.tables import Contact
    from webbuilder.sites.tables import Site
    from webbuilder.workflows.happening import Whence
    from webbuilder.workflows.tables import Run, Workflow


def _like_any_other(  # noqa: PLR0917 - as its target
    original: Original, session: Session, run_id: str, workflow: Workflow, origin: object, trace_id: str
) -> None:
    from dataclasses import replace
    from typing import Any, cast

    original(session, run_id, workflow, replace(cast("Any", origin), sample=False), trace_id)


def _for_real_from_here(original: Original, run: Run) -> Whence:
    from dataclasses import replace

    whence: Whence = original(run)
    return replace(whence, sample=False)


def _samples_too(_original: Original, workspace_id: str, site_id: str) -> Select[Submission]:
    from sqlalchemy import select

    from webbuilder.connector.tables import Submission

    here = Submission.workspace_id == workspace_id, Submission.site_id == site_id
    return select(Submission).where(*here).order_by(Submission.sent_at.desc(), Submission.id)


def _whoever_tried(_original: Original, workspace_id: str, search: str = "") -> Select[Contact]:
    from sqlalchemy import select

    from webbuilder.crm.tables import Contact

    found = select(Contact).where(Contact.workspace_id == workspace_id, Contact.email.icontains(search))
    return found.order_by(Contact.created_at.desc(), Contact.id)


def _told_to_partners(_original: Original, session: Session, sent: Submission) -> None:
    from webbuilder.connector import sifting

    session.flush()
    sifting.announce(session, sent)


def _whatever_follows(_original: Original, session: Session, site: Site, form_id: str, tree: Tree) -> None:
    del session, site, form_id, tree


FAULTS = (
    Fault(
        "samples-look-like-any-other",
        "What somebody tries out is marked nowhere, and waits like any other.",
        "Maya would look for the sample among four hundred runs, two days later.",
        "IP-WORKFLOW-COMPONENT",
        (rules.SAMPLE_GOES,),
        "Workflow Engine",
        (Function("webbuilder.workflows.service:begin", _like_any_other),),
    ),
    Fault(
        "samples-end-at-the-next-workflow",
        "What somebody tries out is no sample any more where one workflow starts another.",
        "Maya would wait two days for the end of her sample, and count herself among her friends.",
        "IP-CRM-WORKFLOW",
        (rules.SAMPLE_GOES,),
        "Workflow Engine",
        (Function("webbuilder.workflows.happening:whence_of", _for_real_from_here),),
    ),
    Fault(
        "samples-count-as-submissions",
        "What somebody tries out counts among what visitors sent.",
        "Maya would report nine sign-ups to the bank, of which six were hers.",
        "CONSISTENCY",
        (rules.SAMPLE_UNCOUNTED,),
        "Magic Connector",
        (Query("webbuilder.connector.service:submissions_of", _samples_too),),
    ),
    Fault(
        "who-tries-it-out-is-a-customer",
        "Whoever tries a form out is found among the contacts.",
        "Each of Maya's letters would go to everybody who works for her, too.",
        "SYS-CRM",
        (rules.SAMPLE_UNCOUNTED,),
        "CRM System",
        (Query("webbuilder.crm.service:of_workspace", _whoever_tried),),
    ),
    Fault(
        "partners-are-told-of-samples",
        "Partners are told of what somebody tries out as of a customer.",
        "Tariq's till would give a discount to a person that is not there.",
        "DEV-CONTRACT",
        (rules.SAMPLE_UNCOUNTED,),
        "Magic Connector",
        (Function("webbuilder.connector.samples:announce", _told_to_partners),),
    ),
    Fault(
        "anything-is-tried-out",
        "A form is tried out that starts nothing, and nobody says so.",
        "Maya would wait for her sample all afternoon, and believe the mail server broken.",
        "ERRORS",
        (rules.NOTHING_TRIED,),
        "Magic Connector",
        (Function("webbuilder.connector.samples:refuse_what_starts_nothing", _whatever_follows),),
    ),
)

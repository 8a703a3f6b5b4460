"""What was published of workflows: steps and trigger of each version, read once, since they never change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.workflows.kinds import STEPS
from webbuilder.workflows.tables import WorkflowVersion
from webbuilder.workflows.triggers import TRIGGER

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.workflows.kinds import AnyStep
    from webbuilder.workflows.triggers import AnyTrigger

_MOST_READ = 1000
_READ: dict[tuple[str, int], tuple[list[AnyStep], AnyTrigger]] = {}


def steps_of(session: Session, workflow_id: str, number: int) -> list[AnyStep]:
    """Return the steps of one version; none where nothing is published."""
    return _version(session, workflow_id, number)[0] if number else []


def trigger_of(session: Session, workflow_id: str, number: int) -> AnyTrigger:
    """Return what starts one version."""
    return _version(session, workflow_id, number)[1]


def _version(session: Session, workflow_id: str, number: int) -> tuple[list[AnyStep], AnyTrigger]:
    """Return steps and trigger of a version, read once: it never changes."""
    key = workflow_id, number
    if key not in _READ:
        found = session.get_one(WorkflowVersion, key)
        if len(_READ) >= _MOST_READ:
            _READ.clear()
        _READ[key] = STEPS.validate_python(found.steps), TRIGGER.validate_python(found.trigger)
    return _READ[key]

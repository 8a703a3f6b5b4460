"""How a run of a workflow is read again and again, until it stands as expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.drivers.ports_of_workflows import Overseeing
    from support.records_of_workflows import RunTold


def run_of(
    overseeing: Overseeing, site: str, workflow: str, email: str, naming: str | None = None
) -> Callable[[], RunTold]:
    """Return what reads the newest run for somebody, with a name, if given, in the place of the address."""
    return lambda: overseeing.told(site, workflow, email).naming(email, naming or email)


def tries_of(overseeing: Overseeing, site: str, workflow: str, *emails: str) -> Callable[[], list[int]]:
    """Return what reads how often the step was begun, for each of these people, that was begun most often."""

    def read() -> list[int]:
        runs = [overseeing.told(site, workflow, email) for email in emails]
        return [max((step.attempts for step in run.steps), default=0) for run in runs]

    return read

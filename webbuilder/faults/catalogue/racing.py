"""What goes wrong only where several are at one site at once, or between what they are told."""
# ruff: noqa: PLC0415, PLR0917 - the list is printed without the platform; bodies take what their target takes

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules_of_hands as of_hands
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from webbuilder.accounts.service import Caller
    from webbuilder.components.changes import AnyChange
    from webbuilder.components.routes import PageView
    from webbuilder.components.service import Applied
    from webbuilder.connector.tables import Submission
    from webbuilder.sites.tables import Site

_AT_IT = 0.05  # s for which whoever is first keeps the others out
_SHOWN: dict[str, PageView] = {}  # of each process


def _is_first(session: Session, site_id: str) -> bool:
    """Whether nobody else is at a site right now; whoever is first stays at it for a moment."""
    from sqlalchemy import func, select

    key = func.hashtextextended(f"at it {site_id}", 0)
    first = bool(session.scalar(select(func.pg_try_advisory_xact_lock(key))))
    if first:
        session.execute(select(func.pg_sleep(_AT_IT)))
    return first


def called_applied(session: Session, workspace_id: str, site_id: str) -> Applied:
    """Return what is answered to a change, which is not made."""
    from webbuilder.components.service import Applied
    from webbuilder.sites import service as sites

    told = sites.one(session, workspace_id, site_id).revision + 1
    return Applied(told, told)


def thanked_for_nothing(
    original: Original,
    session: Session,
    site: Site,
    form_id: str,
    view_token: str,
    values: dict[str, str],
    held_because: str | None = None,
) -> Submission:
    """Take in a form, and keep nothing of it."""
    del held_because
    stored: Submission = original(session, site, form_id, view_token, values, "nobody looks")
    session.delete(stored)
    return stored


def _not_beside_others(
    original: Original,
    session: Session,
    workspace_id: str,
    site_id: str,
    person_id: str,
    changes: Sequence[AnyChange],
    *,
    client: str | None = None,
    continues: int | None = None,
) -> Applied:
    if _is_first(session, site_id):
        return original(  # type: ignore[no-any-return]  # as its target
            session, workspace_id, site_id, person_id, changes, client=client, continues=continues
        )
    original.fired()
    return called_applied(session, workspace_id, site_id)


def _neighbours_swapped(
    original: Original,
    session: Session,
    workspace_id: str,
    site_id: str,
    person_id: str,
    changes: Sequence[AnyChange],
    *,
    client: str | None = None,
    continues: int | None = None,
) -> Applied:
    from webbuilder.components.service import Applied

    done: Applied = original(
        session, workspace_id, site_id, person_id, changes, client=client, continues=continues
    )
    return Applied(done.revision ^ 1, done.step)


def _as_somebody_was_shown(
    original: Original, site_id: str, known: Caller, store: Session, page: str | None = None
) -> PageView:
    fresh: PageView = original(site_id, known, store, page)
    if page is not None:
        return fresh
    before = _SHOWN.get(site_id, fresh)
    _SHOWN[site_id] = fresh
    return before


def _ahead_of_itself(
    original: Original, site_id: str, known: Caller, store: Session, page: str | None = None
) -> PageView:
    shown: PageView = original(site_id, known, store, page)
    shown.revision += 1
    return shown


def _kept_alone(
    original: Original,
    session: Session,
    site: Site,
    form_id: str,
    view_token: str,
    values: dict[str, str],
    held_because: str | None = None,
) -> Submission:
    if _is_first(session, site.id):
        return original(session, site, form_id, view_token, values, held_because)  # type: ignore[no-any-return]  # as its target
    original.fired()
    return thanked_for_nothing(original, session, site, form_id, view_token, values)


FAULTS = (
    Fault(
        "who-writes-beside-others-is-lost",
        "Words that come while somebody else's are being stored are called stored, and are not.",
        "Maya would miss a sentence that Noor swears she wrote, and both would be right.",
        "CONSISTENCY",
        (of_hands.STORED_OUTLASTS,),
        "Component APIs",
        (Function("webbuilder.components.service:apply", _not_beside_others, counts_itself=True),),
    ),
    Fault(
        "pages-are-shown-as-of-before",
        "Whoever looks at a page is shown what was last shown to somebody.",
        "Noor would mend a sentence that Maya had mended already.",
        "CONSISTENCY",
        (of_hands.SEES_WHAT_WAS_STORED,),
        "Component APIs",
        (Function("webbuilder.components.routes:read", _as_somebody_was_shown),),
    ),
    Fault(
        "neighbours-are-told-each-others-place",
        "Of two changes that follow each other, each is told the revision of the other.",
        "Maya's second thought would be taken for her first, and undone by a screen that puts them in order.",
        "X-COORDINATION",
        (of_hands.TOLD_ONE_ORDER,),
        "Component APIs",
        (Function("webbuilder.components.service:apply", _neighbours_swapped),),
    ),
    Fault(
        "pages-are-told-newer-than-they-are",
        "A page is told at a revision that it does not show yet.",
        "Noor's screen would never ask for the change that it lacks.",
        "IP-BUILDER-BACKEND",
        (of_hands.TOLD_ONE_ORDER,),
        "Component APIs",
        (Function("webbuilder.components.routes:read", _ahead_of_itself),),
    ),
    Fault(
        "who-signs-up-beside-others-is-lost",
        "A visitor who sends the form while another's is being stored is thanked and not kept.",
        "On the one day on which many came at once, Maya would lose most of them.",
        "CONSISTENCY",
        (of_hands.EACH_KEPT_ONCE,),
        "Magic Connector",
        (Function("webbuilder.connector.service:take_in", _kept_alone, counts_itself=True),),
    ),
)

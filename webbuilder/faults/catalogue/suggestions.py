"""What goes wrong between a suggestion and the page."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Answer, Function, Original
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Template

if TYPE_CHECKING:
    from sqlalchemy.orm import Session
    from starlette.responses import Response

    from webbuilder.accounts.service import Caller
    from webbuilder.ai.replies import Wording
    from webbuilder.ai.service import Brief
    from webbuilder.ai.tables import Suggestion
    from webbuilder.sites.tables import Site


def _put_on_page(session: Session, site_id: str, workspace_id: str, words: dict[str, str], name: str) -> None:
    from sqlalchemy import select

    from webbuilder.accounts.tables import Person
    from webbuilder.components import service

    person = session.scalars(select(Person.id).where(Person.workspace_id == workspace_id)).first() or ""
    changes = [service.Set(kind="set", id=each, properties={name: said}) for each, said in words.items()]
    service.apply(session, workspace_id, site_id, person, changes)


def _of(wordings: Sequence[Any]) -> dict[str, str]:
    return {each["component"]: each["after"] for each in wordings if each["property"] == "text"}


def _accepted_in_name(
    original: Original, session: Session, workspace_id: str, person_id: str, suggestion_id: str
) -> int:
    from webbuilder.ai import service
    from webbuilder.sites import service as sites

    suggestion = service.undecided(session, workspace_id, suggestion_id)
    suggestion.state = "accepted"
    return sites.locked(session, workspace_id, suggestion.site_id).revision


def _accepted_everywhere(
    original: Original, session: Session, workspace_id: str, person_id: str, suggestion_id: str
) -> int:
    from webbuilder.ai import service
    from webbuilder.components import service as components
    from webbuilder.sites import service as sites

    original(session, workspace_id, person_id, suggestion_id)
    suggestion = service.one(session, workspace_id, suggestion_id)
    said = next(iter(_of(suggestion.changes).values()))
    texts = components.tree_of(session, suggestion.site_id, workspace_id).of_type("text")
    _put_on_page(session, suggestion.site_id, workspace_id, {each.id: said for each in texts}, "text")
    return sites.locked(session, workspace_id, suggestion.site_id).revision


def _kept_and_applied(
    original: Original,
    session: Session,
    site: Site,
    component_id: str,
    brief: Brief,
    *,
    wordings: Sequence[Wording],
    reason: str,
) -> Suggestion:
    suggestion: Suggestion = original(session, site, component_id, brief, wordings=wordings, reason=reason)
    _put_on_page(session, site.id, site.workspace_id, _of(suggestion.changes), "text")
    return suggestion


def _refused_in_name(original: Original, session: Session, workspace_id: str, suggestion_id: str) -> None:
    from webbuilder.ai import service

    service.undecided(session, workspace_id, suggestion_id)


def _refused_and_applied(original: Original, session: Session, workspace_id: str, suggestion_id: str) -> None:
    from webbuilder.ai import service

    original(session, workspace_id, suggestion_id)
    refused = service.one(session, workspace_id, suggestion_id)
    _put_on_page(session, refused.site_id, workspace_id, _of(refused.changes), "text")


def _accept_button(original: Original, suggestion_id: str, known: Caller, store: Session) -> Response:
    from starlette.responses import HTMLResponse

    return HTMLResponse('<p class="good" role="status">The new words are on your page.</p>')


def _refuse_button(original: Original, suggestion_id: str, known: Caller, store: Session) -> Response:
    from starlette.responses import HTMLResponse

    return HTMLResponse('<p class="hint" role="status">Refused. Your page is as it was.</p>')


FAULTS = (
    Fault(
        "accepted-words-never-come",
        "Accepted words are called accepted and never reach the page.",
        "Maya would publish the template's words under her own name.",
        "SYS-AI",
        (rules.OWNER_SAYS_SO, rules.ONE_EVENING),
        "AI Services",
        (Function("webbuilder.ai.service:accept", _accepted_in_name),),
    ),
    Fault(
        "accepted-words-everywhere",
        "Words that were accepted for one section are put into every section.",
        "Maya's opening hours would be gone, and she would look for them after the first call.",
        "IP-AI-COMPONENT",
        (rules.OWNER_SAYS_SO,),
        "AI Services",
        (Function("webbuilder.ai.service:accept", _accepted_everywhere),),
    ),
    Fault(
        "suggestion-applied-at-once",
        "A suggestion stands on the page as soon as the copywriter has made it.",
        "Maya would publish words that she only wanted to look at.",
        "IP-AI-COMPONENT",
        (rules.OWNER_SAYS_SO,),
        "AI Services",
        (Function("webbuilder.ai.service:keep", _kept_and_applied),),
    ),
    Fault(
        "refused-suggestion-stays",
        "A refused suggestion comes back whenever the builder is opened.",
        "Maya would refuse the same words every evening, and one evening press the other button.",
        "IP-AI-COMPONENT",
        (rules.OWNER_SAYS_SO,),
        "AI Services",
        (Function("webbuilder.ai.service:refuse", _refused_in_name),),
    ),
    Fault(
        "refused-suggestion-applied",
        "A refused suggestion is put onto the page all the same.",
        "Maya said no, and her visitors would read what she refused.",
        "IP-AI-COMPONENT",
        (rules.OWNER_SAYS_SO,),
        "AI Services",
        (Function("webbuilder.ai.service:refuse", _refused_and_applied),),
    ),
    Fault(
        "suggestion-shows-old-words",
        "The panel of a suggestion shows the words of today where it should show the proposed ones.",
        "Maya would accept words that she has never read.",
        "IP-AI-COMPONENT",
        (rules.OWNER_SAYS_SO,),
        "Frontend Builder",
        (Template("suggestion.html", "<ins>{{ wording.after }}</ins>", "<ins>{{ wording.before }}</ins>"),),
    ),
    Fault(
        "accept-button-does-nothing",
        "“Accept” says that the new words are on the page, and does nothing else.",
        "Maya would go to bed with her own words published nowhere.",
        "SYS-BUILDER",
        (rules.OWNER_SAYS_SO, rules.ONE_EVENING),
        "Frontend Builder",
        (Answer("webbuilder.screens.panels:accept", _accept_button),),
    ),
    Fault(
        "refuse-button-does-nothing",
        "“Refuse” says that the suggestion is refused, and leaves it open.",
        "Maya would find what she refused before her again, and doubt what else the builder forgets.",
        "SYS-BUILDER",
        (rules.OWNER_SAYS_SO,),
        "Frontend Builder",
        (Answer("webbuilder.screens.panels:refuse", _refuse_button),),
    ),
)

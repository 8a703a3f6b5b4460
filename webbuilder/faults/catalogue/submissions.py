"""What goes wrong with what visitors send."""
# ruff: noqa: PLC0415, PLR0917 - the list is printed without the platform; bodies take what their target takes

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Answer, Function, Original
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Template

if TYPE_CHECKING:
    from sqlalchemy.orm import Session
    from starlette.requests import Request
    from starlette.responses import Response

    from webbuilder.connector.tables import Submission
    from webbuilder.problems import Problem
    from webbuilder.sites.tables import Site

Fields = dict[str, str]
_TAKE_IN = "webbuilder.connector.service:take_in"


def _each_sending_anew(
    original: Original,
    session: Session,
    site: Site,
    form_id: str,
    view_token: str,
    values: Fields,
    held_because: str | None = None,
) -> Submission:
    from webbuilder import security

    if security.trace_of_view(site.form_key, form_id, view_token):
        view_token = security.sign_view(site.form_key, form_id, secrets.token_hex(16))
    return original(session, site, form_id, view_token, values, held_because)  # type: ignore[no-any-return]  # as its target


def _always_once(
    original: Original,
    session: Session,
    site: Site,
    form_id: str,
    view_token: str,
    values: Fields,
    held_because: str | None = None,
) -> Submission:
    stored: Submission = original(session, site, form_id, view_token, values, held_because)
    if stored.times_sent > 1:
        original.fired()
        stored.times_sent = 1
    return stored


def _thrown_away(
    original: Original,
    session: Session,
    site: Site,
    form_id: str,
    view_token: str,
    values: Fields,
    held_because: str | None = None,
) -> Submission:
    from webbuilder.connector import service

    stored: Submission = original(session, site, form_id, view_token, values, held_because)
    if session.scalar(service.of_form(site.workspace_id, site.id, form_id)) is None:
        original.fired()
        session.delete(stored)
    return stored


def _any_address_will_do(original: Original, field: dict[str, Any], value: str) -> str | None:
    if original(field, value):
        original.fired()
    return original({**field, "kind": "text"}, value)  # type: ignore[no-any-return]  # as its target


def _refused_and_kept(original: Original, form_id: str, slug: str, sent: Fields, store: Session) -> Response:
    from sqlalchemy.orm import Session

    from webbuilder.connector import service as connector
    from webbuilder.problems import Problem
    from webbuilder.publishing import service

    try:
        return original(form_id, slug, sent, store)  # type: ignore[no-any-return]  # as its target
    except Problem:
        original.fired()
        _, site = service.live(store, slug)
        values = {name: value for name, value in sent.items() if name != "view_token"}
        with Session(store.get_bind()) as other, other.begin():
            connector.take_in(other, site, form_id, sent.get("view_token", ""), values)
        raise


def _refused_without_words(original: Original, problem: Problem, request: Request) -> Response:
    if problem.kind == "not-valid":
        original.fired()
        problem.detail = "Something went wrong. Please try again."
    return original(problem, request)  # type: ignore[no-any-return]  # as its target


FAULTS = (
    Fault(
        "each-sending-counts",
        "A form that is sent twice in a row is counted as two submissions.",
        "Maya would believe in twice as many people as came, and answer each of them twice.",
        "CONSISTENCY",
        (rules.ONE_SUBMISSION,),
        "Magic Connector",
        (Function(_TAKE_IN, _each_sending_anew),),
    ),
    Fault(
        "repeated-sending-unnoticed",
        "That a form was sent twice is not written down.",
        "Maya could not tell an impatient visitor from a calm one when somebody complains.",
        "CONSISTENCY",
        (rules.ONE_SUBMISSION,),
        "Magic Connector",
        (Function(_TAKE_IN, _always_once, counts_itself=True),),
    ),
    Fault(
        "submissions-screen-hides-repeats",
        "The list of submissions says “once” of what was sent several times.",
        "Maya would look for a mistake of hers when a visitor says that the form did nothing.",
        "CONSISTENCY",
        (rules.ONE_SUBMISSION,),
        "Frontend Builder",
        (Template("submissions.html", "{{ sent.times_sent }} times, counted once", "once"),),
    ),
    Fault(
        "unconnected-submissions-lost",
        "What visitors send through a form that is not connected is thanked for and thrown away.",
        "The addresses of the first evening would be gone, and those people believe that they were heard.",
        "CONSISTENCY",
        (rules.LEADS_NOWHERE,),
        "Magic Connector",
        (Function(_TAKE_IN, _thrown_away, counts_itself=True),),
    ),
    Fault(
        "submissions-screen-without-answers",
        "The list of submissions shows which fields were filled, and not with what.",
        "Maya would see that somebody wrote and could not answer.",
        "IP-WORKFLOW-COMPONENT",
        (rules.LEADS_NOWHERE,),
        "Frontend Builder",
        (Template("submissions.html", "<dd>{{ value }}</dd>", "<dd></dd>"),),
    ),
    Fault(
        "any-address-will-do",
        "A mistyped address is taken for a right one.",
        "Priya would wait for a mail that can never arrive, and Maya would not know whom she lost.",
        "SYS-CRM",
        (rules.REFUSED_IN_WORDS,),
        "Magic Connector",
        (Function("webbuilder.connector.service:_fault_of", _any_address_will_do, counts_itself=True),),
    ),
    Fault(
        "refused-and-kept",
        "A form that was refused is kept all the same.",
        "Maya's list would fill with addresses that nobody has, and her mails would be taken for spam.",
        "SYS-CRM",
        (rules.REFUSED_IN_WORDS,),
        "Live Sites",
        (Answer("webbuilder.publishing.live:send", _refused_and_kept, counts_itself=True),),
    ),
    Fault(
        "refused-without-words",
        "A visitor whose form is refused is not told what is wrong with it.",
        "Priya would try the same address three times and go elsewhere for her bread.",
        "ERRORS",
        (rules.REFUSED_IN_WORDS,),
        "Live Sites",
        (Answer("webbuilder.publishing.live:_shown", _refused_without_words, counts_itself=True),),
    ),
)

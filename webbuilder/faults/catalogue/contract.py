"""What goes wrong where an answer is not what partners were promised."""
# ruff: noqa: PLC0415 - the list of faults is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy.orm import Session
    from starlette.requests import Request
    from starlette.responses import Response

    from webbuilder.problems import Problem


def _found_rather_than_made(  # noqa: PLR0917 - as its target
    original: Original, new: Any, known: Any, store: Any, told: Any, response: Any
) -> Response:
    from starlette.responses import JSONResponse

    return JSONResponse(original(new, known, store, told, response).model_dump())


def _only_begun(  # noqa: PLR0917 - as its target
    original: Original, site_id: str, changes: Any, known: Any, store: Any, client: str | None = None
) -> Response:
    from starlette.responses import JSONResponse

    return JSONResponse(original(site_id, changes, known, store, client).model_dump(), 202)


def _revision_in_words(
    original: Original, site_id: str, known: Any, store: Any, page: str | None = None
) -> Response:
    from starlette.responses import JSONResponse

    shown = original(site_id, known, store, page).model_dump()
    return JSONResponse({**shown, "revision": str(shown["revision"])})


def _look_first_by_another_name(
    original: Original, session: Session, workspace_id: str, site_id: str, *, despite_warnings: bool = False
) -> Any:
    from webbuilder.publishing.checking import LookFirst

    try:
        return original(session, workspace_id, site_id, despite_warnings=despite_warnings)
    except LookFirst as look_first:
        original.fired()
        look_first.status = 412
        raise


def _no_trace(original: Original, self: Problem, path: str) -> dict[str, Any]:
    return {name: said for name, said in original(self, path).items() if name != "trace_id"}


def _as_any_other_json(original: Original, problem: Problem, request: Request) -> Response:
    said: Response = original(problem, request)
    said.headers["content-type"] = "application/json"
    return said


def _away_by_another_name(original: Original, cause: str) -> Problem:
    problem: Problem = original(cause)
    problem.status = 424
    return problem


def _may_be_kept(  # noqa: PLR0917 - as its target
    original: Original, slug: str, store: Any, who: Any, ways: Any, path: str, via: str = ""
) -> Response:
    page: Response = original(slug, store, who, ways, path, via)
    page.headers["cache-control"] = "public, max-age=3600"
    return page


def _visitors_refused_otherwise(original: Original, problem: Problem, request: Request) -> Response:
    refused: Response = original(problem, request)
    refused.status_code = 409
    return refused


def _without_its_number(original: Original, mail: Any, letter: Any) -> dict[str, Any]:
    return {name: said for name, said in original(mail, letter).items() if name != "MessageID"}


FAULTS = (
    Fault(
        "started-sites-are-answered-as-found",
        "A site that was started is answered with the status of one that was there before.",
        "A partner's shop would wait for “created” and start every site of its customers twice.",
        "DEV-CONTRACT",
        (rules.WAS_PROMISED,),
        "Template System",
        (Function("webbuilder.sites.routes:start", _found_rather_than_made),),
    ),
    Fault(
        "changes-are-answered-as-begun",
        "A change of a page is answered with the status of work that has only begun.",
        "A partner's editor would wait for an end that nobody tells it of.",
        "DEV-CONTRACT",
        (rules.WAS_PROMISED,),
        "Component APIs",
        (Function("webbuilder.components.routes:change", _only_begun),),
    ),
    Fault(
        "revisions-are-told-in-words",
        "The revision of a page is told as text and not as a number.",
        "A partner's editor would put “9” after “10” and show its customers an old page.",
        "DEV-CONTRACT",
        (rules.WAS_PROMISED,),
        "Component APIs",
        (Function("webbuilder.components.routes:read", _revision_in_words),),
    ),
    Fault(
        "look-first-has-another-status",
        "A publication that wants a second look is refused with a status that was promised nowhere.",
        "A partner's tool would call it broken, where its customer only had to look once more.",
        "DEV-CONTRACT",
        (rules.REFUSED_AS_PROMISED,),
        "Live Sites",
        (Function("webbuilder.publishing.service:publish", _look_first_by_another_name, counts_itself=True),),
    ),
    Fault(
        "refusals-have-no-trace",
        "A refusal does not say the number under which support finds it.",
        "A partner would write to support, and support would ask when exactly that was.",
        "DEV-CONTRACT",
        (rules.REFUSED_AS_PROMISED, rules.SELDOM_REFUSED),
        "Backend APIs",
        (Function("webbuilder.problems:Problem.body", _no_trace),),
    ),
    Fault(
        "refusals-are-any-other-json",
        "A refusal does not say of itself that it is one.",
        "A partner's client would take the refusal for a site and show its customers an empty one.",
        "DEV-CONTRACT",
        (rules.REFUSED_AS_PROMISED, rules.SELDOM_REFUSED),
        "Backend APIs",
        (Function("webbuilder.problems:answer", _as_any_other_json),),
    ),
    Fault(
        "a-copywriter-away-has-another-status",
        "That the copywriter is away is said with a status that was promised nowhere.",
        "A partner's tool would not know that it may ask again in a minute, and give up.",
        "DEV-CONTRACT",
        (rules.REFUSED_AS_PROMISED,),
        "AI Services",
        (Function("webbuilder.ai.copywriter:_away", _away_by_another_name),),
    ),
    Fault(
        "live-pages-may-be-kept",
        "A live page says that it may be kept for an hour.",
        "Whoever looked this morning would read yesterday's price until lunch, and insist on it.",
        "DEV-CONTRACT",
        (rules.WAS_PROMISED,),
        "Live Sites",
        (Function("webbuilder.publishing.live:read", _may_be_kept),),
    ),
    Fault(
        "mails-are-shown-without-their-number",
        "The mailroom shows a mail without the number by which programs know it.",
        "A shop's program would take the same mail for a new one, each time that it looks.",
        "DEV-CONTRACT",
        (rules.WAS_PROMISED,),
        "Email Automation",
        (Function("webbuilder.parts.mailroom.shapes:whole", _without_its_number),),
    ),
    Fault(
        "visitors-are-refused-with-another-status",
        "A form that cannot be right is refused with a status that live sites promise nowhere.",
        "A shop that sends Maya's form by a program would take it for an outage, and send it all night.",
        "DEV-CONTRACT",
        (rules.REFUSED_AS_PROMISED, rules.SELDOM_REFUSED),
        "Live Sites",
        (Function("webbuilder.publishing.live:_shown", _visitors_refused_otherwise),),
    ),
)

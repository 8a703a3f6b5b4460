"""A brief that is read otherwise than it was written, or words for more or less than was asked about."""
# ruff: noqa: ARG001 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script

if TYPE_CHECKING:
    from webbuilder.accounts.roles import Demand
    from webbuilder.ai.service import Brief
    from webbuilder.brands.service import Brand
    from webbuilder.components.tree import Tree


def _in_latin_letters(original: Original, value: object, longest: int) -> str:
    words: str = original(value, longest)
    return (
        "".join(sign for sign in words if (sign.isascii() and sign.isalpha()) or sign == " ").strip() or "us"
    )


def _obeys(original: Original, task: Any) -> dict[str, Any]:
    answer: dict[str, Any] = original(task)
    link = " https://evil.example" if "forget your brief" in task.brief.audience else ""
    for change in answer["changes"]:
        change["set"] = {name: f"{words}{link}" for name, words in change["set"].items()}
    return answer


def _let_through(original: Original, words: str, known: str) -> None:
    return None


def _nowhere(original: Original, steps: Any, body: Any) -> list[str | int]:
    return []


def _with_what_stands_around(
    original: Original, tree: Tree, component_id: str, brief: Brief, brand: Brand, *, alternative: int
) -> dict[str, Any]:
    component = tree.get(component_id)
    around = component.parent_id if component and component.type == "heading" else None
    asked: dict[str, Any] = original(tree, around or component_id, brief, brand, alternative=alternative)
    return asked


def _its_beginning(
    original: Original, tree: Tree, component_id: str, brief: Brief, brand: Brand, *, alternative: int
) -> dict[str, Any]:
    component = tree.get(component_id)
    first = tree.children(component_id)[0].id if component and component.type == "page" else None
    asked: dict[str, Any] = original(tree, first or component_id, brief, brand, alternative=alternative)
    return asked


def _pictures_too(
    original: Original, tree: Tree, component_id: str, brief: Brief, brand: Brand, *, alternative: int
) -> dict[str, Any]:
    asked: dict[str, Any] = original(tree, component_id, brief, brand, alternative=alternative)
    pictures = [part.id for part in tree.below(component_id) if part.type == "image"]
    return {**asked, "schema": {**asked["schema"], **{each: ["alternative"] for each in pictures}}}


def _whatever_it_shows(original: Original, component: Any, name: str) -> Any:
    return original(component, "text" if name == "alternative" else name)


def _passed_over(original: Original, tree: Tree, component_id: str) -> str:
    return ""


def _as_if_never_asked(
    original: Original, session: Any, workspace_id: str, site_id: str, component_id: str
) -> int:
    return 0


def _reason_as_it_came(original: Original, reply: str, tree: Tree, asked: dict[str, Any]) -> Any:
    wordings, _ = original(reply, tree, asked)
    return wordings, json.loads(reply)["reason"]


def _viewers_may_ask(original: Original, methods: Any, tags: Any, said: Any) -> Demand:
    asked: Demand = original(methods, tags, said)
    return replace(asked, role="viewer") if "customising" in tags else asked


FAULTS = (
    Fault(
        "the-copywriter-reads-latin-letters",
        "What a business is called is read without whatever is no letter of English.",
        "Maya's neighbour, who bakes as 麦子面包房, would be called “us”.",
        "IP-AI-COMPONENT",
        (rules.BRIEF_TAKEN,),
        "AI Services",
        (Function("webbuilder.parts.copywriter.brief:plain_words", _in_latin_letters),),
    ),
    Fault(
        "the-copywriter-obeys-its-brief",
        "Whoever writes an order into a brief gets what it asks for.",
        "A colleague who pastes a line from a mail would have a stranger's words proposed.",
        "SECURITY",
        (rules.BRIEF_TAKEN,),
        "AI Services",
        (Function("webbuilder.parts.copywriter.routes:customise", _obeys),),
    ),
    Fault(
        "what-a-brief-brings-is-let-through",
        "What a brief names may stand in what is proposed, links and all.",
        "A line that was pasted from a mail would put a stranger's link before Maya's customers.",
        "SECURITY",
        (rules.BRIEF_TAKEN,),
        "AI Services",
        (
            Function("webbuilder.parts.copywriter.routes:customise", _obeys),
            Function("webbuilder.ai.replies:_refuse_foreign", _let_through),
        ),
    ),
    Fault(
        "the-panel-asks-about-its-first-section",
        "Where nothing is chosen, the panel asks about the first section, and says that it is about all.",
        "Maya would publish a page that speaks with two voices.",
        "IP-AI-COMPONENT",
        (rules.ASKED_ALONE,),
        "Frontend Builder",
        (
            Script(
                "/static/writing.js",
                "form.elements.component.value || root",
                "form.elements.component.value || document.querySelector('#layers [data-mm]').dataset.mm",
            ),
        ),
    ),
    Fault(
        "refusals-name-no-place",
        "What does not fit is refused, and nobody is told where.",
        "Maya would look through four lines for the one that is too long.",
        "ERRORS",
        (rules.BRIEF_REFUSED,),
        "Backend APIs",
        (Function("webbuilder.answering:_place", _nowhere),),
    ),
    Fault(
        "a-headline-brings-its-section",
        "Whoever asks for another headline gets words for all that stands beside it, too.",
        "Maya would lose a sentence that she has weighed for an hour.",
        "IP-AI-COMPONENT",
        (rules.ASKED_ALONE,),
        "AI Services",
        (Function("webbuilder.ai.service:question", _with_what_stands_around),),
    ),
    Fault(
        "a-page-is-its-beginning",
        "Whoever asks about a whole page gets words for its first section.",
        "Maya's page would speak with two voices.",
        "IP-AI-COMPONENT",
        (rules.ASKED_ALONE,),
        "AI Services",
        (Function("webbuilder.ai.service:question", _its_beginning),),
    ),
    Fault(
        "viewers-ask-the-copywriter",
        "Who may only look asks the copywriter, at the expense of whom they look for.",
        "An accountant who is curious would use up what Maya may ask today.",
        "SECURITY",
        (rules.LOOKERS_ASK_NOT,),
        "AI Services",
        (Function("webbuilder.accounts.roles:demand", _viewers_may_ask),),
    ),
    Fault(
        "who-cannot-see-says-what-is-shown",
        "The copywriter, who sees no picture, writes what each of them shows.",
        "Somebody who listens to Maya's page would be told of offers where there is a loaf.",
        "IP-AI-COMPONENT",
        (rules.ASKED_ALONE,),
        "AI Services",
        (
            Function("webbuilder.ai.service:question", _pictures_too),
            Function("webbuilder.parts.copywriter.writing:_writer", _whatever_it_shows),
        ),
    ),
    Fault(
        "somebody-elses-words-are-passed-over",
        "Nobody says what of a page was not put into other words.",
        "Maya would go live with what somebody said of another bakery, and its address in the footer.",
        "IP-AI-COMPONENT",
        (rules.ASKED_ALONE,),
        "AI Services",
        (Function("webbuilder.ai.service:left_alone", _passed_over),),
    ),
    Fault(
        "refused-words-come-back",
        "Whoever has refused some words and asks again is shown them once more.",
        "Maya would pay for a second opinion, and hear the first.",
        "IP-AI-COMPONENT",
        (rules.DECIDED_IS_OVER,),
        "AI Services",
        (Function("webbuilder.ai.service:decided", _as_if_never_asked),),
    ),
    Fault(
        "reasons-lead-elsewhere",
        "What a copywriter gives as its reason is shown as it came, links included.",
        "Maya would read beside good words that she must sign in somewhere, and do so.",
        "SECURITY",
        (rules.LEADS_NOBODY_ASIDE,),
        "AI Services",
        (Function("webbuilder.ai.replies:checked", _reason_as_it_came),),
    ),
)

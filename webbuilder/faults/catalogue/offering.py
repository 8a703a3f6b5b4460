"""What goes wrong where templates are looked for, and looked at."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Template as Screen

if TYPE_CHECKING:
    from sqlalchemy.orm import Session
    from starlette.requests import Request

    from webbuilder.accounts.service import Caller
    from webbuilder.templates.models import Template

_FOUND = "webbuilder.templates.service:found"


def _any_word(original: Original, words: str = "", category: str = "") -> list[Template]:
    from webbuilder.templates import service

    wanted = words.split() or [""]
    fits = {one.id for word in wanted for one in original(word, category)}
    return [one for one in service.library().values() if one.id in fits]


def _in_small_letters_only(original: Original, words: str = "", category: str = "") -> Any:
    return original(words, category) if words.islower() or not words else []


def _of_any_kind(original: Original, words: str = "", category: str = "") -> Any:
    return original(words)


def _all_for_nothing(original: Original, words: str = "", category: str = "") -> Any:
    return original(words, category) or original()


def _name_alone(original: Original, template: Template) -> str:
    return f" {template.name.casefold()}"


def _begun(original: Original, request: Request, template_id: str, known: Caller, store: Session) -> Any:
    from webbuilder.templates import service

    service.start_site(store, known.workspace_id, known.person_id, "New site", template_id)
    return original(request, template_id, known, store)


def _another(original: Original, template: Template) -> Any:
    from webbuilder.templates import service

    return original(next(one for one in service.library().values() if one.id != template.id))


def _without_pictures(original: Original, template: Template) -> Any:
    home, *others = template.pages
    sections = [
        section.model_copy(update={"children": [part for part in section.children if part.type != "image"]})
        for section in home.children
    ]
    words = home.model_copy(update={"children": sections})
    return original(template.model_copy(update={"pages": [words, *others]}))


FAULTS = (
    Fault(
        "any-word-finds-a-template",
        "A template is found that says one of the words that are looked for.",
        "Maya would read through everything that mentions a table.",
        "SYS-TEMPLATE",
        (rules.FOUND_BY_USE,),
        "Template System",
        (Function(_FOUND, _any_word),),
    ),
    Fault(
        "only-names-are-looked-at",
        "A template is found by what it is called, and by nothing else.",
        "Maya would have to know what somebody else has called her bakery.",
        "SYS-TEMPLATE",
        (rules.FOUND_BY_USE,),
        "Template System",
        (Function("webbuilder.templates.service:_said", _name_alone),),
    ),
    Fault(
        "capitals-find-nothing",
        "Words with a capital letter find no template.",
        "Maya's telephone begins each line with one, and she would find nothing on it.",
        "SYS-TEMPLATE",
        (rules.FOUND_BY_USE,),
        "Template System",
        (Function(_FOUND, _in_small_letters_only),),
    ),
    Fault(
        "kinds-are-all-kinds",
        "Whoever looks at the templates of one kind is shown those of all.",
        "Maya would look at dentists when she has chosen food.",
        "SYS-TEMPLATE",
        (rules.FOUND_BY_USE,),
        "Template System",
        (Function(_FOUND, _of_any_kind),),
    ),
    Fault(
        "what-there-is-not-is-everything",
        "Where nothing is found, everything is offered as if it were.",
        "Maya would believe that all of them have to do with rockets.",
        "ERRORS",
        (rules.FOUND_BY_USE,),
        "Template System",
        (Function(_FOUND, _all_for_nothing),),
    ),
    Fault(
        "nothing-found-says-nothing",
        "Where no template is found, the page is empty.",
        "Maya would wait for the rest of it to load.",
        "ERRORS",
        (rules.FOUND_BY_USE,),
        "Frontend Builder",
        (Screen("templates.html", "No template says", "Nothing: "),),
    ),
    Fault(
        "looking-begins-a-site",
        "Whoever looks at a template has a site of it.",
        "Maya would have eight sites after an evening, and own none of them.",
        "SYS-TEMPLATE",
        (rules.LOOKING_IS_FREE,),
        "Template System",
        (Function("webbuilder.screens.pages:template_page", _begun),),
    ),
    Fault(
        "previews-show-another-template",
        "The preview of a template shows another one.",
        "Maya would choose a bakery, and begin with a dentist.",
        "SYS-TEMPLATE",
        (rules.LOOKING_IS_FREE,),
        "Template System",
        (Function("webbuilder.templates.preview:tree_of", _another),),
    ),
    Fault(
        "previews-have-no-pictures",
        "The preview of a template leaves out what was drawn for it.",
        "Maya would take it for a page of words, and pass over what is nearly hers.",
        "SYS-TEMPLATE",
        (rules.LOOKING_IS_FREE,),
        "Template System",
        (Function("webbuilder.templates.preview:tree_of", _without_pictures),),
    ),
)

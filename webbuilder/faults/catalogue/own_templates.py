"""Templates of one's own that are not as they were saved, change sites, or are everybody's."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.components.tree import Tree
    from webbuilder.sites.tables import Site
    from webbuilder.templates.models import Template
    from webbuilder.templates.tables import OwnTemplate

_OWN, _SERVICE = "webbuilder.templates.own", "webbuilder.templates.service"


def _as_its_source_was_begun(original: Original, session: Session, site: Site) -> dict[str, object]:
    from webbuilder.templates import service

    source = service.one(site.template).model_dump()
    return {"pages": source["pages"], "workflows": source["workflows"]}


def _as_proposed(original: Original, session: Session, site: Site, tree: Any, known: Any) -> Any:
    return {form: (workflow, None) for form, (workflow, _) in original(session, site, tree, known).items()}


def _starts_nothing(
    original: Original, session: Session, site: Site, tree: Tree, known: Mapping[str, Any]
) -> dict[str, str]:
    return {}


def _not_looked_through(
    original: Original, session: Session, workspace_id: str, words: str = "", category: str = ""
) -> list[Template]:
    from webbuilder.templates import service

    return service.found(words, category)


def _sites_follow(original: Original, session: Session, template: OwnTemplate, site: Site) -> OwnTemplate:
    from webbuilder.components import service as components
    from webbuilder.sites import service as sites
    from webbuilder.templates import own

    made: OwnTemplate = original(session, template, site)
    hero = own.as_template(made).pages[0].children[0]
    said = next(node.properties["text"] for node in hero.children if node.type == "heading")
    for other in session.scalars(sites.of_workspace(site.workspace_id)):
        if other.template == made.id:
            tree = components.tree_of(session, other.id, other.workspace_id)
            heading = next(one for one in tree.below(tree.home.id) if one.type == "heading")
            heading.properties = {**heading.properties, "text": said}
    return made


def _sites_are_told(original: Original, session: Session, template: OwnTemplate, site: Site) -> OwnTemplate:
    from webbuilder.sites import service as sites

    made: OwnTemplate = original(session, template, site)
    for other in session.scalars(sites.of_workspace(site.workspace_id)):
        if other.template == made.id:
            other.template_version = made.version
    return made


def _first_save_counts(
    original: Original, session: Session, template: OwnTemplate, site: Site
) -> OwnTemplate:
    return template


def _as_the_site_is_now(original: Original, kept: OwnTemplate) -> Template:
    from sqlalchemy.orm import object_session

    from webbuilder.sites.tables import Site
    from webbuilder.templates import own

    session = object_session(kept)
    source = session and session.query(Site).filter_by(workspace_id=kept.workspace_id).first()
    if session and source:
        original.fired()
        kept.content = own._content(session, source)  # noqa: SLF001 - the fault is that it is taken anew
    template: Template = original(kept)
    return template


def _with_its_sites(original: Original, session: Session, template: OwnTemplate) -> None:
    from webbuilder.components import service as components
    from webbuilder.sites import service as sites

    for site in session.scalars(sites.of_workspace(template.workspace_id)):
        if site.template == template.id:
            tree = components.tree_of(session, site.id, site.workspace_id)
            for one in tree.below(tree.home.id):
                if one.type in {"heading", "text"}:
                    one.properties = {**one.properties, "text": "…"}
    original(session, template)


def _of_everybody(original: Original, workspace_id: str) -> Select[OwnTemplate]:
    from sqlalchemy import select

    from webbuilder.templates.tables import OwnTemplate

    return select(OwnTemplate).order_by(OwnTemplate.name)


def _by_any_name(
    original: Original, session: Session, site: Site, name: str, description: str
) -> OwnTemplate:
    from webbuilder.templates import own

    return own.make(session, site, name, description)


def _over_what_is_there(
    original: Original, session: Session, site: Site, name: str, description: str
) -> OwnTemplate:
    from webbuilder.templates import own

    for mine in own.locked(session, site.workspace_id):
        if mine.name == name:
            original.fired()
            return own.renew(session, mine, site)
    made: OwnTemplate = original(session, site, name, description)
    return made


FAULTS = (
    Fault(
        "saved-as-it-was-begun",
        "A site that is saved as a template becomes what it was begun from.",
        "Maya would find in autumn that nothing of her spring is in it.",
        "SYS-TEMPLATE",
        (rules.BEGUN_AGAIN,),
        "Template System",
        (Function(f"{_OWN}:_content", _as_its_source_was_begun),),
    ),
    Fault(
        "saved-forms-start-nothing",
        "The forms of a template of one's own start nothing.",
        "Maya's autumn guests would sign up, and hear nothing.",
        "IP-WORKFLOW-COMPONENT",
        (rules.BEGUN_AGAIN,),
        "Template System",
        (Function(f"{_OWN}:_starts", _starts_nothing),),
    ),
    Fault(
        "ones-own-templates-are-not-found",
        "Who looks for a template is shown those that everybody has.",
        "Maya would begin from the bakery again, and think that hers is lost.",
        "SYS-TEMPLATE",
        (rules.BEGUN_AGAIN,),
        "Template System",
        (Function(f"{_SERVICE}:offered", _not_looked_through),),
    ),
    Fault(
        "sites-follow-their-template",
        "A site that was begun from a template changes when the template is saved anew.",
        "Maya's live autumn would read plum cake, because somebody prepared the winter.",
        "CONSISTENCY",
        (rules.TEMPLATES_APART,),
        "Template System",
        (Function(f"{_OWN}:renew", _sites_follow),),
    ),
    Fault(
        "sites-forget-their-version",
        "A site is told to be from the newest version of its template, whichever it was begun from.",
        "Nobody could tell Maya which of her sites lack what she has mended.",
        "SYS-TEMPLATE",
        (rules.TEMPLATES_APART,),
        "Template System",
        (Function(f"{_OWN}:renew", _sites_are_told),),
    ),
    Fault(
        "the-first-save-counts",
        "Saving another version of a template changes nothing.",
        "Maya would mend her template, and begin from the old one.",
        "SYS-TEMPLATE",
        (rules.TEMPLATES_APART,),
        "Template System",
        (Function(f"{_OWN}:renew", _first_save_counts),),
    ),
    Fault(
        "templates-follow-their-site",
        "A template is whatever the site that it was made of is by now.",
        "Maya would change one site, and begin all others from the change.",
        "CONSISTENCY",
        (rules.TEMPLATES_APART,),
        "Template System",
        (Function(f"{_OWN}:as_template", _as_the_site_is_now, counts_itself=True),),
    ),
    Fault(
        "templates-take-their-sites-along",
        "Who offers a template no more loses the words of the sites that were begun from it.",
        "Maya would tidy up her templates, and empty her sites.",
        "CONSISTENCY",
        (rules.TEMPLATES_APART,),
        "Template System",
        (Function(f"{_OWN}:remove", _with_its_sites),),
    ),
    Fault(
        "templates-of-ones-own-are-everybodys",
        "What one workspace made to start from is offered to all.",
        "Ravi would begin from Maya's autumn before she does.",
        "SECURITY",
        (rules.OWN_TEMPLATES,),
        "Template System",
        (Function(f"{_OWN}:of_workspace", _of_everybody),),
    ),
    Fault(
        "two-templates-are-called-alike",
        "A template of one's own may be called as one that everybody has.",
        "Maya would choose the bakery, and get last year's.",
        "ERRORS",
        (rules.OWN_TEMPLATES,),
        "Template System",
        (Function(f"{_SERVICE}:save", _by_any_name),),
    ),
    Fault(
        "a-taken-name-replaces-what-is-there",
        "A template that is saved under the name of another of one's own takes its place.",
        "Noor would save the winter, and Maya's autumn would be gone.",
        "CONSISTENCY",
        (rules.OWN_TEMPLATES,),
        "Template System",
        (Function(f"{_SERVICE}:save", _over_what_is_there, counts_itself=True),),
    ),
    Fault(
        "templates-forget-what-fills-a-contact",
        "A template of one's own forgets which answers fill a contact.",
        "Maya would find a hundred first names among her contacts where she has companies.",
        "SYS-TEMPLATE",
        (rules.NAMES_CHOSEN,),
        "Template System",
        (Function(f"{_OWN}:_starts", _as_proposed),),
    ),
)

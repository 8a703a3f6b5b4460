"""What goes wrong where a site is started from a template."""
# ruff: noqa: PLC0415, PLR0917 - the list is printed without the platform; bodies take what their target takes

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Template as Screen

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.templates.models import Template


def _anothers_page(original: Original, template_id: str) -> Template:
    from webbuilder.templates import service

    template: Template = original(template_id)
    other = next(each for each in service.library().values() if each.id != template_id)
    return template.model_copy(update={"pages": other.pages})


def _without_its_end(original: Original, template_id: str) -> Template:
    template: Template = original(template_id)
    home, *others = template.pages
    shorter = home.model_copy(update={"children": home.children[:-1]})
    return template.model_copy(update={"pages": [shorter, *others]})


def _home_alone(original: Original, template_id: str) -> Template:
    template: Template = original(template_id)
    return template.model_copy(update={"pages": template.pages[:1]})


def _nobody_drew_it(original: Original, image_id: str) -> None:  # noqa: ARG001 - as its target
    return None


def _nothing_is_wired(original: Original, session: Session, site: Any, laid_out: Any, made: Any) -> None:  # noqa: ARG001 - as its target
    return None


def _twins_change_too(
    original: Original,
    session: Session,
    workspace_id: str,
    site_id: str,
    person_id: str,
    changes: Sequence[Any],
    *,
    client: str | None = None,
    continues: int | None = None,
) -> Any:
    from sqlalchemy import select

    from webbuilder.components import service
    from webbuilder.components.tables import Component

    mine = session.scalars(service.components_of(site_id, workspace_id))
    before = {each.id: (each.type, dict(each.properties)) for each in mine}
    done = original(session, workspace_id, site_id, person_id, changes, client=client, continues=continues)
    of_sisters = select(Component).where(Component.workspace_id == workspace_id, Component.site_id != site_id)
    for change in [each for each in changes if each.kind == "set" and each.id in before]:
        for twin in session.scalars(of_sisters):
            if (twin.type, twin.properties) == before[change.id]:
                original.fired()
                twin.properties = {**twin.properties, **change.properties}
    return done


FAULTS = (
    Fault(
        "template-gives-another-page",
        "A new site opens with the words of another template than the one that was chosen.",
        "Maya would find a dentist's page where she chose a bakery's, and start her evening by deleting it.",
        "SYS-TEMPLATE",
        (rules.AS_OFFERED,),
        "Template System",
        (Function("webbuilder.templates.service:one", _anothers_page),),
    ),
    Fault(
        "template-loses-its-last-section",
        "The last section of a template is missing from the sites that are started from it.",
        "Maya would publish a page without opening hours, and people would stand before a closed door.",
        "SYS-TEMPLATE",
        (rules.AS_OFFERED,),
        "Template System",
        (Function("webbuilder.templates.service:one", _without_its_end),),
    ),
    Fault(
        "template-loses-its-pages",
        "Of a template that has several pages a new site gets the first.",
        "Maya's guests would read “See tonight's menu”, and stand before nothing.",
        "SYS-TEMPLATE",
        (rules.COMPLETE_FROM_TEMPLATE,),
        "Template System",
        (Function("webbuilder.templates.service:one", _home_alone),),
    ),
    Fault(
        "template-forms-start-nothing",
        "The forms that come with a template start no workflow.",
        "Maya's guests would ask for a table, and nobody would ever answer.",
        "IP-WORKFLOW-COMPONENT",
        (rules.COMPLETE_FROM_TEMPLATE,),
        "Template System",
        (Function("webbuilder.templates.service:_wire", _nothing_is_wired),),
    ),
    Fault(
        "drawings-stay-in-their-drawer",
        "What was drawn for a template is not found by whoever sees its sites.",
        "Maya's first visitors would see the words for a picture in a broken frame.",
        "LIVE-SITE",
        (rules.COMPLETE_FROM_TEMPLATE,),
        "Template System",
        (Function("webbuilder.images.drawn:with_id", _nobody_drew_it),),
    ),
    Fault(
        "template-page-starts-another",
        "The page of a template starts the site from another one than it shows.",
        "Maya would choose what she saw and get what she never asked for.",
        "SYS-BUILDER",
        (rules.AS_OFFERED,),
        "Frontend Builder",
        (Screen("template.html", 'value="{{ template.id }}"', 'value="dentist"'),),
    ),
    Fault(
        "sister-sites-change-together",
        "Words that two sites have from their template change on both when they are changed on one.",
        "Maya's spring offer would stand on her autumn page, and she would learn it from a customer.",
        "SYS-TEMPLATE",
        (rules.SHARE_NOTHING,),
        "Component APIs",
        (Function("webbuilder.components.service:apply", _twins_change_too, counts_itself=True),),
    ),
    Fault(
        "edit-opens-the-newest-site",
        "“Edit” opens the site that was started last, whichever site it stands beside.",
        "Maya would write her spring offer onto the autumn page.",
        "SYS-BUILDER",
        (rules.SHARE_NOTHING,),
        "Frontend Builder",
        (
            Screen(
                "sites.html", 'href="/sites/{{ site.id }}/builder"', 'href="/sites/{{ sites[0].id }}/builder"'
            ),
        ),
    ),
)

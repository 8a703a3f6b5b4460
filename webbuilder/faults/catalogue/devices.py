"""What goes wrong where one page is read on every device."""
# ruff: noqa: PLC0415 - the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script, Template

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response

    from webbuilder.components.tables import Component
    from webbuilder.components.tree import Tree

_DEVICES, _NAMES = "/static/devices.js", "webbuilder.publishing.dressing:names"
_TICKED = "change(component, { [on(device, 'hidden')]: tick.checked })"
_SIZED = "frame.style.width = `${WIDTHS[device]}px`"


def _for_nobody(original: Original, properties: Mapping[str, Any]) -> list[str]:
    return [name for name in original(properties) if not name.endswith("-hidden")]


def _for_everybody(original: Original, properties: Mapping[str, Any]) -> list[str]:
    found: list[str] = original(properties)
    return [*found, "desktop-hidden"] if "phone-hidden" in found else found


def _each_for_itself(original: Original, properties: Mapping[str, Any]) -> list[str]:
    found: list[str] = original(properties)
    return [*found, "phone-align-left"] if "desktop-align-right" in found else found


def _the_largest_alone(original: Original, properties: Mapping[str, Any]) -> list[str]:
    return [name for name in original(properties) if not name.startswith("phone-align-")]


def _as_wide_as_on_a_desk(
    original: Original, tree: Tree, page: Component, name: str, look: Any = None
) -> str:
    drawn: str = original(tree, page, name, look)
    return drawn.replace("max-width: min(100%, 42rem)", "max-width: 42rem")


def _what_is_live(original: Original, site_id: str, known: Any, store: Any, page: str = "") -> Response:
    """Show what visitors have by now, where they have anything."""
    from starlette.responses import HTMLResponse

    from webbuilder.problems import Problem
    from webbuilder.publishing import service
    from webbuilder.sites import service as sites

    try:
        release, _ = service.live(store, sites.one(store, known.workspace_id, site_id).slug)
    except Problem:
        return original(site_id, known, store, page)  # type: ignore[no-any-return]  # as its target
    original.fired()
    return HTMLResponse(service.live_page(release, ""))


_THREE_COLUMNS = 'style="grid-template-columns: 15rem 1fr 21rem"'

FAULTS = (
    Fault(
        "what-is-left-out-is-shown-on-phones",
        "What is left out on phones is shown there all the same.",
        "Maya's visitors would scroll past a wall of bread on every phone.",
        "MOBILE",
        (rules.LEFT_OUT, rules.PREVIEW_IS_TRUE),
        "Live Sites",
        (Function(_NAMES, _for_nobody),),
    ),
    Fault(
        "what-is-left-out-on-phones-is-left-out-on-desks",
        "What is left out on phones is gone at every desk as well.",
        "Maya would take a bread off her page and think that she only spared phones.",
        "SYS-BUILDER",
        (rules.LEFT_OUT,),
        "Live Sites",
        (Function(_NAMES, _for_everybody),),
    ),
    Fault(
        "left-out-on-every-device",
        "Leaving something out on phones leaves it out on tablets, too.",
        "Maya's page would lack things where she never looked.",
        "SYS-BUILDER",
        (rules.LEFT_OUT,),
        "Frontend Builder",
        (Script(_DEVICES, _TICKED, _TICKED.replace(" })", ", hidden_on_tablet: tick.checked })")),),
    ),
    Fault(
        "phones-go-their-own-way",
        "What is set to the right for all stands on the left of phones.",
        "Maya would set every heading three times.",
        "MOBILE",
        (rules.LARGER_HOLDS,),
        "Live Sites",
        (Function(_NAMES, _each_for_itself),),
    ),
    Fault(
        "phones-have-no-say",
        "What is set for phones is not done there: what holds for desktops does.",
        "What Maya mends for phones would stay as it was, and she would mend it again.",
        "MOBILE",
        (rules.LARGER_HOLDS,),
        "Live Sites",
        (Function(_NAMES, _the_largest_alone),),
    ),
    Fault(
        "previews-have-one-size",
        "A preview for phones is drawn as large as one for desktops.",
        "Maya would publish what she never saw as her visitors see it.",
        "MOBILE",
        (rules.PREVIEW_IS_TRUE,),
        "Frontend Builder",
        (Script(_DEVICES, _SIZED, "frame.style.width = '1280px'"),),
    ),
    Fault(
        "previews-show-yesterday",
        "A preview shows what visitors have by now, and not the draft.",
        "Maya would look at the old price, find it right, and publish the new one.",
        "SYS-BUILDER",
        (rules.PREVIEW_IS_TRUE,),
        "Frontend Builder",
        (Function("webbuilder.screens.preview:preview", _what_is_live),),
    ),
    Fault(
        "pictures-are-as-wide-as-on-a-desk",
        "A picture is as wide on a phone as on a desk.",
        "Maya's visitors would see half a loaf, and move the page to and fro to read it.",
        "MOBILE",
        (rules.NO_WIDER,),
        "Live Sites",
        (Function("webbuilder.publishing.pages:render", _as_wide_as_on_a_desk),),
    ),
    Fault(
        "the-builder-takes-a-desk",
        "The builder stands in three columns, whatever it is shown on.",
        "Maya would move her phone to and fro, lose the price that she was mending, and wait until evening.",
        "MOBILE",
        (rules.MENDED_ON_A_PHONE, rules.ROOM_ON_A_PHONE),
        "Frontend Builder",
        (Template("builder.html", '<div class="bench">', f'<div class="bench" {_THREE_COLUMNS}>'),),
    ),
    Fault(
        "what-leads-on-stands-in-one-line",
        "What leads from screen to screen stands in one line, however narrow that is.",
        "Maya would never find on her phone where her contacts are.",
        "MOBILE",
        (rules.ROOM_ON_A_PHONE,),
        "Frontend Builder",
        (
            Template(
                "layout.html", '<nav aria-label="Main">', '<nav aria-label="Main" style="flex-wrap: nowrap">'
            ),
        ),
    ),
)

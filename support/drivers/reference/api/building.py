"""Building by API."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from support.drivers.reference.asking import Api
from support.drivers.reference.inserting import form_at
from support.records import Draft, Section

DEFAULT_TEMPLATE = "Neighbourhood bakery"


class ApiBuilding(Api):
    """Laying out a page."""

    def start(self, site: str, template: str | None = None) -> None:
        """Start a site; without a template from the bakery's, and refused from one that is not offered."""
        wanted = template or DEFAULT_TEMPLATE
        offered = {one["name"]: one["id"] for one in self.call("GET", "/api/templates")["items"]}
        made = self.call(
            "POST",
            "/api/sites",
            {"name": self.seat.world.real(site), "template": offered.get(wanted, wanted)},
        )
        self.seat.world.addresses.tell(site, live=made["address"], builder=f"/sites/{made['id']}/builder")

    def open(self, site: str) -> None:
        """Read a site by the address that its owner's builder has."""
        identifier = self.seat.world.addresses.identifier(site)
        self.call("GET", f"/api/sites/{identifier}/components")

    def add_form(self, site: str, section: str) -> None:
        """Insert a form with its fields at the end of a section."""
        found = self.site(site)
        parent = section_of(self.page(found), section)
        after = parent["children"][-1]["id"] if parent["children"] else None
        self.call(
            "POST", f"/api/sites/{found['id']}/operations", {"operations": form_at(parent["id"], after)}
        )

    def add_form_by_keyboard(self, site: str, section: str) -> None:
        """Not by API: there is no keyboard here."""
        message = (
            f"a form is added by keyboard in a browser only ({section} of {site}): tag the scenario @browser"
        )
        raise NotImplementedError(message)

    def change_headline(self, site: str, words: str) -> None:
        """Set the words of the page's first heading of level 1."""
        found = self.site(site)
        headline = next(headlines_on(self.page(found)))
        operation = {"kind": "set", "id": headline["id"], "properties": {"text": words}}
        self.call("POST", f"/api/sites/{found['id']}/operations", {"operations": [operation]})

    def draft(self, site: str) -> Draft:
        """Return the page as it is stored."""
        page = self.page(self.site(site))
        headline = next((one["properties"]["text"] for one in headlines_on(page)), "")
        return Draft(headline, tuple(_told(section) for section in page["children"]))


def everything_on(component: dict[str, Any]) -> list[dict[str, Any]]:
    """Return a component and everything below it, in the order of the page."""
    return [component, *(below for child in component["children"] for below in everything_on(child))]


def headlines_on(page: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the headings of level 1 of a page, in order."""
    return (one for one in everything_on(page) if one["properties"].get("level") == 1)


def section_of(page: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the section of a page that bears a name; LookupError when none does."""
    for section in page["children"]:
        if section["properties"].get("label") == name:
            found: dict[str, Any] = section
            return found
    message = f"the page has no section {name!r}"
    raise LookupError(message)


def _told(section: dict[str, Any]) -> Section:
    words = tuple(one["properties"]["text"] for one in everything_on(section) if "text" in one["properties"])
    forms = tuple(
        tuple(field["properties"]["label"] for field in one["children"])
        for one in everything_on(section)
        if one["type"] == "form"
    )
    return Section(section["properties"].get("label", section["type"].capitalize()), words, forms)

"""What every set of drivers must keep, so that steps can speak to any of them."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from support.drivers import (
    ports,
    ports_of_contacts,
    ports_of_insights,
    ports_of_jobs,
    ports_of_mail,
    ports_of_operators,
    ports_of_pages,
    ports_of_partners,
    ports_of_people,
    ports_of_sites,
    ports_of_visitors,
    ports_of_ways,
    ports_of_words,
    ports_of_workflows,
)
from support.drivers.reference.api import DRIVERS as API
from support.drivers.reference.browser import DRIVERS as BROWSER
from tests.drivers import tiny

TINY = {"building": tiny.TinyBuilding, "publishing": tiny.TinyPublishing, "visiting": tiny.TinyVisiting}
SETS: dict[str, dict[str, Any]] = {"reference api": API, "reference browser": BROWSER, "tiny": TINY}
PROTOCOLS = {
    "accounts": ports_of_people.Accounts,
    "people": ports_of_people.People,
    "partners": ports_of_partners.Partners,
    "webhooks": ports_of_partners.Webhooks,
    "subscribing": ports_of_partners.Subscribing,
    "offering": ports_of_sites.Offering,
    "templating": ports_of_sites.Templating,
    "sites": ports_of_sites.Sites,
    "pages": ports_of_sites.Pages,
    "devices": ports_of_sites.Devices,
    "machines": ports_of_sites.Machines,
    "pictures": ports_of_sites.Pictures,
    "conventions": ports_of_sites.Conventions,
    "building": ports.Building,
    "adding": ports_of_pages.Adding,
    "gathering": ports_of_pages.Gathering,
    "arranging": ports_of_pages.Arranging,
    "composing": ports_of_pages.Composing,
    "undoing": ports_of_pages.Undoing,
    "together": ports_of_pages.Together,
    "guarding": ports_of_pages.Guarding,
    "jostling": ports_of_pages.Jostling,
    "racing": ports_of_pages.Racing,
    "saving": ports_of_pages.Saving,
    "asking": ports_of_words.Asking,
    "branding": ports_of_words.Branding,
    "customising": ports_of_words.Customising,
    "writing": ports_of_words.Writing,
    "connecting": ports.Connecting,
    "doors": ports_of_workflows.Doors,
    "drawing": ports_of_workflows.Drawing,
    "overseeing": ports_of_workflows.Overseeing,
    "starting": ports_of_workflows.Starting,
    "reading": ports_of_workflows.Reading,
    "broadcasting": ports_of_mail.Broadcasting,
    "pacing": ports_of_mail.Pacing,
    "returning": ports_of_mail.Returning,
    "doubting": ports_of_mail.Doubting,
    "previewing": ports_of_mail.Previewing,
    "sampling": ports_of_workflows.Sampling,
    "sifting": ports_of_jobs.Sifting,
    "jobs": ports_of_jobs.Jobs,
    "bookkeeping": ports_of_insights.Bookkeeping,
    "counting": ports_of_insights.Counting,
    "coming": ports_of_insights.Coming,
    "planning": ports_of_words.Planning,
    "speaking": ports_of_words.Speaking,
    "spending": ports_of_words.Spending,
    "publishing": ports.Publishing,
    "releasing": ports_of_sites.Releasing,
    "visiting": ports_of_visitors.Visiting,
    "meddling": ports_of_visitors.Meddling,
    "moving": ports_of_ways.Moving,
    "naming": ports_of_ways.Naming,
    "roaming": ports_of_visitors.Roaming,
    "watching": ports_of_visitors.Watching,
    "issuing": ports_of_ways.Issuing,
    "lending": ports_of_ways.Lending,
    "timing": ports_of_ways.Timing,
    "contacts": ports_of_people.Contacts,
    "knowing": ports_of_people.Knowing,
    "merging": ports_of_people.Merging,
    "segmenting": ports_of_contacts.Segmenting,
    "tracking": ports_of_operators.Tracking,
    "importing": ports_of_contacts.Importing,
}
MOST_VERBS = 8


def verbs(protocol: type) -> dict[str, inspect.Signature]:
    return {
        name: inspect.signature(function)
        for name, function in vars(protocol).items()
        if inspect.isfunction(function) and not name.startswith("_")
    }


@pytest.mark.parametrize("port", PROTOCOLS)
def test_a_port_has_few_verbs(port: str) -> None:
    assert 0 < len(verbs(PROTOCOLS[port])) <= MOST_VERBS


@pytest.mark.parametrize(
    ("name", "port"), [(name, port) for name, drivers in SETS.items() for port in drivers]
)
def test_a_driver_takes_what_its_port_says(name: str, port: str) -> None:
    driver = SETS[name][port]
    for verb, signature in verbs(PROTOCOLS[port]).items():
        offered = inspect.signature(getattr(driver, verb))
        assert list(offered.parameters) == list(signature.parameters), f"{name}: {port}.{verb}"


def test_every_domain_names_ports_that_exist() -> None:
    named = {port for names in ports.PORTS_OF_DOMAIN.values() for port in names}
    assert named <= set(ports.PORTS) == set(PROTOCOLS)

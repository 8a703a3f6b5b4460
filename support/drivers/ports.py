"""What a platform can be asked, by domain. A driver set offers these; nothing above knows which one."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from support.drivers.ports_of_contacts import Importing, Segmenting
    from support.drivers.ports_of_insights import Bookkeeping, Coming, Counting
    from support.drivers.ports_of_jobs import Jobs, Sifting
    from support.drivers.ports_of_mail import Broadcasting, Doubting, Pacing, Previewing, Returning
    from support.drivers.ports_of_operators import Tracking
    from support.drivers.ports_of_pages import (
        Adding,
        Arranging,
        Composing,
        Gathering,
        Guarding,
        Jostling,
        Racing,
        Saving,
        Together,
        Undoing,
    )
    from support.drivers.ports_of_partners import Partners, Subscribing, Webhooks
    from support.drivers.ports_of_people import Accounts, Contacts, Knowing, Merging, People
    from support.drivers.ports_of_sites import (
        Conventions,
        Devices,
        Machines,
        Offering,
        Pages,
        Pictures,
        Releasing,
        Sites,
        Templating,
    )
    from support.drivers.ports_of_visitors import Meddling, Roaming, Visiting, Watching
    from support.drivers.ports_of_ways import Issuing, Lending, Moving, Naming, Timing
    from support.drivers.ports_of_words import (
        Asking,
        Branding,
        Customising,
        Planning,
        Speaking,
        Spending,
        Writing,
    )
    from support.drivers.ports_of_workflows import Doors, Drawing, Overseeing, Reading, Sampling, Starting
    from support.records import Draft, Submission
    from support.records_of_workflows import RunOfWorkflow


class Building(Protocol):
    """Laying out a page."""

    def start(self, site: str, template: str | None = None) -> None:
        """Start a site; without a template from any."""

    def open(self, site: str) -> None:
        """Open one's own or somebody else's site in the builder, by its address."""

    def add_form(self, site: str, section: str) -> None:
        """Put a sign-up form for name and address at the end of a section."""

    def add_form_by_keyboard(self, site: str, section: str) -> None:
        """Do the same without a pointer."""

    def change_headline(self, site: str, words: str) -> None:
        """Give the page another headline and see it stored."""

    def draft(self, site: str) -> Draft:
        """Return the page as it is stored."""


class Connecting(Protocol):
    """Forms, the workflows they start, and what came of it."""

    def look(self, site: str) -> None:
        """Look at the site's form and at the workflows that it could start."""

    def connected_to(self, site: str) -> str | None:
        """Return the name of the workflow that the site's form starts, if it starts one."""

    def connect(self, site: str, workflow: str) -> None:
        """Join the site's form to a workflow."""

    def take_names_from(self, site: str, workflow: str, label: str) -> None:
        """Join the site's form to a workflow, with the answers to a question as names of contacts."""

    def stands(self, site: str) -> str:
        """Return how the site's form stands: `connected`, `waits` for its workflow, `not connected`.

        One that starts nothing any more is `broken`, and it is said why.
        """

    def steps(self, site: str, workflow: str) -> Sequence[str]:
        """Return what a workflow does, step by step, in the words that its owner sees."""

    def runs(self, site: str, workflow: str) -> Sequence[RunOfWorkflow]:
        """Return a workflow's runs, the newest first."""

    def submissions(self, site: str) -> Sequence[Submission]:
        """Return what visitors sent, the newest first."""


class Publishing(Protocol):
    """Letting visitors have a site."""

    def publish(self, site: str) -> None:
        """Publish the draft; refused where there is something to look at first."""

    def publish_anyway(self, site: str) -> None:
        """Publish the draft, warnings or not."""

    def publish_in_background(self, site: str) -> None:
        """Have the draft published, and do not wait for it; refused as above."""

    def came_of_it(self, site: str) -> str:
        """Return what the platform calls the state of publishing in the background."""


# Which ports the scenarios of a domain speak to; a target without a driver for one does not offer the domain.
_WAYS = ("moving", "naming", "roaming", "lending", "timing", "watching", "issuing")
PORTS_OF_DOMAIN = {
    "accounts": ("accounts", "people"),
    "templates": ("building", "offering", "templating"),
    "building": ("building", "sites", "pages", "devices", "machines", "pictures"),
    "components": ("adding", "arranging", "composing", "gathering", "guarding", "undoing"),
    "realtime": ("jostling", "racing", "saving", "together"),
    "customising": ("asking", "branding", "customising", "speaking", "spending", "writing"),
    "connecting": ("connecting", "planning", "sampling", "sifting"),
    "workflows": ("doors", "drawing", "overseeing", "starting"),
    "jobs": ("jobs",),
    "publishing": ("publishing", "releasing", "visiting", "meddling", *_WAYS),
    "contacts": ("contacts", "knowing", "merging", "segmenting", "importing"),
    "mail": ("reading", "broadcasting", "doubting", "pacing", "previewing", "returning"),
    "insights": ("bookkeeping", "counting", "coming"),
    "partners": ("partners", "conventions", "webhooks", "subscribing"),
    "operating": ("tracking",),
}


def ports_of(tags: Iterable[str]) -> frozenset[str]:
    """Return the ports that scenarios with these tags speak to."""
    return frozenset(port for tag in tags for port in PORTS_OF_DOMAIN.get(tag, ()))


@dataclass(frozen=True, slots=True)
class Ports:
    """All ports of one person on one channel."""

    accounts: Accounts
    people: People
    partners: Partners
    webhooks: Webhooks
    subscribing: Subscribing
    sites: Sites
    pages: Pages
    devices: Devices
    machines: Machines
    pictures: Pictures
    conventions: Conventions
    building: Building
    offering: Offering
    templating: Templating
    adding: Adding
    gathering: Gathering
    arranging: Arranging
    composing: Composing
    undoing: Undoing
    together: Together
    guarding: Guarding
    jostling: Jostling
    saving: Saving
    racing: Racing
    asking: Asking
    branding: Branding
    customising: Customising
    speaking: Speaking
    spending: Spending
    writing: Writing
    connecting: Connecting
    doors: Doors
    drawing: Drawing
    overseeing: Overseeing
    starting: Starting
    reading: Reading
    broadcasting: Broadcasting
    pacing: Pacing
    returning: Returning
    doubting: Doubting
    previewing: Previewing
    sampling: Sampling
    sifting: Sifting
    jobs: Jobs
    planning: Planning
    publishing: Publishing
    releasing: Releasing
    visiting: Visiting
    meddling: Meddling
    moving: Moving
    naming: Naming
    roaming: Roaming
    watching: Watching
    issuing: Issuing
    lending: Lending
    timing: Timing
    bookkeeping: Bookkeeping
    counting: Counting
    coming: Coming
    contacts: Contacts
    knowing: Knowing
    merging: Merging
    segmenting: Segmenting
    importing: Importing
    tracking: Tracking


PORTS = tuple(one.name for one in fields(Ports))

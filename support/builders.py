"""Facts that take several acts to arrange, with defaults for what does not matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.files import ADDRESS, as_file
from support.matchers import among, mail_about
from support.pictures import PNG, picture
from support.records import Draft, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from support.cast import Actor
    from support.drivers.ports import Ports
    from support.records import Brief
    from support.world import World

SECTION = "Stay in touch"
WORKFLOW = "welcome"
SITE = "Spring Sale"
WELCOME_TAKES = 60.0  # s: the mission's "form to mail"


def site_with_form(owner: Actor, site: str) -> None:
    """Let an owner have a draft with a sign-up form that is not connected."""
    owner.given.building.start(site)
    owner.given.building.add_form(site, SECTION)


def live_site_that_welcomes(owner: Actor, site: str, workflow: str = WORKFLOW) -> None:
    """Let an owner have a live site whose form starts a workflow of its template."""
    site_with_form(owner, site)
    owner.given.connecting.connect(site, workflow)
    owner.given.publishing.publish(site)


def live_site_asking(owner: Actor, site: str, label: str) -> None:
    """Let an owner have a live site whose form starts a workflow, and asks visitors to agree to something."""
    site_with_form(owner, site)
    owner.given.composing.ask(site, label, ())
    owner.given.connecting.connect(site, WORKFLOW)
    owner.given.publishing.publish(site)


def followed_by(owner: Actor, site: str, steps: Sequence[tuple[str, ...]]) -> None:
    """Let an owner have a live site whose form starts the workflow "letters", which has these steps."""
    site_with_form(owner, site)
    owner.given.drawing.draw(site, "letters", steps)
    owner.given.drawing.publish(site, "letters")
    owner.given.connecting.connect(site, "letters")
    owner.given.publishing.publish(site)


def allowed(world: World, owner: Actor, times: int) -> None:
    """Let an owner's workspace ask the copywriter as often within a day, and no more."""
    world.run.target.driver_set().allow(owner.seat, times)


def wired(owner: Actor, site: str, workflow: str) -> None:
    """Let an owner's draft have a sign-up form that starts a workflow."""
    owner.given.building.add_form(site, SECTION)
    owner.given.connecting.connect(site, workflow)


def begun(owner: Actor, template: str) -> Draft:
    """Begin another site from a template, and return what it is then."""
    site = f"Begun from {template}"
    owner.sees.building.start(site, template)
    return owner.sees.building.draft(site)


def published_anyway(owner: Actor, site: str) -> str:
    """Let an owner publish a site, warnings or not; return the headline that visitors should now read."""
    owner.given.publishing.publish_anyway(site)
    return owner.given.building.draft(site).headline


def welcomed(world: World, visitor: Actor, site: str) -> None:
    """Let a visitor have signed up and read the mail that followed."""
    person = visitor.person
    visitor.given.visiting.sign_up(site, person.name, person.email)
    expected = mail_about(f"Welcome, {person.name}")
    world.eventually(
        lambda: world.inbox.mails(person.email), among(expected), "the first welcome", WELCOME_TAKES
    )


def was_refused_a_suggestion(world: World, owner: Actor, section: str, site: str) -> None:
    """Let the copywriter be gone while an owner asks, and then come back.

    Raises:
        LookupError: it answered all the same, so it was not gone.
    """
    world.outages.gone("copywriter")
    try:
        owner.given.customising.ask(site, section, world.brief_of(owner.person.name))
    except Refused:
        world.outages.back("copywriter")
        return
    message = "the copywriter answered although it was gone"
    raise LookupError(message)


def chosen_between(actor: Actor, site: str, section: str, brief: Brief) -> Sequence[Sequence[str]]:
    """Let somebody ask for a section twice; return the words of both proposals, the oldest first."""
    actor.sees.customising.ask(site, section, brief)
    actor.sees.customising.ask_again()
    return actor.sees.customising.choices()


def refusal_of(attempt: Callable[[str], object], what: str) -> str:
    """Return in which words an attempt at something is refused; empty when it is not."""
    try:
        attempt(what)
    except Refused as refusal:
        return refusal.reason
    return ""


def page_with_headline(ports: Ports, site: str, page: str, headline: str) -> None:
    """Have one more page, behind the others, and its headline."""
    ports.pages.add(site, page)
    ports.pages.write_headline(site, page, headline)


def read_or_told(visitor: Actor, site: str, page: str | None = None) -> Sequence[str]:
    """Return the lines that a visitor gets at a site's or page's address, be it that there is nothing."""
    try:
        return visitor.sees.visiting.read(site, page)
    except Refused as refusal:
        return [refusal.reason]


def draft_or_told(actor: Actor, site: str) -> Draft:
    """Return a draft as somebody sees it; where they may not, one that says why."""
    try:
        return actor.sees.building.draft(site)
    except Refused as refusal:
        return Draft(refusal.reason, ())


def real_titles(world: World, site: str, pages: Sequence[str]) -> list[str]:
    """Return what the pages of a site are called on the target: the home page is called as its site is."""
    return [world.real(page) if page == site else page for page in pages]


def followed_or_told(visitor: Actor, site: str, words: str) -> Sequence[str]:
    """Return the lines that a link of a live page leads a visitor to, be it that there is nothing."""
    try:
        return visitor.sees.visiting.follow(site, words)
    except Refused as refusal:
        return [refusal.reason]


def lets_in(actor: Actor, email: str, password: str) -> bool:
    """Whether somebody gets in on a machine that knows nobody."""
    try:
        actor.elsewhere.accounts.sign_in_as(email, password)
    except Refused:
        return False
    return True


def guessed_wrong(guesser: Actor, victim: Actor, times: int) -> None:
    """Let somebody try so many wrong passwords of somebody else; LookupError when one opened the account."""
    _tried_in_vain(lambda guess: guesser.given.accounts.sign_in_as(victim.person.email, guess), times)


def guessed_at_open_machine(victim: Actor, times: int) -> None:
    """Let somebody try so many where somebody else is signed in; LookupError when one was taken."""
    _tried_in_vain(
        lambda guess: victim.given.accounts.change_password("taken over for good", old=guess), times
    )


def _tried_in_vain(attempt: Callable[[str], None], times: int) -> None:
    for number in range(times):
        guess = f"a guess, and number {number}"
        if not refusal_of(attempt, guess):
            message = f"the password “{guess}” was right"
            raise LookupError(message)


def invitation_of(world: World, guest: Actor) -> str:
    """Return the link in the invitation that somebody got by mail; it is a secret from now on."""
    address, business = guest.person.email, world.business_of(world.owner.person.name)
    mails = world.wait_until(
        lambda: world.inbox.mails(address),
        among(mail_about(f"Join {business}")),
        f"the invitation of {address}",
    )
    link: str = next(word for word in mails[0].text.split() if "/invitations/" in word)
    world.journal.secrets.add(link.rpartition("/")[2], f"the invitation of {guest.person.name}")
    return link


def joined(world: World, guest: Actor, role: str) -> None:
    """Let somebody have been invited by the owner, and have joined."""
    world.owner.given.people.invite(guest.person.email, role)
    guest.given.people.accept(invitation_of(world, guest), guest.person.name, guest.person.password)


def read_in_parts(reader: Actor, size: int, meanwhile: Callable[[], None]) -> list[str]:
    """Let somebody read the list of sites part by part while something happens; return the names."""
    conventions = reader.acts.conventions
    names = list(conventions.first_part(size))
    meanwhile()
    while more := conventions.next_part():
        names += more
    return names


def started(owner: Actor, sites: Sequence[str]) -> None:
    """Let an owner have started sites, one after the other."""
    for site in sites:
        owner.given.building.start(site)


def embed(ports: Ports, site: str, title: str, host: str) -> None:
    """Show something of another house on a page."""
    ports.composing.put(site, "embed", {"title": title, "address": f"https://{host}/embed/bread"})


def site_with_words(owner: Actor, site: str, rows: Iterable[tuple[str, ...]]) -> None:
    """Let an owner have a draft that ends with components of some kinds that say something."""
    owner.given.building.start(site)
    for kind, words in rows:
        owner.given.composing.put(site, kind, {"words": words})


def published_with_field(owner: Actor, site: str, label: str, options: Sequence[str]) -> None:
    """Let an owner have a live site whose form asks for one thing more: one of several, or a consent."""
    site_with_form(owner, site)
    owner.given.composing.ask(site, label, options)
    owner.given.publishing.publish_anyway(site)


def some_of_everything(world: World, owner: Actor) -> None:
    """Let an owner have a live site, a template, a contact who was welcomed, a picture and a file."""
    live_site_that_welcomes(owner, SITE)
    owner.given.templating.save(SITE, "Seasonal sale")
    welcomed(world, world.actor("Priya"), SITE)
    owner.given.pictures.bring("loaf.png", picture(), PNG)
    owner.given.importing.try_out("friends.csv", as_file([[ADDRESS], [owner.person.email]]))

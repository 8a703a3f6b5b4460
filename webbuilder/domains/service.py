"""Rules of domains: who may have which, and what becomes of a site's own by what is found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast
from urllib.parse import urlsplit

from sqlalchemy import Select, select, update
from sqlalchemy.exc import IntegrityError

from webbuilder import clock, database, security
from webbuilder.accounts.tables import Workspace
from webbuilder.domains import asking, hosts, states
from webbuilder.domains.states import State, Verdict
from webbuilder.domains.tables import SiteDomain
from webbuilder.events import DOMAIN_DUE, announce
from webbuilder.sites import service as sites
from webbuilder.sites.tables import Site
from webbuilder.tracing import action, log

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from webbuilder.domains.states import Found
    from webbuilder.settings import Addresses, Settings

_MOST = 20  # that are taken up at one look


class Brought(NamedTuple):
    """A domain as somebody brought it: the name, what proves that it is theirs, and where it has to lead."""

    host: str
    token: str
    target: str


def of(session: Session, site: Site) -> SiteDomain | None:
    """Return the domain that an owner brought to a site, as it is by now."""
    return session.get(SiteDomain, site.id, populate_existing=True)


def target_of(site: Site, where: Addresses) -> str:
    """Return the host name that a site's own domain has to lead to."""
    return urlsplit(where.sites.format(slug=site.slug)).hostname or ""


def bring(session: Session, site: Site, typed: str, where: Addresses) -> SiteDomain:
    """Say which domain is to be a site's; said again it stays as it stands. The site is `locked`.

    Raises:
        Problem: it is no domain that anybody may bring.
    """
    host, now, had = (
        hosts.read(typed, hosts.ours(where)),
        clock.now(session, site.workspace_id),
        of(session, site),
    )
    if had is not None and had.host == host:
        had.typed = typed.strip()
        return had
    take_away(session, site)
    brought = SiteDomain(
        site_id=site.id,
        workspace_id=site.workspace_id,
        host=host,
        typed=typed.strip(),
        token=security.new_token(),
        state="pending",
        since=now,
        look_at=states.next_look("pending", now, now),
    )
    session.add(brought)
    session.flush()
    return brought


def take_away(session: Session, site: Site) -> None:
    """Let a site have no domain of its own; visitors find it below ours again. The site is `locked`."""
    had = of(session, site)
    site.domain = None
    if had is not None:
        session.delete(had)
    session.flush()


def holder(host: str, but: str) -> Select[SiteDomain]:
    """Select who has proven a domain, but for one site."""
    proven = SiteDomain.host == host, SiteDomain.state != "pending"
    return select(SiteDomain).where(*proven, SiteDomain.site_id != but)


def is_taken(session: Session, domain: SiteDomain) -> bool:
    """Whether another site has proven this domain."""
    return session.scalar(holder(domain.host, domain.site_id)) is not None


def keep(session: Session, site: Site, domain: SiteDomain, found: Found, *, taken: bool) -> None:
    """Let a domain stand as was found, and visitors be led as it stands; one another had first is taken.

    Raises:
        IntegrityError: another site has proven it just now.
    """
    before = cast("State", domain.state)
    domain.state, domain.taken = states.state_after(before, found, taken=taken), taken
    if before != "pending" and domain.state == "pending":
        domain.since = clock.now(session, site.workspace_id)
    site.domain = domain.host if domain.state == "live" else None
    session.flush()


def settle(session: Session, site: Site, domain: SiteDomain, found: Found, at: datetime) -> None:
    """Take down what was found of a domain at a look that began at a moment; the site is `locked`."""
    if domain.looked_at is not None and at < domain.looked_at:
        return  # somebody looked later, and was quicker
    was_proven = domain.state != "pending"
    verdict = found.proof.verdict
    taken = is_taken(session, domain) if verdict == "found" else domain.taken and verdict == "silent"
    try:
        with session.begin_nested():
            keep(session, site, domain, found, taken=taken)
    except IntegrityError:
        session.refresh(domain)
        taken = True
        keep(session, site, domain, found, taken=True)
    lost = was_proven and domain.state == "pending"
    domain.proof, domain.proof_said = found.proof.verdict, list(found.proof.said)
    domain.lead, domain.lead_said = found.lead.verdict, list(found.lead.said)
    domain.looked_at, silent = at, found.is_silent
    domain.look_at = states.next_look(cast("State", domain.state), domain.since, at, silent=silent)
    if taken or lost:
        have_looked_at(session, domain, holders=taken)
    log().info("domain looked at", site=site.id, host=domain.host, state=domain.state)


def others_of(host: str, but: str, *, holders: bool) -> Select[str]:
    """Select the sites that have proven a domain, or those that wait for it; who is looked at now is left."""
    state = SiteDomain.state != "pending" if holders else SiteDomain.taken.is_(True)
    others = select(SiteDomain.site_id).where(SiteDomain.host == host, SiteDomain.site_id != but, state)
    return others.with_for_update(skip_locked=True)


def have_looked_at(session: Session, domain: SiteDomain, *, holders: bool) -> None:
    """Have it looked at now how it stands elsewhere: whether who has it keeps it, or who waits gets it."""
    others = session.scalars(others_of(domain.host, domain.site_id, holders=holders)).all()
    asked = update(SiteDomain).where(SiteDomain.site_id.in_(others)).values(look_at=database.now())
    session.execute(asked.execution_options(synchronize_session=False))


def brought(session: Session, site: Site, where: Addresses) -> Brought | None:
    """Return what is to be asked about a site's domain; None where there is none."""
    domain = of(session, site)
    return Brought(domain.host, domain.token, target_of(site, where)) if domain is not None else None


def look_again(
    settings: Settings, store: database.Database, workspace_id: str, site_id: str, *, asked: bool
) -> None:
    """Look at a site's domain and take down what was found, unless it has another by then.

    Name servers may take their time: meanwhile no connection to the database is held, and no lock.

    Args:
        asked: whether its owner wanted that, so that it is looked at for three days more.

    Raises:
        Problem: the workspace has no such site.
    """
    with store.transaction() as session:
        site = sites.one(session, workspace_id, site_id)
        there, at = brought(session, site, settings.where), clock.now(session, workspace_id)
    if there is None:
        return
    found = asking.look(*there, settings.nameserver)
    with store.transaction() as session:
        site = sites.locked(session, workspace_id, site_id)
        domain = of(session, site)
        if domain is None or brought(session, site, settings.where) != there:
            return
        if asked:
            domain.since = at
        settle(session, site, domain, found, at)


def due() -> Select[SiteDomain]:
    """Select those that are to be looked at by now, leaving aside those that somebody else holds."""
    now = database.now() + Workspace.clock_offset
    return (
        select(SiteDomain)
        .join(Workspace, Workspace.id == SiteDomain.workspace_id)
        .join(Site, Site.id == SiteDomain.site_id)
        .where(SiteDomain.look_at <= now)
        .limit(_MOST)
        .with_for_update(of=(SiteDomain, Site), skip_locked=True)
    )


def by_now(session: Session) -> int:
    """Have those domains looked at whose time has come; return how many they are."""
    found = session.scalars(due()).all()
    for one in found:
        # What comes of the look says when the next is; should none come of it, it is looked at once more.
        now = clock.now(session, one.workspace_id)
        one.look_at = now + states.PATIENCE / 3
        with action("domain"):
            announce(session, one.workspace_id, DOMAIN_DUE, {"site": one.site_id})
    return len(found)


def verdicts(domain: SiteDomain) -> tuple[Verdict | None, Verdict | None]:
    """Return how the records of a domain stood when they were looked for last."""
    return cast("Verdict | None", domain.proof), cast("Verdict | None", domain.lead)

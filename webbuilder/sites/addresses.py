"""Rules of addresses: which a site may have, which it gets by its name, and what becomes of one it leaves."""

from __future__ import annotations

import re
import secrets
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sqlalchemy import Select, delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError

from webbuilder.problems import Problem
from webbuilder.sites.tables import FormerSlug, Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

# RFC 1035 §2.3.4: a label of a host name has at most 63 octets; six are kept for the suffix.
_SLUG_LENGTH = 56
MOST_FORMER = 20  # addresses that a site leaves, and keeps from others
# Whoever had one of these could be taken for the platform itself (RFC 2142 names some of them).
RESERVED = frozenset(
    {"www", "app", "api", "admin", "builder", "mail", "static", "support", "status", "abuse"}
)


def address_of(pattern: str, site: Site) -> str:
    """Return where visitors find a site: at its own domain once that leads here, else below ours."""
    below_ours = pattern.format(slug=site.slug)
    if site.domain is None:
        return below_ours
    parts = urlsplit(below_ours)
    port = f":{parts.port}" if parts.port else ""
    return parts._replace(netloc=f"{site.domain}{port}").geturl()


def label_in(pattern: str, host: str) -> str | None:
    """Return the label that stands before ours in the name of a host; None where it is not below ours."""
    before, _, behind = (urlsplit(pattern.format(slug="{}")).netloc.partition(":")[0].lower()).partition("{}")
    if not host.startswith(before) or not host.endswith(behind):
        return None
    return host.removeprefix(before).removesuffix(behind)


def at_domain(host: str) -> Select[str]:
    """Select the label of the site that a domain of its own leads to."""
    return select(Site.slug).where(Site.domain == host)


def with_slug(slug: str) -> Select[Site]:
    """Select the site that answers at an address."""
    return select(Site).where(Site.slug == slug)


def formerly_at(slug: str) -> Select[Site]:
    """Select the site that was at an address before."""
    return select(Site).join(FormerSlug, FormerSlug.site_id == Site.id).where(FormerSlug.slug == slug)


def at(session: Session, slug: str) -> Site | None:
    """Return the site that is at an address, or was; whoever noted it finds it there."""
    return session.scalar(with_slug(slug)) or session.scalar(formerly_at(slug))


def former_of(site_id: str) -> Select[str]:
    """Select the addresses that a site had before."""
    return select(FormerSlug.slug).where(FormerSlug.site_id == site_id)


def is_formers(session: Session, slug: str, site_id: str) -> bool:
    """Whether an address is one that another site had before."""
    others = FormerSlug.slug == slug, FormerSlug.site_id != site_id
    return session.scalar(select(FormerSlug.slug).where(*others)) is not None


def slug_from(name: str) -> str:
    """Return the address that a name suggests: letters, digits and hyphens; `site` when nothing is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_SLUG_LENGTH].strip("-") or "site"


def free(session: Session, name: str) -> Iterator[str]:
    """Give the address that a name suggests, then others that begin with it; somebody may be as quick."""
    slug = slug_from(name)
    if slug not in RESERVED and session.get(FormerSlug, slug) is None:
        yield slug
    while True:
        yield f"{slug}-{secrets.token_hex(3)}"


def _refuse_taken(slug: str) -> Problem:
    return Problem(
        409,
        "address-taken",
        f"The address “{slug}” is taken. Choose another one.",
        errors=[{"pointer": "/slug", "detail": "belongs to another site"}],
    )


def move_to(session: Session, site: Site, slug: str) -> None:
    """Give a site another address; visitors are led on from the old one, which no other site gets.

    Raises:
        Problem: it belongs to another site, be it that of a moment ago or one that had it before, or to us.
    """
    if slug in RESERVED:
        words = f"The address “{slug}” is kept for the platform itself. Choose another one."
        raise Problem(422, "not-valid", words, errors=[{"pointer": "/slug", "detail": "is reserved"}])
    taken = at(session, slug)
    if taken is not None and taken.id != site.id:
        raise _refuse_taken(slug)
    former, many = site.slug, session.scalars(former_of(site.id)).all()
    if len(many) >= MOST_FORMER and slug not in many:
        words = f"A site keeps {MOST_FORMER} addresses that it had. Go back to one of them."
        raise Problem(409, "too-many", words)
    try:
        with session.begin_nested():
            site.slug = slug
    except IntegrityError as error:
        raise _refuse_taken(slug) from error
    if is_formers(session, slug, site.id):  # left by somebody just now, while this one waited for it
        raise _refuse_taken(slug)
    if former != slug:
        kept = {"slug": former, "site_id": site.id, "workspace_id": site.workspace_id}
        session.execute(insert(FormerSlug).values(**kept).on_conflict_do_nothing())
        session.execute(delete(FormerSlug).where(FormerSlug.slug == slug))

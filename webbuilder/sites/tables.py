"""Sites as they are stored."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder.database import Stored


class Site(Stored):
    """A site. `revision` counts its operations; `form_key` signs the view tokens of its forms.

    `zone` is where clocks show what days and times of its workflows mean, as the IANA database names it.
    While `put_away_at` is set, visitors find nothing, and lists leave it out. `domain` is the name of its
    owner's own that leads here now; what was said and found of it is the matter of domains.
    """

    __tablename__ = "sites"

    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    slug: Mapped[str] = mapped_column(unique=True)
    domain: Mapped[str | None] = mapped_column(unique=True, default=None)
    template: Mapped[str]
    template_version: Mapped[int] = mapped_column(default=1)
    revision: Mapped[int] = mapped_column(default=0)
    form_key: Mapped[str]
    zone: Mapped[str] = mapped_column(default="UTC")
    live_release: Mapped[int | None] = mapped_column(default=None)
    put_away_at: Mapped[datetime | None] = mapped_column(default=None)
    created_at: Mapped[datetime]


class FormerSlug(Stored):
    """An address that a site had before; visitors are led on from there, and no other site gets it."""

    __tablename__ = "former_slugs"

    slug: Mapped[str] = mapped_column(primary_key=True)
    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"))
    workspace_id: Mapped[str]

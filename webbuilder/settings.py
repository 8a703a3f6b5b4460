"""What a running platform was told: addresses, folders, switches. Every part gets the same record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the parts answer. `sites` holds `{slug}`, which a site's own address replaces.

    `names` is where it is written what our own name server says; empty where there is none.
    """

    app: str
    sites: str
    smtp: str
    mailbox: str
    ai: str
    database: str
    names: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices that a platform was started with, made by `__main__` from its options and the environment.

    Attributes:
        data: folder for everything that is kept.
        app_port, sites_port: fixed ports, or 0 for free ones.
        database_url, smtp_url, ai_base_url: addresses of parts that are not ours; None starts our own.
        ai_plain: whether a provider may be asked without TLS.
        ai_api_key, ai_model: what the copywriting provider asks for.
        ai_time_limit: seconds that the copywriter may take before the person is told that it is away.
        control: whether the control API answers.
        operator_key: what shows that it is the operator who asks; None where nobody may.
        sentry_dsn: whom errors are told to as well, by Sentry's protocol; None is nobody.
        movable_clock: whether a workspace's clock may be moved forward.
        faults: ids of the faults that are switched on.
        web_workers: number of web processes.
        owned: whether the platform ends when its standard input ends.
        waiting: whether the parts start only at a line on standard input, or never, if it ends before.
        app_url, sites_url: addresses at which others reach the builder and the live sites, the latter with
            `{slug}`; None is where they answer on this machine.
        mailbox_url: where a mailroom that is not ours shows its mail, if that is known.
        nameserver: `address:port` of who is asked about domains; None is whom this machine asks, or, with
            the control API, a name server of our own.
        temporary: whether `data` is a folder of our own making, which goes when the platform ends.
        via: addresses of relays that the parts are told instead of a part's own, by its key in the line of
            addresses.
        allow_outbound: `host:port` of those to whom something is sent although they are private machines.
        webhook_time_limit: seconds that a partner's receiver may take to answer a message.
        fired: how often each of the faults fired until now, in all parts together.
        state_file: where the line of addresses is kept as well, or None for the data folder alone.
    """

    data: Path
    app_port: int = 0
    sites_port: int = 0
    database_url: str | None = None
    smtp_url: str | None = None
    ai_base_url: str | None = None
    ai_plain: bool = False
    ai_api_key: str = "built-in"
    ai_model: str = "copywriter"
    ai_time_limit: float = 20.0
    control: bool = False
    operator_key: str | None = None
    sentry_dsn: str | None = None
    movable_clock: bool = False
    faults: tuple[str, ...] = ()
    web_workers: int = 1
    owned: bool = False
    waiting: bool = False
    state_file: Path | None = None
    mailbox_url: str | None = None
    app_url: str | None = None
    sites_url: str | None = None
    nameserver: str | None = None
    temporary: bool = False
    via: Mapping[str, str] = field(default_factory=dict)
    allow_outbound: tuple[str, ...] = ()
    webhook_time_limit: float = 15.0
    fired: Mapping[str, int] = field(default_factory=dict)
    addresses: Addresses | None = field(default=None)

    @property
    def where(self) -> Addresses:
        """The addresses, once the supervisor has bound them."""
        if self.addresses is None:
            message = "the platform's addresses are not known before its parts have been started"
            raise RuntimeError(message)
        return self.addresses

    @property
    def smtp(self) -> str:
        """Where mail is handed over."""
        return self.via.get("smtp", self.where.smtp)

    @property
    def ai(self) -> str:
        """Where the copywriter is asked."""
        return self.via.get("ai", self.where.ai)

    @property
    def mailbox(self) -> str:
        """Where the mail server is asked what it has; empty where it cannot be."""
        return self.via.get("mailbox", self.where.mailbox)

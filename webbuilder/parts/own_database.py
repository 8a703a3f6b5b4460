"""The database that we bring along: where its cluster comes from, and what a new one still needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from webbuilder.parts.account import server_account
from webbuilder.parts.cluster import Cluster, cached, keep
from webbuilder.parts.household import DATABASE, Household, say
from webbuilder.parts.keeper import Keeper
from webbuilder.parts.programs import programs
from webbuilder.parts.refusal import CannotStartError
from webbuilder.settings import Settings

_MIGRATION_LIMIT = 60.0


def migrate(household: Household, bring_up: Callable[[str], None], url: str) -> None:
    """Bring a database to the newest schema, in a process of its own: no connection or thread stays.

    Raises:
        CannotStartError: that failed.
    """
    household.run_once("migration", partial(bring_up, url), _MIGRATION_LIMIT)


@dataclass(frozen=True, slots=True)
class OwnDatabase:
    """A cluster in the data folder: there before, or new, and then copied from `cache` where that exists."""

    keeper: Keeper
    cache: Path
    new: bool

    @classmethod
    def choose(cls, settings: Settings, schema: str) -> OwnDatabase:
        """Find or plan the cluster of a data folder; `schema` names the version of the schema.

        Raises:
            CannotStartError: PostgreSQL's account may not enter the data folder, or its programs are missing.
        """
        account = server_account()
        if not account.may_enter(settings.data):
            message = (
                f"As root, the database runs as the account “nobody”, and that may not enter the data folder "
                f"{settings.data}: give one that everybody may enter with --data, or start as another user."
            )
            raise CannotStartError(message)
        cluster = Cluster(settings.data / "postgres", account, programs(account, settings.data))
        cache = cached(schema, account)
        port = urlsplit(settings.where.database).port or 0
        source = cache if cache.exists() else None
        if source:
            source.touch()  # what was used last is thrown away last
        keeper = Keeper(cluster, source, port, settings.data if settings.temporary else None)
        return cls(keeper, cache, new=not cluster.exists)

    def start(self, household: Household) -> None:
        """Start the server; it gets ready while others work."""
        household.start(DATABASE, self.keeper.serve)

    def finish(self, household: Household, bring_up: Callable[[str], None], url: str) -> None:
        """Wait until the server answers with the newest schema; keep a new cluster for the next new folder.

        Raises:
            CannotStartError: it does not answer, or the schema could not be brought up.
        """
        household.await_ready(DATABASE)
        if self.new and self.keeper.source:
            return
        migrate(household, bring_up, url)
        if self.new:
            household.end(DATABASE)
            self._keep()
            self.start(household)
            household.await_ready(DATABASE)

    def _keep(self) -> None:
        try:
            keep(self.keeper.cluster.folder, self.cache)
        except OSError as refused:
            say(f"The initialised database could not be kept for later starts ({refused}), which stay slow.")

"""Runs PostgreSQL in the foreground, as its child: ready when it takes connections, stopped cleanly."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from webbuilder.parts.children import Link, end_own_group, parents_death_sends
from webbuilder.parts.cluster import Cluster

_STOP_LIMIT = 10.0
_LOOK = 0.005
_SOCKET_PATH_LIMIT = 107
_SMALL = {
    "shared_buffers": "32MB", "max_connections": "300", "max_wal_size": "256MB", "wal_level": "minimal",
    "max_wal_senders": "0", "logging_collector": "off", "timezone": "UTC", "log_timezone": "UTC",
    "autovacuum_max_workers": "1", "max_parallel_workers_per_gather": "0", "io_method": "sync",
}  # fmt: skip
# What goes with the platform need not outlast the machine, but a database that is killed: commits reach the
# system before they are answered, which synchronous_commit sees to, and nobody waits for the disk.
_FORGETFUL = {"fsync": "off", "full_page_writes": "off"}


@dataclass(frozen=True, slots=True)
class Keeper:
    """What to serve and where.

    Attributes:
        cluster: the cluster; made when it is not there.
        source: an initialised cluster to copy a new one from, or None to initialise it.
        port: the port on 127.0.0.1.
        temporary: the data folder, if it is one of ours that goes with the supervisor.
    """

    cluster: Cluster
    source: Path | None
    port: int
    temporary: Path | None

    def serve(self, link: Link) -> None:
        """Run the server until the supervisor ends or SIGTERM comes.

        Raises:
            RuntimeError: the server ended by itself.
        """
        if not self.cluster.exists:
            self._make()
        server = subprocess.Popen(
            self._command(),
            preexec_fn=parents_death_sends(signal.SIGINT),  # noqa: PLW1509 - no thread runs yet
            **self.cluster.account.arguments,
        )
        told, abandoned = threading.Event(), threading.Event()

        def stop(_signal: int = 0, _frame: FrameType | None = None) -> None:
            told.set()
            server.send_signal(signal.SIGCONT)  # somebody may have stopped it
            server.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown: clean on disk

        def abandon() -> None:
            abandoned.set()
            stop()
            _end_at_last(server)

        signal.signal(signal.SIGTERM, stop)
        link.when_supervisor_ends(abandon)
        if self._takes_connections(server):
            link.ready()
        code = server.wait()
        if abandoned.is_set() and self.temporary:
            shutil.rmtree(self.temporary, ignore_errors=True)
        if not told.is_set():
            message = f"PostgreSQL ended by itself with code {code}"
            raise RuntimeError(message)

    def _make(self) -> None:
        if self.source:
            self.cluster.copy_from(self.source)
        else:
            self.cluster.initialise()
        if not self.temporary:
            os.sync()  # neither way of making it waits for the disk

    def _command(self) -> list[str]:
        folder = str(self.cluster.folder)
        fits = len(os.fsencode(f"{folder}/.s.PGSQL.{self.port}")) < _SOCKET_PATH_LIMIT
        choices = _SMALL | (_FORGETFUL if self.temporary else {})
        choices |= {"listen_addresses": "127.0.0.1", "unix_socket_directories": folder if fits else ""}
        settings = [f"--{name}={value}" for name, value in choices.items()]
        return [str(self.cluster.programs / "postgres"), "-D", folder, "-p", str(self.port), *settings]

    def _takes_connections(self, server: subprocess.Popen[bytes]) -> bool:
        """Wait until the server says so in the eighth line of its pid file; False when it ended instead."""
        said = self.cluster.folder / "postmaster.pid"
        while True:
            try:
                server.wait(_LOOK)
            except subprocess.TimeoutExpired:
                lines = said.read_text().splitlines() if said.exists() else []
                if lines[:1] == [str(server.pid)] and lines[7:8] and lines[7].strip() == "ready":
                    return True
            else:
                return False


def _end_at_last(server: subprocess.Popen[bytes]) -> None:
    """Give the server its time to stop, then end the whole group."""
    try:
        server.wait(_STOP_LIMIT)
    except subprocess.TimeoutExpired:
        end_own_group()

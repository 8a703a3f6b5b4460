"""Errors are told to whoever speaks Sentry's protocol, in a real envelope, without a word of anybody."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.webbuilder.platforms import wait_for
from webbuilder.database import Database
from webbuilder.errors import elsewhere
from webbuilder.errors.book import Book
from webbuilder.parts.refusal import CannotStartError
from webbuilder.settings import Settings
from webbuilder.tracing import action, traceparent_for


class Collector(HTTPServer):
    """What takes envelopes, and keeps them with the paths that they came to."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Taking)
        self.taken: list[tuple[str, list[Any]]] = []

    @property
    def dsn(self) -> str:
        """The address that errors are told to."""
        return f"http://key@127.0.0.1:{self.server_port}/7"


class Taking(BaseHTTPRequestHandler):
    """Takes one envelope: lines of JSON, packed or not."""

    server: Collector

    def do_POST(self) -> None:
        """Keep it, and say so."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        plain = gzip.decompress(body) if self.headers.get("Content-Encoding") == "gzip" else body
        self.server.taken.append((self.path, [json.loads(line) for line in plain.splitlines() if line]))
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_told: object) -> None:
        """Say nothing."""


@pytest.fixture
def collector() -> Iterator[Collector]:
    """Somebody who collects errors."""
    with Collector() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_an_error_is_told_elsewhere_with_its_number_and_its_group(
    collector: Collector, store: Database
) -> None:
    told = Settings(Path(), sentry_dsn=collector.dsn)
    book = Book(store, "test", elsewhere.teller(told))
    with action("test") as number:
        with pytest.raises(ValueError, match="no trace id") as met:
            traceparent_for("rye for maya@example.org")
        kind = book.meet(met.value, "GET /a/{site_id}")
    path, envelope = wait_for("an envelope", lambda: next(iter(collector.taken), None))
    event = next(line for line in envelope if "exception" in line)
    assert path == "/api/7/envelope/"
    assert event["fingerprint"] == [kind.group]
    assert event["transaction"] == "test: GET /a/{site_id}"
    assert event["contexts"]["trace"]["trace_id"] == number
    assert event["tags"] == {"group": kind.group, "number": number}
    assert "maya" not in json.dumps(envelope)


def test_an_address_that_is_none_is_refused_before_anything_starts() -> None:
    with pytest.raises(CannotStartError, match="SENTRY_DSN is no address to tell errors to"):
        elsewhere.refuse_unless_there("127.0.0.1:9")

"""A record that was redacted still opens in Playwright's own viewer, and holds only what it should."""

from __future__ import annotations

import json
import mimetypes
import zipfile
from pathlib import Path

import playwright
from hamcrest import all_of, contains_string
from hamcrest.core.matcher import Matcher

from support.drivers.engines.engine import Engine
from support.drivers.engines.engines import Engines
from support.drivers.page import Place
from support.evidence.traces import learn_from, redact_record
from support.journal import Journal
from support.settings import RunSettings
from support.waiting import eventually
from tests.support.servers import Asked, Reply, http_server

VIEWER = Path(playwright.__file__).parent / "driver/package/lib/vite/traceViewer"
PAGE = """<!doctype html><title>Bread</title><style>h1 { color: brown }</style><h1>Spring Sale</h1>
<label>Password <input type="password"></label>"""


def test_a_redacted_record_opens_in_the_viewer(tmp_path: Path) -> None:
    engines = Engines(RunSettings())
    engine = engines.get("chromium")
    try:
        kept = recorded(engine, tmp_path)
        with zipfile.ZipFile(kept) as record:
            assert set(record.namelist()) >= {
                "trace.trace",
                "trace.network",
                "moment.trace",
                "moment.network",
            }
            for name in record.namelist():
                if name.endswith((".trace", ".network")):
                    assert all(json.loads(line) for line in record.read(name).decode().split("\n") if line)
            assert b"s3cret-bread" not in b"".join(record.read(name) for name in record.namelist())
        assert_opens(engine, kept)
    finally:
        engines.stop()


def recorded(engine: Engine, folder: Path) -> Path:
    """Let something happen on a page, and return the redacted record of it."""
    journal, raw, kept = Journal(), folder / "raw.zip", folder / "kept.zip"
    with http_server(lambda _: Reply(200, PAGE, {"Content-Type": "text/html"})) as address:
        machine = engine.new_machine(journal)
        machine.page.open(f"{address}/?token=s3cret-bread-0")
        machine.page.fill(Place("labelled", "Password"), "s3cret-bread")
        assert machine.save_record(raw)
        assert not machine.save_record(raw), "it is saved once"
        machine.close()
    learn_from(raw, journal.secrets)
    redact_record(raw, kept, journal.secrets)
    return kept


def assert_opens(engine: Engine, kept: Path) -> None:
    """Open a record in the viewer that comes with Playwright, served here."""

    def answer(asked: Asked) -> Reply:
        name = asked.path.partition("?")[0].lstrip("/")
        file = kept if name == kept.name else VIEWER / name
        if not file.is_file():
            return Reply(404)
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return Reply(200, file.read_bytes(), {"Content-Type": kind})

    with http_server(answer) as address:
        machine = engine.new_machine(Journal())
        machine.page.open(f"{address}/index.html?trace={address}/{kept.name}")
        shown: Matcher[str] = all_of(contains_string("Navigate"), contains_string('Type "«redacted»"'))
        eventually(
            lambda: machine.page.evaluate("document.body.innerText"),
            shown,
            "what the viewer shows",
            within=20,
        )
        machine.close()

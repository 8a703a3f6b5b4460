"""Four promises that no scenario would notice broken: mail once, sign-ups accepted, one trace, no cookie."""

from __future__ import annotations

import os
import secrets
import signal
from collections.abc import Iterator

import psutil
import pytest
from playwright.sync_api import Browser, Request, Response, sync_playwright
from sqlalchemy import func, select

from support.setting_up.browser import find_chromium
from tests.webbuilder.marketers import COOKIE, PASSWORD, Site
from tests.webbuilder.platforms import Platform, wait_for
from webbuilder.database import Database
from webbuilder.events import Event
from webbuilder.mail.tables import Mail

QUIET = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture
def stopped_worker(platform: Platform) -> Iterator[int]:
    """The process of a worker that stands still."""
    worker = platform.pid("worker")
    os.kill(worker, signal.SIGSTOP)
    wait_for("the worker to stand still", lambda: psutil.Process(worker).status() == psutil.STATUS_STOPPED)
    yield worker
    if psutil.pid_exists(worker):
        os.kill(worker, signal.SIGCONT)


def waiting_events(store: Database, site: Site) -> int:
    with store.transaction() as session:
        wanted = select(func.count()).where(
            Event.workspace_id == site.owner.workspace, Event.taken_by.is_(None)
        )
        return session.scalar(wanted) or 0


def mails_in_the_ledger(store: Database, address: str) -> list[str]:
    with store.transaction() as session:
        return list(session.scalars(select(Mail.state).where(Mail.recipient == address)))


def somebody() -> str:
    return f"priya-{secrets.token_hex(4)}@example.org"


def test_worker_killed_between_commit_and_dispatch_mails_once(
    platform: Platform, store: Database, live: tuple[Site, str], stopped_worker: int
) -> None:
    site, form = live
    priya, after = somebody(), somebody()
    site.sign_up(form, "Priya", priya)
    assert waiting_events(store, site) == 1, "the event is committed and not dispatched"
    os.kill(stopped_worker, signal.SIGKILL)
    platform.next_process("worker", stopped_worker)
    (run,) = site.ended_runs()
    assert run["state"] == "succeeded"
    site.sign_up(form, "Ravi", after)
    site.ended_runs(2)
    assert len(site.owner.letters_to(after)) == 1, "so whatever was to be sent before has been sent"
    assert len(site.owner.letters_to(priya)) == 1
    assert mails_in_the_ledger(store, priya) == ["accepted"]
    assert [run["state"] for run in site.runs()] == ["succeeded", "succeeded"]
    assert waiting_events(store, site) == 0


def test_worker_stopped_accepts_sign_ups_and_mails_after_restart(
    platform: Platform, store: Database, live: tuple[Site, str], stopped_worker: int
) -> None:
    site, form = live
    priya = somebody()
    answer = site.send(form, {"name": "Priya", "email": priya})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/thanks/{form}")
    thanks = site.owner.visitor.get(answer.headers["location"], headers=site.host)
    assert "Thank you! We have your details." in thanks.text
    assert [sent["fields"]["email"] for sent in site.submissions()] == [priya]
    assert (waiting_events(store, site), site.runs()) == (1, [])
    assert site.owner.letters_to(priya) == []
    os.kill(stopped_worker, signal.SIGTERM)  # asked to end, it does so once it runs again
    os.kill(stopped_worker, signal.SIGCONT)
    platform.next_process("worker", stopped_worker)
    letters = wait_for("the welcome mail", lambda: site.owner.letters_to(priya))
    assert [letter["Subject"] for letter in letters] == ["Welcome, Priya"]
    assert site.ended_runs()[0]["state"] == "succeeded"


def test_trace_id_of_the_form_is_on_the_mail(live: tuple[Site, str]) -> None:
    site, form = live
    priya = somebody()
    token = site.visit().tokens[form]
    trace_id = token.partition(".")[0]
    site.send(form, {"name": "Priya", "email": priya, "view_token": token})
    (run,) = site.ended_runs()
    (letter,) = site.owner.letters_to(priya)
    (contact,) = site.owner.contacts(priya)
    (submission,) = site.submissions()
    assert letter["headers"]["X-Trace-Id"] == [trace_id]
    assert [entry["kind"] for entry in contact["history"]] == ["signed up", "tagged", "mail"]
    assert {entry["trace_id"] for entry in contact["history"]} == {trace_id}
    assert (run["trace_id"], submission["trace_id"]) == (trace_id, trace_id)


@pytest.fixture
def browser() -> Iterator[Browser]:
    """A real Chromium without a window."""
    with sync_playwright() as playwright:
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        running = playwright.chromium.launch(executable_path=find_chromium(), args=[*QUIET, *sandbox])
        yield running
        running.close()


def test_builder_cookie_never_reaches_a_live_site(
    platform: Platform, live: tuple[Site, str], browser: Browser
) -> None:
    site, _ = live
    context = browser.new_context()
    page = context.new_page()
    page.goto(platform.line["app"])
    page.get_by_label("E-mail address").fill(site.owner.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="Your sites").wait_for()
    assert COOKIE in {cookie.get("name") for cookie in context.cookies()}
    asked: list[Request] = []
    answered: list[Response] = []
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - it must be a function of ours
    page.on("response", lambda answer: answered.append(answer))  # noqa: PLW0108
    page.goto(platform.line["sites"].format(slug=site.slug))
    page.get_by_label("E-mail address").fill(somebody())
    page.get_by_role("button", name="Sign me up").click()
    page.get_by_role("heading", name="Thank you").wait_for()
    assert [request.method for request in asked if request.resource_type == "document"] == [
        "GET",
        "POST",
        "GET",
    ]
    assert all(site.slug in request.url for request in asked)
    assert [request.url for request in asked if "cookie" in request.all_headers()] == []
    assert [answer.url for answer in answered if "set-cookie" in answer.all_headers()] == []
    page.goto(f"{platform.line['app']}/sites")
    assert page.get_by_role("heading", name="Your sites").is_visible()
    home = next(request for request in asked if request.url.startswith(platform.line["app"]))
    assert COOKIE in home.all_headers()["cookie"], "so a cookie would have been seen"

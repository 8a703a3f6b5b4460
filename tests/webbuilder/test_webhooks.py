"""Rules of webhooks that no scenario would notice: when a message is tried again, who may change what."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from standardwebhooks import Webhook as Signing

from tests.webbuilder.marketers import Owner
from tests.webbuilder.platforms import wait_for
from webbuilder.database import Database, now
from webbuilder.jobs import deliveries
from webbuilder.webhooks import sending, service, telling
from webbuilder.webhooks.tables import Delivery, Webhook

NOWHERE = "https://till.invalid/hooks"


@pytest.fixture
def made(maya: Owner) -> dict[str, Any]:
    """A webhook of Maya's that nobody answers at."""
    asked = {"url": NOWHERE, "events": ["site.published"]}
    return dict(maya.http.post("/api/webhooks", json=asked).raise_for_status().json())


def path(made: dict[str, Any]) -> str:
    return f"/api/webhooks/{made['id']}"


def test_messages_are_tried_for_three_days_with_longer_and_longer_pauses() -> None:
    pauses = [sending.pause_after(attempts) for attempts in range(1, 10)]
    assert sending.pause_after(10) is None
    total = sum((pause for pause in pauses if pause), timedelta())
    assert timedelta(days=3) < total < timedelta(days=3.5)
    assert list(sending.PAUSES) == sorted(sending.PAUSES)
    assert sending.PAUSES[:4] == (5, 300, 1800, 7200)


def test_a_secret_is_one_that_libraries_take_and_never_the_same() -> None:
    secrets = {service.new_secret() for _ in range(20)}
    assert len(secrets) == 20
    assert all(Signing(secret).sign("msg", now(), "{}").startswith("v1,") for secret in secrets)


@pytest.mark.parametrize("status", [200, 204, 299])
def test_success_is_what_is_answered_so(status: int) -> None:
    assert sending.why_not(status) is None


@pytest.mark.parametrize("status", [100, 301, 307, 400, 404, 410, 429, 500, 503])
def test_anything_else_is_none(status: int) -> None:
    assert sending.why_not(status)


def attempts(store: Database, made: dict[str, Any], outcomes: list[int | None]) -> Delivery:
    """Write down what came of one attempt after the other at a message that nobody commits."""
    with store.transaction() as session:
        webhook = session.get_one(Webhook, made["id"])
        message = telling.write(session, webhook, telling.TEST, {})
        for number, status in enumerate(outcomes, 1):
            because = None if status == 200 else "it was not taken"
            sending.note(session, message, webhook, number, {"status": status, "because": because})
        session.expunge(message)
        session.rollback()
        return message


def test_a_message_is_given_up_when_the_last_attempt_failed(store: Database, made: dict[str, Any]) -> None:
    assert attempts(store, made, [500] * 9).state == "due"
    given_up = attempts(store, made, [None] * 10)
    assert (given_up.state, given_up.due_at, len(given_up.attempts)) == ("given up", None, 10)


def test_a_message_that_was_taken_is_not_due(store: Database, made: dict[str, Any]) -> None:
    taken = attempts(store, made, [500, 200])
    assert (taken.state, taken.due_at, taken.begun, taken.made) == ("delivered", None, 2, 2)


def test_an_attempt_is_written_down_once(store: Database, maya: Owner, made: dict[str, Any]) -> None:
    sent = maya.http.post(f"{path(made)}/test").raise_for_status().json()["id"]
    wait_for("an attempt", lambda: shown(maya, made)[0]["attempts"] or None)
    deliveries.Deliveries.note.__wrapped__(  # type: ignore[attr-defined]  # the step, without what repeats it
        _Store(store), sent, 1, {"status": 200, "because": None}
    )
    assert shown(maya, made)[0]["state"] == "due"


class _Store:
    def __init__(self, database: Database) -> None:
        self.database = database


def shown(owner: Owner, made: dict[str, Any]) -> list[dict[str, Any]]:
    return list(owner.http.get(f"{path(made)}/deliveries").raise_for_status().json()["items"])


def test_what_a_message_says_is_the_same_bytes_each_time(store: Database, made: dict[str, Any]) -> None:
    with store.transaction() as session:
        webhook = session.get_one(Webhook, made["id"])
        message = telling.write(
            session, webhook, "site.published", {"site": "s", "release": 1, "address": "/x"}
        )
        first = sending.body_of(message, "http://app")
        session.expire(message)
        assert sending.body_of(message, "http://app") == first
        session.rollback()
    assert json.loads(first)["data"]["address"] == "http://app/x"


def test_one_message_at_a_time_goes_to_a_webhook(store: Database, made: dict[str, Any]) -> None:
    with store.transaction() as session:
        webhook = session.get_one(Webhook, made["id"])
        two = {telling.write(session, webhook, telling.TEST, {}).id: None for _ in range(2)}
        picked = [one for one in session.scalars(sending.due(now())) if one in two]
        assert len(picked) == 1
        session.get_one(Delivery, picked[0]).begun = 1
        session.flush()
        assert not [one for one in session.scalars(sending.due(now())) if one in two]
        session.rollback()


def test_whoever_changes_a_webhook_has_seen_it(maya: Owner, made: dict[str, Any]) -> None:
    wanted = {"events": ["form.sent", "contact.created"]}
    assert maya.http.patch(path(made), json=wanted).status_code == 428
    version = maya.http.get(path(made)).headers["etag"]
    changed = maya.http.patch(path(made), json=wanted, headers={"If-Match": version})
    assert changed.raise_for_status().json()["events"] == ["contact.created", "form.sent"]
    assert maya.http.patch(path(made), json=wanted, headers={"If-Match": version}).status_code == 412


def test_a_change_leads_into_no_private_house_either(maya: Owner, made: dict[str, Any]) -> None:
    refused = maya.http.patch(path(made), json={"url": "http://10.0.0.7/"}, headers={"If-Match": "*"})
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/url")


def test_what_was_due_is_given_up_when_a_webhook_is_switched_off(maya: Owner, made: dict[str, Any]) -> None:
    maya.http.post(f"{path(made)}/test").raise_for_status()
    off = maya.http.patch(path(made), json={"enabled": False}, headers={"If-Match": "*"}).raise_for_status()
    assert off.json()["disabled_because"] == service.BY_ITS_OWNER
    assert shown(maya, made)[0]["state"] == "given up"
    assert maya.http.post(f"{path(made)}/test").status_code == 409
    on = maya.http.patch(path(made), json={"enabled": True}, headers={"If-Match": "*"}).raise_for_status()
    assert (on.json()["state"], on.json()["disabled_because"]) == ("enabled", None)


def test_a_webhook_that_is_removed_takes_its_messages_along(
    maya: Owner, made: dict[str, Any], store: Database
) -> None:
    sent = maya.http.post(f"{path(made)}/test").raise_for_status().json()["id"]
    assert maya.http.delete(path(made)).status_code == 204
    assert maya.http.get(path(made)).status_code == 404
    with store.transaction() as session:
        assert session.get(Delivery, sent) is None


def test_a_message_carries_the_trace_of_its_cause(maya: Owner, made: dict[str, Any], store: Database) -> None:
    caused = maya.http.post(f"{path(made)}/test").raise_for_status()
    with store.transaction() as session:
        message = session.get_one(Delivery, caused.json()["id"])
        assert message.traceparent.split("-")[1] == caused.headers["x-trace-id"]


@pytest.mark.parametrize("wanted", [{"url": NOWHERE, "events": []}, {"url": NOWHERE, "events": ["all"]}])
def test_events_that_there_are_not_are_refused(maya: Owner, wanted: dict[str, Any]) -> None:
    assert maya.http.post("/api/webhooks", json=wanted).status_code == 422

"""A platform with faults: they are said, they are felt, and an operator reads how often each fired."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.webbuilder.marketers import Owner, open_workspace
from tests.webbuilder.platforms import UP, Platform, enterable, start, stop, wait_for

STATIC = Path(__file__).parents[2] / "webbuilder" / "screens" / "static"
CHOSEN = (
    "saved-before-it-arrived",
    "submissions-screen-without-answers",
    "copywriter-gets-no-time",
    "address-key",
    "crash_at=after_publish_switch",
)


@pytest.fixture(scope="module")
def broken() -> Iterator[Platform]:
    """A platform with a fault of several kinds each, and a crash point."""
    place = enterable()
    running = start(UP, next(place), "--control", "--faults", ",".join(CHOSEN))
    yield running
    assert stop(running) == 0
    next(place, None)


@pytest.fixture(scope="module")
def owner(broken: Platform) -> Owner:
    return open_workspace(broken, "Maya")


def fired(platform: Platform) -> dict[str, int]:
    """Return how often each fault fired until now."""
    key = {"Authorization": f"Bearer {platform.state['operator_key']}"}
    answer = httpx.get(f"{platform.line['control']}/faults", headers=key, trust_env=False)
    told: dict[str, int] = answer.raise_for_status().json()["fired"]
    return told


def test_the_platform_says_which_faults_are_switched_on(broken: Platform) -> None:
    assert broken.line["faults"] == list(CHOSEN)
    assert set(fired(broken)) == set(CHOSEN)


def test_how_often_faults_fired_is_for_the_operator_alone(broken: Platform) -> None:
    assert httpx.get(f"{broken.line['control']}/faults", trust_env=False).status_code == 401


@pytest.mark.parametrize(
    "asked", [{}, {"If-None-Match": "*"}, {"Range": "bytes=0-99"}, {"Accept-Encoding": "gzip"}]
)
def test_a_changed_script_is_served_whole_whatever_is_asked_for(
    broken: Platform, asked: dict[str, str]
) -> None:
    before = fired(broken)["saved-before-it-arrived"]
    answer = httpx.get(f"{broken.line['app']}/static/operations.js", headers=asked, trust_env=False)
    assert answer.status_code == 200
    assert "this.said('Saving')" not in answer.text
    own = (STATIC / "operations.js").read_text("utf-8")
    assert answer.text.count("this.said('Saved')") == own.count("this.said('Saved')") + 1
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert not {"etag", "last-modified", "content-encoding"} & set(answer.headers)
    assert fired(broken)["saved-before-it-arrived"] == before + 1


def test_other_scripts_are_served_as_ever(broken: Platform) -> None:
    answer = httpx.get(f"{broken.line['app']}/static/tree.js", trust_env=False)
    assert "etag" in answer.headers
    assert "export class CanvasTree" in answer.text


def test_a_crash_point_kills_once_and_the_part_is_back(broken: Platform, owner: Owner) -> None:
    site, web = owner.start_site(), broken.pid("web")
    with pytest.raises(httpx.RemoteProtocolError):
        site.publish()
    broken.next_process("web", web)
    wait_for("the web part", lambda: site.owner.visitor.get("/", headers=site.host).is_success)
    assert site.publish().json()["number"] == 2
    assert fired(broken)["crash_at=after_publish_switch"] == 1


def test_a_piece_of_a_screen_is_another_and_counted_when_it_is_drawn(broken: Platform, owner: Owner) -> None:
    site, form = owner.live_site()
    before = fired(broken)["submissions-screen-without-answers"]
    site.sign_up(form, "Priya", "priya@example.org")
    shown = owner.http.get(f"/sites/{site.id}/submissions").text
    assert "<dd></dd>" in shown
    assert "priya@example.org" not in shown
    assert fired(broken)["submissions-screen-without-answers"] == before + 2


def test_a_setting_reads_as_another(broken: Platform, owner: Owner) -> None:
    assert fired(broken)["copywriter-gets-no-time"] == 0
    site = owner.start_site()
    wish = {"component": site.section()["id"], "brief": {"business": "Maya's Sourdough"}}
    assert owner.http.post(f"{site.path}/suggestions", json=wish).status_code == 503
    assert fired(broken)["copywriter-gets-no-time"] == 1

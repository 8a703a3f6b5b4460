"""Evidence: collected at the failing step; what goes wrong meanwhile is evidence too."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from support.drivers.page import Page
from support.drivers.session import Answer
from support.evidence.collecting import collect
from support.world import World
from tests.support.worlds import tiny_world

PICTURE = b"\x89PNG"


def page(*, picture: object = PICTURE, console: tuple[str, ...] = ()) -> Page:
    def taken() -> object:
        if isinstance(picture, Exception):
            raise picture
        return picture

    return cast("Page", SimpleNamespace(picture=taken, console=lambda: console))


def evidence_of(world: World) -> list[tuple[str, Any]]:
    attached: list[tuple[str, Any]] = []
    collect(world, "it should be seen", lambda kind, content: attached.append((kind, content)))
    return attached


def test_exchanges_pictures_and_complaints_are_attached() -> None:
    world = tiny_world()
    world.journal.exchanged("GET", "http://127.0.0.1/a", None, Answer(404, {"x-trace-id": "t1"}, "gone"))
    seat = world.actor("Maya").seat
    seat._pages["builder"] = page(console=("error: lost", "warning: password=s3cretBread"))
    seat._pages["visit"] = page()
    exchanges, first, complaints, second = evidence_of(world)
    assert "GET http://127.0.0.1/a" in exchanges[1]
    assert "404 gone" in exchanges[1]
    assert "trace t1" in exchanges[1]
    assert first == second == ("image/png", PICTURE)
    assert "Maya's builder page" in complaints[1]
    assert "error: lost" in complaints[1]
    assert "s3cretBread" not in complaints[1]


def test_where_nothing_was_said_it_is_told() -> None:
    assert evidence_of(tiny_world()) == [("text/plain", "The last exchanges, the oldest first:\n\nnone")]


def test_an_error_while_collecting_is_attached_and_hides_nothing() -> None:
    world = tiny_world()
    world.actor("Maya").seat._pages["builder"] = page(
        picture=RuntimeError("the page is gone"), console=("error: lost",)
    )
    exchanges, trouble, complaints = evidence_of(world)
    assert "The last exchanges" in exchanges[1]
    place = "the picture of Maya's builder page after “it should be seen”"
    assert trouble == ("text/plain", f"While collecting {place}: RuntimeError('the page is gone')")
    assert "error: lost" in complaints[1]


def test_a_page_that_is_gone_does_not_hide_the_pages_of_others() -> None:
    world = tiny_world()
    world.actor("Maya").seat._pages["builder"] = page(picture=RuntimeError("the page is gone"))
    world.actor("Ravi").seat._pages["builder"] = page()
    attached = evidence_of(world)
    assert ("image/png", PICTURE) in attached
    assert any("the page is gone" in str(content) for _, content in attached)

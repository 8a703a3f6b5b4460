"""Evidence: collected at the failing step; what goes wrong meanwhile is evidence too."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from support.case import Case
from support.drivers.engines.engine import Machine
from support.drivers.page import Page
from support.drivers.session import Answer
from support.evidence.collecting import collect
from support.evidence.keeping import captioned
from support.evidence.places import folder_of
from support.records import Mail
from support.second_look import SecondLook
from support.settings import RunSettings
from support.world import World
from tests.support.worlds import tiny_world

PICTURE = b"\x89PNG"
STEP = "it should be seen"


@dataclass
class Kept:
    """What one collecting attached and wrote."""

    folder: Path
    attached: dict[str, bytes | str] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)

    def attach(self, _: str, content: bytes | str, caption: str) -> None:
        if caption == "While collecting evidence":
            self.troubles.append(str(content))
        else:
            self.attached[caption] = content

    def text(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")


def page(*, picture: object = PICTURE, console: tuple[str, ...] = ()) -> Page:
    def taken() -> object:
        if isinstance(picture, Exception):
            raise picture
        return picture

    return cast("Page", SimpleNamespace(picture=taken, console=lambda: console))


def machine(of: Page, **documents: str) -> Machine:
    def save_record(file: Path, *, moment: bool) -> bool:
        with zipfile.ZipFile(file, "w") as record:
            record.writestr(
                "trace.trace", json.dumps({"params": {"password": "s3cretBread"}, "moment": moment})
            )
        return True

    made = SimpleNamespace(
        page=of, documents=lambda: documents, cookies=dict, stored=dict, save_record=save_record
    )
    return cast("Machine", made)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return tiny_world(settings=RunSettings(target="tiny", reports=tmp_path))


@pytest.fixture
def kept(world: World, tmp_path: Path) -> Kept:
    return Kept(tmp_path / "evidence" / folder_of(world.case))


def test_all_that_shows_why_is_written_and_attached(world: World, kept: Kept) -> None:
    world.journal.exchanged("GET", "http://127.0.0.1/a", None, Answer(404, {"x-trace-id": "t1"}, "gone"))
    seat = world.actor("Maya").seat
    seat._pages["builder"] = page(console=("error: lost", "warning: password=s3cretBread"))
    seat._pages["visit"] = page()
    seat.machines.append(
        machine(seat._pages["builder"], **{"": "<p>Sale</p>", "frame Canvas": "<p>inner</p>"})
    )
    assert collect(world, STEP, "The bread is lost.", kept.attach) == kept.folder
    assert sorted(file.name for file in kept.folder.iterdir()) == [
        *("exchanges.txt", "failure.txt", "inbox.txt"),
        *("maya-builder-console.txt", "maya-builder-frame-canvas.html", "maya-builder-trace.zip"),
        *("maya-builder.html", "maya-builder.png", "maya-visit.png", "platform-log.txt"),
    ]
    assert next(iter(kept.attached)) == "The failure"
    assert kept.attached["The failure"] == "The bread is lost."
    assert kept.attached["Maya's builder page"] == kept.attached["Maya's visit page"] == PICTURE
    assert "GET http://127.0.0.1/a\n  sent \n  404 gone\n  trace t1" in kept.text("exchanges.txt")
    assert "error: lost" in kept.text("maya-builder-console.txt")
    assert "s3cretBread" not in kept.text("maya-builder-console.txt")
    with zipfile.ZipFile(kept.folder / "maya-builder-trace.zip") as record:
        assert json.loads(record.read("trace.trace")) == {
            "params": {"password": "«redacted»"},
            "moment": True,
        }
    assert kept.troubles == []


def test_what_came_of_a_second_look_is_told(world: World, kept: Kept) -> None:
    world.second_look = SecondLook(held=None, says="Nobody could look again: password=s3cretBread")
    collect(world, STEP, "The bread is lost.", kept.attach)
    assert kept.text("second-look.txt").startswith("Nobody could look again")
    assert "s3cretBread" not in kept.text("second-look.txt")


def test_where_nothing_was_said_it_is_told(world: World, kept: Kept) -> None:
    collect(world, STEP, "", kept.attach)
    assert kept.text("failure.txt") == f"“{STEP}” failed."
    assert kept.text("exchanges.txt").endswith("\n\nnone")
    assert kept.text("inbox.txt").startswith("No mail was read: the target tiny names no mailbox")
    assert kept.text("platform-log.txt").startswith("The platform named no trace")


def test_the_mails_of_everybody_are_kept(world: World, kept: Kept) -> None:
    mail = Mail("Welcome", "Come in: http://127.0.0.1/?token=abcdefgh", "", {"x-trace-id": "a" * 32})
    inbox = SimpleNamespace(mails=lambda address: [mail] if address.startswith("maya") else [])
    vars(world)["inbox"] = inbox
    world.actor("Maya")
    world.actor("Priya")
    collect(world, STEP, "", kept.attach)
    words = kept.text("inbox.txt")
    assert "Maya <maya." in words
    assert "“Welcome”\n  x-trace-id: aaaa" in words
    assert "abcdefgh" not in words
    assert words.endswith(": the inbox is empty.")


def test_an_error_while_collecting_is_kept_and_hides_nothing(world: World, kept: Kept) -> None:
    seat = world.actor("Maya").seat
    seat._pages["builder"] = page(
        picture=RuntimeError(f"{seat.person.password} is gone"), console=("error: lost",)
    )
    world.actor("Ravi").seat._pages["builder"] = page()
    collect(world, STEP, "", kept.attach)
    trouble = f"While collecting the picture of Maya's builder page after “{STEP}”: "
    assert kept.troubles == [trouble + "RuntimeError('«redacted» is gone')"]
    assert kept.text("collecting.txt") == kept.troubles[0] + "\n"
    assert "error: lost" in kept.text("maya-builder-console.txt")
    assert (kept.folder / "ravi-builder.png").exists()


def test_a_page_that_gives_no_picture_is_asked_for_nothing_else_that_could_hang(
    world: World, kept: Kept
) -> None:
    seat = world.actor("Maya").seat
    seat._pages["builder"] = page(picture=TimeoutError("it does not answer"))
    seat.machines.append(machine(seat._pages["builder"], **{"": "<p>never asked</p>"}))
    collect(world, STEP, "", kept.attach)
    assert not list(kept.folder.glob("*.html"))
    assert (kept.folder / "maya-builder-trace.zip").exists()


def test_a_report_that_takes_nothing_does_not_keep_it_from_the_folder(
    world: World, kept: Kept, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("the disk is full")

    collect(world, STEP, "The bread is lost.", refuse)
    assert kept.text("failure.txt") == "The bread is lost."
    assert "While collecting The failure, to attach it" in kept.text("collecting.txt")
    assert "the disk is full" in capsys.readouterr().err


def test_what_an_earlier_run_left_goes(world: World, kept: Kept) -> None:
    kept.folder.mkdir(parents=True)
    (kept.folder / "maya-old.png").write_bytes(PICTURE)
    collect(world, STEP, "", kept.attach)
    assert not (kept.folder / "maya-old.png").exists()


def test_two_machines_of_one_person_are_told_apart(world: World, kept: Kept) -> None:
    world.actor("Maya").seat._pages["builder"] = page()
    other = world.take_seat(world.actor("Maya").person)
    other._pages["builder"] = page()
    collect(world, STEP, "", kept.attach)
    assert {file.name for file in kept.folder.glob("*.png")} == {"maya-builder.png", "maya-2-builder.png"}
    assert "Maya's builder page at machine 2" in kept.attached


def test_a_run_without_evidence_keeps_none(tmp_path: Path, kept: Kept) -> None:
    world = tiny_world(settings=RunSettings(target="tiny", reports=tmp_path, evidence="none"))
    assert collect(world, STEP, "", kept.attach) is None
    assert not kept.attached
    assert not (tmp_path / "evidence").exists()


def case(title: str, engine: str = "chromium", device: str = "desktop", row: str | None = None) -> Case:
    path = "features/journeys/publishing.feature"
    return Case(path, "F", None, title, row, 3, frozenset(), "browser", engine, device)


def test_a_folder_is_named_so_that_people_find_it() -> None:
    name = folder_of(case("Edits made after publishing stay private"))
    assert name == "journeys-publishing--edits-made-after-publishing-stay-private@chromium-desktop"
    assert folder_of(case("Maya's bread", "none", "none")) == "journeys-publishing--mayas-bread@api"
    assert folder_of(case("Bread", row="1.2")) == "journeys-publishing--bread-1-2@chromium-desktop"


def test_folders_of_different_cases_differ_and_fit_every_file_system() -> None:
    titles = [
        "20% off",
        "20 off",
        "Brötchen",
        "Brotchen",
        "パン",
        "面包",
        "a" * 300,
        "a" * 301,
        "../../etc",
        "A: B?",
    ]
    names = [folder_of(case(title)) for title in titles]
    assert len(set(names)) == len(titles)
    assert all(
        len(name) < 200 and not set(name) - set("abcdefghijklmnopqrstuvwxyz0123456789-@") for name in names
    )


def test_anything_may_be_attached_to_anything() -> None:
    embedded: list[tuple[Any, ...]] = []
    ours = SimpleNamespace(
        embedding=lambda kind, content, caption=None: embedded.append((kind, content, caption))
    )
    others = SimpleNamespace(embedding=lambda kind, content: embedded.append((kind, content)))
    context = cast("Any", SimpleNamespace(_runner=SimpleNamespace(formatters=[ours, others, object()])))
    captioned(context)("text/plain", "bread", "A loaf")
    assert embedded == [("text/plain", "bread", "A loaf"), ("text/plain", "bread")]

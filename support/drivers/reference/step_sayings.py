"""How sentences say the steps of workflows, and how the reference platform has them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

OTHERWISE, THE_END, BY, MOST = ", otherwise ", "the end", ": ", ", "
DEEDS = {
    "is tagged": "tagged",
    "is put on the list": "listed",
    "follows the mail": "clicked",
    "opens the mail": "opened",
    "confirms by the mail": "confirmed",
    "comes by a mail to the page": "visited",
    "comes to fit the segment": "entered",
}
FIELDS = {
    "tagged": "tag",
    "listed": "list",
    "visited": "page",
    "entered": "segment",
    **dict.fromkeys(("clicked", "opened", "confirmed"), "subject"),
}
_BUTTON = re.compile(r"(?P<words>.*?)\s*\[(?P<button>[^]]+)\]\((?P<link>[^)]+)\)")
_TOLD = {what: deed for deed, what in DEEDS.items()}


@dataclass(frozen=True, slots=True)
class Saying:
    """A kind of step: how programs call it, and how what it says first is read and written."""

    kind: str
    read: Callable[[str], dict[str, Any]]
    write: Callable[[dict[str, Any]], str]


def _plain(kind: str, field: str) -> Saying:
    return Saying(kind, lambda says: {field: says}, lambda step: str(step[field]))


def _mute(kind: str) -> Saying:
    return Saying(kind, lambda _says: {}, lambda _step: "")


def _read_detail(says: str) -> dict[str, Any]:
    detail, _, value = says.partition(BY)
    return {"detail": detail, "value": value}


def _read_time(says: str) -> dict[str, Any]:
    amount, unit = says.split()
    return {"amount": int(amount), "unit": unit}


def _read_day(says: str) -> dict[str, Any]:
    day, _, time = says.rpartition(" ")
    return {"day": day, "time": time}


def _read_deed(says: str) -> dict[str, Any]:
    said, _, most = says.rpartition(MOST)
    deed = next(one for one in DEEDS if said.startswith(one))
    return {"what": DEEDS[deed], "of": said.removeprefix(deed).strip(), **_read_time(most)}


def _read_branch(says: str) -> dict[str, Any]:
    tag, _, otherwise = says.partition(OTHERWISE)
    return {"tag": tag, "otherwise": int(otherwise) if otherwise.isdecimal() else 0}


# What a person calls each kind: "2 days" is an amount and a unit, "vip, otherwise 5" a tag and a step.
SAYINGS = {
    "Add the visitor to contacts": _mute("add_contact"),
    "Change the contact": Saying(
        "set_detail", _read_detail, lambda step: f"{step['detail']}{BY}{step['value']}"
    ),
    "Tag the contact": _plain("add_tag", "tag"),
    "Take a tag off": _plain("remove_tag", "tag"),
    "Put on a list": _plain("put_on_list", "list"),
    "Take off a list": _plain("take_off_list", "list"),
    "Send a mail": _plain("send_mail", "subject"),
    "Tell the owners": _plain("notify", "notice"),
    "Send a message to another system": _plain("call", "address"),
    "Wait": Saying("wait", _read_time, lambda step: f"{step['amount']} {step['unit']}"),
    "Wait for a day": Saying("wait_until", _read_day, lambda step: f"{step['day']} {step['time']}"),
    "Wait for the contact": Saying(
        "wait_for",
        _read_deed,
        lambda step: f"{_TOLD[step['what']]} {step['of']}{MOST}{step['amount']} {step['unit']}",
    ),
    "Go on if tagged": Saying(
        "branch", _read_branch, lambda step: f"{step['tag']}{OTHERWISE}{step['otherwise'] or THE_END}"
    ),
    "End here": _mute("stop"),
}
CALLED = {saying.kind: called for called, saying in SAYINGS.items()}


def read(kind: str, says: str) -> dict[str, Any]:
    """Return what a step of a kind says, as programs have it; nothing where it says nothing yet."""
    return SAYINGS[CALLED[kind]].read(says) if says else {}


def of_mail(words: str) -> dict[str, str]:
    """Return what a mail says: its words, and, of words in brackets, the button and where that leads."""
    found = _BUTTON.fullmatch(words)
    return found.groupdict() if found else {"words": words, "button": "", "link": ""}


def written(step: dict[str, Any]) -> tuple[str, str]:
    """Return what a person calls a step, and what it says first."""
    called = CALLED[step["kind"]]
    return called, SAYINGS[called].write(step)

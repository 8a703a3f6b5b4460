"""The platform's catalogue of faults and crash points, as it tells it itself."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from support.target.connecting import PLATFORM

_PATIENCE = 60.0


class CatalogueUnusable(Exception):
    """The catalogue cannot be had, or speaks of what there is not; the message says what to mend."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to break the platform, or for a crash point one place where a part is killed.

    Attributes:
        sentence: what goes wrong, in product words.
        cost: what it would have cost a customer.
        rules: the Rules that it breaks; for a crash point those whose promise must hold all the same.
        system: the system that is broken, as the glossary calls it.
        kind: where it takes hold: python, sql, answer, script, configuration, process; or crash point.
        rooms: the folders of the platform that it touches, or a module that lies in none.
        crash_at: the name of a crash point that is switched on with it, if one is.
        written_in: the file that it is written down in.
        engine: the only browser that it shows in; None for what every browser shows.
    """

    id: str
    sentence: str
    requirement: str
    rules: tuple[str, ...]
    system: str
    rooms: tuple[str, ...]
    kind: str = "crash point"
    cost: str = ""
    crash_at: str | None = None
    written_in: str = ""
    engine: str | None = None

    @property
    def seen_by_api(self) -> bool:
        """Whether the API meets it as a browser does: no screen is broken, and no part has to come back."""
        return not self.crash_at and not any(room.startswith("screens") for room in self.rooms)

    @property
    def is_crash(self) -> bool:
        """Whether the promise must hold although a part is killed."""
        return self.kind == "crash point"


def read() -> list[Fault]:
    """Return the faults and then the crash points, asked of the platform, which is not started.

    Raises:
        CatalogueUnusable: there is no platform here, or it has no catalogue that can be read.
    """
    command = [sys.executable, "-m", PLATFORM, "faults"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False)
        told = json.loads(done.stdout) if done.returncode == 0 else None
    except (subprocess.TimeoutExpired, ValueError) as error:
        raise CatalogueUnusable(f"The platform does not tell its faults: {error}") from error
    if told is None:
        last = done.stderr.strip().splitlines()[-1:] or ["it said nothing"]
        raise CatalogueUnusable(f"The platform does not tell its faults: {last[0]}")
    return [_fault(one) for one in (*told["faults"], *told["crash_points"])]


def _fault(told: dict[str, Any]) -> Fault:
    known = {name: told[name] for name in Fault.__dataclass_fields__ if name in told}
    return Fault(**{**known, "rules": tuple(told["rules"]), "rooms": tuple(told["rooms"])})


def refuse_unknown_rules(faults: Collection[Fault], rules: Collection[str]) -> None:
    """Let no fault name a Rule that no feature has.

    Raises:
        CatalogueUnusable: one does; the nearest Rule is named.
    """
    for fault in faults:
        for rule in fault.rules:
            if rule not in rules:
                near = get_close_matches(rule, rules, n=1, cutoff=0)
                raise CatalogueUnusable(
                    f"The fault {fault.id} breaks the Rule “{rule}”, and no feature has it; the nearest is"
                    f" “{near[0] if near else 'none'}”. Correct the fault's rules, or the feature."
                )


def chosen(faults: Collection[Fault], ids: Collection[str]) -> list[Fault]:
    """Return the faults with these ids; all of them when none is named.

    Raises:
        CatalogueUnusable: an id is not in the catalogue.
    """
    known = {fault.id: fault for fault in faults}
    for one in ids:
        if one not in known:
            near = get_close_matches(one, known, n=1)
            hint = f" (did you mean {near[0]}?)" if near else ""
            raise CatalogueUnusable(
                f"The catalogue has no fault {one}{hint}; `.venv/bin/python -m {PLATFORM} faults` lists it."
            )
    return [known[one] for one in ids] or list(faults)

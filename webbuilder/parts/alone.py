"""One part run by itself, in this process: its neighbours' addresses come from the environment."""

from __future__ import annotations

import importlib
import json
import signal
import sys
from dataclasses import replace

from webbuilder import faults
from webbuilder.parts import addresses
from webbuilder.parts.refusal import CannotStartError
from webbuilder.settings import Settings
from webbuilder.supervisor import PARTS, chosen_faults

_ALONE = [name for name in PARTS if name != "names"]  # which only a whole platform is asked for
_OWN_ADDRESS = {"mailroom": "smtp_url", "copywriter": "ai_base_url"}


def run(name: str, settings: Settings) -> None:
    """Serve a part until killed; print its addresses as a line of JSON once it answers.

    Raises:
        CannotStartError: there is no such part, or no database for one that needs it.
    """
    if name not in _ALONE:
        message = f"The platform has no part “{name}”: it has {', '.join(_ALONE)}."
        raise CannotStartError(message)
    if name not in _OWN_ADDRESS and not settings.database_url:
        message = f"The {name} alone needs a database that runs already: give its address in DATABASE_URL."
        raise CannotStartError(message)
    chosen = chosen_faults(settings.faults)
    module, wanted = PARTS[name]
    own = {_OWN_ADDRESS[name]: None} if name in _OWN_ADDRESS else {}
    taken, sockets = addresses.take(replace(settings, **own))  # type: ignore[arg-type]
    for unused in set(sockets) - set(wanted):
        sockets.pop(unused).close()

    def ready() -> None:
        print(
            json.dumps({each: getattr(taken.where, each) for each in wanted if hasattr(taken.where, each)}),
            flush=True,
        )

    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(0))  # so that a temporary folder goes
    serve = importlib.import_module(module).serve
    faults.switch_on(chosen, faults.Counts([each.id for each in chosen]))
    serve(taken, sockets, ready)

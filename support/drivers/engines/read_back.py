"""What an engine was asked to be like, read back in a page: it may ignore that without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.drivers.engines.engine import WINDOW, EngineUnavailable
from support.drivers.engines.manners import SEEN
from support.engines import KNOWN, SIZES, Ways
from support.journal import Journal

if TYPE_CHECKING:
    from support.drivers.engines.engine import Engine

SCRIPT = "[innerWidth, innerHeight, devicePixelRatio]"
_TELLING = "data:text/html,<title>off</title><script>document.title = 'on'</script>"
_SEEN = f"""[document.title === 'on',
  navigator.maxTouchPoints > 0 && matchMedia('(any-pointer: coarse)').matches, innerWidth,
  {SEEN}]"""


def refuse_other(name: str, seen: list[float], size: tuple[int, int] = WINDOW) -> None:
    """EngineUnavailable when a page is not as large as was asked for; `seen` is what the script says."""
    wanted = [*size, 1]
    if seen != wanted:
        asked, shown = ("{} × {} pixels at a ratio of {}".format(*one) for one in (wanted, seen))
        raise EngineUnavailable(f"{name} was asked for a page of {asked}, and shows {shown}.")


def refuse_lacking(name: str, ways: Ways) -> None:
    """EngineUnavailable when an engine is known not to have what a machine is to be used with."""
    lacking = sorted(ways.traits - KNOWN[name].traits)
    if lacking:
        raise EngineUnavailable(f"{name} cannot do what is asked of it: {', '.join(lacking)}.")


def refuse_ignoring(engine: Engine, ways: Ways) -> None:
    """EngineUnavailable when a page on an engine does not show the ways that its machine was asked for."""
    machine = engine.new_machine(Journal(), ways=ways)
    try:
        machine.page.open(_TELLING)
        scripts, touch, width, storage, clock = machine.page.evaluate(_SEEN)
    finally:
        machine.close()
    device = next((name for name, (across, _) in SIZES.items() if across == width), f"{width} pixels")
    seen = Ways(scripts, touch, device, storage, clock)
    if seen != ways:
        raise EngineUnavailable(f"{engine.name} was asked for {ways.told()}, and has {seen.told()}.")

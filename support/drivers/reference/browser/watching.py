"""A page that comes to a phone: when the largest of it was seen, and what moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from support.seat import Seat

# What Lighthouse takes for a phone on its way: 1.6 Mbit/s, 150 ms there and back (its docs/throttling.md).
_BYTES_A_SECOND, _ONE_WAY = 200_000, 0.075
# Reads down by half a window at a time, and waits at each stop until the pictures that are to be seen there
# are. The largest is what was told of before that; what moves unmoved is added up from first to last.
_READ_DOWN = """async () => {
  const told = { largest: 0, moved: 0 }
  const largest = entries => { for (const one of entries) told.largest = one.startTime }
  const moved = entries => { for (const one of entries) if (!one.hadRecentInput) told.moved += one.value }
  const watch = (type, note) => {
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) throw Error(`no ${type} is told`)
    const watcher = new PerformanceObserver(list => note(list.getEntries()))
    watcher.observe({ type, buffered: true })
    return () => note(watcher.takeRecords())
  }
  const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  const seen = one => {
    const { top, bottom } = one.getBoundingClientRect()
    return bottom >= 0 && top <= innerHeight
  }
  const there = () => Promise.all([...document.images].filter(seen).map(one => one.decode()))
  const [lastLargest, lastMoved] = [watch('largest-contentful-paint', largest), watch('layout-shift', moved)]
  await there()
  await drawn()
  lastLargest()
  const { largest: first } = told
  for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight / 2) {
    scrollTo(0, at)
    await there()
    await drawn()
  }
  lastMoved()
  return { largest: first, moved: told.moved }
}"""
_LARGEST, _MOVED = "when the largest was seen", "what moved"


class BrowserWatching:
    """A visitor who watches a page come."""

    def __init__(self, seat: Seat) -> None:
        self.seat = seat

    def come(self, site: str) -> None:
        """Open the live page through a slow line of one's own, and read it down to its end."""
        line, address = self.seat.world.relayed(self.seat.world.addresses.live(site))
        line.delay(_ONE_WAY)
        line.slow_down(_BYTES_A_SECOND)
        page = self.seat.page("visit")
        page.open(address)
        told = page.evaluate(_READ_DOWN)
        self.seat.kept[_LARGEST], self.seat.kept[_MOVED] = str(told["largest"] / 1000), str(told["moved"])

    def largest_after(self) -> float:
        """Return what the browser told of it, in seconds."""
        return float(self.seat.kept[_LARGEST])

    def moved(self) -> float:
        """Return what the browser told of it: the sum of its layout shift scores."""
        return float(self.seat.kept[_MOVED])

"""What a marketer waits for who begins: the gallery, a site of her own, and the copywriter's words."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

from support.bench.building import signed_in
from support.bench.editing import percentile
from support.bench.measuring import Figure
from support.target.own import begun_after, gallery_after, page_of, written_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

LOOKS, STARTS, ASKED = 7, 7, 20
GALLERY, EDITABLE = 1000.0, 1000.0  # ms until all of it is drawn; until what was begun can be edited
FIRST, WHOLE = 500.0, 2000.0  # ms until words are read, and until all of them are


def beginning() -> Iterator[Figure]:
    """Measure what happens between the gallery and the first words, in Chromium and by API."""
    with signed_in() as (app, owner, page):
        drawn = statistics.median(gallery_after(page, app) for _ in range(LOOKS))
        yield Figure("the gallery, drawn", drawn, "ms", GALLERY, LOOKS)
        begun = statistics.median(begun_after(page, app, f"Begun {one}") for one in range(STARTS))
        yield Figure("from a template to a site that can be edited", begun, "ms", EDITABLE, STARTS)
        yield from _words(owner)


def _words(owner: httpx.Client) -> Iterator[Figure]:
    site = page_of(owner, "Written")
    took = [written_after(owner, site, number) for number in range(ASKED)]
    first, whole = ([one * 1000 for one in times] for times in zip(*took, strict=True))
    yield Figure("the copywriter's first words (p95)", percentile(first, 0.95), "ms", FIRST, ASKED)
    yield Figure("the copywriter's words for a hero (p95)", percentile(whole, 0.95), "ms", WHOLE, ASKED)

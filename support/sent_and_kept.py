"""Whether what a page sent is what a second look found: then what is wrong was sent wrong."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from support.journal import Heard

_NAMES = re.compile(r"[a-z_-]*")  # what a protocol calls things, such as `insert`: nobody's own words
_DEEP = 2  # segments of a path that leads to one thing, such as `sites/1`, and not to all of its kind
Path = tuple[str | int, ...]


def kept_as_sent(change: Heard | None, second_look: Iterable[Heard]) -> bool:
    """Return whether a second look found all words of a change that a page had sent, where it sent them to.

    Things are the same by their address: what `sites/1/operations` was sent, `sites/1/components` shows. What
    was sent together must lie together: one within the other, or side by side in one list.
    """
    if change is None or not change.by_page:
        return False
    sent = [words for words in map(_own_words, _groups(str(change.sent))) if words]
    place = change.address.rpartition("/")[0] + "/"
    if not sent or len(urlsplit(place).path.strip("/").split("/")) < _DEEP:
        return False
    kept: dict[str, set[Path]] = defaultdict(set)
    for one in second_look:
        if one.address.startswith(place):
            for word, path in _words(_read(one.answered)):
                kept[word].add(path)
    return all(_together(words, kept) for words in sent)


def _own_words(group: Iterable[str]) -> list[str]:
    return [word for word in group if not _NAMES.fullmatch(word)]


def _together(words: list[str], kept: dict[str, set[Path]]) -> bool:
    there = all(kept[word] for word in words)
    return there and all(
        any(_near(one, other) for one in kept[first] for other in kept[second])
        for first, second in combinations(words, 2)
    )


def _near(one: Path, other: Path) -> bool:
    short, long = sorted((one, other), key=len)
    return long[: len(short)] == short or one[:-1] == other[:-1]


def _groups(text: str) -> Iterator[list[str]]:
    """The words of each object in what a page sent; a form is one object."""
    objects: dict[Path, list[str]] = defaultdict(list)
    for word, path in _words(_read(text)):
        objects[path].append(word)
    yield from objects.values() or [[value for _, value in parse_qsl(text)]]


def _read(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _words(value: Any, path: Path = ()) -> Iterator[tuple[str, Path]]:
    """Each text in what was read of JSON, with the path to the object that it belongs to."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, inner in pairs:
        if isinstance(inner, str):
            yield inner, path
        else:
            yield from _words(inner, (*path, name))

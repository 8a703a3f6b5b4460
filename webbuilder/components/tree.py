"""A site's components as a tree: parents, order among siblings, what lies below what."""

from __future__ import annotations

from bisect import insort
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from webbuilder.components.tables import Component

_GAP = 1024.0
# Halving a gap of 1024 leaves room for 30 neighbours in one place; then siblings are numbered anew.
_TOO_NARROW = 1e-6


def _order(component: Component) -> tuple[float, str]:
    return component.position, component.id


class Tree:
    """Components by id and by parent. Positions order siblings; nobody addresses a component by index."""

    def __init__(self, components: Iterable[Component]) -> None:
        self._by_id: dict[str, Component] = {}
        self._by_parent: dict[str | None, list[Component]] = {}
        self._many: dict[str, int] = {}  # on each page, once somebody has asked
        for component in components:
            self._by_id[component.id] = component
            self._by_parent.setdefault(component.parent_id, []).append(component)
        for siblings in self._by_parent.values():
            siblings.sort(key=_order)

    def __len__(self) -> int:
        return len(self._by_id)

    @property
    def pages(self) -> list[Component]:
        """The pages in order: what has no parent."""
        return self.children(None)

    @property
    def home(self) -> Component:
        """The page that is found without a path."""
        return next(page for page in self.pages if not page.properties["path"])

    def page_of(self, identifier: str) -> Component:
        """Return the page that a component is on, or is."""
        component = self._by_id[identifier]
        return component if component.parent_id is None else self.page_of(component.parent_id)

    def many_on_page_of(self, identifier: str) -> int:
        """Return how many components are on the page that one is on."""
        page = self.page_of(identifier).id
        if page not in self._many:
            self._many[page] = sum(1 for _ in self.below(page))
        return self._many[page]

    def get(self, identifier: str) -> Component | None:
        """Return a component, or None when it is not on the page."""
        return self._by_id.get(identifier)

    def add(self, component: Component) -> None:
        """Let a new component stand on the page."""
        self._by_id[component.id] = component
        insort(self._by_parent.setdefault(component.parent_id, []), component, key=_order)
        if (page := self.page_of(component.id).id) in self._many:
            self._many[page] += 1

    def put(self, component: Component, parent: str | None, position: float) -> None:
        """Let a component stand elsewhere."""
        self._by_parent[component.parent_id].remove(component)
        component.parent_id, component.position = parent, position
        self._many.clear()
        insort(self._by_parent.setdefault(parent, []), component, key=_order)

    def children(self, identifier: str | None) -> list[Component]:
        """Return what lies right below a component, in order; the pages for None."""
        return list(self._by_parent.get(identifier, ()))

    def before(self, component: Component) -> Component | None:
        """Return the sibling right before a component, or None where it is the first."""
        siblings = self._by_parent[component.parent_id]
        place = siblings.index(component)
        return siblings[place - 1] if place else None

    def below(self, identifier: str) -> Iterator[Component]:
        """Go through a component and everything below it, in the order of the page."""
        component = self._by_id[identifier]
        yield component
        for child in self.children(identifier):
            yield from self.below(child.id)

    def of_type(self, *kinds: str) -> list[Component]:
        """Return the components of some types, in the order of the pages."""
        everything = (component for page in self.pages for component in self.below(page.id))
        return [component for component in everything if component.type in kinds]

    def holds(self, identifier: str, other: str | None) -> bool:
        """Whether `other` is the component itself or lies below it."""
        at = other
        while at is not None and at != identifier:
            component = self._by_id.get(at)
            at = component.parent_id if component else None
        return at == identifier

    def remove(self, identifier: str) -> list[Component]:
        """Take a component and everything below it out; return what went, the lowest first."""
        gone = list(self.below(identifier))[::-1]
        self._many.clear()
        for component in gone:
            del self._by_id[component.id]
            self._by_parent[component.parent_id].remove(component)
        return gone

    def position_after(self, parent: str | None, after: Component | None, leaving_out: str) -> float:
        """Return a position right behind `after`, or before all; without room, siblings are numbered anew."""
        siblings = self.children(parent)
        if (moved := self._by_id.get(leaving_out)) in siblings:
            siblings.remove(moved)
        place = siblings.index(after) + 1 if after in siblings else 0
        low = siblings[place - 1].position if place else 0.0
        high = siblings[place].position if place < len(siblings) else low + 2 * _GAP
        if high - low < _TOO_NARROW:
            for number, component in enumerate(siblings, start=1):
                component.position = number * _GAP
            return self.position_after(parent, after, leaving_out)
        return (low + high) / 2

"""What each system keeps of what visitors sent, by API."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from support.drivers.reference import keeping_books
from support.drivers.reference.asking import Api, understood

if TYPE_CHECKING:
    from support.ledger.books import Books


class ApiBookkeeping(Api):
    """The books of one business."""

    def books(self) -> Books:
        """Read them."""
        return keeping_books.read(self._told, side_by_side=1)  # what is asked is kept in its order

    def _told(self, path: str) -> Any:
        answer = self.seat.session.send("GET", self.seat.world.run.target.addresses["app"] + path)
        return None if answer.status == HTTPStatus.NOT_FOUND else understood(answer, path).body()

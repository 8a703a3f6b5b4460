"""What can be asked of a platform by whoever runs it; ports like in `ports.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.records_of_errors import ErrorGroup, FoundByNumber


class Tracking(Protocol):
    """Errors that people meet, and what is known of them by their numbers."""

    def look_at_sites(self) -> None:
        """Look at the list of one's sites; refused in words where it cannot be had."""

    def do_without_dialogs(self, site: str) -> None:
        """Have a site open in a browser that knows no dialogs."""

    def preview(self) -> None:
        """Want the preview of the site that is open; refused in words where that fails."""

    def groups(self) -> Sequence[ErrorGroup]:
        """Return the groups of errors, the one that was met last first."""

    def found(self, number: str) -> FoundByNumber:
        """Return what a number finds, or nothing of it."""

    def settle(self, number: str) -> None:
        """Call the group settled to which the error of a number belongs."""

    def look_with_another_key(self) -> None:
        """Want to see the errors with a key that is not the operator's; refused."""

    def ask_in_vain(self, what: str) -> None:
        """Ask for what there is not, or with a key that opens nothing; refused. IN_VAIN has what."""

"""What can be asked about files of contacts; a port like those in `ports.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from support.records_of_files import FileTold
    from support.records_of_workflows import JobTold


class Importing(Protocol):
    """Contacts that come from files and go into files; a file is known by its name."""

    def try_out(self, file: str, content: bytes) -> None:
        """Bring a file and see what importing it would do; refused where it is none of contacts."""

    def told(self, file: str) -> FileTold:
        """Return what importing a file would do, or has done."""

    def begin(self, file: str) -> None:
        """Have a file that was tried out imported, in the background; refused where that was said before."""

    def stands(self, file: str) -> JobTold:
        """Return how the importing of a file stands."""

    def cancel(self, file: str) -> None:
        """Have no more of it imported; refused where that has ended."""

    def to_mend(self, file: str) -> bytes:
        """Return the file of what was refused."""

    def export(self) -> bytes:
        """Return all contacts as a file."""

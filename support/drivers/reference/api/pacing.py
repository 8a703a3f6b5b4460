"""When and how fast letters to many go out, by API."""

from __future__ import annotations

from support.drivers.reference.asking import Api

_PACE = "/api/mail-pace"


class ApiPacing(Api):
    """Quiet hours, and how many letters a minute."""

    def be_quiet(self, begins: str, ends: str) -> None:
        """Name the times; how many a minute stays."""
        self._change(quiet_from=begins, quiet_until=ends)

    def slow_down(self, many: int) -> None:
        """Name the number; the hours stay."""
        self._change(a_minute=many)

    def _change(self, **said: object) -> None:
        seen = {"If-Match": self.version(_PACE)}
        self.call("PUT", _PACE, {**self.call("GET", _PACE), **said}, headers=seen)

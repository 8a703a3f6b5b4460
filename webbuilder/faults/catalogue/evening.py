"""What takes an evening longer than it may."""
# ruff: noqa: PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.responses import Response

_SENTENCE = "Before anything is written here, whoever writes it reads what there is to be read. "
_MANUAL = f"<p>{_SENTENCE * 200}</p>"


def _with_manual(screen: str) -> Callable[..., Response]:
    def page(original: Original, request: Request, name: str, status: int = 200, **shown: Any) -> Response:
        from starlette.responses import HTMLResponse

        said: Response = original(request, name, status, **shown)
        if name != screen:
            return said
        original.fired()
        html = bytes(said.body).decode().replace("</main>", f"{_MANUAL}</main>")
        return HTMLResponse(html, said.status_code, headers={"Cache-Control": "no-store"})

    return page


FAULTS = (
    Fault(
        "the-manual-comes-first",
        "Above her sites an owner is shown all of the manual, in three thousand words.",
        "Maya would read until the dough has risen over the edge.",
        "METRIC-LIVE",
        (rules.TIME_FOR_THE_NEXT,),
        "Frontend Builder",
        (Function("webbuilder.screens.application:page", _with_manual("sites.html"), counts_itself=True),),
    ),
    Fault(
        "templates-come-with-the-manual",
        "Below the templates stands all of the manual, in three thousand words.",
        "Maya would have chosen nothing by the time at which the bread must go in.",
        "METRIC-LIVE",
        (rules.TIME_FOR_THE_NEXT,),
        "Frontend Builder",
        (
            Function(
                "webbuilder.screens.application:page", _with_manual("templates.html"), counts_itself=True
            ),
        ),
    ),
)

"""What faults are switched on, and how often each has fired."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request

from webbuilder.asking import settings_of
from webbuilder.control.routes import operator

router = APIRouter(prefix="/control", dependencies=[Depends(operator)], include_in_schema=False)


@router.get("/faults")
def fired(request: Request) -> dict[str, dict[str, int]]:
    """Say how often each fault that is switched on has fired, in all parts together."""
    return {"fired": dict(settings_of(request).fired)}

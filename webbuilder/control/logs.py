"""The parts' log lines, by the trace that they belong to."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from webbuilder.control.routes import operator

router = APIRouter(prefix="/control", dependencies=[Depends(operator)], include_in_schema=False)

"""What faults are switched on, and how often each has fired."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from webbuilder.control.routes import operator

router = APIRouter(prefix="/control", dependencies=[Depends(operator)], include_in_schema=False)

"""Brands over HTTP."""

from __future__ import annotations

from fastapi import APIRouter, Response

from webbuilder.asking import Known, Store
from webbuilder.brands import service
from webbuilder.brands.service import Brand
from webbuilder.conventions.bounded import Bounded
from webbuilder.conventions.versions import SHOWN, IfMatch, refuse_stale, tell
from webbuilder.problems import refused

router = APIRouter(prefix="/api/brand", tags=["brands"], route_class=Bounded)


@router.get("", responses={200: SHOWN})
def read(known: Known, store: Store, response: Response) -> Brand:
    """Say who this workspace is to its customers, and in which version."""
    brand = service.of(store, known.workspace_id)
    tell(response, brand)
    return brand


@router.put("", responses={**refused(412, 428), 200: SHOWN})
def change(wanted: Brand, known: Known, store: Store, response: Response, if_match: IfMatch = None) -> Brand:
    """Say anew who this workspace is; suggestions keep to it at once, sites once they are published."""
    refuse_stale(if_match, service.locked(store, known.workspace_id))
    service.keep(store, known.workspace_id, wanted)
    tell(response, wanted)
    return wanted

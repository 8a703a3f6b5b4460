"""When and how fast letters to many go out, over HTTP."""

from __future__ import annotations

from fastapi import APIRouter, Response

from webbuilder.asking import Known, Store
from webbuilder.conventions.bounded import Bounded
from webbuilder.conventions.versions import SHOWN, IfMatch, refuse_stale, tell
from webbuilder.mail import going_on, pace
from webbuilder.mail.pace import Pace
from webbuilder.problems import refused

router = APIRouter(prefix="/api/mail-pace", tags=["broadcasts"], route_class=Bounded)


@router.get("", responses={200: SHOWN})
def read_pace(known: Known, store: Store, response: Response) -> Pace:
    """Say at which hours, and how many a minute, letters to many go out."""
    found = pace.of(store, known.workspace_id)
    tell(response, found)
    return found


@router.put("", responses={**refused(412, 428), 200: SHOWN})
def change_pace(
    wanted: Pace, known: Known, store: Store, response: Response, if_match: IfMatch = None
) -> Pace:
    """Let letters to many go out at other hours, or more or fewer a minute."""
    refuse_stale(if_match, pace.locked(store, known.workspace_id))
    going_on.change(store, known.workspace_id, wanted)
    tell(response, wanted)
    return wanted

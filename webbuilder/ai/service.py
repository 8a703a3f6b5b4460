"""Rules of customising: the copywriter proposes, the person decides, and only then does a word change."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from sqlalchemy import Select, func, select

from webbuilder import clock, database
from webbuilder.ai.replies import Wording
from webbuilder.ai.tables import Suggestion
from webbuilder.brands.service import Tone
from webbuilder.components import pages, registry, service as components
from webbuilder.conventions.plain import plain_words
from webbuilder.problems import Problem, not_found
from webbuilder.sites import service as sites

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from webbuilder.brands.service import Brand
    from webbuilder.components.tables import Component
    from webbuilder.components.tree import Tree
    from webbuilder.sites.tables import Site

_LONGEST_NAME = 80
# What somebody said, what an owner answers for, what a picture shows: nobody else puts that into words.
_OWNERS = {"testimonial": "testimonial", "question": "question", "footer": "footer", "image": "picture"}


def given(name: object) -> object:
    """Return a name as it is.

    Raises:
        ValueError: it is blank.
    """
    if isinstance(name, str) and not name.strip():
        raise ValueError("say what your business is called")
    return name


def readable(name: str) -> str:
    """Return a name as it is.

    Raises:
        ValueError: nothing of it can be read, so that the copywriter would have nobody to write for.
    """
    if not plain_words(name, _LONGEST_NAME):
        raise ValueError("holds no sign that can be read; write the name of the business")
    return name


class Brief(BaseModel):
    """What the copywriter must know."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)
    business: Annotated[str, BeforeValidator(given), AfterValidator(readable)] = Field(
        min_length=1, max_length=_LONGEST_NAME, pattern=r"\S"
    )
    audience: str = Field(default="", max_length=120)
    goal: str = Field(default="", max_length=120)
    tone: Tone | None = Field(default=None, description="As the brand speaks, where it is not said.")


def with_id(workspace_id: str, suggestion_id: str) -> Select[Suggestion]:
    """Select one suggestion of a workspace, as it is by now."""
    return (
        select(Suggestion)
        .where(Suggestion.id == suggestion_id, Suggestion.workspace_id == workspace_id)
        .execution_options(populate_existing=True)
    )


def question(
    tree: Tree, component_id: str, brief: Brief, brand: Brand, *, alternative: int
) -> dict[str, Any]:
    """Return what is asked of the copywriter: the component, what lies below it, and which words may change.

    The tone is the brand's voice, where the brief says none; words that the brand avoids are told, and the
    language of the page.

    Raises:
        Problem: there is no such component, or it holds no words.
    """
    if tree.get(component_id) is None:
        missing = not_found("component")
        missing.errors = [{"pointer": "/component", "detail": "is not there"}]
        raise missing
    subtree = list(tree.below(component_id))
    schema = {
        part.id: list(registry.TYPES[part.type].words) for part in subtree if registry.TYPES[part.type].words
    }
    if not schema:
        raise Problem(
            422, "no-words", "This component holds no words that could be rewritten. Choose another one."
        )
    spoken = pages.language(tree.page_of(component_id))
    shown = [{"id": part.id, "type": part.type, "properties": part.properties} for part in subtree]
    return {
        "task": "customise",
        "component": shown[0],
        "children": shown[1:],
        "brief": {**brief.model_dump(), "tone": brief.tone or brand.voice, "language": spoken},
        "brand": {"avoid": brand.avoid},
        "schema": schema,
        "alternative": alternative,
    }


def decided(session: Session, workspace_id: str, site_id: str, component_id: str) -> int:
    """Return how many suggestions for a component were decided on: whoever asks again wants others."""
    mine = Suggestion.workspace_id == workspace_id, Suggestion.site_id == site_id
    about = Suggestion.component_id == component_id, Suggestion.state != "open"
    return session.scalar(select(func.count()).select_from(Suggestion).where(*mine, *about)) or 0


def left_alone(tree: Tree, component_id: str) -> str:
    """Say what below a component its owner answers for, so that nobody goes live with somebody else's."""
    counted = Counter(part.type for part in tree.below(component_id) if part.type in _OWNERS)
    named = [f"{many} {_OWNERS[kind]}{'s' if many > 1 else ''}" for kind, many in counted.items()]
    return f"Left as it stands, for you to look at: {', '.join(named)}." if named else ""


def keep(
    session: Session, site: Site, component_id: str, brief: Brief, *, wordings: Sequence[Wording], reason: str
) -> Suggestion:
    """Store a suggestion for the person to decide on; the page stays as it is.

    With the reason stands what of the component is not the copywriter's to write, and so stays as it is.
    """
    tree = components.tree_of(session, site.id, site.workspace_id)
    left = left_alone(tree, component_id)
    suggestion = Suggestion(
        id=database.new_id("suggestion"),
        workspace_id=site.workspace_id,
        site_id=site.id,
        component_id=component_id,
        brief=brief.model_dump(),
        changes=[wording.model_dump() for wording in wordings],
        reason=" ".join(filter(None, [reason, left])),
        state="open",
        created_at=clock.now(session, site.workspace_id),
    )
    session.add(suggestion)
    session.flush()
    return suggestion


def last(session: Session, workspace_id: str, site_id: str | None = None) -> Suggestion | None:
    """Return the newest suggestion of a workspace, or of one of its sites."""
    mine = select(Suggestion).where(Suggestion.workspace_id == workspace_id)
    wanted = mine.where(Suggestion.site_id == site_id) if site_id else mine
    return session.scalar(wanted.order_by(Suggestion.created_at.desc()).limit(1))


def alternatives(session: Session, suggestion: Suggestion) -> Sequence[Suggestion]:
    """Return what waits for a decision on the same component, the oldest first."""
    return session.scalars(
        select(Suggestion)
        .where(
            Suggestion.workspace_id == suggestion.workspace_id,
            Suggestion.site_id == suggestion.site_id,
            Suggestion.component_id == suggestion.component_id,
            Suggestion.state == "open",
        )
        .order_by(Suggestion.created_at, Suggestion.id)
    ).all()


def _put_away(session: Session, suggestion: Suggestion) -> None:
    """Put away all that waits on the same component: whoever decided has seen the choice."""
    for one in alternatives(session, suggestion):
        one.state = "refused"


def one(session: Session, workspace_id: str, suggestion_id: str) -> Suggestion:
    """Return a suggestion.

    Raises:
        Problem: the workspace has no such suggestion.
    """
    suggestion = session.scalar(with_id(workspace_id, suggestion_id))
    if suggestion is None:
        raise not_found("suggestion")
    return suggestion


def undecided(session: Session, workspace_id: str, suggestion_id: str) -> Suggestion:
    """Return a suggestion that waits for a decision; whoever decides has its site to themselves until then.

    Raises:
        Problem: there is none, or it was decided on before.
    """
    sites.locked(session, workspace_id, one(session, workspace_id, suggestion_id).site_id)
    suggestion = one(session, workspace_id, suggestion_id)
    if suggestion.state != "open":
        raise Problem(409, "decided", f"This suggestion was {suggestion.state} before. Ask for a new one.")
    return suggestion


def _changed_meanwhile(tree: Tree, wording: Wording) -> bool:
    component: Component | None = tree.get(wording.component)
    return component is None or component.properties[wording.property] != wording.before


def accept(session: Session, workspace_id: str, person_id: str, suggestion_id: str) -> int:
    """Put the suggested words onto the page, as one change; return the site's new revision.

    Raises:
        Problem: it was decided on before, or the words it was made for have changed meanwhile.
    """
    suggestion = undecided(session, workspace_id, suggestion_id)
    wordings = [Wording.model_validate(change) for change in suggestion.changes]
    tree = components.tree_of(session, suggestion.site_id, workspace_id)
    if any(_changed_meanwhile(tree, wording) for wording in wordings):
        raise Problem(
            409,
            "changed-meanwhile",
            "These words were changed after the suggestion was made, and yours are kept. Ask for a new one.",
        )
    _put_away(session, suggestion)
    suggestion.state = "accepted"
    changes = [
        components.Set(kind="set", id=wording.component, properties={wording.property: wording.after})
        for wording in wordings
    ]
    return components.apply(session, workspace_id, suggestion.site_id, person_id, changes).revision


def refuse(session: Session, workspace_id: str, suggestion_id: str) -> None:
    """Put a suggestion away; the page stays as it is.

    Raises:
        Problem: it was decided on before.
    """
    _put_away(session, undecided(session, workspace_id, suggestion_id))

"""Rules of suggesting workflows: which plans there are, and which of them suits what a form is for."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from webbuilder.ai import service as suggestions
from webbuilder.connector import service as connector
from webbuilder.problems import Problem, not_found
from webbuilder.workflows import service as workflows
from webbuilder.workflows.tables import Workflow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.orm import Session
    from wordllama.inference import WordLlamaInference

    from webbuilder.brands.service import Brand
    from webbuilder.components.tables import Component
    from webbuilder.components.tree import Tree
    from webbuilder.sites.tables import Site

_MOST = 4  # suggestions: a choice, and no catalogue
_SPEAK = 3  # phrases that decide: of a long page, those about something else say nothing


class Plan(BaseModel):
    """A workflow that suits some forms; `purposes` are what forms for it say, `needs` a kind of field."""

    model_config = ConfigDict(extra="forbid")
    id: str
    name: str
    purposes: list[str]
    because: str
    needs: str | None = None
    steps: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Suited:
    """A plan and why it suits: what of the form or of the goal is nearest to its purpose."""

    plan: Plan
    because_of: str

    @property
    def reason(self) -> str:
        """One sentence for a person."""
        return f"Because of “{self.because_of}”: {self.plan.because}."


@cache
def library() -> dict[str, Plan]:
    """Return the plans by id."""
    found = json.loads(files(__package__).joinpath("plans.json").read_text("utf-8"))
    return {plan.id: plan for plan in map(Plan.model_validate, found)}


@cache
def _model() -> WordLlamaInference:
    """Return the model of what words mean, as its wheel has it: 0.9 s and 90 MB, once in a process."""
    import numpy as np  # noqa: PLC0415 - only who asks pays for it
    from safetensors.numpy import load_file  # noqa: PLC0415 - as above
    from tokenizers import Tokenizer  # noqa: PLC0415 - as above
    from wordllama.inference import WordLlamaInference  # noqa: PLC0415 - as above

    here = files("wordllama")
    weights = load_file(str(here / "weights" / "l2_supercat_256.safetensors"))["embedding.weight"]
    tokenizer = Tokenizer.from_file(str(here / "tokenizers" / "l2_supercat_tokenizer_config.json"))
    return WordLlamaInference(weights.astype(np.float32), tokenizer)


def _near(words: Sequence[str], others: Sequence[str]) -> list[float]:
    """Return for each of some words how near the nearest of the others is in what it means, 1 at most.

    Words that mean nothing to the model, such as none at all, are near to nothing.
    """
    import numpy as np  # noqa: PLC0415 - only who asks pays for it

    with np.errstate(invalid="ignore"):
        mine, theirs = (np.nan_to_num(_model().embed(list(some), norm=True)) for some in (words, others))
    return [float(one) for one in (mine @ theirs.T).max(axis=1)]


def _said(tree: Tree, form: Component) -> list[str]:
    """Return what tells what a form is for: how its page begins, what stands around it and in it."""
    parent = tree.get(form.parent_id) if form.parent_id else None
    around = tree.children(parent.id) if parent else []
    headings = [str(one.properties["text"]) for one in around if one.type == "heading"]
    everywhere = set(connector.proposed_mapping(tree, form.id).values())  # who one is tells nothing of a form
    fields = [field.properties for field in tree.children(form.id)]
    asked = [str(field["label"]) for field in fields if field["name"] not in everywhere]
    page = list(tree.below(tree.page_of(form.id).id))
    begins = [_first(page, "heading"), _first(page, "text")]
    own = (str(form.properties["label"]), str(form.properties["send"]))
    return [words for words in dict.fromkeys((*begins, *headings, *own, *asked)) if words.strip()]


def _first(parts: Sequence[Component], kind: str) -> str:
    return str(next((one.properties["text"] for one in parts if one.type == kind), ""))


def goal_of(session: Session, site: Site) -> str:
    """Return what the copywriter was told last that a site is to bring about; empty where it was not told."""
    told = suggestions.last(session, site.workspace_id, site.id)
    return str(told.brief.get("goal", "")) if told else ""


def _suited(plan: Plan, said: Sequence[str], goal: str) -> tuple[float, Suited]:
    """Return how well a plan suits: by what of the form speaks for it most, and as much by the goal."""
    near = _near([*said, goal], plan.purposes)
    of_form = sorted(near[:-1], reverse=True)[:_SPEAK]
    speaks = near.index(max(near))
    return sum(of_form) / len(of_form) + near[-1], Suited(plan, [*said, goal][speaks])


def ranked(plans: Iterable[Plan], said: Sequence[str], goal: str) -> list[Suited]:
    """Return the plans that suit a form and a goal best, the best first, each with what speaks for it."""
    found = [_suited(plan, said, goal) for plan in plans]
    return [suited for _, suited in sorted(found, key=lambda one: -one[0])[:_MOST]]


def suggested(session: Session, site: Site, tree: Tree, form_id: str, brand: Brand) -> list[Suited]:
    """Return which workflows suit a form and its brand, the best first; nothing is made.

    Raises:
        Problem: there is no such form, or it asks for no address, so that nobody could be written to.
    """
    form = connector.form_in(tree, form_id)
    kinds = {field.properties["kind"] for field in tree.children(form.id)}
    fitting = [plan for plan in library().values() if plan.needs in {None, *kinds} and sayable(plan, brand)]
    return ranked(fitting, _said(tree, form), goal_of(session, site))


def steps_of(plan: Plan, business: str, brand: Brand) -> list[dict[str, Any]]:
    """Return a plan's steps in the name of a business, or as its brand is called."""
    named = brand.name or business
    return [{name: _named(value, named) for name, value in step.items()} for step in plan.steps]


def _named(said: Any, business: str) -> Any:
    if isinstance(said, list):
        return [_named(one, business) for one in said]
    return said.replace("{business}", business)


def sayable(plan: Plan, brand: Brand) -> bool:
    """Whether a brand would say all that a plan says in its name."""
    said = [value for step in plan.steps for value in (*step.get("paragraphs", ()), step.get("subject", ""))]
    return not any(brand.avoided_in(re.sub(r"\{\w+\}", " ", words)) for words in said)


def take(session: Session, site: Site, plan_id: str, business: str, brand: Brand) -> Workflow:
    """Make a workflow of a plan; no form starts it before somebody connects one.

    Raises:
        Problem: there is no such plan, the brand would not say what it says, or the site has its workflow.
    """
    if plan_id not in library():
        raise not_found("plan")
    plan = library()[plan_id]
    if not sayable(plan, brand):
        raise Problem(
            409, "off-brand", f"The mail of “{plan.name}” says what your brand avoids. Take another."
        )
    mine = workflows.of_site(site.workspace_id, site.id).where(Workflow.name == plan.name)
    if session.scalar(mine):
        raise Problem(409, "has-it-already", f"This site has the workflow “{plan.name}” already. Connect it.")
    return workflows.create(session, site.workspace_id, site.id, plan.name, steps_of(plan, business, brand))

"""What is expected of what came of a site; matchers like those of `matchers.py`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hamcrest import all_of, empty, equal_to, greater_than_or_equal_to, has_item, has_key, has_length
from hamcrest.core.matcher import Matcher

from support.matchers import with_properties


def looked_at(views: int, visitors: int) -> Matcher[Any]:
    """A site with so many views, by so many visitors."""
    return with_properties(views=equal_to(views), visitors=equal_to(visitors))


def looked_at_on(*views: int) -> Matcher[Any]:
    """A site with so many views on each day on which somebody came."""
    return with_properties(days=equal_to(views))


def page_looked_at(path: str, views: int) -> Matcher[Any]:
    """A site one page of which has so many views."""
    return with_properties(pages=has_item((path, views)))


def come_to_by(source: str, visitors: int) -> Matcher[Any]:
    """A site to which so many came by this, and nobody by anything else."""
    return with_properties(sources=equal_to(((source, visitors),)))


def sent_to(sent: int) -> Matcher[Any]:
    """A site of which so many forms were sent."""
    return with_properties(sent=equal_to(sent))


def sent_by(sent: int, conversion: float) -> Matcher[Any]:
    """A site of which so many forms were sent, by so many of a hundred visitors."""
    return with_properties(sent=equal_to(sent), conversion=equal_to(conversion))


def set_apart(why: str, many: int) -> Matcher[Any]:
    """A site of which so much was set apart for this reason."""
    return with_properties(apart=has_item((why, many)))


def balanced(sent: int, mails: int) -> Matcher[Any]:
    """Books that agree, with so much sent, so many mails accepted, and nothing under way."""
    accepted = {"accepted": mails} if mails else {}
    return with_properties(
        sent=equal_to(sent), wrong=empty(), under_way=equal_to(0), posted=equal_to(accepted)
    )


def in_order(least: int) -> Matcher[Any]:
    """Books that agree, with so much sent at least, nothing under way, and no mail that is not accepted."""
    accepted: Matcher[Any] = all_of(has_key("accepted"), has_length(1))
    return with_properties(
        sent=greater_than_or_equal_to(least), wrong=empty(), under_way=equal_to(0), posted=accepted
    )


def begun(many: int) -> Matcher[Any]:
    """A site on which so many forms were begun."""
    return with_properties(began=equal_to(many))


def went(stages: Iterable[Any] | None) -> Matcher[Any]:
    """A site on which so many went how far: the rows of a table, each a stage and how many."""
    return with_properties(funnel=equal_to(tuple((stage, int(many)) for stage, many in stages or ())))


def happened(event: str, often: int) -> Matcher[Any]:
    """A site of which a program told this so often, and nothing else."""
    return with_properties(events=equal_to(((event, often),)))


def went_as_far(stage: str, many: int) -> Matcher[Any]:
    """A site on which so many went so far."""
    return with_properties(funnel=has_item((stage, many)))

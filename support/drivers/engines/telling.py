"""Lets the verbs of a page fail in the port's words, whatever drives the browser."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from support.drivers.page import PageFailed

T = TypeVar("T")
P = ParamSpec("P")
R = TypeVar("R")
E = TypeVar("E", bound=Exception)
Verb = Callable[Concatenate[T, P], R]


def told(error: type[E], words: Callable[[E], str]) -> Callable[[Verb[T, P, R]], Verb[T, P, R]]:
    """Return a decorator for verbs: a driver's own error becomes PageFailed, in these words of it."""

    def decorate(verb: Verb[T, P, R]) -> Verb[T, P, R]:
        @wraps(verb)
        def telling(page: T, /, *given: P.args, **options: P.kwargs) -> R:
            try:
                return verb(page, *given, **options)
            except error as failed:
                raise PageFailed(words(failed)) from failed

        return telling

    return decorate

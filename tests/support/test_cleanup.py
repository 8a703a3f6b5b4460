"""Putting back: last in first out, all of it, and what fails is named."""

from __future__ import annotations

import pytest

from support.cleanup import Cleanup, CleanupFailed


def failing() -> None:
    raise OSError("the disk is full")


def test_the_last_is_put_back_first() -> None:
    done: list[str] = []
    cleanup = Cleanup()
    for name in ("first", "second", "third"):
        cleanup.add(name, lambda name=name: done.append(name))  # type: ignore[misc]  # mypy loses the default's type
    cleanup.run()
    assert done == ["third", "second", "first"]


def test_all_are_run_and_each_that_failed_is_named() -> None:
    done: list[str] = []
    cleanup = Cleanup()
    cleanup.add("the relay", lambda: done.append("the relay"))
    cleanup.add("the session of Maya", failing)
    cleanup.add("the page", lambda: done.append("the page"))
    cleanup.add("the machine of Ravi", failing)
    with pytest.raises(CleanupFailed) as caught:
        cleanup.run()
    assert done == ["the page", "the relay"]
    assert str(caught.value) == (
        "could not put back the machine of Ravi: the disk is full; the session of Maya: the disk is full"
    )
    assert isinstance(caught.value.__cause__, OSError)


def test_nothing_is_put_back_twice() -> None:
    done: list[int] = []
    cleanup = Cleanup()
    cleanup.add("the only one", lambda: done.append(1))
    cleanup.run()
    cleanup.run()
    assert done == [1]


def test_what_is_added_while_putting_back_is_put_back_too() -> None:
    done: list[str] = []
    cleanup = Cleanup()
    cleanup.add("one", lambda: cleanup.add("two", lambda: done.append("two")))
    cleanup.run()
    assert done == ["two"]

"""Workflows, their published versions, and the runs that follow them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder.database import Stored


class Workflow(Stored):
    """What an owner drew.

    `draft` and `trigger` are what its owner works on; of `published_version` 0 nothing is published yet.
    `secret` signs what it says to other systems and they to it, once somebody has asked for one.
    Once `removed_at` is set nothing starts it and no list shows it; forms that were joined to it say so.
    """

    __tablename__ = "workflows"

    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(index=True)
    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    draft: Mapped[list[Any]]
    trigger: Mapped[dict[str, Any]]
    published_version: Mapped[int]
    secret: Mapped[str | None] = mapped_column(default=None)
    removed_at: Mapped[datetime | None] = mapped_column(default=None)


class WorkflowVersion(Stored):
    """Trigger and steps of one published version; never changed, so that a run can be pinned to it."""

    __tablename__ = "workflow_versions"

    workflow_id: Mapped[str] = mapped_column(ForeignKey("workflows.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    workspace_id: Mapped[str]
    steps: Mapped[list[Any]]
    trigger: Mapped[dict[str, Any]]
    published_at: Mapped[datetime]


# Joins a workflow to the version of it that runs follow which begin now.
IN_FORCE = (WorkflowVersion.workflow_id == Workflow.id) & (
    WorkflowVersion.number == Workflow.published_version
)


class Run(Stored):
    """One pass of an event through a workflow's version.

    `state` is running, waiting, paused, succeeded, skipped, failed or cancelled. A paused run goes on at the
    step `held_at`; where that is not set, it has not come to a stop yet, or waits. `turn` counts how often it
    was let go on by hand, `depth` how many workflows led to it, one starting the other. A `sample` is of
    somebody who tried it out: it waits for nothing, and is counted nowhere.
    """

    __tablename__ = "runs"

    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(index=True)
    workflow_id: Mapped[str] = mapped_column(ForeignKey("workflows.id", ondelete="CASCADE"), index=True)
    version: Mapped[int]
    submission_id: Mapped[str]
    contact_id: Mapped[str | None]
    state: Mapped[str]
    reason: Mapped[str | None]
    trace_id: Mapped[str]
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    held_at: Mapped[int | None]
    turn: Mapped[int] = mapped_column(default=0)
    depth: Mapped[int] = mapped_column(default=0)
    sample: Mapped[bool] = mapped_column(default=False)


class RunStep(Stored):
    """What one step of a run was given, and what it did, in words.

    `state` is running, waiting, paused, succeeded, failed or cancelled; `error` is what it met last, until
    it is done.
    """

    __tablename__ = "run_steps"

    run_id: Mapped[str] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    workspace_id: Mapped[str]
    kind: Mapped[str]
    state: Mapped[str]
    given: Mapped[dict[str, Any]]
    outcome: Mapped[str]
    attempts: Mapped[int]
    error: Mapped[str | None]
    at: Mapped[datetime]


class Entry(Stored):
    """Which run took a contact into a workflow: there is one, and the key says so."""

    __tablename__ = "workflow_entries"

    workflow_id: Mapped[str] = mapped_column(ForeignKey("workflows.id", ondelete="CASCADE"), primary_key=True)
    contact_id: Mapped[str] = mapped_column(ForeignKey("contacts.id", ondelete="CASCADE"), primary_key=True)
    workspace_id: Mapped[str]
    run_id: Mapped[str]


class Pause(Stored):
    """A run that waits at a step.

    It goes on once it is `due_at` by its workspace's clock, or once its contact did what it `awaits`;
    `taken_by` is the worker that let it.
    """

    __tablename__ = "pauses"

    run_id: Mapped[str] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    workspace_id: Mapped[str]
    traceparent: Mapped[str]
    due_at: Mapped[datetime] = mapped_column(index=True)
    contact_id: Mapped[str | None] = mapped_column(default=None, index=True)
    awaits: Mapped[str | None] = mapped_column(default=None)
    taken_by: Mapped[str | None]


class Day(Stored):
    """When a version of a workflow starts that a day starts, by its workspace's clock.

    `after` is the contact to whom it came last, `taken_by` who let it come to all.
    """

    __tablename__ = "days"

    workflow_id: Mapped[str] = mapped_column(ForeignKey("workflows.id", ondelete="CASCADE"), primary_key=True)
    workspace_id: Mapped[str]
    version: Mapped[int]
    due_at: Mapped[datetime] = mapped_column(index=True)
    after: Mapped[str]
    taken_by: Mapped[str | None]


class HookCall(Stored):
    """A message that another system has sent to a workflow; sent again, it has the same id."""

    __tablename__ = "hook_calls"

    workflow_id: Mapped[str] = mapped_column(ForeignKey("workflows.id", ondelete="CASCADE"), primary_key=True)
    message_id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str]
    at: Mapped[datetime]

"""Letting visitors have a site, and what they find there."""

from __future__ import annotations

from behave import given, then, when
from behave.runner import Context
from hamcrest import assert_that

from features.steps.building_steps import TEMPLATE_SECTION

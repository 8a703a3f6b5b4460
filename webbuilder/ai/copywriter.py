"""Asking the copywriter, any server that speaks as OpenAI's does: in time, and with words for trouble."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from webbuilder.problems import Problem
from webbuilder.tracing import log

if TYPE_CHECKING:
    from webbuilder.settings import Settings

TELL = (
    "You write copy for small businesses. Change only the properties that the schema lists. "
    "Answer with JSON alone."
)


def _away(error: Exception) -> Problem:
    return Problem(
        503,
        "copywriter-away",
        "The copywriter is not available right now. Your page is as it was; try again in a minute, "
        "or write the words yourself.",
        headers={"Retry-After": "60"},
        cause=type(error).__name__,
    )


def nonsense() -> Problem:
    """Return the refusal of an answer that does not fit the question."""
    return Problem(
        502,
        "copywriter-nonsense",
        "The copywriter's answer did not fit the page, so nothing of it was kept. Try again.",
    )


async def _reply(settings: Settings, asked: dict[str, Any]) -> str:
    import openai  # noqa: PLC0415 - 0.7 s and 40 MB that only a process that asks has to spend

    client = openai.AsyncOpenAI(base_url=f"{settings.ai}/v1", api_key=settings.ai_api_key, max_retries=0)
    try:
        async with asyncio.timeout(settings.ai_time_limit), client:
            answer = await client.chat.completions.create(
                model=settings.ai_model,
                temperature=0,
                response_format={"type": "json_object"},
                messages=[
                    {"role": "system", "content": TELL},
                    {"role": "user", "content": json.dumps(asked)},
                ],
            )
    except (openai.OpenAIError, TimeoutError) as error:
        raise _away(error) from error
    return answer.choices[0].message.content or ""


def ask(settings: Settings, asked: dict[str, Any]) -> str:
    """Return the copywriter's reply, all of it within the time limit, however slowly it drips.

    Raises:
        Problem: it is gone, does not answer in time, or answers what no copywriter says.
    """
    try:
        return asyncio.run(_reply(settings, asked))
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        log().warning("copywriter answered nonsense", error=repr(error))
        raise nonsense() from error

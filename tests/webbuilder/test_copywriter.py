"""The copywriter: the same words for the same brief, from the brief's words alone, in OpenAI's shapes."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import openai
import pytest
from hypothesis import given, strategies
from starlette.testclient import TestClient

from webbuilder.conventions.plain import plain_words
from webbuilder.parts.copywriter import phrases, phrases_in_german
from webbuilder.parts.copywriter.brief import Task
from webbuilder.parts.copywriter.routes import copywriter
from webbuilder.parts.copywriter.writing import customise

TONES = ["friendly", "confident", "playful", "plain"]
SCHEMA = {"head": ["text"], "line": ["text"], "act": ["text"]}


def question(alternative: int = 0, schema: dict[str, list[str]] = SCHEMA, **brief: str) -> dict[str, Any]:
    """Return what is asked for a hero with a headline, a line and a call to action."""
    facts = {
        "business": "Crust & Crumb",
        "audience": "Young families",
        "goal": "sell seasonal bread",
        "tone": "friendly",
    }
    return {
        "task": "customise",
        "component": {"id": "hero", "type": "section", "properties": {"label": "Hero"}},
        "children": [
            {"id": "head", "type": "heading", "properties": {"text": "A heading", "level": 1}},
            {"id": "line", "type": "text", "properties": {"text": "Some text"}},
            {"id": "act", "type": "call_to_action", "properties": {"text": "Find out more", "address": "#"}},
            {"id": "photo", "type": "image", "properties": {"alternative": "Loaves on a shelf"}},
        ],
        "brief": facts | brief,
        "schema": schema,
        "alternative": alternative,
    }


def answer(**asked: Any) -> dict[str, Any]:
    """Return the copywriter's answer, without HTTP."""
    return customise(Task.model_validate(question(**asked)))


def words(**asked: Any) -> dict[str, str]:
    """Return the new text of each component."""
    return {change["component"]: change["set"]["text"] for change in answer(**asked)["changes"]}


@pytest.fixture
def client() -> TestClient:
    return TestClient(copywriter())


def ask(client: TestClient, asked: Any, **more: Any) -> Any:
    content = asked if isinstance(asked, str) else json.dumps(asked)
    messages = [{"role": "system", "content": "Write."}, {"role": "user", "content": content}]
    return client.post("/v1/chat/completions", json={"model": "copywriter", "messages": messages, **more})


@pytest.mark.parametrize("tone", TONES)
def test_headline_and_line_name_the_business_in_every_alternative(tone: str) -> None:
    written = [words(tone=tone, alternative=number) for number in range(15)]
    assert all("Crust & Crumb" in each["head"] and "Crust & Crumb" in each["line"] for each in written)
    assert all(len(each["head"]) <= 60 for each in written)
    assert len({each["head"] for each in written}) >= 4


def test_the_same_brief_gets_the_same_words() -> None:
    assert answer() == answer()


def test_another_alternative_reads_differently() -> None:
    assert words(alternative=0)["head"] != words(alternative=1)["head"]


def test_tones_read_differently() -> None:
    assert len({words(tone=tone)["line"] for tone in TONES}) == len(TONES)


def test_only_what_the_schema_lists_is_changed() -> None:
    assert [change["component"] for change in answer(schema={"line": ["text"]})["changes"]] == ["line"]


def test_nothing_is_said_twice_in_one_answer() -> None:
    asked = question(schema={f"line{n}": ["text"] for n in range(5)})
    asked["children"] = [{"id": f"line{n}", "type": "text", "properties": {}} for n in range(5)]
    written = [change["set"]["text"] for change in customise(Task.model_validate(asked))["changes"]]
    assert len(set(written)) == 5


def test_what_a_picture_shows_is_not_made_up() -> None:
    assert answer(schema={"photo": ["alternative"]})["changes"] == [
        {"component": "photo", "set": {"alternative": "Loaves on a shelf"}}
    ]


def test_an_offer_is_taken_from_the_goal_and_a_result_is_not() -> None:
    def said(goal: str) -> str:
        return " ".join(words(goal=goal, alternative=number)["head"] for number in range(12)).lower()

    assert "seasonal bread" in said("Sell seasonal bread")
    assert "sign-up" not in said("Get 200 newsletter sign-ups")
    assert "customers" not in said("promote more customers")


def test_a_brief_with_the_business_alone_is_enough() -> None:
    written = words(audience="", goal="")
    assert "Crust & Crumb" in written["head"]
    assert "  " not in written["line"]


@given(strategies.text(max_size=400), strategies.text(max_size=400), strategies.text(max_size=400))
def test_a_brief_is_words_alone(business: str, audience: str, goal: str) -> None:
    business = f"Crumb {business}"
    for text in words(business=business, audience=audience, goal=goal).values():
        assert "<" not in text
        assert ">" not in text
        assert text == " ".join(text.split())
        assert len(text) <= 600


def test_markup_and_scripts_in_a_brief_are_dropped() -> None:
    hostile = "<script>alert(1)</script>Crust <b>&amp;</b> Crumb\u202e\n{audience.__class__}"
    assert plain_words(hostile, 80) == "Crust &amp; Crumb {audience.__class__}"
    assert "alert" not in words(business=hostile)["head"]


def test_a_long_name_is_cut_at_a_word() -> None:
    assert plain_words("bread " * 40, 20) == "bread bread bread"


def test_the_answer_has_the_shape_of_a_completion(client: TestClient) -> None:
    body = ask(client, question()).json()
    assert (body["object"], body["choices"][0]["finish_reason"]) == ("chat.completion", "stop")
    assert json.loads(body["choices"][0]["message"]["content"]) == answer()
    assert body["usage"]["total_tokens"] > 0


def test_streamed_words_add_up_to_the_same_answer(client: TestClient) -> None:
    lines = [line for line in ask(client, question(), stream=True).text.split("\n\n") if line]
    assert lines[-1] == "data: [DONE]"
    chunks = [json.loads(line.removeprefix("data: ")) for line in lines[:-1]]
    said = [chunk["choices"][0]["delta"].get("content", "") for chunk in chunks]
    assert len(said) > 20
    assert json.loads("".join(said)) == answer()
    assert chunks[-1]["choices"][0]["finish_reason"] == "stop"


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("rewrite my page", "Invalid JSON"),
        ({"task": "translate"}, "task"),
        (question(business=" <br> "), "brief.business"),
        (question(tone="furious"), "brief.tone"),
        (question(schema={"elsewhere": ["text"]}), "elsewhere"),
        (question() | {"alternative": -1}, "alternative"),
    ],
)
def test_bad_input_question(client: TestClient, asked: object, says: str) -> None:
    refused = ask(client, asked)
    assert refused.status_code == 400
    assert refused.json()["error"]["type"] == "invalid_request_error"
    assert says in refused.json()["error"]["message"]
    assert "Traceback" not in refused.text


@pytest.mark.parametrize(
    "body", ["", "[]", '{"messages": []}', '{"messages": [{"role": "system", "content": "x"}]}']
)
def test_bad_input_request(client: TestClient, body: str) -> None:
    refused = client.post("/v1/chat/completions", content=body)
    assert refused.status_code == 400
    assert set(refused.json()["error"]) == {"message", "type", "param", "code"}


def test_bad_input_path(client: TestClient) -> None:
    assert client.get("/v1/embeddings").json()["error"]["type"] == "invalid_request_error"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of a copywriter that runs by itself."""
    command = [sys.executable, "-m", "webbuilder", "part", "copywriter"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield json.loads(process.stdout.readline())["ai"]
        process.terminate()


def test_openais_own_client_understands_it(address: str) -> None:
    with openai.OpenAI(base_url=f"{address}/v1", api_key="any", max_retries=0, timeout=5) as provider:
        assert [model.id for model in provider.models.list()] == ["copywriter"]
        said = provider.chat.completions.create(
            model="copywriter", messages=[{"role": "user", "content": json.dumps(question())}]
        )
        assert json.loads(said.choices[0].message.content or "") == answer()
        with pytest.raises(openai.BadRequestError, match="cannot be used"):
            provider.chat.completions.create(
                model="copywriter", messages=[{"role": "user", "content": "hello"}]
            )


def test_it_answers_on_this_machine_alone(address: str) -> None:
    port = int(address.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port)) as connection:
        assert connection.getpeername()[0] == "127.0.0.1"


def test_what_is_said_in_english_is_said_in_german_too() -> None:
    def said(module: Any) -> dict[str, Any]:
        kinds = {name: value for name, value in vars(module).items() if name.isupper()}
        return {
            name: {key: sorted(one) if isinstance(one, dict) else None for key, one in value.items()}
            if isinstance(value, dict)
            else None
            for name, value in kinds.items()
        }

    assert said(phrases_in_german) == said(phrases)


@pytest.mark.parametrize("tone", TONES)
def test_german_words_stand_alone_without_a_goal(tone: str) -> None:
    written = [words(tone=tone, language="de", goal="", alternative=number) for number in range(8)]
    assert all("Crust & Crumb" in each["head"] and len(each["head"]) <= 60 for each in written)
    assert not {each["act"] for each in written} & set(phrases.ACTIONS["know"])


def test_a_language_that_is_not_written_is_said_to_be_english() -> None:
    assert "It is in English" in answer(language="fr")["reason"]
    assert words(language="fr")["act"] in phrases.ACTIONS["buy"]

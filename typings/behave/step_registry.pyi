from behave.matchers import Match, Matcher
from behave.model import Step

class BadStepDefinitionCollector:
    bad_step_definitions: list[Matcher]

class StepRegistry:
    steps: dict[str, list[Matcher]]
    error_handler: BadStepDefinitionCollector
    def add_step_definition(self, keyword: str, step_text: str, func: object) -> None: ...
    def find_match(self, step: Step) -> Match | None: ...
    def find_step_definition(self, step: Step) -> Matcher | None: ...

registry: StepRegistry

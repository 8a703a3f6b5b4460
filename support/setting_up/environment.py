"""Makes the Python environment in .venv from pinned packages; runs on whatever Python a machine has."""

# Nothing but the standard library, and nothing that an old Python cannot read: it must hear that it is old.
from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

OLDEST = (3, 11)
FOLDER = Path(".venv")
PYTHON = FOLDER / "bin" / "python"


class NoEnvironment(RuntimeError):
    """The environment cannot be made; the message says why and what to type."""


def refuse_old_python(version: tuple[int, ...] = sys.version_info[:2]) -> None:
    """`NoEnvironment` when this Python is older than the project needs."""
    if version < OLDEST:
        found, needed = ".".join(map(str, version)), ".".join(map(str, OLDEST))
        raise NoEnvironment(
            "This is Python %s and the project needs %s or newer;"
            " name one, for example `make setup PYTHON=python3.12`." % (found, needed)
        )


def make_environment() -> None:
    """Make .venv when there is none."""
    if PYTHON.exists():
        return
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian's python3 leaves it out, and venv then fails with a riddle
    except ImportError:
        raise NoEnvironment(
            "Making .venv needs ensurepip, which this Python lacks;"
            " on Debian type `apt-get install python3-venv` as root."
        ) from None
    _run([sys.executable, "-m", "venv", str(FOLDER)], "Making .venv")


def install(kind: str) -> None:
    """Install the packages of requirements/<kind>.txt, hashes checked, then this project as it lies here."""
    requirements = Path("requirements") / (kind + ".txt")
    if not requirements.exists():
        raise NoEnvironment("There is no %s; a folder of this project has it." % requirements)
    count = sum("==" in line for line in requirements.read_text(encoding="utf-8").splitlines())
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    packages = [*pip, "--require-hashes", "-r", str(requirements)]
    _run(packages, "Installing %d Python packages from %s" % (count, requirements))
    _run([*pip, "--no-build-isolation", "-e", "."], "Installing this project into .venv")
    (FOLDER / (".ready-" + kind)).touch()


def _run(command: list[str], doing: str) -> None:
    print(doing, "…", end=" ", flush=True)
    started = time.monotonic()
    environment = {**os.environ, "PIP_REQUIRE_VIRTUALENV": "0"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        print("failed.")
        why = " ".join((done.stderr or done.stdout).split())[-600:]
        raise NoEnvironment("%s failed: %s; mend that and type the same again." % (doing, why))
    print("%.0f s." % (time.monotonic() - started))


def main(kind: str) -> int:
    """Set up for `make`; 2 with one sentence when that cannot be done."""
    try:
        refuse_old_python()
        make_environment()
        install(kind)
    except NoEnvironment as reason:
        print(reason, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

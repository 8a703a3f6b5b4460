"""Installs the node packages, with the npm that comes with the Python packages."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

LOCK, FOLDER = Path("package-lock.json"), Path("node_modules")
READY = FOLDER / ".ready"


class NoNode(RuntimeError):
    """The node packages cannot be had; the message says why and what to type."""


def find_npm() -> Path:
    """The npm of this Python environment; `NoNode` when it has none."""
    npm = Path(sysconfig.get_path("scripts")) / "npm"
    if not npm.exists():
        raise NoNode(
            "Installing node packages needs npm, which comes with requirements/dev.txt; type: make setup."
        )
    return npm


def folder_of_node() -> Path | None:
    """Where this environment's node program lies, for the PATH of programs written for it."""
    scripts = Path(sysconfig.get_path("scripts"))
    return scripts if (scripts / "node").exists() else None


def require_packages(root: Path) -> Path:
    """The folder of installed node packages; `NoNode` names what to type when they are missing."""
    if not (root / READY).exists():
        raise NoNode("The node packages that the screens are made with are not installed; type: make setup.")
    return root / FOLDER


def install(root: Path) -> None:
    """Install exactly what package-lock.json names, without 200 MB of optional grammars; or `NoNode`."""
    if not (root / LOCK).exists():
        raise NoNode(
            f"Installing node packages needs {LOCK}, which is not here; run this in the project's folder."
        )
    npm, started = find_npm(), time.monotonic()
    print("Installing node packages …", end=" ", flush=True)
    command = [str(npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    command += ["--omit=optional"]
    path = os.pathsep.join([str(npm.parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        print("failed.")
        why = " ".join((done.stderr or done.stdout).split()) or f"npm ended with {done.returncode}"
        raise NoNode(
            f"Installing node packages failed: {why[:600]}; check the connection and type: make setup."
        )
    (root / READY).touch()
    print(f"{time.monotonic() - started:.0f} s.")


def main() -> int:
    """Install for `make`; 2 with one sentence when that cannot be done."""
    try:
        install(Path.cwd())
    except NoNode as reason:
        print(reason, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())

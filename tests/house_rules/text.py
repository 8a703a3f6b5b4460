"""What no tracked text file may hold: places of one machine, where packages come from, unfinished things."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

# put together from pieces, so that this file keeps its own rules
_AT = "/"
PATTERNS = {
    "an absolute path of somebody's machine": re.compile(
        rf"(?<![\w.:/-]){_AT}(?:home|Users|root|work|tmp/lab){_AT}[\w.-]+"
    ),
    "an option that names where packages come from": re.compile(
        "--(?:extra-)?" + "index-url|--find" + "-links|--trusted" + "-host"
    ),
    "the address of a download or a registry": re.compile(
        r"https?://[^\s\"'<>)]*(?:pypi|pythonhosted|registry\.|npmjs|artifactory|cdn|unpkg)",
    ),
    "something unfinished": re.compile(r"\b(?:TO(?:DO)|FIX(?:ME)|XX(?:X))\b"),
}
SAMPLES = (
    f"see {_AT}home{_AT}maya/notes",
    f"see {_AT}work{_AT}main",
    "pip install --extra-" + "index-url x",
    "from https://files.python" + "hosted.org/a",
    "see https://" + "registry.npm" + "js.org/a",
    "# TO" + "DO later",
)
NOT_READ = frozenset({".png", ".jpg", ".woff2", ".ico", ".zip", ".pdf"})


def breaches(path: str, content: str) -> list[str]:
    """Every breach in one text, as `path:line holds …`."""
    return [
        f"{path}:{number} holds {what}: {found.group(0)}"
        for number, line in enumerate(content.splitlines(), start=1)
        for what, pattern in PATTERNS.items()
        if (found := pattern.search(line))
    ]


def files_below(root: Path) -> list[Path]:
    """What git tracks, or would after `git add`."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout.split("\0")
    files = [root / name for name in listed if name]
    return [file for file in files if file.is_file() and file.suffix not in NOT_READ]


def breaches_below(root: Path) -> list[str]:
    """Every breach in the text files of the project."""
    found = []
    for file in files_below(root):
        name = file.relative_to(root).as_posix()
        found += breaches(name, file.read_text("utf-8"))
    return found

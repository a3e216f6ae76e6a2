"""Looks for secrets in the files that git keeps: `python -m tests.secret_scan` (part of `make check`).

What only looks like one, because a test or an example needs it, says so by its words (see `HARMLESS`).
"""

import math
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from itgov_bot.settings import ROOT

KINDS = {
    "token of a Telegram bot": re.compile(r"(?<!\d)\d{8,10}:(?P<secret>[A-Za-z0-9_-]{35})(?![A-Za-z0-9_-])"),
    "private key": re.compile(r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s*(?P<secret>[A-Za-z0-9+/]{40,})"),
    "password in an address": re.compile(r"\b[a-z][a-z0-9+.-]*://[^\s:/@{\"'«]+:(?P<secret>[^\s:/@{}\"'«]{6,})@"),
    "key of a cloud": re.compile(r"\b(?P<secret>(?:AKIA|ASIA)[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{36}|sk-[A-Za-z0-9]{32,})\b"),
    "secret with a name": re.compile(
        r"(?i)\b[a-z_]*(?:secret|token|password|passwd|api_?key)[a-z_]*[\"']?\s*[:=]\s*[\"']?(?P<secret>[A-Za-z0-9+/_-]{20,}={0,2})"
    ),
}  # fmt: skip
HARMLESS = re.compile(
    r"(?i)emulated|for-?tests|secreto?|clave|example|[x*.]{6}|change-?me|otra|lo-que|user:password"
)
LITTLE_CHANCE = 3.5
"""Bits a character: words have fewer, what a machine made at random has more."""
NOT_READ = {".png", ".bin", ".npz", ".jpg", ".xlsx"}
HASHED = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def found_in(text: str) -> Iterator[tuple[int, str]]:
    """The line and the kind of each secret."""
    for kind, pattern in KINDS.items():
        for match in pattern.finditer(HASHED.sub("", text)):
            if not HARMLESS.search(match[0]) and (
                kind != "secret with a name" or _is_random(match["secret"])
            ):
                yield text.count("\n", 0, match.start()) + 1, kind


def _is_random(word: str) -> bool:
    """Letters and figures mixed as no name of a variable mixes them."""
    shares = [count / len(word) for count in Counter(word).values()]
    return bool(re.search(r"\d", word)) and -sum(one * math.log2(one) for one in shares) > LITTLE_CHANCE


def scan(folder: Path) -> list[str]:
    """`file:line: kind` of each, in the files that git knows."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=folder, capture_output=True, check=True).stdout
    found = []
    for name in sorted(filter(None, listed.decode().split("\0"))):
        file = folder / name
        if file.suffix not in NOT_READ and file.is_file():
            text = file.read_text(encoding="utf-8", errors="replace")
            found += [f"{name}:{line}: {kind}" for line, kind in found_in(text)]
    return found


if __name__ == "__main__":
    secrets = scan(ROOT)
    print("\n".join(secrets), end="\n" if secrets else "", file=sys.stderr)
    sys.exit(bool(secrets))

"""`make audit`: whether who keeps the known weaknesses of packages knows one of ours. Where nobody can be asked it says
that, and is no failure: what a machine without a network does not know must not stop it."""

import json
import subprocess
import sys
from collections.abc import Sequence

ASKING_SECONDS = 180
NOT_ASKED = "Nobody could be asked about the packages: whether one has a known weakness is not known."


def judged(said: str) -> tuple[list[str], list[str]]:
    """Of the answer of pip-audit: the weaknesses, and the packages that nothing is known about.

    Raises ValueError when it is none.
    """
    told = json.loads(said)["dependencies"]
    weak = [
        f"{one['name']} {one['version']}: {each['id']}, mended in {', '.join(each['fix_versions']) or 'none yet'}"
        for one in told
        for each in one.get("vulns", [])
    ]
    return weak, [one["name"] for one in told if "skip_reason" in one]


def ask(command: Sequence[str]) -> int:
    """1 for a weakness alone, which `make requirements` may mend."""
    try:
        asked = subprocess.run(command, capture_output=True, text=True, timeout=ASKING_SECONDS, check=False)
        weak, unknown = judged(asked.stdout)
    except (OSError, ValueError, KeyError, TypeError, subprocess.TimeoutExpired):
        print(NOT_ASKED, file=sys.stderr)
        return 0
    for line in weak:
        print(line, file=sys.stderr)
    if unknown:
        print(f"Nothing is known about {', '.join(unknown)}.", file=sys.stderr)
    return bool(weak)


if __name__ == "__main__":
    sys.exit(ask(sys.argv[1:]))

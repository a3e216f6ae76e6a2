"""Nothing in the conversation imports in a circle, also not for its types alone."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

from itgov_bot.settings import ROOT

CONVERSATION = ROOT / "itgov_bot" / "conversation"
PREFIX = "itgov_bot.conversation"


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path, known: set[str]) -> set[str]:
    """The modules of the conversation that a file imports, wherever the import stands."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(PREFIX):
            names = {f"{node.module}.{one.name}" for one in node.names}
            found |= names & known or {node.module}
        elif isinstance(node, ast.Import):
            found |= {one.name for one in node.names} & known
    return found


def test_no_circles() -> None:
    paths = {module_of(path): path for path in CONVERSATION.rglob("*.py")}
    graph = {name: imported(path, set(paths)) - {name} for name, path in paths.items()}
    order = list(TopologicalSorter(graph).static_order())
    assert order.index(f"{PREFIX}.state") < order.index(f"{PREFIX}.turn") < order.index(f"{PREFIX}.runner")

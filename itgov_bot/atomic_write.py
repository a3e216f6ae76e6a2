"""Files that appear whole or not at all, also when several processes write the same one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4


@contextmanager
def written_whole(target: Path) -> Iterator[Path]:
    """A path beside `target` to write to. It takes the target's place at the end, and is removed after a failure."""
    partial = target.with_name(f".{target.name}.{uuid4().hex[:8]}.part")
    try:
        yield partial
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def new_file(folder: Path, ending: str) -> Path:
    """A path that nothing has yet; the folder is made."""
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{uuid4().hex}.{ending}"

"""The folder of an installation: nobody but its owner reads it, and one program at a time works with a database in it."""

import contextlib
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import IO

PRIVATE = 0o077
"""The permissions that nobody else gets: of whatever is made, and of what an older version made."""
OURS = ("itgov.db*", "files", "exports", "charts", "models")
"""What is made in a home. Whatever else lies there is not touched."""


class HomeInUse(Exception):
    """Another program works with this database; the text is for the operator."""


def keep_private(home: Path) -> None:
    """From now on for the whole process, and for what is there already. Makes nothing."""
    os.umask(PRIVATE)
    with contextlib.suppress(OSError):  # somebody else's folder, which they share as they like
        if home.stat().st_mode & PRIVATE:
            for path in [home, *_made_in(home)]:
                path.chmod(path.stat().st_mode & ~PRIVATE)


def _made_in(home: Path) -> Iterator[Path]:
    for made in (path for name in OURS for path in home.glob(name)):
        if not made.is_symlink():
            yield made
            yield from (path for path in made.rglob("*") if not path.is_symlink())


@contextmanager
def held(database: Path | None) -> Iterator[None]:
    """While the block lasts this is the only program that works with the file; None is no file, and shared.

    The lock is of the system and ends with the process, however that ends. Raises HomeInUse.
    """
    with _opened(database) as lock:
        if lock is not None:
            if not _locked(lock):
                raise HomeInUse(_told(str(database), lock))
            lock.truncate(0)
            lock.write(str(os.getpid()))
            lock.flush()
        yield


def _opened(database: Path | None) -> AbstractContextManager[IO[str] | None]:
    """None where nothing can be written: whoever opens the database tells why."""
    if database is not None:
        with contextlib.suppress(OSError):
            database.parent.mkdir(parents=True, exist_ok=True)
            database = database.resolve()  # by whatever name or link it is reached
            return database.with_name(f"{database.name}.lock").open("a+")
    return nullcontext()


def _locked(lock: IO[str]) -> bool:
    if sys.platform == "win32":
        return True  # there the file is looked after by whoever starts the program
    import fcntl

    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _told(database: str, lock: IO[str]) -> str:
    lock.seek(0)
    process = lock.read(20).strip()
    who = f"el proceso {process}" if process.isdecimal() else "otro programa"
    return (
        f"Con «{database}» ya está trabajando {who}: deténgalo primero, o use otra carpeta (ITGOV_HOME). "
        "Para varios procesos a la vez hace falta PostgreSQL (DATABASE_URL)."
    )

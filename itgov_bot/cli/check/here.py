"""What can be seen on this machine: the model, the folder, its disk, the database, and whether the program is at work."""

import os
import shutil
from datetime import timedelta

from itgov_bot.cli.check.finding import Finding, Ground, ok, problem, warning
from itgov_bot.desk.health import measure
from itgov_bot.home import PRIVATE, HomeInUse, held
from itgov_bot.storage import snapshot
from itgov_bot.storage.database import Database
from itgov_bot.understanding import Understanding

MB = 1024 * 1024
LITTLE_MB, TOO_LITTLE_MB = 1024, 200
ROUNDS_OLD = timedelta(minutes=2)
WAITS_LONG = 50
"""Replies: more of them are no rush but something that does not leave."""


async def understanding(ground: Ground) -> list[Finding]:
    known = Understanding.is_trained(ground.settings.itgov_data, ground.settings.models_folder)
    return [ok("entendimiento") if known else warning("entendimiento", "untrained")]


async def folder(ground: Ground) -> list[Finding]:
    home = ground.settings.itgov_home
    if not home.exists():
        return [warning("carpeta", "missing", home=home)]
    if not os.access(home, os.W_OK | os.X_OK):
        return [problem("carpeta", "closed", home=home)]
    if home.stat().st_mode & PRIVATE:
        return [warning("carpeta", "open", home=home)]
    return [ok("carpeta", home=home)]


async def disk(ground: Ground) -> list[Finding]:
    home = ground.settings.itgov_home.resolve()
    there = next(path for path in (home, *home.parents) if path.exists())
    free = shutil.disk_usage(there).free // MB
    if free < LITTLE_MB:
        found = problem if free < TOO_LITTLE_MB else warning
        return [found("disco", "little", mb=free)]
    return [ok("disco", gb=free // 1024)]


async def database(ground: Ground) -> list[Finding]:
    if ground.work is None:
        return [warning("base de datos", "missing")]
    opened = ground.work.database
    if not await opened.is_newest():
        return [problem("base de datos", "old")]
    if opened.file and (wrong := snapshot.problems(opened.file)):
        return [problem("base de datos", "damaged", line=wrong[0])]
    return [ok("base de datos")]


async def program(ground: Ground) -> list[Finding]:
    """Whether somebody works, and gets on with it."""
    if ground.work is None:
        return []
    async with ground.work.look() as desk:
        health = await measure(desk)
    rounds, waiting = health.vitals.rounds, health.counts.waiting_replies
    if not _may_be_at_work(ground.work.database) or rounds is None:
        return [warning("programa", "stopped")]
    if ground.work.clock() - rounds > ROUNDS_OLD:
        return [problem("programa", "stuck", since=f"{rounds:%Y-%m-%d %H:%M}")]
    if waiting > WAITS_LONG:
        return [warning("programa", "waits", count=waiting)]
    return [ok("programa")]


def _may_be_at_work(database: Database) -> bool:
    """With a server it is not known whether somebody is; there the rounds tell."""
    if database.file is None:
        return True
    try:
        with held(database.file):
            return False
    except HomeInUse:
        return True

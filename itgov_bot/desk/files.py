"""Files that people send: who may send how many of them, and which are swept because nothing needs them."""

from collections.abc import Sequence
from datetime import timedelta

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.people import roles_of
from itgov_bot.desk.tickets.lookup import is_ours
from itgov_bot.domain.people import Person, may_work_tickets
from itgov_bot.domain.tickets.files import FileProblem, Quota
from itgov_bot.messages import Incoming
from itgov_bot.storage import marks, people
from itgov_bot.storage.privacy import kept_files

EXPORTS = "exports"
"""The folder, in that of the files, of what is kept about people while it leaves."""
EXPORT_STAYS = timedelta(days=1)
"""Long enough for a night without network."""
DAY = timedelta(days=1)
SWEPT_AFTER = timedelta(hours=1)
"""How long a file may belong to nothing: somebody may be about to say what it is for."""
TOLD_MARKS = "files told:"


async def admit(
    desk: Desk, incoming: Incoming, files: Sequence[tuple[str, int]], quota: Quota
) -> dict[str, FileProblem]:
    """Enters the files that somebody sends, by their paths to be and their sizes as claimed, with their owner.

    Returns why some are not admitted, by path. In a group files are only taken when they answer something of ours, of
    people who may work on cases; the others are talk.
    """
    chat = None if incoming.is_group else incoming.address.chat
    if incoming.is_group and not await _may_answer(desk, incoming):
        return dict.fromkeys((path for path, _ in files), "unsaid")
    person = await people.get_or_create(desk.session, incoming.sender, chat, desk.now)
    refused: dict[str, FileProblem] = {}
    many, size = await kept_files.since(desk.session, person.id, desk.now - DAY)
    for path, claimed in files:
        if many >= quota.files or size + claimed > quota.bytes:
            refused[path] = await _over_quota(desk, person)
        else:
            many, size = many + 1, size + claimed
            await kept_files.add(desk.session, person.id, path, claimed, desk.now)
    return refused


async def _may_answer(desk: Desk, incoming: Incoming) -> bool:
    known = await people.by_user(desk.session, incoming.sender.channel, incoming.sender.user)
    if known is None or not may_work_tickets(await roles_of(desk, known)):
        return False
    return incoming.reply_to_text is not None or await is_ours(desk, incoming.address, incoming.reply_to_ref)


async def _over_quota(desk: Desk, person: Person) -> FileProblem:
    """Said once a day."""
    is_first = await marks.mark_once(desk.session, f"{TOLD_MARKS}{person.id}", desk.now)
    return "over_quota" if is_first else "unsaid"


async def settle(desk: Desk, sizes: dict[str, int | None]) -> None:
    """Notes which of the admitted files are there, and how long they are; None for one that never came."""
    for path, size in sizes.items():
        if size is None:
            await kept_files.never_came(desk.session, path, desk.now)
        else:
            await kept_files.arrived(desk.session, path, size)


async def swept(desk: Desk) -> list[str]:
    """The paths of the files that nothing named for an hour: they are gone from now on. Old counts go too."""
    paths = await kept_files.unnamed(desk.session, desk.now - SWEPT_AFTER)
    await kept_files.mark_gone(desk.session, paths, desk.now)
    await kept_files.forget_before(desk.session, desk.now - DAY)
    await marks.forget_before(TOLD_MARKS, desk.session, desk.now - DAY)
    return paths


async def nobodys(desk: Desk, paths: Sequence[str]) -> list[str]:
    """Of files on disk, those that no row knows: left by a version or a process that is no more."""
    known = await kept_files.named(desk.session, paths)
    return [path for path in paths if path not in known]

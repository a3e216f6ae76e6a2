"""What is still to be recorded, told to whose it is; and later, or where it is nobody's, to managers and administrators."""

from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.facts import ReadingsMissing, RecordingFact
from itgov_bot.domain.people import Role
from itgov_bot.outbox.posting import post
from itgov_bot.wording.managers.recording import reminders as words


async def tell(desk: Desk, fact: RecordingFact) -> None:
    if isinstance(fact, ReadingsMissing):
        await post(desk.session, fact.person.address, words.missing(fact), desk.now)
        return
    found = [*await support.reachable(desk, Role.MANAGER), *await support.administrators(desk)]
    for person in {one.id: one for one in found}.values():
        await post(desk.session, person.address, words.overdue(fact), desk.now)

"""How the desk stands, kept in sight in its group: one message, which is edited when it says something else."""

from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.facts import ShiftStands
from itgov_bot.outbox.posting import last_of_card, post
from itgov_bot.wording.agents import shift as words


async def tell(desk: Desk, fact: ShiftStands) -> None:
    """The hour alone is no news: it says since when it stands so."""
    group = await support.group(desk)
    if group is None:
        return
    reply = words.standing(fact.shift, desk.local_now)
    last = await last_of_card(desk.session, group, words.CARD)
    if last is None or words.without_hour(last.text) != words.without_hour(reply.text):
        await post(desk.session, group, reply, desk.now)

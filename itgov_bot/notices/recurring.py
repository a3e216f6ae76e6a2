"""The notices that several rows of `table` share: the renewed card, the word to who had the case, to who is given it."""

from dataclasses import replace
from datetime import timedelta

from itgov_bot.domain.tickets.addressee import Whom
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.notices import audience as to
from itgov_bot.notices import called
from itgov_bot.notices import conditions as so
from itgov_bot.notices.audience import but_actor
from itgov_bot.notices.conditions import unless
from itgov_bot.notices.notice import Notice
from itgov_bot.replies import Reply
from itgov_bot.wording.agents.duty import pages
from itgov_bot.wording.agents.tickets import card as ticket_card
from itgov_bot.wording.agents.tickets import colleague_news as peers
from itgov_bot.wording.agents.tickets import news as agents
from itgov_bot.wording.staff.outages import news as outage_news
from itgov_bot.wording.staff.tickets import news as staff
from itgov_bot.wording.staff.tickets import together

A_NIGHT = timedelta(hours=12)
"""What is left of a page after it is read at the desk, and wakes nobody any more."""


def card(ticket: TicketView, _event: EventView) -> Reply:
    return ticket_card.card(ticket)


CARD = Notice(to.desk, card, renews_card=True)
CARD_SEEN = replace(CARD, when=unless(so.nobody_saw_it))
"""Of what was solved before the desk heard of it there is none to renew."""
BESIDE_HOLDER = Notice(
    but_actor(to.previous_holder),
    peers.done_by_colleague,
    answers=Whom.COLLEAGUE,
    says_together=peers.all_done_by_colleague,
)
"""A colleague did something to what somebody has: who had it hears of it."""
GIVEN = (
    Notice(but_actor(to.requester), staff.assigned, says_together=together.assigned),
    Notice(but_actor(to.affected_besides_requester), outage_news.assigned, answers=Whom.AFFECTED),
)
GIVEN_TO_YOU = Notice(
    but_actor(to.new_holder),
    peers.assigned_to_you,
    answers=Whom.COLLEAGUE,
    says_together=peers.all_assigned_to_you,
)
TOOK_IN = Notice(but_actor(to.holder), peers.took_in, when=so.took_in_anothers, answers=Whom.COLLEAGUE)
PAGE_OVER = Notice(but_actor(called.page_messages), pages.page_over)
NOT_NEEDED = (
    replace(PAGE_OVER, when=so.of_urgent),
    Notice(but_actor(called.paged_without_holder), agents.no_longer_needed, when=so.of_urgent),
)
"""When an urgent ticket is over: those who were called read so, and their messages lose the buttons."""

"""Who hears of which fact, and in which words. Every kind of fact has its row: one that nobody hears of is an empty one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from itgov_bot.domain.tickets.addressee import Whom
from itgov_bot.domain.tickets.events import EventKind, ReminderKind
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.notices.audience import (
    Audience,
    affected,
    affected_besides_requester,
    affected_besides_requesters,
    but_actor,
    colleague,
    coordinators,
    coordinators_or_desk,
    desk,
    desk_side,
    followers,
    holder,
    holder_or_desk,
    new_holder,
    previous_holder,
    reader,
    recovered_besides_requesters,
    requester,
)
from itgov_bot.notices.called import (
    attending,
    attending_and_who_asked,
    desk_besides_named,
    knew_of_event,
    mailboxes_of_named,
    mailboxes_written_to,
    named,
    page_messages,
    paged_before,
    paged_without_holder,
    told_at_once,
    told_nobody_answers,
    whole_desk,
)
from itgov_bot.notices.conditions import (
    Condition,
    always,
    by_desk,
    by_hand,
    by_requester,
    by_requester_of_no_event,
    came_with_another,
    for_requester,
    for_somebody,
    for_the_first_time,
    from_outside,
    had_it,
    into_another,
    into_another_of_urgent,
    is_still_shown,
    never,
    nobody_saw_it,
    of_event,
    of_urgent,
    on_its_own,
    people_were_called,
    says_it_works,
    taken_for_work,
    to_somebody,
    took_in_anothers,
    undone_before_coordinators,
    undone_before_followers,
    undone_before_them,
    unless,
)
from itgov_bot.replies import Reply
from itgov_bot.wording.agents import alerts
from itgov_bot.wording.agents.duty import letters as page_letters
from itgov_bot.wording.agents.duty import pages
from itgov_bot.wording.agents.tickets import accompaniment, colleague_news
from itgov_bot.wording.agents.tickets import card as ticket_card
from itgov_bot.wording.agents.tickets import news as agents
from itgov_bot.wording.managers import night
from itgov_bot.wording.staff import event_news, outage_news, rating, together, urgent
from itgov_bot.wording.staff import ticket_news as staff

Words = Callable[[TicketView, EventView], Reply]
WordsTogether = Callable[[Sequence[TicketView], EventView], Reply]
"""Of several tickets; the event is that of the last one."""


A_NIGHT = timedelta(hours=12)
"""What is left of a page after it is read at the desk, and wakes nobody any more."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What an audience reads of a fact, `when` it is so. The files that came with it follow where `files` is set.

    `renews_card`: the ticket's card at the desk is brought up to date: edited, never repeated, and once for all facts.
    `lasts`: after this it is no longer sent. `says_together`: what they read who hear the same of several tickets at once.
    `answers`: who an answer to it is for, beside the ticket's requester: the PERSON whose words it shows, the COLLEAGUE who
    did it, or the desk, of whom an outage hits.
    """

    to: Audience
    says: Words | None
    when: Condition = always
    files: bool = False
    urgent: Condition = never
    renews_card: bool = False
    lasts: timedelta | None = None
    says_together: WordsTogether | None = None
    answers: Whom | None = None


def card(ticket: TicketView, _event: EventView) -> Reply:
    return ticket_card.card(ticket)


CARD = Notice(desk, card, renews_card=True)
CARD_SEEN = replace(CARD, when=unless(nobody_saw_it))
"""Of what was solved before the desk heard of it there is none to renew."""
BESIDE_HOLDER = Notice(
    but_actor(previous_holder),
    colleague_news.done_by_colleague,
    answers=Whom.COLLEAGUE,
    says_together=colleague_news.all_done_by_colleague,
)
"""A colleague did something to what somebody has: who had it hears of it."""
TOOK_IN = Notice(but_actor(holder), colleague_news.took_in, when=took_in_anothers, answers=Whom.COLLEAGUE)
PAGE_OVER = Notice(but_actor(page_messages), pages.page_over)
NOT_NEEDED = (
    replace(PAGE_OVER, when=of_urgent),
    Notice(but_actor(paged_without_holder), agents.no_longer_needed, when=of_urgent),
)
"""When an urgent ticket is over: those who were called read so, and their messages lose the buttons."""

NOTICES: dict[EventKind | ReminderKind, tuple[Notice, ...]] = {
    EventKind.OPENED: (
        Notice(desk, pages.opened, files=True, urgent=of_urgent),
        Notice(requester, staff.opened_for_you, when=for_somebody),
    ),
    EventKind.PAGED: (
        Notice(named, pages.page, files=True, urgent=always),
        Notice(told_at_once, night.paged, when=for_the_first_time),
    ),
    EventKind.CALLED_OTHERWISE: (
        Notice(mailboxes_of_named, page_letters.page, urgent=always, lasts=A_NIGHT),
    ),
    EventKind.PAGE_UNHEARD: (
        Notice(named, page_letters.unheard, urgent=always),
        Notice(mailboxes_of_named, page_letters.unheard_by_mail, urgent=always, lasts=A_NIGHT),
        Notice(desk_besides_named, page_letters.unheard, urgent=always),
        Notice(requester, urgent.nobody_heard, when=for_the_first_time),  # after «Su caso quedó abierto»
    ),
    EventKind.PAGE_DECLINED: (),
    EventKind.PAGE_UNANSWERED: (
        Notice(whole_desk, pages.nobody_answers, urgent=always),
        Notice(requester, staff.nobody_answers, urgent=always),
    ),
    EventKind.PAGE_WAITS: (),
    EventKind.REPORTS_SHOWN: (Notice(named, pages.more_reports, urgent=always),),
    EventKind.PAGE_PASSED: (
        PAGE_OVER,
        Notice(paged_before, agents.passed_to_desk),
        Notice(desk, pages.first_in_line, urgent=always),
        Notice(requester, staff.passed_to_desk),
        CARD,
    ),
    EventKind.PAGE_LAPSED: (PAGE_OVER, Notice(desk, accompaniment.nobody_went), CARD),
    EventKind.GUARD_CALLED: (
        Notice(but_actor(requester), staff.guard_called, urgent=always),
        Notice(but_actor(previous_holder), colleague_news.handed_to_guard, answers=Whom.COLLEAGUE),
        CARD,
    ),
    EventKind.FIRST_IN_LINE: (Notice(desk, pages.first_in_line, urgent=always), CARD),
    EventKind.URGENCY_WITHDRAWN: (
        PAGE_OVER,
        Notice(but_actor(paged_before), agents.no_longer_needed),
        Notice(but_actor(requester), staff.urgency_withdrawn),
        CARD,
    ),
    EventKind.TAKEN: (
        Notice(requester, staff.taken, when=taken_for_work),
        Notice(requester, event_news.confirmed, when=of_event),
        Notice(but_actor(affected_besides_requester), outage_news.taken, answers=Whom.AFFECTED),
        BESIDE_HOLDER,
        CARD,
        Notice(
            but_actor(paged_before),
            agents.somebody_took_it,
            when=people_were_called,
            answers=Whom.COLLEAGUE,
        ),
        Notice(but_actor(told_nobody_answers), agents.somebody_took_it, answers=Whom.COLLEAGUE),
        Notice(but_actor(told_at_once), night.taken, when=of_urgent),
        Notice(but_actor(mailboxes_written_to), page_letters.taken, when=of_urgent, lasts=A_NIGHT),
    ),
    EventKind.REMINDED: (Notice(attending, agents.reminded, urgent=of_urgent, answers=Whom.PERSON),),
    EventKind.COMPLAINED: (Notice(coordinators_or_desk, alerts.complained, answers=Whom.PERSON),),
    EventKind.MESSAGE_ADDED: (
        Notice(
            attending_and_who_asked,
            agents.requester_wrote,
            urgent=of_urgent,
            files=True,
            answers=Whom.PERSON,
        ),
    ),
    EventKind.FILE_ADDED: (
        Notice(attending_and_who_asked, None, when=from_outside, files=True, answers=Whom.PERSON),
        Notice(reader, None, when=by_desk, files=True),
        replace(BESIDE_HOLDER, when=by_desk, files=True),
        replace(CARD, when=by_desk),
    ),
    EventKind.DETAILS_TOLD: (
        Notice(attending_and_who_asked, agents.requester_told_where, urgent=of_urgent, answers=Whom.PERSON),
        CARD,
    ),
    EventKind.TAKEN_BACK: (
        Notice(attending, agents.taken_back, when=unless(by_desk), answers=Whom.PERSON),
        Notice(requester, staff.taken_back, when=by_desk),
        CARD,
    ),
    EventKind.ERASED: (replace(CARD, when=is_still_shown),),
    EventKind.ANSWERED: (
        Notice(reader, staff.answered, files=True),
        replace(BESIDE_HOLDER, files=True),
        CARD,
    ),
    EventKind.NOTED: (Notice(but_actor(colleague), colleague_news.colleague_wrote, answers=Whom.COLLEAGUE),),
    EventKind.ASSIGNED: (
        Notice(but_actor(requester), staff.assigned, says_together=together.assigned),
        Notice(but_actor(affected_besides_requester), outage_news.assigned, answers=Whom.AFFECTED),
        Notice(
            but_actor(new_holder),
            colleague_news.assigned_to_you,
            when=unless(came_with_another),
            answers=Whom.COLLEAGUE,
            says_together=colleague_news.all_assigned_to_you,
        ),
        BESIDE_HOLDER,
        CARD,
    ),
    EventKind.RETURNED: (
        Notice(but_actor(requester), staff.returned, says_together=together.returned),
        Notice(desk, agents.returned, when=on_its_own),
        CARD,
    ),
    EventKind.WAITING: (Notice(but_actor(requester), staff.waiting), BESIDE_HOLDER, CARD),
    EventKind.RESUMED: (
        Notice(but_actor(requester), staff.resumed, when=by_hand),
        replace(BESIDE_HOLDER, when=by_hand),
        CARD,
    ),
    EventKind.ESCALATED: (
        Notice(but_actor(requester), staff.assigned, when=to_somebody),
        Notice(
            but_actor(affected_besides_requester),
            outage_news.assigned,
            when=to_somebody,
            answers=Whom.AFFECTED,
        ),
        Notice(
            but_actor(new_holder), colleague_news.assigned_to_you, when=to_somebody, answers=Whom.COLLEAGUE
        ),
        BESIDE_HOLDER,
        Notice(but_actor(requester), staff.escalated, when=unless(to_somebody)),
        Notice(
            but_actor(coordinators),
            colleague_news.escalated,
            when=unless(to_somebody),
            answers=Whom.COLLEAGUE,
        ),
        CARD,
    ),
    EventKind.SERVICE_CHANGED: (Notice(but_actor(requester), staff.service_changed), CARD),
    EventKind.PRIORITY_CHANGED: (BESIDE_HOLDER, CARD),
    EventKind.MERGED: (
        Notice(but_actor(requester), staff.merged, when=into_another, says_together=together.merged),
        Notice(but_actor(followers), staff.merged_further, when=into_another),
        BESIDE_HOLDER,
        TOOK_IN,
        *(replace(one, when=into_another_of_urgent) for one in NOT_NEEDED),
        CARD,
    ),
    EventKind.OUTAGE_MARKED: (CARD,),
    EventKind.OUTAGE_ENDED: (CARD,),
    EventKind.OUTAGE_UNMARKED: (Notice(named, outage_news.was_none, answers=Whom.AFFECTED), CARD),
    EventKind.OUTAGE_JOINED: (CARD,),
    EventKind.OUTAGE_NEWS: (Notice(but_actor(affected), outage_news.progress, answers=Whom.AFFECTED), CARD),
    EventKind.RATED: (CARD_SEEN,),
    EventKind.CLOSED: (Notice(requester, rating.closed_by_time), CARD_SEEN),
    EventKind.RESOLVED: (
        Notice(requester, rating.resolved, when=unless(says_it_works), says_together=together.resolved),
        Notice(attending, agents.works_again, when=says_it_works, answers=Whom.PERSON),
        Notice(but_actor(followers), staff.resolved),
        Notice(but_actor(recovered_besides_requesters), outage_news.recovered, answers=Whom.AFFECTED),
        Notice(but_actor(told_at_once), night.resolved, when=of_urgent),
        BESIDE_HOLDER,
        *NOT_NEEDED,
        CARD,
    ),
    EventKind.SELF_SOLVED: (),
    EventKind.SOLUTION_SORTED: (CARD,),
    EventKind.UNDONE: (
        Notice(but_actor(requester), staff.undone, when=undone_before_them, says_together=together.undone),
        Notice(but_actor(followers), staff.undone, when=undone_before_followers),
        Notice(
            but_actor(previous_holder),
            colleague_news.not_yours_after_all,
            says_together=colleague_news.all_not_yours_after_all,
        ),
        TOOK_IN,
        Notice(
            but_actor(coordinators), colleague_news.not_escalated_after_all, when=undone_before_coordinators
        ),
        CARD,
    ),
    EventKind.REOPENED: (
        CARD,
        Notice(but_actor(affected_besides_requesters), outage_news.fails_again, answers=Whom.AFFECTED),
        Notice(desk_side, agents.reopened, when=by_requester, answers=Whom.PERSON),
        Notice(but_actor(requester), staff.reopened),
        Notice(but_actor(followers), staff.reopened, when=unless(by_requester)),
    ),
    EventKind.CANCELLED: (
        Notice(but_actor(requester), staff.voided, when=by_desk),
        Notice(but_actor(followers), staff.voided, when=by_desk),
        Notice(
            but_actor(affected_besides_requesters), outage_news.was_none, when=by_desk, answers=Whom.AFFECTED
        ),
        replace(BESIDE_HOLDER, when=unless(of_event)),
        Notice(
            but_actor(holder),
            agents.cancelled_by_requester,
            when=by_requester_of_no_event,
            answers=Whom.PERSON,
        ),
        Notice(but_actor(holder), accompaniment.cancelled, when=of_event),
        Notice(but_actor(knew_of_event), accompaniment.cancelled, when=of_event),
        *NOT_NEEDED,
        CARD,
    ),
    EventKind.EVENT_CALLED: (Notice(named, accompaniment.ask_to_go, urgent=always),),
    EventKind.EVENT_DECLINED: (
        Notice(requester, event_news.cannot_go, when=had_it),
        Notice(but_actor(desk), accompaniment.no_longer_going, when=had_it),
        replace(CARD, when=had_it),
    ),
    EventKind.EVENT_MOVED: (
        Notice(but_actor(requester), event_news.moved),
        Notice(but_actor(holder), accompaniment.moved_for_holder),
        Notice(but_actor(knew_of_event), accompaniment.moved),
        CARD,
    ),
    ReminderKind.DUE_SOON: (Notice(desk_side, alerts.due_soon),),
    ReminderKind.OVERDUE: (Notice(coordinators_or_desk, alerts.overdue),),
    ReminderKind.RATING_AWAITED: (Notice(requester, rating.reminder),),
    ReminderKind.RATED_LOW: (Notice(coordinators_or_desk, alerts.low_for_coordinator),),
    ReminderKind.OUTAGE_GREW: (CARD,),
    ReminderKind.EVENT_SOON: (
        Notice(holder, accompaniment.soon, urgent=always),
        Notice(requester, event_news.soon, when=for_requester),
    ),
    ReminderKind.EVENT_UNCONFIRMED: (
        Notice(desk_besides_named, accompaniment.nobody_yet, urgent=always),
        Notice(requester, event_news.nobody_yet, when=for_requester),
    ),
    ReminderKind.EVENT_OVER: (Notice(holder_or_desk, accompaniment.how_was_it),),
    ReminderKind.HELD_AT_CLOSING: (Notice(holder, agents.held_at_closing, urgent=always),),
}

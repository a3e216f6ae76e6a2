"""Who hears of which fact, and in which words. Every kind of fact has its row: one that nobody hears of is an empty one."""

from dataclasses import replace

from itgov_bot.domain.tickets.addressee import Whom
from itgov_bot.domain.tickets.events import EventKind, ReminderKind
from itgov_bot.notices import audience as to
from itgov_bot.notices import called
from itgov_bot.notices import conditions as so
from itgov_bot.notices.audience import but_actor
from itgov_bot.notices.conditions import unless
from itgov_bot.notices.notice import Notice
from itgov_bot.notices.recurring import (
    A_NIGHT,
    BESIDE_HOLDER,
    CARD,
    CARD_SEEN,
    GIVEN,
    GIVEN_TO_YOU,
    NOT_NEEDED,
    PAGE_OVER,
    TOOK_IN,
)
from itgov_bot.wording.agents import alerts
from itgov_bot.wording.agents.duty import letters as page_letters
from itgov_bot.wording.agents.duty import pages
from itgov_bot.wording.agents.tickets import accompaniment
from itgov_bot.wording.agents.tickets import colleague_news as peers
from itgov_bot.wording.agents.tickets import news as agents
from itgov_bot.wording.managers import night
from itgov_bot.wording.staff import urgent
from itgov_bot.wording.staff.outages import news as outage_news
from itgov_bot.wording.staff.tickets import event_news, rating, together
from itgov_bot.wording.staff.tickets import news as staff

NOTICES: dict[EventKind | ReminderKind, tuple[Notice, ...]] = {
    EventKind.OPENED: (
        Notice(to.desk, pages.opened, files=True, urgent=so.of_urgent),
        Notice(to.requester, staff.opened_for_you, when=so.for_somebody),
    ),
    EventKind.PAGED: (
        Notice(called.named, pages.page, files=True, urgent=so.always),
        Notice(called.told_at_once, night.paged, when=so.for_the_first_time),
    ),
    EventKind.CALLED_OTHERWISE: (
        Notice(called.mailboxes_of_named, page_letters.page, urgent=so.always, lasts=A_NIGHT),
    ),
    EventKind.PAGE_UNHEARD: (
        Notice(called.named, page_letters.unheard, urgent=so.always),
        Notice(called.mailboxes_of_named, page_letters.unheard_by_mail, urgent=so.always, lasts=A_NIGHT),
        Notice(called.desk_besides_named, page_letters.unheard, urgent=so.always),
        # After «Su caso quedó abierto».
        Notice(to.requester, urgent.nobody_heard, when=so.for_the_first_time),
    ),
    EventKind.PAGE_DECLINED: (),
    EventKind.PAGE_UNANSWERED: (
        Notice(called.whole_desk, pages.nobody_answers, urgent=so.always),
        Notice(to.requester, staff.nobody_answers, urgent=so.always),
    ),
    EventKind.PAGE_WAITS: (),
    EventKind.REPORTS_SHOWN: (Notice(called.named, pages.more_reports, urgent=so.always),),
    EventKind.PAGE_PASSED: (
        PAGE_OVER,
        Notice(called.paged_before, agents.passed_to_desk),
        Notice(to.desk, pages.first_in_line, urgent=so.always),
        Notice(to.requester, staff.passed_to_desk),
        CARD,
    ),
    EventKind.PAGE_LAPSED: (PAGE_OVER, Notice(to.desk, accompaniment.nobody_went), CARD),
    EventKind.GUARD_CALLED: (
        Notice(but_actor(to.requester), staff.guard_called, urgent=so.always),
        Notice(but_actor(to.previous_holder), peers.handed_to_guard, answers=Whom.COLLEAGUE),
        CARD,
    ),
    EventKind.FIRST_IN_LINE: (Notice(to.desk, pages.first_in_line, urgent=so.always), CARD),
    EventKind.URGENCY_WITHDRAWN: (
        PAGE_OVER,
        Notice(but_actor(called.paged_before), agents.no_longer_needed),
        Notice(but_actor(to.requester), staff.urgency_withdrawn),
        CARD,
    ),
    EventKind.TAKEN: (
        Notice(to.requester, staff.taken, when=so.taken_for_work),
        Notice(to.requester, event_news.confirmed, when=so.of_event),
        Notice(but_actor(to.affected_besides_requester), outage_news.taken, answers=Whom.AFFECTED),
        BESIDE_HOLDER,
        CARD,
        Notice(
            but_actor(called.paged_before),
            agents.somebody_took_it,
            when=so.people_were_called,
            answers=Whom.COLLEAGUE,
        ),
        Notice(but_actor(called.told_nobody_answers), agents.somebody_took_it, answers=Whom.COLLEAGUE),
        Notice(but_actor(called.told_at_once), night.taken, when=so.of_urgent),
        Notice(but_actor(called.mailboxes_written_to), page_letters.taken, when=so.of_urgent, lasts=A_NIGHT),
    ),
    EventKind.REMINDED: (
        Notice(called.attending, agents.reminded, urgent=so.of_urgent, answers=Whom.PERSON),
    ),
    EventKind.COMPLAINED: (Notice(to.coordinators_or_desk, alerts.complained, answers=Whom.PERSON),),
    EventKind.MESSAGE_ADDED: (
        Notice(
            called.attending_and_who_asked,
            agents.requester_wrote,
            urgent=so.of_urgent,
            files=True,
            answers=Whom.PERSON,
        ),
    ),
    EventKind.FILE_ADDED: (
        Notice(called.attending_and_who_asked, None, when=so.from_outside, files=True, answers=Whom.PERSON),
        Notice(to.reader, None, when=so.by_desk, files=True),
        replace(BESIDE_HOLDER, when=so.by_desk, files=True),
        replace(CARD, when=so.by_desk),
    ),
    EventKind.DETAILS_TOLD: (
        Notice(
            called.attending_and_who_asked,
            agents.requester_told_where,
            urgent=so.of_urgent,
            answers=Whom.PERSON,
        ),
        CARD,
    ),
    EventKind.TAKEN_BACK: (
        Notice(called.attending, agents.taken_back, when=unless(so.by_desk), answers=Whom.PERSON),
        Notice(to.requester, staff.taken_back, when=so.by_desk),
        CARD,
    ),
    EventKind.ERASED: (replace(CARD, when=so.is_still_shown),),
    EventKind.ANSWERED: (
        Notice(to.reader, staff.answered, files=True),
        replace(BESIDE_HOLDER, files=True),
        CARD,
    ),
    EventKind.NOTED: (
        Notice(but_actor(to.colleague), peers.colleague_wrote, answers=Whom.COLLEAGUE),
        replace(CARD, when=so.tells_place),
    ),
    EventKind.ASSIGNED: (
        *GIVEN,
        replace(GIVEN_TO_YOU, when=unless(so.came_with_another)),
        BESIDE_HOLDER,
        CARD,
    ),
    EventKind.RETURNED: (
        Notice(but_actor(to.requester), staff.returned, says_together=together.returned),
        Notice(to.desk, agents.returned, when=so.on_its_own),
        CARD,
    ),
    EventKind.WAITING: (Notice(but_actor(to.requester), staff.waiting), BESIDE_HOLDER, CARD),
    EventKind.RESUMED: (
        Notice(but_actor(to.requester), staff.resumed, when=so.by_hand),
        replace(BESIDE_HOLDER, when=so.by_hand),
        CARD,
    ),
    EventKind.ESCALATED: (
        *(replace(one, when=so.to_somebody, says_together=None) for one in (*GIVEN, GIVEN_TO_YOU)),
        BESIDE_HOLDER,
        Notice(but_actor(to.requester), staff.escalated, when=unless(so.to_somebody)),
        Notice(
            but_actor(to.coordinators), peers.escalated, when=unless(so.to_somebody), answers=Whom.COLLEAGUE
        ),
        CARD,
    ),
    EventKind.SERVICE_CHANGED: (Notice(but_actor(to.requester), staff.service_changed), CARD),
    EventKind.PRIORITY_CHANGED: (BESIDE_HOLDER, CARD),
    EventKind.MERGED: (
        Notice(but_actor(to.requester), staff.merged, when=so.into_another, says_together=together.merged),
        Notice(but_actor(to.followers), staff.merged_further, when=so.into_another),
        BESIDE_HOLDER,
        TOOK_IN,
        *(replace(one, when=so.into_another_of_urgent) for one in NOT_NEEDED),
        CARD,
    ),
    EventKind.OUTAGE_MARKED: (CARD,),
    EventKind.OUTAGE_ENDED: (CARD,),
    EventKind.OUTAGE_UNMARKED: (Notice(called.named, outage_news.was_none, answers=Whom.AFFECTED), CARD),
    EventKind.OUTAGE_JOINED: (CARD,),
    EventKind.OUTAGE_NEWS: (
        Notice(but_actor(to.affected), outage_news.progress, answers=Whom.AFFECTED),
        CARD,
    ),
    EventKind.RATED: (CARD_SEEN,),
    EventKind.CLOSED: (Notice(to.requester, rating.closed_by_time), CARD_SEEN),
    EventKind.RESOLVED: (
        Notice(to.requester, rating.resolved, when=unless(so.says_it_works), says_together=together.resolved),
        Notice(called.attending, agents.works_again, when=so.says_it_works, answers=Whom.PERSON),
        Notice(but_actor(to.followers), staff.resolved),
        Notice(but_actor(to.recovered_besides_requesters), outage_news.recovered, answers=Whom.AFFECTED),
        Notice(but_actor(called.told_at_once), night.resolved, when=so.of_urgent),
        BESIDE_HOLDER,
        *NOT_NEEDED,
        CARD,
    ),
    EventKind.SELF_SOLVED: (),
    EventKind.SOLUTION_SORTED: (CARD,),
    EventKind.CORRECTED: (
        Notice(but_actor(to.requester), staff.corrected),
        Notice(but_actor(to.followers), staff.corrected),
        CARD,
    ),
    EventKind.PLACE_CHANGED: (Notice(but_actor(to.requester), staff.placed), BESIDE_HOLDER, CARD),
    EventKind.UNDONE: (
        Notice(
            but_actor(to.requester), staff.undone, when=so.undone_before_them, says_together=together.undone
        ),
        Notice(but_actor(to.followers), staff.undone, when=so.undone_before_followers),
        Notice(
            but_actor(to.previous_holder),
            peers.not_yours_after_all,
            says_together=peers.all_not_yours_after_all,
        ),
        TOOK_IN,
        Notice(but_actor(to.coordinators), peers.not_escalated_after_all, when=so.undone_before_coordinators),
        CARD,
    ),
    EventKind.REOPENED: (
        CARD,
        Notice(but_actor(to.affected_besides_requesters), outage_news.fails_again, answers=Whom.AFFECTED),
        Notice(to.desk_side, agents.reopened, when=so.by_requester, answers=Whom.PERSON),
        Notice(but_actor(to.requester), staff.reopened),
        Notice(but_actor(to.followers), staff.reopened, when=unless(so.by_requester)),
    ),
    EventKind.CANCELLED: (
        Notice(but_actor(to.requester), staff.voided, when=so.by_desk),
        Notice(but_actor(to.followers), staff.voided, when=so.by_desk),
        Notice(
            but_actor(to.affected_besides_requesters),
            outage_news.was_none,
            when=so.by_desk,
            answers=Whom.AFFECTED,
        ),
        replace(BESIDE_HOLDER, when=unless(so.of_event)),
        Notice(
            but_actor(to.holder),
            agents.cancelled_by_requester,
            when=so.by_requester_of_no_event,
            answers=Whom.PERSON,
        ),
        Notice(but_actor(to.holder), accompaniment.cancelled, when=so.of_event),
        Notice(but_actor(called.knew_of_event), accompaniment.cancelled, when=so.of_event),
        NOT_NEEDED[0],
        replace(NOT_NEEDED[1], when=so.of_urgent_no_event),
        CARD,
    ),
    EventKind.EVENT_CALLED: (Notice(called.named, accompaniment.ask_to_go, urgent=so.always),),
    EventKind.EVENT_DECLINED: (
        Notice(to.requester, event_news.cannot_go, when=so.had_it),
        Notice(but_actor(to.desk), accompaniment.no_longer_going, when=so.had_it),
        replace(CARD, when=so.had_it),
    ),
    EventKind.EVENT_MOVED: (
        Notice(but_actor(to.requester), event_news.moved),
        Notice(but_actor(to.holder), accompaniment.moved_for_holder),
        Notice(but_actor(called.knew_and_is_not_asked), accompaniment.moved),
        CARD,
    ),
    ReminderKind.DUE_SOON: (Notice(to.desk_side, alerts.due_soon),),
    ReminderKind.OVERDUE: (Notice(to.coordinators_or_desk, alerts.overdue),),
    ReminderKind.RATING_AWAITED: (Notice(to.requester, rating.reminder),),
    ReminderKind.RATED_LOW: (Notice(to.coordinators_or_desk, alerts.low_for_coordinator),),
    ReminderKind.OUTAGE_GREW: (CARD,),
    ReminderKind.EVENT_SOON: (
        Notice(to.holder, accompaniment.soon, urgent=so.always),
        Notice(to.requester, event_news.soon, when=so.for_requester),
    ),
    ReminderKind.EVENT_UNCONFIRMED: (
        Notice(called.desk_besides_named, accompaniment.nobody_yet, urgent=so.always),
        Notice(to.requester, event_news.nobody_yet, when=so.for_requester),
    ),
    ReminderKind.EVENT_OVER: (Notice(to.holder_or_desk, accompaniment.how_was_it),),
    ReminderKind.HELD_AT_CLOSING: (Notice(to.holder, agents.held_at_closing, urgent=so.always),),
}

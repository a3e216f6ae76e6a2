"""Who reads a free text, and in which order: the sections of TEXT_READERS, and of NEW_MATTER among them."""

from itgov_bot.conversation import command_words, plain_readers, still_asked
from itgov_bot.conversation.flows import event_change, own_name, team
from itgov_bot.conversation.flows.admins import in_words as people_in_words
from itgov_bot.conversation.flows.admins import leaving, taught_in_words
from itgov_bot.conversation.flows.agents import for_somebody
from itgov_bot.conversation.flows.agents.card import agenda, canned, holding, undo
from itgov_bot.conversation.flows.agents.duty import swap_answers
from itgov_bot.conversation.flows.agents.messages import files, to_question
from itgov_bot.conversation.flows.agents.orders import beside, by_name, of_last
from itgov_bot.conversation.flows.agents.orders import by_number as numbered
from itgov_bot.conversation.flows.agents.orders import guessed as guesses
from itgov_bot.conversation.flows.agents.orders.apart import takes_cases_apart
from itgov_bot.conversation.flows.agents.orders.corrected import puts_right
from itgov_bot.conversation.flows.agents.orders.said import asks_what_was_said
from itgov_bot.conversation.flows.agents.queue import asked as queue
from itgov_bot.conversation.flows.agents.several import in_words as bulk_orders
from itgov_bot.conversation.flows.called import asked as duty_asked
from itgov_bot.conversation.flows.called import handover
from itgov_bot.conversation.flows.called import heard as called
from itgov_bot.conversation.flows.called import outages as outages_told
from itgov_bot.conversation.flows.called import which as called_which
from itgov_bot.conversation.flows.going_on import answers, edits, readers
from itgov_bot.conversation.flows.managers import (
    export,
    in_sight,
    indicators,
    late,
    plan_words,
    recording,
    subscriptions,
)
from itgov_bot.conversation.flows.planned import told as planned
from itgov_bot.conversation.flows.staff import accompaniment, dangers, put_off, start, urgent
from itgov_bot.conversation.flows.staff.asked import beside_choice, everyday, questions, services, threads
from itgov_bot.conversation.flows.staff.oneself import introducing
from itgov_bot.conversation.flows.staff.outages import known as outages
from itgov_bot.conversation.flows.staff.outages import listing as outage_list
from itgov_bot.conversation.flows.staff.ticket_form import first_aid
from itgov_bot.conversation.flows.staff.tickets import additions, my_tickets, rating
from itgov_bot.conversation.flows.staff.wishes import of_tickets, person, wish_told
from itgov_bot.conversation.flows.steps import consent
from itgov_bot.conversation.in_form import in_form
from itgov_bot.conversation.sections import Section
from itgov_bot.conversation.with_rest import answered_with_rest
from itgov_bot.domain.people import (
    has_role,
    may_administer,
    may_coordinate,
    may_record_indicators,
    may_see_agenda,
    may_see_indicators,
    may_see_plans,
    may_see_summaries,
    may_work_tickets,
)

WHAT_IT_IS = Section(
    (
        edits.edited,
        to_question.answered_question,
        plain_readers.command,
        start.link_sent,
        plain_readers.too_long,
        dangers.warned_at_once,
    )
)
"""By what the message is, whatever it says."""

ANSWERS = (
    # To what was said last: the narrower ones before whatever button is called so.
    Section(
        (
            rating.answer_with_number,
            answers.sends_nothing,
            answers.which_named,
            put_off.part_named,
            put_off.named_again,
        )
    ),
    Section(
        (
            leaving.gives_roles_back,
            plain_readers.lesson_answered,
            taught_in_words.takes_lesson_back,
        ),
        only=may_administer,
    ),
    Section((beside.number_alone, undo.takes_back, called_which.answers_some_calls), only=may_work_tickets),
    Section(
        (
            plain_readers.choice_typed,
            dangers.asked_beside_offer,
            urgent.event_beside_offer,
            answered_with_rest,
            urgent.beside_offer,
        )
    ),
    # What answers a question that no form asks: the name of who works here, and the call of the guard.
    Section((own_name.says_their_name,)),
    Section(
        (
            takes_cases_apart,
            puts_right,
            handover.hands_over,
            outages_told.says_of_outage,
            called.answers_the_call,
        ),
        only=may_work_tickets,
    ),
    Section((swap_answers.answers_swap, answers.answered_message)),
    # An open form takes all else; what may be said beside it, `FORM_READERS` knows.
    Section((in_form, start.taken_up)),
)
"""Short answers to what was asked."""

OF_ROLES = (
    # What has one shape comes before what is ranked: an export sounds like an order, who has a case like a figure, and
    # managers ask for figures in any words.
    Section((command_words.of_role,), only=has_role),
    Section((people_in_words.says_of_people,), only=may_coordinate),
    Section((duty_asked.orders_trial,), only=may_administer),
    Section(
        (
            export.wants_export,
            subscriptions.wants_news,
            indicators.asks_of_others,
            indicators.asks_for_summary,
            in_sight.asks_of_sight,
            late.asks_of_changes,
        ),
        only=may_see_summaries,
    ),
    Section((plan_words.says_of_plan,), only=may_see_plans),
    Section(
        (
            files.sent_with_words,
            for_somebody.opens_for_somebody,
            team.says_of_swaps,
            planned.says_of_planned,
            bulk_orders.of_absent,
            team.says_of_absence,
        ),
        only=may_work_tickets,
    ),
    Section(
        (
            asks_what_was_said,
            by_name.orders_by_name,
            numbered.orders_by_number,
            canned.asked_to_keep,
            duty_asked.asked_of_urgent,
            of_last.asked_of_last,
            queue.ordered_in_bulk,
        ),
        only=may_work_tickets,
    ),
    Section((outage_list.how_many_asked,), only=may_see_summaries),
    Section((team.says_of_desk, queue.asks_of_queue, team.says_of_cases), only=may_work_tickets),
    Section((recording.wants_to_record, recording.says_of_theirs), only=may_record_indicators),
    Section(
        (subscriptions.answers_when, indicators.asks_of_figures),
        only=may_see_summaries,
    ),
)
"""What somebody with a role orders or asks."""

GOING_ON = (
    Section((indicators.goes_on_from_figures,), only=may_see_indicators),
    # What is no message to a case, though one goes on: it is given back, moved, asked after, or about themselves.
    Section((holding.given_back,), only=may_work_tickets),
    Section((event_change.change_told, event_change.who_goes_asked)),
    Section((agenda.asks_of_agenda,), only=may_see_agenda),
    Section((introducing.in_choice, introducing.new_data_told)),
    Section((guesses.numbered_order_guessed,), only=may_work_tickets),
    # What goes on; then what has nothing but a number, a name or files to go by.
    Section(
        (
            of_tickets.others_asked,
            first_aid.asked_what_to_do,
            dangers.more_of_sent,
            dangers.more_of_told,
            dangers.kept_aside,
            readers.goes_on,
        )
    ),
    Section((duty_asked.asks_of_guard,), only=may_work_tickets),
    Section(
        (
            additions.files_arrived,
            plain_readers.nothing_readable,
            my_tickets.ticket_number,
            services.service_id,
        )
    ),
)
"""What is about something that is known already."""

GUESSED_OF_ROLES = (
    Section((queue.may_ask_of_queue, team.may_say_of_desk), only=may_work_tickets),
    Section((recording.may_say_of_theirs,), only=may_record_indicators),
    Section((beside.not_understood,), only=may_work_tickets),
    Section((indicators.nothing_known,), only=may_see_indicators),
)
"""What the words of somebody with a role may be that no shape told, before they would begin a case."""

NEW_MATTER = (
    # What to do comes first, whatever the words are.
    Section((dangers.warned, dangers.begun)),
    # What is no report, plainly, by its words alone.
    Section(
        (
            questions.sign_alone,
            still_asked.kept_beside,
            consent.refused_at_once,
            everyday.which_of_them,
            beside_choice.elsewhere_told,
            beside_choice.outage_told,
            beside_choice.withdrawn,
            beside_choice.more_told,
            threads.asks_of_service,
            beside_choice.meaning_asked,
            questions.hours_clearly_asked,
            everyday.ours_asked,
            outage_list.maintenance_asked,
            threads.wanted,
            threads.place_told,
            person.number_left,
            person.call_asked,
            introducing.reach_told,
            introducing.introduced_alone,
            wish_told,
        )
    ),
    # What cannot wait, or is known already, is asked before it is looked which service it is about.
    Section(
        (
            outages.known_outage,
            urgent.exception_told,
            event_change.change_told,
            accompaniment.event_told,
        )
    ),
    # Whatever the message as a whole was understood to be.
    Section(
        (
            questions.hours_or_channels,
            questions.small_talk,
            questions.several_problems,
            questions.question,
        )
    ),
)
"""What a new message may be about; the last one takes anything."""

BEHIND_ANSWER = (
    Section((dangers.warned_at_once, in_form, readers.goes_on, plain_readers.says_nothing_new)),
    *NEW_MATTER,
)
"""What stood behind an answer that was done: for what it began, for what goes on, or a matter of its own."""

TEXT_READERS = (
    WHAT_IT_IS,
    *ANSWERS,
    *OF_ROLES,
    *GOING_ON,
    *GUESSED_OF_ROLES,
    Section((plain_readers.begins_anew,)),
    *NEW_MATTER,
)
"""In private."""

"""The buttons that stay good for ever, by the word their data begins with. Those of a form's step are for `pressing`."""

from collections.abc import Awaitable, Callable, Mapping

from itgov_bot.actions import Action
from itgov_bot.conversation import commands
from itgov_bot.conversation.flows import team
from itgov_bot.conversation.flows.admins import invitations, roles, teaching
from itgov_bot.conversation.flows.agents import duty
from itgov_bot.conversation.flows.agents.card import buttons as ticket_buttons
from itgov_bot.conversation.flows.agents.card import canned
from itgov_bot.conversation.flows.agents.maintenance import listing as maintenance
from itgov_bot.conversation.flows.agents.orders import by_name
from itgov_bot.conversation.flows.agents.queue import pages
from itgov_bot.conversation.flows.going_on import presses
from itgov_bot.conversation.flows.managers import (
    case,
    counted,
    export,
    indicators,
    night,
    plans,
    recording,
    report,
    subscriptions,
    summary,
)
from itgov_bot.conversation.flows.staff import start, ticket_form, urgent
from itgov_bot.conversation.flows.staff.asked import everyday, hours, processes, services
from itgov_bot.conversation.flows.staff.oneself import my_data, registration
from itgov_bot.conversation.flows.staff.outages import affected
from itgov_bot.conversation.flows.staff.outages import known as outages
from itgov_bot.conversation.flows.staff.ticket_form import first_aid, heard
from itgov_bot.conversation.flows.staff.tickets import my_tickets, rating
from itgov_bot.conversation.flows.staff.wishes import person, waiting
from itgov_bot.conversation.gates import only
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.people import (
    may_administer,
    may_ask_indicators,
    may_see_indicators,
    may_see_plans,
    may_see_summaries,
    may_work_tickets,
)

BUTTONS: Mapping[str, Callable[[Turn, str], Awaitable[None]]] = {
    Action.SERVICE: services.press_service,
    Action.PICK_SERVICE: services.pick_service,
    Action.CATEGORY: services.press_category,
    Action.NOT_THIS_SERVICE: services.not_this,
    Action.NEW_TICKET: ticket_form.press_new,
    Action.TAKE_UP: registration.take_up,
    Action.SHEET: services.press_sheet,
    Action.EVERYDAY: everyday.press,
    Action.FIRST_AID: first_aid.press,
    Action.IS_OURS: everyday.press_ours,
    Action.PERSON: person.press_person,
    Action.URGENT: urgent.press_urgent,
    Action.SAME_OUTAGE: outages.press_same,
    Action.STILL_FAILS: affected.press_still,
    Action.MAINTENANCE: only(may_work_tickets, maintenance.press),
    Action.NOT_MAINTENANCE: outages.press_cause,
    Action.HOURS: hours.hours,
    Action.CHANNELS: hours.channels,
    Action.PROCESSES: processes.press_search,
    Action.TICKET: my_tickets.press_ticket,
    Action.MY_TICKETS: my_tickets.press_page,
    Action.NEW_MATTER: presses.press_fresh,
    Action.GOES_TO: presses.press_goes,
    Action.TAKE_BACK: presses.press_back,
    Action.WORKS: presses.press_works,
    Action.FAILS: presses.press_fails,
    Action.REMIND: waiting.press_remind,
    Action.RATE: rating.press_rate,
    Action.TAKE: ticket_buttons.press_take,
    Action.AGENT: ticket_buttons.press_act,
    Action.DESK: pages.press_desk,
    Action.CANNED: only(may_work_tickets, canned.press),
    Action.DUTY: duty.press,
    Action.TEAM: only(may_work_tickets, team.press),
    Action.NAMED: only(may_work_tickets, by_name.press, in_private=True),
    Action.INDICATORS: only(may_see_indicators, indicators.press),
    Action.RECORD: only(may_ask_indicators, recording.press),
    Action.PLAN: only(may_see_plans, plans.press),
    Action.COUNTED: only(may_see_indicators, counted.press, in_private=True),
    Action.EXPORT: only(may_see_summaries, export.press, in_private=True),
    Action.REPORT: only(may_see_indicators, report.press, in_private=True),
    Action.NIGHT: only(may_see_summaries, night.press),
    Action.SUMMARY: only(may_see_summaries, summary.press, in_private=True),
    Action.NEWS: subscriptions.press,
    Action.LOOK: only(may_see_summaries, case.press, in_private=True),
    Action.MY_DATA: my_data.press,
    Action.INVITATION: invitations.press,
    Action.ROLE: roles.press_role,
    Action.TEACH: only(may_administer, teaching.press),
    Action.DRAFT: heard.press,
    Action.FORM: start.press_form,
    Action.HELP: start.help_me,
    Action.DONE: start.press_done,
    Action.COMMAND: commands.press,
}

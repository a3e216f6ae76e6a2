"""`/caso_para`: an agent opens a case for somebody who called, came by or wrote elsewhere."""

from itgov_bot.conversation.flows.agents.for_somebody import asking, sending
from itgov_bot.conversation.flows.agents.for_somebody.beginning import open_for, opens_for_somebody
from itgov_bot.conversation.form_types import ForSomebodyForm
from itgov_bot.conversation.turn import Flow
from itgov_bot.domain.people import may_work_tickets

__all__ = ["FOR_SOMEBODY", "open_for", "opens_for_somebody"]

FOR_SOMEBODY = Flow(
    "for_somebody",
    ForSomebodyForm,
    "el caso de otra persona",
    {**asking.STEPS, **sending.STEPS},
    gate=may_work_tickets,
    leaves_by_word=True,
)

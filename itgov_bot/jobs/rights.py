"""A round of its own: what the bot may do in the agents' group is looked at, because only the channel knows it."""

from collections.abc import Mapping

from itgov_bot.channels.contract import AnyChannel, KnowsRights
from itgov_bot.desk import support
from itgov_bot.records import dataclass
from itgov_bot.replies import DeliveryFailure
from itgov_bot.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class RightsLooker:
    """`channels` are by name."""

    work: UnitOfWork
    channels: Mapping[str, AnyChannel]

    async def __call__(self, *, again: bool) -> None:
        """When something changed, or `again` in any case. A channel that is away is asked at the next round."""
        async with self.work.look() as desk:
            group, known = await support.group(desk), await support.rights_in_group(desk)
        channel = self.channels.get(group.channel) if group else None
        if group is None or (known and not again) or not isinstance(channel, KnowsRights):
            return
        try:
            rights = await channel.rights_in(group)
        except DeliveryFailure:
            return
        if rights != known:
            async with self.work.begin() as desk:
                await support.keep_rights(desk, group, rights)

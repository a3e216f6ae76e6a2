"""Whether there is somebody: who administers the desk, who is on duty, and how a page reaches them."""

from datetime import timedelta

from itgov_bot.cli.check.finding import Finding, Ground, ok, problem, warning
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.on_call.plan import duty_plan
from itgov_bot.domain.people import Role
from itgov_bot.domain.rota import DutySpan
from itgov_bot.storage import roles

AHEAD = timedelta(days=14)


async def administrators(ground: Ground) -> list[Finding]:
    count = await _administrators(ground)
    if count > 1:
        return [ok("administradores", count=count)]
    if count:
        return [warning("administradores", "one")]
    if ground.settings.itgov_admins:
        return [warning("administradores", "silent")]
    return [problem("administradores", "none")]


async def _administrators(ground: Ground) -> int:
    if ground.work is None:
        return 0
    async with ground.work.look() as desk:
        held = [one for one in await roles.in_force(desk.session) if one.role == Role.ADMIN]
        return sum(one.person.channel == "telegram" for one in held) if _on_telegram(ground) else len(held)


def _on_telegram(ground: Ground) -> bool:
    """Then whoever sat at the keyboard once is no administrator that anybody can ask."""
    return ground.settings.telegram_bot_token is not None


async def guard(ground: Ground) -> list[Finding]:
    """Whether somebody can be called at every closed hour of the next two weeks."""
    if ground.work is None:
        return []
    async with ground.work.look() as desk:
        return [await _holes(desk)]


async def _holes(desk: Desk) -> Finding:
    plan = await duty_plan(desk, DutySpan(desk.now, desk.now + AHEAD))
    if plan.rota.is_empty:
        return problem("guardia", "nobody")
    holes = plan.holes(desk.calendars.general)
    if not holes:
        return ok("guardia")
    first = desk.calendars.general.local(holes[0].span.starts_at)
    return warning("guardia", "holes", count=len(holes), since=f"{first:%Y-%m-%d %H:%M}")


async def other_ways(ground: Ground) -> list[Finding]:
    has_some = ground.settings.has_mail or ground.settings.page_secret
    return [ok("otras vías") if has_some else warning("otras vías", "none")]

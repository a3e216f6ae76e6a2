"""The indicators in one picture, and taken away as a file. The words of `/kpi` that lead here are in `indicators`."""

import structlog

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import indicators as desk
from itgov_bot.desk.reporting import found_in
from itgov_bot.patterns import regex
from itgov_bot.replies import Report
from itgov_bot.wording.managers import charts
from itgov_bot.wording.managers import reports as words

log = structlog.get_logger(__name__)

VERBS = {"see", "dark", "light", "file"}
_YEAR = regex(r"[0-9]{4}")


async def picture(turn: Turn, year: int | None = None) -> None:
    """All indicators as small multiples: of a year, or each of the last one it has."""
    drawn = charts.board(await found_in(turn.desk, year), year, turn.local_now.date())
    turn.say(words.picture(drawn, year, is_dark=turn.state.dark_pictures))


async def take_away(turn: Turn, year: int | None = None, kind: str | None = None) -> None:
    """`/kpi exportar`, `/kpi exportar 2026`: in which format, where none is told. Without a year, the present one or the
    last with data."""
    known = await desk.years(turn.desk)
    present = turn.desk.local_year
    chosen = year or (present if present in known or not known else known[-1])
    if chosen in known and kind in words.FORMATS:
        await _send(turn, chosen, kind)
    elif chosen in known:
        turn.say(words.ask_format(chosen, [other for other in known if other != chosen]))
    else:
        turn.say(words.no_such_year(known))


async def press(turn: Turn, rest: str) -> None:
    """`rep:see:2026`, `rep:dark:2026`, `rep:file:2026:pdf`."""
    what, written, kind = (*rest.split(":"), "", "", "")[:3]
    year = int(written) or None if _YEAR.fullmatch(written) else None
    if what != "file":
        await _picture_on(turn, what, year)
    elif year and kind:
        await _send(turn, year, kind)
    else:
        await take_away(turn, year)


async def _picture_on(turn: Turn, what: str, year: int | None) -> None:
    """The ground that is chosen once is that of every picture from then on."""
    if what in ("dark", "light"):
        turn.state.dark_pictures = what == "dark"
    await picture(turn, year)


async def _send(turn: Turn, year: int, kind: str) -> None:
    """The file is written when the reply leaves: it takes too long to happen inside a turn."""
    known = next((one for one in words.FORMATS if one == kind), None)
    if known is None or year not in await desk.years(turn.desk):
        await take_away(turn, year)
        return
    log.info("indicators taken away", person=turn.person.id, year=year, format=known)
    turn.say(words.file_of(Report(known, f"indicadores-{year}.{known}", year)))

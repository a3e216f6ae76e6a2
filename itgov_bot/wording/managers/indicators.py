"""The board of indicators, and what is said when the person asks for one that there is not."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from itgov_bot.actions import Action
from itgov_bot.domain.indicators import Indicator, Reading
from itgov_bot.domain.indicators.analysis import TrafficLight, Trend
from itgov_bot.messages import Choice, Reply
from itgov_bot.wording.periods import percent, period
from itgov_bot.wording.text import bold, capital, clip, esc, join

Standing = tuple[Indicator, Reading | None, TrafficLight | None, Trend | None]
"""How an indicator stands, as the desk tells it."""

PAGE = 8
"""Indicators that get a button at once; the arrows to both sides and these make ten."""

SHORT_LABEL = 24
"""What the title of a row of a WhatsApp list can hold."""

NO_LIGHT = "⚪"
LIGHTS: dict[TrafficLight | None, str] = {"green": "🟢", "yellow": "🟡", "red": "🔴", None: NO_LIGHT}
ARROWS: dict[Trend | None, str] = {"up": "↑", "down": "↓", "flat": "→", None: ""}
_SHARED_WORDS = re.compile(
    r"^(cumplimiento|eficacia|eficiencia|nivel)( de| en)?( la| el| las| los)?( politica de)? ", re.IGNORECASE
)
BOARD = Choice("📊 Tablero", Action.INDICATORS.data())

_LEGEND = (
    "🟢 cumple la meta · 🟡 llega al 90 % de la meta · 🔴 por debajo · ⚪ sin meta o dato dudoso\n"
    "↑ ↓ → frente al dato anterior"
)


def board(standings: Sequence[Standing], year: int | None = None, page: int = 1) -> Reply:
    """The indicators by who answers for them. The first page tells of all; the next ones only of their own."""
    page = max(1, min(page, -(-len(standings) // PAGE)))
    mine = standings[(page - 1) * PAGE : page * PAGE]
    told = standings if page == 1 else mine
    of_year = f" · {year}" if year else ""
    span = "" if page == 1 else f" ({mine[0][0].number} a {mine[-1][0].number})"
    groups = groupby(told, key=lambda standing: standing[0].owner)
    parts = [f"{bold(tidy(owner))}\n" + "\n".join(map(_line, group)) for owner, group in groups]
    text = (
        f"📊 {bold(f'Indicadores de gestión de TI{of_year}{span}')}\n{_count(told)}\n\n"
        + "\n\n".join(parts)
        + f"\n\n{_LEGEND}\n\nPara ver uno con su gráfica toque un botón o escriba, por ejemplo, <code>/kpi 8</code>. "
        "De un año: <code>/kpi 2023</code>."
    )
    return Reply(text, _buttons(standings, mine, year, page), columns=2)


def _count(standings: Sequence[Standing]) -> str:
    lights = Counter(light for _, _, light, _ in standings)
    return " · ".join(f"{LIGHTS[light]} {lights[light]}" for light in LIGHTS if lights[light])


def _line(standing: Standing) -> str:
    indicator, last, light, trend = standing
    head = f"{LIGHTS[light]} {indicator.number}. {esc(tidy(indicator.name))}: "
    if last is None:
        return f"{head}{bold('sin datos')} · {target(indicator)}"
    doubt = " ¿sin dato?" if is_doubtful(last) else arrow(trend)
    running = f"{', va en curso' if last.is_open else ''}{' ✏️' if last.is_changed else ''}"
    return f"{head}{bold(percent(last.value))}{doubt} ({period(last.period)}{running}) · {target(indicator)}"


def _buttons(
    standings: Sequence[Standing], mine: Sequence[Standing], year: int | None, page: int
) -> tuple[Choice, ...]:
    choices = [_button(indicator, light, year) for indicator, _, light, _ in mine]
    if page > 1:
        choices.append(
            _page_button("◂ {} a {}", standings[(page - 2) * PAGE : (page - 1) * PAGE], year, page - 1)
        )
    if later := standings[page * PAGE : (page + 1) * PAGE]:
        choices.append(_page_button("{} a {} ▸", later, year, page + 1))
    return tuple(choices)


def _button(indicator: Indicator, light: TrafficLight | None, year: int | None) -> Choice:
    label = f"{LIGHTS[light]} {indicator.number}. {short_name(indicator)}"
    return Choice(clip(label, SHORT_LABEL), data(indicator.number, year))


def _page_button(label: str, shown: Sequence[Standing], year: int | None, page: int) -> Choice:
    return Choice(label.format(shown[0][0].number, shown[-1][0].number), data(f"p{page}", year))


def data(what: int | str, year: int | None = None) -> str:
    """What a button sends: `kpi:8`, `kpi:8:2023`, `kpi:p2`."""
    return Action.INDICATORS.data(what, year) if year else Action.INDICATORS.data(what)


def tidy(printed: str) -> str:
    """The sheet shouts some of its texts; said here, they are lowered. Its spelling stays."""
    return capital(printed.lower()) if printed.isupper() else capital(printed)


def short_name(indicator: Indicator) -> str:
    """For a button: without the first words, which many share («Cumplimiento de la política de …»)."""
    return tidy(_SHARED_WORDS.sub("", indicator.name))


def target(indicator: Indicator) -> str:
    """«meta 40 %», or what is printed where there is no number."""
    if indicator.target is None:
        return f"meta «{esc(indicator.target_printed)}»"
    return f"meta {percent(indicator.target)}"


def arrow(trend: Trend | None) -> str:
    return f" {ARROWS[trend]}" if trend else ""


def is_doubtful(reading: Reading) -> bool:
    return "maybe_no_data" in reading.flags


def nothing_in(year: int, known: Sequence[int]) -> Reply:
    """A year without a reading of any indicator."""
    there_is = f" Hay datos de {join([str(one) for one in known[-5:]])}." if known else ""
    return Reply(
        f"📊 {bold(str(year))}: sin datos de ningún indicador (no es lo mismo que 0 %).{there_is}", (BOARD,)
    )


def no_such_indicator(asked: str, indicators: Sequence[Indicator]) -> Reply:
    numbers = [indicator.number for indicator in indicators]
    return Reply(
        f"No hay un indicador «{esc(clip(asked, 40))}»: van del {min(numbers)} al {max(numbers)}. "
        "Con <code>/kpi</code> los ve todos.",
        (BOARD,),
    )


def not_understood(asked: str) -> Reply:
    return Reply(
        f"No entendí «{esc(clip(asked, 60))}». Puede escribir:\n"
        "<code>/kpi</code> el tablero · <code>/kpi 2023</code> el tablero de un año\n"
        "<code>/kpi 8</code> un indicador · <code>/kpi 8 2023</code> en un año · <code>/kpi 8 2023-06</code> en un mes",
        (BOARD,),
    )


def no_such_period(asked: str, number: int) -> Reply:
    return Reply(
        f"«{esc(clip(asked, 40))}» no es un período que conozca. Escriba el año, o el año y el mes, el trimestre o el "
        f"semestre: <code>/kpi {number} 2023</code>, <code>/kpi {number} 2023-06</code>, "
        f"<code>/kpi {number} 2023-T2</code>, <code>/kpi {number} 2023-S1</code>.",
        (Choice(f"Ver el indicador {number}", data(number)), BOARD),
    )


NO_DATA_MARK = "*"


EXTRA_MARK = "†"
"""How the label of a bar ends when its value needs a footnote."""

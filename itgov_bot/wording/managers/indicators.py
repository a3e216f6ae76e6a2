"""The board of indicators, and what is said when the person asks for one that there is not."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from itgov_bot.actions import Action
from itgov_bot.domain.indicators import NONE_DUE, Count, Indicator, Period, Reading
from itgov_bot.domain.indicators.analysis import TrafficLight, Trend
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.patterns import regex
from itgov_bot.replies import MAX_CHOICES, Choice, Reply
from itgov_bot.wording.periods import age, number, percent, period, stretch, within_year
from itgov_bot.wording.text import bold, capital, clip, esc, join, on_button

Standing = tuple[Indicator, Reading | None, TrafficLight | None, Trend | None, Reading | None]
"""How an indicator stands, as the desk tells it."""

PAGE = 8
"""Indicators that get a button at once; the arrows to both sides and these make ten."""

SHORT_LABEL = 24
"""What the title of a row of a WhatsApp list can hold."""

NO_LIGHT = "⚪"
LIGHTS: dict[TrafficLight | None, str] = {"green": "🟢", "yellow": "🟡", "red": "🔴", None: NO_LIGHT}
ARROWS: dict[Trend | None, str] = {"up": "↑", "down": "↓", "flat": "→", None: ""}
_SHARED_WORDS = regex(
    r"^(cumplimiento|eficacia|eficiencia|nivel)( de| en)?( la| el| las| los)?( politica de)? ", re.IGNORECASE
)
BOARD = Choice("📊 Tablero", Action.INDICATORS.data())

_LEGEND = "🟢 cumple · 🟡 llega al 90 % de la meta · 🔴 por debajo · ⚪ sin meta o dato dudoso · ↑ ↓ frente al anterior"
OLD_MONTHS = 3
"""What was over longer ago is said at the head of the board."""


def board(standings: Sequence[Standing], of: Stretch | None, today: date, page: int = 1) -> Reply:
    """The indicators by who answers for them, in a stretch or as they stand last. The first page tells of all; the next ones
    only of their own."""
    page = max(1, min(page, -(-len(standings) // PAGE)))
    mine = standings[(page - 1) * PAGE : page * PAGE]
    told = standings if page == 1 else mine
    when = f" · {stretch(of)}" if of else ""
    span = "" if page == 1 else f" ({mine[0][0].number} a {mine[-1][0].number})"
    groups = groupby(told, key=lambda standing: standing[0].owner)
    parts = [
        f"{bold(tidy(owner))}\n" + "\n".join(line(one, today) for one in group) for owner, group in groups
    ]
    text = (
        f"📊 {bold(f'Indicadores de gestión de TI{when}{span}')}\n{_count(told)}{_how_old(told, of, today)}\n\n"
        + "\n\n".join(parts)
        + (f"\n\n{_LEGEND}" if page == 1 else "")
        + "\n\nToque uno para ver su ficha o escriba <code>/kpi 8</code>, <code>/kpi rojos</code>, <code>/kpi marzo</code>. "
        "Más: <code>/kpi ayuda</code>."
    )
    picture = [in_one_picture(of.first.year if of else None)] if of is None or of.is_year else []
    return Reply(text, (*_buttons(standings, mine, of, page), *picture)[:MAX_CHOICES], columns=2)


def in_one_picture(year: int | None = None) -> Choice:
    """The button for all of them as small charts."""
    return Choice("🖼 Ver en una imagen", Action.REPORT.data("see", year or ""))


def _count(standings: Sequence[Standing]) -> str:
    lights = Counter(light for _, _, light, *_ in standings)
    return " · ".join(f"{LIGHTS[light]} {lights[light]}" for light in LIGHTS if lights[light])


def _how_old(standings: Sequence[Standing], of: Stretch | None, today: date) -> str:
    """A warning, where even the newest reading is old; who asks for a stretch knows how old it is."""
    told = [one for _, last, _, _, running in standings for one in (last, running) if one]
    newest = max((one.period for one in told), default=None)
    if of or newest is None or newest.last_day >= today:
        return ""
    months = (today.year - newest.last_day.year) * 12 + today.month - newest.last_day.month
    return f"\n⚠️ El dato más nuevo es de {age(newest, today)}." if months > OLD_MONTHS else ""


def line(standing: Standing, today: date, gap: str = "") -> str:
    """«🔴 8. Soporte remoto: 35 % ↑ (dic. 2023, hace 35 meses) · meta 40 % · va 50 % en nov. (1 de 2)»."""
    indicator, last, light, trend, running = standing
    head = f"{LIGHTS[light]} {indicator.number}. {esc(tidy(indicator.name))}: "
    if last is None:
        return f"{head}{bold('sin datos')} · {target(indicator)}"
    doubt = " ¿sin dato?" if is_doubtful(last) else arrow(trend)
    changed = " ✏️" if last.is_changed else ""
    value = f"{bold(percent(last.value))}{doubt} ({dated(last.period, today)}{changed})"
    going = f" · {going_on(indicator, running)}" if running else ""
    return f"{head}{value} · {target(indicator)}{gap}{going}"


def going_on(indicator: Indicator, reading: Reading) -> str:
    """«va 50 % en nov. (1 de 2)», «2.º sem. en curso: 0 de 1, ninguna vencida»."""
    of, count = within_year(reading.period), out_of(indicator, reading)
    if NONE_DUE in reading.flags:
        return f"{of} en curso: {count}, ninguna vencida"
    return f"va {percent(reading.value)} en {of}" + (f" ({count})" if count else "")


def out_of(indicator: Indicator, count: Reading | Count) -> str:
    """«45 de 50», «417 de 417 horas»; nothing of a reading that is a percentage alone."""
    if count.numerator is None or count.denominator is None:
        return ""
    unit = " horas" if indicator.computed_from == "outages" else ""
    return f"{number(count.numerator)} de {number(count.denominator)}{unit}"


def dated(of: Period, today: date) -> str:
    """«dic. 2023, hace 35 meses»."""
    return f"{period(of)}, {age(of, today)}"


def _buttons(
    standings: Sequence[Standing], mine: Sequence[Standing], of: Stretch | None, page: int
) -> tuple[Choice, ...]:
    choices = [button(standing, of) for standing in mine]
    if page > 1:
        choices.append(
            _page_button("◂ {} a {}", standings[(page - 2) * PAGE : (page - 1) * PAGE], of, page - 1)
        )
    if later := standings[page * PAGE : (page + 1) * PAGE]:
        choices.append(_page_button("{} a {} ▸", later, of, page + 1))
    return tuple(choices)


def button(standing: Standing, of: Stretch | None = None) -> Choice:
    indicator, _, light, *_ = standing
    label = f"{LIGHTS[light]} {indicator.number}. {short_name(indicator)}"
    return Choice(clip(label, SHORT_LABEL), data(indicator.number, of))


def _page_button(label: str, shown: Sequence[Standing], of: Stretch | None, page: int) -> Choice:
    return Choice(label.format(shown[0][0].number, shown[-1][0].number), data(f"p{page}", of))


def data(what: int | str, of: Stretch | None = None) -> str:
    """What a button sends: `kpi:8`, `kpi:8:2023`, `kpi:p2`. Days that are no period are not kept in it."""
    return Action.INDICATORS.data(what, of.period) if of and of.period else Action.INDICATORS.data(what)


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


def nothing_in(of: Stretch, known: Sequence[int], among: Sequence[Stretch] = ()) -> Reply:
    """A stretch without a reading of any indicator. `among`: those that it was to be compared with, which have some."""
    there_is = f" Hay datos de {join([str(one) for one in known[-5:]])}." if known else ""
    return Reply(
        f"📊 {bold(stretch(of))}: sin datos de ningún indicador (no es lo mismo que 0 %).{there_is}",
        (
            *(Choice(f"📊 {stretch(one)}", data("p1", one)) for one in among if one.period),
            BOARD,
        ),
    )


def no_such_indicator(asked: str, indicators: Sequence[Indicator]) -> Reply:
    numbers = [indicator.number for indicator in indicators]
    return Reply(
        f"No hay un indicador «{esc(clip(asked, 40))}»: van del {min(numbers)} al {max(numbers)}. "
        "Con <code>/kpi</code> los ve todos.",
        (BOARD,),
    )


def none_called(called: str, service: str | None, cases: str | None) -> Reply:
    """`service`: what is called so after all, with its `cases`."""
    said = f"No hay un indicador de «{esc(clip(called, 40))}»: son los trece del tablero."
    if not (service and cases):
        return Reply(said, (BOARD,))
    kept = f" De {bold(service)} sí llevo los casos."
    return Reply(said + kept, (Choice(on_button(f"Casos de {service}"), cases), BOARD))


def not_understood(asked: str) -> Reply:
    return Reply(
        f"No entendí «{esc(clip(asked, 60))}». Puede escribir, por ejemplo:\n{EXAMPLES}", (BOARD, HELP)
    )


EXAMPLES = (
    "<code>/kpi</code> el tablero · <code>/kpi marzo</code> el de un mes\n"
    "<code>/kpi 8</code> o <code>/kpi soporte remoto</code> un indicador\n"
    "<code>/kpi 8 2026</code> · <code>/kpi 8 últimos 6 meses</code> en un tiempo\n"
    "<code>/kpi rojos</code> los que no cumplen · <code>/kpi 1,2</code> varios\n"
    "<code>/kpi comparar 6 7</code> · <code>/kpi 8 marzo contra abril</code>"
)
HELP = Choice("Qué puedo preguntar", Action.INDICATORS.data("help"))


def target_is_printed() -> Reply:
    return Reply(
        "Las metas son las de la hoja de indicadores de la ciudad y aquí no se cambian. Si la hoja cambia, quien administra "
        "el asistente la pone en <code>data/indicators.yaml</code>.",
        (BOARD,),
    )


def no_errands() -> Reply:
    return Reply(
        "No llevo recados: escríbale usted directamente. A quien le falta registrar un indicador le recuerdo yo cuando "
        "cierra el período; quién falta se ve en /kpi faltan.",
        (BOARD,),
    )


def only_in_this_chat() -> Reply:
    return Reply(
        "Lo entrego solo por este chat: desde aquí lo reenvía usted a quien quiera. En PDF o Excel se lo doy con "
        "<code>/kpi exportar</code>.",
        (BOARD,),
    )


def file_holds_all() -> Reply:
    return Reply(
        "El archivo de indicadores lleva siempre el año completo, con los trece: ahí están también los que pidió."
    )


def how_to_ask() -> Reply:
    """What may be asked, by order and in words."""
    return Reply(
        f"📊 {bold('Qué puede preguntar de los indicadores')}\n{EXAMPLES}\n"
        "<code>/kpi meta 1</code> · <code>/kpi fórmula 9</code> · <code>/kpi responsable 11</code>\n"
        "<code>/kpi faltan</code> lo que nadie ha registrado · <code>/kpi registrar</code>\n"
        "<code>/kpi imagen</code> todos en una imagen · <code>/kpi exportar</code> a Excel, PDF o CSV\n\n"
        f"{bold('O con sus palabras')}: «¿cómo vamos en soporte remoto?», «¿qué está en rojo?», «¿cuántos casos se abrieron "
        "este mes?», «¿qué caídas hubo en octubre?», «páseme eso en Excel». Después basta «¿y en abril?» o «¿y el 9?».",
        (BOARD,),
    )

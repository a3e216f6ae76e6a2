"""Since when anything is kept; of days before that, that it was not, and what the sheet says of them."""

from collections.abc import Sequence
from datetime import date

from itgov_bot.domain.indicators import Indicator, Reading
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.replies import Reply
from itgov_bot.wording.managers.indicator_card import value_of
from itgov_bot.wording.managers.indicators import BOARD, tidy
from itgov_bot.wording.managers.reading_rules import back
from itgov_bot.wording.periods import stretch
from itgov_bot.wording.text import bold, join, long_date


def before_cases(of: Stretch, since: date, indicator: Indicator | None, shown: Sequence[Reading]) -> Reply:
    """`shown`: what there is of the indicator that would be counted from them."""
    nothing = f"De {bold(stretch(of))} no puedo decirlo: llevo casos y caídas desde el {long_date(since)}."
    if indicator is None:
        return Reply(nothing)
    name = f"indicador {indicator.number} ({tidy(indicator.name)})"
    values = " · ".join(value_of(indicator, one) for one in shown)
    known = f"Del {name} la hoja dice: {values}." if shown else f"Del {name} tampoco hay dato."
    return Reply(f"{nothing}\n📈 {known}", (back(indicator), BOARD))


def since(kept: date, years: Sequence[int]) -> Reply:
    """Since when cases are kept, and of which years there are values of indicators."""
    told = f"🗓 Casos, caídas y calificaciones: desde el {bold(long_date(kept))}."
    of_years = f"\n📈 Indicadores: hay valores de {join([str(one) for one in years])}." if years else ""
    return Reply(told + of_years, (BOARD,) if years else ())

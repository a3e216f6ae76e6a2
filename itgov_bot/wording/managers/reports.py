"""The indicators in one picture and as files: what is said beside them, and their buttons."""

from collections.abc import Sequence

from itgov_bot.actions import Action
from itgov_bot.replies import Chart, Choice, Reply, Report, ReportFormat
from itgov_bot.wording.managers.indicators import BOARD
from itgov_bot.wording.text import bold

YEAR_BUTTONS = 5
FORMATS: dict[ReportFormat, str] = {
    "xlsx": "Excel, como la hoja",
    "pdf": "PDF, una página cada uno",
    "csv": "CSV, para otro programa",
}


def picture(drawn: Chart, year: int | None, *, is_dark: bool) -> Reply:
    ground = Choice("☀️ Fondo claro", Action.REPORT.data("light", year or "")) if is_dark else _dark(year)
    words = (
        f"📊 {bold(drawn.title)}\nCada barra es un período; la línea, la meta. Amplíe la imagen para ver los detalles. "
        "Uno solo, con todo: <code>/kpi 8</code>"
    )
    return Reply(words, (ground, take_away(year), BOARD), chart=drawn, columns=2)


def on_ground(*, is_dark: bool) -> Reply:
    return Reply(f"Desde ahora las gráficas le llegan con fondo {'oscuro' if is_dark else 'claro'}.")


def _dark(year: int | None) -> Choice:
    return Choice("🌙 Fondo oscuro", Action.REPORT.data("dark", year or ""))


def take_away(year: int | None = None) -> Choice:
    """The button that offers the files."""
    return Choice("📤 Llevarlos en archivo", Action.REPORT.data("file", year or ""))


def ask_format(year: int, others: Sequence[int]) -> Reply:
    """Which file of a year; `others` are the other years with readings."""
    formats = [Choice(name, Action.REPORT.data("file", year, key)) for key, name in FORMATS.items()]
    years = [Choice(str(other), Action.REPORT.data("file", other)) for other in others[-YEAR_BUTTONS:]]
    return Reply(
        f"📤 {bold(f'Indicadores de {year}')}\n¿En qué formato? El de Excel tiene las columnas de la hoja de la ciudad, "
        "con sus avances y el promedio; el PDF, una página por indicador con su gráfica.",
        (*formats, *years, BOARD),
    )


def no_such_year(known: Sequence[int]) -> Reply:
    years = [Choice(str(year), Action.REPORT.data("file", year)) for year in known[-YEAR_BUTTONS:]]
    return Reply(
        "De ese año no hay datos de ningún indicador. Escoja uno de estos, o escriba "
        "<code>/kpi exportar 2023</code>.",
        (*years, BOARD),
    )


def file_of(report: Report) -> Reply:
    other = Choice("Otro año o formato", Action.REPORT.data("file", ""))
    return Reply(f"📤 Indicadores de {report.year}.", (other, BOARD), report=report)

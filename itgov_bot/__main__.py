"""`python -m itgov_bot …`, also installed as `itgov`: what other programs and operators call."""

import gc
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from itgov_bot.cli import people, understanding, usage
from itgov_bot.cli.archive import BadArchive
from itgov_bot.cli.backup import backup, restore
from itgov_bot.cli.check import check
from itgov_bot.cli.export import export
from itgov_bot.cli.hours import hours
from itgov_bot.cli.indicators import kpi
from itgov_bot.cli.lines import BAD_INPUT, refuse
from itgov_bot.cli.report import report
from itgov_bot.cli.storage import migrate
from itgov_bot.home import HomeInUse
from itgov_bot.logs import set_up_logging
from itgov_bot.reference import DataError
from itgov_bot.settings import SettingsError
from itgov_bot.storage.database import StorageUnavailable
from itgov_bot.understanding import VocabularyError


class Commands(TyperGroup):
    """A command that the operator's settings, data or database do not allow ends with what is to be put right."""

    def invoke(self, ctx: Any) -> object:
        try:
            return super().invoke(ctx)
        except (
            SettingsError,
            DataError,
            VocabularyError,
            StorageUnavailable,
            HomeInUse,
            BadArchive,
        ) as failure:
            refuse(str(failure))


app = typer.Typer(
    name="itgov",
    cls=Commands,
    help="La mesa de servicios de TI, desde la línea de comandos.",
    no_args_is_help=True,
    add_completion=False,
)
for command in (
    understanding.match,
    understanding.urgency,
    understanding.evaluate,
    understanding.train,
    hours,
    kpi,
    export,
    report,
    migrate,
    check,
    backup,
    restore,
    people.invite,
):
    app.command()(command)
app.add_typer(understanding.vocabulary, name="vocabulary")
app.add_typer(people.role, name="role")


def main() -> None:
    """Exit 2 and one line when it was called wrongly; typer's own boxes are in English."""
    gc.freeze()  # what is loaded is not looked through for garbage, nor taken apart at the end
    set_up_logging("warning")
    try:
        sys.exit(app(standalone_mode=False) or 0)
    except typer.Abort:
        sys.exit(130)
    except Exception as failure:
        told = usage.told(failure)
        if told is None:
            raise
        print(f"Así no se usa: {told} Vea itgov --help", file=sys.stderr)
        sys.exit(BAD_INPUT)


if __name__ == "__main__":
    main()

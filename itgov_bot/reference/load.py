"""Puts the checked files of `data/` together. Called by app and the CLI through `itgov_bot.reference`."""

from pathlib import Path

from itgov_bot.understanding.language.people.personal_data import read_scrubber

from .agreements import load_agreements
from .canned import load_canned
from .catalog import load_catalog
from .city import load_city
from .everyday import load_everyday
from .first_aid import load_first_aid
from .hours import load_hours
from .indicators import load_indicators
from .model import Reference
from .processes import load_processes
from .readings import load_readings
from .rota import load_rota


def load(folder: Path) -> Reference:
    """Everything the desk knows from its data; DataError with all the problems of the first bad file.

    VocabularyError where it is the one with the given names.
    """
    hours = load_hours(folder)
    catalog, catalog_remarks = load_catalog(
        folder, {name: one.printed for name, one in hours.calendars.items()}
    )
    processes, process_remarks = load_processes(folder)
    measured = load_indicators(folder, catalog)
    return Reference(
        city=load_city(folder),
        catalog=catalog,
        everyday=load_everyday(folder, catalog),
        first_aid=load_first_aid(folder, catalog),
        canned=load_canned(folder, catalog),
        support_hours={name: one.week.hours() for name, one in hours.calendars.items()},
        closed_days={closed.date: closed.name for closed in hours.closed_days},
        timezone=hours.timezone,
        holidays_country=hours.holidays,
        exceptions=hours.exceptions,
        indicators=measured.indicators,
        readings=load_readings(folder, measured.indicators),
        kinds={service: kind for kind, services in measured.kinds.items() for service in services},
        processes=processes,
        agreements=load_agreements(folder),
        rota=load_rota(folder),
        scrubber=read_scrubber(folder),
        remarks={"catalog": catalog_remarks, "processes": process_remarks, "indicators": measured.remarks},
    )

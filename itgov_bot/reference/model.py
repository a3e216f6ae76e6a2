"""The city's data once loaded and checked: what `load` returns."""

from datetime import date, time

from itgov_bot.domain.agreements import Agreements
from itgov_bot.domain.canned import Canned
from itgov_bot.domain.catalog import AgreementException, Catalog
from itgov_bot.domain.city import City
from itgov_bot.domain.everyday import Group
from itgov_bot.domain.first_aid import FirstAid
from itgov_bot.domain.indicators import Indicator, Reading
from itgov_bot.domain.processes import ProcessModel
from itgov_bot.domain.rota import RotaRules
from itgov_bot.domain.tickets.ticket import Kind
from itgov_bot.records import dataclass
from itgov_bot.understanding.language.people.personal_data import Scrubber

# Weekday 0 (Monday) to 6 → opening and closing; a weekday that is missing is closed.
SupportHours = dict[int, tuple[time, time]]


@dataclass(frozen=True)
class Reference:
    """Everything of `data/` that the print and the city decide. `remarks` by file: catalog, processes.

    `kinds` by service: of what kind a ticket is until an agent says it.
    """

    city: City
    catalog: Catalog
    everyday: tuple[Group, ...]
    first_aid: FirstAid
    canned: tuple[Canned, ...]
    support_hours: dict[str, SupportHours]
    closed_days: dict[date, str]
    timezone: str
    holidays_country: str
    exceptions: tuple[AgreementException, ...]
    indicators: tuple[Indicator, ...]
    readings: tuple[Reading, ...]
    kinds: dict[str, Kind]
    processes: ProcessModel
    agreements: Agreements
    rota: RotaRules
    scrubber: Scrubber
    remarks: dict[str, tuple[str, ...]]

    def indicator(self, number: int) -> Indicator | None:
        return next((indicator for indicator in self.indicators if indicator.number == number), None)

    def offices(self) -> dict[str, str]:
        """Who answers for indicators: the key of each office and its printed name, in the order of the sheet."""
        names: dict[str, str] = {}
        for indicator in self.indicators:
            names.setdefault(indicator.office, indicator.owner)
        return names

    def readings_of(self, number: int) -> tuple[Reading, ...]:
        """Oldest first."""
        return tuple(reading for reading in self.readings if reading.indicator == number)

"""Is a new report the same outage as one that is known already? Names, services and places; no statistics, no storage."""

from collections.abc import Sequence

from itgov_bot.domain.tickets.ticket import ExceptionKind, Ticket
from itgov_bot.understanding.language.fuzzy import same_word

from .report import APPLICATION, OutageReport
from .words import OutageWords

MIN_SHARED_RARE_WORDS = 2


def find_same(
    words: OutageWords,
    report: OutageReport,
    known: Sequence[Ticket],
    twins: Sequence[frozenset[str]] = (),
) -> list[Ticket]:
    """The cases that this report may belong to, those that are outages already first, then the newest."""
    if not report.may_be_general:
        return []
    same = [each for each in known if is_same(report, _told_in(words, each), twins)]
    return sorted(same, key=lambda each: (not each.is_outage, -each.id))


def at_its_site(words: OutageWords, text: str, known: Sequence[Ticket]) -> list[Ticket] | None:
    """Those of the site that a text names; None where it names none."""
    named = words.report(text, None, "", None, is_fault=True)
    if not named.sites:
        return None
    return [one for one in known if not _is_elsewhere(named, _told_in(words, one))]


def of_same_thing(words: OutageWords, text: str, known: Sequence[Ticket]) -> list[Ticket]:
    """Those of the system, or else of the subject, that a text names; all of them where it names none of theirs."""
    named = words.report(text, None, "", None, is_fault=True)
    told = [(one, _told_in(words, one)) for one in known]
    return (
        [one for one, of in told if named.systems & of.systems]
        or [one for one, of in told if named.subjects & of.subjects]
        or list(known)
    )


def _told_in(words: OutageWords, ticket: Ticket) -> OutageReport:
    """What a case told when it was opened, taken for an outage."""
    return words.report(ticket.text, ticket.service, ticket.place, ExceptionKind.SERVICE_OUTAGE)


def is_same(report: OutageReport, known: OutageReport, twins: Sequence[frozenset[str]] = ()) -> bool:
    """Whether both tell of one outage. `known` is taken for an outage."""
    if report.systems and known.systems:
        return bool(report.systems & known.systems)  # a system is down wherever its people sit
    shared = report.subjects & known.subjects & report.at_one_site
    at_one_site = not report.subjects or not known.subjects or bool(shared)
    if at_one_site and _is_elsewhere(report, known):
        return False
    return _same_subject(report, known, twins) or _same_rare_words(report, known)


def _same_subject(report: OutageReport, known: OutageReport, twins: Sequence[frozenset[str]]) -> bool:
    if shared := report.subjects & known.subjects:
        return APPLICATION not in shared or _is_vague(report)
    if any({report.service, known.service} <= group for group in twins):
        return True
    nameless = not report.systems and not known.systems
    unsaid = not report.subjects or not known.subjects
    return unsaid and nameless and report.exception is ExceptionKind.SERVICE_OUTAGE


def _is_vague(report: OutageReport) -> bool:
    """«No abre el sistema»: which of the many is not said, so only an outage told as such is asked about."""
    return report.exception is ExceptionKind.SERVICE_OUTAGE and not report.systems


def _same_rare_words(report: OutageReport, known: OutageReport) -> bool:
    shared = (word for word in report.rare_words if any(same_word(word, other) for other in known.rare_words))
    return sum(1 for _ in shared) >= MIN_SHARED_RARE_WORDS


def _is_elsewhere(report: OutageReport, known: OutageReport) -> bool:
    """Both name their site, and it is not the same one."""
    if report.is_everywhere or known.is_everywhere or not (report.sites and known.sites):
        return False
    return not any(same_word(here, there) for here in report.sites for there in known.sites)

"""Who writes, from where and how to reach them, against the tables in `cases/`."""

from itgov_bot.reference import load
from itgov_bot.settings import ROOT
from itgov_bot.understanding.language.cases.presence import asks_to_be_called
from itgov_bot.understanding.language.introducing.details import find_details
from itgov_bot.understanding.language.introducing.introduction import introduction
from itgov_bot.understanding.language.message.taken_back import as_corrected
from itgov_bot.understanding.language.people.contacts import contact_in, reads_as_contact, says_by_chat
from itgov_bot.understanding.language.people.names import name_put_right, sensible_name
from itgov_bot.understanding.language.where.answered import says_same_place, sensible_place
from itgov_bot.understanding.language.where.floors import floor_said
from itgov_bot.understanding.language.where.parts import completed
from itgov_bot.understanding.language.where.place_told import place_told
from itgov_bot.understanding.language.where.places import named_sites, names_a_place
from itgov_bot.understanding.words import read_words
from tests.rows import each_row

from .tables import cases

REFERENCE = load(ROOT / "data")
OFFICES = REFERENCE.processes.offices
KNOWN = read_words(ROOT / "data", [service.id for service in REFERENCE.catalog.services]).known


@each_row(("text", "place", "contact"), cases("details"))
def test_where_somebody_is_and_how_to_reach_them(text: str, place: str, contact: str) -> None:
    found = find_details(text)
    assert (found.place or "-", found.contact or "-") == (place, contact)


@each_row(("text", "matter", "name", "place", "contact"), cases("introductions"))
def test_who_writes_about_what(text: str, matter: str, name: str, place: str, contact: str) -> None:
    found = introduction(text, OFFICES, KNOWN)
    assert (found.matter, found.name or "-", found.place or "-", found.contact or "-") == (
        matter,
        name,
        place,
        contact,
    )


@each_row(("text", "corrected"), cases("taken_back"))
def test_what_is_taken_back_is_replaced(text: str, corrected: str) -> None:
    assert as_corrected(text, KNOWN) == corrected


@each_row(("text", "place"), cases("places_answered"))
def test_what_is_kept_as_a_place(text: str, place: str) -> None:
    assert (sensible_place(text, OFFICES, KNOWN) or "-") == place


@each_row(("text", "floor"), cases("floors"))
def test_a_floor_told_alone(text: str, floor: str) -> None:
    assert (floor_said(text) or "-") == floor


@each_row(("known", "told", "place"), cases("places_completed"))
def test_what_is_told_completes_what_is_known(known: str, told: str, place: str) -> None:
    assert completed(None if known == "-" else known, told, KNOWN) == place


@each_row(("text", "same"), cases("same_places"))
def test_where_something_was_before(text: str, same: str) -> None:
    assert says_same_place(text) == (same == "yes")


@each_row(("text", "name"), cases("names_told"))
def test_what_is_kept_as_a_name(text: str, name: str) -> None:
    assert (sensible_name(text, KNOWN) or "-") == name


@each_row(("text", "contact", "chat"), cases("contacts_told"))
def test_what_is_kept_as_a_contact(text: str, contact: str, chat: str) -> None:
    assert (contact_in(text) or "-") == contact
    assert says_by_chat(text) is (chat == "yes")


@each_row(("text", "place", "sites"), cases("places"))
def test_what_is_a_place(text: str, place: str, sites: str) -> None:
    assert names_a_place(text) is (place == "yes")
    assert (",".join(sorted(named_sites(text))) or "-") == sites


@each_row(("text", "asks"), cases("calls_asked"))
def test_who_wants_to_be_called(text: str, asks: str) -> None:
    assert asks_to_be_called(text) is (asks == "yes")


@each_row(("text", "place"), cases("places_told"))
def test_where_a_report_says_that_it_happens(text: str, place: str) -> None:
    assert (place_told(text) or "-") == place


@each_row(("text", "contact"), cases("contacts"))
def test_what_is_a_contact(text: str, contact: str) -> None:
    assert reads_as_contact(text) is (contact == "yes")


@each_row(("text", "before", "name"), cases("names_put_right"))
def test_the_right_name_for_a_wrong_one(text: str, before: str, name: str) -> None:
    assert (name_put_right(text, None if before == "-" else before, KNOWN) or "-") == name

"""What our dataclasses can do is what the library's can, but for one thing: who changes a frozen one is told by mypy."""

import dataclasses
from dataclasses import field, replace

import pytest

from itgov_bot.records import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """An office and its floor."""

    office: str
    floor: int = 1
    seen: list[str] = field(default_factory=list, compare=False, repr=False)


@dataclass(frozen=True)
class Room(Place):
    number: int = 0


@dataclass
class Open:
    name: str


@dataclass(frozen=True)
class Nothing:
    pass


def test_they_are_compared_by_what_is_in_them() -> None:
    assert Place("Hacienda") == Place("Hacienda", 1, ["once"])
    assert Place("Hacienda") != Place("Hacienda", 2)
    assert Place("Hacienda") != Room("Hacienda")
    assert {Place("Hacienda"), Place("Hacienda")} == {Place("Hacienda")}
    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1


def test_those_that_change_have_no_hash() -> None:
    assert Open("a") == Open("a")
    with pytest.raises(TypeError, match="unhashable"):
        hash(Open("a"))


def test_they_are_told_replaced_and_matched_as_the_librarys() -> None:
    assert repr(Room("Hacienda", number=4)) == "Room(office='Hacienda', floor=1, number=4)"
    assert replace(Place("Hacienda"), floor=3) == Place("Hacienda", 3)
    assert [one.name for one in dataclasses.fields(Room)] == ["office", "floor", "seen", "number"]
    match Place("Hacienda", 2):
        case Place(office, floor):
            assert (office, floor) == ("Hacienda", 2)


def test_own_methods_stay() -> None:
    @dataclass(frozen=True)
    class Folded:
        name: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Folded) and other.name.lower() == self.name.lower()

        def __hash__(self) -> int:
            return hash(self.name.lower())

    assert {Folded("RED"), Folded("red")} == {Folded("red")}

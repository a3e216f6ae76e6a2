"""Dataclasses in a quarter of the time: the library compiles six methods for each, which for the 400 of the desk took a
sixth of a start and 5 MB. Here one is compiled, that which makes an instance; the others do without. That nobody changes a
frozen one is for mypy to see, and to make one is twice as quick for it. What pydantic builds on stays the library's own."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses
    from functools import partial
    from operator import attrgetter
    from reprlib import recursive_repr

    def dataclass(cls=None, /, *, frozen=False, eq=True, slots=False, kw_only=False):
        """That of the library. What it would add but for its `__init__` is added here."""
        if cls is None:
            return partial(dataclass, frozen=frozen, eq=eq, slots=slots, kw_only=kw_only)
        written = {name for name, one in vars(cls).items() if one is not None}  # Python writes a hash of None
        made = dataclasses.dataclass(cls, repr=False, eq=False, slots=slots, kw_only=kw_only)
        if "__repr__" not in written:
            made.__repr__ = _repr
        if eq:
            _compare(made, written, frozen=frozen)
        return made

    def _compare(made, written, *, frozen):
        """By what is in them; they have a hash if that does not change."""
        names = [one.name for one in made.__dataclass_fields__.values() if one.compare]
        values = attrgetter(*names) if names else lambda _one: ()

        def equal(one, other):
            return values(one) == values(other) if other.__class__ is one.__class__ else NotImplemented

        if "__eq__" not in written:
            made.__eq__ = equal
        if "__hash__" not in written:
            made.__hash__ = (lambda one: hash(values(one))) if frozen else None

    @recursive_repr()
    def _repr(one):
        told = (f"{each.name}={getattr(one, each.name)!r}" for each in dataclasses.fields(one) if each.repr)
        return f"{type(one).__qualname__}({', '.join(told)})"

"""Which kind a sentence asks for after all: what its words settle, and what the names and the times in it do."""

from dataclasses import replace

from .asked import OF_ALL, OF_INDICATORS, Asked, Aspect, Wanted
from .orders import ORDERS
from .settles import ASKS_WHAT_THERE_IS, ASKS_WHY, DRAWS, SETS_AGAINST, SETTLED_OF, SETTLES

_OF_ONE = (OF_INDICATORS | {Wanted.CASES, Wanted.RATINGS}) - {Wanted.OWNER, Wanted.MISSING}
"""What is likest to be asked where the average or the why of an indicator is."""


def settled(asked: Asked) -> Asked:
    """An indicator that is named is meant, and two times or two indicators that are told are set side by side."""
    kind = asked.kind
    if kind is Wanted.INDICATOR and not asked.indicators:
        kind = Wanted.BOARD
    elif kind in OF_ALL | {Wanted.PICTURE} and asked.indicators:
        kind = Wanted.INDICATOR
    if kind is Wanted.INDICATOR and len(asked.times) > 1 and asked.aspect is None:
        kind = Wanted.COMPARE
    names_any = kind in OF_INDICATORS or kind in (Wanted.RECORD, Wanted.EXPORT)
    return replace(asked, kind=kind, indicators=asked.indicators if names_any else ())


def _compares(said: str) -> bool:
    return any(rule.search(said) for rule in (ORDERS[Wanted.COMPARE], SETTLES[Wanted.COMPARE], SETS_AGAINST))


def settled_by_words(asked: Asked, said: str) -> Wanted:
    """The kind that its words tell, where they tell one of what it is like."""
    if ASKS_WHAT_THERE_IS.search(said):
        return Wanted.HELP
    is_of_one = asked.kind in _OF_ONE and asked.aspect in (Aspect.SPREAD, Aspect.WHY)
    if asked.indicators and (is_of_one or asked.aspect in (Aspect.HISTORY, Aspect.DUE, Aspect.MET)):
        return Wanted.INDICATOR
    if asked.kind is Wanted.COMPARE and len(asked.times) == 1 and not (asked.indicators or _compares(said)):
        return Wanted.BOARD
    if asked.kind in OF_ALL and len(asked.times) > 1 and ORDERS[Wanted.COMPARE].search(said):
        return Wanted.COMPARE
    several = len(asked.indicators) > 1
    if several and DRAWS.search(said):
        return Wanted.COMPARE
    if several and asked.kind in OF_INDICATORS and SETS_AGAINST.search(said):
        return Wanted.COMPARE
    told = (kind for kind, rule in SETTLES.items() if rule.search(said))
    kind = next((one for one in told if asked.kind in SETTLED_OF.get(one, Wanted)), asked.kind)
    if kind is Wanted.INDICATOR and not asked.indicators:
        return asked.kind
    is_alone = len(asked.indicators) == 1 and len(asked.times) < 2
    likest = kind is asked.kind is Wanted.COMPARE
    return Wanted.INDICATOR if likest and is_alone and ASKS_WHY.search(said) else kind

"""The proper names that the data of a city tell: given names of people, sites, systems. In folded words."""

from itgov_bot.records import dataclass

from .folding import plain


@dataclass(frozen=True)
class Known:
    """`given`: names people are baptised with. `sites`: where offices are. `systems`: what programs are called."""

    given: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    systems: frozenset[str] = frozenset()

    def is_given(self, word: str) -> bool:
        """«Rosa»."""
        return plain(word) in self.given

    def names_a_site(self, text: str) -> bool:
        """«Por la Aduana»."""
        return not self.sites.isdisjoint(plain(text).split())


NOTHING_KNOWN = Known()

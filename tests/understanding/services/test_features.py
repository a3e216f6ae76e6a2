"""What is known of a text by its words, their pieces and how they sound."""

import pytest

from itgov_bot.understanding.services.counting import learn
from itgov_bot.understanding.services.features import LETTERS, pieces
from itgov_bot.understanding.services.tokens import Terms


@pytest.mark.parametrize(
    ("text", "known"),
    [("la impresora", ("la", "impresora")), ("impresora w", ("impresora",)), ("xyz wq", ()), ("", ())],
)
def test_how_much_of_the_words_is_known(text: str, known: tuple[str, ...]) -> None:
    features, _ = learn(["la impresora", "la impresora"], Terms({}))
    asked = sum(len(pieces(word, LETTERS)) for word in text.split())
    assert features.share_known(text) == sum(len(pieces(word, LETTERS)) for word in known) / max(1, asked)


def test_what_is_known_counts_by_its_rarity_and_by_how_often_it_is_said() -> None:
    features, rows = learn(["la impresora no imprime", "la impresora"], Terms({}))
    places, amounts = features.row("la impresora")
    learned, counted = rows.row(1)
    assert dict(zip(places.tolist(), amounts.tolist(), strict=True)) == pytest.approx(
        dict(zip(learned.tolist(), counted.tolist(), strict=True)), abs=1e-6
    )

"""Training messages of several clauses: what follows from what."""

from itgov_bot.understanding.urgency.compose import Sample, composed

SAMPLES = [
    Sample("se cayó el servidor", "ana", "outage"),
    Sample("nadie puede entrar", "ana", "outage"),
    Sample("ya volvió", "beto", "none_recovered"),
    Sample("ya entró", "beto", "none_recovered"),
    Sample("gracias", "ana", "none_aside"),
    Sample("si se va la red, qué hago", "beto", "none_hypothetical"),
    Sample("se dañó la puerta", "ana", "none_other_meaning"),
    Sample("quiero un mouse", "beto", "none_request"),
    Sample("era mi cable", "ana", "none_retracted"),
]


def kinds(samples: list[Sample]) -> dict[str, str]:
    made = composed(samples, lambda text: "servidor" not in text)
    return {each.text: each.kind for each in made}


def test_what_follows_from_two_clauses() -> None:
    made = kinds(SAMPLES)
    assert made["gracias, se cayó el servidor, gracias"] == "outage"
    assert made["se cayó el servidor, ya volvió"] == "none_recovered"
    assert made["ya entró pero nadie puede entrar"] == "outage"
    assert made["quiero un mouse, se cayó el servidor"] == "outage"
    assert made["si se va la red, qué hago, se cayó el servidor"] == "none_hypothetical"
    assert made["se dañó la puerta, nadie puede entrar"] == "none_other_meaning"
    assert made["se cayó el servidor. era mi cable"] == "none_retracted"


def test_nothing_is_composed_without_asides_or_outages() -> None:
    assert kinds([each for each in SAMPLES if each.kind != "none_aside"]) == {}
    assert kinds([each for each in SAMPLES if each.kind != "outage"]) == {}

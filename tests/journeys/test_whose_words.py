"""Words go where they were meant: whichever question was asked last, whoever has the case now; nobody else reads them."""

import pytest

from tests.channels.rigs import PNG
from tests.emulator import BotMessage, Group, Person
from tests.journeys.desk import RunningDesk

ANAS, BETOS = "SAUS-2026-000001", "SAUS-2026-000002"
SECRET = "busque en su correo el aviso Mango-47"


@pytest.fixture
async def busy(desk: RunningDesk) -> RunningDesk:
    """The cases of Ana and of Beto in the group of the desk, where Carla and Darío work."""
    group = await desk.has_group(desk.carla, desk.dario)
    for person in (desk.ana, desk.beto):
        await desk.opens_case(person)
        await group.receives("🆕")
    return desk


def card(group: Group, number: str) -> BotMessage:
    return next(one for one in reversed(group.inbox.seen) if number in one.text and "Más…" in one.labels)


async def asks(desk: RunningDesk, who: Person, number: str, button: str) -> BotMessage:
    """The question behind a button of a case's card, in the group."""
    if button not in ("Responder", "Resolver"):
        await who.presses("Más…", card(desk.group, number))
        await desk.group.receives(number, edited=True)
        shown = next(
            one for one in reversed(desk.group.inbox.seen) if number in one.text and button in one.labels
        )
        await who.presses(button, shown)
    else:
        await who.presses(button, card(desk.group, number))
    return await desk.group.receives(number)


async def merges(desk: RunningDesk) -> None:
    """Beto's case into Ana's."""
    await desk.dario.writes(f"/mesa {BETOS}")
    await desk.dario.receives(BETOS)
    await desk.dario.presses("Clasificar")
    await desk.dario.receives("el número del caso con el que se junta")
    await desk.dario.writes(ANAS)
    await desk.settled()
    assert f"es lo mismo que {ANAS}" in desk.beto.inbox.unseen[-1].text
    for one in (desk.beto, desk.carla, desk.dario, desk.group):
        one.ignores_rest()


async def is_read_by(desk: RunningDesk, text: str, *readers: Person) -> None:
    """By each of these alone, of all people; the group may show it."""
    await desk.settled()
    for person in (desk.ana, desk.beto, desk.carla, desk.dario, desk.admin):
        heard = any(text in one.text for one in (*person.inbox.seen, *person.inbox.unseen))
        assert heard == (person in readers), f"{person.inbox.owner}: {text}"
    for reader in (*readers, desk.carla, desk.dario, desk.group):
        reader.ignores_rest()


# Questions


@pytest.mark.parametrize("later", ["Responder", "Nota interna"])
async def test_an_answer_is_of_the_question_whose_message_it_answers(busy: RunningDesk, later: str) -> None:
    first = await asks(busy, busy.carla, ANAS, "Responder")
    assert "¿Qué le digo a Ana" in first.text
    second = await asks(busy, busy.carla, BETOS, later)
    await busy.carla.writes_in(busy.group, SECRET, reply_to=first)
    await is_read_by(busy, SECRET, busy.ana)
    await busy.carla.writes_in(busy.group, "reinicie esa pantalla, por favor", reply_to=second)
    await is_read_by(busy, "reinicie esa pantalla", *([busy.beto] if later == "Responder" else []))


async def test_the_buttons_of_an_earlier_question_are_its_own(busy: RunningDesk) -> None:
    for number in (ANAS, BETOS):
        await busy.carla.presses("Lo tomo", card(busy.group, number))
        await busy.settled()
    busy.group.ignores_rest()
    busy.ana.ignores_rest()
    busy.beto.ignores_rest()
    first, second = [await asks(busy, busy.carla, number, "En espera") for number in (ANAS, BETOS)]
    await busy.carla.presses("Un repuesto o una compra", first)
    await busy.ana.receives("queda en espera de: un repuesto")
    await busy.carla.presses("La visita en sitio", second)
    await busy.beto.receives("queda en espera de: la visita")
    await busy.settled(busy.group, busy.carla)


async def test_a_question_of_this_morning_is_answered_in_the_afternoon(busy: RunningDesk) -> None:
    asked = await asks(busy, busy.carla, ANAS, "Responder")
    await busy.advance(hours=5)
    await busy.carla.writes_in(busy.group, SECRET, reply_to=asked)
    await is_read_by(busy, SECRET, busy.ana)


async def test_a_question_that_is_over_keeps_the_words(busy: RunningDesk) -> None:
    """In private, where it stays to be seen."""
    await busy.carla.writes(f"/mesa {ANAS}")
    await busy.carla.receives(ANAS)
    await busy.carla.presses("Responder")
    asked = await busy.carla.receives("¿Qué le digo a Ana")
    await busy.carla.writes("ya le cambié la clave", reply_to=asked)
    await is_read_by(busy, "ya le cambié la clave", busy.ana, busy.carla)
    await busy.carla.writes(SECRET, reply_to=asked)
    shown = await busy.carla.receives("Esa pregunta ya pasó y no envié nada")
    assert f"¿le envío «{SECRET}» a Ana?" in shown.text
    await is_read_by(busy, SECRET, busy.carla)
    await busy.carla.presses("Sí, enviarlo", shown)
    await is_read_by(busy, SECRET, busy.ana, busy.carla)


async def test_a_colleague_who_answers_a_question_is_asked_first(busy: RunningDesk) -> None:
    asked = await asks(busy, busy.carla, ANAS, "Responder")
    await busy.dario.writes_in(busy.group, SECRET, reply_to=asked)
    shown = await busy.group.receives("¿le envío")
    await busy.dario.presses("Guardar como nota", shown)
    await busy.dario.sees_toast("Nota guardada")
    await is_read_by(busy, SECRET)


async def test_what_looks_like_a_note_is_shown_before_it_goes(busy: RunningDesk) -> None:
    """To the question, to the card, and with a file."""
    asked = await asks(busy, busy.carla, ANAS, "Responder")
    for answered in (asked, card(busy.group, ANAS)):
        await busy.carla.writes_in(busy.group, "la señora no sabe conectarlo", reply_to=answered)
        await busy.carla.presses("Guardar como nota", await busy.group.receives("¿le envío"))
        await busy.carla.sees_toast("Nota guardada")
    await busy.carla.writes_in(busy.group, "/nota no sabe conectarlo", reply_to=card(busy.group, ANAS))
    await busy.group.receives("Nota guardada")
    await busy.carla.writes(f"/mesa {ANAS}")
    await busy.carla.presses("Responder", await busy.carla.receives(ANAS))
    await busy.carla.receives("¿Qué le digo a Ana")
    await busy.carla.sends_photo(PNG, "no sabe conectarlo (interno)")
    await busy.carla.presses("No", await busy.carla.receives("con su archivo a Ana"))
    await busy.carla.receives("No envié nada")
    await is_read_by(busy, "no sabe", busy.carla)


@pytest.mark.parametrize("button", ["Cancelar el caso", "Resolver"])
async def test_words_that_come_too_late_are_given_back(busy: RunningDesk, button: str) -> None:
    asked = await asks(busy, busy.carla, BETOS, button)
    assert "👁 Lo leerá Beto." in asked.text
    await merges(busy)
    await busy.carla.writes_in(busy.group, SECRET, reply_to=asked)
    await busy.group.receives(f"No se lo envié a nadie: «{SECRET}»")
    await is_read_by(busy, SECRET)


async def test_words_for_who_cancelled_meanwhile_are_shown_before_they_go(busy: RunningDesk) -> None:
    asked = await asks(busy, busy.carla, BETOS, "Responder")
    await busy.beto.presses("Cancelar el caso")
    await busy.beto.presses("Sí, cancelarlo", await busy.beto.receives("¿Cancelo el caso"))
    await busy.beto.receives("Cancelé")
    await busy.group.receives("cancelado", edited=True)
    await busy.carla.writes_in(busy.group, "Beto, ya voy subiendo", reply_to=asked)
    shown = await busy.group.receives(f"Ojo: {BETOS} está cancelado y no envié nada")
    await is_read_by(busy, "ya voy subiendo")
    await busy.carla.presses("Sí, enviarlo", shown)
    await is_read_by(busy, "ya voy subiendo", busy.beto)


# Notes


@pytest.mark.parametrize("button", ["Responder", "Cancelar el caso"])
async def test_a_note_stays_inside_whatever_is_asked(busy: RunningDesk, button: str) -> None:
    asked = await asks(busy, busy.carla, ANAS, button)
    await busy.carla.writes_in(busy.group, f"// {SECRET}", reply_to=asked)
    noted = await busy.group.receives("Nota guardada")
    await is_read_by(busy, SECRET)
    await busy.carla.writes_in(busy.group, "y además nunca contesta", reply_to=noted)
    await busy.group.receives("Nota guardada")
    await is_read_by(busy, "nunca contesta")


async def test_an_edited_note_stays_one(busy: RunningDesk) -> None:
    said = await busy.carla.writes_in(busy.group, f"// {SECRET}", reply_to=card(busy.group, ANAS))
    await busy.group.receives("Nota guardada")
    await busy.carla.edits(said, SECRET)
    await busy.group.receives("Nota guardada")
    await is_read_by(busy, SECRET)


async def test_an_edited_answer_follows_it(busy: RunningDesk) -> None:
    asked = await asks(busy, busy.carla, ANAS, "Responder")
    said = await busy.carla.writes_in(busy.group, "reinicie el modem", reply_to=asked)
    await is_read_by(busy, "reinicie el modem", busy.ana)
    await asks(busy, busy.carla, BETOS, "Responder")
    await busy.carla.edits(said, "reinicie el módem, por favor")
    await is_read_by(busy, "(corregido) reinicie el módem", busy.ana)


async def test_the_edit_of_words_that_went_nowhere_sends_nothing(busy: RunningDesk) -> None:
    said = await busy.carla.writes_in(busy.group, "jaja", reply_to=card(busy.group, ANAS))
    await busy.group.receives("¿le envío «jaja» a Ana?")
    await busy.carla.edits(said, SECRET)
    await busy.group.receives(f"¿le envío «{SECRET}» a Ana?")
    await is_read_by(busy, SECRET)


# Words for the desk's own people


@pytest.mark.parametrize(
    "said", ["Darío, ¿usted ya lo vio?", "¿quién lo coge?", "esta señora no entiende", "ella no contesta"]
)
async def test_words_for_the_desk_are_shown_before_they_go(busy: RunningDesk, said: str) -> None:
    await busy.carla.writes_in(busy.group, said, reply_to=card(busy.group, ANAS))
    shown = await busy.group.receives(f"¿le envío «{said}» a Ana?")
    assert ("Asignarlo a Darío" in shown.labels) is said.startswith("Darío")
    await is_read_by(busy, said)


async def test_words_that_greet_another_requester_are_shown_before_they_go(busy: RunningDesk) -> None:
    await busy.carla.writes_in(busy.group, "Beto, ya voy subiendo", reply_to=card(busy.group, ANAS))
    await busy.group.receives("¿le envío «Beto, ya voy subiendo» a Ana?")
    await is_read_by(busy, "ya voy subiendo")
    await busy.carla.writes_in(busy.group, "Ana, ya voy subiendo", reply_to=card(busy.group, ANAS))
    await is_read_by(busy, "Ana, ya voy subiendo", busy.ana)


async def test_words_to_a_colleague_can_give_them_the_case(busy: RunningDesk) -> None:
    await busy.carla.writes_in(busy.group, "Darío, ¿usted ya lo vio?", reply_to=card(busy.group, ANAS))
    await busy.carla.presses("Asignarlo a Darío", await busy.group.receives("¿le envío"))
    await busy.settled()
    assert "Lo tiene: Darío" in busy.group.inbox.unseen[-1].text
    await busy.dario.receives("Carla le asignó")
    await busy.ana.receives("lo tiene ahora Darío")
    await is_read_by(busy, "encárguese")


async def test_a_question_to_the_card_of_a_colleagues_case_is_shown_first(busy: RunningDesk) -> None:
    await busy.carla.writes(f"tomar {ANAS}")
    await busy.settled(busy.ana, busy.carla, busy.group)
    await busy.dario.writes_in(busy.group, "¿ya contestó el proveedor?", reply_to=card(busy.group, ANAS))
    await busy.group.receives("¿le envío «¿ya contestó el proveedor?» a Ana?")
    await is_read_by(busy, "¿ya contestó el proveedor?")


async def test_whoever_has_the_case_that_goes_on_hears_what_was_put_into_it(busy: RunningDesk) -> None:
    await busy.carla.writes(f"tomar {ANAS}")
    await busy.settled(busy.ana, busy.carla, busy.group)
    await busy.dario.writes("juntar 2 en el 1")
    asked = await busy.dario.receives(f"¿Junto 1 caso en {ANAS}, de Ana?")
    assert f"{ANAS} lo tiene Carla. Le aviso." in asked.text
    await busy.dario.presses("Sí, hacerlo")
    await busy.dario.receives("quedó en", edited=True)
    await busy.carla.receives(f"Darío le juntó {BETOS} a {ANAS}, que usted tiene.")
    await busy.dario.writes("deshazlo")
    await busy.dario.receives("vuelve a ir por su cuenta")
    await busy.carla.receives(f"Darío deshizo haberle juntado {BETOS} a {ANAS}")
    await busy.settled(busy.beto, busy.group)


async def test_words_to_a_card_after_the_role_is_lost_are_given_back(busy: RunningDesk) -> None:
    await busy.admin.writes("/rol quitar agente @carla")
    await busy.admin.receives("ya no tiene el rol")
    await busy.carla.receives("Ya no tiene el rol")
    await busy.carla.writes_in(busy.group, SECRET, reply_to=card(busy.group, ANAS))
    await busy.carla.receives(f"No se lo envié a nadie: «{SECRET}»")
    await is_read_by(busy, SECRET, busy.carla)


async def test_a_picture_goes_to_whose_words_are_answered(busy: RunningDesk) -> None:
    await busy.carla.writes(f"/mesa {BETOS}")
    await busy.carla.receives(BETOS)
    await busy.carla.presses("Responder")
    await busy.carla.receives("¿Qué le digo a Beto")
    await merges(busy)
    await busy.carla.sends_photo(PNG)
    await busy.carla.receives("Beto")
    assert (await busy.beto.receives(BETOS)).photo == PNG
    await busy.settled(busy.group)
    await busy.ana.receives_nothing()


# Colleagues


async def test_a_colleague_is_answered_inside(busy: RunningDesk) -> None:
    await busy.carla.writes(f"/asignar {ANAS}")
    await busy.carla.receives("¿A quién")
    await busy.carla.presses("Darío")
    given = await busy.dario.receives("le asignó")
    await busy.ana.receives("lo tiene ahora Darío")
    await busy.dario.writes("ese señor siempre reporta lo mismo", reply_to=given)
    await busy.dario.receives("Nota guardada")
    await is_read_by(busy, "siempre reporta lo mismo", busy.carla)


async def test_talk_among_agents_stays_talk(busy: RunningDesk) -> None:
    said = await busy.carla.writes_in(busy.group, "reinicie el modem", reply_to=card(busy.group, ANAS))
    await is_read_by(busy, "reinicie el modem", busy.ana)
    await busy.dario.writes_in(busy.group, SECRET, reply_to=said)
    await is_read_by(busy, SECRET)


async def test_who_works_no_cases_any_more_is_told_and_nothing_goes(busy: RunningDesk) -> None:
    await busy.carla.writes(f"/mesa {ANAS}")
    shown = await busy.carla.receives(ANAS)
    await busy.admin.writes("/rol quitar agente @carla")
    await busy.admin.receives("ya no tiene el rol")
    await busy.carla.receives("Ya no tiene el rol")
    await busy.carla.writes("no me abre el correo del señor tampoco", reply_to=shown)
    await busy.carla.receives("No se lo envié a nadie: «no me abre el correo del señor tampoco»")
    await busy.ana.receives_nothing()


async def test_what_answers_an_agent_reaches_them_also_of_a_case_that_is_over(busy: RunningDesk) -> None:
    await busy.ana.presses("Cancelar el caso")
    await busy.ana.presses("Sí, cancelarlo", await busy.ana.receives("¿Cancelo el caso"))
    await busy.ana.receives("Cancelé")
    await busy.group.receives("cancelado", edited=True)
    await busy.carla.writes_in(busy.group, "Ana, ¿seguro que ya no?", reply_to=card(busy.group, ANAS))
    await busy.ana.receives("¿seguro que ya no?")
    await busy.group.receives("Ojo: el caso está cancelado")
    await busy.ana.writes("sí seguro")
    await busy.ana.receives(f"Se lo pasé a la mesa ({ANAS})")
    await busy.group.receives("agregó:\nsí seguro\n✖️ El caso está cancelado")
    for one in (busy.ana, busy.carla, busy.group):
        one.ignores_rest()


async def test_a_colleague_who_asked_reads_the_answer_beside_the_holder(busy: RunningDesk) -> None:
    await busy.carla.presses("Lo tomo", card(busy.group, ANAS))
    await busy.ana.receives("Carla tomó su caso")
    await busy.dario.writes_in(busy.group, "Ana, ¿qué marca es?", reply_to=card(busy.group, ANAS))
    await busy.ana.receives("¿qué marca es?")
    await busy.ana.writes("es un lenovo de los viejos")
    await busy.ana.receives("Se lo pasé a Carla")
    await is_read_by(busy, "agregó:\nes un lenovo de los viejos", busy.carla, busy.dario)
    for one in (busy.carla, busy.dario):
        one.toasts.see_all()

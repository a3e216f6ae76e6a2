"""One order in parts: some are left out, each of several people gets their own, a new order comes instead of the yes."""

import pytest

from itgov_bot.domain.tickets.ticket import State
from tests.journeys.desk import RunningDesk
from tests.journeys.test_queue import has_cases, id_of, put


async def has_three(desk: RunningDesk) -> list[str]:
    await desk.knows(desk.ana, desk.beto)
    mine = await has_cases(desk, desk.ana, "no prende el monitor", "instalar office")
    return [*mine, *await has_cases(desk, desk.beto, "la impresora atasca el papel")]


async def test_each_gets_their_own_and_all_of_it_is_called_back_as_one(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla, desk.dario)
    one, two, three = await has_three(desk)
    await desk.carla.writes("el 1 y el 3 déselos a darío y el 2 me lo quedo yo")
    await desk.carla.presses("No", await desk.carla.receives("Asigno 1 caso a Carla"))
    await desk.carla.receives("No hice nada", edited=True)
    await desk.carla.writes("el 1 y el 3 déselos a darío y el 2 a carla")
    shown = (await desk.carla.receives("¿Hago todo esto?")).text
    to_dario, to_carla = shown.index("Asigno 2 casos a Darío"), shown.index("Asigno 1 caso a Carla")
    assert to_dario < shown.index(one) < shown.index(three) < to_carla < shown.index(two)
    await desk.carla.presses("Sí, hacerlo")
    done = await desk.carla.receives("1 y 3: los tiene ahora Darío", edited=True)
    assert "2: lo tiene ahora Carla" in done.text
    await desk.dario.receives("le asignó 2 casos")
    await desk.ana.receives(f"Sus casos {one} y {two}")
    await desk.beto.receives("lo tiene ahora Darío")
    await desk.carla.writes("deshágalo")
    await desk.carla.receives("deshecho, siguen con quien estaban")
    await desk.dario.receives("deshizo lo de 2 casos")
    await desk.ana.receives("fue un error de la mesa")
    await desk.beto.receives("fue un error de la mesa")
    await desk.settled(group)


@pytest.mark.parametrize(
    ("said", "asked", "spared"),
    [
        ("asígnele todo a darío excepto el 3", "¿Asigno 2 casos a Darío?", 3),
        ("todos a darío menos la impresora", "¿Asigno 2 casos a Darío?", 3),
        ("los de ana a darío, el 2 no", "¿Asigno 1 caso a Darío?", 2),
        ("cierre el 1, el 2 no: ya prende", "¿Resuelvo 1 caso con «ya prende»?", 2),
        ("cancele todos pero el de la impresora no: eran de prueba", "¿Cancelo 2 casos", 3),
        ("súbale la prioridad al 1 y al 2, al 3 déjelo igual", "¿Pongo 2 casos en prioridad alta?", 3),
        ("ponga en espera los de ana menos el 1 hasta que llegue el cable", "¿Pongo en espera 1 caso", 1),
    ],
)
async def test_what_is_left_out_is_not_touched(desk: RunningDesk, said: str, asked: str, spared: int) -> None:
    group = await desk.has_group(desk.carla, desk.dario)
    numbers = await has_three(desk)
    await desk.carla.writes(said)
    shown = (await desk.carla.receives(asked)).text
    assert f"Sin tocar: {spared}." in shown
    assert numbers[spared - 1] not in shown
    await desk.settled(group)
    await desk.dario.receives_nothing()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("cierre el 1 a menos que beto diga otra cosa", "No entendí esta parte"),
        ("cerrar 1 y 3, pero al 3 dígale que llame", "No entendí esta parte"),
        ("pásele el 1 a carla y darío", "No entendí esta parte"),
        ("no le pase el 1 a darío", "No entendí esta parte"),
        ("todos a darío menos los de tránsito", "No encontré casos abiertos: «los de tránsito»"),
        ("el 1 a carla y el 1 a darío", "quedaría en dos partes"),
    ],
)
async def test_nothing_is_done_where_a_part_is_not_understood(
    desk: RunningDesk, said: str, told: str
) -> None:
    group = await desk.has_group(desk.carla, desk.dario)
    await has_three(desk)
    await desk.carla.writes(said)
    assert "No cambié nada" in (await desk.carla.receives(told)).text
    await desk.carla.writes("sí")
    await desk.carla.receives("¿En qué más le ayudo?")
    await desk.settled(group)
    await desk.dario.receives_nothing()
    await desk.ana.receives_nothing()


async def test_one_goes_from_one_to_another_and_one_goes_back(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla, desk.dario)
    for number in await has_three(desk):
        await put(desk, number, assignee_id=await id_of(desk, desk.dario), state=State.ASSIGNED)
    await desk.carla.writes("quítele a darío el 2, que lo haga carla")
    assert "Darío tiene 1" in (await desk.carla.receives("¿Asigno 1 caso a Carla?")).text
    await desk.carla.writes("me equivoqué, el 3 no era pa darío, devuélvalo")
    await desk.carla.receives("Lo anterior no lo hice")
    await desk.carla.receives("¿Devuelvo 1 caso a la mesa")
    await desk.carla.writes("sí")
    await desk.carla.receives("3: quedó en la mesa, sin nadie a cargo")
    await desk.beto.receives("cambia de manos")
    await desk.carla.writes("recuérdele a darío que el 1 se vence hoy")
    await desk.carla.receives("La ve Darío")
    await desk.dario.receives("se vence hoy")
    await desk.ana.receives_nothing()
    await desk.settled(group, desk.dario)


async def test_what_nobody_has_is_shared_out_evenly(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla, desk.dario)
    one, two, three = await has_three(desk)
    await put(desk, one, assignee_id=await id_of(desk, desk.carla), state=State.ASSIGNED)
    await desk.carla.writes("reparta lo que está sin asignar entre carla y darío")
    shown = (await desk.carla.receives("¿Hago todo esto?")).text
    assert shown.index("1 caso a Darío") < shown.index("1 caso a Carla")
    assert one not in shown
    assert two in shown
    assert three in shown
    await desk.settled(group)
    await desk.dario.receives_nothing()


@pytest.mark.parametrize(
    "first", ["asigne el 1 y el 2 a darío", "cerrar 1 y 2: quedó el enlace", "cancele el 1 y el 2"]
)
async def test_a_new_order_comes_instead_of_the_yes(desk: RunningDesk, first: str) -> None:
    group = await desk.has_group(desk.carla, desk.dario)
    await has_three(desk)
    await desk.carla.writes(first)
    await desk.carla.receives("¿" if "cancele" not in first else "¿por qué se cancelan?")
    if "cancele" in first:
        await desk.carla.writes("eran de prueba")
        await desk.carla.receives("¿Cancelo 2 casos con el motivo «eran de prueba»?")
    await desk.carla.writes("todos a carla pero el de la impresora a darío")
    await desk.carla.receives("Lo anterior no lo hice: lo de varios casos")
    await desk.carla.receives("¿Hago todo esto?")
    await desk.settled(group)
    await desk.dario.receives_nothing()
    await desk.ana.receives_nothing()


async def test_what_is_ordered_of_each_is_done_to_each(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla, desk.dario)
    await has_three(desk)
    await desk.carla.writes("cierre el 1: ya prende, y el 2 páselo a darío")
    shown = (await desk.carla.receives("¿Hago todo esto?")).text
    assert "Resuelvo 1 caso con «ya prende»" in shown
    assert "Asigno 1 caso a Darío" in shown
    await desk.carla.presses("Sí, solución remota")
    done = await desk.carla.receives("1: quedó resuelto", edited=True)
    assert "2: lo tiene ahora Darío" in done.text
    assert "Deshacer" not in done.labels  # that calls back one deed
    await desk.dario.receives("le asignó")
    await desk.settled(desk.ana, group)


async def test_a_question_is_answered_where_a_name_was_awaited(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla, desk.dario)
    await has_three(desk)
    await desk.carla.writes("asignar el 1 y el 2")
    await desk.carla.receives("¿A quién le asigno 1 y 2?")
    await desk.carla.writes("muéstreme los casos de hacienda")
    await desk.carla.receives("No hay casos: de Secretaría de Hacienda")
    await desk.carla.writes("asignar el 1 y el 2")
    await desk.carla.receives("¿A quién le asigno 1 y 2?")
    await desk.carla.writes("el que menos tenga")
    await desk.carla.receives("¿Asigno 2 casos a")
    await desk.settled(group)
    await desk.dario.receives_nothing()


async def test_the_others_are_all_but_those_and_their_number_is_checked(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla, desk.dario)
    await has_three(desk)
    await desk.carla.writes("el 2 pa mí y los otros dos pa darío")
    shown = (await desk.carla.receives("Asigno 2 casos a Darío")).text
    assert "Usted dijo" not in shown
    await desk.carla.writes("el 2 pa mí y los otros cinco pa darío")
    await desk.carla.receives("Lo anterior no lo hice")
    await desk.carla.receives("Usted dijo 6 y encontré 3")
    await desk.settled(group, desk.carla)


async def test_an_order_is_no_place_of_their_own_case_and_no_wording_of_what_waits(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla, desk.dario)
    _, _, third = await has_three(desk)
    await desk.carla.writes("se me dañó el mouse")
    await desk.carla.receives("¿Dónde es?")
    await desk.carla.writes("el 3 pa darío y dígale a beto que él lo llama")
    await desk.carla.receives(f"{third}: lo tiene ahora Darío")
    await desk.carla.receives("¿le envío «él lo llama» a @beto?")
    await desk.carla.writes("pásemelo a mí y dígale a beto que ya voy yo")
    await desk.carla.receives("Lo anterior no lo hice")
    await desk.settled(group, desk.carla, desk.beto, desk.dario)


@pytest.mark.parametrize(
    "said", ["no, sepárelos, que no eran lo mismo", "el 2 no es lo mismo que el 1", "saque el segundo aparte"]
)
async def test_what_was_made_one_is_taken_apart_in_words(desk: RunningDesk, said: str) -> None:
    group = await desk.has_group(desk.carla)
    _, two, _ = await has_three(desk)
    await desk.carla.writes("junte el 2 con el 1")
    while "Sí" not in " ".join((asked := await desk.carla.receives()).labels):
        pass
    await desk.carla.presses(next(one for one in asked.labels if one.startswith("Sí")))
    await desk.settled(desk.carla, desk.ana)
    await desk.carla.writes(said)
    await desk.carla.receives(f"{two}: «instalar office»")
    await desk.carla.presses(f"Sí, separar {two}")
    await desk.settled(desk.carla, desk.ana, group)
    await desk.carla.writes("junte el 2 con el 1")
    assert "ya" not in (await desk.carla.receives()).text

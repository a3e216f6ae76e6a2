"""A day at the queue: asked for in words, several cases at once, what each has, and what a new group is shown."""

import pytest

from itgov_bot.domain.tickets.ticket import State
from itgov_bot.storage import people, tickets
from itgov_bot.storage.database import Database
from tests.emulator import Person
from tests.journeys import in_words
from tests.journeys.desk import RunningDesk
from tests.storage.made import open_one


async def has_cases(desk: RunningDesk, person: Person, *texts: str) -> list[str]:
    """Their numbers, opened as if by the person before the story."""
    database = Database(desk.settings.resolved_database_url)
    async with database.transaction() as session:
        found = await people.by_user(session, "telegram", str(person.id))
        assert found
        made = [await open_one(session, found, text) for text in texts]
    await database.close()
    return [one.number for one in made]


async def put(desk: RunningDesk, number: str, **columns: object) -> None:
    database = Database(desk.settings.resolved_database_url)
    async with database.transaction() as session:
        ticket = await tickets.by_number(session, number)
        assert ticket
        await tickets.put(session, ticket.id, **columns)
    await database.close()


@pytest.mark.both
async def test_the_queue_in_words(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.gives("agente", desk.dario)
    await desk.knows(desk.ana)
    first, second, third = await has_cases(desk, desk.ana, "la impresora no imprime", "no abre", "sin red")
    await put(desk, second, office="Secretaría de Hacienda", urgent=True)
    await put(desk, third, assignee_id=await id_of(desk, desk.dario), state=State.ASSIGNED)
    for asked, shown in (
        ("los de Darío", third),
        ("/mesa de dario", third),
        ("los de hacienda sin asignar", second),
        ("muéstreme los urgentes", second),
        ("/mesa impresoras sin dueño", first),
        ("lo de dario", third),
        ("¿qué tiene darío?", third),
        ("/mesa los viejos de hacienda", second),
        ("busca el caso de la impresora", first),
    ):
        await desk.carla.writes(asked)
        page = await desk.carla.receives(": 1")
        assert shown in page.text, asked
    for asked, told in (
        ("¿cuántas hay abiertas?", "todos: 3"),
        ("cuáles están sin coger", "sin asignar: 2"),
        ("lo más viejo", "los más viejos primero: 3"),
        ("los de ana", "«ana»: 3"),
        ("los escalados", "No hay casos abiertos que se hayan escalado"),
        ("busca el caso del proyector", "No encontré casos: «proyector»"),
        ("¿cómo va el 3?", f"{third} · asignado"),
        ("cierra las de beto: ya quedó", "No encontré casos abiertos"),
    ):
        await desk.carla.writes(asked)
        await desk.carla.receives(told)
    await desk.beto.writes("lo de dario")
    assert "Mesa ·" not in (await desk.beto.receives()).text
    await desk.carla.writes("los computadores de hacienda no prenden")
    assert "Mesa ·" not in (await desk.carla.receives()).text
    desk.carla.ignores_rest()


async def id_of(desk: RunningDesk, person: Person) -> int:
    database = Database(desk.settings.resolved_database_url)
    async with database.reading() as session:
        found = await people.by_user(session, "telegram", str(person.id))
    await database.close()
    assert found
    return found.id


async def test_several_cases_are_assigned_at_once_and_each_hears_once(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla, desk.dario)
    await desk.knows(desk.ana, desk.beto)
    numbers = [*await has_cases(desk, desk.ana, "uno", "dos"), *await has_cases(desk, desk.beto, "tres")]
    await put(desk, numbers[2], state=State.CLOSED)
    await desk.carla.writes("asignar 1, 2, 3 y 99 a Darío")
    shown = await desk.carla.receives("¿Asigno 2 casos a Darío?")
    assert "Quedan por fuera: 3 (cerrado)" in shown.text
    assert "No encuentro: 99" in shown.text
    await desk.dario.receives_nothing()
    await desk.carla.presses("Sí, hacerlo")
    await desk.carla.receives("1 y 2: los tiene ahora Darío", edited=True)
    await desk.ana.receives(f"Sus casos {numbers[0]} y {numbers[1]} los tiene ahora Darío")
    told = await desk.dario.receives("le asignó 2 casos")
    assert numbers[0] in told.text
    await group.receives(f"{numbers[0]} · asignado")
    await group.receives(f"{numbers[1]} · asignado")
    await desk.beto.receives_nothing()
    await desk.carla.writes("asignar 1 y 2 a Carla")
    await desk.carla.presses("Sí, hacerlo", await desk.carla.receives("¿Asigno 2 casos a Carla?"))
    lost = await desk.dario.receives("Carla se asignó 2 casos que usted tenía")
    assert all(number in lost.text for number in numbers[:2])
    await desk.dario.receives_nothing()
    await desk.ana.receives("los tiene ahora Carla")
    await desk.admin.writes("/rol quitar agente 11")
    await desk.admin.receives("volvieron a la fila")
    await desk.carla.receives("1 y 2: los tiene ahora Carla", edited=True)
    await desk.carla.receives("Ya no tiene el rol agente")
    await desk.ana.receives(f"Sus casos {numbers[0]} y {numbers[1]} cambian de manos")
    await desk.ana.receives_nothing()
    group.ignores_rest()


async def test_those_of_a_person_are_meant_at_once(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla, desk.dario)
    await desk.knows(desk.ana, desk.beto)
    first, second = await has_cases(desk, desk.ana, "uno", "dos")
    (other,) = await has_cases(desk, desk.beto, "ana tampoco puede")
    await put(desk, second, assignee_id=await id_of(desk, desk.dario), state=State.ASSIGNED)
    await desk.carla.writes("asignar todas las de ana a mi")
    shown = await desk.carla.receives("¿Asigno 2 casos a Carla?")
    assert "lo tiene Darío" in shown.text
    assert other not in shown.text
    await desk.carla.presses("No")
    await desk.carla.receives("No hice nada", edited=True)
    await desk.carla.writes("cierra todas las de ana: ya quedó")
    await desk.carla.receives("¿Resuelvo 2 casos con «ya quedó»?")
    await desk.carla.presses("Sí, solución remota")
    await desk.carla.receives("1 y 2: quedaron resueltos", edited=True)
    assert first in (await desk.ana.receives("2 casos suyos están resueltos")).labels
    await desk.dario.receives(f"Carla resolvió {second}")
    await desk.settled(group)


async def test_whoever_takes_what_nobody_has_is_asked_nothing(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla, desk.dario)
    await desk.knows(desk.ana)
    numbers = await has_cases(desk, desk.ana, "uno", "dos", "tres")
    await put(desk, numbers[2], assignee_id=await id_of(desk, desk.dario), state=State.ASSIGNED)
    await desk.carla.writes("asígname el 1 y el 2")
    await desk.carla.receives("1 y 2: los tiene ahora Carla")
    await desk.ana.receives("los tiene ahora Carla")
    await desk.carla.writes("asígname el 2 y el 3")
    assert "lo tiene Darío" in (await desk.carla.receives("¿Asigno 1 caso a Carla?")).text
    await desk.settled(group)


async def test_so_many_are_not_meant_at_once(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.knows(desk.ana)
    await has_cases(desk, desk.ana, *(f"caso {number}" for number in range(31)))
    await desk.carla.writes("cierra todas las de ana: ya quedó")
    await desk.carla.receives("a lo sumo 30 casos")


async def test_rows_are_pressed_and_solved_with_one_sentence(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla)
    await desk.knows(desk.ana, desk.beto)
    mine, *_ = await has_cases(desk, desk.ana, "uno", "dos", "tres", "cuatro", "cinco", "seis")
    (beto,) = await has_cases(desk, desk.beto, "siete")
    await desk.carla.writes("/mesa")
    await desk.carla.receives("Mesa · todos: 7")
    await desk.carla.presses("Elegir varios")
    await desk.carla.receives("Presione los que quiera", edited=True)
    for label, told in (
        ("1", "Van: 1."),
        ("2", "Van: 1 y 2."),
        ("✓2", "Van: 1."),
        ("Siguiente", "página 2 de 2"),
    ):
        await desk.carla.presses(label)
        await desk.carla.receives(told, edited=True)
    await desk.carla.presses("7")
    await desk.carla.receives("Van: 1 y 7.", edited=True)
    await desk.carla.presses("Listo: 2")
    await desk.carla.receives("¿qué hago con ellos?", edited=True)
    await desk.carla.presses("Resolverlos")
    await desk.carla.receives("¿qué se hizo?")
    await desk.carla.writes("Se reinició el servidor de archivos")
    await desk.carla.receives("¿Resuelvo 2 casos con «Se reinició el servidor de archivos»?")
    await desk.carla.presses("Sí, solución remota")
    await desk.carla.receives("1 y 7: quedaron resueltos", edited=True)
    await desk.ana.receives(f"Su caso {mine} está resuelto")
    await desk.beto.receives(f"Su caso {beto} está resuelto")
    await desk.settled(group)


async def test_several_cases_of_one_person_are_solved_in_one_message(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla)
    await desk.knows(desk.ana)
    numbers = await has_cases(desk, desk.ana, "uno", "dos", "tres")
    await desk.carla.writes("/cerrar 1 2 3: quedó el enlace")
    await desk.carla.receives("¿Resuelvo 3 casos")
    await desk.carla.presses("Sí, solución en sitio")
    await desk.carla.receives("quedaron resueltos", edited=True)
    told = await desk.ana.receives("3 casos suyos están resueltos")
    assert told.labels == numbers
    await desk.ana.presses(numbers[1])
    assert numbers[1] in (await desk.ana.receives()).text
    await desk.settled(group)


async def test_cases_are_merged_into_the_one_that_goes_on(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla)
    await desk.knows(desk.ana)
    numbers = await has_cases(desk, desk.ana, "uno", "dos", "tres")
    await desk.carla.writes("/fusionar 1, 2 y 3")
    await desk.carla.receives("¿Cuál sigue abierto?")
    await desk.carla.presses("3: tres")
    await desk.carla.receives(f"¿Junto 2 casos en {numbers[2]}, de ", edited=True)
    await desk.carla.presses("Sí, hacerlo")
    await desk.carla.receives(f"quedaron en {numbers[2]}", edited=True)
    await desk.ana.receives(f"Sus casos {numbers[0]} y {numbers[1]} siguen en {numbers[2]}")
    await desk.settled(group)


async def test_an_outsider_orders_and_presses_nothing(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.knows(desk.ana, desk.beto)
    await has_cases(desk, desk.ana, "uno", "dos")
    await desk.beto.writes("/asignar 1 y 2 a carla")
    await desk.beto.receives("solo para quienes tienen el rol")
    await desk.carla.writes("cerrar 1 y 2: quedó el enlace")
    shown = await desk.carla.receives("¿Resuelvo 2 casos")
    await desk.admin.writes(f"/rol quitar agente {desk.carla.id}")
    await desk.admin.receives("ya no tiene el rol")
    await desk.carla.receives("Ya no tiene el rol")
    await desk.carla.presses("Sí, solución remota", shown)
    await desk.carla.receives("solo para quienes tienen el rol")
    await desk.ana.receives_nothing()


async def test_the_work_of_each(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.puts_on_duty(desk.dario, 1)
    await desk.knows(desk.ana)
    one, two, _ = await has_cases(desk, desk.ana, "uno", "dos", "tres")
    await put(desk, one, assignee_id=await id_of(desk, desk.dario), state=State.ASSIGNED, urgent=True)
    await put(desk, two, assignee_id=await id_of(desk, desk.dario), state=State.WAITING)
    await desk.carla.writes("¿cuánto tiene cada uno?")
    work = await desk.carla.receives("Carga por agente")
    assert "Darío 🌙 de guardia\n2 abiertos · 🚨 1 · ⏸ 1 en espera" in work.text
    assert "Sin asignar\n1 abierto" in work.text
    assert "Carla\n0 abiertos" in work.text
    await desk.carla.presses("Darío (2)")
    assert one in (await desk.carla.receives("los que tiene Darío: 2", edited=True)).text


async def test_a_new_group_is_shown_the_open_cases(desk: RunningDesk) -> None:
    await desk.knows(desk.admin, desk.ana)
    numbers = await has_cases(desk, desk.ana, "uno", "dos")
    await desk.admin.writes_in(desk.group, "/mesa")
    await desk.group.receives("grupo de la mesa")
    await desk.admin.presses("Sí, usar este grupo", in_group=desk.group)
    shown = [(await desk.group.receives()).text for _ in range(3)]
    assert "desde ahora los casos nuevos llegan" in shown[0]
    assert all(number in text for number, text in zip(numbers, shown[1:], strict=True))
    await desk.admin.presses("Sí, usar este grupo", desk.group.inbox.seen[0])
    await desk.group.receives("desde ahora los casos nuevos llegan")


async def test_of_many_open_cases_cards_come_when_they_are_asked_for(desk: RunningDesk) -> None:
    await desk.knows(desk.admin, desk.ana)
    await has_cases(desk, desk.ana, *(f"caso {number}" for number in range(10)))
    await desk.admin.writes_in(desk.group, "/mesa")
    await desk.group.receives("grupo de la mesa")
    await desk.admin.presses("Sí, usar este grupo", in_group=desk.group)
    await desk.group.receives("desde ahora los casos nuevos llegan")
    many = await desk.group.receives("Hay 10 casos abiertos")
    await desk.admin.presses("Mostrar 8 tarjetas", many)
    for _ in range(8):
        assert "Lo tomo" in (await desk.group.receives("caso")).labels
    more = await desk.group.receives("Van 8 tarjetas de 10")
    await desk.admin.presses("Mostrar 8 tarjetas", more)
    for _ in range(2):
        await desk.group.receives("caso")
    await desk.group.receives("Ya están las tarjetas de los 10")


async def test_a_private_card_follows_its_case(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla, desk.dario)
    await desk.knows(desk.ana)
    (number,) = await has_cases(desk, desk.ana, "uno")
    await desk.carla.writes(f"/mesa {number}")
    card = await desk.carla.receives("nuevo")
    assert "Visto mar 10 nov 10:00 a. m." in card.text
    assert "hoy" not in card.text
    await desk.dario.writes(f"/mesa {number}")
    await desk.dario.receives("nuevo")
    await desk.dario.presses("Lo tomo")
    renewed = await desk.carla.receives("en proceso", edited=True)
    assert renewed.message_id == card.message_id
    await desk.advance(days=1)
    await desk.carla.presses("Actualizar", renewed)
    await desk.carla.receives("Visto mié 11 nov", edited=True)
    await desk.carla.writes(f"/mesa {number}")
    await desk.carla.receives("en proceso")
    await desk.settled()
    assert card.message_id not in desk.carla.chat.messages
    desk.ana.ignores_rest()
    desk.dario.ignores_rest()
    await desk.settled(group)


async def test_the_summary_of_the_shift_is_pinned_and_edited_in_its_place(desk: RunningDesk) -> None:
    group = desk.group
    await group.promotes_bot(desk.admin)
    await in_words.uses_group(desk, group)
    await desk.gives("agente", desk.carla)
    await desk.knows(desk.ana)
    await desk.advance(minutes=1)
    (first,) = group.inbox.in_sight
    assert "Abiertos: 0" in first.text
    assert "desde mar 10 nov 10:00 a. m." in first.text
    assert group.chat.pinned == [first.message_id]
    await has_cases(desk, desk.ana, "uno")
    await desk.advance(minutes=1)
    assert len(group.inbox.in_sight) == 1
    await desk.advance(minutes=5)
    await desk.advance(minutes=30)
    _, second = group.inbox.in_sight
    assert "Abiertos: 1" in second.text
    assert (second.message_id, second.edited) == (first.message_id, True)
    await desk.carla.presses("Sin asignar", second)
    await group.receives("Mesa · sin asignar: 1")


async def test_a_group_has_its_summary_at_once_also_without_the_right_to_pin(desk: RunningDesk) -> None:
    await in_words.uses_group(desk, desk.group)
    await desk.settled()
    (first,) = desk.group.inbox.in_sight
    assert "Abiertos: 0" in first.text
    assert desk.group.chat.pinned == []


async def test_in_the_group_the_question_goes_and_one_message_says_what_was_done(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla, desk.dario)
    await desk.knows(desk.ana)
    numbers = await has_cases(desk, desk.ana, "uno", "dos")
    await desk.carla.writes_in(group, "/asignar 1 y 2")
    await group.receives("¿A quién le asigno 1 y 2?")
    await desk.dario.presses("Darío", in_group=group)
    await desk.dario.sees_toast("Esas opciones son de quien empezó")
    await desk.carla.presses("Darío", in_group=group)
    await group.receives("¿Asigno 2 casos a Darío?", edited=True)
    await desk.carla.presses("Sí, hacerlo", in_group=group)
    for number in numbers:
        await group.receives(number)
    await group.receives("1 y 2: los tiene ahora Darío")
    await desk.ana.receives("los tiene ahora Darío")
    await desk.dario.receives("le asignó 2 casos")

"""A case for somebody else, told in one breath: of whom, by which way, what of it; and what asks for no such thing."""

import pytest

from itgov_bot.understanding.language.introducing.for_somebody import asked_for_somebody, came_by, told_of
from tests.rows import each_row

from .tables import cases
from .test_readers import KNOWN, OFFICES


@each_row(("text", "way", "name", "place", "contact", "matter"), cases("for_somebody"))
def test_what_one_breath_tells(text: str, way: str, name: str, place: str, contact: str, matter: str) -> None:
    found_way, rest = came_by(text)
    told = told_of(rest, OFFICES, KNOWN)
    found = (found_way, told.name, told.place, told.contact, told.matter)
    assert tuple(one or "-" for one in found) == (way, name, place, contact, matter)


@pytest.mark.parametrize(
    "text",
    [
        "abrir caso para Rosa Pérez",
        "ábrale un caso a nombre de Rosa Pérez",
        "caso para Rosa Pérez, por llamada: no le imprime",
        "quiero abrir un ticket de parte de Rosa Pérez",
        "registrar caso para la doctora Rosa Pérez",
        "créele un caso a Rosa Pérez, llamó que no le abre el correo",
        "acaba de llamar Rosa Pérez, que no le imprime, ábrale caso",
        "acaba de llamar Rosa Pérez, que no le prende el computador",
        "Rosa Pérez llamó que la pantalla le parpadea. ábrale el caso y yo lo cojo",
        "doña Rosa Pérez de Archivo llamó que no tiene internet, ext 77, anótalo",
        "llamó Rosa Pérez por el correo",
        "me llamó la doctora Rosa Pérez porque no le abre el SIGOB",
        "Rosa Pérez vino a la oficina y se le dañó el mouse, abrámosle caso",
        "vino Rosa Pérez aquí, necesita instalar AutoCAD",
        "y uno para Rosa Pérez que no le imprime",
        "me escribió por whatsapp Rosa Pérez que tampoco le abre el chat",
        "acabo de hablar con Rosa Pérez que no le entran los correos",
        "hablé con Rosa Pérez que se le dañó el teclado",
        "vino una señora de Hacienda, Rosa Pérez, que no puede entrar al sistema",
        "vino la señora Rosa Pérez de Hacienda, el mouse no sirve, y regístrele un ticket por favor",
    ],
)
def test_a_case_for_somebody_is_asked_for(text: str) -> None:
    rest = asked_for_somebody(text)
    assert rest is not None
    assert told_of(came_by(rest)[1], OFFICES, KNOWN).name == "Rosa Pérez"


@pytest.mark.parametrize(
    "text",
    [
        "abrir caso para la impresora del segundo piso",
        "abrir un caso",
        "necesito un caso para que me instalen AutoCAD",
        "el caso de Rosa cómo va",
        "abrir caso por falla de internet",
        "Rosa Pérez llamó que ya le funciona",
        "hablé con Rosa Pérez y quedó de probar",
        "me escribió Rosa Pérez que ya le sirve",
        "me llamó Rosa Pérez por lo de su caso",
        "llamó Rosa Pérez, que gracias",
        "llamó el proveedor, que mañana viene",
        "llegó el repuesto, el mouse ya no falla",
        "el internet llegó, ya funciona",
    ],
)
def test_what_is_no_case_for_somebody(text: str) -> None:
    rest = asked_for_somebody(text)
    assert rest is None or told_of(rest, OFFICES, KNOWN).name is None

"""`everyday.yaml` and `first_aid.yaml`: a city may have neither; a mistake is explained; what is proposed fits the words."""

from pathlib import Path

import pytest

from itgov_bot.domain.first_aid import FirstAid
from itgov_bot.reference import DataError, Reference, load
from itgov_bot.settings import ROOT
from itgov_bot.understanding.dangers import Dangers
from itgov_bot.understanding.first_aid import remedy_for
from itgov_bot.understanding.inside.reading import InsideReader

EVERYDAY, FIRST_AID = "everyday.yaml", "first_aid.yaml"


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load(ROOT / "data")


def by_name(reference: Reference) -> Dangers:
    """What the file names alone, without phrases."""
    return Dangers(reference.first_aid, InsideReader({}))


def test_a_city_may_have_neither(folder: Path) -> None:
    for name in (EVERYDAY, FIRST_AID):
        (folder / name).unlink()
    without = load(folder)
    assert (without.everyday, without.first_aid) == ((), FirstAid())


def test_six_groups_whose_sentences_all_differ(reference: Reference) -> None:
    said = [meaning.say for group in reference.everyday for meaning in group.meanings]
    assert len(reference.everyday) == 6
    assert len(set(said)) == len(said)
    assert all(3 <= len(group.meanings) <= 6 for group in reference.everyday)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (EVERYDAY, "service: SER-007", "service: SER-028", "«Tiene virus o avisos raros»: el servicio «SER-028»"),
        (EVERYDAY, "say: No imprime,", f"say: {'x' * 31},", "grupo printer, frase n.º 1: `say` tiene 31 caracteres"),
        (EVERYDAY, "key: printer", "key: Impresora", "grupo n.º 3: `key: Impresora` no es válida"),
        (EVERYDAY, "key: printer", "key: computer", "Impresora: `key: computer` está dos veces"),
        (EVERYDAY, "label: Impresora", "lable: Impresora", "¿quiso escribir `label`?"),
        (EVERYDAY, "groups:", "grupos:", "¿quiso escribir `groups`?"),
        (FIRST_AID, "services: [SER-025]", "services: [SER-099]", "servicio n.º 1: el servicio «SER-099» no está"),
        (FIRST_AID, "services: [SER-025]", "services: []", "remedio printer: la lista `services` está vacía"),
        (FIRST_AID, "key: printer", "key: vpn", "vpn: `key: vpn` está dos veces"),
        (FIRST_AID, "    tried: apagar y prender el wifi\n", "", "remedio wifi: falta lo que se probó"),
        (FIRST_AID, "never: [", "nunca: [", "la clave `nunca` no existe"),
        (FIRST_AID, "  - cues: [\"pid*", "  - baits: [\"pid*", "un peligro no dice con qué palabras se reconoce"),
        (FIRST_AID, "steps:\n", "steps:\n      - Otra.\n", "remedio no_power: la lista `steps` tiene 3 elementos; deje 2"),
    ],
)  # fmt: skip
def test_a_mistake_is_explained(folder: Path, file: str, old: str, new: str, said: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(folder)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("told", "service", "remedy"),
    [
        ("el computador no prende desde esta mañana", "SER-008", "no_power"),
        ("mi equipo no me da señal de vida, pantalla negra", "SER-008", "no_power"),
        ("está lentísimo el equipo y se congela", "SER-008", "slow_computer"),
        ("el video beam de la sala no proyecta nada", "SER-008", "screen"),
        ("el teclado perdió una tecla", "SER-008", None),
        ("la impresora no quiere imprimir", "SER-025", "printer"),
        ("la impresora atascó el papel", "SER-025", "printer"),
        ("la impresora necesita tóner", "SER-025", None),
        ("no me conecta el wifi en el portátil", "SER-001", "wifi"),
        ("estoy sin internet en el computador", "SER-003", "cable_internet"),
        ("no hay internet en toda la sede", "SER-003", None),
        ("se me olvidó la clave del correo", "SER-004", "mail_password"),
        ("no me escuchan en la reunión de teams", "SER-010", "meeting_sound"),
        ("no me abre excel", "SER-031", "office_program"),
        ("la vpn no conecta desde la casa", "SER-027", "vpn"),
        ("sigob está muy lento y no carga", "SER-033", "system"),
        ("el computador no prende y huele a quemado", "SER-008", None),
        ("no prende, se le cayó agua encima", "SER-008", None),
        ("está lento, ya lo reinicié y sigue", "SER-008", None),
        ("no me abre el correo", "SER-023", None),
    ],
)
def test_what_is_proposed_fits_what_was_told(
    reference: Reference, told: str, service: str, remedy: str | None
) -> None:
    found = remedy_for(reference.first_aid, told, service)
    assert (found.key if found else None) == remedy


@pytest.mark.parametrize(
    ("told", "is_dangerous"),
    [
        ("sale umo del computador", True),
        ("al portatil le calló agua", True),
        ("la impresora guele a kemado", True),
        ("se quemó el regulador", True),
        ("ayer q tanto se resolvio, me da la cifra", False),
        ("les escribo de Talento Humano, no abre el correo", False),
        ("el computador se quedó pegado", False),
        ("la impresora no saca nada a color", False),
        ("quiero cancelar mi solicitud", False),
        ("no puedo liquidar la nómina", False),
        ("la página aparece bloqueada por juegos", False),
    ],
)
def test_words_of_danger_may_be_written_by_ear_but_are_no_others(
    reference: Reference, told: str, is_dangerous: bool
) -> None:
    assert (by_name(reference).told(told, "SER-008") is not None) is is_dangerous


CHANGE, UNPLUG, LEAVE_IT = "Cambie ya la clave", "Desconecte ya ese equipo", "No le dé clic"
LOST = "Cambie ya, desde otro equipo"
OFF_LINE = "Desconecte de la red el equipo"


@pytest.mark.parametrize(
    ("told", "first"),
    [
        ("abrí un enlace raro que me mandaron por whatsapp y escribí mi contraseña", CHANGE),
        ("creo que me jaquearon el correo", CHANGE),
        ("se metieron a mi cuenta y están mandando mensajes", CHANGE),
        ("llamó un man diciendo que era de soporte y le dicté el código", CHANGE),
        ("le presté mi clave a un compañero", CHANGE),
        ("descargué un adjunto que decía ser una multa de tránsito", OFF_LINE),
        ("le dimos click a un correo de la DIAN y ahora todo va lento", OFF_LINE),
        ("el link que llegó lo abrí y metí la clave", CHANGE),
        ("me robaron la contraseña del correo", CHANGE),
        ("se metieron en el whatsapp de la secretaría y piden plata", CHANGE),
        ("caímos en una trampa por mensaje", OFF_LINE),
        ("un compañero sabe mi clave y la está usando", CHANGE),
        ("le hice clic a donde no era", OFF_LINE),
        ("todos los archivos aparecen cifrados y exigen un rescate", UNPLUG),
        ("a la carpeta le salió un ransomware", UNPLUG),
        ("sale un letrero que dice pague para desbloquear los documentos", UNPLUG),
        ("me llegó un mensaje sospechoso, no lo he abierto", LEAVE_IT),
        ("nos escribe un correo pidiendo la contraseña", LEAVE_IT),
        ("puse mi clave tres veces y se bloqueó", None),
        ("le di clic a guardar y no pasa nada", None),
        ("abrí el archivo y sale en blanco", None),
        ("se robaron el portátil de la oficina", LOST),
        ("envié los datos del contrato y no me han respondido", None),
        ("la impresora hace un ruido raro", None),
        ("no abro el banco de proyectos", None),
        ("necesitamos una charla para que no nos hackeen", None),
        ("¿hacen un simulacro de correo falso?", None),
        ("me mandaron un archivo .rar y no abre", None),
        ("me equivoqué y puse la clave que no era", None),
        (
            "di los datos al técnico, que es de otra sede, y dijo que el lunes o martes me llamaba con la clave del wifi",
            None,
        ),
        ("necesito usuario y clave para el practicante", None),
        ("mi compu no tiene word instalado y mi clave del dominio caducó", None),
        ("la carpeta la tiene planeación, la clave no la tengo", None),
        ("los muchachos no saben cómo engancharse al wifi", None),
        ("alguien entregó el cargador en la portería y otra persona se lo llevó", None),
        ("necesito enviar correos masivos a los usuarios a nombre de la alcaldía", None),
        ("no nos han hackeado, es para una asesoría", None),
        ("quiero el acta del ransomware de diciembre", None),
        ("ya revisamos y ningún equipo tiene ransomware", None),
        ("el enlace de la sede volvió, era falsa alarma", None),
        ("desde el cambio el correo quedó raro", None),
        ("thanks for fixing the printer", None),
        ("en contabilidad ya saben mi clave", CHANGE),
        ("una practicante usa mi usuario para entrar", CHANGE),
        ("están mandando mensajes a mi nombre", CHANGE),
        ("se está cifrando todo en el servidor", UNPLUG),
        ("me llegó un correo todo raro del banco", LEAVE_IT),
    ],
)
def test_who_gave_a_password_away_is_told_what_to_do_now(
    reference: Reference, told: str, first: str | None
) -> None:
    found = by_name(reference).told(told)
    assert (found.say[0][: len(first or "")] if found else None) == first


@pytest.mark.parametrize(
    ("before", "then", "goes_on"),
    [
        ("me llegó un correo extraño de un banco", "puse la clave también", True),
        ("me llegó un correo extraño de un banco", "y le di clic", True),
        ("me hackearon", "les di los datos de la tarjeta", True),
        ("me llegó un correo extraño de un banco", "hacienda, piso 2", False),
        ("la impresora no imprime", "puse la clave también", False),
        ("se regó agua en el teclado", "puse la clave también", False),
    ],
)
def test_what_was_done_there_is_more_of_the_same(
    reference: Reference, before: str, then: str, goes_on: bool
) -> None:
    assert by_name(reference).goes_on(before, then) is goes_on

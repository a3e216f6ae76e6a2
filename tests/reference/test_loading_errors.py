"""A data file with mistakes is refused with a message that says, in Spanish, what to put right and where."""

from pathlib import Path

import pytest

from itgov_bot.reference import DataError, load

DATA = Path(__file__).parents[2] / "data"


def _refused(folder: Path) -> DataError:
    with pytest.raises(DataError) as caught:
        load(folder)
    return caught.value


def _change(file: Path, old: str, new: str) -> None:
    """Changes the first occurrence."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


CATALOG, CITY, HOURS, INDICATORS = "catalog.yaml", "city.yaml", "hours.yaml", "indicators.yaml"
PROCESSES, READINGS = "processes.yaml", "readings_2023.csv"
MAIL = "    name: Correo electrónico\n"
MAIL_CATEGORY = (
    "navegador web\n    category: SOFTWARE Y APLICACIONES",
    "navegador web",
)
WINDOW = 'runs: {from: "08:00", '
UNTIL_FOUR = WINDOW + 'to: "16:00"'
LAST = "1,2023-12,80%,80,"
MONDAY = 'monday: {from: "08:00", to: "18:00"}'

Mistake = tuple[str, str, list[str]]

# Text of the file, what it is changed to, what the message must say.
MISTAKES: dict[str, list[Mistake]] = {
    CATALOG: [
        (*MAIL_CATEGORY, ["data/catalog.yaml, SER-004: falta la categoría; escriba `category: …`"]),
        (MAIL, "    nombre: Correo\n", ["SER-004: falta el nombre", "SER-004: la clave `nombre` no existe"]),
        (MAIL, MAIL + "    lable: x\n", ["la clave `lable` no existe; ¿quiso escribir `label`?"]),
        (MAIL, "    name: 365\n", ["SER-004: `name` no es un texto; escríbalo entre comillas", '"365"']),
        (MAIL, '    name: " "\n', ["SER-004: `name` está en blanco"]),
        (MAIL, MAIL + MAIL, ["data/catalog.yaml, línea 81: la clave `name` está dos veces"]),
        ("label: Correo electrónico", f"label: {'x' * 33}", ["SER-004: `label` tiene 33 caracteres", "32"]),
        (
            "label: Correo electrónico",
            "label: Internet por cable",
            ["SER-004: `label: Internet por cable` ya es de SER-003"],
        ),
        ("plain: ", f"plain: {'x' * 90}", ["SER-001: `plain` tiene", "a 120 o menos"]),
        ('sign: "📧"', "sign: sobre", ["SER-004: `sign` tiene 5 caracteres"]),
        (
            "difference: Virus o",
            f"difference: {'x' * 30}",
            ["SER-007: `difference` tiene", "a 40 o menos"],
        ),
        (
            "services:\n",
            "services: 7\nservicios:\n",
            ["data/catalog.yaml: `services` no es una lista", "`servicios` no existe"],
        ),
        (
            MAIL,
            MAIL + "    ~: x\n",
            ["SER-004: la clave «null» no es un texto; escríbala entre comillas o bórrela"],
        ),
        ("services:\n", "servicios:\n", ["falta la lista de servicios", "¿quiso escribir `services`?"]),
        ("id: SER-004", "id: SER-4", ["servicio n.º 4: el id «SER-4» no es válido", "`id: SER-004`"]),
        ("id: SER-004", "id: SER-003", ["SER-003: el id «SER-003» está repetido"]),
        ("aliases: [SFR-034]", "aliases: [SER-004]", ["SER-034: el id «SER-004» está repetido"]),
        ("[SER-007, SER-026]", "[SER-007, SER-028]", ["twins, grupo n.º 1: el servicio «SER-028» no está"]),
        ("[SER-007, SER-026]", "[SER-007]", ["twins, grupo n.º 1: no tiene dos servicios distintos"]),
        ("[SER-007, SER-026]", "SER-007", ["twins, grupo n.º 1: no tiene dos servicios distintos"]),
        ("runs: always", "runs: siempre", ["SER-001: `runs: siempre` no existe", "`on_demand`"]),
        (", runs: always", "", ["SER-001: falta `runs`"]),
        (
            UNTIL_FOUR,
            WINDOW + "to: 16:00",
            ["SER-005: la hora de `to` no está entre comillas", 'escriba `to: "16:00"`'],
        ),
        (UNTIL_FOUR, WINDOW + 'to: "25:00"', ["SER-005: «25:00» no es una hora"]),
        (UNTIL_FOUR, WINDOW + 'to: "07:00"', ["SER-005: cierra (07:00) antes de abrir (08:00)"]),
        (
            'availability: {printed: "24 H',
            'availability: {prnted: "24 H',
            ["falta el texto impreso", "`prnted`"],
        ),
        ("availability: {", "availability: no # {", ["SER-001: no tiene la forma `clave: valor`"]),
        ("channels: [", "channels: Wapp #", ["SER-001: `channels` no es una lista"]),
        ("channels: [", "channels: [] #", ["SER-001: la lista `channels` está vacía"]),
        ("channels: [", "channels: [12, ", ["SER-001: `channels` tiene un elemento que no es texto: «12»"]),
        (
            "agreement: internet_wifi",
            "agreement: wifi",
            ["`agreement: wifi` no existe", "general, internet_wifi"],
        ),
        ("field: users", "field: usuarios", ["SER-018, corrections: `field: usuarios` no existe"]),
        ("kind: completed\n", "kind: completado\n", ["SER-018, corrections: `kind: completado` no existe"]),
        (
            "  - id: SER-004",
            "  - correo\n  - id: SER-004",
            ["servicio n.º 4: no tiene la forma `clave: valor`"],
        ),
        (
            MAIL,
            "    name: 'Correo\n",
            ["data/catalog.yaml, línea 80: YAML mal escrito", "comillas no se cierran"],
        ),
        (MAIL, "    name: a: b\n", ["línea 80: YAML mal escrito (dos puntos de más, o un texto con dos"]),
        (MAIL, "   name: a\n", ["línea 80: YAML mal escrito (la sangría no coincide"]),
        (
            MAIL,
            "    name: @a\n",
            ["línea 80: YAML mal escrito (un carácter que no puede ir ahí, como un"],
        ),
        (MAIL, "    name: [a\n", ["YAML mal escrito (un corchete o una llave no se cierra"]),
    ],
    CITY: [
        (
            "entity: Alcaldía de",
            "entidad: Alcaldía de",
            ["data/city.yaml: falta el nombre de la entidad; escriba `entity: …`"],
        ),
        (
            "desk: mesa",
            "deks: mesa",
            ["falta el nombre de la mesa", "la clave `deks` no existe; ¿quiso escribir `desk`?"],
        ),
        (
            "office: Oficina Asesora de Informática",
            "office:",
            ["data/city.yaml: falta el nombre de la oficina"],
        ),
        (
            "{name: WhatsApp, ",
            "{nombre: WhatsApp, ",
            ["canal n.º 4: falta el nombre", "la clave `nombre` no existe"],
        ),
        ("printed: [Wapp]", "printed: Wapp", ["canal WhatsApp: `printed` no es una lista"]),
        ("[Wapp]", "[Llamada telefónica]", ["canal WhatsApp: «Llamada telefónica» ya es llamada telefónica"]),
        (
            "- {name: WhatsApp, printed: [Wapp]}",
            "- WhatsApp",
            ["canal n.º 4: no tiene la forma `clave: valor`"],
        ),
        (
            '"(57) + (5) 6411370"',
            "6411370",
            ['teléfono n.º 1: `number` no es un texto; escríbalo entre comillas: `number: "6411370"`'],
        ),
        (
            '"(57) + (5) 6411370"',
            '"el de la mesa"',
            ["teléfono n.º 1: «el de la mesa» no es un número de teléfono", '`number: "601 555 0100"`'],
        ),
        (
            '"https://mipg',
            '"mipg',
            ["(MIPG): «mipg.cartagena.gov.co/» no es una dirección web", "https://www.ejemplo.gov.co"],
        ),
        (
            'version: "2026-01"',
            "version: 2026",
            ['notice: `version` no es un texto; escríbalo entre comillas: `version: "2026"`'],
        ),
        ("    Aviso de privacidad (Ley", "  text2: x\n    Aviso (Ley", ["data/city.yaml, línea "]),
        ("  text: >-", "  texto: >-", ["notice: falta el texto del aviso", "¿quiso escribir `text`?"]),
        ("notice:\n", "aviso:\n", ["data/city.yaml: falta el aviso de privacidad; escriba `notice: {…}`"]),
    ],
    HOURS: [
        (
            "closed_days: []",
            "closed_days: [{date: 2026-02-30, name: x}]",
            ["data/hours.yaml: YAML mal escrito"],
        ),
        (
            "timezone: America/Bogota",
            "timezone: Bogota",
            ["data/hours.yaml: la zona horaria «Bogota» no existe"],
        ),
        ("timezone: America/Bogota", "timezone: ../x", ["la zona horaria «../x» no existe"]),
        (
            "holidays: CO",
            "holidays: Colombia",
            ["no se conocen los festivos de «Colombia»; escriba `holidays: CO`"],
        ),
        ("holidays: CO", "holidays: NO", ["`holidays` no es un texto"]),
        ("  general:", "  generales:", ["falta el calendario `general`"]),
        (MONDAY, 'monday: {from: "8", to: "18:00"}', ["calendario general, monday: «8» no es una hora"]),
        (MONDAY, 'monday: {from: "08:00"}', ["calendario general, monday: falta la hora de cierre"]),
        (MONDAY, 'lunes: {from: "08:00", to: "18:00"}', ["calendario general: la clave `lunes` no existe"]),
        (MONDAY, 'monday: {from: "18:00", to: "08:00"}', ["cierra (08:00) antes de abrir (18:00)"]),
        ("    week:\n", "    semana:\n", ["calendario general: falta la semana", "`semana` no existe"]),
        ("calendars:\n", "calendars:\n  noche:\n", ["falta `noche`"]),
        ("calendars:\n", "calendars:\n  n: {printed: x, week: {}}\n", ["calendario n: no tiene ningún día"]),
        (
            "closed_days: []",
            "closed_days: [{date: 24/12/2026, name: x}]",
            ["día cerrado n.º 1: «24/12/2026» no es"],
        ),
        ("closed_days: []", "closed_days: [{name: x}]", ["día cerrado n.º 1: falta la fecha"]),
        (
            "closed_days: []",
            'closed_days: [{date: 2026-12-24, name: x}, {date: "2026-12-24", name: y}]',
            ["día cerrado n.º 2: la fecha 2026-12-24 está dos veces"],
        ),
        ("key: mayor_event", "key: evento", ["excepción n.º 1: `key: evento` no existe"]),
        ("key: mayor_event", "key: service_outage", ["está dos veces", "falta la excepción `mayor_event`"]),
    ],
    INDICATORS: [
        ("number: 2\n", "number: 1\n", ["data/indicators.yaml, indicador 1: está dos veces"]),
        (
            "number: 2\n",
            "number: dos\n",
            ["indicador n.º 2 de la lista: `number` no es un número entero: «dos»"],
        ),
        (
            "frequency: MENSUAL",
            "frequency: SEMANAL",
            ["indicador 1: `frequency: SEMANAL` no existe", "ANUAL"],
        ),
        (
            "target: 95",
            "target: 90",
            ["indicador 1: la meta impresa es «95%» y `target` es 90", "`target: 95`"],
        ),
        ("target: null", "target: 80", ["indicador 10: la meta impresa es «linea base»", "`target: null`"]),
        ("target: 95", "target: 95%", ["indicador 1: `target` no es un número entero: «95%»"]),
        (
            "computed_from: requests",
            "computed_from: casos",
            ["indicador 1: `computed_from: casos` no existe"],
        ),
        ("hardware: [SER-008", "hardware: [SER-028", ["kinds: el servicio «SER-028» no existe"]),
        ("hardware: [SER-008", "hardware: [SER-004", ["kinds: SER-004 está dos veces"]),
        ("    owner: Gestor infraestructura\n", "", ["indicador 1: falta el responsable de la medición"]),
        (
            "printed_average: 91",
            "printed_average: 90",
            [
                "data/readings_2023.csv, indicador 1: el promedio de sus valores es 91",
                "el PROMEDIO impreso es 90",
            ],
        ),
    ],
    PROCESSES: [
        (
            "macroprocesses:",
            "? {a: b}\n: c\nmacroprocesses:",
            ["data/processes.yaml, línea ", "YAML mal escrito"],
        ),
        (
            "office: Archivo General",
            "oficina: Archivo",
            ["Gestión Documental: falta el nombre de la dependencia"],
        ),
        (
            "- name: Gestión legal",
            "- name: Gestión en Salud",
            ["Gestión en Salud: el proceso está dos veces"],
        ),
        ("subprocesses:\n", "subprocesos:\n", ["Planeación Institucional", "falta la lista de subprocesos"]),
        ("- name: APOYO", "- nombre: APOYO", ["macroproceso n.º 3: falta el nombre"]),
        ("kind: moved\n", "kind: corrida\n", ["corrections: `kind: corrida` no existe", "moved"]),
    ],
    READINGS: [
        (LAST, "1,2023-12,8%,8,", ["indicador 1: el promedio de sus valores es 85", "impreso es 91"]),
        ("3,2023,82%,82,\n", "", ["indicador 3: no tiene valores y el PROMEDIO impreso es 82"]),
        (LAST, "1,2023-12,80%,ochenta,", ["línea 13: el valor «ochenta» no es un número"]),
        (LAST, '1,2023-12,80%,"80,0",', ["línea 13: el valor «80,0» no es un número", "79.5"]),
        (LAST, "1,2023-12,80%,nan,", ["línea 13: el valor «nan» no es un número"]),
        (LAST, "1,2023-12,80%,-80,", ["línea 13: el valor «-80» no es un número"]),
        (LAST, "1,2023-12,80%,81,", ["línea 13: lo impreso es «80%» y el valor 81"]),
        (LAST, "14,2023-12,80%,80,", ["línea 13: el indicador «14» no existe"]),
        (LAST, "uno,2023-12,80%,80,", ["línea 13: el indicador «uno» no existe"]),
        (LAST, "1,2023-Q4,80%,80,", ["línea 13: el período 2023-Q4 no es MENSUAL", "2023-01"]),
        ("2,2023-H2", "2,2023-07", ["línea 15: el período 2023-07 no es SEMESTRAL", "2023-H1"]),
        (LAST, "1,2023-14,80%,80,", ["línea 13: «2023-14» no es un período"]),
        (LAST, "1,2023-11,80%,80,", ["línea 13: el indicador 1 ya tiene un valor de 2023-11"]),
        (LAST, "1,2023-12,80%,80", ["línea 13: tiene 4 columnas y no 5"]),
        ("128,over_100", "128,", ["línea 4: `over_100` es la marca de los valores mayores de 100"]),
        ("128,over_100", "128,over_100 raro", ["línea 4: la marca «raro» no existe"]),
        ("93,extra_value", "93,", ["línea 32: `extra_value` es la marca del mes 13"]),
        (LAST, "1,2023-12,80%,80,maybe_no_data", ["`maybe_no_data` es solo para un 0 %"]),
        (
            "indicator,period",
            "indicator;period",
            ["línea 1: el encabezado es «indicator;period", "con comas"],
        ),
    ],
}


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [pytest.param(file, *row, id=f"{file}-{row[2][0]}") for file, rows in MISTAKES.items() for row in rows],
)
def test_a_mistake_is_explained(folder: Path, file: str, old: str, new: str, said: list[str]) -> None:
    _change(folder / file, old, new)
    message = str(_refused(folder))
    for fragment in said:
        assert fragment in message


@pytest.mark.parametrize("file", [CATALOG, CITY, HOURS, INDICATORS, PROCESSES, READINGS])
def test_a_missing_file(folder: Path, file: str) -> None:
    (folder / file).unlink()
    error = _refused(folder)
    assert (error.file, error.problem) == (f"data/{file}", "falta el archivo")


@pytest.mark.parametrize("file", [CATALOG, CITY, HOURS, INDICATORS, PROCESSES, READINGS])
def test_an_empty_file(folder: Path, file: str) -> None:
    (folder / file).write_text("", encoding="utf-8")
    assert _refused(folder).file == f"data/{file}"


def test_a_file_that_cannot_be_read(folder: Path) -> None:
    (folder / HOURS).unlink()
    (folder / HOURS).mkdir()
    assert "data/hours.yaml: no se puede leer" in str(_refused(folder))


def test_a_file_that_is_not_utf8(folder: Path) -> None:
    text = (folder / HOURS).read_text(encoding="utf-8")
    (folder / HOURS).write_bytes(text.encode("latin-1"))
    assert "data/hours.yaml, línea 1: el archivo no está en UTF-8" in str(_refused(folder))


@pytest.mark.parametrize("file", [CATALOG, READINGS])
def test_the_mark_of_windows_editors_does_no_harm(folder: Path, file: str) -> None:
    content = (folder / file).read_bytes()
    (folder / file).write_bytes(b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))
    assert load(folder) == load(DATA)


def test_all_problems_of_a_file_are_said_at_once(folder: Path) -> None:
    _change(folder / CATALOG, "id: SER-004", "id: SER4")
    _change(folder / CATALOG, "runs: always", "runs: siempre")
    _change(folder / CATALOG, "[SER-009, SER-031]", "[SER-009, SER-131]")
    error = _refused(folder)
    assert len(error.problems) == len(str(error).splitlines()) == 3
    assert (error.entry, error.problem) == ("SER-001", "`runs: siempre` no existe")
    assert error.remedy.startswith("escriba `always`")


def test_closed_days_and_a_day_until_midnight_are_read(folder: Path) -> None:
    _change(folder / HOURS, "closed_days: []", "closed_days: [{date: 2026-12-24, name: Cierre}]")
    _change(folder / HOURS, MONDAY, 'monday: {from: "00:00", to: "00:00"}')
    reference = load(folder)
    assert [(str(day), name) for day, name in reference.closed_days.items()] == [("2026-12-24", "Cierre")]
    opens, closes = reference.support_hours["general"][0]
    assert f"{opens:%H:%M}-{closes:%H:%M}" == "00:00-00:00"

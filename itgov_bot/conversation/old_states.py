"""States that older versions of the program kept, in today's shape. What cannot be told is left for `state` to judge.

Version 3 kept the words of one question alone, and what was passed on last. Version 2 kept further problems as the
services of the subject's `others`, with the words of them all. Version 1 had no number, one `form` with a dict of
values, and one `paused` form below it.
"""

from collections.abc import Mapping

VERSION = 4
LONG_AGO = "2000-01-01T00:00:00Z"
"""When a question was asked of which that was not kept."""


def upgraded(kept: Mapping[str, object]) -> dict[str, object]:
    if kept and "version" not in kept:
        kept = _from_version_1(kept)
    known = _from_version_2(kept) if kept.get("version") == 2 else dict(kept)
    known = _from_version_3(known) if known.get("version") == 3 else known
    forms = known.get("forms")
    return {**known, "forms": [_joined(form) for form in forms]} if isinstance(forms, list) else known


JOINED: dict[tuple[object, object], tuple[str, str]] = {
    ("ag_service", "which"): ("ag_sort", "which"),
    ("ag_priority", "which"): ("ag_sort", "which"),
    ("ag_merge", "target"): ("ag_sort", "which"),
    ("ag_escalate", "how"): ("ag_assign", "who"),
    ("ag_escalate", "who"): ("ag_assign", "who"),
    ("ag_escalate", "why"): ("ag_assign", "who"),
    ("ag_escalate", "why_sure"): ("ag_assign", "who"),
    ("ag_solve", "kind"): ("ag_solve", "what"),
    ("ag_solve", "solution"): ("ag_solve", "what"),
}
"""Questions that are one today, or are not asked any more, and the one in their place."""


_OF_LOT = {"tickets": "tickets", "deed": "deed", "to": "to", "into": "into", "what": "text"}


def _joined(form: object) -> object:
    if isinstance(form, dict) and form.get("flow") == "bulk" and "lots" not in form:  # one deed alone, once
        lot = {name: form[old] for old, name in _OF_LOT.items() if old in form}
        return {**{name: value for name, value in form.items() if name not in _OF_LOT}, "lots": [lot]}
    if not isinstance(form, dict) or (form.get("flow"), form.get("step")) not in JOINED:
        return form
    flow, step = JOINED[form.get("flow"), form.get("step")]
    return {"holder": None, **form, "flow": flow, "step": step}


def _from_version_2(kept: Mapping[str, object]) -> dict[str, object]:
    subject = kept.get("subject")
    others = subject.get("others") if isinstance(subject, dict) else None
    if not isinstance(subject, dict) or not isinstance(others, list):
        return {**kept, "version": 3}
    put_off = [{"text": subject.get("text") or "", "service": one} for one in others]
    return {**kept, "version": 3, "put_off": put_off}


def _from_version_3(kept: Mapping[str, object]) -> dict[str, object]:
    """The buttons of that time carry nothing, as the token of what was kept then."""
    held, passed = kept.get("held_text"), kept.get("passed_on")
    files = kept.get("waiting_files") if held else None
    question = {"token": "", "at": LONG_AGO, "text": held, "files": files or []}
    return {
        **{name: value for name, value in kept.items() if name != "held_text"},
        "version": VERSION,
        "questions": [question] if held else [],
        "passed_on": [passed] if passed else [],
        **({"waiting_files": []} if files else {}),
    }


def _from_version_1(kept: Mapping[str, object]) -> dict[str, object]:
    forms = [form for name in ("paused", "form") if (form := kept.get(name))]
    same = ("view_as", "waiting_files", "held_text", "other_outages")
    return {
        "version": 2,
        "forms": [_form(form) for form in forms],
        "subject": kept.get("topic") or {},
        "report": _report(kept.get("report"), kept.get("form")),
        **{name: kept[name] for name in same if name in kept},
    }


def _form(old: object) -> object:
    if not isinstance(old, dict) or not isinstance(old.get("values"), dict):
        return old
    values = {name: value for name, value in old["values"].items() if name != "offered" or value}
    place = {"flow": old.get("flow"), "step": old.get("step"), "token": old.get("token")}
    return {**values, "is_sorted": "service" in values, **place, "asked_at": old.get("asked_at") or None}


def _report(old: object, form: object) -> object:
    """`origin` said by its name what led to «¿es lo mismo?»; now it is the button or the words themselves."""
    if not isinstance(old, dict) or "case" not in old:
        return None
    flow = old.get("form") if isinstance(form, dict) and form.get("flow") == old.get("form") else None
    token = form.get("token") if isinstance(form, dict) else None
    press = {"True": "yes", "False": "no"}.get(str(old.get("urgent")), "send")
    led_by: dict[object, dict[str, object]] = {
        "form": {"pressed": f"f:{token}:{press}", "flow": old.get("form")},
        "report": {"pressed": f"f:{token}:{old.get('exception')}" if flow else "urgent:go", "flow": flow},
        "urgent": {"said": old.get("text"), "flow": old.get("form")},
        "in_hours": {"said": f"/urgente {old.get('text')}"},
    }
    return {
        "ticket": old["case"],
        "subject": {name: old.get(name) for name in ("text", "service", "exception")},
        "place": old.get("place"),
        "files": old.get("files") or [],
        **led_by.get(old.get("origin"), {"said": old.get("text")}),
    }

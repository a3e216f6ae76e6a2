"""A data folder of an earlier version still starts: what is new in it is missing, and some of it was called otherwise."""

import shutil
from pathlib import Path

import yaml

from itgov_bot.reference import load
from itgov_bot.settings import ROOT


def test_indicators_that_said_only_that_cases_are_counted(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    file = folder / "indicators.yaml"
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    del content["kinds"]
    for one in content["indicators"]:
        for new in ("plan", "sums_percentages"):
            one.pop(new, None)
        if one["computed_from"] not in (None, "outages"):
            one["computed_from"] = "cases"
    file.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    now = {one.number: one.computed_from for one in load(ROOT / "data").indicators}
    assert {one.number: one.computed_from for one in load(folder).indicators} == now


def test_agreements_that_lack_what_is_new(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    file = folder / "agreements.yaml"
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    for new in ("readings", "retention", "learning"):
        del content[new]
    file.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    assert load(folder).agreements == load(ROOT / "data").agreements


def test_first_aid_that_knew_one_danger(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    file = folder / "first_aid.yaml"
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    one = next(danger for danger in content.pop("dangers") if len(danger["say"]) == 1)
    content["danger"] = {**one, "say": one["say"][0]}
    file.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    [known] = load(folder).first_aid.dangers
    assert known in load(ROOT / "data").first_aid.dangers

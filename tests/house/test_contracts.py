"""The import contracts hold, are current, and each can fail: a planted violation breaks it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.contracts import areas, current
from tools.home import ROOT

LINT = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
# contract → (file, line planted at its end)
FIXED = {
    "floors": ("intreccio/ground/kernel/clock.py", "import intreccio.front.web.urls"),
    "answers": ("intreccio/answers/newborn/__init__.py", ""),
    "front": ("intreccio/front/newborn/__init__.py", ""),
    "evidence": ("intreccio/evidence/newborn/__init__.py", ""),
    "families": ("intreccio/families/access/vocabulary.py", "import intreccio.families.cases.models"),
    "offer": ("intreccio/offer/newborn/__init__.py", ""),
    "parties": ("intreccio/parties/organisations/vocabulary.py", "import intreccio.parties.people.models"),
    "workshop": ("intreccio/workshop/messages/models.py", "import intreccio.workshop.imports.models"),
    "ground": ("intreccio/ground/kernel/clock.py", "import intreccio.ground.accounts.models"),
    "inside": ("intreccio/parties/people/models/persons.py", "import intreccio.parties.people.queries.codes"),
    "pure": ("intreccio/parties/people/rules/ages.py", "import django.db"),
}


def contracts() -> list[str]:
    text = (ROOT / ".importlinter").read_text(encoding="utf-8")
    return [
        line.removeprefix("[importlinter:contract:").rstrip("]")
        for line in text.splitlines()
        if "contract:" in line
    ]


def plant_for(contract: str) -> tuple[str, str]:
    if contract in FIXED:
        return FIXED[contract]
    area = next(area for area in areas() if contract == f"views_{area.replace('.', '_')}")
    stranger = "front/web" if area != "front.web" else "families/cases"
    return f"intreccio/{stranger}/urls.py", f"import intreccio.{area}.views"


def lint(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*LINT, *options],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(folder)},
    )


def test_the_generated_contracts_are_current():
    assert (ROOT / ".importlinter").read_text(encoding="utf-8") == current(), (
        "run: python3 -m tools.contracts"
    )


def test_no_folder_is_invisible_to_the_contracts():
    blind = {
        str(path.parent.relative_to(ROOT))
        for path in (ROOT / "intreccio").rglob("*.py")
        if not (path.parent / "__init__.py").exists()
    }
    assert not blind, "add an __init__.py: the contracts do not see a folder without one"


def test_nothing_is_excepted():
    assert "ignore_imports" not in (ROOT / ".importlinter").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    shutil.copytree(
        ROOT / "intreccio",
        folder / "intreccio",
        ignore=shutil.ignore_patterns("__pycache__", "static", "*.html", "tests"),
    )
    shutil.copy(ROOT / ".importlinter", folder)
    return folder


def test_every_arrow_points_down(copy):
    answer = lint(copy)
    assert answer.returncode == 0, answer.stdout


@pytest.mark.parametrize("contract", contracts())
def test_a_planted_violation_breaks_its_contract(copy, contract):
    file, line = plant_for(contract)
    path = copy / file
    assert path.exists() or "newborn" in file, "plant it in a file that is there"
    before = path.read_text(encoding="utf-8") if path.exists() else None
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{before or ''}\n{line}\n", encoding="utf-8")
    try:
        answer = lint(copy, "--contract", contract)
        assert answer.returncode == 1, answer.stdout
        assert (
            "BROKEN" in answer.stdout
            or "Missing layer" in answer.stdout
            or "exhaustive" in answer.stdout.lower()
        ), answer.stdout
    finally:
        if before is None:
            shutil.rmtree(path.parent)
        else:
            path.write_text(before, encoding="utf-8")

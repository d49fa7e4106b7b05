"""What is written about the house is true of the house. Each failure says what to write."""

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from django.conf import settings
from django.core.management import get_commands

from intreccio.ground.accounts.roles import ROLES
from intreccio.parties.organisations.demo.district import MAIN_ACCOUNTS, PASSWORD
from tests.house.source import HOUSE, ROOT, of_kind, tree
from tools.drawing import PAGE, SVG, Drawing, House, page

DOCS = ROOT / "docs"
DECISIONS = DOCS / "decisions"
TEXTS = sorted(
    [*DOCS.rglob("*.md"), *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"))]
)
PARTS = ["## Context", "## Decision", "## Why not the others", "## Consequences"]
LAWS = [*range(1, 15)]
ROW = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def records() -> list[Path]:
    return sorted(DECISIONS.glob("[0-9]*.md"))


# --- the drawing ---


def test_the_drawing_of_the_house_is_current():
    house = House()
    assert read(SVG) == Drawing(house).svg(), "run: make drawing"
    assert read(PAGE) == page(read(PAGE), house), "run: make drawing"


@pytest.fixture
def cottage(tmp_path: Path) -> Path:
    """Two floors, three areas, and a roof."""
    files = {
        "families/cases/views.py": "import intreccio.parties.people.models\nfrom intreccio.families.access import queries",
        "families/cases/actions.py": "def late():\n    from intreccio.parties.people.models import Person",
        "families/cases/tests/test_cases.py": "import intreccio.parties.people.queries",
        "families/access/queries.py": "import django",
        "parties/people/models.py": "from intreccio.parties.people import rules",
        "urls.py": 'include("intreccio.families.cases.urls")',
    }
    for name, text in files.items():
        path = tmp_path / "intreccio" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        (path.parent / "__init__.py").touch()
    (tmp_path / ".importlinter").write_text(
        "[importlinter:contract:floors]\nlayers =\n    urls\n    families\n    (offer)\n    parties\n"
        "[importlinter:contract:families]\nlayers =\n    (diary)\n    cases\n    access\n"
        "[importlinter:contract:parties]\nlayers =\n    people\n",
        encoding="utf-8",
    )
    return tmp_path


def test_an_arrow_counts_the_files_that_import(cottage):
    assert House(cottage).arrows == {
        ("families.cases", "parties.people"): 2,
        ("families.cases", "families.access"): 1,
        ("urls", "families.cases"): 1,
    }


def test_an_arrow_that_points_up_stands_out(cottage):
    assert "#8f1d2c" not in Drawing(House(cottage)).svg()
    (cottage / "intreccio/parties/people/models.py").write_text(
        "import intreccio.families.cases.models", encoding="utf-8"
    )
    house = House(cottage)
    assert house.upward() == [("parties.people", "families.cases")]
    assert "#8f1d2c" in Drawing(house).svg()


# --- decisions ---


def test_decisions_are_one_screen_each():
    for path in records():
        lines = read(path).splitlines()
        assert len(lines) <= 40, f"{path.name}: one screen, 40 lines"
        assert [line for line in lines if line.startswith("## ")] == PARTS, (
            f"{path.name}: these headings, in this order"
        )


def test_decisions_are_numbered_and_listed():
    assert [int(path.name[:4]) for path in records()] == list(range(1, len(records()) + 1)), (
        "the next number, without gaps"
    )
    index = read(DECISIONS / "README.md")
    missing = [
        path.name
        for path in records()
        if f"[{read(path).splitlines()[0].split('. ', 1)[1]}]({path.name})" not in index
    ]
    assert not missing, "add the line, with the same title, to docs/decisions/README.md"


def test_whatever_we_stand_on_was_decided():
    project = tomllib.loads(read(ROOT / "pyproject.toml"))
    wanted = project["project"]["dependencies"] + [
        each for group in project["dependency-groups"].values() for each in group
    ]
    names = {re.split(r"[\[<>=~! ;]", each)[0].lower() for each in wanted} | set(
        json.loads(read(ROOT / "package.json"))["dependencies"]
    )
    said = "".join(read(path) for path in records()).lower()
    silent = {name for name in names if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", said)}
    assert not silent, "say in a decision why this package, and why not another"


# --- the page of one page ---


def test_each_law_names_the_test_that_proves_it():
    rows = re.findall(r"^\| (\d+) \| .+ \| `([^`]+)` \|$", read(PAGE), re.MULTILINE)
    assert [int(number) for number, _ in rows] == LAWS
    missing = [file for _, file in rows if not (ROOT / file).is_file()]
    assert not missing, "a law without its test: mend the row in docs/architecture.md"


def test_links_lead_somewhere():
    dead = []
    for path in TEXTS:
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", read(path)):
            if (
                "://" not in target
                and not target.startswith("mailto:")
                and not (path.parent / target).exists()
            ):
                dead.append(f"{path.relative_to(ROOT)} → {target}")
    assert not dead, "mend the link"


def test_paths_in_backticks_are_there():
    dead = []
    for path in [PAGE, *records()]:
        for named in re.findall(
            r"`((?:intreccio|tests|tools|ground|parties|families|offer|workshop|front)/[\w/.]+)`", read(path)
        ):
            roots = (ROOT, HOUSE)
            if not any(
                (root / named).exists() or (root / named.removesuffix(".py")).exists() for root in roots
            ):
                dead.append(f"{path.name}: {named}")
    assert not dead, "the file has moved: mend the page"


def test_commands_are_commands():
    known = set(get_commands())
    strange = {
        f"{path.relative_to(ROOT)}: intreccio {name}"
        for path in TEXTS
        for name in re.findall(r"\bintreccio ([a-z][a-z_]+)\b(?=[^\n]*`)", "\n".join(commanded(read(path))))
        if name not in known
    }
    assert not strange, "no such command: take it out, or write it"


def commanded(text: str) -> Iterator[str]:
    """Everything between backticks, in lines and in blocks; each closed again so that one pattern finds it."""
    for block in re.findall(r"```[a-z]*\n(.*?)```", text, re.DOTALL):
        yield from (f"{line}`" for line in block.splitlines())
    yield from (f"{each}`" for each in re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text))


# --- settings ---

ENVIRONMENT = {"environ", "os.environ", "os"}


def variables(path: Path) -> Iterator[str]:
    """Names of environment variables that a file reads, as it writes them."""
    for node in ast.walk(tree(path)):
        match node:
            case ast.Call(
                func=ast.Attribute(attr=("get" | "getenv"), value=source),
                args=[ast.Constant(value=str(name)), *_],
            ):
                if ast.unparse(source) in ENVIRONMENT:
                    yield name
            case ast.Call(func=ast.Name(id="flag"), args=[ast.Constant(value=str(name)), *_]):
                yield name
            case ast.Subscript(value=source, slice=ast.Constant(value=str(name)), ctx=ast.Load()):
                if ast.unparse(source) in ENVIRONMENT:
                    yield name
            case ast.Constant(value=str(name)) if re.fullmatch(
                r"DATABASE(_[A-Z]+)?_URL|INTRECCIO_ADMIN_URL", name
            ):
                yield name


def test_every_setting_is_explained():
    sources = [
        *(path for path in HOUSE.rglob("*.py") if "tests" not in path.parts),
        *(ROOT / "tools").glob("*.py"), *(ROOT / "bench").rglob("*.py"),
        ROOT / "tests" / "environment.py", ROOT / "tests" / "drills" / "size.py", ROOT / "tests" / "journeys" / "conftest.py",
    ]  # fmt: skip
    found = {name for path in sources if path.exists() for name in variables(path)}
    found |= set(re.findall(r"^([A-Z]+) \?=", read(ROOT / "Makefile"), re.MULTILINE))
    listed = set(ROW.findall(read(DOCS / "how-to" / "settings.md")))
    assert not found - listed, "add a row to docs/how-to/settings.md"
    assert not listed - found, "nobody reads this any more: take the row out of docs/how-to/settings.md"


# --- words ---


def enumerations() -> dict[str, str]:
    """`people.Level` → the row that the glossary should hold, as far as the code knows it."""
    found = {}
    for path in of_kind("vocabulary"):
        area = path.relative_to(HOUSE).parts[1]
        for node in tree(path).body:
            if isinstance(node, ast.ClassDef) and any(
                re.search(r"Choices|Enum", ast.unparse(base)) for base in node.bases
            ):
                found[f"{area}.{node.name}"] = row(
                    f"{area}.{node.name}", labels(node), ast.get_docstring(node) or ""
                )
    for role in ROLES:
        found[f"roles.{role.__name__}"] = row(f"roles.{role.__name__}", [str(role.label)], str(role.purpose))
    return found


def labels(node: ast.ClassDef) -> list[str]:
    """The Italian words of its members."""
    calls = (each for each in ast.walk(node) if isinstance(each, ast.Call) and ast.unparse(each.func) == "_")
    return [each.args[0].value for each in calls if isinstance(each.args[0], ast.Constant)]


def row(name: str, words: list[str], meaning: str) -> str:
    return f"| `{name}` | {' · '.join(words)} | {' '.join(meaning.split())} |"


def test_every_enumeration_has_its_row_in_the_glossary():
    listed, wanted = set(ROW.findall(read(DOCS / "glossary.md"))), enumerations()
    missing = [line for name, line in wanted.items() if name not in listed]
    assert not missing, "add to docs/glossary.md:\n" + "\n".join(missing)
    assert not listed - set(wanted), "no such enumeration any more: take its row out of docs/glossary.md"


def test_the_glossary_says_the_words_of_the_screens():
    lines = {
        name: line for line in read(DOCS / "glossary.md").splitlines() if (name := "".join(ROW.findall(line)))
    }
    stale = [
        wanted
        for name, wanted in enumerations().items()
        if name in lines and not all(word in lines[name] for word in wanted.split(" | ")[1].split(" · "))
    ]
    assert not stale, "labels have changed; put these rows in docs/glossary.md:\n" + "\n".join(stale)


# --- for people ---


def test_the_readme_names_the_accounts_of_the_demo():
    text = read(ROOT / "README.md")
    assert PASSWORD in text
    assert all(f"`{account}@example.org`" in text for account in MAIN_ACCOUNTS)


def test_the_public_card_is_whole():
    """publiccode.yml, as version 0.4 asks."""
    card = yaml.safe_load(read(ROOT / "publiccode.yml"))
    project = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]
    assert card["publiccodeYmlVersion"] == "0.4"
    assert card["legal"]["license"] == project["license"]
    assert card["localisation"] == {
        "localisationReady": True,
        "availableLanguages": [code for code, _ in settings.LANGUAGES],
    }
    assert all(
        card[key] for key in ("name", "url", "platforms", "categories", "developmentStatus", "softwareType")
    )
    assert card["maintenance"]["type"] == "community"
    assert card["maintenance"]["contacts"]
    assert (ROOT / card["logo"]).is_file()
    for words in card["description"].values():
        assert len(words["shortDescription"]) <= 150 <= len(words["longDescription"]) <= 10_000
        assert words["features"]


def test_the_bench_finds_where_to_write():
    assert re.search(r"<!-- bench -->.*<!-- /bench -->", read(ROOT / "README.md"), re.DOTALL)


def test_a_target_that_is_named_is_there():
    made = set(re.findall(r"^([a-z]+):", read(ROOT / "Makefile"), re.MULTILINE))
    named = {
        name
        for path in TEXTS
        for each in commanded(read(path))
        for name in re.findall(r"\bmake ([a-z]+)", each)
    }
    assert named <= made, "no such target in the Makefile"

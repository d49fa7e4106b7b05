"""House rules. Each failure says the way out."""

import ast
import re
import subprocess
from statistics import median

from django.apps import apps
from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver

from tests.house.personal import family_models
from tests.house.source import (
    HOUSE,
    ROOT,
    area_of,
    functions,
    kind_of,
    modules,
    name_of,
    of_kind,
    public_functions,
    templates,
    tree,
)

FORBIDDEN_NAMES = {
    "utils",
    "helpers",
    "common",
    "manager",
    "managers",
    "misc",
    "data",
    "services",
    "selectors",
}
WRITES = {
    "save",
    "create",
    "bulk_create",
    "update",
    "delete",
    "get_or_create",
    "update_or_create",
    "bulk_update",
}
MAY_WRITE = {"actions", "tasks", "demo", "management"}
KINDS = {
    "demo",
    "urls",
    "apps",
    "tasks",
    "listeners",
    "panels",
    "views",
    "forms",
    "actions",
    "queries",
    "policies",
    "models",
    "rules",
    "vocabulary",
    "tests",
    "migrations",
    "management",
    "templatetags",
    "pages",
    "mappings",
    "static",
    "__init__",
    "deeds",  # events of an invented world, beside `demo`
    "adapter",  # how allauth behaves here
    "letters",  # the register of mails
    "files",  # what leaves as a file, made of values
    "many",
    "stories",
}
MECHANISMS = {"ground.kernel", "ground.design", "ground.accounts"}


def test_modules_are_short():
    long = {
        name_of(path): count
        for path in modules(tests=True)
        if (count := len(path.read_text().splitlines())) > 400
    }
    assert not long, "split the module by noun or verb"


def test_the_median_file_and_function_are_small():
    assert median(len(path.read_text().splitlines()) for path in modules() if path.name != "__init__.py") < 75
    lengths = [node.end_lineno - node.lineno + 1 for path in modules() for node in functions(path)]
    assert median(lengths) < 10


def test_views_are_thin():
    fat = {
        f"{name_of(path)}:{node.name}": length
        for path in of_kind("views")
        for node in functions(path)
        if (length := node.end_lineno - node.lineno + 1) > 20
    }
    assert not fat, (
        "move what is decided into rules, what is written into actions, what is gathered into queries"
    )


def test_names_say_what_they_hold():
    vague = [
        name_of(path)
        for path in modules(tests=True)
        if FORBIDDEN_NAMES & set(path.with_suffix("").parts[len(HOUSE.parts) :])
    ]
    assert not vague, "name the file after what it holds"


def test_an_area_holds_known_kinds_of_files():
    strange = {
        name_of(path)
        for path in modules()
        if area_of(path) and area_of(path) not in MECHANISMS and kind_of(path) not in KINDS
    }
    assert not strange, "architecture.md lists the kinds of files an area may hold"


def test_templates_are_short_safe_and_without_style():
    for path in templates():
        text = path.read_text()
        assert len(text.splitlines()) <= 150, f"{name_of(path)}: take a fragment out"
        assert "|safe" not in text and "autoescape off" not in text, (
            f"{name_of(path)}: build it with format_html"
        )
        assert not re.search(r"\sstyle=|<style|\son[a-z]+=\"", text), (
            f"{name_of(path)}: the CSP forbids it, use a class"
        )
        scripts = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", text)
        assert not scripts, f"{name_of(path)}: scripts are files"


def test_what_is_heard_of_a_button_is_said_by_one_component():
    """Else it is heard as «Ritira : Comune di Opera», or as nothing where the visible word is missing."""
    for path in templates():
        hidden = re.findall(r'<span class="visually-hidden">\s*(.*?)</span>', path.read_text(), re.DOTALL)
        assert not [words for words in hidden if words.startswith(":")], (
            f"{name_of(path)}: write {{% about … %}} after the visible word"
        )


def test_every_template_is_used():
    everything = (
        "".join(path.read_text() for path in [*modules(), *templates()]) + (HOUSE / "settings.py").read_text()
    )
    unused = [
        name_of(path)
        for path in templates()
        if str(path.relative_to(HOUSE)) not in everything
        and "dressing" not in path.parts
        and path.name not in {"500.html", "404.html"}
    ]
    assert not unused, "delete the template, or use it"


def test_template_arrows_point_down():
    order = _order()
    wrong = []
    for path in templates():
        here = ".".join(path.relative_to(HOUSE).parts[:2])
        for named in re.findall(r"{%\s*(?:extends|include)\s+\"([a-z_]+/[a-z_]+)/", path.read_text()):
            target = named.replace("/", ".")
            if target in order and here in order and order.index(target) > order.index(here):
                wrong.append((name_of(path), named))
    assert wrong == [], "draw it from above with a panel"


def _order() -> list[str]:
    """Areas from the ground up, as the installed apps stand."""
    return [
        config.name.removeprefix("intreccio.")
        for config in apps.get_app_configs()
        if config.name.startswith("intreccio.")
    ]


def patterns(resolver: URLResolver | None = None, prefix: str = "") -> list[tuple[str, URLPattern]]:
    found = []
    for each in (resolver or get_resolver()).url_patterns:
        route = prefix + str(each.pattern)
        found += patterns(each, route) if isinstance(each, URLResolver) else [(route, each)]
    return found


def ours() -> list[tuple[str, URLPattern]]:
    return [(route, each) for route, each in patterns() if each.callback.__module__.startswith("intreccio.")]


def test_one_url_one_function_one_name():
    names = [each.name for _, each in ours()]
    assert len(names) == len(set(names)), "two addresses with one name"
    for route, each in ours():
        assert each.name == each.callback.__name__, f"{route}: the URL is named after its view"


def test_names_never_travel_in_urls():
    """Law 13: an address carries ids, codes and tokens made by us."""
    for route, _ in ours():
        for converter, name in re.findall(r"<(?:(\w+):)?(\w+)>", route):
            assert converter in {"uuid", "int", "slug"} or name == "token", (
                f"{route}: «{name}» could hold a name"
            )


def test_nobody_writes_outside_actions():
    wrong = []
    for path in modules():
        if area_of(path) in MECHANISMS or not area_of(path) or kind_of(path) in MAY_WRITE:
            continue
        for node in ast.walk(tree(path)):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in WRITES
            ):
                receiver = ast.unparse(node.func.value)
                # `files` knows no row: what it saves is a picture or a book, into memory.
                saves = node.func.attr in {"save", "bulk_create"} and kind_of(path) != "files"
                if "objects" in receiver or saves:
                    wrong.append(f"{name_of(path)}:{node.lineno} {ast.unparse(node)[:60]}")
    assert wrong == [], "write in actions.py"


def test_nobody_writes_another_areas_models():
    wrong = []
    for path in modules():
        if kind_of(path) not in {"actions", "tasks"}:
            continue
        foreign = _foreign_models(path)
        for node in ast.walk(tree(path)):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in WRITES
            ):
                root = ast.unparse(node.func.value).split(".")[0].split("(")[0]
                if root in foreign:
                    wrong.append(f"{name_of(path)}:{node.lineno} {ast.unparse(node)[:60]}")
    assert wrong == [], "call that area's action"


def _foreign_models(path: object) -> set[str]:
    names = set()
    for node in ast.walk(tree(path)):
        module = (node.module or "") if isinstance(node, ast.ImportFrom) else ""
        own = f"intreccio.{area_of(path)}.models"
        if module.startswith("intreccio.") and module.endswith(".models") and module != own:
            names |= {alias.asname or alias.name for alias in node.names}
    return names


def test_views_do_not_ask_the_database_themselves():
    wrong = [
        f"{name_of(path)}:{node.lineno}"
        for path in of_kind("views")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr == "objects"
    ]
    assert wrong == [], "ask through queries.py, which takes the viewer"


def test_every_action_is_named_by_a_test():
    tests = [*HOUSE.rglob("tests/*.py"), *(ROOT / "tests").rglob("*.py")]
    said = {word for path in tests for word in re.findall(r"\w+", path.read_text())}
    silent = [
        f"{name_of(path)}:{node.name}"
        for path in of_kind("actions")
        for node in public_functions(path)
        if node.name not in said
    ]
    assert silent == [], "write a test that names the action"


def test_no_signals_no_overridden_save_no_thread_locals():
    for path in modules():
        text = path.read_text()
        # What Django itself keeps of a reader is kept by thread where pages are served, and nothing of ours (decision 104).
        kept_by_thread = "threading.local" in text and name_of(path) != "intreccio/wsgi.py"
        assert "django.dispatch" not in text and not kept_by_thread, (
            f"{name_of(path)}: events and arguments instead"
        )
        assert "import admin" not in text, f"{name_of(path)}: reference data has its own pages"
        # A session is no row of ours: its store says who is acting around Django's own verbs.
        is_store = name_of(path) == "intreccio/ground/accounts/sessions.py"
        assert is_store or not any(node.name == "save" for node in functions(path)), (
            f"{name_of(path)}: say the verb in an action"
        )


def test_excuses_carry_their_reason():
    for path in [*modules(tests=True), *(ROOT / "tests").rglob("*.py"), *(ROOT / "tools").rglob("*.py")]:
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if re.search(r"#\s*(type:\s*ignore|noqa)", line) and path.name != "test_rules_of_the_house.py":
                assert re.search(r"#\s*(?:type:\s*ignore|noqa)[^#]*#\s*\S+", line), (
                    f"{name_of(path)}:{number}: say why"
                )


def test_every_model_of_a_family_says_why_it_is_kept():
    silent = [model._meta.label for model in family_models() if getattr(model, "processing", None) is None]
    assert silent == [], "set `processing = Processing(purpose, basis, retention)` on the model"


def test_no_floats_for_money_no_datetimes_for_births():
    """Law 10."""
    for model in apps.get_models():
        if not model.__module__.startswith("intreccio."):
            continue
        for field in model._meta.concrete_fields:
            assert field.get_internal_type() != "FloatField", f"{model._meta.label}.{field.name}: decimals"
            if "birth" in field.name or field.name in {"since", "until", "due", "due_on"}:
                assert field.get_internal_type() != "DateTimeField", (
                    f"{model._meta.label}.{field.name}: a date"
                )


def test_nothing_speaks_of_a_machine_or_a_registry():
    mark = re.compile(r"(^|[^\w.-])/(root|work|home/[a-z]+)/|pypi\.org|registry\.npmjs|deb\.debian\.org")
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if (
            path.is_file()
            and path.name != "test_rules_of_the_house.py"
            and path.suffix not in {".png", ".woff2"}
        ):
            found = mark.search(path.read_text(encoding="utf-8", errors="ignore"))
            assert not found, f"{name}: {found[0]}"

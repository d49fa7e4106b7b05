"""Law 14, what a catalogue cannot see: a sentence that a rule answers goes through it, and waits for its reader."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2] / "intreccio"
SPOKEN = {
    "_",
    "now_",
    "later",
    "many",
    "gettext",
    "gettext_lazy",
    "gettext_noop",
    "ngettext",
    "ngettext_lazy",
}
AT_ONCE = {"gettext", "ngettext"}
SENTENCE = re.compile(r"[A-ZÈÀ].* .*\.")
# Said to who runs an installation or loads a file, in Italian alone: commands and their reports.
FOR_OPERATORS = {"backup.py", "serving.py", "settings.py"}


def modules() -> Iterator[tuple[Path, ast.Module]]:
    """What runs for a reader: neither tests, nor migrations, nor the invented district."""
    for path in sorted(HOUSE.rglob("*.py")):
        aside = {"tests", "migrations", "management", "stories", "many", "demo"} & set(path.parts)
        if not aside and path.name not in FOR_OPERATORS:
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def called(node: ast.AST) -> str:
    return getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""


def unspoken(tree: ast.AST) -> Iterator[str]:
    """Sentences that stand in code by themselves; what documents is no sentence for a reader."""
    if called(tree) in SPOKEN or (isinstance(tree, ast.Expr) and isinstance(tree.value, ast.Constant)):
        return
    if isinstance(tree, ast.Constant) and isinstance(tree.value, str) and SENTENCE.fullmatch(tree.value):
        yield tree.value
    for child in ast.iter_child_nodes(tree):
        yield from unspoken(child)


def said_at_once(tree: ast.Module) -> Iterator[str]:
    """Words translated while a module is read: whoever reads, they stay in the language of that moment."""
    names = {
        each.asname or each.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for each in node.names
        if each.name in AT_ONCE or (str(node.module).endswith("kernel.words") and each.name in {"_", "many"})
    }
    yield from (ast.unparse(node) for node in outside_functions(tree) if called(node) in names)


def outside_functions(tree: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(tree):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield child
            yield from outside_functions(child)


def test_every_sentence_of_a_rule_can_be_said_in_another_language():
    found = {str(path.relative_to(HOUSE)): said for path, tree in modules() if (said := [*unspoken(tree)])}
    assert not found


def test_no_word_is_translated_before_somebody_reads():
    found = {
        str(path.relative_to(HOUSE)): said for path, tree in modules() if (said := [*said_at_once(tree)])
    }
    assert not found


def test_both_would_be_found():
    assert [*unspoken(ast.parse("def why():\n    return 'Si tengono già insieme.'"))]
    assert [*said_at_once(ast.parse("from x import gettext as _\nclass Form:\n    label = _('Perché')"))]

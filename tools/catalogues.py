"""Catalogues of words, without GNU gettext: `python -m tools.catalogues extract | compile | check`.

Italian is the source text, in templates, Python and data; each other language is a file under `intreccio/locale`.
Runs in the environment, because it reads with Django and Babel.
"""

import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parent.parent / "intreccio"
LOCALE = PACKAGE / "locale"
LANGUAGES = ("en",)
ONE, MANY = None, (1, 2)
KEYWORDS: dict[str, Any] = {
    "_": ONE, "now_": ONE, "later": ONE, "gettext": ONE, "gettext_lazy": ONE, "gettext_noop": ONE,
    "many": MANY, "ngettext": MANY, "ngettext_lazy": MANY, "pgettext": ((1, "c"), 2),
}  # fmt: skip
# Data that people read: which files, and under which keys their words stand.
DATA = {
    "families/assessments/questions.json": {"before", "how", "text", "hint", "play"},
    "ground/needs/taxonomy.json": {"label", "plain", "goals"},
    "workshop/protocols/library/*.json": {"title", "label", "lead", "text", "documents", "source"},
    "workshop/instruments/library/*.json": {"title", "label", "lead", "facts", "text", "missing", "source"},
}
PLACES = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
Found = tuple[str | tuple[str, str], str]


def words() -> Iterator[Found]:
    """Every text that a screen can say (a pair where it has a plural), and the file where it stands."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if not {"tests", "migrations"} & set(path.parts):
            yield from _read(path, path.read_text(encoding="utf-8"))
    for path in sorted([*PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.txt")]):
        yield from _read(path, _as_python(path))
    for pattern, keys in DATA.items():
        for path in sorted(PACKAGE.glob(pattern)):
            for text in _spoken(json.loads(path.read_text(encoding="utf-8")), keys):
                yield text, _place(path)


def _as_python(path: Path) -> str:
    from django.utils.translation.template import templatize

    lines = templatize(path.read_text(encoding="utf-8"), origin=str(path)).splitlines()
    return "\n".join(line.strip() for line in lines)


def _read(path: Path, text: str) -> Iterator[Found]:
    for _line, _function, said, _comments in extract_python(
        io.BytesIO(text.encode()), KEYWORDS, [], {"encoding": "utf-8"}
    ):
        if isinstance(said, str) and said:
            yield said, _place(path)
        elif isinstance(said, tuple) and all(isinstance(each, str) for each in said[:2]):
            yield (str(said[0]), str(said[1])), _place(path)


def _spoken(data: Any, keys: set[str], *, inside: bool = False) -> Iterator[str]:
    """The words under `keys`, however deep."""
    if isinstance(data, str) and inside and data.strip():
        yield data
    elif isinstance(data, list):
        for each in data:
            yield from _spoken(each, keys, inside=inside)
    elif isinstance(data, dict):
        for key, each in data.items():
            yield from _spoken(each, keys, inside=key in keys)


def _place(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def template() -> Catalog:
    """The source texts as an empty catalogue."""
    catalogue = Catalog(charset="utf-8", fuzzy=False)
    for said, place in words():
        catalogue.add(said, locations=[(place, 0)])
    return catalogue


def path_of(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> Catalog:
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language, charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def extract() -> int:
    """Writes what is new into each catalogue, and takes out what no screen says any more."""
    for language in LANGUAGES:
        catalogue = read(language)
        catalogue.update(template(), no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        path_of(language).parent.mkdir(parents=True, exist_ok=True)
        out = io.BytesIO()
        write_po(
            out,
            catalogue,
            width=110,
            sort_by_file=True,
            include_lineno=False,
            omit_header=False,
            ignore_obsolete=True,
        )
        path_of(language).write_bytes(_steady(out.getvalue()))
    return 0


def _steady(text: bytes) -> bytes:
    """Without the moments and the names of tools that would change at every run."""
    return re.sub(
        rb'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Report-Msgid-Bugs-To|Last-Translator|Project-Id-Version|Language-Team):.*\n',
        b"",
        text,
        flags=re.M,
    )


def compile_all() -> int:
    """Makes what Django reads; does nothing where it is current."""
    for language in LANGUAGES:
        source = path_of(language)
        made = source.with_suffix(".mo")
        if made.exists() and made.stat().st_mtime >= source.stat().st_mtime:
            continue
        out = io.BytesIO()
        write_mo(out, read(language))
        made.write_bytes(out.getvalue())
    return 0


def faults(language: str) -> list[str]:
    """What is missing or cannot be right in a catalogue; empty where it is complete."""
    there = read(language)
    wanted = {message.id: message for message in template() if message.id}
    kept = {message.id: message for message in there if message.id}
    gone = [f"nobody says it any more: {_first(key)!r}" for key in kept if key not in wanted]
    return gone + [fault for key in wanted if (fault := _fault(key, kept.get(key)))]


def _fault(key: Any, message: Message | None) -> str:
    said = (
        ()
        if message is None
        else (message.string if isinstance(message.string, tuple) else (message.string,))
    )
    if not said or not all(said) or (message is not None and message.fuzzy):
        return f"not translated: {_first(key)!r}"
    sources = key if isinstance(key, tuple) else (key,)
    if any(set(PLACES.findall(str(text))) - set(PLACES.findall(" ".join(sources))) for text in said):
        return f"other values than its source: {_first(key)!r}"
    if set(PLACES.findall(sources[-1])) - set(PLACES.findall(str(said[-1]))):
        return f"a value is lost: {_first(key)!r}"
    return ""


def _first(key: Any) -> str:
    return str(key[0] if isinstance(key, tuple) else key)


def check() -> int:
    found = [f"{language}: {fault}" for language in LANGUAGES for fault in faults(language)]
    print("\n".join(found) or "Cataloghi completi.")
    return 1 if found else 0


def main(arguments: list[str]) -> int:
    import django
    from django.conf import settings

    settings.configure(USE_I18N=True)
    django.setup()
    return {"extract": extract, "compile": compile_all, "check": check}[arguments[0]]()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

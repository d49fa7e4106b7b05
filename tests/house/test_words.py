"""Law 14: Italian is the source text, and every word of a screen can be translated."""

import ast
import re

from tests.house.source import HOUSE, modules, name_of, of_kind, templates, tree

TRANSLATED = re.compile(
    r"{#.*?#}|{%\s*comment.*?endcomment\s*%}|{%\s*blocktranslate.*?{%\s*endblocktranslate\s*%}|<script.*?</script>",
    re.DOTALL,
)
TAG = re.compile(r"{%.*?%}", re.DOTALL)
MARKUP = re.compile(r"<[^>]*>", re.DOTALL)
SPOKEN_ATTRIBUTES = re.compile(r"\b(?:aria-label|title|placeholder|alt|aria-description)=\"([^\"]*)\"")
LETTERS = re.compile(r"[A-Za-zÀ-ÿ]{2,}")
LITERAL = re.compile(r"(_\()?\"([^\"]*)\"")
SENTENCE = re.compile(r"[A-ZÀ-Ý ]")
# Names and signs that are the same in every language.
SAME_EVERYWHERE = re.compile(
    r"\b(i-[\w-]+|intreccio|Intreccio|EUPL|lang|html|XLSX|CSV|PDF|EN|IT|English|Italiano)\b", re.IGNORECASE
)
SAID = re.compile(r"translate [\"']([^\"']+)|blocktranslate.*?%}(.*?){%", re.DOTALL)
NOT_WORDS = {
    "extends",
    "include",
    "url",
    "load",
    "static",
    "block",
    "if",
    "elif",
    "for",
    "with",
    "regroup",
    "now",
    "translate",
    "get_media_prefix",
}


def literals(tag: str) -> list[str]:
    """Sentences that a tag is given without `_()`."""
    return [words for marked, words in LITERAL.findall(tag) if not marked and SENTENCE.search(words)]


def bare_words(text: str) -> list[str]:
    """What a page says outside `translate`."""
    text = TRANSLATED.sub(" ", text)
    found = [literals(tag) for tag in TAG.findall(text) if tag.strip("{% }").split()[0] not in NOT_WORDS]
    spoken = [
        each
        for each in SPOKEN_ATTRIBUTES.findall(TAG.sub(" ", text))
        if LETTERS.search(re.sub(r"{{.*?}}", "", each))
    ]
    plain = re.sub(r"{{.*?}}", " ", MARKUP.sub(" ", TAG.sub(" ", text)), flags=re.DOTALL)
    words = LETTERS.findall(SAME_EVERYWHERE.sub(" ", re.sub(r"&\w+;", " ", plain)))
    return words + spoken + [literal for group in found for literal in group if LETTERS.search(literal)]


def test_every_word_of_a_page_can_be_translated():
    bare = {name_of(path): words[:6] for path in templates() if (words := bare_words(path.read_text()))}
    assert not bare, 'say it with {% translate "…" %}, or _("…") inside a tag'


def test_labels_are_written_in_italian_and_marked():
    """Enumerations: each label goes through gettext."""
    bare = []
    for path in of_kind("vocabulary"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef) and any("Choices" in ast.unparse(base) for base in node.bases):
                for line in node.body:
                    if isinstance(line, ast.Assign) and not re.search(r"\b_\(", ast.unparse(line)):
                        bare.append(f"{name_of(path)}:{line.lineno}")
    assert not bare


def test_the_screens_have_their_own_words():
    """Words that the house never says to a family or about one."""
    never = re.compile(
        r"\b(ticket|lead|cliente|clienti|utenza|assistiti|irreperibile|non collaborante|SCADUT[OA])\b"
    )
    for path in templates():
        found = never.search(
            " ".join(
                ["".join(each) for each in SAID.findall(path.read_text())] + bare_words(path.read_text())
            )
        )
        assert not found, f"{name_of(path)}: «{found[0]}»"


def test_sorting_and_searching_do_not_lean_on_the_locale():
    for path in modules():
        text = path.read_text()
        assert "__unaccent" not in text and "Collate(" not in text and "__icontains" not in text, (
            f"{name_of(path)}: use kernel.text"
        )
    assert not [path for path in (HOUSE).rglob("*.sql") if "COLLATE" in path.read_text()]

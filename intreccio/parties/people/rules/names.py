"""How persons and homes are called."""

from collections.abc import Iterable

# How somebody wants to be called comes before the papers.
ORDER = ("used", "legal", "transliterated")


def suggested_name(family: str) -> str:
    """«haddad» → «Famiglia Haddad»; empty where no surname is known."""
    surname = " ".join(word[:1].upper() + word[1:] for word in family.split())
    return f"Famiglia {surname}" if surname else ""


def called(names: Iterable[tuple[str, str, str]]) -> tuple[str, str]:
    """Given and family name as a person is called, out of (kind, given, family); what one name lacks another gives."""
    ordered = sorted(names, key=lambda name: ORDER.index(name[0]))
    given = next((given for _, given, _ in ordered if given), "")
    family = next((family for _, _, family in ordered if family), "")
    return given, family


def listed(names: list[str], joined_by: str = "e") -> str:
    """«Elena, Nadia (11) e Leo (3)»; «Karim ed Elena», as it is said aloud."""
    if len(names) < 2:
        return "".join(names)
    if joined_by == "e" and names[-1][:1] in {"e", "E"}:
        joined_by = "ed"
    return f"{', '.join(names[:-1])} {joined_by} {names[-1]}"

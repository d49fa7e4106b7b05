"""The part of `.importlinter` that follows from the tree: layers inside areas, pure rules, views private to their area.

`python3 -m tools.contracts` writes it; a house test fails when it is not current.
"""

from pathlib import Path

from tools.home import ROOT

FILE = ROOT / ".importlinter"
MARK = "# --- from here on: python3 -m tools.contracts ---\n"
# Areas that are mechanisms rather than trades: their files have other names.
MECHANISMS = {"ground.kernel", "ground.design"}
LAYERS = (
    "(demo)",
    "(urls)",
    "(apps) : (tasks) : (listeners) : (panels)",
    "(views)",
    "(forms)",
    "(actions)",
    "(queries)",
    "(policies)",
    "(models)",
    "(rules)",
    "(vocabulary)",
)


def areas(root: Path = ROOT) -> list[str]:
    """Dotted names of all areas, as `families.access`."""
    house = root / "intreccio"
    return sorted(".".join(path.parent.relative_to(house).parts) for path in house.glob("*/*/apps.py"))


def has(area: str, name: str, root: Path = ROOT) -> bool:
    folder = root / "intreccio" / Path(*area.split("."))
    return (folder / f"{name}.py").exists() or (folder / name / "__init__.py").exists()


def listed(name: str, values: list[str]) -> str:
    return f"{name} =\n" + "".join(f"    {value}\n" for value in values)


def contract(key: str, name: str, kind: str, *settings: str) -> str:
    return f"\n[importlinter:contract:{key}]\nname = {name}\ntype = {kind}\n" + "".join(settings)


def generated(root: Path = ROOT) -> str:
    """The text that belongs below the mark."""
    trades = [area for area in areas(root) if area not in MECHANISMS]
    parts = [
        contract(
            "inside",
            "Inside an area: each file imports what stands below it",
            "layers",
            listed("containers", [f"intreccio.{area}" for area in trades]),
            listed("layers", list(LAYERS)),
        ),
        contract(
            "pure",
            "Rules and vocabulary of values: no Django in rules",
            "forbidden",
            "allow_indirect_imports = True\n",
            listed(
                "source_modules", [f"intreccio.{area}.rules" for area in trades if has(area, "rules", root)]
            ),
            listed("forbidden_modules", ["django", "psycopg"]),
        ),
    ]
    for area in trades:
        if has(area, "views", root):
            parts.append(
                contract(
                    f"views_{area.replace('.', '_')}",
                    f"Views of {area} are its own",
                    "protected",
                    listed("protected_modules", [f"intreccio.{area}.views"]),
                    listed("allowed_importers", [f"intreccio.{area}.urls"]),
                )
            )
    return MARK + "".join(parts)


def current(root: Path = ROOT) -> str:
    """What the file should say: the hand-written part and the generated one."""
    return (
        (root / ".importlinter").read_text(encoding="utf-8").split(MARK)[0].rstrip()
        + "\n\n"
        + generated(root)
    )


if __name__ == "__main__":
    FILE.write_text(current(), encoding="utf-8")

"""`make lock`: the hashed lists of Python packages and the npm lock, made anew from pyproject and package.json."""

import tempfile
import tomllib
from pathlib import Path
from typing import Any

from tools.home import LOCKS, ROOT
from tools.node import npm_command
from tools.processes import run_tool
from tools.refusal import Refusal
from tools.steps import Step
from tools.venv import create_venv, find_uv, install_by_pip

Lists = dict[str, list[str]]
LAYERS = {"run": ["run"], "dev": ["run", "dev"], "node": ["node"]}
HEADER = "# Scritto da `make lock` a partire da pyproject.toml: non si cambia a mano.\n"


def wanted_packages(project: dict[str, Any]) -> Lists:
    """The inputs of the locks. The build backend is among them: the project itself is installed without isolation."""
    groups = project["dependency-groups"]
    run = project["project"]["dependencies"] + project["build-system"]["requires"]
    return {"run": run, "dev": groups["dev"], "node": groups["node"]}


def input_text(packages: list[str]) -> str:
    return HEADER + "".join(f"{line}\n" for line in packages)


def make_locks() -> int:
    lists = wanted_packages(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8")))
    for name, packages in lists.items():
        (LOCKS / f"{name}.in").write_text(input_text(packages), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        uv = find_uv() or install_uv(Path(folder))
        for name, layers in LAYERS.items():
            with Step(f"locks/{name}.txt"):
                compile_lock(uv, name, layers)
        with Step("package-lock.json"):
            lock_npm(Path(folder))
    return 0


def install_uv(folder: Path) -> str:
    """uv for this one command, in a folder that disappears."""
    create_venv(folder / "uv")
    install_by_pip(["uv"], venv=folder / "uv")
    return str(folder / "uv" / "bin" / "uv")


def compile_lock(uv: str, name: str, layers: list[str]) -> None:
    constraint = ["-c", "run.txt"] if layers[0] == "run" and name != "run" else []
    command = [
        uv, "pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes",
        "--no-emit-index-url", "--no-header", "--no-annotate", *constraint,
        *(f"{layer}.in" for layer in layers), "--output-file", f"{name}.txt",
    ]  # fmt: skip
    if run_tool(command, cwd=LOCKS).returncode:
        raise Refusal(f"Il blocco {name} non si è potuto calcolare: qui sopra c'è il perché.")


def lock_npm(folder: Path) -> None:
    arguments = ["install", "--package-lock-only", "--ignore-scripts", "--omit-lockfile-registry-resolved"]
    with npm_command(folder) as npm:
        done = run_tool([*npm, *arguments, "--no-audit", "--no-fund"], capture_output=True)
    if done.returncode:
        raise Refusal(f"package-lock.json non si è potuto calcolare:\n{done.stderr.strip()[-1500:]}")
    if '"resolved"' in (ROOT / "package-lock.json").read_text(encoding="utf-8"):
        raise Refusal("package-lock.json contiene indirizzi: serve un npm più recente (9 o dopo).")

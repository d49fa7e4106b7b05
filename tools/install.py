"""`make install`: everything tests and checks need, without starting anything."""

from tools.assets import ensure_assets
from tools.embedded import ensure_addresses
from tools.home import VENV, database_is_given, ensure_secrets, home_path, open_home
from tools.processes import run_tool
from tools.steps import Step
from tools.venv import ensure_venv, python_in


def install(layer: str = "dev") -> int:
    home = open_home(home_path())
    ensure_secrets(home)
    if not database_is_given():
        ensure_addresses(home)
    with Step("Librerie Python"):
        ensure_venv(layer)
    compile_catalogues()
    with Step("Stile, caratteri e icone"):
        ensure_assets(home)
    return 0


def compile_catalogues() -> None:
    """The words of the other languages, as Django reads them."""
    with Step("Lingue"):
        run_tool([python_in(VENV), "-m", "tools.catalogues", "compile"], capture_output=True)

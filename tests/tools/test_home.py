"""The environment file and what is handed to the programs we start."""

import stat
from base64 import urlsafe_b64decode
from pathlib import Path

from tools import home


def test_what_is_written_is_read_again_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    home.write_environment(tmp_path, {"SECRET_KEY": "a=b#c", "INTRECCIO_DEMO": "1"})
    assert home.read_environment(tmp_path) == {"SECRET_KEY": "a=b#c", "INTRECCIO_DEMO": "1"}
    assert stat.S_IMODE((tmp_path / "environment").stat().st_mode) == 0o600


def test_a_missing_file_is_an_empty_one(tmp_path: Path) -> None:
    assert home.read_environment(tmp_path) == {}


def test_secrets_are_made_once(tmp_path: Path) -> None:
    first = home.ensure_secrets(tmp_path)
    assert home.ensure_secrets(tmp_path) == first
    assert len(first["SECRET_KEY"]) >= 50
    assert len(urlsafe_b64decode(first["INTRECCIO_DOCUMENT_KEYS"])) == 32


def test_a_person_who_adds_a_line_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "environment").write_text("# mia\n\n INTRECCIO_SMTP = smtp://posta \n")
    assert home.ensure_secrets(tmp_path)["INTRECCIO_SMTP"] == "smtp://posta"


def test_what_is_set_by_hand_wins_over_the_file(tmp_path: Path) -> None:
    home.write_environment(tmp_path, {"INTRECCIO_DEMO": "1"})
    assert home.child_environment(tmp_path, {"INTRECCIO_DEMO": "0"})["INTRECCIO_DEMO"] == "0"


def test_the_server_of_the_pages_never_holds_the_keys_of_owner_keeper_and_superuser(tmp_path: Path) -> None:
    everything = dict.fromkeys((*home.DATABASES, home.ADMIN), "postgresql://x")
    home.write_environment(tmp_path, everything)
    served = home.serving_environment(tmp_path, everything)
    assert served["DATABASE_URL"]
    assert not set(home.PRIVILEGED) & set(served)


def test_the_embedded_administrator_is_not_offered_to_a_server_that_was_given(tmp_path: Path) -> None:
    home.write_environment(tmp_path, {home.ADMIN: "postgresql://embedded", "SECRET_KEY": "x"})
    given = dict.fromkeys(home.DATABASES, "postgresql://given")
    assert home.ADMIN not in home.child_environment(tmp_path, given)
    assert (
        home.child_environment(tmp_path, given | {home.ADMIN: "postgresql://mine"})[home.ADMIN]
        == "postgresql://mine"
    )


def test_a_real_server_needs_all_three_addresses() -> None:
    assert home.missing_databases({}) == []
    assert home.missing_databases({"DATABASE_URL": "x"}) == ["DATABASE_OWNER_URL", "DATABASE_KEEPER_URL"]
    assert home.missing_databases(dict.fromkeys(home.DATABASES, "x")) == []


def test_a_server_written_in_the_file_is_given_too(tmp_path: Path) -> None:
    here = {"INTRECCIO_HOME": str(tmp_path)}
    assert not home.database_is_given(here)
    addresses = dict.fromkeys(home.DATABASES, "postgresql://ours")
    home.write_environment(tmp_path, addresses)
    assert home.database_is_given(here)
    home.write_environment(tmp_path, addresses | {home.ADMIN: "postgresql://embedded"})
    assert not home.database_is_given(here), (
        "the embedded server's own addresses are no server that was given"
    )
    assert home.database_is_given(here | addresses)


def test_the_home_is_local_unless_chosen(tmp_path: Path) -> None:
    assert home.home_path({}) == home.ROOT / ".local"
    assert home.home_path({"INTRECCIO_HOME": str(tmp_path)}) == tmp_path

"""Unpacking: only the named files, only from the archive that was expected."""

import io
import tarfile
from pathlib import Path

import pytest

from tools import assets
from tools.refusal import Refusal


def archive(folder: Path, files: dict[str, bytes]) -> Path:
    path = folder / "one.tgz"
    with tarfile.open(path, "w:gz") as tar:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return path


WANTED = assets.Wanted("one", {"dist/a.js": "one/a.js", "dist/fonts/": "one/fonts/"})


def test_only_named_files_come_out(tmp_path: Path) -> None:
    files = {
        "package/dist/a.js": b"a",
        "package/dist/b.js": b"b",
        "package/dist/fonts/x.woff2": b"x",
        "package/dist/fonts/x.eot": b"e",
        "package/dist/fonts/../../../escape.woff2": b"!",
        "dist/a.js": b"not in package",
    }
    assets.extract(archive(tmp_path, files), WANTED, tmp_path / "out")
    found = {
        str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*") if path.is_file()
    }
    assert found == {"one/a.js", "one/fonts/x.woff2"}
    assert (tmp_path / "out/one/a.js").read_bytes() == b"a"


def test_a_file_that_is_no_longer_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="dist/fonts/"):
        assets.extract(archive(tmp_path, {"package/dist/a.js": b"a"}), WANTED, tmp_path / "out")


def test_another_archive_than_the_expected_one_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = archive(tmp_path, {"package/LICENSE": b"x"})
    monkeypatch.setattr(assets, "pack", lambda locked, folder: {assets.integrity(path.read_bytes()): path})
    locked = [assets.Locked(wanted.package, "1", "sha512-other") for wanted in assets.WANTED]
    with pytest.raises(Refusal, match="sha512"):
        assets.fetch_into(tmp_path / "out", locked, tmp_path)

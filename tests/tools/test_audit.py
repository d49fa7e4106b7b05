"""The audit fails for what it finds, never for what it could not ask."""

from tools.audit import judge


def test_no_answer_passes_and_says_so() -> None:
    passed, words = judge("")
    assert passed
    assert "non fatto" in words


def test_a_known_vulnerability_fails_by_name() -> None:
    found = '{"dependencies": [{"name": "one", "version": "1", "vulns": [{"id": "CVE-1"}]}, {"name": "two", "skip_reason": "x"}]}'
    assert judge(found) == (False, "one 1: CVE-1")


def test_nothing_known_passes() -> None:
    passed, words = judge('{"dependencies": [{"name": "one", "version": "1", "vulns": []}]}')
    assert passed
    assert words.startswith("1 ")

"""Reference data is asked once in a while."""

from intreccio.ground.kernel import keeping


def test_the_same_question_is_asked_again_only_after_a_while(monkeypatch):
    moment, asked = [0.0], []
    monkeypatch.setattr(keeping, "monotonic", lambda: moment[0])

    @keeping.kept
    def value(code):
        asked.append(code)
        return len(asked)

    assert [value("a"), value("a"), value("b")] == [1, 1, 2]
    moment[0] = keeping.FOR + 1
    assert value("a") == 3
    assert asked == ["a", "b", "a"]


def test_nothing_is_not_kept():
    asked = []

    @keeping.kept
    def none_yet():
        asked.append(1)
        return {}

    assert none_yet() == none_yet() == {}
    assert len(asked) == 2


def test_of_another_database_everything_is_asked_again():
    asked = []

    @keeping.kept
    def ask(word):
        asked.append(word)
        return word

    assert [ask("a"), ask("a")] == ["a", "a"]
    keeping.forget_all()
    assert ask("a") == "a"
    assert asked == ["a", "a"]

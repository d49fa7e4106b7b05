from intreccio.ground.kernel.keys import key_for, new_key


def test_keys_are_version_seven_and_sort_by_birth():
    keys = [new_key() for _ in range(100)]
    assert {key.version for key in keys} == {7}
    assert len(set(keys)) == 100
    assert keys[0].int >> 80 <= keys[-1].int >> 80


def test_an_invented_key_is_the_same_at_every_run():
    assert key_for("household", "marchetti") == key_for("household", "marchetti")
    assert key_for("household", "marchetti") != key_for("person", "marchetti")
    assert str(key_for("household", "marchetti"))[14] == "7"

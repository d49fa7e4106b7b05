"""`python3 -m tools COMMAND`. Kept readable by old Pythons, so that they get a sentence and not a traceback."""

import sys

OLDEST, NEWEST = (3, 11), (3, 14)


def refuse_other_pythons(version):  # type: ignore[no-untyped-def]  # annotations here would not stop old Pythons, but say less
    """Return the sentence that explains why this Python will not do, or None."""
    if OLDEST <= version <= NEWEST:
        return None
    return (
        "Intreccio ha bisogno di Python da 3.11 a 3.14; questo è il {}.{}. "
        "Indicatene un altro così: make run PYTHON=python3.13".format(*version)
    )


def main():  # type: ignore[no-untyped-def]  # as above
    reason = refuse_other_pythons(tuple(sys.version_info[:2]))
    if reason:
        sys.stderr.write(reason + "\n")
        return 1
    from tools.commands import run_command

    return run_command(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

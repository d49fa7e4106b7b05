"""What of assessments each person should find, from the words of law 3: all of it belongs to the record. Imports nothing of
the oracle, which takes these rules into its own."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from intreccio.ground.kernel.keys import key_for

Row = dict[str, Any]


def of_record(name: str, key: Callable[[Row], UUID]) -> Callable[[Any], set[UUID]]:
    """Rows of the families whose record is open."""
    return lambda eyes: {
        key(row) for row in eyes.world.get(name, []) if eyes.opens(row["household"], "record")
    }


def voice(kind: str) -> Callable[[Row], UUID]:
    return lambda row: key_for(kind, row["assessment"], row["voice"], row.get("person") or "")


def sheet(kind: str) -> Callable[[Row], UUID]:
    return lambda row: key_for(
        kind, row["assessment"], row["instrument"], row.get("about") or "", row["voice"]
    )


def drawings(eyes: Any, kind: str = "child_drawing") -> set[UUID]:
    """Of the families whose record is open: those that the child agrees to show; the others to who kept them with the child, and to
    who the family referred to when the child was asked: whoever becomes the reference later has to ask the child anew."""
    return {
        key_for(kind, row["key"])
        for row in eyes.world.get("child_drawings", [])
        if eyes.opens(row["household"], "record")
        and (row.get("shared") or eyes.key in (row["by"], row.get("reference")))
    }


def near_words(eyes: Any) -> set[UUID]:
    """What children said, to who listened and to who the family referred to when the child was asked, where the record is open to
    them: whoever becomes the reference later has to ask the child anew."""
    return {
        key_for("child_words", row["assessment"], row["person"])
        for row in eyes.world.get("child_words", [])
        if eyes.opens(row["household"], "record") and eyes.key in (row.get("by"), row.get("reference"))
    }


def words(eyes: Any) -> set[UUID]:
    """What children agree to show in the plan, and why they were not heard, is of the record. What is for those who work with the
    family, and what nobody has asked them about, is of the team in charge and of who guides it, and of no other body to which
    the record is open. What they keep near is for those who were there."""
    return near_words(eyes) | {
        key_for("child_words", row["assessment"], row["person"])
        for row in eyes.world.get("child_words", [])
        if (eyes.in_charge(row["household"]) and row.get("agreed", "not_asked") != "near")
        or (
            eyes.opens(row["household"], "record")
            and (row["how"] == "not_yet" or row.get("agreed") == "plan")
        )
    }


def listenings(eyes: Any) -> set[UUID]:
    """What a child answers, to the team in charge and who guides it, as the child is told; to no other body."""
    return {
        key_for("listening", row["key"])
        for row in eyes.world.get("listenings", [])
        if eyes.in_charge(row["household"])
    }


def points_of_view(eyes: Any, kind: str = "point_of_view") -> set[UUID]:
    """Of the record; what a child answers as a voice of its own is of the team in charge and of who guides it, and of no other body."""
    return {
        voice(kind)(row)
        for row in eyes.world.get("points_of_view", [])
        if eyes.in_charge(row["household"])
        or (row["voice"] != "child" and eyes.opens(row["household"], "record"))
    }


def sheets(eyes: Any, kind: str = "sheet") -> set[UUID]:
    """The same of a sheet that a boy or girl fills in: whoever reads the record reads those of the grown-ups."""
    return {
        sheet(kind)(row)
        for row in eyes.world.get("sheets", [])
        if eyes.in_charge(row["household"])
        or (row["voice"] != "child" and eyes.opens(row["household"], "record"))
    }


def files_of_drawings(eyes: Any) -> set[UUID]:
    """What is drawn is opened by whom the drawing is for."""
    return drawings(eyes, "drawn_document")


RULES: dict[str, Callable[[Any], set[UUID]]] = {
    "assessments.Assessment": of_record("assessments", lambda row: key_for("assessment", row["key"])),
    "assessments.PointOfView": points_of_view,
    "assessments.ChildWords": words,
    "assessments.Listening": listenings,
    "assessments.ChildDrawing": drawings,
    "assessments.Sheet": sheets,
    "assessments.Factor": of_record(
        "factors", lambda row: key_for("factor", row["household"], row["code"], str(row["since"]))
    ),
    # What was answered knows no family: it is read through the voice or the sheet that it is of, and otherwise by nobody.
    "instruments.Response": lambda eyes: points_of_view(eyes, "response") | sheets(eyes, "response"),
}

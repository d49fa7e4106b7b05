"""The functions that mappings ask for."""

from decimal import Decimal

import pytest

from intreccio.offer.directory.rules import transforms
from intreccio.workshop.imports.rules.entries import BadCell

ADDRESS = "VIA PADOVA, 10 - PELLARO - 9032 - ASSEMINI - ca"


def test_an_address_is_taken_apart_from_its_end() -> None:
    assert transforms.address_street(ADDRESS) == "VIA PADOVA, 10 - PELLARO"
    assert transforms.address_postcode(ADDRESS) == "09032"
    assert transforms.address_province(ADDRESS) == "CA"


@pytest.mark.parametrize(
    ("text", "code"), [("9032", "09032"), ("41", "00041"), ("20089", "20089"), ("", ""), ("0", "")]
)
def test_zeros_of_a_postcode_come_back_and_none_is_invented(text: str, code: str) -> None:
    assert transforms.postcode(text) == code


@pytest.mark.parametrize(
    ("text", "number"),
    [("706094610", "0706094610"), ("65100", "065100"), ("803927111", "0803927111"), ("541960344", "0541960344"),
     ("3351348216", "3351348216"), ("800123456", "800123456"), ("02 1234", "02 1234"), ("93244888968", "93244888968"), ("112", "112")],
)  # fmt: skip
def test_the_zero_of_a_landline_comes_back_only_where_it_is_sure(text: str, number: str) -> None:
    assert transforms.landline_zero(text) == number


@pytest.mark.parametrize(
    ("text", "address"),
    [("http://WWW.ASL.IT", "http://www.asl.it"), ("http://https://www.asl.it/A", "https://www.asl.it/A"),
     ("http://ASL: Home Page https://nuovo.asl.it", "https://nuovo.asl.it"), ("http://WWW.ASLROMA1-IT", ""),
     ("http://info@asl.it", ""), ("javascript:alert(1)", ""), ("http://", "")],
)  # fmt: skip
def test_an_address_of_the_web_is_kept_where_it_can_be_opened(text: str, address: str) -> None:
    assert transforms.web_address(text) == address


def test_other_cells() -> None:
    assert transforms.words("a; b|c") == ["a", "b", "c"]
    assert (transforms.age_from("3"), transforms.age_to("10"), transforms.age_to("35 mesi")) == (36, 132, 36)
    assert transforms.degrees("45,38121") == Decimal("45.38121")
    assert transforms.number("12") == 12


@pytest.mark.parametrize(
    ("name", "text"),
    [("address_street", "VIA PADOVA"), ("postcode", "2008A"), ("age_from", "grandi"),
     ("degrees", "nord"), ("degrees", "NaN"), ("degrees", "200"), ("number", "dodici")],
)  # fmt: skip
def test_a_cell_that_cannot_be_taken_says_why(name: str, text: str) -> None:
    with pytest.raises(BadCell):
        transforms.TRANSFORMS[name](text)

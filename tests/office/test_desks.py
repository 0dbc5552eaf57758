"""Which desk of the office a matter belongs to."""
from __future__ import annotations

import pytest
from pydantic import ValidationError

from knowledge.office import Desk, read_office
from office.desks import desk_for
from tests.builders import an_office
from tests.library import CONTENT

DESKS = (
    Desk(role="Förderberatung", topics=("finanzierung",)),
    Desk(role="Pflege Sachsen", topics=("pflege",), lands=("DE-SN",)),
    Desk(role="Pflege", topics=("pflege",)),
    Desk(role="Region Sachsen", lands=("DE-SN",)),
    Desk(role="Zentrale"),
)


@pytest.mark.parametrize("topics, land, role", [
    (["finanzierung"], None, "Förderberatung"), (["pflege"], "DE-TH", "Pflege"), (["pflege"], "DE-SN", "Pflege Sachsen"),
    ([], "DE-SN", "Region Sachsen"), (["kultur"], "DE-TH", "Zentrale"), ([], None, "Zentrale"),
    (["pflege", "finanzierung"], None, "Förderberatung"),
])  # fmt: skip
def test_topic_and_land_decide_together_before_one_of_them_and_the_rest_goes_to_the_last(topics, land, role):
    assert desk_for(DESKS, topics, land) == role


def test_an_office_without_desks_has_none():
    assert desk_for((), ["pflege"], "DE-SN") is None


@pytest.mark.parametrize("desks, complaint", [
    ([{"role": "Zentrale"}, {"role": "Zentrale", "topics": ["pflege"]}], "zweimal"),
    ([{"role": "Pflege", "topics": ["pflege"]}], "genau einen"), ([{"role": "A"}, {"role": "B"}], "genau einen"),
    ([{"role": "Frau Müller"}], "role"), ([{"role": "Zentrale", "topics": ["quatsch"]}], "topics"),
    ([{"role": "Zentrale"}, {"role": "Süd", "lands": ["Bayern"]}], "lands"),
])  # fmt: skip
def test_the_profile_names_each_role_once_no_person_and_one_for_the_rest(desks, complaint):
    with pytest.raises(ValidationError, match=complaint):
        an_office(desks=desks)


def test_the_profile_of_this_office_has_a_desk_for_everything():
    assert desk_for(read_office(CONTENT).desks, (), None) is not None

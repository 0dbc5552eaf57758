"""Each record in words, opened and in all its pieces: the manners hold for all of them, not only for those that are asked."""
from __future__ import annotations

import pytest

from conversation.messages import Answer
from tests.conversations.knowledge_base import loaded_services
from tests.conversations.manners import check_manners
from tests.wording.answer_forms import answers_for

KINDS = ("foerderung", "rechtliche_huerden", "kontakte", "fallbeispiele", "methoden", "veranstaltungen")


@pytest.mark.parametrize("kind", KINDS)
def test_every_opened_record_has_its_source_and_good_german(kind):
    services = loaded_services()
    records = [record for record in services.library.search.records if record.kind == kind]
    assert records
    wrong = {}
    for record in records:
        for part, reply in answers_for(record, services.now().date(), services.library.record).items():
            try:
                check_manners(Answer.of(reply), services.library)
            except AssertionError as error:
                wrong[record.id, part] = str(error).splitlines()[0]
    assert wrong == {}

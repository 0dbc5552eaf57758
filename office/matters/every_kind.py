"""All kinds of matters, in the order in which they are shown."""
from __future__ import annotations

from office.matters.kinds.appointment import APPOINTMENT
from office.matters.kinds.callback import CALLBACK
from office.matters.kinds.concern import CONCERN
from office.matters.kinds.idea import IDEA
from office.matters.kinds.obstacle import OBSTACLE
from office.matters.kinds.question import QUESTION

EVERY_KIND = (CALLBACK, QUESTION, IDEA, OBSTACLE, CONCERN, APPOINTMENT)

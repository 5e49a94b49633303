"""What the types of TimeML's TLINKs mean in Allen's relations, with both readings of DURING, as data.

TimeML 1.2.1 (Pustejovsky et al. 2003) does not say whether something that lasts DURING a time fills it. TLEX (Ocal,
Perez, Radas and Finlayson 2022) takes it to, so that DURING, SIMULTANEOUS and IDENTITY are all `equals`; others read
it as OWL-Time's `during`: strictly inside.
"""

from __future__ import annotations

import enum

from timeline.times import Relation
from timeline.times.allen import TIMEML

__all__ = ["During", "relation_of_link"]


class During(enum.Enum):
    """What DURING says: that the times are the same, or that one lies strictly inside the other."""

    SIMULTANEOUS = "simultaneous"
    INSIDE = "inside"


LINKS = {
    During.SIMULTANEOUS: {**TIMEML, "DURING": Relation.EQUALS, "DURING_INV": Relation.EQUALS},
    During.INSIDE: {**TIMEML, "DURING": Relation.DURING, "DURING_INV": Relation.CONTAINS},
}


def relation_of_link(name: str, during: During) -> Relation | None:
    """Return the relation that a type of link stands for; None for a type that TimeML does not have.

    >>> relation_of_link("DURING", During.INSIDE), relation_of_link("IBEFORE", During.INSIDE)
    (<Relation.DURING: 'during'>, <Relation.MEETS: 'meets'>)
    """
    return LINKS[during].get(name)

"""Running text to a draft timeline: sentences, their clauses, what they say took place and when, and in what order."""

from timeline.drafting.desk import Drafted
from timeline.drafting.drafts import Draft, draft
from timeline.drafting.leftovers import Unplaced

__all__ = ["Draft", "Drafted", "Unplaced", "draft"]

"""Running text to a draft timeline: sentences, their clauses, what they say took place and when, and in what order."""

from timeline.drafting.desk import Drafted, Unplaced
from timeline.drafting.drafts import Draft, draft

__all__ = ["Draft", "Drafted", "Unplaced", "draft"]

"""The small language in which people put events in order: its words, its lengths, its lists, and its lines."""

from timeline.ordering.lengths import parse_distance
from timeline.ordering.lines import UnknownEventError, parse_constraint, parse_point
from timeline.ordering.words import FOLLOWS

__all__ = ["FOLLOWS", "UnknownEventError", "parse_constraint", "parse_distance", "parse_point"]

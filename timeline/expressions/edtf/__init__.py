"""ISO 8601-2 / EDTF, levels 0 to 2: read, compared, bounded and said in words."""

from timeline.expressions.edtf.components import Component, Qualification
from timeline.expressions.edtf.date import EdtfDate
from timeline.expressions.edtf.describing import describe
from timeline.expressions.edtf.errors import EdtfError, ErrorCode
from timeline.expressions.edtf.interval import EdtfInterval, End
from timeline.expressions.edtf.moment import EdtfDateTime
from timeline.expressions.edtf.padding import Padding
from timeline.expressions.edtf.parser import parse
from timeline.expressions.edtf.recorded import RecordedDate
from timeline.expressions.edtf.relations import Truth
from timeline.expressions.edtf.sets import EdtfSet, SetKind, SetRange
from timeline.expressions.edtf.value import Corners, EdtfValue

__all__ = [
    "Component",
    "Corners",
    "EdtfDate",
    "EdtfDateTime",
    "EdtfError",
    "EdtfInterval",
    "EdtfSet",
    "EdtfValue",
    "End",
    "ErrorCode",
    "Padding",
    "Qualification",
    "RecordedDate",
    "SetKind",
    "SetRange",
    "Truth",
    "describe",
    "parse",
]

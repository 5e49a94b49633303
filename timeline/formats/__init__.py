"""Files in and out, one module a format, and one registry of the formats."""

from timeline.formats.exchange import Export, Format, Import, Omission, Part, Taking
from timeline.formats.files import write_atomically
from timeline.formats.handwritten.yamlio import read_yaml, write_yaml
from timeline.formats.jsonio import from_json, to_json
from timeline.formats.registry import FORMATS, all_formats, format_named, read_bytes, read_file
from timeline.formats.reporting import report_value
from timeline.formats.schema import schema_text

__all__ = [
    "FORMATS",
    "Export",
    "Format",
    "Import",
    "Omission",
    "Part",
    "Taking",
    "all_formats",
    "format_named",
    "from_json",
    "read_bytes",
    "read_file",
    "read_yaml",
    "report_value",
    "schema_text",
    "to_json",
    "write_atomically",
    "write_yaml",
]

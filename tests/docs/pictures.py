"""The pictures that the documentation shows; ``python -m tests.docs.pictures`` draws them anew."""

from __future__ import annotations

from tests.docs.console import ROOT
from tests.oracles.judged import kursk
from timeline.formats.pictures.svgpicture import to_svg

STORY = ROOT / "docs" / "examples" / "kursk" / "story.svg"


def story() -> bytes:
    """Return the picture of the engineers' story."""
    return to_svg(kursk()).data


if __name__ == "__main__":
    STORY.write_bytes(story())

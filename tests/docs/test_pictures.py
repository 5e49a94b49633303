from __future__ import annotations

from tests.docs.pictures import STORY, story


def test_the_picture_of_the_story_is_the_present_one() -> None:
    assert STORY.read_bytes() == story()

"""The engineers' story as a timeline, for tests that need a whole one."""

from __future__ import annotations

from timeline.formats.handwritten.yamlio import read_yaml
from timeline.model.timeline import Timeline

SOURCES = """
  yonhap: {title: Engineers welcomed home, published: 2025-12-13, zone: Asia/Seoul, reliability: B}
  tass: {title: Regiment back from Kursk, published: 2025-12-13, zone: Europe/Moscow}
  chosun: {published: 2025-12-13, zone: Asia/Seoul, reliability: D}
"""
EVENTS = """
  treaty:
    title: Mutual defence treaty signed
    kind: Treaty
    when: {yonhap: last June, tass: the summer of 2024}
  combat: {title: Combat troops deployed, when: earlier, source: yonhap, details: {strength: "about 15,000"}}
  engineers: {title: Engineer regiment leaves, when: {yonhap: early August, tass: early in August}}
  clearing: {title: Mines cleared, lasts: {yonhap: less than three months}, tags: [mines, work]}
  ceremony:
    title: Welcoming ceremony
    when:
      yonhap: {says: Friday, quote: "on Friday, in the capital", page: "3", status: confirmed}
      tass: December 12
      CHOSUN
  honours: {title: Honours awarded, during: ceremony}
  thanks: {title: Further recognition, when: coming months, status: expected, source: yonhap}
"""
ORDER = """
  - treaty < combat < engineers < ceremony < thanks
  - engineers meets clearing
  - {says: ceremony at least a month after clearing, source: tass, quote: more than a month later}
  - honours within a week of ceremony
"""


def kursk_text(*, with_chosun: bool) -> str:
    """Return the story as it is written by hand; chosun dates the ceremony otherwise than the others."""
    events = EVENTS.replace("CHOSUN", "chosun: the 9th to 11th" if with_chosun else "")
    return f"timeline: 1\ntitle: The engineers\nsources:{SOURCES}events:{events}order:{ORDER}"


def kursk(*, with_chosun: bool) -> Timeline:
    """Return the story."""
    return read_yaml(kursk_text(with_chosun=with_chosun), name="kursk.timeline.yaml")

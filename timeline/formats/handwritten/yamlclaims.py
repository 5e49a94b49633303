"""The claims of a hand-written event: words, words by source, or a list; every phrase is understood on reading."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from timeline.errors import ParseError, TimelineError
from timeline.events import Aspect, Claim
from timeline.formats.fields import CLAIM, Fields, spoken
from timeline.formats.handwritten.yamldocument import Document
from timeline.formats.handwritten.yamlnodes import Listing, Mapping, Node, Scalar
from timeline.model.readings import read_claim

__all__ = ["Speaker", "claims_of", "mixed_claims_of"]

SPOKEN = {key: check for key, check in CLAIM.items() if key not in {"source", "aspect"}}
BY_SOURCE = SPOKEN | {"source": CLAIM["source"]}
BY_ASPECT = BY_SOURCE | {"aspect": CLAIM["aspect"]}


class Speaker:
    """Who says the words of an event that name no source, with where it is said, and what of it was used."""

    def __init__(self, source: str | None = None, quote: str | None = None, page: str | None = None) -> None:
        self.source = source
        self.quote = quote
        self.page = page
        self.used: set[str] = set()


def claims_of(document: Document, node: Node, aspect: Aspect, speaker: Speaker) -> list[Claim]:
    """Return the claims that the value of `when`, `from`, `to` or `lasts` makes, sources in the order of their ids."""
    if not isinstance(node, Mapping):
        items = node.items if isinstance(node, Listing) else [node]
        found = [_claim(document, item, aspect, speaker) for item in items]
    elif "says" in node.pairs and "says" not in document.sources:
        found = [_claim(document, node, aspect, speaker)]
    else:
        found = list(_by_source(document, node, aspect))
    return [claim for claim in found if claim is not None]


def mixed_claims_of(document: Document, node: Node, speaker: Speaker) -> list[Claim]:
    """Return the claims of a list in which each item may say its aspect."""
    items = document.listing(node, "claims")
    found = [_claim(document, item, Aspect.WHEN, speaker, BY_ASPECT) for item in items]
    return [claim for claim in found if claim is not None]


def _by_source(document: Document, mapping: Mapping, aspect: Aspect) -> Iterable[Claim | None]:
    for name, (key, node) in sorted(mapping.pairs.items()):
        speaker = Speaker(document.source(name, key))
        for item in node.items if isinstance(node, Listing) else [node]:
            yield _claim(document, item, aspect, speaker, SPOKEN)


def _claim(
    document: Document, node: Node, aspect: Aspect, speaker: Speaker, known: Fields = BY_SOURCE
) -> Claim | None:
    before = len(document.problems)
    if isinstance(node, Mapping):
        fields = _spelled_out(document, node, speaker, known)
    else:
        speaker.used.update({"source", "quote", "page"})
        scalar = document.scalar(node, "a claim")
        says = None if scalar is None else document.checked(scalar, "a claim", spoken)
        fields = {"says": says, "source": speaker.source, "quote": speaker.quote, "page": speaker.page}
    if len(document.problems) > before:
        return None
    claim = Claim(**{"aspect": aspect} | fields)
    _check_words(document, claim, node)
    return claim


def _spelled_out(document: Document, mapping: Mapping, speaker: Speaker, known: Fields) -> dict[str, Any]:
    """Return the fields of a claim that is written as a mapping; its source is the speaker, if it names none."""
    fields, _ = document.fields(mapping, known)
    if "says" not in fields:
        document.complain("a claim without words", mapping, "give the words of the source under `says`")
    if "source" in fields:
        return fields | {"source": document.source(fields["source"], mapping.pairs["source"][1])}
    speaker.used.add("source")
    return fields | {"source": speaker.source}


def _check_words(document: Document, claim: Claim, node: Node) -> None:
    """Read the words of a claim; where they are not understood, tell it at the phrase."""
    source = None if claim.source is None else document.sources.get(claim.source)
    if claim.source is not None and source is None:
        return
    try:
        read_claim(claim, source, zone=document.zone, conventions=document.conventions)
    except TimelineError as error:
        document.tell(error, _phrase(node, error))


def _phrase(node: Node, error: TimelineError) -> Node:
    """Return the node with the words that an error is about."""
    if not isinstance(node, Mapping):
        return node
    words = [pair[1] for name, pair in node.pairs.items() if name in {"says", "reads"}]
    scalars = [item for word in words for item in (word.items if isinstance(word, Listing) else [word])]
    text = error.text if isinstance(error, ParseError) else None
    return next((item for item in scalars if isinstance(item, Scalar) and item.text == text), words[0])

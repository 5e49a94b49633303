"""EDTF texts to be read: those of the package's own strategies, and such as have one slip."""

from __future__ import annotations

from hypothesis import strategies as st

from timeline.strategies import edtf_dates, edtf_texts

LETTERS = "0123456789XYESTZ-/.,[]{}?~%: +u\N{MINUS SIGN}\N{ARABIC-INDIC DIGIT SEVEN}x"


@st.composite
def slips(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> str:
    """Put one character in, take one out, or put another in its place."""
    text: str = draw(texts)
    place = draw(st.integers(0, len(text)))
    put: str = draw(st.sampled_from(("", *LETTERS)))
    return text[:place] + put + text[place + draw(st.integers(0, 1)) :]


DATES = st.one_of(edtf_dates().map(str), slips(edtf_dates().map(str)))
TEXTS = st.one_of(edtf_texts(), edtf_texts(), slips(edtf_texts()))
ALPHABET = st.text(alphabet=LETTERS, max_size=30)

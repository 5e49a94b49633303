"""Documents of other programs: what is written for them, and what is taken over from them."""

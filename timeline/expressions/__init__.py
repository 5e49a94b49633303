"""Words into times: what an expression means against an anchor, with all its readings."""

"""Pieces of a page: each makes `Html` from nouns, or draws one small group of widgets."""

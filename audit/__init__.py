"""Reflet: a digital-identity self-audit that runs on this machine alone."""

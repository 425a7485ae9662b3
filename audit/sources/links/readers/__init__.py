"""One small file a platform: what a page, feed or answer of that platform says about a person."""

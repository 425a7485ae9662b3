"""Archives that a platform gives to the person who asks for their data: one platform, one file."""

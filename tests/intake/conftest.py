"""No deadline for Hypothesis: the language model loads in the first example."""

from hypothesis import settings

settings.register_profile("memcon", deadline=None)
settings.load_profile("memcon")

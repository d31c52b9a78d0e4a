"""What goes wrong with the model."""

from __future__ import annotations

from articles.errors import Problem


class ModelUnusable(Problem):
    """The file of weights is missing, damaged or of another format; rules take over."""

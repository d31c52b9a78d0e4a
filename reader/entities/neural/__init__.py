"""Recognising by a small neural network: numpy, one file of weights, nothing to fetch."""

from reader.entities.neural.recogniser import NeuralRecogniser
from reader.entities.neural.trouble import ModelUnusable

__all__ = ["ModelUnusable", "NeuralRecogniser"]

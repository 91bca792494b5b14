"""The committee's paper: its parts, made from the same answers as the pages."""

from jasc_data.documents.paper.paper import LeftOut, Paper, PaperAnswers, make_paper
from jasc_data.documents.paper.parts import PARTS

__all__ = ["PARTS", "LeftOut", "Paper", "PaperAnswers", "make_paper"]

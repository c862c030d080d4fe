"""Structure by evidence: printed blocks → letterhead, preamble, section tree, closing, signature."""

from extract.structure.build import build
from extract.structure.types import Explanation, Structure

__all__ = ["Explanation", "Structure", "build"]

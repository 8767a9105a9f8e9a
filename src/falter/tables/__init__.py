"""The scene as flat tables: model in, blocks of numbers out, every row with its place in the scene."""

from falter.tables.compile import compile_scene
from falter.tables.tables import Tables

__all__ = ["Tables", "compile_scene"]

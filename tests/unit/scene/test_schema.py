from pathlib import Path

from falter.model.schema import schema_text

PUBLISHED = Path(__file__).parents[3] / "docs" / "reference" / "scene.schema.json"


def test_the_published_schema_is_the_models() -> None:
    """If this fails: python -m falter.model.schema > docs/reference/scene.schema.json"""
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text()

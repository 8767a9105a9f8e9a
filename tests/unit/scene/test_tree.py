from falter.diagnostics.source import Source
from falter.scene.tree import Tree, grow


def tree(text: str) -> Tree:
    return grow(Source("a", text))


def test_every_character_is_in_the_tree() -> None:
    text = '\ufefffalter 1\r\n\tmark a  // why\r\n\r\n  says "so \\" then" ,x\n “smart” \u00a0 "open // no'
    assert tree(text).text() == text


def test_a_line_stands_under_the_one_it_is_indented_from() -> None:
    found = tree("a\n  b\n    c\n\n  // note\n  d\ne\n").lines
    assert [(line.parent, line.level) for line in found if line.facts] == [(None, 0), (0, 1), (1, 2), (0, 1), (None, 0)]


def test_a_line_between_two_levels_is_skewed() -> None:
    found = tree("a\n    b\n  c\n").lines
    assert [line.skewed for line in found] == [False, False, True]
    assert found[2].parent == 0


def test_a_tab_is_two_columns() -> None:
    assert [line.level for line in tree("a\n\tb\n  c\n").lines] == [0, 1, 1]


def test_a_comment_in_quotes_is_none() -> None:
    line = tree('says "a // b" // c\n').lines[0]
    assert line.comment is not None
    assert line.comment.text == "// c"
    assert [token.kind for token in line.facts] == ["word", "text"]


def test_numbers_ranges_and_units_are_tokens_of_their_own() -> None:
    facts = tree("x 2..5min .6 -1.5, 30..70%").lines[0].facts
    assert [token.text for token in facts] == ["x", "2", "..", "5", "min", ".6", "-1.5", ",", "30", "..", "70", "%"]


def test_a_tree_of_an_empty_source_has_one_blank_line() -> None:
    assert tree("").text() == ""
    assert len(tree("").lines) == 1


def test_lines_nested_two_thousand_deep_are_no_trouble() -> None:
    text = "".join(" " * depth + "a\n" for depth in range(2_000))
    assert tree(text).lines[-1].level == 1_999


def test_the_tree_can_be_shown() -> None:
    assert tree("a 1 // b\n").show() == "   1 word:'a' number:'1' comment:'// b'\n"

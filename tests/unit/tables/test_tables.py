"""Scene to tables: worth, motives, geometry, conditions, order of rows, the layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from falter.diagnostics.source import Source
from falter.kernel import conditions
from falter.model.constants import CONSTANTS
from falter.model.scene import Mark, Reach
from falter.tables import columns, layout
from falter.tables import columns as at
from falter.tables.disassemble import disassemble
from falter.tables.people import lay_marks
from falter.tables.tables import Tables
from falter.tables.worth import inherit
from tests.performing import reading_of, row_of, tables_of

HALL = """falter 1
scene The Hall
place a hall, dark: .7
  mark door
  mark desk, 6 m from door
  mark lamp, 5 m from door, 5 m from desk
SNOKE "the leader", he, away
KYLO "the knight", he
  at door
  loves HUX: .7
  hurt by HUX: .4
  ordered by SNOKE to strike HUX: .9, within 2 min
  fears SNOKE: .6
  abhors kills: .3
  honours spares: .2
  hides love
  wears mask over face .8, voice .4
HUX "the general", he
  at 1 m from KYLO
  wonders if KYLO means to strike: .15
  wonders how KYLO loves HUX: .4
KYLO may strike "strikes" on HUX, needs within 1.5 m, after light, kills, cannot be undone
KYLO may approach "comes nearer" toward HUX, again
KYLO may light "lights the blade" threatens HUX
KYLO may spare "spares him" on HUX, spares HUX, defies SNOKE (obey -.3)
KYLO may unmask "unmasks" drops mask, reveals love
HUX may shout "shouts" summons, if suspects KYLO means to strike and not near KYLO
  or if dark and KYLO wears mask
closes at 1 min
"""


@pytest.fixture(scope="module")
def hall() -> Tables:
    return tables_of(HALL)


def worth(tables: Tables, act: str, motive: str, column: str = "OWN") -> float:
    """V of an act's first wording for a motive, by labels."""
    ti, tf = tables.packed.ti, tables.packed.tf
    row = ti[at.TI_ACT] + row_of(tables, "act", act) * at.TI_ACT_SIZE
    wording = ti[at.TI_WORDING] + ti[row + at.ACT_WORDINGS] * at.TI_WORDING_SIZE
    first = ti[ti[at.TI_PERSON] + ti[row + at.ACT_OWNER] * at.TI_PERSON_SIZE + at.PERSON_MOTIVES]
    place = ti[wording + at.WORDING_WORTH] + row_of(tables, "motive", motive) - first
    return tf[ti[at.TF_WORTH] + place * at.TF_WORTH_SIZE + getattr(at, f"WORTH_{column}")]


def column(tables: Tables, block: str, section: str, label: str, name: str) -> float:
    base = tables.packed.ti[getattr(at, f"{block.upper()}_{section.upper()}")]
    size = getattr(at, f"{block.upper()}_{section.upper()}_SIZE")
    return float(getattr(tables.packed, block)[base + row_of(tables, section, label) * size + getattr(at, f"{section.upper()}_{name}")])


@pytest.mark.parametrize(
    ("act", "motive", "wanted"),
    [
        ("KYLO strike HUX", "cherish HUX", -1.0),  # kills: cherish target −1
        ("KYLO strike HUX", "redress HUX", 0.5),
        ("KYLO strike HUX", "obey strike HUX", 1.0),  # what was ordered
        ("KYLO strike HUX", "norm kills", -1.0),  # what a norm is against
        ("KYLO strike HUX", "safety SNOKE", 0.0),  # it is about someone else
        ("KYLO spare HUX", "norm spares", 1.0),  # what a norm is for
        ("KYLO spare HUX", "cherish HUX", 0.8),
        ("KYLO spare HUX", "obey strike HUX", -0.3),  # the number in brackets, for the word's −.6
        ("KYLO spare HUX", "safety SNOKE", -0.5),  # defies: safety −.5 towards SNOKE
        ("KYLO unmask", "secrecy love", -0.6),
        ("KYLO light", "cherish HUX", -0.35),
        ("KYLO light", "live KYLO", 0.3),
    ],
)
def test_what_an_act_is_worth_by_itself(hall: Tables, act: str, motive: str, wanted: float) -> None:
    assert worth(hall, act, motive) == pytest.approx(wanted)


def test_an_act_that_brings_another_nearer_inherits_a_part(hall: Tables) -> None:
    """Three tenths of striking's worth: by walking to where it can be done, and by having to be done before it."""
    assert worth(hall, "KYLO approach HUX", "obey strike HUX") == 0.0
    assert worth(hall, "KYLO approach HUX", "obey strike HUX", "V") == pytest.approx(0.3)
    assert worth(hall, "KYLO approach HUX", "cherish HUX", "V") == pytest.approx(-0.3)
    assert worth(hall, "KYLO light", "cherish HUX", "V") == pytest.approx(-0.35 - 0.3)
    assert worth(hall, "KYLO spare HUX", "cherish HUX", "V") == pytest.approx(0.8)


def test_inheritance_takes_what_weighs_most_for_each_motive() -> None:
    assert inherit([0.0, 0.0], [[0.2, -0.4], [-1.0, 0.1]], 0.5) == pytest.approx([-0.5, -0.2])
    assert inherit([0.9, -0.9], [[1.0, -1.0]], 0.3) == [1.0, -1.0]
    assert inherit([0.4], [], 0.3) == [0.4]


def test_one_motive_for_each_that_a_person_has(hall: Tables) -> None:
    labels = {row.label for row in hall.labels["motive"]}
    assert {"cherish HUX", "redress HUX", "obey strike HUX", "safety SNOKE", "norm kills", "norm spares", "secrecy love"} <= labels
    assert {"live KYLO", "live HUX", "answer", "know KYLO"} <= labels
    assert column(hall, "tf", "motive", "cherish HUX", "W0") == 0.7
    assert column(hall, "tf", "motive", "obey strike HUX", "DEADLINE") == 120.0
    assert column(hall, "tf", "motive", "norm kills", "P0") == pytest.approx(0.9)
    assert column(hall, "tf", "motive", "norm spares", "P0") == pytest.approx(0.1)


def test_marks_lie_where_their_distances_say() -> None:
    """A right angle: 3 m along, 4 m across, 5 m from the first."""
    marks = (
        Mark(id="a"),
        Mark(id="b", reaches=(Reach(metres=3.0, mark="a"),)),
        Mark(id="c", reaches=(Reach(metres=5.0, mark="a"), Reach(metres=4.0, mark="b"))),
    )
    laid = lay_marks(marks)
    assert laid["a"] == (0.0, 0.0)
    assert laid["b"] == (3.0, 0.0)
    assert laid["c"] == pytest.approx((3.0, 4.0))


def test_people_stand_at_their_marks_or_beside_each_other(hall: Tables) -> None:
    assert column(hall, "tf", "person", "KYLO", "X0") == 0.0
    assert column(hall, "tf", "person", "HUX", "X0") == 1.0
    lamp = hall.packed.ti[at.TF_MARK] + row_of(hall, "mark", "lamp") * at.TF_MARK_SIZE
    assert (hall.packed.tf[lamp + at.MARK_X], abs(hall.packed.tf[lamp + at.MARK_Y])) == pytest.approx((3.0, 4.0))


def test_a_move_without_times_takes_its_words(hall: Tables) -> None:
    assert column(hall, "tf", "wording", "lights the blade", "TAKES") == 1.5
    assert column(hall, "tf", "wording", "lights the blade", "LANDS") == 0.75


def test_conditions_are_clauses_of_signed_atoms(hall: Tables) -> None:
    """`a and not b or if dark and KYLO wears mask`: two clauses of two atoms."""
    ti = hall.packed.ti
    row = ti[at.TI_ACT] + row_of(hall, "act", "HUX shout") * at.TI_ACT_SIZE
    first, end = ti[row + at.ACT_CLAUSES], ti[row + at.ACT_CLAUSES_END]
    atoms = []
    for clause in range(first, end):
        place = ti[at.TI_CLAUSE] + clause * at.TI_CLAUSE_SIZE
        atoms.append([hall.labels["atom"][atom].label for atom in range(ti[place + at.CLAUSE_ATOMS], ti[place + at.CLAUSE_ATOMS_END])])
    assert atoms == [["suspects", "not near"], ["dark", "wears"]]


@pytest.mark.parametrize(
    ("condition", "wanted"),
    [
        ("near KYLO", True), ("not near KYLO", False), ("within 0.5 m of KYLO", False), ("KYLO at door", True), ("KYLO at desk", False),
        ("dark", True), ("light", False), ("not light", True), ("KYLO wears mask", True), ("alone", False), ("noticed KYLO", True),
        ("suspects KYLO means to strike", False), ("doubts KYLO loves HUX", True), ("believes KYLO loves HUX", False),
        ("after strike", False), ("not after strike", True), ("5 s after strike", False), ("lull 1 s", False), ("asked", False),
        ("KYLO dead", False), ("KYLO here", True), ("SNOKE here", False), ("ignored", False), ("feels fear", False),
        ("light and dark", False), ("light or if dark", True), ("dark and not light and not near KYLO or if KYLO at door", True),
    ],
)  # fmt: skip
def test_conditions_hold_as_they_say_at_the_start(condition: str, wanted: bool) -> None:
    tables = tables_of(HALL + f'HUX may look "looks" if {condition}\n')
    packed = tables.packed
    row = packed.ti[at.TI_ACT] + row_of(tables, "act", "HUX look") * at.TI_ACT_SIZE
    first, end = packed.ti[row + at.ACT_CLAUSES], packed.ti[row + at.ACT_CLAUSES_END]
    found = conditions.holds(packed.ti, packed.tf, packed.si, packed.sf, first, end, -1)  # type: ignore[arg-type]
    assert bool(found) is wanted


def test_a_reading_starts_from_the_strengths_of_the_scene(hall: Tables) -> None:
    """Ten cells: five levels of the tie by the intent; their prior has the means that the scene gives."""
    ti, tf = hall.packed.ti, hall.packed.tf
    cells = [ti[at.TF_CELL] + cell * at.TF_CELL_SIZE for cell in range(ti[at.N_CELL])]
    prior = [hall.packed.sf[ti[at.SF_CELL] + cell * at.SF_CELL_SIZE + at.CELL_POST] for cell in range(ti[at.N_CELL])]
    assert len(cells) == 10
    assert sum(prior) == pytest.approx(1.0)
    assert sum(p * tf[cell + at.CELL_CARE] for p, cell in zip(prior, cells, strict=True)) == pytest.approx(0.4)
    assert sum(p for n, p in enumerate(prior) if ti[ti[at.TI_CELL] + n * at.TI_CELL_SIZE + at.CELL_INTENT] == 1) == pytest.approx(0.15)


def test_rows_know_where_they_were_written(hall: Tables) -> None:
    span = hall.row("act", row_of(hall, "act", "KYLO strike HUX")).span
    assert span is not None
    assert HALL[span.start :].startswith("KYLO may strike")
    motive = hall.row("motive", row_of(hall, "motive", "cherish HUX")).span
    assert motive is not None
    assert HALL[motive.start :].startswith("loves HUX: .7")


def test_tables_can_be_read(hall: Tables) -> None:
    told = disassemble(hall, Source("scene.falter", HALL))
    line = 1 + HALL[: HALL.index("KYLO may strike")].count("\n")
    assert f"KYLO strike HUX  line {line}" in told
    assert "W0 = 0.7" in told


def test_constants_are_listed_with_unit_and_range(hall: Tables) -> None:
    told = disassemble(hall).splitlines()
    assert "  leak = 0.05  1/s  0 to 5, default 0.05" in told
    assert len(told[1 : told.index("")]) == len(CONSTANTS)


def test_the_columns_are_those_of_the_layout() -> None:
    """`python -m falter.tables.layout` writes them."""
    assert Path(columns.__file__).read_text(encoding="utf-8") == layout.render_columns()


def test_no_two_columns_share_a_cell() -> None:
    for section in layout.SECTIONS:
        for block in layout.BLOCKS:
            widths = [(getattr(at, f"{section.name.upper()}_{each.name}"), each.width) for each in section.columns if each.block == block]
            places = [start + offset for start, width in widths for offset in range(width)]
            assert sorted(places) == list(range(len(places)))


def test_blocks_are_as_long_as_their_rows(hall: Tables) -> None:
    """The header's bases and counts tile each block without gaps."""
    for block in layout.BLOCKS:
        end = len(layout.header_names()) if block == "ti" else len(layout.constant_names()) if block == "tf" else 0
        for section in layout.SECTIONS:
            if section.size(block):
                assert hall.packed.ti[getattr(at, f"{block.upper()}_{section.name.upper()}")] == end, section.name
                end += section.size(block) * len(hall.labels[section.name])
        assert len(getattr(hall.packed, block)) == end


def test_tables_of_a_scene_without_a_text_are_the_same() -> None:
    """Places are for people: no number depends on them."""
    from falter.tables.compile import compile_scene

    reading = reading_of(HALL)
    assert reading.scene is not None
    assert compile_scene(reading.scene).packed == compile_scene(reading.scene, reading.places).packed


def test_a_mark_is_where_its_name_says_whatever_the_order_of_the_lines() -> None:
    """A mark laid by two distances comes after those laid by one; its row must not."""
    lines = ["  mark room", "  mark basket, 3 m from room", "  mark box, 4 m from room, 5 m from basket", "  mark garden, 100 m from room"]
    scene = 'falter 1\nscene A\nplace b\n{}\nANNA "a", she\n  at garden\nANNA may go "goes" toward box\ncloses at 1 min\n'
    tables = tables_of(scene.format("\n".join(lines)))
    ti, tf = tables.packed.ti, tables.packed.tf
    for name, place in {"room": (0.0, 0.0), "basket": (3.0, 0.0), "garden": (100.0, 0.0), "box": (0.0, -4.0)}.items():
        row = ti[at.TF_MARK] + tables.names.marks[name] * at.TF_MARK_SIZE
        assert (round(tf[row + at.MARK_X], 9), round(tf[row + at.MARK_Y], 9)) == place


def test_what_stands_side_by_side_is_as_wide_as_step_code_reckons() -> None:
    for section in layout.SECTIONS:
        if section.name in ("moment", "weighing", "weight"):
            assert {column.width for column in section.columns} == {columns.LANES}


def test_every_cell_of_a_reading_has_its_place(hall: Tables) -> None:
    """Five ties by two intents: ten cells, in two rows of eight, and so for every act and every motive wondered about."""
    ti = hall.packed.ti
    (row,) = (ti[at.TI_READ] + read * at.TI_READ_SIZE for read in range(ti[at.N_READ]))
    assert ti[row + at.READ_CELLS_END] - ti[row + at.READ_CELLS] == 10
    person = ti[at.TI_PERSON] + ti[row + at.READ_ACTOR] * at.TI_PERSON_SIZE
    acts = ti[person + at.PERSON_ACTS_END] - ti[person + at.PERSON_ACTS]
    wondered = ti[row + at.READ_WONDERED_END] - ti[row + at.READ_WONDERED]
    assert (ti[at.N_WEIGHING], ti[at.N_WEIGHT], ti[at.N_MOMENT]) == (2, 2 * wondered, 2 * acts)
    assert wondered > 0

"""What holds of the movement between any two states of any plan."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from movement.plans import COLOURS, KEYS, RandomAction, changed, plan_text, random_actions, random_day, read_plan

from tcplan.comparison.level_moves import level_moves
from tcplan.comparison.measure_moves import measure_moves
from tcplan.comparison.movement import Movement, movement
from tcplan.progress import Assessment, Tally
from tcplan.progress.action_counts import TallyCell
from tcplan.values.rag import Colour

SEEDS = range(200)


def two_states(seed: int) -> tuple[Assessment, Assessment]:
    """A plan on two days, or two versions of it."""
    random = Random(seed)
    actions, key = random_actions(random), random.choice(KEYS)
    later = actions if seed % 3 == 0 else changed(random, actions)
    later_key = random.choice(KEYS) if seed % 7 == 0 else key
    before, after = random_day(random), random_day(random)
    return read_plan(plan_text(actions, key), before), read_plan(plan_text(later, later_key), after)


def cells(tally: Tally) -> Counter[TallyCell]:
    """The numbers of a tally, without those that are zero."""
    found = Counter({TallyCell(colour): number for colour, number in tally.stated.items()})
    found[TallyCell.UNREPORTED] = tally.unreported
    found[TallyCell.NOT_BEGUN] = tally.not_begun
    found[TallyCell.CLOSED] = tally.closed
    return +found


def in_plan(counted: Counter[TallyCell]) -> Counter[TallyCell]:
    """The same without what is not in the plan."""
    return Counter({cell: number for cell, number in counted.items() if number and cell is not TallyCell.ABSENT})


def facts(found: Movement, *, turned: bool = False) -> list[tuple[str, ...]]:
    """The moves as plain facts, the other way round if they are `turned`."""
    rows = []
    for move in found.moves:
        ids = [node.id if node else "" for node in move.action.pair]
        cell = [move.action.from_cell, move.action.to_cell]
        kind = move.kind.opposite if turned else move.kind
        rows.append((kind, *(reversed(ids) if turned else ids), *(reversed(cell) if turned else cell)))
    return sorted(rows)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_moves_explain_the_difference_of_the_totals(seed: int) -> None:
    """Each action is counted as one thing on each day; each that is counted differently has one move that says so."""
    before, after = two_states(seed)
    found = movement(before, after)
    was, now = Counter(one.from_cell for one in found.actions), Counter(one.to_cell for one in found.actions)
    assert in_plan(was) == cells(before.tally())
    assert in_plan(now) == cells(after.tally())
    counted = [move for move in found.moves if move.kind.is_counted]
    for move in counted:
        was[move.action.from_cell] -= 1
        was[move.action.to_cell] += 1
    assert +was == +now
    assert len({id(move.action) for move in counted}) == len(counted)
    moved = {id(move.action) for move in counted}
    assert all(id(one) in moved for one in found.actions if one.from_cell is not one.to_cell)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_other_way_round_everything_is_the_opposite(seed: int) -> None:
    """What has improved has worsened, what was added was removed, and so on; of levels, too."""
    before, after = two_states(seed)
    assert facts(movement(before, after)) == facts(movement(after, before), turned=True)
    there = [
        (one.before and one.before.computed, one.after and one.after.computed) for one in level_moves(before, after)
    ]
    back = [
        (one.after and one.after.computed, one.before and one.before.computed) for one in level_moves(after, before)
    ]
    assert sorted(map(str, there)) == sorted(map(str, back))


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_overdue_and_silent_adds_up(seed: int) -> None:
    """Those of the earlier day and the new ones, without those that no longer are, are those of the later day."""
    before, after = two_states(seed)
    kinds = Counter(str(move.kind) for move in movement(before, after).moves)
    for signal, newly, no_longer in (
        ("overdue", "newly-overdue", "no-longer-overdue"),
        ("silent", "gone-silent", "no-longer-silent"),
    ):
        was, now = (sum(one.kind == signal for one in state.signals) for state in (before, after))
        assert was + kinds[newly] - kinds[no_longer] == now


def measures(random: Random) -> str:
    """Some measures with readings and targets."""
    rows = []
    for number in range(random.randint(1, 4)):
        actual, targets = (
            ", ".join(
                f"{day}: {random.randint(0, 50)}" for day in {random_day(random) for _ in range(random.randint(0, 4))}
            )
            for _ in range(2)
        )
        rows.append(f"  - {{id: m{number}, title: M, targets: {{{targets}}}, actual: {{{actual}}}}}\n")
    return "measures:\n" + "".join(rows)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_reading_that_came_nearer_has_gone_away_the_other_way_round(seed: int) -> None:
    """The same measures have moved between the same readings."""
    random = Random(seed)
    text = plan_text(random_actions(random), measures=measures(random))
    before, after = read_plan(text, random_day(random)), read_plan(text, random_day(random))
    there = [(one.measure.id, one.before, one.after, one.is_better) for one in measure_moves(before, after)]
    back = [
        (one.measure.id, one.after, one.before, None if one.is_better is None else not one.is_better)
        for one in measure_moves(after, before)
    ]
    assert there == back


@pytest.mark.parametrize("seed", SEEDS[::4])
def test_nothing_moves_between_a_state_and_itself(seed: int) -> None:
    """Nor does a level."""
    before, _ = two_states(seed)
    assert movement(before, before).moves == ()
    assert not any(one.has_moved for one in level_moves(before, before))


@pytest.mark.parametrize("seed", SEEDS[::4])
def test_the_order_of_actions_and_files_is_irrelevant(seed: int) -> None:
    """Sorted differently, the same has moved, and every headline is the same."""
    random = Random(seed)
    actions = random_actions(random)
    later = changed(random, actions)
    days = random_day(random), random_day(random)
    found = movement(read_plan(plan_text(actions), days[0]), read_plan(plan_text(later), days[1]))
    before = read_plan(plan_text(actions[::-1]), days[0], turned=True)
    after = read_plan(plan_text(later[::-1]), days[1], turned=True)
    assert facts(found) == facts(movement(before, after))
    for one, other in ((found.before, before), (found.after, after)):
        assert one.tally() == other.tally()
        assert replace(one.headline(), deciding=(), overdue=(), high_priority_red=()) == replace(
            other.headline(), deciding=(), overdue=(), high_priority_red=()
        )
        assert sorted(one.headline().deciding) == sorted(other.headline().deciding)


WORST_FIRST = (Colour.RED, Colour.AMBER, Colour.GREEN, Colour.BLUE)


@pytest.mark.parametrize(
    "stated", ["NNNN", "N", "NNNNNNNNNNNNNNNNNNNN", "NNNNNNNNNA", "GGGG", "GB", "GGGGGGGGGGGGR", "A", "R"]
)
def test_an_off_track_report_in_place_of_another_never_improves_a_headline(stated: str) -> None:
    """Where nothing has been started, one action that is off track does not make the plan green."""
    colours = dict(zip("NRAGB", COLOURS, strict=True))
    actions = [
        RandomAction(f"1.{n}", "T", (), (f"date: 2026-06-01, rag: {colours[one]}",)) for n, one in enumerate(stated)
    ]
    worse = [replace(actions[0], updates=(*actions[0].updates, "date: 2026-06-02, rag: red")), *actions[1:]]
    before, after = (read_plan(plan_text(one), "2026-06-30").headline().colour for one in (actions, worse))
    assert after is before or after in (Colour.RED, Colour.AMBER)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_off_track_report_never_improves_a_headline(seed: int) -> None:
    """Whatever was reported before. Only where too little was, there may now be enough to say that the rest is well."""
    random = Random(seed)
    actions, day = random_actions(random, most=30), date(2026, 6, 30)
    number = random.randrange(len(actions))
    more = (*actions[number].updates, f"date: {day}, rag: red")
    worse = [*actions[:number], replace(actions[number], updates=more), *actions[number + 1 :]]
    before, after = (read_plan(plan_text(one), day).headline() for one in (actions, worse))
    assert after.reported >= before.reported
    if before.colour is not Colour.GREY and after.colour is not Colour.GREY:
        assert WORST_FIRST.index(after.colour) <= WORST_FIRST.index(before.colour)
    elif before.words == "not started":
        assert after.colour in (Colour.GREY, Colour.RED, Colour.AMBER)
    else:
        assert after.colour is not Colour.BLUE


@pytest.mark.parametrize("seed", SEEDS)
def test_not_reported_is_never_green(seed: int) -> None:
    """A plan without reports that count has no colour, and no such action is among those that are counted as one."""
    random = Random(seed)
    silent = [replace(one, updates=()) for one in random_actions(random)]
    now = read_plan(plan_text(silent, random.choice(KEYS)), random_day(random))
    assert now.headline().colour is Colour.GREY
    assert now.tally().stated == {}


@pytest.mark.parametrize("colour", COLOURS)
def test_as_of_the_day_of_a_report_includes_it(colour: str) -> None:
    """The day before does not, so a movement between the two has it."""
    day = date(2026, 6, 30)
    text = plan_text([RandomAction("1.1", "An action", (), (f"date: {day}, rag: {colour}",))])
    before, after = read_plan(text, day - timedelta(days=1)), read_plan(text, day)
    (move,) = (one for one in movement(before, after).moves if one.kind.is_counted)
    assert move.kind == ("completed" if colour == "blue" else "newly-reported")
    assert (move.action.before and move.action.before.meaning) is None

"""Medians, spreads and multiples of `make bench`, and how they are printed."""

import pytest

from bench.figures import Figure, figure, megabytes, number, with_spread


def test_a_figure_is_the_median_the_smallest_and_the_largest() -> None:
    """An outlier moves the spread and not the median."""
    assert figure([3.0, 90.0, 1.0, 2.0, 4.0]) == Figure(median=3.0, low=1.0, high=90.0)


def test_an_even_number_of_values_has_a_median_between_two() -> None:
    """The mean of the two in the middle."""
    assert figure([4.0, 1.0, 2.0, 3.0]).median == 2.5


def test_nothing_measured_is_an_error() -> None:
    """No figure is made up."""
    with pytest.raises(ValueError, match="nothing was measured"):
        figure([])


def test_a_multiple_divides_median_and_spread() -> None:
    """All three are in the same unit."""
    assert figure([2.0, 4.0, 8.0]).divided_by(0.5) == Figure(median=8.0, low=4.0, high=16.0)


@pytest.mark.parametrize(
    ("value", "printed"),
    [(0.01307, "0.0131"), (0.6512, "0.651"), (1.6249, "1.62"), (45.23, "45.2"), (1239.7, "1,240"), (0, "0.0000")],
)
def test_a_number_has_three_figures_that_count(value: float, printed: str) -> None:
    """Small numbers are not rounded away, and large ones have no false precision."""
    assert number(value) == printed


def test_a_figure_is_printed_with_its_spread() -> None:
    """The median first."""
    assert with_spread(Figure(3.0512, 2.98, 3.21)) == "3.05 (2.98 to 3.21)"


def test_megabytes_are_a_million_bytes() -> None:
    """As file sizes on the page are."""
    assert megabytes(115_500_000) == "116 MB"

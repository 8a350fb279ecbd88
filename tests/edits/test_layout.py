"""What the layout of a file makes of small texts, before and after."""

from collections.abc import Iterable, Sequence
from textwrap import dedent

import pytest

from tcplan.edits.key_order import house_order, order_at
from tcplan.findings.span import Path
from tcplan.model import KINDS
from tcplan.model.plan import Action, Objective
from tcplan.shape.fields import fields_of, shapes_of
from tcplan.yaml_editor.layout import Refusal, Style, lay_out
from tcplan.yaml_editor.layout.tree import LayoutError, LayoutPlace
from tcplan.yaml_editor.layout.verify import REPORT_FAULT, verify
from tcplan.yaml_reader.reader import read_text

KEYS = ("id", "title", "lead", "owners", "about", "updates", "actions")


def order(path: Path) -> tuple[str, ...]:
    """The same order everywhere but in `targets`, whose keys are free."""
    return () if path and path[-1] == "targets" else KEYS


def apart(path: Path) -> bool:
    """There is a blank line between actions, and above their table."""
    return path == ("actions",) or (len(path) == 2 and path[0] == "actions")


STYLE = Style(order, apart)


def laid_out(text: str) -> str | Refusal:
    """What becomes of a text."""
    return lay_out(read_text(text, "plan.yaml"), STYLE)


def check(before: str, after: str) -> None:
    """The text before becomes the text after, which stays as it is."""
    before, after = dedent(before).removeprefix("\n"), dedent(after).removeprefix("\n")
    assert laid_out(before) == after
    assert laid_out(after) == after


def test_keys_are_put_in_order_and_unknown_ones_stay_at_the_end() -> None:
    """In mappings at every depth; in their own order."""
    check(
        """
        zeal: a
        lead: b
        also: c
        id:
          title: d
          id: e
        """,
        """
        id:
          id: e
          title: d
        lead: b
        zeal: a
        also: c
        """,
    )


def test_lists_and_free_keys_keep_their_order() -> None:
    """Their order is data, or the writer's."""
    check(
        """
        owners: [b, a]
        targets: {title: 2, id: 1}
        updates:
        - b
        - a
        """,
        """
        owners: [b, a]
        updates:
          - b
          - a
        targets: {title: 2, id: 1}
        """,
    )


def test_keys_in_braces_on_one_line_are_put_in_order() -> None:
    """Commas and spaces stay where they are; a key without a value might not be one elsewhere."""
    check(
        """
        updates:
          - { title: "a, b",id: 1 }  # c
          - [{lead: x, id: {title: y, id: z}}]
          - {title: , id: 2}
          - {
            title: a,
            id: 3
          }
        """,
        """
        updates:
          - { id: 1,title: "a, b" }  # c
          - [{id: {id: z, title: y}, lead: x}]
          - {title: , id: 2}
          - {
            title: a,
            id: 3
          }
        """,
    )


def test_every_level_is_indented_by_two_and_so_are_lists() -> None:
    """Whatever the levels were indented by; there is one space after a dash and a colon, none before a colon."""
    check(
        """
        updates:
        -   id : 1
            title:    a
            owners:
                 - b
                 -    - c
                      - d
        -
          id: 2
        """,
        """
        updates:
          - id: 1
            title: a
            owners:
              - b
              - - c
                - d
          - id: 2
        """,
    )


def test_blank_lines_are_at_most_one_and_none_at_the_ends() -> None:
    """Nor between a key and its first item; trailing spaces go."""
    check(
        """

        id: 1  \n

        title: a


        owners:

          - b

          - c


        """,
        """
        id: 1

        title: a

        owners:
          - b

          - c
        """,
    )


def test_a_blank_line_parts_actions_and_tables() -> None:
    """One between two actions, above their comments, and one above the table."""
    check(
        """
        id: 1
        actions:
          - id: 1
          # the second
          - id: 2


          - id: 3
        """,
        """
        id: 1

        actions:
          - id: 1

          # the second
          - id: 2

          - id: 3
        """,
    )


def test_a_last_line_gets_its_line_break_and_line_ends_stay() -> None:
    """Each line its own; a line that is new has that of the first."""
    assert laid_out("title: a\r\nid: 1\nlead: b") == "id: 1\ntitle: a\r\nlead: b\r\n"
    assert laid_out("id: 1\rtitle: a\ractions: b\r") == "id: 1\rtitle: a\r\ractions: b\r"


def test_block_text_keeps_its_sign_and_is_indented_by_two() -> None:
    """Deeper lines stay deeper; blank lines within stay, those after it do not belong to it."""
    check(
        """
        updates:
        - about: >-  # c
                a

                  deeper
                b


          id: 1
        """,
        """
        updates:
          - id: 1
            about: >-  # c
              a

                deeper
              b
        """,
    )


def test_block_text_with_a_digit_keeps_its_indentation() -> None:
    """The digit says it; the text begins with spaces."""
    check("updates:\n- about: |3\n       a\n     b\n", "updates:\n  - about: |3\n         a\n       b\n")


def test_the_sign_of_block_text_is_put_on_the_line_of_its_head() -> None:
    """Wherever below its key or dash it was; after `|3` the text stays as deep below the head."""
    check(
        """
        updates:
        - title:
            >-  # c
              a
               b
          id: |
           c
          lead:
                  |+

                d

        -

          |3
             e
           f
        """,
        """
        updates:
          - id: |
              c
            title: >-  # c
              a
               b
            lead: |+

              d

          - |3
               e
             f
        """,
    )


def test_the_sign_of_block_text_stays_below_comments_that_come_before_it() -> None:
    """It is as deep as the text, and so are they."""
    check(
        """
        title:  # a
            |  # b
              c
               d
        owners:
        -
          # e

            # f
              >-
                g
        -  # h
         |2
            i
          j
        """,
        """
        title:  # a
          |  # b
          c
           d
        owners:
          -
            # e
            # f
            >-
            g
          -  # h
            |2
              i
            j
        """,
    )


def test_blank_lines_that_block_text_keeps_stay_its_own() -> None:
    """Behind `|+` none is added and none taken away."""
    check(
        """
        id: 1
        title: |+
          a


        # about b
        about: |+
          b
        actions: c
        """,
        """
        id: 1
        title: |+
          a


        # about b
        about: |+
          b
        actions: c
        """,
    )


def test_block_text_of_blank_lines_alone_stays() -> None:
    """There is nothing whose indentation could be seen."""
    check("title: |+\n\n\nid: |\n", "id: |\ntitle: |+\n\n\n")


def test_texts_over_several_lines_keep_their_lines() -> None:
    """Plain, quoted, in brackets or below their key, they are shifted as a whole; spaces inside quotes stay."""
    check(
        """
        updates:
        -    title: a
              b

               c
             id: 'd \n               e'  # f
             owners: [
               g,   # h
             ]
             lead:  # i

               # j
               k
        """,
        """
        updates:
          - id: 'd \n              e'  # f
            title: a
             b

              c
            lead:  # i
              # j
              k
            owners: [
              g,   # h
            ]
        """,
    )


def test_comments_above_a_key_go_with_it() -> None:
    """Also at another column, with the shape they have; blank lines between them stay."""
    check(
        """
        id: 1
        lead: b
        # about the title
        #   - indented words

          # deeper
        title: a
        """,
        """
        id: 1
        # about the title
        #   - indented words

        # deeper
        title: a
        lead: b
        """,
    )


def test_comments_of_several_columns_are_shifted_together() -> None:
    """A commented-out entry can be taken in again."""
    check(
        """
        updates:
        - id: 1
        # updates:
          # - id: 2
        - id: 3
        """,
        """
        updates:
          - id: 1
          # updates:
            # - id: 2
          - id: 3
        """,
    )


def test_a_comment_that_was_taken_out_at_the_margin_comes_back_to_its_item() -> None:
    """As editors do it; what is deeper than its item stays deeper."""
    check(
        """
        updates:
          - id: 1
        #   lead: a
            # the title
              # in other words
            title: b
        """,
        """
        updates:
          - id: 1
            #   lead: a
            # the title
              # in other words
            title: b
        """,
    )


def test_a_comment_at_the_end_of_a_line_stays_on_it() -> None:
    """With the spaces before it."""
    check(
        """
        title: a      # b
        owners:  # c
        -   d  # e
        -
        id: 1 # f
        """,
        """
        id: 1 # f
        title: a      # b
        owners:  # c
          - d  # e
          -
        """,
    )


def test_empty_items_stay_wherever_they_are_in_a_list() -> None:
    """At its beginning, in the middle and at its end, also where the list is not indented."""
    check(
        """
        owners:
        -
        - a
        -
        -
        - b
        -
        updates:
          - title:
            -
          -
          - - -
          - -
            -
            - c
        lead:
        -
        """,
        """
        lead:
          -
        owners:
          -
          - a
          -
          -
          - b
          -
        updates:
          - title:
              -
          -
          - - -
          - -
            -
            - c
        """,
    )


def test_comments_of_empty_items_stay_beside_them() -> None:
    """On the line of the dash, below it or above the next one."""
    check(
        """
        owners:  # - a
        # - the first
        -  # b
          # c
        # - the second
        -
        # the third
        - d
        -  # e
        -
          # f
        title: g
        """,
        """
        title: g
        owners:  # - a
          # - the first
          -  # b
            # c
          # - the second
          -
          # the third
          - d
          -  # e
          -
            # f
        """,
    )


def test_a_key_that_begins_with_a_dash_is_not_an_item() -> None:
    """The list above it has ended."""
    check("owners:\n-\n-id: a\n", "owners:\n  -\n-id: a\n")


def test_a_comment_above_the_first_key_of_an_item_is_above_its_dash() -> None:
    """Behind those that are there already."""
    check(
        """
        updates:
          # the item
          - title: a

            # the id
            id: 1
          -
            # another id
            id: 2
        """,
        """
        updates:
          # the item
          # the id
          - id: 1
            title: a
          # another id
          - id: 2
        """,
    )


def test_a_dash_with_a_comment_stays_on_a_line_of_its_own() -> None:
    """Its keys are below it."""
    check(
        """
        updates:
        -  # the item
          # the title
          title: a
          id: 1
        """,
        """
        updates:
          -  # the item
            id: 1
            # the title
            title: a
        """,
    )


@pytest.mark.parametrize(
    "top",
    [
        "# one block, directly above\n",
        "# one block\n\n",
        "# several blocks\n\n# that stay\n\n",
        "---\n",
        "# before the dashes\n---  # and behind\n",
    ],
)
def test_a_comment_at_the_top_of_the_file_stays_there(top: str) -> None:
    """Whatever key comes first."""
    assert laid_out(f"{top}title: a\nid: 1\n") == f"{top}id: 1\ntitle: a\n"


def test_of_several_comments_at_the_top_the_last_goes_with_the_first_key() -> None:
    """Where it is directly above it."""
    check("# the top\n\n# the title\ntitle: a\nid: 1\n", "# the top\n\nid: 1\n# the title\ntitle: a\n")


def test_a_comment_of_the_key_that_comes_first_is_parted_from_the_top() -> None:
    """Or it would be one block."""
    check("# the top\ntitle: a\n# the id\nid: 1\n", "# the top\n\n# the id\nid: 1\ntitle: a\n")


def test_a_comment_at_the_end_of_an_entry_stays_there() -> None:
    """Its column says of which: an action, a list inside it, or the file."""
    check(
        """
        actions:
          - updates:
            - id: 1
              title: a
              # lead: b
            id: 1
            # about: commented out
            #   over lines

          # the second
          - id: 2
            # lead: c

          # - id: 3
        # owners: d
        """,
        """
        actions:
          - id: 1
            updates:
              - id: 1
                title: a
                # lead: b
            # about: commented out
            #   over lines

          # the second
          - id: 2
            # lead: c

          # - id: 3
        # owners: d
        """,
    )


def test_a_commented_out_item_stays_in_a_list_that_is_not_indented() -> None:
    """Other comments in its column belong to what comes next."""
    check(
        """
        updates:
        - id: 1
        # - id: 2
        #   title: a

        # about the title
        title: b
        owners:
        - c
        # the end
        """,
        """
        # about the title
        title: b
        owners:
          - c
        updates:
          - id: 1
          # - id: 2
          #   title: a
        # the end
        """,
    )


def test_a_comment_deeper_than_its_key_stays_below_it() -> None:
    """Beside what it says something about."""
    check(
        """
        lead: a
            # only where one is named
        id: 1
        about:
          # not yet known
        title: b
        """,
        """
        id: 1
        title: b
        lead: a
          # only where one is named
        about:
          # not yet known
        """,
    )


def test_a_comment_below_block_text_goes_with_what_comes_next() -> None:
    """Any deeper it would become text."""
    check(
        """
        about: |
              a
          # the id
        id: 1
        owners:
          - |
               b
            # the end
        """,
        """
        # the id
        id: 1
        owners:
          - |
            b
          # the end
        about: |
          a
        """,
    )


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("id: 1\n? title\n: a\n", 2, "this key has no colon on its line"),
        ("id: 1\n? |\n  title\n: a\n", 2, "`?` comes before a key"),
        ("{\n  id: 1,\n  title: a\n}\n", 1, "the whole file is written in braces, which fmt does not format"),
        ("{id: 1, title: a}\n", 1, "the whole file is written in braces, which fmt does not format"),
        ("# c\n---\n# {\n{id: 1}\n...\n", 4, "the whole file is written in braces, which fmt does not format"),
        ("id: 1\n# c\n...\n", 3, "`...` is not a key, a list item or a comment"),
        ("id: |\n  a\n... # b\n    # c\n", 3, "`... # b` is not a key, a list item or a comment"),
    ],
)
def test_what_cannot_be_laid_out_is_refused_with_its_line(text: str, line: int, says: str) -> None:
    """Keys without a colon, whole files in braces, the end of a document; the help tells nobody to delete a line."""
    found = laid_out(text)
    assert isinstance(found, Refusal)
    assert (found.line, found.says) == (line, says)
    assert found.help
    assert "delete" not in found.help
    assert found.help != REPORT_FAULT


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("id: 1\ntitle: a\n", "id: 1\ntitle: b\n", 2),
        ("id: 1\nowners: [a, b]\n", "id: 1\nowners: [b, a]\n", 2),
        ("id: 1\nupdates:\n- {a: b}\n- c\n", "id: 1\nupdates:\n- {a: b}\n- d\n", 4),
        ("id: 1\nupdates:\n- {a: b}\n", "id: 1\nupdates:\n- {a: b}\n- c\n", 2),
        ("id: 1\n", "id: 1\nid: 1\n", 1),
        ("id: 1\n", "id: 1\ntitle: a\n", 1),
        ("id: 1\n# c\n", "id: 1\n", 2),
        ("id: |  # c\n  a # b\n", "id: |\n  a # b\n", 1),
        ("owners: [\na, # c\n'# d']\n", "owners: [a, '# d']\n", 2),
        ("id: 1\n# c\n# c\n", "id: 1\n# c\n", 3),
        ("id: 1\n", "id: 1 # c\n", 1),
    ],
)
def test_data_and_comments_are_held_against_each_other(before: str, after: str, line: int) -> None:
    """With the place of the first difference."""
    with pytest.raises(LayoutError) as caught:
        verify(read_text(before, "plan.yaml"), read_text(after, "plan.yaml"))
    assert before[: caught.value.offset].count("\n") + 1 == line


def test_a_style_that_does_not_come_to_rest_is_refused() -> None:
    """Laid out twice, the file would change again."""
    orders = iter([("id", "title"), ("title", "id")])
    restless = Style(lambda _path: next(orders), lambda _path: False)
    found = lay_out(read_text("title: a\nid: 1\n", "plan.yaml"), restless)
    assert isinstance(found, Refusal)
    assert "formatting the file again" in found.says


def test_a_style_is_asked_once_for_all_items_of_a_list() -> None:
    """A plan has a hundred thousand entries in a hundred kinds of places."""
    asked: list[Path] = []

    def note(path: Path) -> tuple[str, ...]:
        asked.append(path)
        return KEYS

    text = "".join(f"  - title: a\n    id: {number}\n    targets: {{b: {number}}}\n" for number in range(9))
    lay_out(read_text(f"actions:\n{text}", "plan.yaml"), Style(note, apart), is_used=False)
    assert sorted(map(str, asked)) == sorted(map(str, [(), ("actions", 0), ("actions", 0, "targets")]))


@pytest.mark.parametrize("number", [1, 2, 30])
def test_a_comment_between_items_of_a_long_list_goes_where_its_column_says(number: int) -> None:
    """Items are written while the list is read: not before all comments below them are known."""
    item = "  - title: a\n    updates:\n      - b\n      # deep\n    # inside\n  # above\n"
    after = "  - title: a\n    updates:\n      - b\n      # deep\n    # inside\n\n  # above\n"
    check(f"actions:\n{item * number}  - id: 1\n", f"actions:\n{after * number}  - id: 1\n")


def test_a_style_that_loses_an_entry_is_refused() -> None:
    """With the line of what would be lost; nothing is believed that has not been read again."""

    class Losing(Style):
        def arranged(self, place: LayoutPlace, keys: Iterable[str]) -> Sequence[int] | None:
            return range(len(list(keys)) - 1) if place.path else None

    found = lay_out(read_text("id: 1\nupdates:\n  id: a\n  title: b\n", "plan.yaml"), Losing(order, apart))
    assert found == Refusal(2, "after formatting, this would be read differently", REPORT_FAULT)


def test_the_house_order_names_every_key_of_every_shape_once() -> None:
    """A new field needs a place in it."""
    for kind in KINDS.values():
        for shape in shapes_of(kind):
            assert sorted(house_order(shape)) == sorted(fields_of(shape))


@pytest.mark.parametrize(
    ("path", "first"),
    [
        ((), "kind"),
        (("actions", 3), "id"),
        (("actions", 3, "updates", 0, "evidence"), "title"),
        (("actions", "quotes"), "from"),
        (("rag", "green"), "means"),
        (("rag", "rag"), "means"),
        (("rag",), None),
        (("measures", 0, "targets"), None),
        (("title",), None),
        (("title", "no such"), None),
        (("no such",), None),
    ],
)
def test_the_house_order_at_a_path_of_a_plan(path: Path, first: str | None) -> None:
    """With or without the indices that short forms leave out; free and unknown keys have none."""
    keys = order_at("plan", path)
    assert (keys[0] if keys else None) == first


def test_a_file_of_an_unknown_kind_has_no_order() -> None:
    """Whatever is in it."""
    assert order_at("recipe", ()) == ()


def test_objectives_have_the_order_of_actions() -> None:
    """One order for all entries, as far as they have the keys."""
    assert [key for key in house_order(Action) if key in fields_of(Objective)] == list(house_order(Objective))

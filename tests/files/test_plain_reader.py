"""The plain reader gives what libyaml gives, or nothing: held up to it over real, made and mutated texts."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imr_cli.files.document import MOST_BYTES, documents
from imr_cli.files.plain_reader import plain_positions, read_plain
from imr_cli.files.yaml import MOST_DEPTH, odd_character, read_yaml, unfit, yaml_positions
from support.checkout import CHECKOUT

if TYPE_CHECKING:
    from pathlib import Path

WHOLE_SAMPLES = sorted((CHECKOUT / "samples").glob("*.yaml"))
FILES = sorted(
    file for folder in ("samples", "templates", "guidelines") for file in (CHECKOUT / folder).rglob("*.yaml")
)


def texts_of(file: Path) -> list[str]:
    """The documents of a file."""
    return [document.text for document in documents(file.read_bytes())[0]]


def is_plain(text: str) -> bool:
    """Whether the plain reader takes a text. Whatever it takes must be what libyaml makes of it."""
    node = read_plain(text)
    if node is None:
        assert plain_positions(text) is None
        return False
    assert (node, []) == read_yaml(text)
    assert plain_positions(text) == yaml_positions(text)
    return True


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(CHECKOUT).as_posix())
def test_no_file_is_read_differently(file: Path) -> None:
    for text in texts_of(file):
        is_plain(text)


@pytest.mark.parametrize(
    "file", [*WHOLE_SAMPLES, *sorted((CHECKOUT / "templates").rglob("*.yaml"))], ids=lambda file: file.name
)
def test_what_every_letter_reads_is_plain(file: Path) -> None:
    assert all(is_plain(text) for text in texts_of(file))


def test_the_published_cases_are_plain(shared: Path) -> None:
    files = sorted((shared / "cases").glob("*.yaml"))
    assert files
    assert [file.name for file in files if not all(is_plain(text) for text in texts_of(file))] == []


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\n",
        "a: 1",
        "\n# head\n\na: 1\n",
        "---\na: 1\n",
        "---  \na: 1\n",
        "  a: 1\n  b: 2\n",
        "- a\n- b\n",
        "a:\n- b\n- c\nd: e\n",
        "a:\n  - b\n  - c\nd: e\n",
        "- a: 1\n  b:\n  - c\n  - d: 2\n    e: 3\n- f\n",
        "-   a: 1\n    b: 2\n",
        "a:\nb:   \nc:\n  # nothing\n",
        "- a:\n- b:\n",
        "a: # of b\n  b: 1\n",
        "a: no\nb: 0012345\nc: 2021-06-31\nd: ~\ne: null\n",
        "a: b:c\nb: http://x\nc: 50 mg#60\nd: it's \"so\" [1]\ne: a - b, c\n",
        "a: b   \n",
        "a: ''\nb: \"\"\n",
        "a: 'it''s: #60'\nb: \"Tramadol 50 mg #60\"\n",
        'a: "say \\"so\\" \\\\ so"\n',
        'a: "b"   # c\nb: [c] # d\n',
        "a: []\nb: [c, d e, 'f, g', \"h: i\"]\n",
        'a: {b: c d, e: [f, g], h: "60", i: []}\n',
        "- {a: b,\n   c: d}\n- [e,\n f, 'g',\n  h]\n",
        "a: >-\n  one\n  two\n",
        "a: >-\n  one \n  two  \n",
        "a: >\n  one\n  two\n\nb: |\n  one\n  two\n\n",
        "a: >-\n  one\n\n  two\n\n\n  three\n\n\nb: c\n",
        "a: |-\n  one\n\n  two\n\n\n  three\n",
        "a: >-\n  # text\n  - b: c\n# comment\nd: e\n",
        "- >-\n  one\n  two\n- |\n one\n",
        "- a: >-\n    b\n  c: d\n",
        "a: >-\n      b\n \n # c\n   \nd: e\n",
        "a: é § “b”\nb: >-\n  \U0001f600 \u00a0\n  c\n",
        "a: 1\r\nb:\r\n- >-\r\n  c\r\n  d\r\n",
    ],
)  # fmt: skip
def test_plain(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "\n", "a", "# a\n", "'a': b\n", "a b: c\n",
        # Another value than it seems, or a fault.
        "a: b #60\n", "a: b\n  c\n", "a: b\n c: d\n", "a: b: c\n", "a: b:\n", "a: 'b\n  c'\n", "a: 'b' c\n",
        "a: [b #60 ]\n", "a: [b, #60\n", "a: [b: c]\n", "a: {b}\n", "a: {b: c: d}\n", "a: [,]\n", "a: [b]]\n",
        "a: [b , c]\n", "a: {b: c }\n", "a: 'b'#c\n", "a: {}\n", "a: [b\n", "a: {b: c]\n", "a: [b,\nc]\n", "a: [b] [c]\n", "a: [b?]\n", "a: [- b]\n",
        "a: &b c\n", "a: *b\n", "a: !b c\n", "a: @b\n", "a: `b\n", "a: %b\n", "a: - b\n", "a: ? b\n", "? a\n",
        "<<: {a: b}\n", "a: {<<: b}\n", "%YAML 1.1\n---\na: b\n", "a: b\n...\n", "a: b\n---\nc: d\n", "--- a\n",
        "a: 1\na: 2\n", "a: {b: c, b: d}\n", "a: {b: [], b: d}\n", "a:\n  b: 1\n  b: 2\n",
        # Indentation that fits nothing, or something else.
        "a:\n    b: 1\n  c: 2\n", "  a: 1\nb: 2\n", "a:\n  - b\n- c\n", "- a\nb: c\n", "a: b\n- c\n",
        "- a\n - b\n", "- a: 1\n   b: 2\n", "- a: 1\n b: 2\n", "a:\n- b\n  c: d\n", "-\n  a: 1\n", "- - a\n", "- \n",
        # Blocks that end elsewhere than they seem.
        "a: >-\n  b\n   c\n", "a: >-\n   b\n  c\n", "a: >-\n\n  b\n", "a: >-\n  b\n  \n  c\n", "a: >-\n  b\n    \n",
        "a: >-\n  b\n\n   # c\n", "a: >-\n  b\n \n  # c\n", "a: >-\nb: c\n", "a: >+\n  b\n", "a: >2\n  b\n",
        "a: >- # b\n  c\n", "a: >\n  b", "a: |\n  b", "- a: >-\n  b\n", "  a: >-\n  b\n",
        # Characters.
        "a:\tb\n", "a: b\t#60\n", "a: b\rc: d\n", "a: b\x85\n", "a: b\u2028c\n", "\ufeffa: b\n", "a: \x00\n",
        "a: \u202eb\n", 'a: "\\n"\n', 'a: "\\u202e"\n', 'a: "\\x41"\n',
        # Too much.
        f"{'k' * 200}: a\n", "".join(f"{' ' * n}a:\n" for n in range(MOST_DEPTH)), f"a: {'x' * MOST_BYTES}\n",
        f"a: {'x' * (MOST_BYTES // 8)}\n",
    ],
    ids=lambda text: repr(text[:24]),
)  # fmt: skip
def test_not_plain(text: str) -> None:
    assert not is_plain(text)


def test_nothing_that_cannot_be_printed_passes() -> None:
    characters = [*map(chr, range(0x3000)), *map(chr, range(0xD700, 0x10100)), "\U0001f600", "\U0010ffff"]
    refused = [each for each in characters if odd_character(each) is not None]
    assert refused == [each for each in characters if unfit(f"a: {each}é") is not None]
    assert [each for each in refused if unfit(f"a: {each}") is None] == []


# Written texts: in the plain form and nothing else, or with everything that YAML has traps for.

NASTY = ["no", "0012345", "a: b", "a:b", "# x", "a #x", "a#x", "'", '"', "it's", "''", "[", "[a]", "]", "{", "a}", "- ", "-a", "? x",
         "%", "@", "`", "&a", "*a", "!a", "|", ">", ">-", "---", "...", "<<", "=", "~", "x:", ":x", ",", "a, b", "a,b", "\\", '\\"',
         "é", "“q”", "a  b", "a ", "§ 9792", "\u00a0", "Tramadol 50 mg #60", "2016-05-09", "60"]  # fmt: skip
GOOD = st.sampled_from(
    ["x", "one two", "2016-05-09", "no", "0012345", "it's", "60", "é", "“R1”", "~", "a & b", "<<"]
)
QUOTED = st.builds(str.format, st.sampled_from(["'{}'", '"{}"']), st.text("ab :#,-[]{}é&!|>%@", max_size=8))


class Form(NamedTuple):
    """What texts are written of."""

    words: Any
    keys: Any
    gaps: Any
    commas: Any
    styles: Any


PLAIN = Form(
    words=st.one_of(GOOD, QUOTED, st.just("'it''s'"), st.just('"\\"so\\" \\\\"')),
    keys=st.sampled_from(["a", "case_number", "x-y", "a.b", "0", "no"]),
    gaps=st.sampled_from(["", "", "", "\n", "# c\n", "\n\n# c\n\n"]),
    commas=st.sampled_from([", ", ", ", ",\n      "]),
    styles=st.sampled_from([">-", ">-", "|-", ">", "|"]),
)
LOOSE = Form(
    words=st.one_of(GOOD, GOOD, QUOTED, st.sampled_from(NASTY), st.text("ab :#,-'\"[]{}é\\&", max_size=8)),
    keys=st.one_of(PLAIN.keys, PLAIN.keys, PLAIN.keys, st.sampled_from(["a b", "-a", "'q'", "", "<<", "é"])),
    gaps=st.one_of(PLAIN.gaps, st.sampled_from(["  \n", "        # c\n", "  x\n"])),
    commas=st.one_of(PLAIN.commas, st.sampled_from([",", ",\n", " , "])),
    styles=st.one_of(PLAIN.styles, st.sampled_from([">+", "|2", ""])),
)


@st.composite
def flows(draw: Any, form: Form, *, has_lists: bool = True) -> str:
    """A list or mapping in brackets."""
    words = st.one_of(form.words, flows(form, has_lists=False)) if has_lists else form.words
    if not has_lists or draw(st.booleans()):
        return f"[{draw(form.commas).join(draw(st.lists(form.words, max_size=3)))}]"
    keys = draw(st.lists(form.keys, min_size=1, max_size=3, unique=form is PLAIN))
    return f"{{{draw(form.commas).join(f'{key}: {draw(words)}' for key in keys)}}}"


@st.composite
def block_texts(draw: Any, form: Form, column: int) -> str:
    """A block text whose lines stand deeper than this column."""
    margin = " " * (column + draw(st.sampled_from([2, 2, 1, 4])))
    line = GOOD if form is PLAIN else form.words
    lines = [draw(line), *draw(st.lists(st.one_of(line, line, st.just("")), max_size=4))]
    return draw(form.styles) + "".join(f"\n{margin if line else ''}{line}" for line in lines)


@st.composite
def nodes(
    draw: Any, form: Form, column: int = 0, depth: int = 0, *, is_list: bool | None = None
) -> list[str]:
    """A mapping or list in the form, as lines."""
    is_list = draw(st.booleans()) if is_list is None else is_list
    margin = " " * column
    made: list[str] = []
    for number in range(draw(st.integers(1, 4))):
        made += draw(form.gaps).splitlines(keepends=True) if number else []
        key = draw(form.keys) + (str(number) if form is PLAIN or draw(st.booleans()) else "")
        kind = draw(st.sampled_from(["word", "flow", "block", "below"]))
        if kind == "below" and depth < 3:
            if is_list:
                gap = draw(st.sampled_from([2, 2, 4]))
                below = draw(nodes(form, column + gap, depth + 1, is_list=False if form is PLAIN else None))
                made += [f"{margin}-{' ' * (gap - 1)}{below[0].lstrip(' ')}", *below[1:]]
            else:
                below_is_list = draw(st.booleans())
                gap = draw(st.sampled_from([0, 2] if below_is_list else [2, 3]))
                made += [
                    f"{margin}{key}:\n",
                    *draw(nodes(form, column + gap, depth + 1, is_list=below_is_list)),
                ]
        elif kind == "below" and not is_list:
            made.append(f"{margin}{key}:\n")
        else:
            value = {"flow": flows(form), "block": block_texts(form, column)}.get(kind, form.words)
            made.append(f"{margin}{'-' if is_list else f'{key}:'} {draw(value)}\n")
    return made


@settings(max_examples=200)
@given(nodes(PLAIN))
def test_texts_in_the_plain_form(lines: list[str]) -> None:
    assert is_plain("".join(lines))


@settings(max_examples=300)
@given(nodes(LOOSE), st.booleans())
def test_texts_with_traps(lines: list[str], has_last_line_end: bool) -> None:
    text = "".join(lines)
    is_plain(text if has_last_line_end else text.removesuffix("\n"))


@given(st.lists(st.sampled_from(["  ", "- ", "a: ", "b:", ">-", "|", "\n", "\n", "\n  ", "\n    ", "c", " #", "'", "[a]", "{a: b}", ","]),
                max_size=14))  # fmt: skip
def test_pieces_in_any_order(pieces: list[str]) -> None:
    is_plain("".join(pieces))


# Real cases, damaged.

LINES = [
    "",
    "  ",
    "      ",
    "# c",
    "      # c",
    "- x",
    "  - x",
    "    text",
    "      a: b",
    "\tx",
    "-",
    "---",
    "...",
    "x",
]
PIECES = [
    *NASTY,
    "\n",
    "\n  ",
    "\n\n",
    " ",
    "\t",
    "\r",
    "\r\n",
    ": ",
    " #",
    "- ",
    "key: ",
    "<<: ",
    "\x85",
    "\u2028",
    "\ufeff",
    "\\n",
]


def damaged(text: str, chance: random.Random) -> str:
    """A text with one line or a few characters changed."""
    lines = text.split("\n")
    place, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(10):
        case 0:
            del lines[place]
        case 1:
            lines.insert(place, lines[other])
        case 2:
            lines[place] = " " * chance.randint(1, 4) + lines[place]
        case 3:
            lines[place] = lines[place].removeprefix(" " * chance.randint(1, 4))
        case 4:
            lines[place], lines[other] = lines[other], lines[place]
        case 5:
            lines.insert(place, chance.choice(LINES))
        case 6:
            column = chance.randint(0, len(lines[place]))
            lines[place] = lines[place][:column] + lines[place][column + chance.randint(1, 3) :]
        case _:
            column = chance.choice([0, len(lines[place]), chance.randint(0, len(lines[place]))])
            lines[place] = lines[place][:column] + chance.choice(PIECES) + lines[place][column:]
    return "\n".join(lines)


def piece_of(text: str, chance: random.Random) -> str:
    """Some lines of a text, from one of them to the next that stands less deep, moved to the left."""
    lines = text.split("\n")
    first = chance.randrange(len(lines))
    margin = len(lines[first]) - len(lines[first].lstrip(" "))
    last = first + 1
    while last < min(len(lines), first + 25) and (
        not lines[last].strip() or lines[last].startswith(" " * margin)
    ):
        last += 1
    return "\n".join(line[margin:] for line in lines[first:last]) + "\n"


def test_damaged_cases() -> None:
    chance = random.Random(20160509)
    whole = [text for file in WHOLE_SAMPLES for text in texts_of(file)]
    taken = 0
    for number in range(6000):
        text = piece_of(chance.choice(whole), chance)
        for _ in range(number % 4):
            text = damaged(text, chance)
        taken += is_plain(text)
    assert taken > 1000

"""All formats say the same words, and no text of a case ever acts as markup or as a template."""
# ruff: noqa: RUF001  (one example a line; odd characters are what is tested)

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from support.case_file import CASE, changed, numbered
from support.html_page import Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# CommonMark with what common readers add to it.
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])

TRICKS = (
    "# heading", "- entry", "+ entry", "1. first", "12) second", "> quote", "***", "---", "===", "```", "~~~", "    code",
    "*a*", "_a_ __b__", "**b**", "~~c~~", "`code`", "a\\*b", "\\", "[link](http://a.example)", "![i](x)", "[121]", "[a]: /b",
    "<b>bold</b>", "<script>alert(1)</script>", "<!-- c -->", "</p></section>", "&amp;", "& <", "&#60;", "&lt;b&gt;", "\"'",
    "http://a.example/b_c_d?e=f&g=h", "https://a-b.example/c-d-", "www.a.example", "me@a.example", "<http://a.example>",
    "{{ letter.title }}", "{% for x in y %}", "{# c #}", "{treatment}", "{organization}", "{}", "{0}", "{{", "%s", "$a$ ^b^",
    "| a | b |\n|---|---|", "a | b", "Tramadol 50 mg #60", "#60", "a  b", "90°", "é×–®", "=== a", ": a", ":::", "\u00a0x",
    "Upheld", "DRAFT", "Case Number:", "x\ty", "a\nb", "a\n\nb", "* * *", "1986. A year", "- - -", "~x~", "a^b", "\u200bz", "--",
    "\N{FULLWIDTH LESS-THAN SIGN}b>", "javascript:alert(1)", "mailto:me@a.example", "ftp://a.example", "a--b", "(c)", "\\n",
)  # fmt: skip

CHARACTERS = st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp"], blacklist_characters="\u202a\u202b\u202c\u202d\u202e"
                           "\u2066\u2067\u2068\u2069\ufffe\uffff")  # fmt: skip
PIECES = st.one_of(
    st.sampled_from(TRICKS),
    st.text(CHARACTERS, max_size=12),
    st.text("#-+*_`[](){}<>&!|~\\.:@1 \n=$^", max_size=8),
)
TEXTS = st.lists(PIECES, min_size=1, max_size=5).map(" ".join).filter(str.strip)
ALONE = st.sampled_from(TRICKS).filter(str.strip)
FREE_TEXT = st.one_of(ALONE, TEXTS)


def letters_of(cases: list[dict[str, str]], folder: Path, imr: Callable[..., Any]) -> list[dict[str, str]]:
    """The letters of cases with these texts in them, in all formats. JSON quotes texts as YAML does."""
    stream = []
    for number, texts in enumerate(cases, 1):
        changes = (
            (OLD[name], f"{FIELD[name]}: {json.dumps(text, ensure_ascii=False)}")
            for name, text in texts.items()
        )
        stream.append(numbered(number, changed(*(each for pair in changes for each in pair))))
    formats = [f"--format={each}" for each in ("markdown", "html", "text")]
    ended = imr("decide", "-", "-O", folder, *formats, stdin="---\n".join(stream).encode())
    assert ended.code == 0, ended.stderr
    return [
        {
            suffix: (folder / f"CM16-{number:07}.{suffix}").read_text(encoding="utf-8")
            for suffix in ("md", "html", "txt")
        }
        for number in range(1, len(cases) + 1)
    ]


OLD = {
    "treatment": "treatment: Transport to the visits",
    "summary": "clinical_summary: >-\n  A 41-year-old woman strained her back on March 2, 2015.",
    "rationale": "rationale: The visits cannot be reached on foot. The transport is medically necessary.",
    "source": "adds: It gives a number of visits.",
    "author": "author: treating physician",
    "certification": "board_certifications: [Occupational Medicine]",
}
NAMES = ("treatment", "summary", "rationale", "source", "author")
FIELD = {"treatment": "treatment", "summary": "clinical_summary", "rationale": "rationale", "source": "adds"}
FIELD |= {"author": "author", "certification": "board_certifications"}


def with_everywhere(text: str) -> dict[str, str]:
    return dict.fromkeys(NAMES, text)


@settings(max_examples=15)
@given(cases=st.lists(st.fixed_dictionaries(dict.fromkeys(NAMES, FREE_TEXT)), min_size=4, max_size=8))
@example(
    cases=[with_everywhere(each) for each in TRICKS if each.strip()] + [with_everywhere("\n\n".join(TRICKS))]
)
def test_formats_say_the_same_words_and_text_stays_text(
    cases: list[dict[str, str]], tmp_path: Path, imr: Callable[..., Any]
) -> None:
    harmless = [
        {name: "\n\n".join(["x"] * paragraphs_of(text)) for name, text in texts.items()} for texts in cases
    ]
    letters = letters_of([*cases, *harmless], tmp_path, imr)
    for texts, letter, other in zip(cases, letters, letters[len(cases) :], strict=False):
        page, rendered = Page(letter["html"]), Page(MARKDOWN.render(letter["md"]))

        assert rendered.words == page.words
        # Lone hyphens mark the entries of lists in text letters.
        assert without_hyphens(letter["txt"].split()) == without_hyphens(page.words)
        for name, text in texts.items():
            assert " ".join(text.split()) in " ".join(page.words), f"{name} is not there as it was written"

        # No element but those of the same letter with harmless texts in as many paragraphs.
        assert page.elements == Page(other["html"]).elements
        assert rendered.elements == Page(MARKDOWN.render(other["md"])).elements


def without_hyphens(words: list[str]) -> list[str]:
    return [word for word in words if word != "-"]


def paragraphs_of(text: str) -> int:
    return len([each for each in re.split(r"\n\s*\n", text) if each.strip()])


GFM_LINK = re.compile(r"(?i)(?:https?|ftp)://|(?<![a-z0-9])www\.|[\w.+-]@[\w-]+\.\w")


def test_no_reader_finds_a_link_in_markdown(tmp_path: Path, imr: Callable[..., Any]) -> None:
    """Readers of the GitHub kind make links of bare addresses; ours are broken up by a backslash."""
    (letters,) = letters_of([with_everywhere("\n\n".join(TRICKS))], tmp_path, imr)
    assert GFM_LINK.search(letters["txt"])
    assert not GFM_LINK.search(letters["md"])


@pytest.mark.parametrize("form", ["markdown", "html", "text", "json"])
def test_the_same_case_gives_the_same_bytes(form: str, imr: Callable[..., Any]) -> None:
    first, second = (imr("decide", "-", "--format", form, stdin=CASE.encode()) for _ in range(2))
    assert first == second
    assert first.stdout


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("|-\n  First one.\n\n  Second one.", id="literal"),
        pytest.param(">-\n  First\n  one.\n\n  Second one.", id="folded"),
        pytest.param('"First one.\\n\\nSecond one."', id="escaped"),
        pytest.param("|-\n  First one.\n  \n\n  Second one.\n\n\n", id="several-blank-lines"),
    ],
)
def test_a_blank_line_begins_a_paragraph(text: str, tmp_path: Path, imr: Callable[..., Any]) -> None:
    case = changed(OLD["summary"], f"clinical_summary: {text}")
    ended = imr("decide", "-", "-O", tmp_path, "-f", "html", "-f", "md", "-f", "txt", stdin=case.encode())
    assert ended.code == 0, ended.stderr
    letters = {each.suffix: each.read_text(encoding="utf-8") for each in tmp_path.iterdir()}
    assert "<p>First one.</p>" in letters[".html"]
    assert "<p>Second one.</p>" in letters[".html"]
    for suffix in (".md", ".txt"):
        assert "\n\nFirst one.\n\nSecond one.\n\n" in letters[suffix]


def test_line_ends_of_a_paragraph_are_blanks(imr: Callable[..., Any]) -> None:
    case = changed(OLD["summary"], "clinical_summary: |-\n  First line\n  # second\n  - third")
    ended = imr("decide", "-", "--format", "text", stdin=case.encode())
    assert "\n\nFirst line # second - third\n\n" in ended.stdout


@pytest.mark.parametrize("word", ["x" * 200, "https://a.example/" + "long-part-of-a-path/" * 8])
def test_text_letters_keep_their_width_and_cut_no_word(word: str, imr: Callable[..., Any]) -> None:
    case = changed("The visits cannot be reached on foot.", f"See {word} for it, {'and so on ' * 30}.")
    ended = imr("decide", "-", "--format", "text", stdin=case.encode())
    assert ended.code == 0
    assert word in ended.stdout.split()
    too_long = [line for line in ended.stdout.splitlines() if len(line) > 80 and word not in line]
    assert too_long == []
    assert not any(line != line.rstrip() for line in ended.stdout.splitlines())


def test_html_stands_alone(imr: Callable[..., Any]) -> None:
    """One file, one main heading, a language, and nothing fetched or run."""
    html = imr("decide", "-", "--format", "html", stdin=CASE.encode()).stdout
    page = Page(html)
    assert [each.split()[0] for each in page.elements].count("h1") == 1
    assert '<html lang="en">' in html
    assert not re.search(r"(?i)<(script|link|img|iframe|object)\b|\bsrc=|\bhref=|url\(|@import", html)
    levels = [int(each[1]) for each in page.elements if re.match(r"h\d ", each)]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    identifiers = re.findall(r' id="([^"]+)"', html)
    assert len(identifiers) == len(set(identifiers))
    assert set(re.findall(r'aria-labelledby="([^"]+)"', html)) <= set(identifiers)

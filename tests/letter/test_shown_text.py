"""What a reader sees of a letter: not its markup, and nothing that is not shown."""

from __future__ import annotations

import pytest

from imr_cli.letter.formats import html, markdown
from imr_cli.letter.formats.registry import FORMATS

SHOWN = {
    "html": [
        ("<p>Tom &amp; <b>Jerry</b></p>", "Tom&Jerry"),
        ("<p>a<!-- b > <i>c</i> -->d", "ad"),
        ("<p>a<!-->b<!--->c", "abc"),
        ("<p>a<!-- b --!>c<!-- d", "ac"),
        ("<html><head><title>a</title></head><body><p>b</p></body></html>", "b"),
        ("<html><head><!-- </head> <p>a</p> --></head><body><p>b</p></body></html>", "b"),
        ("<main hidden><p>a<br>b</p></main>c", "c"),
        ("<div><div hidden><p>a</div>b</div></p>c", "bc"),
        ("<p title='>' hidden>a</p>b", "b"),
        ('<p style="display: NONE">a</p>b', "b"),
        ('<p style="color: red; visibility:hidden">a</p>b', "b"),
        ('<p style="opacity: 0.0">a</p><p style="font-size:0px">b</p>c', "c"),
        ('<p style="opacity: 0.5; font-size: small">a</p><p style="font-size:.9em">b</p>', "ab"),
        ('<script type="text/plain">a</script>b', "b"),
        ("<style>a</style><template><p>b</p></template><noscript>c</noscript>d", "d"),
        ("<details><p>a</p></details><details open><p>b</p></details><dialog>c</dialog>d", "bd"),
        ("<style>.a, #b { display: none }</style><p class='c a'>a</p><p id=b>b</p><p class=b>c</p>", "c"),
        ("<style>p.a{visibility:hidden}</style><p class='a'>a</p><div class='a'>b</div>", "b"),
        ("<style>aside{opacity:0}</style><aside>a</aside>b", "b"),
        ("<style>.a p, #b > i{display:none}</style><div class='a'><p>a</p>b</div><p>c</p><b id=b><i>d", "bc"),
        ("<style>.a .b p{display:none}</style><p class=a><p class=b>a</p></p><p>b</p>", "ab"),
        ("<style>/* .a */ nav p, p + p, p:hover, p::before {display:none}</style><p class='a'>a</p>", "a"),
        (
            "<style>@media print { .a { color: red } .b { display: none } }</style><p class=a>a</p><p class=b>b",
            "a",
        ),
        ('<html><head><style>.a{display:none}</style></head><body><p class="a">a</p>b</body></html>', "b"),
        ('<html><head><style>.a{display:grid}</style></head><body><p class="a">a</p>b</body></html>', "ab"),
        ('<SECTION CLASS="a"><P>a</SECTION>', "a"),
        ("<p>hidden style</p>", "hiddenstyle"),
        ('<img alt="a"><input type="hidden" value="b">c', "c"),
    ],
    "markdown": [
        ("**Label:** a\\_b \\*c\\* \\[121\\]", "**Label:**a_b*c*[121]"),
        ("a \\<b\\> c", "a<b>c"),
        ("a<!-- b\n\nc -->d", "ad"),
        ("a \\<!-- b --\\>", "a<!--b-->"),
        ("\\\\<!-- b -->c", "\\c"),
        ("<div hidden>\n\na \\*\n\n</div>\n\nb", "b"),
        ("a\n\n[//]: # (b)\n\n\\[c\\]: d", "a[c]:d"),
    ],
    "text": [("<!-- a --> \\b", "<!--a-->\\b")],
}


HIDING = ("<!--", "hidden>", "style=", "<script", "<details", "[//]", "<img")


@pytest.mark.parametrize(
    ("form", "text", "expected"), [(form, *row) for form, rows in SHOWN.items() for row in rows]
)
def test_what_is_shown(form: str, text: str, expected: str) -> None:
    assert "".join(FORMATS[form].visible_text(text.encode()).split()) == expected


@pytest.mark.parametrize("text", [text for text, _ in SHOWN["html"]])
def test_a_plain_page_hides_nothing(text: str) -> None:
    if text.endswith("b</body></html>"):
        return
    assert not any(mark in html._plain_body(text) for mark in HIDING)


@pytest.mark.parametrize("text", [text for text, _ in SHOWN["markdown"]])
def test_plain_markdown_hides_nothing(text: str) -> None:
    assert not markdown._is_plain(text) or not any(mark in text.replace("\\<", "") for mark in HIDING)


def test_common_letters_are_plain() -> None:
    assert html._plain_body('<p class="hidden" id="a">b</p> <h2 aria-labelledby="x">a hidden style</h2>')
    assert markdown._is_plain("a \\<b\\> \\[c\\]: d")

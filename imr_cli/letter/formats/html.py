"""HTML, in which Jinja escapes by itself, and what a reader sees of it.

Comments, the head of a page, scripts, templates and whatever is `hidden` are not shown, so nothing that the
law requires can stand there. An element's own style counts, and the page's styles for its name, class or id.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from imr_cli.letter.formats.format import Format

if TYPE_CHECKING:
    from imr_cli.letter.formats.format import Manuscript


LAYOUT = "letter.html.jinja"
_TAG = re.compile(r"<[^>]*>")
"""Markup, in text that has no comments and no attributes with `>` in them."""

_COMMENT = r"(?s)<!--(?:-?>|.*?(?:--!?>|\Z))"

_NOT_COMMON = re.compile(
    r"<(?!/?(?:p|span|div|d[tdl]|li|br|h[1-6r]|b|strong|em|i|t[dhr]|ul|section|article|main|header|footer"
    r"|address|blockquote|ol|u|small|caption|table|thead|tbody|tfoot|body|html)"
    r"(?: (?:class|id|role|lang|scope|aria-[a-z]+)=\"[^\"<>]*\")*>)"
)
"""Anything between angle brackets but an element that shows what it holds, with harmless attributes."""

_NOT_SHOWN = (
    "audio", "canvas", "datalist", "head", "iframe", "noscript", "object", "script", "style", "svg",
    "template", "title", "video",
)  # fmt: skip

_ALONE = (
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
)  # fmt: skip

_HIDDEN_BY = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|(?:opacity|font-size):(?:0+\.?0*|\.0+)(?:[a-z%;!]|$)"
)

_STYLES = r"(?is)<style\b[^>]*>(.*?)(?:</style|\Z)"
_SELECTOR = r"(?i)(\*|[a-z][a-z0-9]*)?((?:[.#][\w-]+)*)"


class _Element(NamedTuple):
    """An element: its name (none or `*`: any), its `.class`es and `#id`, and whether it is hidden."""

    tag: str
    names: frozenset[str]
    is_hidden: bool = False

    def is_a(self, other: _Element) -> bool:
        """Whether it has the name, the classes and the id of another one."""
        return other.tag in ("", "*", self.tag) and other.names <= self.names


def lay_out(manuscript: Manuscript) -> bytes:
    """Return the letter as a page of HTML; no layout can forget to escape a text."""
    return manuscript.layouts.lay_out(LAYOUT, manuscript.letter, autoescape=True).encode("utf-8")


def visible_text(content: bytes) -> str:
    """Return the characters that are shown, with a blank in the place of each tag."""
    text = content.decode("utf-8")
    body = _plain_body(text)
    return unescape(_TAG.sub(" ", body)) if body else text_of_markup(text)


def _plain_body(text: str) -> str:
    """Return the body of a page that shows all that is no markup, as most do; else nothing."""
    head, _, body = text.partition("</head>")
    if not body:
        head, body = "", text
    css = head[head.find("<style") : head.rfind("</style")]
    if "<body" in head or "<!--" in head or _hiding(css):
        return ""
    return "" if _NOT_COMMON.search(body) else body


def text_of_markup(text: str) -> str:
    """Return what any page shows, read element by element."""
    from html.parser import HTMLParser  # only unusual layouts need it

    selectors = _hiding("".join(re.findall(_STYLES, text)))

    class Reader(HTMLParser):
        """Collects the text of elements that are shown; knows which of the open elements hide theirs."""

        def __init__(self) -> None:
            super().__init__(convert_charrefs=True)
            self.open: list[_Element] = []
            self.seen: list[str] = []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.seen.append(" ")
            if tag not in _ALONE:
                attributes = {name: value or "" for name, value in attrs}
                element = _Element(tag, _names(attributes))
                hides = self._is_hidden or _hides(tag, attributes)
                hides = hides or any(_fits(each, element, self.open) for each in selectors)
                self.open.append(element._replace(is_hidden=hides))

        def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.handle_starttag(tag, attrs)  # browsers take no notice of the slash

        def handle_endtag(self, tag: str) -> None:
            self.seen.append(" ")
            if any(each.tag == tag for each in self.open):
                while self.open.pop().tag != tag:
                    pass

        def handle_data(self, data: str) -> None:
            if not self._is_hidden:
                self.seen.append(data)

        @property
        def _is_hidden(self) -> bool:
            return bool(self.open) and self.open[-1].is_hidden

    reader = Reader()
    reader.feed(re.sub(_COMMENT, "", text))
    reader.close()
    return "".join(reader.seen)


def _hides(tag: str, attributes: dict[str, str]) -> bool:
    """Whether an element by itself does not show what it holds."""
    if tag in _NOT_SHOWN or "hidden" in attributes or "popover" in attributes:
        return True
    if tag in ("details", "dialog") and "open" not in attributes:
        return True
    return bool(_HIDDEN_BY.search(_packed(attributes.get("style", ""))))


def _names(attributes: dict[str, str]) -> frozenset[str]:
    classes = [f".{each}" for each in attributes.get("class", "").split()]
    return frozenset([*classes, f"#{attributes['id']}"] if attributes.get("id") else classes)


def _fits(selector: tuple[_Element, ...], element: _Element, within: list[_Element]) -> bool:
    """Whether an element within others is what a selector is about."""
    *outer, last = selector
    if not element.is_a(last):
        return False
    around = iter(reversed(within))
    return all(any(each.is_a(wanted) for each in around) for wanted in reversed(outer))


@lru_cache(16)
def _hiding(css: str) -> tuple[tuple[_Element, ...], ...]:
    """Return what style sheets hide, by selectors; letters of one layout have the same ones.

    Selectors of states, attributes and neighbors are left out.
    """
    found = []
    for rule in re.sub(r"<style\b[^>]*>|/\*.*?\*/", "", css, flags=re.DOTALL).split("}"):
        before, _, declarations = rule.rpartition("{")
        if not before or not _HIDDEN_BY.search(_packed(declarations)):
            continue
        for head in re.split("[{;]", before)[-1].split(","):
            matches = [re.fullmatch(_SELECTOR, each) for each in head.replace(">", " ").split()]
            elements = [_Element((each[1] or "").lower(), _split(each[2])) for each in matches if each]
            if elements and len(elements) == len(matches):
                found.append(tuple(elements))
    return tuple(found)


def _split(names: str) -> frozenset[str]:
    return frozenset(re.findall(r"[.#][\w-]+", names))


def _packed(style: str) -> str:
    return "".join(style.lower().split())


FORMAT = Format("html", "html", lay_out, visible_text, LAYOUT, short_names=("htm",))

"""Files in a compiled form: parsed beforehand, and used only if they are what it was made of.

A compiled form is text, one JSON value a line, so that its changes can be read. The hash of its files stands
in it: a program start pays for no YAML, and an edited file is never overlooked.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from imr_cli.files.bundled import Folder
    from imr_cli.files.yaml import Node


try:  # as `random` of the standard library does: `hashlib` loads the whole of OpenSSL for the same hash
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

BUILT_FROM = "built_from"

_START = b'{"name":"'


def fingerprint_of(contents: Mapping[str, bytes]) -> str:
    """One hash over names and bytes: what something was made of."""
    digest = blake2b(digest_size=32)
    for name, content in contents.items():
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


class Parsed(Mapping[str, Any]):
    """Parsed files and lists, one a line; a line becomes data when somebody asks for it.

    Each line is `{"name":"...","content":...}`.
    """

    def __init__(self, text: bytes) -> None:
        skip = len(_START)
        self._lines = {line[skip : line.index(b'"', skip)]: line for line in text.split(b"\n") if line}
        self._read: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._read:
            self._read[name] = json.loads(self._lines[name.encode()])["content"]
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return (name.decode() for name in self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def parsed_text(content: Mapping[str, Any]) -> str:
    """What `Parsed` reads, of these files and lists."""
    return "".join(
        json.dumps({"name": name, "content": node}, ensure_ascii=False, separators=(",", ":")) + "\n"
        for name, node in content.items()
    )


def compiled_form(folder: Folder, name: str, fingerprint: str) -> Parsed | None:
    """The compiled form of that name in a folder, if it was built from files with this fingerprint."""
    from imr_cli.files.bundled import content_of

    try:
        parsed = Parsed(content_of(folder, name))
    except OSError:
        return None
    return parsed if parsed.get(BUILT_FROM) == fingerprint else None


def compiled_nodes(folder: Folder, name: str) -> Mapping[str, Any]:
    """The compiled form of single files (`nodes_text`); nothing where there is none."""
    from imr_cli.files.bundled import content_of

    try:
        return Parsed(content_of(folder, name))
    except OSError:
        return {}


def node_of(compiled: Mapping[str, Any], name: str, content: bytes) -> Node | None:
    """A file as it was parsed beforehand, if it was parsed from exactly this content."""
    entry = compiled.get(name)
    if entry is None or entry[BUILT_FROM] != fingerprint_of({name: content}):
        return None
    node: Node = entry["node"]
    return node


def nodes_text(contents: Mapping[str, bytes], nodes: Mapping[str, Node]) -> str:
    """The compiled form of single files, each with the hash of its own content."""
    return parsed_text(
        {
            name: {BUILT_FROM: fingerprint_of({name: content}), "node": nodes[name]}
            for name, content in contents.items()
        }
    )

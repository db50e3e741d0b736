"""Put the data that `imr` makes of its files into the wheel, so that a read-only installation starts fast."""

from __future__ import annotations

import os
import sys
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WheelHook(BuildHookInterface[Any]):
    """Hatchling's hook: fill a cache of one's own, and take its files along as `imr_cli/derived`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files; an editable installation makes its own."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from imr_cli.files import cache
        from imr_cli.files.bundled import bundled
        from imr_cli.guideline import law, loading

        self.made = TemporaryDirectory()
        cache.FOLDER = self.made.name
        sys.dont_write_bytecode = False
        loading.load_table(bundled("guidelines"))
        law.clocks()
        for name in sorted(os.listdir(self.made.name)):
            build_data["force_include"][os.path.join(self.made.name, name)] = f"imr_cli/derived/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what the wheel now holds."""
        if version != "editable":
            self.made.cleanup()

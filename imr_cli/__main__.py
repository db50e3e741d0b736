"""The program's edge: start the command line, and give every end its exit code."""

from __future__ import annotations

import gc
import os
import sys

from imr_cli.batch.options import DONE, INTERRUPTED, OUR_FAULT, WRONG_USAGE


def main() -> None:
    """Run `imr`. Never returns; see the contract of exit codes in the help."""
    try:
        _start()
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output has gone; what is still buffered has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DONE)
    except Exception as error:  # noqa: BLE001  (the edge: nothing may pass as a traceback)
        _end(error)


def _start() -> None:
    gc.disable()  # nothing that is imported is garbage, and looking for some takes a tenth of a letter's time
    from imr_cli.cli.fast_lane import plain_run

    plain = plain_run(sys.argv[1:], os.environ)
    if plain is None:
        from imr_cli.cli.app import app
    else:
        from imr_cli.cli.commands.decide import decide
    gc.freeze()
    gc.enable()
    if plain is None:
        app()
    else:
        status = decide(*plain)
        gc.freeze()  # the process ends: all that is left goes with it
        sys.exit(status)


def _end(error: Exception) -> None:
    from imr_cli.files.bundled import DataFault
    from imr_cli.findings.render import concise

    if isinstance(error, DataFault):
        for finding in error.findings:
            print(concise(finding), file=sys.stderr)
        sys.exit(WRONG_USAGE)
    if "--debug" in sys.argv:
        raise error
    # The error's own text may quote a case, so only its kind is shown.
    print(f"imr: a fault of the program ({type(error).__name__}); --debug shows where", file=sys.stderr)
    sys.exit(OUR_FAULT)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The line to copy that tools/run prints: does it put a message on the sign it shows?

Usage: run_test.py SOURCE_FOLDER PROGRAM. Runs tools/run without a display, with PROGRAM in place of one it builds. Ends with
0, or with 1 and a sentence for each failure on stderr.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile


def script(source, program, frames):
    """tools/run, but for what installs, builds and writes into the source folder."""
    text = (source / "tools/run").read_text(encoding="utf-8")
    text = text.replace('cd "$(dirname "$(readlink -f "$0")")/.."', f'cd "{source}"')
    text = re.sub(r"(?m)^(tools/install|cmake) .*$", "", text)
    text = text.replace('"$PWD/build/run/placard"', f'"{program}"').replace("build/run/placard", str(program))
    return text.replace("$PWD/build/frames", str(frames)).replace("build/frames", str(frames))


def faults(source, program, frames, options, at):
    environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    shown = subprocess.run(["bash", "-c", script(source, program, frames), "run", *options], env=environment,
                           capture_output=True, text=True, check=False)
    line = next((line for line in shown.stdout.splitlines() if " say " in line), "")
    if shown.returncode != 0 or not line:
        yield f"tools/run ends with {shown.returncode} and prints no line to copy: {shown.stderr}"
        return
    said = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    if said.returncode != 0 or said.stderr:
        yield f"What it prints fails: {line}: {said.stderr}"
    if not (frames / "said.png").exists():
        yield f"What it prints leaves no picture: {line}"
    sign = subprocess.run([program, "describe", "--config", source / "config/venue.json", "--overrides",
                           frames / "overrides.json", "--sign", "golden-gate-a", "--at", at],
                          capture_output=True, text=True, check=False)
    texts = [item["text"] for item in json.loads(sign.stdout)["frame"]["items"]]
    if "Lunch is served" not in texts:
        yield f"The sign does not say what was said: {texts}"


def main():
    source, program = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    if not pathlib.Path("/usr/sbin/nginx").exists():
        print("Skipped: nginx is not installed.")
        return 0
    failures = []
    for options, at in [([], "2025-11-04T13:10"), (["--at", "2025-11-04T09:00"], "2025-11-04T09:10")]:
        frames = pathlib.Path(tempfile.mkdtemp())
        failures += faults(source, program, frames, options, at)
        shutil.rmtree(frames)
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

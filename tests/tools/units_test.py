#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does systemd understand every unit this repository prints or ships, without a word?

Usage: units_test.py SOURCE_FOLDER PROGRAM. Ends with 0, or with 1 and a sentence for each failure on stderr.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

UNIT_SUFFIXES = {".service", ".socket", ".timer", ".target", ".path", ".mount"}
SECTION = re.compile(r"\[(Unit|Service|Install|Timer|Socket|Path|Mount)\]$")
# What the README's unit must mean: systemd drops a line it cannot parse, and takes nearly every word for a folder.
README_SAYS = {"Type": "notify", "NotifyAccess": "main", "WatchdogSec": "30", "Restart": "always", "RestartSec": "3",
               "StateDirectory": "placard"}


def blocks(text):
    """The indented and fenced blocks of a Markdown text."""
    found, block, fenced = [], [], False
    for line in text.splitlines() + ["end"]:
        if line.lstrip().startswith("```"):
            fenced = not fenced
        elif fenced or line.startswith("    ") or (block and not line.strip()):
            block.append(line if fenced else line[4:])
            continue
        if block:
            found.append("\n".join(block).strip() + "\n")
        block = []
    return found


def is_unit(block):
    return any(SECTION.match(line) for line in block.splitlines())


def units(folder):
    """(where, suffix, text) of all units in the folder, but for what was built."""
    for path in sorted(folder.rglob("*")):
        where = path.relative_to(folder)
        if where.parts[0] in (".git", "build") or not path.is_file():
            continue
        if path.suffix in UNIT_SUFFIXES:
            yield str(where), path.suffix, path.read_text()
        elif path.suffix == ".md":
            for block in filter(is_unit, blocks(path.read_text())):
                yield str(where), ".service", block


def directives(unit):
    return dict(line.split("=", 1) for line in unit.splitlines() if re.match(r"[A-Za-z]+=", line))


def told(unit, suffix, program):
    """What systemd has to say of a unit whose program is `program`, line by line."""
    unit = re.sub(r"(?m)^(Exec\w+=[-@:+!]*)\S*/placard\b", lambda found: found[1] + str(program), unit)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / ("placard" + suffix)
        path.write_text(unit)
        run = subprocess.run(["systemd-analyze", "verify", "--man=no", str(path)], capture_output=True, text=True,
                             check=False)
        lines = (run.stdout + run.stderr).replace(folder + "/", "").splitlines()
        return lines or ([] if run.returncode == 0 else [f"systemd-analyze ends with {run.returncode}"])


def faults(folder, program):
    device = set(told("[Service]\nExecStart=/bin/true\n", ".service", program))  # of other units of this device
    found = list(units(folder))
    for where, suffix, unit in found:
        for line in told(unit, suffix, program):
            if line not in device:
                yield f"{where}: {line}"
        for name, value in directives(unit).items():
            if re.search(r"\s[#;]", value):
                yield f"{where}: {name} has a comment behind its value, which systemd takes for a part of it"
    readme = [directives(unit) for where, _, unit in found if where == "README.md"]
    for name, value in README_SAYS.items():
        if not any(unit.get(name) == value for unit in readme):
            yield f"README.md: no unit says {name}={value}"
    if not told("[Service]\nExecStart=/bin/true\nRestart=always  # why\n", ".service", program):
        yield "systemd-analyze does not see what this test is for"


def main():
    folder, program = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    if shutil.which("systemd-analyze") is None:
        print("There is no systemd-analyze here: the units were not verified.")
        return 0
    failures = list(faults(folder, program))
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

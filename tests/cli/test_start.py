"""`memcon --version` starts at once: it loads click and our own small modules, nothing heavier."""

import subprocess
import sys

PROGRAM = """
import sys
from memcon.cli import command
try:
    command(["--version"], prog_name="memcon")
except SystemExit:
    pass
print("\\n".join(sorted(sys.modules)))
"""
OURS = {"memcon", "memcon.cli", "memcon.errors", "memcon.version"}


def modules_loaded():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    return set(done.stdout.split("\n")[1:]) - {""}


def test_only_click_and_the_command_line_are_loaded():
    loaded = modules_loaded()
    assert {name for name in loaded if name.split(".")[0] == "memcon"} == OURS
    foreign = {name.split(".")[0] for name in loaded} - set(sys.stdlib_module_names) - {"memcon", "__main__"}
    installed_at_start = {name for name in foreign if name.startswith(("_", "distutils", "sitecustomize", "a1_"))}
    assert foreign - installed_at_start == {"click"}

READ = """
import sys
from memcon.cli import command
try:
    command(["read", "-", "--json"], prog_name="memcon")
except SystemExit:
    pass
print("\\n".join(sorted(sys.modules)))
"""
HEAVY = {"alembic", "ftfy", "matplotlib", "pandas", "py3langid", "pyarrow", "pypdf", "sqlalchemy", "trafilatura"}


def test_reading_a_plain_english_text_loads_nothing_for_other_texts_and_commands():
    text = "“The talks were long,” the envoy said in Oslo on Monday — and he left."
    done = subprocess.run([sys.executable, "-c", READ], input=text, capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in done.stdout.split("\n")}
    assert "spacy" in loaded
    assert not loaded & HEAVY

"""Ray and Spark on this machine: the bytes of one process, also when a worker is killed midway."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from memcon.scale import open_folder, run
from scale.archive import write_lines

DOCUMENTS = 2000
WORKERS = {"local": "multiprocessing.spawn", "ray": "ray::", "spark": "pyspark.daemon"}
PATIENCE = 600  # seconds


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, share: int) -> Path:
    return write_lines(tmp_path_factory.mktemp("archive") / "year.jsonl", DOCUMENTS // share)


@pytest.fixture(scope="module")
def alone(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The run of one process: what every engine must give."""
    out = tmp_path_factory.mktemp("alone")
    run([str(archive)], str(out), split_bytes=split_bytes(archive))
    return contents(out)


def split_bytes(archive: Path) -> int:
    return archive.stat().st_size // 12 + 1


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


def start(archive: Path, out: Path, engine: str) -> subprocess.Popen[str]:
    line = [sys.executable, "-c", "from memcon.cli import main; main()", "run", str(archive), "--out", str(out), "--engine", engine]
    line += ["--workers", "2", "--split-size", str(split_bytes(archive)), "--json"]
    return subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


def finish(process: subprocess.Popen[str]) -> dict[str, int]:
    output, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, errors[-3000:]
    return json.loads(output.strip().splitlines()[-1])


def kill_a_worker(process: subprocess.Popen[str], out: Path, engine: str) -> None:
    """Kill -9 a process that reads, as soon as one part is done."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        if len(list(out.glob("part-*.parquet"))) and (workers := readers_under(process.pid, engine)):
            os.kill(workers[-1], signal.SIGKILL)
            return
        time.sleep(0.02)
    raise AssertionError(f"no worker of {engine} was there to be killed")


def readers_under(pid: int, engine: str) -> list[int]:
    """The processes that read, not the one that starts them: Spark's daemon has its workers as children."""
    found = []
    for child in psutil.Process(pid).children(recursive=True):
        try:
            named = " ".join(child.cmdline())
            reads = WORKERS[engine] in named and (engine != "spark" or WORKERS[engine] in " ".join(child.parent().cmdline()))
        except (psutil.NoSuchProcess, AttributeError):
            continue
        if reads and (engine != "ray" or "MapWorker" in named):
            found.append(child.pid)
    return found


@pytest.mark.long
@pytest.mark.parametrize("engine", ["ray", "spark"])
def test_the_bytes_are_those_of_one_process_though_a_worker_is_killed(
    archive: Path, alone: dict[str, bytes], tmp_path: Path, engine: str, share: int
) -> None:
    process = start(archive, tmp_path, engine)
    kill_a_worker(process, tmp_path, engine)
    told = finish(process)
    assert told["documents"] == DOCUMENTS // share
    assert contents(tmp_path) == {**alone, "manifest.json": contents(tmp_path)["manifest.json"]}
    ids = [row["input_id"] for row in open_folder(str(tmp_path)).rows()]
    assert ids == [f"report-{number}" for number in range(DOCUMENTS // share)]


def test_two_processes_without_an_engine(archive: Path, alone: dict[str, bytes], tmp_path: Path) -> None:
    finish(start(archive, tmp_path, "local"))
    assert contents(tmp_path) == alone


FRAMES = {
    "ray": """
import ray
from memcon.scale.engines.ray import read_dataset
ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
dataset = ray.data.read_json(sys.argv[1], file_extensions=None)
rows = read_dataset(dataset, workers=1).take_all()
""",
    "spark": """
from pyspark.sql import SparkSession
from memcon.scale.engines.spark import read_frame
spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
rows = [row.asDict() for row in read_frame(spark.read.json(sys.argv[1])).collect()]
""",
}


@pytest.mark.parametrize("engine", FRAMES)
def test_a_frame_of_texts_becomes_a_frame_of_records(engine: str, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "few.jsonl", 6)
    script = f"import json, os, sys\nos.environ['PYSPARK_PYTHON'] = sys.executable\n{FRAMES[engine]}"
    script += "print(json.dumps(sorted([row['input_id'], row['record']] for row in rows)))"
    environment = os.environ | {"RAY_USAGE_STATS_ENABLED": "0", "SPARK_LOCAL_IP": "127.0.0.1"}
    line = [sys.executable, "-c", script, str(file)]
    done = subprocess.run(line, capture_output=True, text=True, timeout=PATIENCE, env=environment, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    expected = run([str(file)], str(tmp_path / "run")).rows()
    assert json.loads(done.stdout.strip().splitlines()[-1]) == sorted([row["input_id"], row["record"]] for row in expected)

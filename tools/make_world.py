"""Make src/memcon/web/data/world.json, the outline on which pages show where people met.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/make_world.py package

From Natural Earth (public domain) in the form of world-atlas (ISC): shapes from 1:110m, middles also of the small
states from 1:50m. Projection: Natural Earth (Patterson; polynomial of Šavrič and others 2011), cut in the Bering Strait.
Coordinates are whole units of a drawing WIDTH wide.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterator
from itertools import pairwise
from math import radians
from pathlib import Path
from typing import Any

WIDTH = 1000
SOUTHMOST = -58.0  # degrees: Antarctica is left off
ROOT = Path(__file__).parents[1]
OUT = ROOT / "src/memcon/web/data/world.json"
STATES = ROOT / "src/memcon/knowledge/data/states.csv"
MIDDLE = 11.0  # degrees east: then the edge runs through no country
X = ((0, 0.870700), (2, -0.131979), (4, -0.013791), (10, 0.003971), (12, -0.001529))  # (power of the latitude, factor)
Y = ((0, 1.007226), (2, 0.015085), (6, -0.044475), (8, 0.028874), (10, -0.005916))
UNNUMBERED = {"Kosovo": "XKX"}
# Of states in several pieces, the place that people would point at, in degrees.
POINTED_AT = {"USA": (-98, 39), "FRA": (2.5, 46.6), "NOR": (9, 61), "RUS": (60, 57), "CAN": (-100, 55), "NZL": (172, -42)}
Point = tuple[float, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path, help="the folder of world-atlas")
    folder = parser.parse_args().package
    codes = _codes()
    coarse, fine = (_shapes(json.loads((folder / f"countries-{scale}.json").read_text())) for scale in ("110m", "50m"))
    top, bottom = _projected(0, 84)[1], _projected(0, SOUTHMOST)[1]
    scale = WIDTH / (2 * _projected(MIDDLE + 179.999, 0)[0])
    height = round((top - bottom) * scale)

    def placed(point: Point) -> tuple[int, int]:
        x, y = _projected(*point)
        return round(x * scale + WIDTH / 2), round((top - y) * scale)

    paths: dict[str, str] = {}
    for number, name, rings in coarse:
        code = codes.get(number) or UNNUMBERED.get(name, name)
        if number != "010":  # Antarctica
            paths[code] = paths.get(code, "") + "".join(_path([placed(point) for point in ring]) for ring in rings)
    middles = {}
    for number, name, rings in fine:
        if (code := codes.get(number) or UNNUMBERED.get(name)) and rings:
            middles[code] = placed(POINTED_AT.get(code) or _middle(max(rings, key=lambda ring: abs(_area(ring)))))
    world = {"width": WIDTH, "height": height, "middles": dict(sorted(middles.items())), "shapes": dict(sorted(paths.items()))}
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(world, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8")


def _codes() -> dict[str, str]:
    with STATES.open(encoding="utf-8", newline="") as lines:
        return {row["numeric"].zfill(3): row["code"] for row in csv.DictReader(lines) if row["numeric"]}


def _projected(longitude: float, latitude: float) -> Point:
    east, north = radians((longitude - MIDDLE + 180) % 360 - 180), radians(latitude)
    x, y = (sum(factor * north**power for power, factor in series) for series in (X, Y))
    return east * x, north * y


def _shapes(topology: dict[str, Any]) -> Iterator[tuple[str, str, list[list[Point]]]]:
    """(ISO number, name, outer rings in degrees) of each country."""
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = {"Polygon": [shape.get("arcs")], "MultiPolygon": shape.get("arcs")}.get(shape["type"] or "", [])
        rings = [_ring(polygon[0], arcs) for polygon in polygons]
        yield shape.get("id", ""), shape["properties"]["name"], rings


def _arc(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    x = y = 0
    points = []
    for right, up in arc:
        x, y = x + right, y + up
        longitude, latitude = ((n * s + t) for n, s, t in zip((x, y), transform["scale"], transform["translate"], strict=True))
        points.append((longitude, latitude))
    return points


def _ring(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    ring: list[Point] = []
    for number in numbers:
        ring += (arcs[number] if number >= 0 else arcs[~number][::-1])[1 if ring else 0 :]
    return ring


def _path(points: list[tuple[int, int]]) -> str:
    """A closed path in relative steps; points that fall together are one. Nothing for what is smaller than a unit."""
    steps = [points[0]]
    steps += [point for before, point in pairwise(points) if point != before]
    if len(steps) < 4 or any(abs(x - a) > WIDTH / 2 for (a, _), (x, _) in pairwise(steps)):
        return ""  # no more than an island in the strait lies on the cut
    moves = "".join(f"{x - a},{y - b} " for (a, b), (x, y) in pairwise(steps))
    return f"M{steps[0][0]},{steps[0][1]}l{moves.strip()}z"


def _area(ring: list[Point]) -> float:
    return sum(a * d - b * c for (a, b), (c, d) in pairwise(ring)) / 2


def _middle(ring: list[Point]) -> Point:
    """The centre of gravity of a ring."""
    area = _area(ring) or 1e-9
    pairs = list(pairwise(ring))
    x = sum((a + c) * (a * d - b * c) for (a, b), (c, d) in pairs) / (6 * area)
    y = sum((b + d) * (a * d - b * c) for (a, b), (c, d) in pairs) / (6 * area)
    return x, y


if __name__ == "__main__":
    main()

"""Measures areas.json against the data set it is made of, with a reader of its own.

    python3 packages/geo/tools/check-areas.py world_map.gpkg

Prints for the finer and the coarser areas how far the source's vertices lie from the lines drawn,
at most, and exits 1 where that is more than what is left of the stated uncertainty (1 km is the
source's own simplification). Only the standard library is used.
"""

import json
import math
import pathlib
import sqlite3
import struct
import sys

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
DEGREE_METRES = 111_195
SOURCE_METRES = 1000


def decoded(text):
    numbers, value, shift = [], 0, 0
    for letter in text:
        digit = DIGITS.index(letter)
        value |= (digit & 31) << shift
        shift += 5
        if not digit & 32:
            numbers.append(-(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    lat = lon = 0
    points = []
    for i in range(0, len(numbers), 2):
        lat, lon = lat + numbers[i], lon + numbers[i + 1]
        points.append((lat / 1000, lon / 1000))
    return points


def rings_of(blob):
    at = 8 + (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
    rings = []

    def geometry(at):
        kind, count = struct.unpack_from("<II", blob, at + 1)
        at += 9
        for _ in range(count):
            if kind % 1000 == 6:
                at = geometry(at)
                continue
            (size,) = struct.unpack_from("<I", blob, at)
            flat = struct.unpack_from(f"<{2 * size}d", blob, at + 4)
            rings.append(list(zip(flat[1::2], flat[0::2])))
            at += 4 + 16 * size
        return at

    geometry(at)
    return rings


def metres_from(point, lines, grid):
    """To the nearest edge among those indexed in cells of half a degree around the point."""
    lat, lon = point
    narrow = math.cos(math.radians(lat))
    best = math.inf
    for di in (-1, 0, 1):
        for dj in (-1, 0, 1):
            cell = (math.floor(lat * 2) + di, math.floor(lon * 2) + dj)
            for a, b in grid.get(cell, ()):
                x, y = (lon - a[1]) * narrow, lat - a[0]
                dx, dy = (b[1] - a[1]) * narrow, b[0] - a[0]
                square = dx * dx + dy * dy
                share = 0 if square == 0 else max(0, min(1, (x * dx + y * dy) / square))
                best = min(best, math.hypot(x - share * dx, y - share * dy))
    return best * DEGREE_METRES


def gridded(lines):
    grid = {}
    for line in lines:
        for a, b in zip(line, line[1:]):
            steps = max(1, math.ceil(max(abs(b[0] - a[0]), abs(b[1] - a[1])) * 4))
            cells = {
                (
                    math.floor((a[0] + (b[0] - a[0]) * i / steps) * 2),
                    math.floor((a[1] + (b[1] - a[1]) * i / steps) * 2),
                )
                for i in range(steps + 1)
            }
            for cell in cells:
                grid.setdefault(cell, []).append((a, b))
    return grid


def main(path):
    table = json.loads(
        (pathlib.Path(__file__).parent / "../src/place/areas.json").read_text("utf-8")
    )
    drawn = {row[0].split("|")[0]: row for row in table["areas"]}
    worst, failed, counted = {}, False, 0
    query = "select iso_a2, geom from countries where iso_a2 != '-1' order by iso_a2"
    for code, blob in sqlite3.connect(path).execute(query):
        line, *texts = drawn[code]
        stated = int(line.split("|")[1])
        lines = [decoded(text) for text in texts]
        grid = gridded(lines)
        for ring in rings_of(blob):
            if code == "RU" and all(44.3 < p[0] < 46.3 and 32.3 < p[1] < 36.66 for p in ring):
                continue
            for point in ring:
                if abs(point[1]) > 179.89 or point[0] < -89.89:
                    continue
                counted += 1
                metres = metres_from(point, lines, grid)
                if metres > worst.get(stated, (0,))[0]:
                    worst[stated] = (metres, code, point)
                failed = failed or metres > stated - SOURCE_METRES
    print(f"{counted} vertices")
    for stated, (metres, code, point) in sorted(worst.items()):
        print(f"stated {stated} m: at most {metres:.0f} m from the source, {code} {point}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

"""Compressed twins unpack to their file, are the same each time, and stand only where they are smaller."""

import gzip
import random

import brotli

from gongshi.render import compressed

TEXT = "示例县种树一万二千个。\n".encode() * 100
NOISE = random.Random(1).randbytes(2000)


def test_a_text_has_two_twins_that_unpack_to_it() -> None:
    made = compressed.beside({"a/b.csv": TEXT})
    assert {path: len(data) < len(TEXT) for path, data in made.items()} == {"a/b.csv.br": True, "a/b.csv.gz": True}
    assert (brotli.decompress(made["a/b.csv.br"]), gzip.decompress(made["a/b.csv.gz"])) == (TEXT, TEXT)


def test_what_is_small_packed_or_gains_nothing_has_none() -> None:
    files = {"small.csv": TEXT[:1023], "noise.csv": NOISE, "a.png": TEXT, "a.zip": TEXT, "a.xlsx": TEXT}
    assert compressed.beside(files) == {}


def test_twins_hold_neither_name_nor_time() -> None:
    first, second = compressed.beside({"a.csv": TEXT}), compressed.beside({"b.csv": TEXT})
    assert list(first.values()) == list(second.values())
    assert first["a.csv.gz"][3:8] == bytes(5)

"""The tool's entry point: python build.py [build | check] [options]; see python build.py --help."""

from gongshi.cli import main

if __name__ == "__main__":
    main(prog_name="build.py")

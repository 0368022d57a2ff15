"""Put lines for embedding into a page of another host, in columns of several widths, and see how the charts fit."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final

from playwright.sync_api import Frame, Page

WIDTHS: Final = (320, 360, 600, 639, 640, 800, 1100)
VIEWPORT: Final = {"width": 1200, "height": 6000}
# Heights of the frame and of what stands in it, and how much smaller than its size the drawing is shown.
FIT: Final = """() => {
  const all = document.documentElement, image = document.images[0], box = image.getBoundingClientRect();
  const wide = image.currentSrc.includes('wide'), drawn = wide ? document.querySelector('source') : image;
  const size = ['width', 'height'].map(name => Number(drawn.getAttribute(name)));
  const room = document.querySelector('main').clientWidth - 32;
  const end = Math.max(...[...document.querySelectorAll('main > *')].map(one => one.getBoundingClientRect().bottom));
  return {
    across: all.scrollWidth - all.clientWidth, down: all.scrollHeight - all.clientHeight, end: end + 12,
    frame: [all.clientWidth, all.clientHeight], loaded: image.complete && image.naturalWidth > 0,
    shrunk: box.height / (size[1] * Math.min(1, room / size[0])), wide,
    ratio: box.width / box.height * size[1] / size[0],
  };
}"""
PATIENCE: Final = 200
EMPTY: Final = 0.25
SHRUNK: Final = 0.85


def host(folder: Path, name: str, line: str, widths: Iterable[int] = WIDTHS) -> str:
    """The address, below `folder`, of a new page of somebody else with the line as it is copied."""
    columns = "".join(f'<section style="width:{width}px">{line}</section>' for width in widths)
    head = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">'
    (folder / f"{name}.html").write_text(head + columns, encoding="utf-8")
    return f"{name}.html"


def misfits(page: Page, address: str, widths: Collection[int] = WIDTHS) -> Iterator[str]:
    """What is at fault with the frames of a page that `host` made."""
    page.goto(address)
    for _ in range(PATIENCE):  # frames are asked for when the page is there
        if len(page.frames) > len(widths):
            break
        page.wait_for_timeout(20)
    for width, frame in zip(widths, page.frames[1:], strict=True):
        yield from (f"{width}: {fault}" for fault in _misfit(frame, width))


def _misfit(frame: Frame, width: int) -> Iterator[str]:
    frame.wait_for_url("http://**")
    frame.wait_for_load_state()
    frame.wait_for_function("() => document.images[0].complete")
    fit = frame.evaluate(FIT)
    tall = fit["frame"][1]
    if fit["frame"][0] != width or not fit["loaded"] or fit["wide"] != (width >= 640):
        yield f"not shown as meant: {fit}"
    if fit["across"] > 0 or fit["down"] > 0 or fit["end"] > tall + 0.5:
        yield f"does not fit: {fit['across']} across, {fit['down']} down, ends at {fit['end']:.0f} of {tall}"
    if fit["end"] < tall * (1 - EMPTY):
        yield f"{tall - fit['end']:.0f} of {tall} are empty"
    if fit["shrunk"] < SHRUNK or abs(fit["ratio"] - 1) > 0.03:
        yield f"drawn at {fit['shrunk']:.2f} of its size, {fit['ratio']:.2f} as wide as it should be"

"""Tell the language of words, so that those of a document can be marked in a page of another language."""

import re
from typing import Final

from gongshi.site.parts import Quotation

HAN: Final = re.compile(
    r"(?:[0-9][0-9.,%]*)?[\u3000-\u303f\u3400-\u9fff\uff00-\uffef][\u3000-\u303f\u3400-\u9fff\uff00-\uffef0-9.,%]*"
)


def quotation(text: str) -> Quotation:
    """Words of a document with their language: traditional where simplified characters do not suffice."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return Quotation(text, "zh-Hant")
    return Quotation(text, "zh-CN")


def phrases(text: str, language: str) -> tuple[Quotation, ...]:
    """A text in pieces; in a page that is not Chinese, the Chinese ones carry their language, others none."""
    if language == "zh":
        return (Quotation(text, ""),)
    pieces: list[Quotation] = []
    position = 0
    for match in HAN.finditer(text):
        pieces += [Quotation(text[position : match.start()], ""), quotation(match[0])]
        position = match.end()
    return tuple(piece for piece in (*pieces, Quotation(text[position:], "")) if piece.text)

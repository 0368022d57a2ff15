"""Turn what the operating system refuses into words: what is wrong, what came of it, what to do."""

import errno
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from gongshi.errors import BuildError


class Cause(NamedTuple):
    """Why a file could not be read or written, and the mend, each in Chinese and English."""

    zh: str
    mend_zh: str
    en: str
    mend_en: str


_FORBIDDEN: Final = Cause(
    "没有权限",
    "请管理员放开这个位置的权限，或用 --output 换一个能写的文件夹。",
    "Permission denied",
    "Ask for the right to write there, or choose another folder with --output.",
)
_TOO_MANY: Final = Cause(
    "同时打开的文件太多",
    "关掉一些程序，再运行一次。",
    "Too many files are open",
    "Close some programs, then run it again.",
)
_IN_THE_WAY: Final = Cause(
    "路径上有一个同名的文件，不是文件夹",
    "把它移走，或用 --output 换一个文件夹。",
    "A file stands where a folder is needed",
    "Move it away, or choose another folder with --output.",
)
CAUSES: Final[Mapping[int, Cause]] = MappingProxyType(
    {
        errno.ENOSPC: Cause(
            "磁盘满了",
            "清出一些空间，再运行一次。",
            "The disk is full",
            "Free some space, then run it again.",
        ),
        errno.EDQUOT: Cause(
            "磁盘配额用完了",
            "删掉不用的文件，或请管理员增加配额，再运行一次。",
            "Your disk quota is used up",
            "Delete files you do not need or ask for a larger quota, then run it again.",
        ),
        errno.EACCES: _FORBIDDEN,
        errno.EPERM: _FORBIDDEN,
        errno.EROFS: Cause(
            "这个位置只能读，不能写",
            "用 --output 换一个能写的文件夹。",
            "This place is read-only",
            "Choose another folder with --output.",
        ),
        errno.EMFILE: _TOO_MANY,
        errno.ENFILE: _TOO_MANY,
        errno.ENAMETOOLONG: Cause(
            "文件名或路径太长",
            "用 --output 换一个名字短些的文件夹，或把编号改短。",
            "A file name or path is too long",
            "Choose a folder with a shorter name with --output, or shorten the id.",
        ),
        errno.EFBIG: Cause(
            "文件超过了系统允许的大小",
            "请管理员放宽文件大小的限制，再运行一次。",
            "A file is larger than the system allows",
            "Ask for a higher limit on the size of files, then run it again.",
        ),
        errno.EIO: Cause(
            "磁盘读写出错，可能坏了",
            "先检查磁盘，或用 --output 换一个磁盘。",
            "The disk reports a fault and may be failing",
            "Have the disk checked, or choose another one with --output.",
        ),
        errno.EBUSY: Cause(
            "它正被占用",
            "关掉占用它的程序，再运行一次；如果它是挂载点，用 --output 写里面的一个文件夹。",
            "It is in use",
            "Close the program that uses it and run it again; if it is a mount point, name a folder inside it.",
        ),
        errno.ENOENT: Cause(
            "生成期间它被移走或删除了",
            "再运行一次；生成期间不要动这些文件。",
            "It was moved or deleted during the build",
            "Run it again, and leave these files alone while it runs.",
        ),
        errno.EEXIST: _IN_THE_WAY,
        errno.ENOTDIR: _IN_THE_WAY,
        errno.ELOOP: Cause(
            "这里是一个链接，或链接绕成了圈",
            "把链接删掉，或用 --output 写真正的文件夹。",
            "A link stands here, or links lead round in a circle",
            "Delete the link, or name the real folder with --output.",
        ),
    }
)


def refused(error: OSError, where: Path) -> BuildError:
    """The words for `error`, which hindered a build into `where` before anything was published."""
    cause, place = _told(error, where)
    return BuildError(
        f"{cause.zh}：{place}。已发布的网站原样不动。{cause.mend_zh}",
        f"{cause.en}: {place}. The published site is as it was. {cause.mend_en}",
    )


def unread(error: OSError, where: Path) -> BuildError:
    """The words for `error`, which hindered a check of the publication at `where`."""
    cause, place = _told(error, where)
    return BuildError(
        f"{cause.zh}：{place}。没有核对完；弄好以后再运行一次。",
        f"{cause.en}: {place}. The check is not complete; mend this, then run it again.",
    )


def _told(error: OSError, where: Path) -> tuple[Cause, str | Path]:
    place = error.filename if isinstance(error.filename, str | Path) else where
    return CAUSES.get(error.errno or 0) or _unknown(error), place


def _unknown(error: OSError) -> Cause:
    said = error.strerror or type(error).__name__
    return Cause(
        f"系统不让读写（{said}）",
        "把这句话告诉管理员；弄好后再运行一次。",
        f"The system refuses to read or write ({said})",
        "Show this message to whoever looks after the computer, then run it again.",
    )

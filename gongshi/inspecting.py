"""Ask others about what is to be verified: ssh-keygen for its signatures, the build for its bytes."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final

from gongshi import __version__, fetching
from gongshi.errors import BuildError, Place, Problem
from gongshi.publish import lock, publish
from gongshi.record import seals, verify
from gongshi.record.seals import DROPPINGS, NAME, TWINS, Making
from gongshi.record.verify import Signatures
from gongshi.releasing import NAMESPACE

PROGRAM: Final = "ssh-keygen"
# The hidden folder of a root in which it is built again; no build reads it.
AGAIN: Final = ".gongshi-verify"
Files = Mapping[str, bytes]


def signatures(files: Files, found: verify.Verified, keys: bytes | None = None) -> Signatures:
    """The releases by their signatures; none is checked where ssh-keygen is missing.

    `keys` are those that count, as ssh-keygen reads them; None for those that the site itself names.
    """
    signed = {name: (manifest, signature) for name, manifest, signature in verify.signed(files, found.releases)}
    unsigned = tuple(one.name for one in found.releases if one.name not in signed)
    if not shutil.which(PROGRAM):
        return Signatures(unsigned=unsigned, unchecked=tuple(signed))
    keys = files.get(verify.SIGNERS, b"") if keys is None else keys
    good = tuple(name for name, (manifest, signature) in signed.items() if _good(keys, manifest, signature))
    return Signatures(good, tuple(name for name in signed if name not in good), unsigned)


def _good(keys: bytes, manifest: bytes, signature: bytes) -> bool:
    """Whether a key that is named made the signature of these bytes, for this purpose.

    ssh-keygen takes keys and signature from files only, and who verifies may own no other folder to write into than
    the temporary one.
    """
    with tempfile.TemporaryDirectory() as folder:
        allowed, signed = Path(folder, "allowed_signers"), Path(folder, "signature")
        allowed.write_bytes(keys)
        signed.write_bytes(signature)
        given = ("-f", str(allowed), "-s", str(signed), "-n", NAMESPACE)
        names = _asked(manifest, "find-principals", *given)
        whose = names.stdout.decode("utf-8", errors="replace").partition("\n")[0]
        return not names.returncode and not _asked(manifest, "verify", "-I", whose, *given).returncode


def _asked(manifest: bytes, question: str, *given: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([PROGRAM, "-Y", question, *given], input=manifest, capture_output=True, check=False)


def rebuilt(files: Files, root: Path, say: Callable[[str], None], jobs: int) -> tuple[Problem, ...]:
    """The files that come out different when the site is built again from `root` with the same program.

    Raises BuildError where its list does not say how it was made, and where it was made by another version of the
    program or with other requirements; PublicationError and BuildError as a build does.
    """
    making = seals.read(files.get(NAME, b"")).making
    if making is None:
        raise BuildError(
            f"{NAME} 没有写明用哪个版本、在哪一天生成（下载包里的就没有），不能重新生成来比较。请给出整个网站。",
            f"{NAME} does not say which version made this and on which day (that of an archive never does): "
            "it cannot be rebuilt. Name the whole site.",
        )
    _refuse_other(making)
    with _aside(root) as folder:
        compress = any(path.endswith(TWINS) for path in files)
        publish(root, folder / "site", date.fromisoformat(making.today), say, jobs, compress=compress)
        now = seals.digests(fetching.load(str(folder / "site")))
    then = seals.digests(files)
    listed = (path for path in seals.differing(then, now) if path.rpartition("/")[2] not in DROPPINGS)
    return tuple(Problem("verify-rebuilt", Place(path), path) for path in listed)


def _refuse_other(making: Making) -> None:
    made, here = f"{making.engine}, {making.lock[:12]}", f"{__version__}, {lock()[:12]}"
    if (making.engine, making.lock) != (__version__, lock()):
        raise BuildError(
            f"这个网站不是用这个版本的程序生成的（{made}；这里是 {here}），不能重新生成来比较。",
            f"This site was made by another version ({made}; here {here}) and cannot be rebuilt.",
        )


@contextmanager
def _aside(root: Path) -> Iterator[Path]:
    """A folder for a site that nobody shall see."""
    folder = root / AGAIN
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)

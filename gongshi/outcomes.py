"""Say what a release came to and what a verification found, in Chinese or English."""

from collections.abc import Iterator, Mapping
from typing import Final

from gongshi.errors import visible
from gongshi.read.history import Counts
from gongshi.record.verify import Signatures, Verified

SAME: Final = {
    "zh": "用同样的数据和程序重新生成，逐字节相同。",
    "en": "Built again from the same data by the same program, every byte is the same.",
}


def of_releasing(name: str, sha256: str, files: int, changes: Mapping[str, Counts], language: str) -> str:
    """What a release came to, table by table, and the hash that stands for all of it."""
    counted = [(path, counts.added, counts.changed, counts.gone) for path, counts in changes.items()]
    if language == "zh":
        rows = [f"  {path}：新增 {added}，改动 {changed}，撤下 {gone}" for path, added, changed, gone in counted]
        return "\n".join([f"第 {name} 期：{files} 个文件。", *rows, f"校验值 {sha256}"])
    rows = [f"  {path}: {added} added, {changed} changed, {gone} gone" for path, added, changed, gone in counted]
    return "\n".join([f"Release {name}: {files} files.", *rows, f"SHA-256 {sha256}"])


def of_verifying(found: Verified, signatures: Signatures, language: str) -> str:
    """What was verified, line by line: files, chain, signatures, withdrawals, and which release the data are."""
    return "\n".join(map(visible, (_zh if language == "zh" else _en)(found, signatures)))


def _zh(found: Verified, signatures: Signatures) -> Iterator[str]:
    yield f"清单：{found.count} 个文件。"
    if found.seal.making:
        making = found.seal.making
        yield f"由公示 {making.engine} 在 {making.today} 生成，依赖锁 {making.lock[:12]}。"
    names = " ← ".join(one.name for one in found.releases)
    yield f"发布：{names}。最近一期清单的校验值 {found.releases[-1].sha256}" if names else "还没有发布过。"
    if names:
        yield f"数据是第 {found.present} 期的。" if found.present else "数据和哪一期都不相同（预览，或发布后改过）。"
    for listed, said in (
        (signatures.good, "签名有效"),
        (signatures.unsigned, "没有签名"),
        (signatures.unchecked, "有签名，没有核对（这台机器上没有 ssh-keygen）"),
    ):
        if listed:
            yield f"{said}：第 {'、'.join(listed)} 期。"
    for note in found.withdrawn:
        yield f"{'、'.join(note.paths)}：{note.day} 由{note.decided_by}决定撤下。原因：{note.reason}"


def _en(found: Verified, signatures: Signatures) -> Iterator[str]:
    yield f"List: {found.count} {'file' if found.count == 1 else 'files'}."
    if found.seal.making:
        making = found.seal.making
        yield f"Made by Gongshi {making.engine} on {making.today}, requirements {making.lock[:12]}."
    names = " ← ".join(one.name for one in found.releases)
    yield f"Releases: {names}. SHA-256 of the latest manifest {found.releases[-1].sha256}" if names else "No releases."
    if names:
        differs = "The data are those of no release (a preview, or changed since)."
        yield f"The data are those of release {found.present}." if found.present else differs
    for listed, said in (
        (signatures.good, "Signature good"),
        (signatures.unsigned, "Not signed"),
        (signatures.unchecked, "Signed, but not checked (there is no ssh-keygen here)"),
    ):
        if listed:
            yield f"{said}: release {', '.join(listed)}."
    for note in found.withdrawn:
        yield f"{', '.join(note.paths)}: withdrawn by decision of {note.decided_by} on {note.day}. Why: {note.reason}"

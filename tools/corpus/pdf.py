# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs LibreOffice and Chromium, and takes the time of day out of what they write."""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from .html_writer import html
from .model import Report
from .odt_writer import odt

FIXED_DATE = b"20240115090000"
CHROMIUM_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-pdf-header-footer", "--disable-pdf-tagging",
    "--virtual-time-budget=2000",
)
TIMEOUT_SECONDS = 180


def libreoffice_pdf(report: Report, target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "report.fodt")
        source.write_text(odt(report), encoding="utf-8")
        run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
             "--outdir", folder, str(source)])
        settle(Path(folder, "report.pdf"), target)


def chromium_pdf(report: Report, target: Path) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source, made = Path(folder, "report.html"), Path(folder, "report.pdf")
        source.write_text(html(report), encoding="utf-8")
        run(["chromium", *CHROMIUM_FLAGS, f"--user-data-dir={folder}/profile", f"--print-to-pdf={made}", str(source)])
        dated = Path(folder, "dated.pdf")
        settle(made, dated)
        # Chromium writes several objects a glyph; packing them halves the file.
        run(["qpdf", "--object-streams=generate", "--recompress-flate", "--compression-level=9", "--deterministic-id",
             str(dated), str(target)])


def run(command: list[str]) -> None:
    if not shutil.which(command[0]):
        raise RuntimeError(f"{command[0]} is not installed: PDFs cannot be made (--text-only does without)")
    done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT_SECONDS)
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr[-500:]}")


def settle(made: Path, target: Path) -> None:
    """Copies the PDF with fixed dates and ids of the same length, so that offsets stay right."""
    if not made.exists():
        raise RuntimeError(f"{target.name} was not written")
    data = made.read_bytes()
    data = re.sub(rb"(/(?:CreationDate|ModDate) ?\(D:)\d{14}[^)]*\)", fixed_date, data)
    data = re.sub(rb"(?<=/ID \[ )<[0-9A-F]{32}>\s<[0-9A-F]{32}>", zero_digits, data)
    data = re.sub(rb"(?<=/DocChecksum /)[0-9A-F]{32}", zero_digits, data)
    target.write_bytes(data)


def fixed_date(match: re.Match) -> bytes:
    zone = match.group()[len(match[1]) + 14:]
    return match[1] + FIXED_DATE + zone


def zero_digits(match: re.Match) -> bytes:
    return re.sub(rb"[0-9A-F]", b"0", match.group())


def versions() -> dict:
    """Names and versions of the programs, for about.json."""
    made = {}
    for name, command in (("libreoffice", ["soffice", "--version"]), ("chromium", ["chromium", "--version"])):
        if shutil.which(command[0]):
            text = subprocess.run(command, capture_output=True, text=True, timeout=60).stdout
            found = re.search(r"[\d.]{5,}", text)
            made[name] = found.group() if found else text.strip()
    return made

"""Runs a program inside `.venv`, which it first makes and fills from the locked, hashed requirements. Standard library only.

python .ci/in_venv.py streamlit run app.py      installs what the app needs, and starts it
python .ci/in_venv.py pytest                    installs what the tests need too, and runs them
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
FOR_THE_APP = ("streamlit", "audit")


def main() -> int:
    if sys.version_info < (3, 11):
        print("Reflet needs Python 3.11 or newer; this is " + sys.version.split()[0])
        return 2
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    needs_tests = sys.argv[1] not in FOR_THE_APP
    install(ROOT / ("tests/requirements.txt" if needs_tests else "requirements.txt"))
    return subprocess.call([str(PYTHON), "-m", *sys.argv[1:]], cwd=ROOT)


def install(lock: Path) -> None:
    """Installs a lock file once: a mark in the environment remembers the hash of what is installed."""
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    mark = VENV / (lock.parent.name + "-" + digest[:16])
    if mark.exists():
        return
    if not PYTHON.exists():
        print("Making .venv …", flush=True)
        venv.create(VENV, with_pip=True)
    print("Installing the locked requirements (about 250 MB the first time) …", flush=True)
    subprocess.check_call(
        [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", str(lock)]
    )
    mark.touch()


if __name__ == "__main__":
    sys.exit(main())

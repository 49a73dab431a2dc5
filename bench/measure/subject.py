"""A revision of the project, copied and built, so that nothing is written into the working tree."""

import io
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
WORKING_TREE = "working tree"


@dataclass(frozen=True)
class Subject:
    revision: str
    project: Path

    @property
    def jar(self):
        return self.project / "src/target/online-store.jar"


def working_tree(work):
    """What would be committed, and what is not yet."""
    files = git("ls-files", "-z", "--cached", "--others", "--exclude-standard").decode().split("\0")
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w") as tar:
        for file in filter(None, files):
            if (PROJECT / file).exists():
                tar.add(PROJECT / file, arcname=file)
    return built(WORKING_TREE, archive.getvalue(), work / "working-tree")


def is_known(name):
    command = ["git", "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}"]
    return subprocess.run(command, cwd=PROJECT, stdout=subprocess.DEVNULL).returncode == 0


def revision(name, work):
    return built(name, git("archive", "--format=tar", name), work / "revision")


def built(name, archive, folder):
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder)
    quietly(["mvn", "-q", "-B", "package", "-Pjar", "-DskipTests"], folder)
    launcher = folder / "bin/online-store"
    if launcher.exists():
        # Neither its build nor its first run of a stack is to be measured.
        for stack in ("local", "prod"):
            quietly([launcher, "plan", stack], folder)
    return Subject(name, folder)


def git(*arguments):
    return subprocess.run(
        ["git", *arguments], cwd=PROJECT, stdout=subprocess.PIPE, check=True
    ).stdout


def quietly(command, folder, environment=None):
    """What a step of the preparation prints; where it fails, that is shown."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout

"""Projects that Pulumi's engine previews, each with a state of its own and nothing deployed."""

import os
import shutil

from measure.series import Case
from measure.subject import PROJECT, quietly

BENCH = PROJECT / "bench"
STACK = "prod"


def missing():
    """Why nothing can be previewed here; empty where it can."""
    if not shutil.which("pulumi") or "SIMULATOR_CHARTS" not in os.environ:
        return "No Pulumi with the toolchain's cluster here: previews are left out."
    return ""


def missing_typescript():
    """Why TypeScript cannot be measured here; empty where it can."""
    absent = [each for each in ("node", "npm", "pulumi-language-nodejs") if not shutil.which(each)]
    return f"No {', '.join(absent)} here: TypeScript is left out." if absent else ""


def project(folder, runtime, main=""):
    """A project with that runtime, as Pulumi.yaml says it, and no resources."""
    folder.mkdir(exist_ok=True)
    yaml = f"name: online-store\nruntime: {runtime}\n" + (f"main: {main}\n" if main else "")
    (folder / "Pulumi.yaml").write_text(yaml)
    return with_stack(folder)


def node_project(folder, main):
    """A project whose program is one of those in bench/typescript, compiled or not."""
    installed = node_modules(folder.parent)
    folder.mkdir(exist_ok=True)
    for file in installed.iterdir():
        (folder / file.name).symlink_to(file)
    return project(folder, "nodejs", main)


def node_modules(work):
    """Pulumi's SDK for TypeScript, and our programs compiled with it, once for all projects."""
    installed = work / "typescript"
    if not installed.exists():
        installed.mkdir()
        for file in (BENCH / "typescript").iterdir():
            if file.is_file():
                shutil.copy(file, installed)
        quietly(["npm", "install", "--ignore-scripts", "--no-package-lock"], installed)
        quietly(["node_modules/.bin/tsc"], installed)
    return installed


def with_stack(folder):
    """Makes the stack; one that exists keeps its stack file."""
    (folder.parent / f"{folder.name}-state").mkdir()
    quietly(["pulumi", "stack", "init", STACK], folder, environment(folder))
    return folder


def environment(folder, more=None):
    return {
        **os.environ,
        "PULUMI_BACKEND_URL": f"file://{folder.parent / f'{folder.name}-state'}",
        "PULUMI_CONFIG_PASSPHRASE": "bench",
        "PULUMI_SKIP_UPDATE_CHECK": "true",
        **(more or {}),
    }


def preview(group, way, folder, more=None, count=None, revision=""):
    command = ["pulumi", "preview", "--stack", STACK, "--non-interactive"]
    return Case(group, way, command, folder, environment(folder, more), count, revision)

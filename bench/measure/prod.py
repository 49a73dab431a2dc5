"""Previews of prod: our program, and one in TypeScript that registers the same."""

import json
import shutil

from measure.engine import STACK, node_project, preview, project, with_stack
from measure.subject import quietly

GROUP = "preview of prod"
MAVEN = "Java, Maven"

# Other ways to run the store: a name, the runtime with {jar} and {project} filled in, variables.
# The launcher stands below the project, which must look like one of Maven.
LAUNCHER = "{{name: java, options: {{use-executor: bin/online-store}}}}"
JAR = "{{name: java, options: {{binary: {jar}}}}}"
FIRST_COMPILER = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
WAYS = [
    ("Java, bin/online-store", LAUNCHER, {}),
    ("Java, jar", JAR, {}),
    ("Java, jar, first compiler", JAR, {"JDK_JAVA_OPTIONS": FIRST_COMPILER}),
]

TYPESCRIPT = [("TypeScript", "stack.ts"), ("TypeScript, compiled", "bin/stack.js")]

UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9"


def in_java(subjects, work):
    cases = []
    for subject in subjects:
        cases.append(preview(GROUP, MAVEN, with_stack(subject.project), revision=subject.revision))
        for number, (way, runtime, variables) in enumerate(WAYS):
            folder = with_stack_file(subject, work / f"{subject.project.name}-{number}")
            launcher(folder, subject)
            project(folder, runtime.format(jar=subject.jar, project=subject.project))
            cases.append(preview(GROUP, way, folder, variables, revision=subject.revision))
    return cases


def in_typescript(subject, work):
    plan = work / "planned"
    quietly(["java", "-jar", subject.jar, "plan", STACK, "--out", plan], subject.project)
    cases = []
    for way, main in TYPESCRIPT:
        folder = with_stack_file(subject, work / main.replace("/", "-"))
        cases.append(preview(GROUP, way, node_project(folder, main), {"BENCH_PLAN": str(plan)}))
    return cases


def launcher(folder, subject):
    (folder / "pom.xml").touch()
    (folder / "bin").mkdir()
    script = folder / "bin" / "online-store"
    script.write_text(f'#!/bin/sh\nexec {subject.project}/bin/online-store "$@"\n')
    script.chmod(0o755)


def with_stack_file(subject, folder):
    folder.mkdir()
    shutil.copy(subject.project / f"Pulumi.{STACK}.yaml", folder)
    return folder


def compared(java, typescript):
    """One sentence on whether both register the same."""
    first, second = resources(java), resources(typescript)
    if first.keys() != second.keys():
        return f"TypeScript registers other resources: {sorted(first.keys() ^ second.keys())}"
    different = sorted(urn for urn in first if not same(first[urn], second[urn]))
    if different:
        return f"TypeScript registers {len(different)} resources otherwise: {different}"
    return f"TypeScript registers the same {len(first)} resources."


def resources(case):
    """What a preview says of each resource, by URN."""
    printed = quietly([*case.command, "--json"], case.folder, case.environment)
    steps = json.loads(printed)["steps"]
    return {step["urn"]: step["newState"] for step in steps if "newState" in step}


def same(one, other):
    """Whether a resource in Java is that in TypeScript.

    In a preview the SDK for Java leaves out dependencies that come with unknown values.
    """
    return (
        one["type"] == other["type"]
        and one.get("parent") == other.get("parent")
        and provider(one) == provider(other)
        and needs(one) <= needs(other)
        and alike(one.get("inputs", {}), other.get("inputs", {}))
    )


def provider(resource):
    """The explicit one; the engine's own is named after the version of an SDK."""
    reference = resource.get("provider", "")
    return "" if "::default" in reference else reference


def needs(resource):
    lists = [resource.get("dependencies"), *(resource.get("propertyDependencies") or {}).values()]
    return {urn for urns in lists for urn in urns or []}


def alike(one, other):
    """What one of them does not know yet may be anything."""
    if UNKNOWN in (one, other):
        return True
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    return one == other

"""Plans, and the tests: what needs a JDK and Maven alone."""

import dataclasses
import json
import os
import shlex
import re
import shutil
from pathlib import Path

from measure.series import Case
from measure.subject import quietly

SIZES = [4, 100, 250, 500, 1000]

# How a plan is started. What a revision does not have is left out of it.
JAR = "java -jar"
LAUNCHER = "bin/online-store"
WAYS = {
    JAR: "java -jar {jar} plan {arguments}",
    "java -jar, first compiler": (
        "java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar {jar} plan {arguments}"
    ),
    LAUNCHER: "{project}/bin/online-store plan {arguments}",
    "mvn -q compile exec:java": "mvn -q -B compile exec:java '-Dexec.args=plan {arguments}'",
}


def of_stacks(subjects, work, java=None):
    return [
        case
        for stack in ("local", "prod")
        for case in of_stack(subjects, stack, f"{stack} --out {work}/plan", java)
    ]


def of_stack(subjects, stack, arguments, java):
    """By each way, and by the launcher with another Java where the home of one is given."""
    group = f"plan of {stack}"
    by_way = [
        plan(group, way, subject, arguments)
        for way in WAYS
        for subject in subjects
        if shutil.which(start(way, subject)[0])
    ]
    if not java:
        return by_way
    by_launcher = [plan(group, LAUNCHER, subject, arguments) for subject in subjects]
    return by_way + [prepared(with_java(java, case)) for case in by_launcher]


def prepared(case):
    """Its first run, which is not to be measured."""
    quietly(case.command, case.folder, case.environment)
    return case


def with_java(home, case):
    """The same with another Java, named after its release."""
    release = (Path(home) / "release").read_text()
    version = re.search(r'^JAVA_VERSION="(\d+)', release, re.MULTILINE).group(1)
    return dataclasses.replace(
        case,
        way=f"{case.way}, Java {version}",
        environment={**case.environment, "JAVA_HOME": str(home)},
    )


def by_size(subjects, work):
    """Plans of stores that are larger and larger."""
    return [
        plan("services planned", fastest(subject), subject, arguments, size)
        for size in SIZES
        for arguments in [f"local --config-file {stack_file(work, size)} --out {work}/plan"]
        for subject in subjects
    ]


def fastest(subject):
    return LAUNCHER if shutil.which(start(LAUNCHER, subject)[0]) else JAR


def verify(subjects):
    command = ["mvn", "-q", "-B", "verify", "-DskipITs"]
    return [case("tests", "mvn verify -DskipITs", command, each) for each in subjects]


def plan(group, way, subject, arguments, count=None):
    return case(group, way, start(way, subject, arguments), subject, count)


def start(way, subject, arguments=""):
    text = WAYS[way].format(jar=subject.jar, project=subject.project, arguments=arguments)
    return shlex.split(text)


def case(group, way, command, subject, count=None):
    return Case(group, way, command, subject.project, dict(os.environ), count, subject.revision)


def stack_file(work, size):
    """Each service calls the two before it. JSON is YAML."""
    services = {
        f"service-{i}": {
            "image": "registry.example.com/service:1",
            "calls": [f"service-{callee}" for callee in range(max(0, i - 2), i)],
        }
        for i in range(size)
    }
    file = work / f"Pulumi.{size}.yaml"
    file.write_text(json.dumps({"config": {"online-store:store": {"services": services}}}))
    return file

"""Plans, and the tests: what needs a JDK and Maven alone."""

import json
import os

from measure.series import Case

SIZES = [4, 100, 250, 500, 1000]

# How a plan is started: a name, and the command before "plan …" with {jar} and {project} filled in.
WAYS = [
    ("java -jar", ["java", "-jar", "{jar}"]),
    (
        "java -jar, first compiler",
        ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", "{jar}"],
    ),
    ("bin/online-store", ["{project}/bin/online-store"]),
]
MAVEN = "mvn -q compile exec:java"


def of_stacks(subjects, work):
    return [
        case(f"plan of {stack}", way, command, subject)
        for stack in ("local", "prod")
        for way in [*(name for name, _ in WAYS), MAVEN]
        for subject in subjects
        for command in commands(subject, way, ["plan", stack, "--out", str(work / "plan")])
    ]


def by_size(subjects, work):
    """Plans of stores that are larger and larger."""
    way = WAYS[0][0]
    return [
        case("services planned", way, command, subject, size)
        for size in SIZES
        for subject in subjects
        for command in commands(
            subject,
            way,
            ["plan", "local", "--config-file", stack_file(work, size), "--out", str(work / "plan")],
        )
    ]


def verify(subjects):
    command = ["mvn", "-q", "-B", "verify", "-DskipITs"]
    return [case("tests", "mvn verify -DskipITs", command, each) for each in subjects]


def case(group, way, command, subject, count=None):
    environment = dict(os.environ)
    return Case(group, way, command, subject.project, environment, count, subject.revision)


def commands(subject, way, arguments):
    """One command, or none where the revision cannot be started that way."""
    if way == MAVEN:
        yield ["mvn", "-q", "-B", "compile", "exec:java", "-Dexec.args=" + " ".join(arguments)]
        return
    start = [part.format(jar=subject.jar, project=subject.project) for part in dict(WAYS)[way]]
    if start[0] == "java" or os.path.exists(start[0]):
        yield [*start, *arguments]


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
    return str(file)

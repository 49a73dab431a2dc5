"""Previews of a program that only registers ConfigMaps: what a start and one resource more cost."""

from measure.engine import BENCH, node_project, preview, project
from measure.subject import quietly

COUNTS = [0, 300, 3000, 5000]
MAINS = [("Java, as the store runs", "AsTheStore"), ("Java, as the SDK runs", "WithTheSdk")]


def in_java(subjects, work):
    return [
        config_maps(way, folder, count, subject.revision)
        for subject in subjects
        for way, folder in [(way, java(subject, main, work)) for way, main in MAINS]
        for count in COUNTS
    ]


def java(subject, main, work):
    """A project whose program is a jar with that main class of ConfigMaps.java."""
    folder = work / f"{subject.project.name}-{main}"
    classes = folder / "classes"
    classes.mkdir(parents=True)
    source = BENCH / "java/ConfigMaps.java"
    quietly(["javac", "-cp", subject.jar, "-d", classes, source], folder)
    # Lines of a manifest end after 72 bytes; a link keeps the path short.
    (folder / "store").symlink_to(subject.jar.parent)
    manifest = folder / "manifest"
    manifest.write_text(f"Main-Class: ConfigMaps${main}\nClass-Path: store/{subject.jar.name}\n")
    quietly(["jar", "cfm", folder / "program.jar", manifest, "-C", classes, "."], folder)
    return project(folder, f"{{name: java, options: {{binary: {folder / 'program.jar'}}}}}")


def in_typescript(work):
    folder = node_project(work / "config-maps", "configmaps.ts")
    return [config_maps("TypeScript", folder, count) for count in COUNTS]


def config_maps(way, folder, count, revision=""):
    group = "ConfigMaps previewed"
    return preview(group, way, folder, {"BENCH_CONFIG_MAPS": str(count)}, count, revision)

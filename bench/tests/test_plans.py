import tempfile
import unittest
from pathlib import Path

from measure.plans import with_java
from measure.series import Case


class PlansTest(unittest.TestCase):
    def test_another_java_is_named_after_its_release_and_changes_nothing_else(self):
        with tempfile.TemporaryDirectory() as home:
            (Path(home) / "release").write_text('IMPLEMENTOR="x"\nJAVA_VERSION="25.0.3"\n')
            case = Case("plan", "bin/online-store", ["true"], Path("."), {"PATH": "/bin"}, 4, "main")

            other = with_java(home, case)

            environment = {"PATH": "/bin", "JAVA_HOME": home}
            self.assertEqual(
                Case("plan", "bin/online-store, Java 25", ["true"], Path("."), environment, 4, "main"),
                other,
            )


if __name__ == "__main__":
    unittest.main()

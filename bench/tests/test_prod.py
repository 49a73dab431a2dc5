import unittest

from measure.prod import UNKNOWN, same


def resource(**more):
    return {"type": "kubernetes:core/v1:Pod", "parent": "urn:parent", **more}


class ProdTest(unittest.TestCase):
    def test_what_one_does_not_know_yet_may_be_anything(self):
        known = resource(inputs={"list": ["a", {"b": 1}], "text": "x"})
        self.assertTrue(same(known, resource(inputs={"list": UNKNOWN, "text": "x"})))
        self.assertTrue(same(known, resource(inputs={"list": ["a", {"b": UNKNOWN}], "text": "x"})))
        self.assertFalse(same(known, resource(inputs={"list": UNKNOWN, "text": "y"})))
        self.assertFalse(same(known, resource(inputs={"list": ["a"], "text": "x"})))
        self.assertFalse(same(known, resource(inputs={"text": "x"})))

    def test_dependencies_may_be_told_with_their_property_or_without(self):
        java = resource(
            propertyDependencies={"name": ["urn:1"], "other": []}, dependencies=["urn:2"]
        )
        self.assertTrue(same(java, resource(dependencies=["urn:1", "urn:2"])))
        self.assertFalse(same(java, resource(dependencies=["urn:2"])))

    def test_the_explicit_provider_counts_and_the_parent(self):
        default = "urn:stack::providers:aws::default_6_83_0::id"
        self.assertTrue(same(resource(provider=default), resource(provider="urn::default::id")))
        self.assertFalse(same(resource(provider=default), resource(provider="urn::mine::id")))
        self.assertFalse(same(resource(), resource(parent="urn:other")))


if __name__ == "__main__":
    unittest.main()

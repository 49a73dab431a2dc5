import online_store as online

cluster = online.Cluster(
    "cluster",
    ownership={"owner": "team-shop", "cost_centre": "1234"},
    cluster={
        "eks": {"deployer": "arn:aws:iam::111122223333:role/deployer"},
        "access": {"public_from": ["203.0.113.0/24"]},
    },
)

online.Store(
    "shop",
    kubeconfig=cluster.kubeconfig,
    cluster=cluster.facts,
    mesh={"use": "existing"},
    observability={"use": "existing"},
    namespace="shop",
    services={
        "web": {
            "image": "ghcr.io/stefanprodan/podinfo:6.14.1",
            "port": 9898,
            "environment": {"KUBECONFIG_TEXT": cluster.kubeconfig},
        }
    },
)

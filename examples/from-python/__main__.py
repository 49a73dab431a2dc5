import online_store as online
import pulumi

config = pulumi.Config()
kubeconfig = config.require_secret("kubeconfig")
cluster: online.ClusterSettingsArgsDict = {"existing": {"load_balancer": False}}
podinfo = "ghcr.io/stefanprodan/podinfo:6.14.1"

platform = online.Platform(
    "platform",
    kubeconfig=kubeconfig,
    environment="dev",
    cluster=cluster,
    metrics_server={"use": "install", "kubelet_insecure_tls": True},
    grafana_admin_password=config.require_secret("grafanaPassword"),
)

shop = online.Store(
    "shop",
    kubeconfig=kubeconfig,
    environment="dev",
    namespace="shop",
    cluster=cluster,
    mesh=platform.mesh,
    observability=platform.observability,
    gateway={
        "hosts": ["shop.localhost"],
        "plain_http": True,
        "routes": [{"path": "/", "service": "web"}],
    },
    services={
        "web": {"image": podinfo, "port": 9898, "calls": ["stock"]},
        "stock": {"image": podinfo, "port": 9898},
    },
)

pulumi.export("url", shop.url)
pulumi.export("reach", shop.reach)

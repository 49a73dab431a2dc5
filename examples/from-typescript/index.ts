import * as pulumi from "@pulumi/pulumi";
import * as online from "@onlinestore/online-store";

const config = new pulumi.Config();
const kubeconfig = config.requireSecret("kubeconfig");
const cluster = { existing: { loadBalancer: false } };

const platform = new online.Platform("platform", {
    kubeconfig,
    environment: "dev",
    cluster,
    metricsServer: { use: "install", kubeletInsecureTls: true },
    grafanaAdminPassword: config.requireSecret("grafanaPassword"),
});

const shop = new online.Store("shop", {
    kubeconfig,
    environment: "dev",
    namespace: "shop",
    cluster,
    mesh: platform.mesh,
    observability: platform.observability,
    gateway: {
        hosts: ["shop.localhost"],
        plainHttp: true,
        routes: [{ path: "/", service: "web" }],
    },
    services: {
        web: { image: "ghcr.io/stefanprodan/podinfo:6.14.1", port: 9898, calls: ["stock"] },
        stock: { image: "ghcr.io/stefanprodan/podinfo:6.14.1", port: 9898 },
    },
});

export const url = shop.url;
export const reach = shop.reach;

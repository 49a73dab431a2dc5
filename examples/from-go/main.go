package main

import (
	"github.com/onlinestore/pulumi-online-store/sdk/go/onlinestore"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		settings := config.New(ctx, "")
		kubeconfig := settings.RequireSecret("kubeconfig")
		cluster := &onlinestore.ClusterSettingsArgs{
			Existing: &onlinestore.ClusterExistingArgs{LoadBalancer: pulumi.Bool(false)},
		}
		podinfo := pulumi.String("ghcr.io/stefanprodan/podinfo:6.14.1")

		platform, err := onlinestore.NewPlatform(ctx, "platform", &onlinestore.PlatformArgs{
			Kubeconfig:  kubeconfig,
			Environment: pulumi.String("dev"),
			Cluster:     cluster,
			MetricsServer: &onlinestore.MetricsServerSettingsArgs{
				Use:                pulumi.String("install"),
				KubeletInsecureTls: pulumi.Bool(true),
			},
			GrafanaAdminPassword: settings.RequireSecret("grafanaPassword"),
		})
		if err != nil {
			return err
		}

		shop, err := onlinestore.NewStore(ctx, "shop", &onlinestore.StoreArgs{
			Kubeconfig:    kubeconfig,
			Environment:   pulumi.String("dev"),
			Namespace:     pulumi.String("shop"),
			Cluster:       cluster,
			Mesh:          platform.Mesh,
			Observability: platform.Observability,
			Gateway: &onlinestore.GatewaySettingsArgs{
				Hosts:     pulumi.ToStringArray([]string{"shop.localhost"}),
				PlainHttp: pulumi.Bool(true),
				Routes: onlinestore.GatewayRouteArray{
					&onlinestore.GatewayRouteArgs{Path: pulumi.String("/"), Service: pulumi.String("web")},
				},
			},
			Services: onlinestore.ServiceMap{
				"web": &onlinestore.ServiceArgs{
					Image: podinfo,
					Port:  pulumi.Int(9898),
					Calls: pulumi.Array{pulumi.String("stock")},
				},
				"stock": &onlinestore.ServiceArgs{Image: podinfo, Port: pulumi.Int(9898)},
			},
		})
		if err != nil {
			return err
		}

		ctx.Export("url", shop.Url)
		ctx.Export("reach", shop.Reach)
		return nil
	})
}

// Registers what a plan lists (BENCH_PLAN, a folder that `plan --out` wrote): the same types, names,
// inputs, parents, providers and dependencies. It computes nothing, which favours it.
import * as fs from "node:fs";
import * as path from "node:path";
import * as pulumi from "@pulumi/pulumi";

interface Planned {
  urn: string;
  type: string;
  name: string;
  parent: string | null;
  provider: string | null;
  dependencies: string[];
  custom: boolean;
  protect: boolean;
  retainOnDelete?: boolean;
  ignoreChanges?: string[];
  aliases?: string[];
  inputs: pulumi.Inputs;
}

class Resource extends pulumi.CustomResource {}

class Provider extends pulumi.ProviderResource {}

class Component extends pulumi.ComponentResource {
  constructor(planned: Planned, options: pulumi.ComponentResourceOptions, outputs: pulumi.Inputs) {
    super(planned.type, planned.name, {}, options);
    this.registerOutputs(outputs);
  }
}

const STACK = "pulumi:pulumi:Stack";
const PROVIDER = "pulumi:providers:";

/** What a plan writes for values that only the clouds know; a text that holds one is unknown as a whole. */
const STAND_IN = /<(computed|recommended version|[\w-]+\.\w+)>/;

/** What the engine's protocol has for an unknown value. */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const read = (file: string) =>
  JSON.parse(fs.readFileSync(path.join(process.env.BENCH_PLAN!, file), "utf8"), (_, value) =>
    typeof value === "string" && STAND_IN.test(value) ? UNKNOWN : value,
  );

const stack = read("stack.json");
const planned = new Map<string, Planned>(read("resources.json").map((each: Planned) => [each.urn, each]));
const registered = new Map<string, pulumi.Resource>();

/** Registers a resource after what it needs. */
function resource(urn: string): pulumi.Resource {
  const known = registered.get(urn);
  if (known) {
    return known;
  }
  const made = register(planned.get(urn)!);
  registered.set(urn, made);
  return made;
}

function register(it: Planned): pulumi.Resource {
  const options: pulumi.CustomResourceOptions = {
    parent: it.parent && planned.get(it.parent)!.type !== STACK ? resource(it.parent) : undefined,
    provider: it.provider ? (resource(it.provider) as pulumi.ProviderResource) : undefined,
    dependsOn: it.dependencies.map(resource),
    protect: it.protect,
    retainOnDelete: it.retainOnDelete,
    ignoreChanges: it.ignoreChanges,
    aliases: it.aliases,
  };
  if (it.type.startsWith(PROVIDER)) {
    return new Provider(it.type.substring(PROVIDER.length), it.name, it.inputs, options);
  }
  return it.custom
    ? new Resource(it.type, it.name, it.inputs, options)
    : new Component(it, options, stack.componentOutputs[it.urn] ?? {});
}

planned.forEach((each, urn) => each.type !== STACK && resource(urn));

export = stack.outputs;

#!/usr/bin/env node
import { Command, InvalidArgumentError } from "commander";
import { version } from "../../package.json";
import { connectionFromEnvironment, WHAT_MAKES_AN_ACCOUNT } from "../connections/environment";
import { Calls } from "./calls";
import { ConfigFile } from "./configFile";
import { serveHttp } from "./http";
import { newServer } from "./server";
import { serveOverStdio } from "./stdio";
import { PREFIX } from "./tool";
import { readOnly, type Toolset } from "./toolset";
import { toolsets } from "./toolsets";

interface Options {
  readonly http?: true;
  readonly port?: number;
  readonly host?: string;
  readonly allowHost?: string[];
  readonly config?: string;
  readonly readOnly?: true;
  readonly tools?: string[];
}

const HELP = `
Over stdio it works on the account that the environment names: GORGIAS_DOMAIN with
GORGIAS_USERNAME and GORGIAS_API_KEY, or with GORGIAS_ACCESS_TOKEN. In place of them all,
PRISMATIC_CONNECTION_VALUE can hold a connection, as prism components:dev:run sets it.

Over HTTP the configuration file says who may use which account:
  {
    "tokens": { "<token>": ["<PCID>"] },
    "connections": { "<PCID>": { "domain": "acme", "username": "…", "apiKey": "…" } }
  }`;

const program = new Command("gorgias-mcp")
  .description("Serves the customers of a Gorgias helpdesk to AI agents (Model Context Protocol).")
  .version(version)
  .option("--http", "serve over HTTP instead of stdio")
  .option("--port <number>", "port for HTTP; 0 picks a free one (default: 8080)", toPort)
  .option("--host <address>", "address for HTTP to listen on (default: 127.0.0.1)")
  .option("--allow-host <names>", "further names that HTTP requests may be addressed to", toList)
  .option("--config <file>", "configuration file for HTTP")
  .option("--read-only", "offer no tool that changes anything")
  .option("--tools <names>", "offer these tools alone, with commas between them", toList)
  .addHelpText("after", HELP)
  .action((options: Options) => start(options));

program.parseAsync().catch((error: unknown) => {
  log(`gorgias-mcp: ${error instanceof Error ? error.message : "failed"}`);
  process.exitCode = 1;
});

async function start(options: Options): Promise<void> {
  const offered = offeredTools(options);
  if (!options.http) {
    const only = ["port", "host", "allowHost", "config"] as const;
    if (only.some((name) => options[name] !== undefined)) {
      throw new Error("--port, --host, --allow-host and --config go with --http.");
    }
    return serveStdio(offered);
  }
  if (!options.config) {
    throw new Error("--http needs --config FILE, which says who may use which account.");
  }
  const file = await ConfigFile.open(options.config, log);
  const listening = await serveHttp({
    toolsets: offered,
    log,
    audit: (entry) => log(JSON.stringify(entry)),
    config: () => file.current(),
    port: options.port ?? 8080,
    ...(options.host && { host: options.host }),
    ...(options.allowHost && { allowedHosts: options.allowHost }),
  });
  process.stdout.write(`Listening on ${listening.url}\n`);
  let isEnding = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (isEnding) {
        process.exit(1);
      }
      isEnding = true;
      void listening.close();
    });
  }
}

/** Serves the one account that the environment names. */
function serveStdio([toolset]: readonly Toolset[]): void {
  const connection = connectionFromEnvironment(process.env);
  if (!connection) {
    throw new Error(`The environment names no Gorgias account. ${WHAT_MAKES_AN_ACCOUNT}`);
  }
  if (!toolset) {
    throw new Error("There is nothing to serve.");
  }
  const calls = new Calls();
  const served = {
    toolset,
    connectionOf: () => ({ open: async () => ({ connection }) }),
    calls,
    log,
  };
  serveOverStdio(() => newServer(served), calls);
}

function offeredTools(options: Options): readonly Toolset[] {
  const { tools: names } = options;
  const named = names ? toolsets.map((one) => withTools(one, names)) : toolsets;
  const offered = options.readOnly ? named.map(readOnly) : named;
  if (offered.every(({ tools }) => tools.length === 0)) {
    throw new Error("--read-only and --tools together: no tool is left.");
  }
  return offered;
}

function withTools(toolset: Toolset, names: readonly string[]): Toolset {
  const wanted = names.map((name) => (name.startsWith(PREFIX) ? name : PREFIX + name));
  const { tools } = toolset;
  const unknown = wanted.find((name) => !tools.some((one) => one.name === name));
  if (unknown !== undefined) {
    throw new Error(
      `--tools: there is no tool ${unknown}. There are: ${tools.map(({ name }) => name).join(", ")}.`,
    );
  }
  return { ...toolset, tools: tools.filter(({ name }) => wanted.includes(name)) };
}

function toPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new InvalidArgumentError("Expected a number from 0 to 65535.");
  }
  return port;
}

function toList(text: string): string[] {
  return text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
}

function log(line: string): void {
  process.stderr.write(`${line}\n`);
}

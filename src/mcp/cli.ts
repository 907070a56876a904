#!/usr/bin/env node
import { Command, InvalidArgumentError } from "commander";
import { version } from "../../package.json";
import { connectionFromEnvironment, WHAT_MAKES_AN_ACCOUNT } from "../connections/environment";
import { ConfigFile } from "./access/configFile";
import { Calls } from "./serving/calls";
import { serveHttp } from "./serving/http";
import { newServer } from "./serving/server";
import { serveOverStdio } from "./serving/stdio";
import { type Toolset, together } from "./tools/toolset";
import { toolsetNames, toolsetsFor } from "./toolsets";

interface Options {
  readonly http?: true;
  readonly port?: number;
  readonly host?: string;
  readonly allowHost?: string[];
  readonly config?: string;
  readonly readOnly?: true;
  readonly tools?: string[];
  readonly toolsets?: string[];
  /** False for --no-prefix; true where neither is given. */
  readonly prefix?: string | boolean;
}

const HELP = `
Over stdio it works on the account that the environment names: GORGIAS_DOMAIN with
GORGIAS_USERNAME and GORGIAS_API_KEY, or with GORGIAS_ACCESS_TOKEN. In place of them all,
PRISMATIC_CONNECTION_VALUE can hold a connection, as prism components:dev:run sets it.

Toolsets: ${toolsetNames.join(", ")}. Over stdio customers is served unless
others are named; what two of them have is offered once, by the first. Over HTTP all are served,
each at its own path.

Over HTTP the configuration file says who may use which account. It is read again when it changes:
  {
    "tokens": {
      "<token>": ["<PCID>"],
      "<token>": { "connections": "*", "name": "…", "toolsets": ["tickets"], "readOnly": true }
    },
    "connections": {
      "<PCID>": { "domain": "acme", "username": "…", "apiKey": "…" },
      "<PCID>": { "domain": "…", "accessToken": "…" },
      "<PCID>": { "domain": "…", "clientId": "…", "clientSecret": "…", "refreshToken": "…" }
    }
  }

docs/mcp.md has settings for the common hosts.`;

const program = new Command("gorgias-mcp")
  .description("Serves a Gorgias helpdesk to AI agents (Model Context Protocol).")
  .version(version)
  .option("--http", "serve over HTTP instead of stdio")
  .option("--port <number>", "port for HTTP; 0 picks a free one (default: 8080)", toPort)
  .option("--host <address>", "address for HTTP to listen on (default: 127.0.0.1)")
  .option("--allow-host <names>", "further names that HTTP requests may be addressed to", toList)
  .option("--config <file>", "configuration file for HTTP")
  .option("--read-only", "offer no tool that changes anything")
  .option("--toolsets <names>", "serve these toolsets, with commas between them", toList)
  .option("--prefix <name>", "put this in front of every tool's name", toPrefix)
  .option("--no-prefix", "put nothing in front of the tools' names")
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
function serveStdio(offered: readonly Toolset[]): void {
  const connection = connectionFromEnvironment(process.env);
  if (!connection) {
    throw new Error(`The environment names no Gorgias account. ${WHAT_MAKES_AN_ACCOUNT}`);
  }
  const toolset = together(offered);
  const calls = new Calls();
  const served = {
    toolset,
    connectionOf: () => ({ open: async () => ({ connection }) }),
    calls,
    log,
  };
  serveOverStdio(() => newServer(served), calls);
}

function offeredTools({ toolsets, http, prefix, ...others }: Options): readonly Toolset[] {
  return toolsetsFor({
    ...others,
    toolsets: toolsets ?? (http ? undefined : ["customers"]),
    prefix: prefix === false ? "" : prefix === true ? undefined : prefix,
  });
}

function toPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new InvalidArgumentError("Expected a number from 0 to 65535.");
  }
  return port;
}

/** As it stands in front of a name; an empty one is none. */
function toPrefix(text: string): string {
  return text === "" || /[_-]$/.test(text) ? text : `${text}_`;
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

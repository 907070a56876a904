import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { z } from "zod";
import { configOf } from "../../src/mcp/access/config";
import { toolsets } from "../../src/mcp/toolsets";
import packageOfClients from "../clients/package.json";
import { serverPath } from "../support/bundle";
import { blocksOf, textOf } from "./commands";

const PAGE = "docs/mcp.md";

/** Where the page says that a reader has cloned the repository to. */
const CLONE = "/path/to/gorgias-connector";

const program = z.object({
  command: z.literal("node"),
  args: z.array(z.string()),
  env: z.record(z.string(), z.string()),
});

/** Under which key hosts look for a server. */
const KEYS = ["mcpServers", "servers", "context_servers"];

const settings: readonly Readonly<Record<string, unknown>>[] = blocksOf(PAGE)
  .filter(({ language }) => language === "json")
  .map(({ text }) => JSON.parse(text));

/** What hosts start over stdio. */
const started = settings.flatMap((one) =>
  KEYS.flatMap((key) => {
    const { data } = z.object({ gorgias: program }).safeParse(one[key]);
    return data ? [{ key, server: data.gorgias }] : [];
  }),
);

it("three kinds of JSON settings start the server over stdio", () => {
  expect(started.map(({ key }) => key)).toEqual(KEYS);
});

it.each(started)(
  "the settings under $key start a server that lists its tools",
  async ({ server }) => {
    const { args, env } = server;
    const client = new Client({ name: "reader", version: "1" });
    const own = args.map((arg) => arg.replace(`${CLONE}/build/mcp.js`, serverPath()));
    await client.connect(new StdioClientTransport({ command: process.execPath, args: own, env }));
    const { tools } = await client.listTools();
    await client.close();
    expect(tools.map(({ name }) => name)).toContain("gorgias_tickets_ticket_thread");
    expect(tools.map(({ name }) => name)).not.toContain("gorgias_tickets_delete_ticket");
  },
);

it.each(["toml", "text"])("settings in %s start it in the same way", (language) => {
  const wanted = started[0]?.server;
  const own = blocksOf(PAGE).filter((one) => one.language === language && one.text.includes(CLONE));
  expect(own).toHaveLength(1);
  for (const word of [
    wanted?.command,
    ...(wanted?.args ?? []),
    ...Object.keys(wanted?.env ?? {}),
  ]) {
    expect(own[0]?.text).toContain(word);
  }
});

it("every address of the server is one that it serves", () => {
  const paths = toolsets.map((one) => one.path);
  const named = [...textOf(PAGE).matchAll(/http:\/\/127\.0\.0\.1:8080(\/[\w-]+)/g)];
  expect(named.length).toBeGreaterThan(5);
  for (const [, at = ""] of named) {
    expect(paths).toContain(at);
  }
});

it("the server refuses the page's example tokens, and takes the rest of the configuration", () => {
  const config = settings.find((one) => "tokens" in one) ?? {};
  expect(() => configOf(config)).toThrow(/^tokens\.<token 1>: this is a placeholder/);
  const [first, second] = Object.values(config.tokens ?? {});
  const tokens = { "t0ken-of-a-reader-for-1": first, "t0ken-of-a-reader-for-2": second };
  expect([...configOf({ ...config, tokens }).connections.keys()]).toEqual(["acme", "shop", "club"]);
});

it.each(toolsets)("all tools of $name are listed", ({ name, plan }) => {
  const lines = textOf(PAGE).split("\n");
  const listing = lines.filter((line) =>
    name === "all" ? /^- `\w+`, with/.test(line) : line.startsWith(`- \`${name}\`, with`),
  );
  const missing = plan.entries.filter((one) => !listing.join().includes(`\`${one.name}\``));
  expect(missing.map((one) => one.name)).toEqual([]);
});

it("the version of the conformance suite is the one that CI plays", () => {
  const version = packageOfClients.dependencies["@modelcontextprotocol/conformance"];
  expect(textOf(PAGE)).toContain(`version ${version}:`);
});

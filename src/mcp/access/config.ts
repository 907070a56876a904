import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Connection } from "@prismatic-io/spectral";
import { z } from "zod";
import { accountLabel } from "../../client/address";
import { isObject, type JsonObject } from "../../client/json";
import { connectionFrom } from "../../connections/environment";
import { faultIn } from "../../fields/jsonText";
import { fileFault } from "../../fileFault";
import { type Grant, grantOf, tokenFault, tokenShape } from "./configTokens";
import { renewable } from "./oauth";
import { pcidFault } from "./pcid";

/** Who may use which Gorgias connection. */
export interface Config {
  /** Connections by PCID. */
  readonly connections: ReadonlyMap<string, Configured>;
  /** What each bearer token may do. */
  readonly tokens: ReadonlyMap<string, Grant>;
  /** The file that keeps renewed tokens of OAuth connections; undefined to keep none. */
  readonly tokenFile?: string | undefined;
}

/** A connection to Gorgias. */
export interface Configured {
  readonly connection: Connection;
  /** What tells it from others: its address, and what the configuration says about it. */
  readonly about: string;
}

const filledIn = z.string().trim().min(1, "is empty.");

const domain = z.string().superRefine((value, context) => {
  try {
    accountLabel(value);
  } catch {
    context.addIssue({
      code: "custom",
      message: "expected a Gorgias account's name, such as acme or acme.gorgias.com.",
    });
  }
});

const common = { domain, name: filledIn.max(200, "is longer than 200.").optional() };
const withApiKey = z.strictObject({ ...common, username: filledIn, apiKey: filledIn });
const withToken = z.strictObject({ ...common, accessToken: filledIn });
const withRefreshToken = z.strictObject({
  ...common,
  clientId: filledIn,
  clientSecret: filledIn,
  refreshToken: filledIn,
  accessToken: filledIn.optional(),
});

/** What a connection with an API key does not have. */
const OTHER_SECRETS = ["accessToken", "refreshToken", "clientId", "clientSecret"];

const shape = z.strictObject({
  tokens: z.record(z.string(), tokenShape),
  connections: z.record(z.string().min(1), z.unknown()),
  tokenFile: filledIn.optional(),
});

/**
 * Reads the configuration file.
 *
 * @throws Error that names each fault by its path, and quotes nothing of what is secret
 */
export async function readConfig(file: string): Promise<Config> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file} cannot be read: ${fileFault(error)}.`);
  });
  const value = parsed(text, file);
  try {
    const { tokenFile = `${path.basename(file)}.tokens.json`, ...config } = configOf(value);
    return { ...config, tokenFile: path.resolve(path.dirname(file), tokenFile) };
  } catch (error) {
    throw new Error(`${file}\n${error instanceof Error ? error.message : ""}`);
  }
}

/** @throws Error that names each fault by its path */
export function configOf(value: unknown): Config {
  const names = tokenNames(value);
  checkKeys(value, names);
  const { data, error } = shape.safeParse(value);
  if (!data) {
    throw faults(error, names);
  }
  const connections = new Map(
    Object.entries(data.connections).map(([pcid, one]) => [pcid, connectionAt(pcid, one)]),
  );
  if (connections.size === 0) {
    throw new Error("connections: name at least one, or nobody can call.");
  }
  const tokens = new Map(
    Object.entries(data.tokens).map(([token, given]) => {
      const where = `tokens.${names.get(token)}`;
      const fault = tokenFault(token);
      if (fault !== undefined) {
        throw new Error(`${where}: ${fault}`);
      }
      try {
        return [token, grantOf(given, token, [...connections.keys()])] as const;
      } catch (error) {
        throw new Error(`${where}${error instanceof Error ? error.message : ""}`);
      }
    }),
  );
  if (tokens.size === 0) {
    throw new Error("tokens: name at least one, or nobody can call.");
  }
  checkAuditNames(tokens, names);
  return { connections, tokens, tokenFile: data.tokenFile };
}

/** JavaScript takes this name for something else, and with it what stands there would be lost. */
const TAKEN = "__proto__";

function checkKeys(value: unknown, names: ReadonlyMap<string, string>, where = ""): void {
  for (const [name, inside] of isObject(value) ? Object.entries(value) : []) {
    const told = where === "tokens" ? (names.get(name) ?? name) : name;
    const at = `${where}${where && "."}${told}`;
    if (name === TAKEN) {
      throw new Error(`${at}: nothing can be called ${TAKEN}. Give it another name.`);
    }
    checkKeys(inside, names, at);
  }
}

/** An audit in which two tokens are called the same does not say who called. */
function checkAuditNames(
  tokens: ReadonlyMap<string, Grant>,
  names: ReadonlyMap<string, string>,
): void {
  const owners = new Map<string, string | undefined>();
  for (const [token, { name }] of tokens) {
    const place = names.get(token);
    if (owners.has(name)) {
      throw new Error(
        `tokens.${place}.name: ${owners.get(name)} is called ${JSON.stringify(name)} already. Give each its own name.`,
      );
    }
    owners.set(name, place);
  }
}

/** The message of V8 quotes the text, and with it what is secret. */
function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { line, column } = faultIn(text);
    throw new Error(`${file} is not valid JSON: look at line ${line}, column ${column}.`);
  }
}

function connectionAt(pcid: string, value: unknown): Configured {
  const where = ["connections", pcid];
  const fault = pcidFault(pcid);
  if (fault !== undefined) {
    throw new Error(`${where.join(".")}: ${fault}`);
  }
  const given = isObject(value) ? value : {};
  const isByKey = "apiKey" in given || "username" in given;
  if (isByKey && OTHER_SECRETS.some((name) => name in given)) {
    throw new Error(
      `${where.join(".")}: give either apiKey with username, or accessToken, or refreshToken with clientId and clientSecret.`,
    );
  }
  const { data, error } = shapeOf(given).safeParse(value);
  if (!data) {
    throw faults(error, new Map(), where);
  }
  const { name, ...credentials } = data;
  const host = `${accountLabel(data.domain)}.gorgias.com`;
  return {
    connection:
      "refreshToken" in credentials ? renewable(credentials) : connectionFrom(credentials),
    about: name === undefined ? host : `${host}, ${oneLine(name)}`,
  };
}

/** Which kind of connection it is meant to be. */
function shapeOf(given: JsonObject) {
  if ("refreshToken" in given || "clientId" in given) {
    return withRefreshToken;
  }
  return "accessToken" in given ? withToken : withApiKey;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

/** Tokens are secret, so they are told apart by their place. */
function tokenNames(value: unknown): ReadonlyMap<string, string> {
  const tokens = isObject(value) && isObject(value.tokens) ? value.tokens : {};
  return new Map(Object.keys(tokens).map((token, index) => [token, `<token ${index + 1}>`]));
}

function faults(
  { issues }: z.ZodError,
  names: ReadonlyMap<string, string>,
  within: readonly string[] = [],
): Error {
  return new Error(
    issues
      .map(({ path, message }) => {
        const where = [...within, ...path].reduce<string>((before, part) => {
          const name = before === "tokens" ? (names.get(String(part)) ?? part) : part;
          return typeof name === "number"
            ? `${before}[${name}]`
            : `${before}${before && "."}${String(name)}`;
        }, "");
        return `${where || "the file"}: ${message}`;
      })
      .join("\n"),
  );
}

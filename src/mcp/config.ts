import { readFile } from "node:fs/promises";
import type { Connection } from "@prismatic-io/spectral";
import { z } from "zod";
import { accountLabel } from "../client/address";
import { isObject } from "../client/json";
import { connectionFrom } from "../connections/environment";
import { faultIn } from "../fields/jsonText";
import { fileFault } from "../fileFault";

/** Who may use which Gorgias connection. */
export interface Config {
  /** Connections by PCID. */
  readonly connections: ReadonlyMap<string, Connection>;
  /** By bearer token: the PCIDs that it may use, or all. */
  readonly tokens: ReadonlyMap<string, Grant>;
}

/** The PCIDs that a token may use, or all. */
export type Grant = ReadonlySet<string> | "*";

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

const withApiKey = z.strictObject({ domain, username: filledIn, apiKey: filledIn });
const withToken = z.strictObject({ domain, accessToken: filledIn });

const shape = z.strictObject({
  tokens: z.record(z.string(), z.union([z.literal("*"), z.array(z.string())])),
  connections: z.record(z.string().min(1), z.unknown()),
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
    return configOf(value);
  } catch (error) {
    throw new Error(`${file}\n${error instanceof Error ? error.message : ""}`);
  }
}

/** @throws Error that names each fault by its path */
export function configOf(value: unknown): Config {
  const { data, error } = shape.safeParse(value);
  if (!data) {
    throw faults(error, tokenNames(value));
  }
  const connections = new Map(
    Object.entries(data.connections).map(([pcid, one]) => [pcid, connectionAt(pcid, one)]),
  );
  const names = tokenNames(value);
  const tokens = new Map(
    Object.entries(data.tokens).map(([token, pcids]) => {
      if (!/^[\x21-\x7e]+$/.test(token)) {
        throw new Error(`tokens.${names.get(token)}: a token has letters, digits and signs only.`);
      }
      const unknown = pcids === "*" ? -1 : pcids.findIndex((pcid) => !connections.has(pcid));
      if (unknown >= 0) {
        throw new Error(
          `tokens.${names.get(token)}[${unknown}]: there is no connection ${JSON.stringify(pcids[unknown])}.`,
        );
      }
      return [token, pcids === "*" ? pcids : new Set(pcids)] as const;
    }),
  );
  if (tokens.size === 0) {
    throw new Error("tokens: name at least one, or nobody can call.");
  }
  return { connections, tokens };
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

function connectionAt(pcid: string, value: unknown): Connection {
  const hasToken = typeof value === "object" && value !== null && "accessToken" in value;
  const { data, error } = (hasToken ? withToken : withApiKey).safeParse(value);
  if (!data) {
    throw faults(error, new Map(), ["connections", pcid]);
  }
  return connectionFrom(data);
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

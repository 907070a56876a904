import { createHash } from "node:crypto";
import { z } from "zod";
import { toolsets } from "../toolsets";

/** What whoever holds a token may do. */
export interface Grant {
  /** What the audit calls it. The token itself is secret. */
  readonly name: string;
  /** The connections that it opens, at least one. */
  readonly pcids: readonly string[];
  /** The names of the toolsets that it opens; undefined for all. */
  readonly toolsets: readonly string[] | undefined;
  /** Whether it opens no tool that changes something. */
  readonly readOnly: boolean;
}

/** The fewest characters of a token: fewer can be guessed. */
const SHORTEST = 20;

/** A token made by chance has more different characters than that. */
const FEWEST_DIFFERENT = 8;

/** Signs and words, between separators, that tell an example of a token from one. */
const TEMPLATE = /^<.*>$|\$\{|\{\{|…|\.{3}/;
const EXAMPLE =
  /-(?:change-?(?:me|this|it)|replace(?:-?me)?|placeholder|example|sample|dummy|todo|fixme|insert|fill-?in|yours?|x{3,})-/;

/** Words that say what a token is. One that has no others can be guessed. */
const FILLERS = new Set(
  `a access an and api auth bearer default demo dev for gorgias here is key local long mcp me my new of our pass
  password prod production put random real safe secret secure server set some string strong super test testing the this
  to token tokens us user value very`.split(/\s+/),
);

/** A number that is short enough to be guessed. */
const SHORT_NUMBER = /^\d{1,8}$/;

/** The largest part of a token's characters that may follow the one before, as in abc or 321. */
const MOST_STEPS = 0.5;

const connections = z.union([z.literal("*"), z.array(z.string()).min(1, "name at least one.")]);

/** A token in the configuration: its connections alone, or all that can be said of it. */
export const tokenShape = z.union(
  [
    connections,
    z.strictObject({
      name: z.string().trim().min(1, "is empty.").max(100, "is longer than 100.").optional(),
      connections,
      toolsets: z.array(z.string()).min(1, "name at least one, or leave it out.").optional(),
      readOnly: z.boolean().optional(),
    }),
  ],
  {
    error:
      'expected "*", a list of connections, or { "connections": …, "name": …, "toolsets": […], "readOnly": true }.',
  },
);

/**
 * What is wrong with a token itself. It is not quoted.
 *
 * @returns a sentence that reads on from where it stands; undefined where there is nothing wrong
 */
export function tokenFault(token: string): string | undefined {
  if (isPlaceholder(token)) {
    return "this is a placeholder. Make up a long, random token.";
  }
  if (!/^[\x21-\x7e]+$/.test(token)) {
    return "a token has letters, digits and signs only.";
  }
  if (token.length < SHORTEST) {
    return `a token has at least ${SHORTEST} characters. Make up a long, random one.`;
  }
  return new Set(token).size < FEWEST_DIFFERENT
    ? "a token is not made of a few characters over and over. Make up a random one."
    : undefined;
}

function isPlaceholder(token: string): boolean {
  const words = token.split(/[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])/).map((one) => one.toLowerCase());
  const parts = token.toLowerCase().split(/[^a-z0-9]+/);
  const steps = [...token].filter(
    (sign, index) => Math.abs(sign.charCodeAt(0) - token.charCodeAt(index - 1)) === 1,
  );
  return (
    TEMPLATE.test(token) ||
    EXAMPLE.test(`-${parts.join("-")}-`) ||
    words.every((word) => word === "" || FILLERS.has(word) || SHORT_NUMBER.test(word)) ||
    steps.length > token.length * MOST_STEPS
  );
}

/** What a token is known by, in place of itself. */
export function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** The characters of a token's hash that name it. */
const SHORT_HASH = 8;

/**
 * Reads what a token may do. One without a name is named by its hash, so that another token in the
 * file does not change its name.
 *
 * @param pcids all connections that there are
 * @throws Error that reads on from the token's place, with the path inside it
 */
export function grantOf(
  given: z.infer<typeof tokenShape>,
  token: string,
  pcids: readonly string[],
): Grant {
  const isShort = given === "*" || Array.isArray(given);
  const {
    name,
    toolsets: named,
    readOnly = false,
    ...rest
  } = isShort ? { connections: given } : given;
  const within = isShort ? "" : ".connections";
  const wanted = rest.connections === "*" ? pcids : rest.connections;
  checkNames(wanted, pcids, within, "connection");
  checkNames(
    named ?? [],
    toolsets.map((one) => one.name),
    ".toolsets",
    "toolset",
  );
  return {
    name: name ?? `token ${hashOf(token).toString("hex").slice(0, SHORT_HASH)}`,
    pcids: [...new Set(wanted)],
    toolsets: named,
    readOnly,
  };
}

function checkNames(
  given: readonly string[],
  known: readonly string[],
  within: string,
  kind: string,
): void {
  const unknown = given.findIndex((one) => !known.includes(one));
  if (unknown >= 0) {
    throw new Error(
      `${within}[${unknown}]: there is no ${kind} ${JSON.stringify(given[unknown])}.`,
    );
  }
}

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

/** Words that tell an example of a token from one. */
const PLACEHOLDER =
  /[<>…]|change.?(?:me|this|it)|replace|placeholder|example|insert|fill.?in|your.{0,20}(?:token|secret|key)|x{5}|\.{3}/i;

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
  if (PLACEHOLDER.test(token)) {
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

/**
 * Reads what a token may do.
 *
 * @param place its place in the file, from 1
 * @param pcids all connections that there are
 * @throws Error that reads on from the token's place, with the path inside it
 */
export function grantOf(
  given: z.infer<typeof tokenShape>,
  place: number,
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
    name: name ?? `token ${place}`,
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

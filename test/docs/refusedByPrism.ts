import { readFileSync } from "node:fs";
import path from "node:path";
import { type ParseArgsConfig, parseArgs } from "node:util";

interface Flag {
  readonly type: "boolean" | "option";
  readonly char?: string;
  readonly allowNo?: boolean;
  readonly required?: boolean;
}

interface Command {
  readonly flags: Readonly<Record<string, Flag>>;
  readonly args: Readonly<Record<string, { readonly required?: boolean }>>;
  /** False where a command takes any number of arguments. */
  readonly strict?: boolean;
}

/** What the platform's tool knows, as it says itself. */
const prism: { readonly commands: Readonly<Record<string, Command>> } = JSON.parse(
  readFileSync(
    path.join(__dirname, "../../node_modules/@prismatic-io/prism/oclif.manifest.json"),
    "utf8",
  ),
);

/**
 * What the platform's tool would refuse in a command: flags, short ones included, and arguments that
 * it does not know, and those that it misses.
 *
 * @param command the command's name, such as `components:publish`
 * @param rest what stands behind it; undefined where a sentence only speaks of the command
 */
export function refusedByPrism(command: string, rest?: string): string[] {
  const known = prism.commands[command];
  if (known === undefined) return [`There is no prism ${command}.`];
  if (rest === undefined) return [];
  const { flags, args, strict = true } = known;
  const words = [...rest.matchAll(/"[^"]*"|'[^']*'|<[^>]*>|\S+/g)].map(([word]) => word);
  try {
    const { values, positionals } = parseArgs({
      args: words,
      options: optionsOf(flags),
      allowPositionals: true,
    });
    const needed = Object.keys(args).filter((name) => args[name]?.required);
    return [
      ...Object.keys(flags).filter((name) => flags[name]?.required && !(name in values)),
      ...needed.slice(positionals.length),
    ]
      .map((name) => `${name} is missing.`)
      .concat(strict ? positionals.slice(Object.keys(args).length) : []);
  } catch (error) {
    return [String(error)];
  }
}

function optionsOf(flags: Command["flags"]): NonNullable<ParseArgsConfig["options"]> {
  return Object.fromEntries(
    Object.entries(flags).flatMap(([name, { type, char, allowNo }]) => [
      [
        name,
        { type: type === "boolean" ? "boolean" : "string", ...(char && { short: char }) } as const,
      ],
      ...(allowNo ? [[`no-${name}`, { type: "boolean" }] as const] : []),
    ]),
  );
}

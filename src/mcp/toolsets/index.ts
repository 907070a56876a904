import { only, readOnly, type Toolset, toolsetOf } from "../tools/toolset";
import { plans } from "./plans";

/** Every toolset, in the order in which they are told of. */
export const toolsets: readonly Toolset[] = plans.map(toolsetOf);

/** What the toolsets are called. */
export const toolsetNames: readonly string[] = plans.map(({ name }) => name);

/** What to offer. */
export interface Wanted {
  /** The toolsets, by name. @defaultValue all of them */
  readonly toolsets?: readonly string[] | undefined;
  /** What goes in front of every name; empty for nothing. @defaultValue each toolset has its own */
  readonly prefix?: string | undefined;
  /** These tools alone, by their names with what goes in front of them or without it. */
  readonly tools?: readonly string[] | undefined;
  /** Only tools that change nothing. @defaultValue false */
  readonly readOnly?: boolean | undefined;
}

/**
 * The longest name that a tool gets. Some hosts cap names at 64 characters, their own prefix
 * included, and refuse what is longer.
 */
export const LONGEST_NAME = 60;

/**
 * The toolsets with what is wanted of them; those of which nothing is left are left out.
 *
 * @throws Error for a name that nothing has, for a prefix that names cannot have, and when nothing is
 *   left
 */
export function toolsetsFor(wanted: Wanted): readonly Toolset[] {
  const chosen = (wanted.toolsets ?? toolsetNames).map(planNamed);
  const { prefix } = wanted;
  const renamed = prefix === undefined ? chosen : chosen.map((plan) => ({ ...plan, prefix }));
  const whole = renamed.map(toolsetOf);
  if (prefix !== undefined) {
    checkPrefix(prefix, whole);
  }
  const picked = wanted.tools ? withTools(whole, wanted.tools) : whole;
  const offered = wanted.readOnly ? picked.map(readOnly) : picked;
  const left = offered.filter(({ plan }) => plan.entries.length > 0);
  if (left.length === 0) {
    throw new Error(
      wanted.toolsets?.length === 0
        ? "--toolsets: name at least one."
        : "--read-only and --tools together: no tool is left.",
    );
  }
  return left;
}

function planNamed(name: string) {
  const plan = plans.find((one) => one.name === name);
  if (!plan) {
    throw new Error(
      `--toolsets: there is no toolset ${name}. There are: ${toolsetNames.join(", ")}.`,
    );
  }
  return plan;
}

function checkPrefix(prefix: string, toolsets: readonly Toolset[]): void {
  const names = toolsets.flatMap(({ plan }) => plan.entries.map(({ name }) => name));
  const longest = Math.max(...names.map(({ length }) => length));
  if (!/^[A-Za-z0-9_-]*$/.test(prefix)) {
    throw new Error("--prefix: names have letters, digits, _ and - only.");
  }
  if (prefix.length + longest > LONGEST_NAME) {
    throw new Error(
      `--prefix: at most ${LONGEST_NAME - longest} characters, or names get longer than ${LONGEST_NAME}.`,
    );
  }
}

function withTools(toolsets: readonly Toolset[], names: readonly string[]): readonly Toolset[] {
  const namesOf = ({ plan }: Toolset) => plan.entries.map(({ name }) => plan.prefix + name);
  const isMeant = (name: string, entry: string, prefix: string) =>
    name === entry || name === prefix + entry;
  const unknown = names.find((name) =>
    toolsets.every(({ plan }) =>
      plan.entries.every((entry) => !isMeant(name, entry.name, plan.prefix)),
    ),
  );
  if (unknown !== undefined) {
    const all = toolsets.flatMap(namesOf).join(", ");
    throw new Error(`--tools: there is no tool ${unknown}. There are: ${all}.`);
  }
  return toolsets.map((one) =>
    only(one, ({ name }) => names.some((wanted) => isMeant(wanted, name, one.plan.prefix))),
  );
}

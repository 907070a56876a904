import type { Dispatcher, Tool } from "./tool";

/** Tools that belong together: a server of their own. */
export interface Toolset {
  /** What `--toolsets` and the configuration call it. */
  readonly name: string;
  /** Where it is served: `/gorgias-customers`. */
  readonly path: string;
  readonly title: string;
  /** What a model should know before it calls any of the tools. */
  readonly instructions: string;
  /** In the order in which they are listed. */
  readonly tools: readonly (Tool | Dispatcher)[];
  /** What it is made of. */
  readonly plan: Plan;
}

/** What a toolset is made of. */
export interface Plan extends Pick<Toolset, "name" | "path" | "title"> {
  /** What goes in front of every name. */
  readonly prefix: string;
  /** Sentences for a model. An action's key in braces stands for the tool that runs it. */
  readonly about: readonly string[];
  readonly entries: readonly Entry[];
  /** Whether it offers nothing that changes anything. @defaultValue false */
  readonly isReadOnly?: boolean;
  /**
   * Whether every result has `structuredContent`, as the contract of the customers' server wants it.
   *
   * @defaultValue false
   */
  readonly alwaysStructured?: boolean;
}

/** A tool of a toolset, before the texts of all of them name each other. */
export interface Entry {
  /** Without what goes in front of every name. */
  readonly name: string;
  /** The key of the action that it runs; undefined where it runs any. */
  readonly key?: string | undefined;
  readonly changes: boolean;
  /**
   * @param name the whole name
   * @param names the tools' names by the keys of their actions, for those of the same list
   */
  make(name: string, names: ReadonlyMap<string, string>, isReadOnly: boolean): Tool | Dispatcher;
}

/** What a model is told of tools that change something. */
const FOR_GOOD = "What is deleted or merged cannot be brought back.";

/** Makes a toolset. Its tools are made when somebody asks for them. */
export function toolsetOf(plan: Plan): Toolset {
  const { name, path, title, prefix, isReadOnly = false } = plan;
  const entries = plan.entries.filter(({ changes }) => !(isReadOnly && changes));
  const names = new Map(
    entries.flatMap((one) => (one.key ? [[one.key, prefix + one.name] as const] : [])),
  );
  const about = entries.some(({ changes }) => changes) ? [...plan.about, FOR_GOOD] : plan.about;
  let tools: Toolset["tools"] | undefined;
  return {
    name,
    path,
    title,
    plan: { ...plan, entries },
    instructions: about.flatMap((sentence) => named(sentence, names)).join(" "),
    get tools() {
      tools ??= entries.map((one) => one.make(prefix + one.name, names, isReadOnly));
      return tools;
    },
  };
}

/**
 * Several toolsets as one. What two of them have is offered once, by the first one: an action has
 * one tool, and a name one meaning.
 */
export function together(toolsets: readonly Toolset[]): Toolset {
  const [first, ...others] = toolsets;
  if (first && others.length === 0) {
    return first;
  }
  const entries: Entry[] = [];
  for (const { plan } of toolsets) {
    for (const entry of plan.entries) {
      const name = plan.prefix + entry.name;
      const isThere = ({ key = "", ...one }: Entry) => key === entry.key || one.name === name;
      if (!entries.some(isThere)) {
        entries.push({ ...entry, name });
      }
    }
  }
  const about = [...new Set(toolsets.flatMap(({ plan }) => plan.about))];
  const isReadOnly = toolsets.every(({ plan }) => plan.isReadOnly);
  const alwaysStructured = toolsets.some(({ plan }) => plan.alwaysStructured);
  const heading = { name: "all", path: "/gorgias", title: "Gorgias", prefix: "" };
  return toolsetOf({ ...heading, about, entries, isReadOnly, alwaysStructured });
}

/** The same with some of the tools. */
export function only(toolset: Toolset, isWanted: (entry: Entry) => boolean): Toolset {
  return toolsetOf({ ...toolset.plan, entries: toolset.plan.entries.filter(isWanted) });
}

const readOnlyOnes = new WeakMap<Toolset, Toolset>();

/** The same without the tools that change something, and without a word about them. */
export function readOnly(toolset: Toolset): Toolset {
  const made = readOnlyOnes.get(toolset) ?? toolsetOf({ ...toolset.plan, isReadOnly: true });
  readOnlyOnes.set(toolset, made);
  return made;
}

/** A sentence with the tools' names in it; none where it names a tool that is not in the list. */
function named(sentence: string, names: ReadonlyMap<string, string>): string[] {
  const keys = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, key = ""]) => key);
  return keys.every((key) => names.has(key))
    ? [sentence.replace(/\{(\w+)\}/g, (_, key: string) => names.get(key) ?? key)]
    : [];
}

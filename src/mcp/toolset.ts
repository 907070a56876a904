import type { Tool } from "./tool";

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
  readonly tools: readonly Tool[];
}

/** The same without the tools that change something. */
export function readOnly(toolset: Toolset): Toolset {
  return { ...toolset, tools: toolset.tools.filter(({ action }) => action.effect.readOnly) };
}

import { InputError } from "../../../../src/fields/inputError";
import { otherWays } from "../../../../src/mcp/tools/otherWays";
import type { Given, Tool } from "../../../../src/mcp/tools/tool";
import type { Filled } from "../filled";
import { uploadOf } from "./upload";

/** What a form says in inputs that no tool takes, as the arguments that say the same. */
export interface InOtherWords {
  readonly arguments: Given;
  /** The keys of the inputs that these stand for. */
  readonly stoodFor: readonly string[];
  readonly notes: readonly string[];
}

const NOTHING: InOtherWords = { arguments: {}, stoodFor: [], notes: [] };

/**
 * @param key the action's
 * @param filled all inputs of the form
 */
export async function inOtherWords(
  key: string,
  { parameters }: Tool,
  filled: readonly Filled[],
): Promise<InOtherWords> {
  const way = otherWays[key];
  if (!way) {
    return NOTHING;
  }
  const { inputs, beside = [], toArguments } = way;
  const stoodFor = [...inputs, ...beside];
  if (!toArguments) {
    return { ...uploadOf(filled), stoodFor };
  }
  const held = filled.filter(({ input, isBlank }) => stoodFor.includes(input.key) && !isBlank);
  const taken = parameters.map(({ input }) => input);
  if (held.every(({ input }) => taken.includes(input.key))) {
    return NOTHING;
  }
  try {
    const values = Object.fromEntries(held.map(({ input, value }) => [input.key, value]));
    return { arguments: await toArguments(values), stoodFor, notes: [] };
  } catch (error) {
    if (error instanceof InputError) {
      return { arguments: {}, stoodFor, notes: [`Not complete: ${error.message}`] };
    }
    throw error;
  }
}

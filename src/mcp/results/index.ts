import type { CallToolResult } from "@modelcontextprotocol/server";
import type { StepResult } from "../../actions/action";
import { isObject, type JsonObject } from "../../client/json";
import { refusal } from "../../fields/inputError";
import { counted, cutText } from "./cutText";
import { onlyFields } from "./fields";
import { type FileResult, fileResult } from "./file";
import { fitted } from "./fit";
import { type Caller, isMainList, leftOut } from "./leftOut";
import { foundOnce } from "./once";

export { fieldsArgument, fieldsIn } from "./fields";
export { ITEMS_UNLESS_ASKED, itemsUnlessAsked, limitComments } from "./items";

/** The call that a result answers. */
export interface Call extends Caller {
  /** What a file is called that it answers. */
  readonly uri: string;
  /** Whether the call changed nothing. What did is no error, whatever was asked of its answer. */
  readonly readOnly: boolean;
  /**
   * Whether a picture comes without `structuredContent`. Some hosts show a model nothing else where
   * that is there (https://github.com/anthropics/claude-code/issues/54737), and a picture cannot be
   * part of it.
   *
   * @defaultValue false: the contract of the customers' server wants it with every result
   */
  readonly picturesAlone?: boolean;
}

/**
 * About how many tokens a result has at most, as {@link fitted} measures them. Claude Code keeps more
 * than 25,000 from the model (https://code.claude.com/docs/en/mcp).
 */
export const MOST_TOKENS = 20_000;

/** Of these, how many are kept for the words that say what is left out. */
const TOKENS_FOR_WORDS = 1_000;

/** How long an error is at most, in characters. */
export const LONGEST_ERROR = 4_000;

/**
 * What an action answered, as a result: an object, and the same as text. A bare list stands under
 * `data`. It is cut to the fields that were asked for and to the size that a model can read;
 * `left_out` says in words what is missing then, and how to get it.
 *
 * @throws InputError when a call that only reads asked for fields of which there is none
 */
export function resultOf({ data, contentType }: StepResult, call: Call): CallToolResult {
  if (contentType === undefined) {
    return asObjectAndText(sized(foundOnce(data), call));
  }
  const file = Buffer.isBuffer(data) ? data : String(data);
  const { summary, block }: FileResult = fileResult(file, contentType, call.uri);
  if (!block) {
    return asObjectAndText(sized(summary, call));
  }
  const { content, ...structured } = asObjectAndText(summary);
  const isAlone = block.type === "image" && call.picturesAlone;
  return { ...(!isAlone && structured), content: [...content, block] };
}

/** An error that a model can act on. */
export function failedWith(text: string): CallToolResult {
  const start = cutText(text, LONGEST_ERROR);
  const more = text.length - start.length;
  const told = more > 0 ? `${start}… [${counted(more)} more characters are left out]` : text;
  return { isError: true, content: [{ type: "text", text: told }] };
}

/** An answer of the fields that were asked for, as large as a model can read. */
function sized(answer: unknown, call: Call): JsonObject {
  const { value, unknown, isInVain } = onlyFields(answer, call.fields ?? []);
  if (unknown && isInVain && call.readOnly) {
    throw refusal("fields", unknown);
  }
  const whole = isObject(value) ? value : { data: value };
  const { value: kept, cuts } = fitted(whole, MOST_TOKENS - TOKENS_FOR_WORDS);
  const object = isObject(kept) ? kept : { data: kept };
  return {
    ...(cuts.length > 0 && { left_out: leftOut(cuts, call) }),
    ...(unknown && { unknown_fields: `fields: ${unknown}` }),
    ...(cuts.some(isMainList) ? withoutNextCursor(object) : object),
  };
}

/** It would lead past the items that are left out. */
function withoutNextCursor({ meta, ...object }: JsonObject): JsonObject {
  if (!isObject(meta)) {
    return { ...object, ...(meta !== undefined && { meta }) };
  }
  const { next_cursor: _, ...others } = meta;
  return { ...object, meta: others };
}

function asObjectAndText(structuredContent: JsonObject): CallToolResult {
  return {
    structuredContent,
    content: [{ type: "text", text: JSON.stringify(structuredContent) }],
  };
}

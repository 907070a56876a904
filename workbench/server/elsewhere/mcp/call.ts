import { isObject, type JsonObject } from "../../../../src/client/json";
import { isUpdate } from "../../../../src/mcp/calling/clearing";
import { itemsUnlessAsked } from "../../../../src/mcp/results/items";
import { inputSchemaOf } from "../../../../src/mcp/tools/listing";
import { isTool, type Tool } from "../../../../src/mcp/tools/tool";
import { toolsets } from "../../../../src/mcp/toolsets";
import { toolName } from "../../../../src/mcp/toolsets/derived";
import type { Snippet, Step } from "../../../messages";
import { dataUriNotes } from "../dataUri";
import { type Filled, filesIn, secretNotes } from "../filled";
import { fitted } from "./fitted";
import { inOtherWords } from "./inOtherWords";

/** The toolset that has every action. */
const ALL = toolsets.find(({ name }) => name === "all");

/** An action as the parameters of the request `tools/call`. */
export async function callOf(
  { key }: Pick<Step, "key">,
  filled: readonly Filled[],
): Promise<Snippet> {
  const name = `${ALL?.plan.prefix}${toolName(key)}`;
  const tool = ALL?.tools.filter(isTool).find((one) => one.name === name);
  if (!tool) {
    throw new Error(`There is no tool ${name}.`);
  }
  const other = await inOtherWords(key, tool, filled);
  const left = filled.filter(({ input }) => !other.stoodFor.includes(input.key));
  const taken = tool.parameters.map(({ input }) => input);
  const isSaid = (input: string) => taken.includes(input) || other.stoodFor.includes(input);
  const call = { name, arguments: { ...argumentsOf(tool, left), ...other.arguments } };
  return {
    text: JSON.stringify(call, null, 2),
    language: "json",
    notes: [
      "These are the parameters of tools/call. Start the server with node build/mcp.js --toolsets all.",
      "The server needs an account in its environment. docs/sandbox.md shows how to start a made-up one that stays.",
      ...other.notes,
      ...notTakenNotes(tool, left),
      ...limitNotes(tool, filled),
      ...dataUriNotes(filesIn(filled.filter(({ input }) => isSaid(input.key)))),
      ...secretNotes(filled),
    ],
  };
}

/** What the form holds, a default as well: a tool begins with none, but for toggles. */
function argumentsOf(tool: Tool, filled: readonly Filled[]): JsonObject {
  const { properties } = inputSchemaOf(tool);
  return Object.fromEntries(
    tool.parameters.flatMap(({ name, input: key }) => {
      const one = filled.find(({ input }) => input.key === key);
      const isLeftOut = !one || one.isBlank || (one.isUntouched && one.input.type === "boolean");
      const schema = properties?.[name];
      return isLeftOut ? [] : [[name, fitted(one, isObject(schema) ? schema : {})]];
    }),
  );
}

const AND = new Intl.ListFormat("en");

/** What the call cannot say. */
function notTakenNotes(tool: Tool, filled: readonly Filled[]): readonly string[] {
  const taken = new Set(tool.parameters.map(({ input }) => input));
  // What an update is not told stays as it is, also where a form would begin with something.
  const isSame = ({ input, isBlank, isUntouched }: Filled) =>
    isUpdate(tool.action) && input.type !== "boolean" ? isBlank : isUntouched;
  const lost = filled.filter((one) => !taken.has(one.input.key) && !isSame(one));
  const isAll = lost.some(({ input }) => input.key === "fetchAll");
  const labels = lost.flatMap(({ input }) => (input.key === "fetchAll" ? [] : [input.label]));
  return [
    ...(isAll ? ["The tool has no Fetch All: an agent asks for the next page with cursor."] : []),
    ...(labels.length > 0 ? [`The tool does not take ${AND.format(labels)}.`] : []),
  ];
}

/** A list is shorter there. */
function limitNotes({ action }: Tool, filled: readonly Filled[]): readonly string[] {
  const held = filled
    .filter(({ isBlank }) => !isBlank)
    .map(({ input, value }) => [input.key, value]);
  const values: JsonObject = Object.fromEntries(held);
  const items = values.limit === undefined ? itemsUnlessAsked(action, values) : undefined;
  return items === undefined ? [] : [`Without limit, the tool asks for ${items} items.`];
}

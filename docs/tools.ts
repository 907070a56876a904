import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { actionGroups } from "../src/actions";
import { isForGood } from "../src/mcp/calling/confirmation";
import { listOf } from "../src/mcp/tools/listing";
import { type Dispatcher, isTool, type Tool } from "../src/mcp/tools/tool";
import { type Entry, readOnly, type Toolset } from "../src/mcp/tools/toolset";
import { toolsets } from "../src/mcp/toolsets";
import { blocks, code, heading, plain, table } from "./markdown";

const ORIGIN =
  "<!-- biome-ignore-all format: made from the MCP server by `npm run docs`; changes made here get lost -->";

const HOW_TO_READ = [
  "Every tool of the [MCP server](mcp.md), under what it works on. What each toolset puts in front of the names is left out: `list_tickets` is `gorgias_tickets_list_tickets` in `/gorgias-tickets` and `gorgias_list_tickets` in `/gorgias`. A model is told more than a line: what comes back, when another tool is better, and what each argument takes.",
  "What is done **for good** cannot be taken back; a person is asked first where the client can ask one (over stdio, or over HTTP with the revision 2026-07-28). That holds for `create_job`, `raw_request` and `run_write_action` as well when a call of theirs deletes or merges something.",
];

/** The toolset that has every action. */
const WHOLE = "all";

/** Groups of tools that no action of a flow stands behind. */
const QUESTIONS = "For agents alone";
const COMPACT = "Three tools for all";

/** What there is to choose from: a row for each toolset, and the names of its tools. */
export function toolsetTable(): string {
  return blocks(
    table(
      ["Toolset", "Path", "For", "Tools (that only read)", "Tokens of the list (that only read)"],
      toolsets.map((toolset) => [
        code(toolset.name),
        code(toolset.path),
        toolset.plan.about[0] ?? "",
        ofBoth(toolset, ({ tools }) => tools.length),
        ofBoth(toolset, tokensOf),
      ]),
    ),
    toolsets
      .map((one) => `- ${code(one.name)}, with ${code(one.plan.prefix)} in front: ${namesOf(one)}`)
      .join("\n"),
  );
}

function ofBoth(toolset: Toolset, count: (toolset: Toolset) => number): string {
  const [all, reading] = [toolset, readOnly(toolset)].map(count);
  return `${all?.toLocaleString("en-US")} (${reading?.toLocaleString("en-US")})`;
}

/** Of a list, to the next hundred. */
function tokensOf({ tools }: Toolset): number {
  return Math.ceil(encode(JSON.stringify({ tools: listOf(tools) })).length / 100) * 100;
}

function namesOf({ name, plan: { entries } }: Toolset): string {
  if (name !== WHOLE) {
    return entries.map((one) => code(one.name)).join(", ");
  }
  const others = toolsets.filter((one) => one.name !== WHOLE).flatMap(({ plan }) => plan.entries);
  const more = entries.filter(({ name: own }) => !others.some((one) => one.name === own));
  return `what the others do, and ${more.map((one) => code(one.name)).join(", ")}`;
}

/** All tools, each with what it does, as one page of Markdown. */
export function toolPage(): string {
  const actions = new Set(actionGroups.flatMap((group) => Object.keys(group.actions)));
  const groups = [
    { title: QUESTIONS, tools: toolsOf(WHOLE, (key) => !actions.has(key)) },
    ...actionGroups.map((group) => ({
      title: group.title,
      tools: toolsOf(WHOLE, (key) => Object.hasOwn(group.actions, key)),
    })),
    { title: COMPACT, tools: toolsOf("compact") },
  ];
  return `${blocks(
    ORIGIN,
    heading(1, "Tools of the MCP server"),
    ...HOW_TO_READ,
    ...groups.flatMap(({ title, tools }) => [heading(2, title), toolTable(tools)]),
  )}\n`;
}

/** A tool, without what its toolset puts in front of its name. */
interface Listed extends Pick<Entry, "name" | "key"> {
  readonly tool: Tool | Dispatcher;
}

function toolsOf(toolset: string, isMeant: (key: string) => boolean = () => true): Listed[] {
  return toolsets
    .filter(({ name }) => name === toolset)
    .flatMap(({ plan, tools }) =>
      plan.entries.flatMap(({ name, key }, index) => {
        const tool = tools[index];
        return tool && isMeant(key ?? name) ? [{ name, key, tool }] : [];
      }),
    );
}

/** The toolsets that have a tool, each with the name that it has there where it is another one. */
function placesOf({ name, key }: Listed): string {
  return toolsets
    .flatMap((toolset) => {
      const entry = toolset.plan.entries.find((one) => (key ? one.key === key : one.name === name));
      const as = entry?.name === name ? "" : `, as ${code(entry?.name ?? "")}`;
      return entry ? [toolset.name + as] : [];
    })
    .join("; ");
}

function toolTable(tools: readonly Listed[]): string {
  return table(
    ["Tool", "What it does", "Effect", "In"],
    tools.map((one) => [
      code(one.name),
      plain(firstSentence(one.tool.description)),
      effectOf(one.tool),
      placesOf(one),
    ]),
  );
}

function firstSentence(text: string): string {
  return /^.*?[.](?= |$)/.exec(text)?.[0] ?? text;
}

function effectOf(tool: Tool | Dispatcher): string {
  if (tool.action.effect.readOnly) {
    return "reads";
  }
  return isTool(tool) && isForGood(tool.action) ? "**for good**" : "changes";
}

import { type Action, operation } from "../../actions/action";
import { isObject } from "../../client/json";
import { required } from "../../fields/field";
import { refusal } from "../../fields/inputError";
import { text } from "../../fields/text";
import { freeForm, listOf, object } from "../../schemas/schema";
import { PCID } from "../access/pcid";
import { inputSchemaOf } from "../tools/listing";
import { type Dispatcher, type Given, isTool, type Tool } from "../tools/tool";
import { type Entry, readOnly, type Toolset, toolsetOf } from "../tools/toolset";
import { entriesOf } from "./entries";
import { finderOf } from "./finding";
import { allKeys } from "./keys";

/** What is found and run: every action, by its bare name. */
const everything = toolsetOf({
  name: "all",
  path: "",
  title: "",
  prefix: "",
  about: [],
  entries: entriesOf(allKeys),
});

/** For hosts with little room: one tool finds an action, two run it. */
export const compactEntries: readonly Entry[] = [
  {
    name: "find_action",
    changes: false,
    make: (name, _names, isReadOnly) => findTool(name, within(isReadOnly)),
  },
  {
    name: "run_action",
    changes: false,
    make: (name, _names, isReadOnly) =>
      runTool(name, within(isReadOnly), reads(namesLike(name, "run_action"))),
  },
  {
    name: "run_write_action",
    changes: true,
    make: (name) => runTool(name, everything, writes(namesLike(name, "run_write_action"))),
  },
];

/** Makes the whole names of the tools beside one: what goes in front is the same. */
type Namer = (name: string) => string;

/** @param own that tool's name without what goes in front of it */
function namesLike(whole: string, own: string): Namer {
  return (name) => whole.slice(0, -own.length) + name;
}

function within(isReadOnly: boolean): Toolset {
  return isReadOnly ? readOnly(everything) : everything;
}

/** The longest text that is searched by: a longer one would keep others waiting. */
const LONGEST_SEARCH = 300;

const searchWords = required(
  text({
    maxLength: LONGEST_SEARCH,
    label: "Words",
    example: "reply to a ticket",
    comments: "What you want to do, in a few English words.",
  }),
);

function findTool(name: string, { tools }: Toolset): Tool {
  const action = findAction(tools.filter(isTool));
  const parameters = [
    {
      name: "words",
      input: "words",
      field: searchWords,
      required: true,
      accepts: searchWords.accepts,
      comments: searchWords.display.comments,
      toInput: undefined,
      isFurther: false,
    },
  ];
  return {
    name,
    description: `${action.description} ${action.guidance}`,
    action,
    parameters,
  };
}

/** Finds actions by words. It asks Gorgias nothing. */
function findAction(tools: readonly Tool[]): Action {
  const find = finderOf(tools);
  return operation({
    readOnly: true,
    label: "Find Action",
    description: "Find out which actions there are for what you want to do in Gorgias.",
    guidance:
      "Returns up to 8, the best first: { action, does, changes, arguments }, the last as a JSON Schema. changes: whether it changes anything.",
    inputs: { words: searchWords },
    returns: {
      schema: object({ actions: listOf(freeForm) }),
      example: { data: { actions: [] } },
    },
    perform: async (_gorgias, { words }) => ({ data: { actions: find(words).map(found) } }),
  });
}

function found(tool: Tool): Readonly<Record<string, unknown>> {
  const { name, description, action } = tool;
  return {
    action: name,
    does: description,
    changes: !action.effect.readOnly,
    arguments: inputSchemaOf(tool),
  };
}

/** One of the tools that run what is found. */
interface Runner {
  readonly label: string;
  readonly description: string;
  readonly effect: Action["effect"];
  /** What finds actions. */
  readonly finder: string;
  /** What runs the others. */
  readonly other: string;
}

function reads(named: Namer): Runner {
  const finder = named("find_action");
  return {
    label: "Run Action",
    description: `Run an action that only reads, by its name and with its arguments as ${finder} tells them.`,
    effect: { readOnly: true, destructive: false, idempotent: true },
    finder,
    other: `changes something: run it with ${named("run_write_action")}`,
  };
}

function writes(named: Namer): Runner {
  const finder = named("find_action");
  return {
    label: "Run Write Action",
    description: `Run an action that changes something, by its name and with its arguments as ${finder} tells them. What is deleted or merged cannot be brought back.`,
    effect: { readOnly: false, destructive: true, idempotent: false },
    finder,
    other: `only reads: run it with ${named("run_action")}`,
  };
}

function runTool(name: string, { tools }: Toolset, runner: Runner): Dispatcher {
  const { label, description, effect, finder, other } = runner;
  const runnable = tools.filter(isTool);
  const byName = new Map(runnable.map((tool) => [tool.name, tool]));
  return {
    name,
    description,
    action: { label, effect },
    parameters: [
      { name: "action", required: true, accepts: { type: "string" }, comments: undefined },
      { name: "arguments", required: false, accepts: freeForm, comments: undefined },
    ],
    standsFor(given) {
      const tool = typeof given.action === "string" ? byName.get(given.action) : undefined;
      if (!tool) {
        throw refusal("action", unknownAction(given.action, runnable, finder));
      }
      if (tool.action.effect.readOnly !== effect.readOnly) {
        throw refusal("action", `${tool.name} ${other}.`);
      }
      return { tool, given: argumentsIn(given) };
    },
  };
}

function unknownAction(given: unknown, tools: readonly Tool[], finder: string): string {
  if (typeof given !== "string") {
    return `expected the name of an action, as ${finder} tells it.`;
  }
  const isShort = given.length <= LONGEST_SEARCH;
  const near = isShort ? finderOf(tools)(given.replaceAll("_", " ")).slice(0, 3) : [];
  const names = near.map(({ name }) => name).join(", ");
  const quoted = JSON.stringify(given.slice(0, 100));
  return `there is no action ${quoted} here.${names && ` Near to it: ${names}.`} ${finder} finds others.`;
}

function argumentsIn({ action: _, arguments: given = {}, ...others }: Given): Given {
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw refusal(
      unknown.slice(0, 100),
      "there is no such argument. There are: action, arguments; the action's own go into arguments.",
    );
  }
  if (!isObject(given)) {
    throw refusal("arguments", "expected an object with the action's arguments by name.");
  }
  if (PCID in given) {
    throw refusal("arguments", `${PCID} goes beside action and arguments.`);
  }
  return given;
}

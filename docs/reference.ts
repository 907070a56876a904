import type { Action, Component, Connection, Input } from "@prismatic-io/spectral/dist/serverTypes";
import { isObject } from "../src/client/json";
import { fieldTable, type Schema, shortened, summary } from "./answers";
import { inputTable, looksLike } from "./inputs";
import { blocks, code, heading, jsonBlock, linkTo, plain } from "./markdown";

type Trigger = Component["triggers"][string];
type DataSource = Component["dataSources"][string];

/** Says where the page comes from, to people and to the formatter, which would pad its tables. */
const ORIGIN =
  "<!-- biome-ignore-all format: made from the component by `npm run docs`; changes made here get lost -->";

const HOW_TO_READ =
  "What every part of the connector takes and answers. An input that is not required can be left blank: it is not sent then. Labels are what you see in a flow; keys are what code, files and the terminal use.";

/** The most lines of an example; a longer one is cut down to the fields that are always there. */
const LONGEST_EXAMPLE = 30;

/** Actions that stand together, by their keys. */
export interface Group {
  readonly title: string;
  readonly actions: Readonly<Record<string, ActionFacts>>;
}

/** What the component itself does not say of an action. */
export interface ActionFacts {
  /** The endpoint that it calls; undefined for one that calls any. */
  readonly endpoint: string | undefined;
  /** Whether its directions are a warning. */
  readonly careful: boolean;
}

/** The reference of a component, as one page of Markdown. */
export function reference(component: Component, groups: readonly Group[]): string {
  const actions = Object.values(component.actions);
  const triggers = Object.values(component.triggers ?? {});
  const dataSources = Object.values(component.dataSources ?? {});
  const shared = sharedInputs(actions);
  const answers = answersOnce(actions);
  const sections: readonly Section[] = [
    { title: "Connections", entries: component.connections.map(connectionEntry) },
    { title: "Triggers", entries: triggers.map((one) => triggerEntry(one, shared)) },
    { title: "Pick lists", entries: dataSources.map((one) => dataSourceEntry(one, shared)) },
    {
      title: "Inputs that all have",
      intro:
        "Every action has these, and so do triggers and pick lists; they are not repeated there.",
      entries: [],
      table: inputTable(shared),
    },
    ...groups.map((group) => ({
      title: `Actions: ${group.title.toLowerCase()}`,
      entries: actions.flatMap((action) => {
        const facts = group.actions[action.key];
        return facts ? [actionEntry(action, facts, shared, answers(action))] : [];
      }),
    })),
  ].filter(({ entries, table }: Section) => entries.length > 0 || table !== undefined);
  return `${blocks(
    ORIGIN,
    heading(1, `${component.display.label} reference`),
    HOW_TO_READ,
    sections.map(contentsLine).join("\n"),
    ...sections.map(sectionText),
  )}\n`;
}

/** A part of the page: entries of one kind. */
interface Section {
  readonly title: string;
  readonly intro?: string;
  readonly table?: string | undefined;
  readonly entries: readonly Entry[];
}

interface Entry {
  readonly title: string;
  readonly text: string;
}

function contentsLine({ title, entries }: Section): string {
  const inside = entries.map((entry) => linkTo(entry.title)).join(", ");
  return inside === "" ? `- ${linkTo(title)}` : `- ${linkTo(title)}: ${inside}`;
}

function sectionText({ title, intro, table, entries }: Section): string {
  const texts = entries.map((entry) => blocks(heading(3, entry.title), entry.text));
  return blocks(heading(2, title), intro, table, ...texts);
}

function connectionEntry({ key, label, comments, inputs }: Connection): Entry {
  return { title: label, text: blocks(introduction(key, comments), inputTable(inputs)) };
}

function actionEntry(
  action: Action,
  { endpoint, careful }: ActionFacts,
  shared: readonly Input[],
  whatComesBack: string | undefined,
): Entry {
  const { key, display, performSafety } = action;
  const effect = performSafety === "SAFE" ? "It only reads." : "It can change data in Gorgias.";
  const { label, description, directions } = display;
  return {
    title: label,
    text: blocks(
      careful && directions ? `> **Careful:** ${plain(directions)}` : undefined,
      introduction(key, description, effect, endpoint && `It calls ${code(endpoint)}.`),
      careful || !directions ? undefined : plain(directions),
      ownTable(action.inputs, shared) ?? "It has no inputs of its own.",
      whatComesBack && `**What comes back.** ${whatComesBack}`,
    ),
  };
}

function ownTable(inputs: readonly Input[], shared: readonly Input[]): string | undefined {
  return inputTable(inputs.filter((input) => !shared.some((one) => looksLike(one, input))));
}

function triggerEntry(trigger: Trigger, shared: readonly Input[]): Entry {
  const { key, display, scheduleSupport, inputs, examplePayload } = trigger;
  return {
    title: display.label,
    text: blocks(
      introduction(key, display.description, STARTS[scheduleSupport]),
      display.directions,
      ownTable(inputs, shared),
      example(examplePayload, undefined),
    ),
  };
}

/** What makes a trigger run, by whether it takes a schedule. */
const STARTS: Readonly<Record<Trigger["scheduleSupport"], string>> = {
  required: "It runs on a schedule.",
  valid: "It runs on a schedule, or when its webhook is called.",
  invalid: "It runs when its webhook is called.",
};

function dataSourceEntry(
  { key, display, inputs, examplePayload }: DataSource,
  shared: readonly Input[],
): Entry {
  return {
    title: display.label,
    text: blocks(
      introduction(key, display.description),
      display.directions,
      ownTable(inputs, shared),
      example(examplePayload, undefined),
    ),
  };
}

/** What comes back from each action; one that answers the same as an earlier one refers to it. */
function answersOnce(actions: readonly Action[]): (action: Action) => string | undefined {
  const labels = new Map<string, string>();
  const texts = new Map<Action, string | undefined>();
  for (const action of actions) {
    const text = answer(action);
    const earlier = text && labels.get(text);
    texts.set(action, earlier ? `The same as from ${linkTo(earlier)}.` : text);
    if (text && !earlier) {
      labels.set(text, action.display.label);
    }
  }
  return (action) => texts.get(action);
}

/** What comes back from an action: a sentence, the fields, and an example. */
function answer({ outputSchema, examplePayload }: Action): string | undefined {
  const schema: Schema | undefined =
    outputSchema?.type === "actionOutput" ? JSON.parse(outputSchema.schema) : undefined;
  const contentType = isObject(examplePayload) ? examplePayload.contentType : undefined;
  return schema === undefined
    ? example(examplePayload, undefined)
    : blocks(
        summary(schema),
        contentType === undefined
          ? undefined
          : `The content type comes with it, for example ${code(String(contentType))}.`,
        fieldTable(schema),
        example(examplePayload, schema),
      );
}

/** The example of a result, as later steps see it; undefined where JSON cannot show it. */
function example(payload: unknown, schema: Schema | undefined): string | undefined {
  const data = isObject(payload) && "data" in payload ? payload.data : payload;
  if (data === undefined || Buffer.isBuffer(data)) {
    return undefined;
  }
  const whole = jsonBlock(data);
  return whole.split("\n").length <= LONGEST_EXAMPLE
    ? blocks("For example:", whole)
    : blocks("For example, shortened:", jsonBlock(shortened(data, schema)));
}

/** The inputs that every action has and that look the same in each. */
function sharedInputs([first, ...others]: readonly Action[]): Input[] {
  return (first?.inputs ?? []).filter((input) =>
    others.every(({ inputs }) => inputs.some((one) => looksLike(one, input))),
  );
}

/** An entry's first paragraph. */
function introduction(key: string, ...sentences: readonly (string | undefined)[]): string {
  return `${code(key)}: ${sentences.filter(Boolean).join(" ")}`;
}

import type { FormInput, InputValues, Step } from "../../../workbench/messages";
import { catalogueOf } from "../../../workbench/server/catalogue";
import { component, filledIn, inputsOf, starred } from "../../support/forms";

const catalogue = catalogueOf(component);

/** Every action of the built component. */
export const actions: readonly Step[] = catalogue.actions.flatMap(({ steps }) => steps);

/** Every trigger and pick list. */
export const { triggers, pickLists, connections } = catalogue;

/** The form of an action. */
export function action(key: string): Step {
  const step = actions.find((one) => one.key === key);
  if (!step) {
    throw new Error(`There is no action ${key}.`);
  }
  return step;
}

/** A form as it was filled in. */
export interface Case {
  readonly step: Step;
  readonly inputs: InputValues;
  /** The input that is tried; undefined for what the action cannot do without. */
  readonly tried: FormInput | undefined;
}

/** What an action needs beside its stars. */
const BESIDE: Readonly<Record<string, InputValues>> = {
  addInternalNote: { text: "A note" },
  addTicketTags: { names: ["vip"] },
  assignTicket: { assignee_team: "5101" },
  createCustomer: { email: "jo@example.com" },
  createJob: { type: "updateTicket", ticket_ids: ["153006867"], status: "open" },
  findOrCreateCustomer: { email: "jo@example.com" },
  listEvents: { object_id: "153006867" },
  removeTicketTags: { names: ["vip"] },
  replyToTicket: { text: "Hello", from: "support@example.com", to: ["jo@example.com"] },
  setTicketTags: { names: ["vip"] },
};

/** What an input needs beside it. */
const BESIDE_INPUT: Readonly<Record<string, InputValues>> = {
  "createCustomField.choices": { dataType: "text" },
  "createCustomField.placeholder": { dataType: "text" },
  "createCustomField.min": { dataType: "number" },
  "createCustomField.max": { dataType: "number" },
  "getReportingStatistic.timeDimension": { granularity: "day" },
};

/** What is easily said in another way elsewhere. */
const HARD: Readonly<Record<string, readonly InputValues[]>> = {
  createUser: [{ meta: "[]" }],
  rawRequest: [
    {
      queryParams: [
        { key: "ids", value: "1" },
        { key: "ids", value: "2" },
      ],
    },
  ],
};

/** An action with its stars, and with each other input beside them. */
export function casesOf(step: Step): readonly Case[] {
  const { key, inputs } = step;
  const base = { ...starred(key), ...BESIDE[key] };
  const further = inputs.filter((input) => shownIn(key, input) !== undefined);
  return [
    ...[{}, ...(HARD[key] ?? [])].map((inputs) => ({
      step,
      inputs: { ...base, ...inputs },
      tried: undefined,
    })),
    ...further.map((tried) => ({
      step,
      inputs: {
        ...base,
        ...BESIDE_INPUT[`${key}.${tried.key}`],
        [tried.key]: shownIn(key, tried),
      },
      tried,
    })),
  ];
}

/** All inputs of an action at once, which no account would take. */
export function everyInputOf({ key, inputs }: Step): InputValues {
  return Object.fromEntries(inputs.map((input) => [input.key, shownIn(key, input) ?? ""]));
}

/** What somebody fills in who types the example, as a form hands it over: a list as a list. */
function shownIn(key: string, one: FormInput): unknown {
  const { key: name, type, collection, choices } = one;
  const input = inputsOf(key).find((other) => other.key === name);
  if (type === "boolean") {
    return one.default === "true" ? "false" : "true";
  }
  if (choices.length > 0 && one.default) {
    return choices.find(({ value }) => value !== one.default)?.value;
  }
  const { [name]: value } = input ? filledIn(input) : {};
  return collection === "valuelist" && value && !String(value).startsWith("[") ? [value] : value;
}

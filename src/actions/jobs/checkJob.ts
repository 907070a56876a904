import { isObject, type JsonObject } from "../../client/json";
import type { Values } from "../../fields/field";
import type { Refuser } from "../../fields/readInputs";
import { type newJobInputs, ticketSelection, ticketUpdates } from "../../inputs/jobs";
import { paramsOf } from "./params";
import { partly, REVERSED, selectionFault, type Way } from "./selection";

type Inputs = typeof newJobInputs;
type JobType = Values<Inputs>["type"];
type Key = keyof Inputs & string;

/** The inputs of the form that go with some kinds of jobs alone (docs/gorgias-api.md, "Jobs"). */
const FITTING: readonly (readonly [keys: readonly Key[], types: readonly JobType[]])[] = [
  [
    Object.keys(ticketSelection) as Key[],
    ["applyMacro", "updateTicket", "deleteTicket", "exportTicket", "exportTicketDrilldown"],
  ],
  [Object.keys(ticketUpdates) as Key[], ["updateTicket"]],
  [["macro_id", "apply_and_close"], ["applyMacro"]],
  [["url"], ["importMacro"]],
];

/** Refuses what doesn't go with the kind of job, and a job that lacks what its kind needs. */
export function checkJob(values: Values<Inputs>, refuser: Refuser<Inputs>): void {
  const { type } = values;
  const { refuse, nameOf } = refuser;
  const strange = FITTING.filter(([, types]) => !types.includes(type)).flatMap(([keys]) =>
    keys.filter((key) => values[key] !== undefined),
  );
  for (const key of strange) {
    refuse(key, `does not go with ${nameOf("type")} ${type}.`);
  }
  if (strange.length > 0) {
    return;
  }
  const { type: sent = type } = values.additionalFields ?? {};
  const params = paramsOf(values, nameOf("additionalFields"));
  checkTickets(sent, params, values, refuser);
  const needed = lackIn(sent, params);
  if (needed) {
    const [, , input, others = []] = needed;
    const inputs = [input, ...others].map(nameOf).join(", ");
    refuse("type", `${sent} needs ${others.length > 0 ? `one of ${inputs}` : inputs}.`);
  }
}

/** What a kind of job needs besides: the param, and the inputs for it. */
type Need = readonly [JobType, param: string, input: Key, others?: readonly Key[]];

const NEEDED: readonly Need[] = [
  ["applyMacro", "macro_id", "macro_id"],
  ["importMacro", "url", "url"],
  ["updateTicket", "updates", "status", Object.keys(ticketUpdates).slice(1) as Key[]],
];

/** What params lack that this kind of job needs, beside its tickets. */
export function lackIn(type: unknown, params: JsonObject): Need | undefined {
  return NEEDED.find(([of, key]) => of === type && !says(params[key]));
}

function says(value: unknown): boolean {
  return isObject(value) ? Object.keys(value).length > 0 : value !== undefined && value !== null;
}

function checkTickets(
  type: unknown,
  params: JsonObject,
  values: Values<Inputs>,
  { refuse, nameOf }: Refuser<Inputs>,
): void {
  const inputOf = (way: Way): Key =>
    values.additionalFields?.params !== undefined
      ? "additionalFields"
      : values[way] !== undefined || (way === "start_datetime" && values.end_datetime !== undefined)
        ? way
        : "params";
  const fault = selectionFault(type, params);
  switch (fault?.kind) {
    case "none":
      refuse(
        "type",
        `${type} needs to know which tickets, or it could be about all of them: fill in one of ${nameOf("ticket_ids")}, ${nameOf("view_id")}, ${nameOf("filters")}, or ${nameOf("start_datetime")} with ${nameOf("end_datetime")}.`,
      );
      break;
    case "several": {
      const [one, other] = fault.ways.map(inputOf) as [Key, Key];
      refuse(
        other,
        `cannot be combined with ${one === other ? "another way" : nameOf(one)}: say in one way which tickets the job is about.`,
      );
      break;
    }
    case "part": {
      const input = inputOf(fault.way);
      const isForm = input === "start_datetime";
      refuse(
        isForm ? (fault.given as Key) : input,
        isForm ? `needs ${nameOf(fault.lacks as Key)} beside it.` : partly(fault),
      );
      break;
    }
    case "reversed": {
      const input = inputOf(fault.way);
      const isForm = input === "start_datetime";
      refuse(
        isForm ? "end_datetime" : input,
        isForm ? `is before ${nameOf("start_datetime")}.` : REVERSED,
      );
    }
  }
}

import { isObject, type JsonObject } from "../../client/json";
import type { Values } from "../../fields/field";
import type { Refuser } from "../../fields/readInputs";
import { type newJobInputs, ticketSelection, ticketUpdates } from "../../inputs/jobs";
import { instantOf } from "../../schemas/instant";
import { paramsOf, type Way, waysIn } from "./params";

type Inputs = typeof newJobInputs;
type JobType = Values<Inputs>["type"];
type Key = keyof Inputs & string;

/** The kinds of jobs that would be about all tickets if nobody said which. */
const ABOUT_TICKETS: readonly string[] = [
  "applyMacro",
  "updateTicket",
  "deleteTicket",
  "exportTicket",
];

/** Whether jobs of this kind need to be told their tickets. */
export function isAboutTickets(type: unknown): boolean {
  return typeof type === "string" && ABOUT_TICKETS.includes(type);
}

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
  const { params = paramsOf(values), type: sent = type } = values.additionalFields ?? {};
  const all = isObject(params) ? params : {};
  checkTickets(sent, all, values, refuser);
  const needed = NEEDED.find(([of, key]) => of === sent && !says(all[key]));
  if (needed) {
    const [, , input, others = []] = needed;
    const inputs = [input, ...others].map(nameOf).join(", ");
    refuse("type", `${sent} needs ${others.length > 0 ? `one of ${inputs}` : inputs}.`);
  }
}

/** What kinds of jobs need besides: the param, and the inputs for it. */
const NEEDED: readonly (readonly [JobType, param: string, input: Key, others?: readonly Key[]])[] =
  [
    ["applyMacro", "macro_id", "macro_id"],
    ["importMacro", "url", "url"],
    ["updateTicket", "updates", "status", Object.keys(ticketUpdates).slice(1) as Key[]],
  ];

function says(value: unknown): boolean {
  return isObject(value) ? Object.keys(value).length > 0 : value !== undefined && value !== null;
}

function checkTickets(
  type: unknown,
  params: JsonObject,
  values: Values<Inputs>,
  { refuse, nameOf }: Refuser<Inputs>,
): void {
  const ways = waysIn(params);
  const inputOf = (way: Way): Key =>
    values[way] !== undefined || (way === "start_datetime" && values.end_datetime !== undefined)
      ? way
      : values.additionalFields?.params === undefined
        ? "params"
        : "additionalFields";
  const [one, other] = ways;
  if (one === undefined) {
    if (isAboutTickets(type)) {
      refuse(
        "type",
        `${type} needs to know which tickets, or it could be about all of them: fill in one of ${nameOf("ticket_ids")}, ${nameOf("view_id")}, ${nameOf("filters")}, or ${nameOf("start_datetime")} with ${nameOf("end_datetime")}.`,
      );
    }
    return;
  }
  if (other !== undefined) {
    refuse(
      inputOf(other),
      `cannot be combined with ${inputOf(one) === inputOf(other) ? "another way" : nameOf(inputOf(one))}: say in one way which tickets the job is about.`,
    );
  } else if (one === "start_datetime") {
    checkPeriod(params, values, inputOf(one), { refuse, nameOf });
  }
}

/** Half a period would be about all tickets before or after it. */
function checkPeriod(
  { start_datetime: start, end_datetime: end }: JsonObject,
  values: Values<Inputs>,
  input: Key,
  { refuse, nameOf }: Refuser<Inputs>,
): void {
  if (!says(start) || !says(end)) {
    const lacking = says(start) ? "end_datetime" : "start_datetime";
    const given = input !== "start_datetime" ? input : says(start) ? input : "end_datetime";
    refuse(given, `needs ${nameOf(lacking)} beside it.`);
    return;
  }
  const [from = 0, until = 0] = [instantOf(start), instantOf(end)];
  if (until < from && values.end_datetime !== undefined) {
    refuse("end_datetime", `is before ${nameOf("start_datetime")}.`);
  }
}

import { createHash, randomBytes } from "node:crypto";
import {
  type CallToolResult,
  createRequestStateCodec,
  type InputRequiredResult,
  inputRequired,
  inputResponse,
  type ServerContext,
} from "@modelcontextprotocol/server";
import type { Action } from "../../actions/action";
import { isObject } from "../../client/json";
import { jsonIn } from "../../fields/jsonText";
import type { Unagreed } from "../access/audit";
import type { Call } from "../tools/tool";

/** A call that a person may have to agree to. */
export interface Asked extends Call {
  /** What the action's inputs hold, as they were read. */
  readonly values: Held;
  /** What the call names its connection by. */
  readonly pcid: unknown;
}

/** What is answered in place of a call, and why. */
export interface Instead {
  readonly how: Unagreed;
  readonly result: CallToolResult | InputRequiredResult;
}

/**
 * What says that a person was asked about this very call: it comes back with the answer. Another
 * process has another key, and asks again.
 */
const question = createRequestStateCodec<string>({ key: randomBytes(32) });

/** How much of the arguments is shown, in characters. */
const LONGEST_SHOWN = 500;

/**
 * What is deleted without being lost: values and labels that can be given again, and a job that is
 * called off.
 */
const NOT_LOST: readonly string[] = [
  "/custom-fields/{id}",
  "/tickets/{ticket_id}/tags",
  "/jobs/{id}",
];

const MERGE = /\/merge\b/;

/** What the inputs of an action hold, by key. */
type Held = Readonly<Record<string, unknown>>;

/**
 * Whether what a call does is gone for good: it deletes an object, merges it into another, or starts
 * a job that deletes tickets.
 *
 * @param values what the action's inputs hold, as they were read
 */
export function isForGood({ route, effect }: Action, values: Held = {}): boolean {
  if (effect.readOnly) {
    return false;
  }
  if (route === undefined) {
    return isRawForGood(values);
  }
  return (
    (route.startsWith("DELETE ") && !NOT_LOST.some((end) => route.endsWith(end))) ||
    MERGE.test(route) ||
    (route === "POST /jobs" && values.type === "deleteTicket")
  );
}

/** The same for a raw request. A job that nobody can read may delete as well. */
function isRawForGood({ method, url, data }: Held): boolean {
  const path = isObject(url) ? String(url.path) : "";
  if (method === "DELETE" || MERGE.test(path)) {
    return true;
  }
  const type = method === "POST" && /^\/jobs\/?$/i.test(path) ? jobTypeIn(data) : "";
  return type === undefined || type === "deleteTicket";
}

/** The type of the job that a raw request's body starts. */
function jobTypeIn(data: unknown): string | undefined {
  const { text, json } = isObject(data) ? data : {};
  const body = typeof text === "string" ? jsonIn(text)?.value : json;
  const type = isObject(body) ? body.type : undefined;
  return typeof type === "string" ? type : undefined;
}

/**
 * Asks a person whether a call may be carried out, where it is for good and the client can ask one.
 * A client that cannot is not kept from calling. Over HTTP each request stands for itself, so a
 * client of a revision before 2026-07-28, which says what it can do in `initialize` alone, is not
 * asked there.
 *
 * @param elicitation what the client says of how it can ask a person
 * @returns the question, or what is answered to a no; undefined where the call may be carried out
 */
export async function confirmed(
  { tool, given, values, pcid }: Asked,
  context: ServerContext,
  elicitation: unknown,
): Promise<Instead | undefined> {
  const { mcpReq } = context;
  if (!canAsk(elicitation) || !isForGood(tool.action, values)) {
    return undefined;
  }
  const call = createHash("sha256")
    .update(JSON.stringify([tool.name, given, pcid ?? null]))
    .digest("base64url");
  const answer = inputResponse(mcpReq.inputResponses, "confirm");
  if (answer.kind === "elicit" && (await isAbout(call, context))) {
    return answer.action === "accept" ? undefined : { how: "declined", result: DECLINED };
  }
  const result = inputRequired({
    inputRequests: {
      confirm: inputRequired.elicit({
        message: messageOf(tool.action, given, values),
        requestedSchema: { type: "object", properties: {} },
      }),
    },
    requestState: await question.mint(call, context),
  });
  return { how: "asked", result };
}

const DECLINED: CallToolResult = {
  structuredContent: { changed: false },
  content: [{ type: "text", text: "Nothing was changed: the person who was asked said no." }],
};

/** Whether a form can be shown to a person; a capability without modes is that of forms. */
function canAsk(elicitation: unknown): boolean {
  return isObject(elicitation) && (elicitation.form !== undefined || !elicitation.url);
}

/** Whether a question was about this call, and not long ago. */
async function isAbout(call: string, context: ServerContext): Promise<boolean> {
  const state = context.mcpReq.requestState();
  if (typeof state !== "string") {
    return false;
  }
  const asked = question.verify(state, context).catch(() => undefined);
  return (await asked) === call;
}

/** What is lost, and of what. */
function messageOf(action: Action, given: Call["given"], values: Held): string {
  const shown = Object.entries(given).map(([name, value]) => `${name} ${written(value)}`);
  const all = shown.join(", ");
  const listed = all.length > LONGEST_SHOWN ? `${all.slice(0, LONGEST_SHOWN)}…` : all;
  return `${action.label}: ${listed}? ${lossOf(action, values)} This cannot be undone.`;
}

/** What an action's description says to whoever calls it, not to whoever is asked. */
const NOT_ASKED = /^(?:If it fails|It takes|Gorgias (?:may ignore|refuses))\b/;

/** What a person loses. */
function lossOf({ route, description }: Action, { method, url }: Held): string {
  if (route === "POST /jobs") {
    return JOB_LOSS;
  }
  if (route === undefined) {
    const isJob = method === "POST" && isObject(url) && !MERGE.test(String(url.path));
    return isJob ? JOB_LOSS : "What it names is deleted, or merged into something else.";
  }
  const sentences = description.split(/(?<=\.) /).filter((one) => !NOT_ASKED.test(one));
  return sentences.join(" ").replace(", which cannot be undone", "");
}

const JOB_LOSS = "All tickets of the job are deleted for good, with their messages.";

function written(value: unknown): string {
  const items = Array.isArray(value) ? ` (${value.length})` : "";
  return JSON.stringify(value) + items;
}

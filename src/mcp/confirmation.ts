import { createHash, randomBytes } from "node:crypto";
import {
  type CallToolResult,
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  createRequestStateCodec,
  type InputRequiredResult,
  inputRequired,
  inputResponse,
  type ServerContext,
} from "@modelcontextprotocol/server";
import type { Action } from "../actions/action";
import type { Unagreed } from "./audit";
import type { Call } from "./tool";

/** A call that a person may have to agree to. */
export interface Asked extends Call {
  /** What the call names its connection by. */
  readonly pcid: unknown;
}

/** What is answered in place of a call, and why. */
export interface Instead {
  readonly how: Unagreed;
  readonly result: CallToolResult | InputRequiredResult;
}

/** What says that a person was asked about this very call: it comes back with the answer. */
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

/**
 * Whether what a call does is gone for good: it deletes an object, merges it into another, or starts
 * a job that deletes tickets.
 */
export function isForGood({ route, effect }: Action, given: Call["given"] = {}): boolean {
  if (effect.readOnly) {
    return false;
  }
  if (route === undefined) {
    return String(given.method).toUpperCase() === "DELETE" || MERGE.test(String(given.url));
  }
  return (
    (route.startsWith("DELETE ") && !NOT_LOST.some((end) => route.endsWith(end))) ||
    MERGE.test(route) ||
    (route === "POST /jobs" && given.type === "deleteTicket")
  );
}

/**
 * Asks a person whether a call may be carried out, where it is for good and the client can ask one.
 * A client that cannot is not kept from calling.
 *
 * @param known what the client said of itself when the conversation began
 * @returns the question, or what is answered to a no; undefined where the call may be carried out
 */
export async function confirmed(
  { tool, given, pcid }: Asked,
  context: ServerContext,
  known: ClientCapabilities | undefined,
): Promise<Instead | undefined> {
  const { mcpReq } = context;
  const said: Partial<Record<string, unknown>> = mcpReq.envelope ?? {};
  const client = (said[CLIENT_CAPABILITIES_META_KEY] as ClientCapabilities | undefined) ?? known;
  if (!canAsk(client) || !isForGood(tool.action, given)) {
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
        message: messageOf(tool.action, given),
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
function canAsk({ elicitation }: ClientCapabilities = {}): boolean {
  return elicitation !== undefined && (elicitation.form !== undefined || !elicitation.url);
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
function messageOf({ label, description }: Action, given: Call["given"]): string {
  const shown = Object.entries(given).map(([name, value]) => `${name} ${written(value)}`);
  const all = shown.join(", ");
  const listed = all.length > LONGEST_SHOWN ? `${all.slice(0, LONGEST_SHOWN)}…` : all;
  return `${label}: ${listed}? ${description} This cannot be undone.`;
}

function written(value: unknown): string {
  const items = Array.isArray(value) ? ` (${value.length})` : "";
  return JSON.stringify(value) + items;
}

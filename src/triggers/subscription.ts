import type { GorgiasClient } from "../client";
import { pathOf } from "../client/address";
import { jsonContent } from "../client/content";
import { unlessGone } from "../client/errors";
import { isObject, type JsonObject } from "../client/json";
import { pages } from "../client/pages";
import type { Integration, IntegrationTrigger } from "../schemas/integration";
import { formFor, SECRET_HEADER } from "./webhookEvent";

/** What is kept about a flow's integrations between deployments. */
export type Subscription = {
  /** What Gorgias sends with every request. */
  readonly secret: string;
  /** The integrations that were made for the flow. */
  readonly ids: readonly number[];
};

/** What a flow listens to, and where it is called. */
export interface WebhookSettings {
  /** The flow's webhook URL. */
  readonly url: string;
  /** How an admin recognises the integrations. */
  readonly name: string;
  readonly events: readonly IntegrationTrigger[];
  readonly template: JsonObject | undefined;
}

/** Reads what was kept; undefined for the first deployment. */
export function subscriptionIn(state: unknown): Subscription | undefined {
  return isObject(state) && typeof state.secret === "string" && Array.isArray(state.ids)
    ? (state as Subscription)
    : undefined;
}

/**
 * Makes Gorgias call a flow, and no more than that. Missing integrations are added first, so that
 * whatever goes wrong with them changes nothing; then those that are there are updated, and surplus
 * ones deleted. Doing it again changes nothing. Each event has an integration of its own, because a
 * request says nothing of its event but what stands in its form.
 *
 * @param before the flow's integrations that are there
 * @returns what to keep
 */
export async function subscribe(
  gorgias: GorgiasClient,
  settings: WebhookSettings,
  secret: string,
  before: readonly Integration[],
): Promise<Subscription> {
  const surplus = [...before];
  const wanted = [...new Set(settings.events)].map((event) => ({
    body: bodyFor(event, settings, secret),
    present: takeFor(surplus, event),
  }));
  const ids: number[] = [];
  for (const { body } of wanted.filter(({ present }) => !present)) {
    ids.push(await add(gorgias, body));
  }
  for (const { body, present } of wanted) {
    if (present) {
      ids.push((await update(gorgias, present.id, body)) ?? (await add(gorgias, body)));
    }
  }
  await remove(gorgias, surplus);
  return { secret, ids };
}

function bodyFor(
  event: IntegrationTrigger,
  { url, name, template }: WebhookSettings,
  secret: string,
): JsonObject {
  return {
    name: `${name} (${event})`,
    description: "Starts a flow. It is created and deleted with the flow: do not change it.",
    http: {
      url,
      method: "POST",
      request_content_type: "application/json",
      response_content_type: "application/json",
      headers: { [SECRET_HEADER]: secret },
      form: formFor(event, template),
      triggers: { [event]: true },
    },
  };
}

/** Takes back everything that {@link subscribe} has made. */
export async function unsubscribe(
  gorgias: GorgiasClient,
  url: string,
  ids: readonly number[],
): Promise<void> {
  await remove(gorgias, await integrationsOf(gorgias, url, ids));
}

/**
 * Removes what a deployment that failed has added. Looks for it first: Gorgias may have made an
 * integration and said so too late.
 *
 * @param before the flow's integrations that were there
 * @returns what could not be removed
 * @throws GorgiasError where it cannot be looked for
 */
export async function takeBack(
  gorgias: GorgiasClient,
  url: string,
  before: readonly Integration[],
): Promise<number[]> {
  const left: number[] = [];
  for (const one of await integrationsOf(gorgias, url, [])) {
    if (!before.some(({ id }) => id === one.id)) {
      await remove(gorgias, [one]).catch(() => left.push(one.id));
    }
  }
  return left;
}

/** The flow's integrations: those that call its URL, and those that were made for it. */
export async function integrationsOf(
  gorgias: GorgiasClient,
  url: string,
  ids: readonly number[],
): Promise<Integration[]> {
  const found: Integration[] = [];
  const list = { path: "/integrations", query: { type: "http" } };
  for await (const { data } of pages<Integration>(gorgias, list)) {
    found.push(...data.filter(({ id, http }) => http?.url === url || ids.includes(id)));
  }
  return found;
}

/** Takes the integration that listens to an event out of a list. */
function takeFor(found: Integration[], event: IntegrationTrigger): Integration | undefined {
  const place = found.findIndex(({ http }) => http?.triggers?.[event] === true);
  return place < 0 ? undefined : found.splice(place, 1)[0];
}

async function add(gorgias: GorgiasClient, body: JsonObject): Promise<number> {
  const { id } = (await write(gorgias, "POST", "/integrations", { ...body, type: "http" })) ?? {};
  if (typeof id !== "number") {
    throw new Error("Gorgias made an integration and did not say which.");
  }
  return id;
}

/** Updates an integration, and switches it on again where failures have switched it off. */
async function update(
  gorgias: GorgiasClient,
  id: number,
  body: JsonObject,
): Promise<number | undefined> {
  const change = { ...body, deactivated_datetime: null };
  return unlessGone(
    write(gorgias, "PUT", pathOf("/integrations/{id}", { id }), change).then(() => id),
  );
}

/** Somebody may have deleted one by hand. */
async function remove(
  gorgias: GorgiasClient,
  surplus: readonly Pick<Integration, "id">[],
): Promise<void> {
  for (const { id } of surplus) {
    await unlessGone(write(gorgias, "DELETE", pathOf("/integrations/{id}", { id })));
  }
}

/** How long one change may take, in milliseconds: a deployment has no more than seconds. */
const WRITE_TIMEOUT_MS = 4_000;

async function write(
  gorgias: GorgiasClient,
  method: "POST" | "PUT" | "DELETE",
  path: string,
  body?: JsonObject,
): Promise<Partial<Integration> | null> {
  const content = body && jsonContent(body);
  const answer = await gorgias.send({ method, path, content, timeoutMs: WRITE_TIMEOUT_MS });
  return answer.body as Partial<Integration> | null;
}

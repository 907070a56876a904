import { batchTrigger, type HttpResponse, type TriggerPayload } from "@prismatic-io/spectral";
import type { ActionContext } from "@prismatic-io/spectral/dist/types/ActionPerformFunction";
import type { GorgiasClient } from "../client";
import { accountLabel, pathOf } from "../client/address";
import { unlessGone } from "../client/errors";
import { isObject, type JsonObject } from "../client/json";
import { standardRetry } from "../client/retry";
import { webhookInputs } from "../inputs/triggers";
import { ticket } from "../schemas/ticket";
import { openStep, stepInputs } from "../step";
import { examplePayload } from "./examplePayload";
import { newSecret } from "./secret";
import { subscribe, subscriptionIn, unsubscribe } from "./subscription";
import {
  checkTemplate,
  identityOf,
  isGenuine,
  readWebhookEvent,
  type WebhookEvent,
} from "./webhookEvent";

/** What a flow gets for one event. */
export interface TicketEvent extends WebhookEvent {
  /** The account's name: `acme` for acme.gorgias.com. */
  readonly account: string;
  /** Only with Fetch Full Ticket: null when the ticket is gone by now. */
  readonly ticket?: unknown;
}

/** How many deliveries are remembered, to recognise one that comes again. */
const REMEMBERED = 500;

/** Gorgias waits for the answer, so the ticket has to come soon; otherwise Gorgias tries again. */
const QUICKLY = { timeoutMs: 10_000, retry: { ...standardRetry, retries: 1 } };

/** The platform gives a deployment 30 seconds. */
const LONGEST_DEPLOYMENT_MS = 27_000;

/**
 * Starts a flow when something happens to a ticket, as soon as Gorgias reports it.
 *
 * A batch trigger, because one of those starts a flow for each item that it hands on and none when
 * it hands on nothing: right for a forged request or a repeat.
 *
 * @see {@link https://prismatic.io/docs/integrations/lifecycle | Prismatic: instance lifecycle}
 */
export const ticketEventWebhook = batchTrigger({
  display: {
    label: "Ticket Event Webhook",
    description:
      "Starts when something happens to a ticket. Sets up what it needs in Gorgias when an instance is deployed, and removes it again.",
  },
  inputs: stepInputs(webhookInputs),
  scheduleSupport: "invalid",
  batchConfig: { batchSize: 1 },
  webhookLifecycleHandlers: {
    async create(context, params) {
      const kept = subscriptionIn(context.crossFlowState[keyOf(context)]);
      const { secret, ids } = kept ?? { secret: newSecret(), ids: [] };
      const { gorgias, values } = await openStep(context, params, webhookInputs, {
        check: checkTemplate,
        secrets: [secret],
      });
      const { events, template } = values;
      const name = `${context.instance.name} – ${context.flow.name}`;
      const settings = { url: urlOf(context), name, events, template };
      return remember(context, await inTime(subscribe(gorgias, settings, { secret, ids })));
    },
    async delete(context, params) {
      const kept = subscriptionIn(context.crossFlowState[keyOf(context)]);
      // What the inputs hold doesn't matter here: a flow with a mistake in them can be removed too.
      const { gorgias } = await openStep(context, params, {}, { secrets: kept && [kept.secret] });
      await inTime(unsubscribe(gorgias, urlOf(context), kept?.ids ?? []));
      return remember(context, null);
    },
  },
  async perform(context, payload: TriggerPayload, params) {
    const kept = subscriptionIn(context.crossFlowState[keyOf(context)]);
    if (!isGenuine(payload, kept?.secret)) {
      context.logger.warn("A request without the right secret was turned away.");
      return startNothing(401, "The secret is missing or wrong.");
    }
    const event = readWebhookEvent(payload);
    if (!event) {
      context.logger.warn("A request with something other than a ticket's event was turned away.");
      return startNothing(400, "This is not an event of a ticket.");
    }
    const seen = seenIn(context.polling.getState());
    const identity = identityOf(event);
    if (seen.includes(identity)) {
      context.logger.info(`${identity}: came again and starts nothing.`);
      return startNothing(200, "Received before.");
    }
    const { fetchFullTicket } = webhookInputs;
    const secrets = kept && [kept.secret];
    const { gorgias, values } = await openStep(context, params, { fetchFullTicket }, { secrets });
    const item: TicketEvent = {
      ...event,
      account: nameOf(params.connection),
      ...(values.fetchFullTicket ? { ticket: await ticketOf(gorgias, event.ticket_id) } : {}),
    };
    context.polling.setState({ seen: [...seen, identity].slice(-REMEMBERED) });
    return { items: [item], response: answer(200, "Received.") };
  },
  examplePayload: {
    payload: examplePayload<TicketEvent>({
      event: "ticket-message-created",
      ticket_id: ticket.example.id,
      message_id: ticket.example.messages[0]?.id ?? null,
      time: ticket.example.updated_datetime,
      fields: { email: "jo@example.com" },
      account: "acme",
      ticket: ticket.example,
    }),
  },
});

/** Lifecycle handlers see no state but that of all flows, where each flow needs a key of its own. */
function keyOf({ flow }: Pick<ActionContext, "flow">): string {
  return `gorgiasWebhook:${flow.stableId}`;
}

function remember(context: ActionContext, subscription: unknown) {
  return {
    crossFlowState: { ...context.crossFlowState, [keyOf(context)]: subscription },
  };
}

function urlOf({ webhookUrls, flow }: ActionContext): string {
  const url = webhookUrls[flow.name];
  if (!url) {
    throw new Error(`The flow ${flow.name} has no webhook URL that Gorgias could call.`);
  }
  return url;
}

function nameOf(connection: unknown): string {
  const fields = isObject(connection) ? connection.fields : undefined;
  return accountLabel(isObject(fields) ? fields.domain : undefined);
}

async function ticketOf(gorgias: GorgiasClient, id: number): Promise<JsonObject | null> {
  const path = pathOf("/tickets/{id}", { id });
  const found = await unlessGone(gorgias.send({ method: "GET", path, ...QUICKLY }));
  return isObject(found?.body) ? found.body : null;
}

function seenIn({ seen }: Record<string, unknown>): readonly unknown[] {
  return Array.isArray(seen) ? seen : [];
}

/** Answers a request without starting the flow. */
function startNothing(statusCode: number, message: string) {
  return { items: [], response: answer(statusCode, message), polledNoChanges: true };
}

function answer(statusCode: number, message: string): HttpResponse {
  return { statusCode, contentType: "application/json", body: JSON.stringify({ message }) };
}

/** Ends before the platform does, with words that help. What was done stays and is found again. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error("Gorgias is slow or its rate limit used up. Deploy again.")),
      LONGEST_DEPLOYMENT_MS,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

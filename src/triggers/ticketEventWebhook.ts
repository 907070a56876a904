import { batchTrigger, type HttpResponse, type TriggerPayload } from "@prismatic-io/spectral";
import type { ActionContext } from "@prismatic-io/spectral/dist/types/ActionPerformFunction";
import type { GorgiasClient } from "../client";
import { accountLabel, pathOf } from "../client/address";
import { GorgiasError, unlessGone } from "../client/errors";
import { isObject, type JsonObject } from "../client/json";
import { webhookInputs } from "../inputs/triggers";
import type { Integration } from "../schemas/integration";
import { ticket } from "../schemas/ticket";
import { openStep, stepInputs } from "../step";
import { examplePayload } from "./examplePayload";
import { newSecret } from "./secret";
import { integrationsOf, subscribe, subscriptionIn, takeBack, unsubscribe } from "./subscription";
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
  /** In its place: why the ticket could not be read. */
  readonly ticket_error?: string;
}

/** How many deliveries are remembered, to recognise one that comes again. */
const REMEMBERED = 500;

/**
 * How long the ticket may take: Gorgias waits for the answer, and an integration that fails too
 * often is switched off (docs/gorgias-api.md, "Webhooks").
 */
const LONGEST_READ_MS = 5_000;

/**
 * How long a deployment may take, and clearing up after one that failed. The platform gives both
 * 30 seconds, and a request that is under way may take seconds longer.
 */
const LONGEST_DEPLOYMENT_MS = 16_000;
const LONGEST_CLEARING_MS = 4_000;

/**
 * Starts a flow when something happens to a ticket, as soon as Gorgias reports it.
 *
 * A batch trigger, because one of those starts a flow for each item that it returns and none when
 * it returns none: right for a forged request or a repeat.
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
      const open = (timeLimitMs: number) =>
        openStep(context, params, webhookInputs, {
          check: checkTemplate,
          secrets: [secret],
          timeLimitMs,
        });
      const { gorgias, values } = await open(LONGEST_DEPLOYMENT_MS);
      const { events, template } = values;
      const name = `${context.instance.name} – ${context.flow.name}`;
      const settings = { url: urlOf(context), name, events, template };
      let before: readonly Integration[] | undefined;
      try {
        before = await integrationsOf(gorgias, settings.url, ids);
        return remember(context, await subscribe(gorgias, settings, secret, before));
      } catch (error) {
        const { gorgias: clearing } = await open(LONGEST_CLEARING_MS);
        const left = before && (await whatIsLeft(takeBack(clearing, settings.url, before)));
        throw explained(error, left, "Deploy the instance again.");
      }
    },
    async delete(context, params) {
      const kept = subscriptionIn(context.crossFlowState[keyOf(context)]);
      // What the inputs hold doesn't matter here: a flow with a mistake in them can be removed too.
      const { gorgias } = await openStep(
        context,
        params,
        {},
        { secrets: kept && [kept.secret], timeLimitMs: LONGEST_DEPLOYMENT_MS },
      );
      try {
        await unsubscribe(gorgias, urlOf(context), kept?.ids ?? []);
      } catch (error) {
        throw explained(error, "Remove the instance again: it goes on with what is left.");
      }
      return remember(context, null);
    },
  },
  async perform(context, payload: TriggerPayload, params) {
    const kept = subscriptionIn(context.crossFlowState[keyOf(context)]);
    if (!isGenuine(payload, kept?.secret)) {
      context.logger.warn("A request without the right secret was turned away.");
      return startNothing(401, "The secret is missing or wrong.");
    }
    const { template, fetchFullTicket } = webhookInputs;
    const inputs = { template, fetchFullTicket };
    const secrets = kept && [kept.secret];
    const timeLimitMs = LONGEST_READ_MS;
    const { gorgias, values } = await openStep(context, params, inputs, { secrets, timeLimitMs });
    const event = readWebhookEvent(payload, values.template);
    if (!event) {
      context.logger.warn("A request with something other than a ticket's event was turned away.");
      return startNothing(400, "This is not an event of a ticket.");
    }
    const seen = seenIn(context.polling.getState());
    const identity = identityOf(event);
    if (identity !== undefined && seen.includes(identity)) {
      context.logger.info(`${identity}: came again and starts nothing.`);
      return startNothing(200, "Received before.");
    }
    const item: TicketEvent = { ...event, account: nameOf(params.connection) };
    const items = [values.fetchFullTicket ? await withTicket(gorgias, item) : item];
    if (identity !== undefined) {
      context.polling.setState({ seen: [...seen, identity].slice(-REMEMBERED) });
    }
    return { items, response: answer(200, "Received.") };
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

/** Adds the ticket. An event starts its flow in any case: it comes once, a ticket can be read later. */
async function withTicket(gorgias: GorgiasClient, event: TicketEvent): Promise<TicketEvent> {
  try {
    const path = pathOf("/tickets/{id}", { id: event.ticket_id });
    const ticket = (await unlessGone(gorgias.get<JsonObject>(path))) ?? null;
    return { ...event, message_id: event.message_id ?? lastMessageOf(ticket), ticket };
  } catch (error) {
    const ticket_error = error instanceof Error ? error.message : "unknown error";
    gorgias.logger.warn(
      `The flow starts without ticket ${event.ticket_id}, which could not be read. ${ticket_error}`,
    );
    return { ...event, ticket_error };
  }
}

function lastMessageOf(ticket: JsonObject | null): number | null {
  const messages = Array.isArray(ticket?.messages) ? ticket.messages : [];
  const last: unknown = messages.at(-1);
  return isObject(last) && typeof last.id === "number" ? last.id : null;
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

/** @param clearing gets the integrations that were made and could not be taken back */
async function whatIsLeft(clearing: Promise<readonly number[]>): Promise<string | undefined> {
  const left = await clearing.catch(() => undefined);
  if (!left) {
    return "What was made in Gorgias could not be taken back; the next deployment uses it.";
  }
  return left.length > 0
    ? `Of what was made in Gorgias, the integrations ${left.join(", ")} are left; the next deployment uses them.`
    : undefined;
}

/** An error that says what is left and what to do, too. */
function explained(error: unknown, ...advice: readonly (string | undefined)[]): unknown {
  return error instanceof GorgiasError
    ? new GorgiasError([error.message, ...advice].filter(Boolean).join(" "), error)
    : error;
}

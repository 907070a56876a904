import type { Shop } from "./shop";
import type { Event } from "./shop/records/event";
import type { HttpSettings, Integration, Trigger } from "./shop/records/integration";
import { render, requestFor, templateData } from "./templates";

/** One call to tell an HTTP integration what happened. */
export interface Delivery {
  integrationId: number;
  trigger: Trigger;
  ticketId: number;
  url: string;
  /** 0 when nobody answered. */
  status: number;
}

/**
 * How many failures in a row switch an integration off. Sources dispute that, and whether Gorgias
 * tries again before it counts one (`docs/gorgias-api.md`, "Webhooks"): here it does not.
 */
const FAILURES_UNTIL_OFF = 100;

/** How long a receiver may take to answer. */
const TIMEOUT_MS = 5000;

/** Which trigger of an integration an event fires. */
const TRIGGER_OF: { [type: string]: Trigger } = {
  "ticket-created": "ticket-created",
  "ticket-updated": "ticket-updated",
  "ticket-message-created": "ticket-message-created",
  "ticket-self-unsnoozed": "ticket-self-unsnoozed",
  "ticket-assigned": "ticket-assignment-updated",
  "ticket-unassigned": "ticket-assignment-updated",
  "ticket-team-assigned": "ticket-assignment-updated",
  "ticket-team-unassigned": "ticket-assignment-updated",
  "ticket-closed": "ticket-status-updated",
  "ticket-reopened": "ticket-status-updated",
};

/** Calls the HTTP integrations that listen to what happens. */
export class Deliveries {
  /** Every call since the start. */
  readonly log: Delivery[] = [];
  private readonly pending = new Set<Promise<void>>();
  private readonly stopped = new AbortController();

  constructor(private readonly shop: Shop) {
    shop.listeners.push((event) => this.onEvent(event));
  }

  /** Calls the integrations that listen to a trigger. */
  fire(trigger: Trigger, ticketId: number, messageId?: number): void {
    for (const integration of this.shop.integrations.values()) {
      const { http, deactivated_datetime: off } = integration;
      if (http === null || off !== null || http.triggers[trigger] !== true) continue;
      const work = this.deliver(integration, http, { trigger, ticketId, messageId });
      this.pending.add(work);
      void work.finally(() => this.pending.delete(work));
    }
  }

  /** Waits until every call has come to an end. */
  async settled(): Promise<void> {
    while (this.pending.size > 0) await Promise.all(this.pending);
  }

  /** Gives up what has not arrived. */
  async stop(): Promise<void> {
    this.stopped.abort();
    await this.settled();
  }

  private onEvent(event: Event): void {
    const trigger = TRIGGER_OF[event.type];
    const ticketId = event.object_type === "Ticket" ? event.object_id : event.data?.ticket_id;
    if (typeof ticketId !== "number") return;
    const messageId = event.object_type === "TicketMessage" ? event.object_id : undefined;
    if (trigger !== undefined) this.fire(trigger, ticketId, messageId);
    const failed = messageId !== undefined && this.shop.messages.get(messageId)?.failed_datetime;
    if (failed) this.fire("ticket-message-failed", ticketId, messageId);
  }

  private async deliver(
    integration: Integration,
    http: HttpSettings,
    cause: { trigger: Trigger; ticketId: number; messageId: number | undefined },
  ): Promise<void> {
    await Promise.resolve(); // events are recorded while the change is still being made
    const { trigger, ticketId, messageId } = cause;
    const data = templateData(this.shop, { ticketId, messageId });
    const [url, request] = [render(http.url, data), requestFor(http, data)];
    if (this.stopped.signal.aborted) return;
    const status = await this.send(url, request);
    this.log.push({ integrationId: integration.id, trigger, ticketId, url, status });
    if (status >= 200 && status < 300) {
      integration.failures = 0;
      return;
    }
    integration.failures += 1;
    const { id, failures, deactivated_datetime: off } = integration;
    if (failures < FAILURES_UNTIL_OFF || off !== null) return;
    integration.deactivated_datetime = this.shop.stamp();
    this.shop.record("integration-deactivated", { type: "Integration", id }, null);
  }

  private async send(url: string, request: RequestInit): Promise<number> {
    const signal = AbortSignal.any([this.stopped.signal, AbortSignal.timeout(TIMEOUT_MS)]);
    try {
      const response = await fetch(url, { ...request, signal });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0;
    }
  }
}

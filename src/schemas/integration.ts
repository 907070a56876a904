/** What can call an HTTP integration (docs/gorgias-api.md, "Webhooks"). */
export const INTEGRATION_TRIGGERS = [
  "ticket-created",
  "ticket-updated",
  "ticket-message-created",
  "ticket-self-unsnoozed",
  "ticket-message-failed",
  "ticket-assignment-updated",
  "ticket-status-updated",
  "ticket-handed-over",
] as const;

/** What a ticket went through when an HTTP integration is called. */
export type IntegrationTrigger = (typeof INTEGRATION_TRIGGERS)[number];

/** An integration, as far as it is looked at here (docs/gorgias-api.md, "Integrations"). */
export interface Integration {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  /** Of HTTP integrations alone. */
  readonly http?: {
    readonly url: string;
    readonly triggers?: Readonly<Record<string, boolean>>;
  } | null;
}

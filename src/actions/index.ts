import { account } from "./account";
import type { Action, ActionGroup } from "./action";
import { customerCustomFields } from "./customerCustomFields";
import { customers } from "./customers";
import { customFields } from "./customFields";
import { events } from "./events";
import { files } from "./files";
import { messages } from "./messages";
import { rawRequests } from "./rawRequest";
import { searching } from "./search";
import { statistics } from "./statistics";
import { ticketCustomFields } from "./ticketCustomFields";
import { tickets } from "./tickets";
import { views } from "./views";

/** Every action, by what it works on, in the order in which the reference lists them. */
export const actionGroups: readonly ActionGroup[] = [
  account,
  tickets,
  messages,
  customers,
  customerCustomFields,
  ticketCustomFields,
  customFields,
  views,
  events,
  files,
  searching,
  statistics,
  rawRequests,
];

/** Every action, by the key that flows refer to. */
export const actions: Readonly<Record<string, Action>> = Object.assign(
  {},
  ...actionGroups.map((group) => group.actions),
);

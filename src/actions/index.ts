import { account } from "./account";
import type { Action, ActionGroup } from "./action";
import { customerCustomFields } from "./customerCustomFields";
import { customers } from "./customers";
import { customFields } from "./customFields";
import { events } from "./events";
import { exportsOf } from "./export";
import { files } from "./files";
import { integrations } from "./integrations";
import { jobs } from "./jobs";
import { macros } from "./macros";
import { messages } from "./messages";
import { phone } from "./phone";
import { rawRequests } from "./rawRequest";
import { rules } from "./rules";
import { satisfactionSurveys } from "./satisfactionSurveys";
import { searching } from "./search";
import { statistics } from "./statistics";
import { tags } from "./tags";
import { teams } from "./teams";
import { ticketCustomFields } from "./ticketCustomFields";
import { tickets } from "./tickets";
import { ticketTags } from "./ticketTags";
import { users } from "./users";
import { views } from "./views";
import { widgets } from "./widgets";

/** The actions on Gorgias' own objects. */
const endpointGroups: readonly ActionGroup[] = [
  account,
  users,
  tickets,
  messages,
  ticketTags,
  customers,
  customerCustomFields,
  ticketCustomFields,
  customFields,
  satisfactionSurveys,
  phone,
  views,
  events,
  files,
  tags,
  macros,
  rules,
  teams,
  jobs,
  integrations,
  widgets,
  searching,
  statistics,
];

/** Every action, by what it works on, in the order in which the reference lists them. */
export const actionGroups: readonly ActionGroup[] = [
  ...endpointGroups,
  exportsOf(endpointGroups),
  rawRequests,
];

/** Every action, by the key that flows refer to. */
export const actions: Readonly<Record<string, Action>> = Object.assign(
  {},
  ...actionGroups.map((group) => group.actions),
);

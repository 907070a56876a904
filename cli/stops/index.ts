import { account } from "./account";
import { anything } from "./anything";
import { cleaning } from "./cleaning";
import { customers } from "./customers";
import { customFields } from "./customFields";
import { events } from "./events";
import { files } from "./files";
import { integrations } from "./integrations";
import { jobs } from "./jobs";
import { macros } from "./macros";
import { phone } from "./phone";
import { rules } from "./rules";
import { satisfactionSurveys } from "./satisfactionSurveys";
import { statistics } from "./statistics";
import type { Stop } from "./stop";
import { tags } from "./tags";
import { teams } from "./teams";
import { tickets } from "./tickets";
import { users } from "./users";
import { views } from "./views";

/**
 * The tour, in order. Each action that changes something stands here at least once, and one that
 * only reads where its inputs are worth showing; what the tour makes it deletes again.
 */
export const STOPS: readonly Stop[] = [
  ...account,
  ...users,
  ...customers,
  ...tickets,
  ...tags,
  ...views,
  ...customFields,
  ...files,
  ...satisfactionSurveys,
  ...phone,
  ...events,
  ...teams,
  ...macros,
  ...rules,
  ...jobs,
  ...integrations,
  ...statistics,
  ...anything,
  ...cleaning,
];

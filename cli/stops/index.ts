import { account } from "./account";
import { anything } from "./anything";
import { cleaning } from "./cleaning";
import { customers } from "./customers";
import { customFields } from "./customFields";
import { events } from "./events";
import { files } from "./files";
import { macros } from "./macros";
import { rules } from "./rules";
import { statistics } from "./statistics";
import type { Stop } from "./stop";
import { tags } from "./tags";
import { teams } from "./teams";
import { tickets } from "./tickets";

/**
 * The tour, in order. Each action that changes something stands here at least once, and one that
 * only reads where its inputs are worth showing; what the tour makes it deletes again.
 */
export const STOPS: readonly Stop[] = [
  ...account,
  ...customers,
  ...tickets,
  ...tags,
  ...customFields,
  ...files,
  ...events,
  ...teams,
  ...macros,
  ...rules,
  ...statistics,
  ...anything,
  ...cleaning,
];

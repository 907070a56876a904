import { account } from "./account";
import { anything } from "./anything";
import { cleaning } from "./cleaning";
import { customers } from "./customers";
import { customFields } from "./customFields";
import { events } from "./events";
import { files } from "./files";
import { statistics } from "./statistics";
import type { Stop } from "./stop";
import { tickets } from "./tickets";
import { views } from "./views";

/**
 * The tour, in order. Each action that changes something stands here at least once, and one that
 * only reads where its inputs are worth showing; what the tour makes it deletes again.
 */
export const STOPS: readonly Stop[] = [
  ...account,
  ...customers,
  ...tickets,
  ...views,
  ...customFields,
  ...files,
  ...events,
  ...statistics,
  ...anything,
  ...cleaning,
];

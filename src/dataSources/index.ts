import { customFields } from "./customFields";
import { integrations } from "./integrations";
import { people } from "./people";
import { tags } from "./tags";
import { tickets } from "./tickets";
import { voiceCalls } from "./voiceCalls";
import { workspace } from "./workspace";

/** Every pick list, by the key that inputs and config variables refer to. */
export const dataSources = {
  ...tickets,
  ...people,
  ...customFields,
  ...tags,
  ...workspace,
  ...integrations,
  ...voiceCalls,
};

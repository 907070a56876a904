import type { ActionGroup } from "../action";
import { createIntegration } from "./createIntegration";
import { deleteIntegration } from "./deleteIntegration";
import { getIntegration } from "./getIntegration";
import { listIntegrations } from "./listIntegrations";
import { updateIntegration } from "./updateIntegration";

/** Actions on integrations, of which those of the type http can be written. */
export const integrations: ActionGroup = {
  title: "Integrations",
  actions: {
    listIntegrations,
    getIntegration,
    createIntegration,
    updateIntegration,
    deleteIntegration,
  },
};

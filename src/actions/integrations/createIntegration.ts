import { newIntegrationFields } from "../../inputs/integrations";
import { integration } from "../../schemas/integration";
import { endpoint, withAdditionalFields } from "../endpoint";
import { settingsIn, withoutSettings } from "./httpSettings";

export const createIntegration = endpoint({
  route: "POST /integrations",
  label: "Create Integration",
  description:
    "Create an HTTP integration: Gorgias calls its URL when something happens to a ticket. It takes an admin's connection.",
  guidance:
    "Only HTTP integrations can be created. It calls the URL for every ticket in the account from then on, until {deleteIntegration} removes it. Returns the new integration with its id.",
  inputs: newIntegrationFields,
  returns: integration,
  body: (rest, values) =>
    withAdditionalFields({
      ...withoutSettings(rest),
      type: "http",
      http: { ...DEFAULTS, ...settingsIn(values) },
    }),
});

/** What Gorgias needs beside the address (docs/gorgias-api.md, "Webhooks"). */
const DEFAULTS = {
  method: "POST",
  request_content_type: "application/json",
  response_content_type: "application/json",
};

import { integrationId } from "../../inputs/integrations";
import { integration } from "../../schemas/integration";
import { endpoint } from "../endpoint";

export const getIntegration = endpoint({
  route: "GET /integrations/{id}",
  label: "Get Integration",
  description: "Retrieve an integration.",
  guidance:
    "http says what an HTTP integration calls, and is null for the others. Its headers can hold secrets: don't repeat them. deactivated_datetime tells that it is switched off.",
  inputs: { id: integrationId },
  returns: integration,
});

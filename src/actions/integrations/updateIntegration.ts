import { changedIntegrationFields, httpIntegrationId } from "../../inputs/integrations";
import { integration } from "../../schemas/integration";
import { endpoint, withAdditionalFields } from "../endpoint";
import { readHttpIntegration } from "./httpIntegration";
import { settingsIn, settingsOf, withoutSettings } from "./httpSettings";

export const updateIntegration = endpoint({
  route: "PUT /integrations/{id}",
  label: "Update Integration",
  description:
    "Update an HTTP integration. What is left blank stays as it is: the integration is read first, because Gorgias needs more than what changes. It takes an admin's connection.",
  guidance:
    "triggers, headers and form, when given, replace those that are there. Returns the integration as it is afterwards.",
  inputs: { id: httpIntegrationId, ...changedIntegrationFields },
  returns: integration,
  readsUnchanged: true,
  async body(rest, values, gorgias) {
    const { id, name } = values;
    const http = settingsIn(values);
    // A PUT needs the name, and the address in http (docs/gorgias-api.md, "Webhooks"). Nothing says
    // what becomes of settings that it leaves out, so all that can be read are sent again.
    const before = await readHttpIntegration(gorgias, id);
    return withAdditionalFields({
      ...withoutSettings(rest),
      name: name ?? before.part("name"),
      http: http && { ...settingsOf(before.object("http")), ...http },
    });
  },
});

import { httpIntegrationId } from "../../inputs/integrations";
import { deletion } from "../../schemas/deletion";
import { endpoint } from "../endpoint";
import { readHttpIntegration } from "./httpIntegration";

export const deleteIntegration = endpoint({
  route: "DELETE /integrations/{id}",
  label: "Delete Integration",
  description:
    "Delete an HTTP integration for good; it is read first, and one of another type, such as a mailbox, stays. Gorgias stops calling its URL, so whatever waits for that no longer starts. It takes an admin's connection.",
  guidance:
    "To stop it for a while, use {updateIntegration} with deactivated_datetime. Returns { id, deleted }.",
  inputs: { id: httpIntegrationId },
  returns: deletion,
  look: async (gorgias, { id }) => void (await readHttpIntegration(gorgias, id)),
});

import { isoFromMicros, isoOrNull } from "../clock";
import type { Integration } from "../shop/records/integration";

/** An integration; `http` has the fields of `POST /api/integrations`. */
export function integrationShape(integration: Integration) {
  return {
    id: integration.id,
    uri: `/api/integrations/${integration.id}/`,
    name: integration.name,
    type: integration.type,
    description: integration.description,
    http: integration.http,
    decoration: null,
    meta: integration.meta,
    user: integration.userId === null ? null : { id: integration.userId },
    application_id: null,
    managed: false,
    locked_datetime: null,
    business_hours_id: integration.business_hours_id,
    created_datetime: isoFromMicros(integration.created_datetime),
    updated_datetime: isoFromMicros(integration.updated_datetime),
    deactivated_datetime: isoOrNull(integration.deactivated_datetime),
  };
}

import { isoFromMicros, isoOrNull } from "../clock";
import type { Shop } from "../shop";
import type { CustomField, Event, Integration, Rule, Tag, Team, User, View } from "../shop/records";
import { teamBrief, userBrief } from "./people";

/** An event, with the fields that `gorgias-api/notes.md` lists. */
export function eventShape(event: Event) {
  return {
    id: event.id,
    type: event.type,
    object_type: event.object_type,
    object_id: event.object_id,
    user_id: event.user_id,
    context: `00000000-0000-4000-8000-${event.id.toString(16).padStart(12, "0")}`,
    data: event.data,
    created_datetime: isoFromMicros(event.created_datetime),
    uri: `/api/events/${event.id}/`,
  };
}

/** A tag, and how many tickets carry it. */
export function tagShape(tag: Tag, usage: number) {
  return {
    id: tag.id,
    uri: `/api/tags/${tag.id}/`,
    name: tag.name,
    description: tag.description,
    decoration: tag.color === null ? null : { color: tag.color },
    usage,
    created_datetime: isoFromMicros(tag.created_datetime),
    deleted_datetime: null,
  };
}

/** A team with its members. */
export function teamShape(shop: Shop, team: Team) {
  return {
    ...teamBrief(team),
    uri: `/api/teams/${team.id}/`,
    description: team.description,
    members: team.memberIds.flatMap((id) => {
      const user = shop.users.get(id);
      return user === undefined ? [] : userBrief(user);
    }),
    created_datetime: isoFromMicros(team.created_datetime),
  };
}

/** An agent, whole. */
export function userShape(user: User) {
  return {
    ...userBrief(user),
    active: user.active,
    bio: user.bio,
    external_id: user.external_id,
    language: user.language,
    timezone: user.timezone,
    role: { name: user.role },
    created_datetime: isoFromMicros(user.created_datetime),
    updated_datetime: isoFromMicros(user.updated_datetime),
    deactivated_datetime: null,
  };
}

/** A view of tickets. */
export function viewShape(view: View) {
  return {
    id: view.id,
    uri: `/api/views/${view.id}/`,
    name: view.name,
    slug: view.name.toLowerCase(),
    type: "ticket-list",
    visibility: "public",
    decoration: null,
    fields: ["details", "tags", "customer", "created", "updated", "assignee", "channel"],
    filters: view.filters,
    order_by: "updated_datetime",
    order_dir: "desc",
    created_datetime: isoFromMicros(view.created_datetime),
    deactivated_datetime: null,
  };
}

/** A rule. */
export function ruleShape(rule: Rule) {
  return {
    id: rule.id,
    uri: `/api/rules/${rule.id}/`,
    name: rule.name,
    description: rule.description,
    code: rule.code,
    event_types: rule.event_types,
    priority: rule.priority,
    created_datetime: isoFromMicros(rule.created_datetime),
    updated_datetime: isoFromMicros(rule.updated_datetime),
    deactivated_datetime: null,
  };
}

/** A custom field's definition. */
export function customFieldShape(field: CustomField) {
  return {
    id: field.id,
    uri: `/api/custom-fields/${field.id}/`,
    object_type: field.object_type,
    label: field.label,
    description: field.description,
    external_id: field.external_id,
    priority: field.priority,
    required: field.required,
    managed_type: field.managed_type,
    definition: field.definition,
    created_datetime: isoFromMicros(field.created_datetime),
    updated_datetime: isoFromMicros(field.updated_datetime),
    deactivated_datetime: isoOrNull(field.deactivated_datetime),
  };
}

/** An integration; `http` has the fields of `POST /api/integrations`. */
export function integrationShape(integration: Integration) {
  return {
    id: integration.id,
    uri: `/api/integrations/${integration.id}/`,
    name: integration.name,
    type: integration.type,
    description: integration.description,
    http: integration.http,
    business_hours_id: integration.business_hours_id,
    created_datetime: isoFromMicros(integration.created_datetime),
    updated_datetime: isoFromMicros(integration.updated_datetime),
    deactivated_datetime: isoOrNull(integration.deactivated_datetime),
    deleted_datetime: null,
  };
}

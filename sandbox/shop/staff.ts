import type { Micros } from "../clock";
import type { CustomField } from "./records/customField";
import type { Integration } from "./records/integration";
import type { Rule } from "./records/rule";
import type { Tag } from "./records/tag";
import type { Team } from "./records/team";
import type { User } from "./records/user";
import type { View } from "./records/view";
import { TAGS } from "./vocabulary";

/** The agent whose e-mail and key open the API. */
export const OWNER = "agent@example.com";

const AGENTS = [
  [OWNER, "Sam", "Rivers", "admin"],
  ["nora@example.com", "Nora", "Lindqvist", "agent"],
  ["theo@example.com", "Theo", "Marchetti", "agent"],
  ["imani@example.com", "Imani", "Okafor", "agent"],
  ["lucas@example.com", "Lucas", "Brandt", "lite-agent"],
  ["mei@example.com", "Mei", "Tanaka", "agent"],
  ["bot@example.com", "Gorgias", "Bot", "bot"],
] as const;

/** The people who answer, in an account that was opened at that moment. */
export function agents(opened: Micros): User[] {
  return AGENTS.map(([email, firstname, lastname, role], index) => ({
    id: 400_746_608 + index,
    email,
    name: `${firstname} ${lastname}`,
    firstname,
    lastname,
    role,
    language: "en",
    timezone: "America/New_York",
    active: true,
    external_id: null,
    bio: null,
    meta: { name_set_via: "agent" },
    created_datetime: opened + index * 60_127_331,
    updated_datetime: opened + index * 60_127_331,
  }));
}

/** The teams, each with some of the agents. */
export function teams(opened: Micros, users: readonly User[]): Team[] {
  return ["Returns", "Shipping", "VIP"].map((name, index) => ({
    id: 5_101 + index,
    name,
    description: `Tickets for ${name}.`,
    memberIds: users.filter((_, at) => at % 3 === index).map((user) => user.id),
    created_datetime: opened + 3_600_000_911 + index * 1_000_003,
  }));
}

/** The tags that the account began with. */
export function tags(opened: Micros): Tag[] {
  return TAGS.map(([name, color], index) => ({
    id: 1_151_716 + index,
    name,
    description: null,
    color,
    created_datetime: opened + 7_200_000_417 + index * 1_000_003,
  }));
}

/** The views, with what each lists. */
export function views(opened: Micros): View[] {
  const made: Omit<View, "id" | "created_datetime">[] = [
    {
      name: "Open",
      filters: "eq(ticket.status, 'open')",
      matches: (ticket) => ticket.status === "open" && ticket.trashed_datetime === null,
    },
    {
      name: "Closed",
      filters: "eq(ticket.status, 'closed')",
      matches: (ticket) => ticket.status === "closed" && ticket.trashed_datetime === null,
    },
    {
      name: "Unassigned",
      filters: "isEmpty(ticket.assignee_user.id)",
      matches: (ticket) => ticket.assigneeUserId === null && ticket.trashed_datetime === null,
    },
    {
      name: "Trash",
      filters: "isNotEmpty(ticket.trashed_datetime)",
      matches: (ticket) => ticket.trashed_datetime !== null,
    },
  ];
  return made.map((view, index) => ({
    id: 900_201 + index,
    ...view,
    created_datetime: opened + 10_800_000_133 + index * 1_000_003,
  }));
}

/** The rules, with the tickets that each applies to. */
export function rules(opened: Micros): Rule[] {
  const made: Pick<Rule, "name" | "description" | "code" | "matches">[] = [
    {
      name: "Tickets that came by e-mail",
      description: "Lists what came in through the shared inbox.",
      code: "if (eq(ticket.channel, 'email')) { Action('addTags', { tags: 'email' }) }",
      matches: (ticket) => ticket.channel === "email",
    },
    {
      name: "Urgent first",
      description: null,
      code: "if (eq(ticket.priority, 'critical')) { Action('addTags', { tags: 'urgent' }) }",
      matches: (ticket) => ticket.priority === "critical",
    },
  ];
  return made.map((rule, index) => ({
    id: 70_011 + index,
    ...rule,
    event_types: "ticket-created",
    priority: 100 - index,
    created_datetime: opened + 14_400_000_733 + index * 1_000_003,
    updated_datetime: opened + 14_400_000_733 + index * 1_000_003,
  }));
}

/** Ids of the custom fields that the made-up tickets and customers have values for. */
export const FIELD_IDS = {
  contactReason: 8_801,
  orderNumber: 8_802,
  refundAmount: 8_803,
  resolved: 8_804,
  loyalty: 8_811,
  points: 8_812,
  newsletter: 8_813,
  company: 8_814,
} as const;

/** One custom field of each kind, for tickets and for customers. */
export function customFields(opened: Micros): CustomField[] {
  const made: Pick<CustomField, "id" | "object_type" | "label" | "managed_type" | "definition">[] =
    [
      {
        id: FIELD_IDS.contactReason,
        object_type: "Ticket",
        label: "Contact reason",
        managed_type: "contact_reason",
        definition: {
          data_type: "text",
          input_settings: {
            input_type: "dropdown",
            choices: [
              "Shipping::Late delivery",
              "Return::Changed mind",
              "Product::Damaged",
              "Product::Question",
              "Order::Change",
              "Order::Cancel",
              "Discount::Request",
            ],
          },
        },
      },
      {
        id: FIELD_IDS.orderNumber,
        object_type: "Ticket",
        label: "Order number",
        managed_type: null,
        definition: {
          data_type: "text",
          input_settings: { input_type: "input", placeholder: "#10234" },
        },
      },
      {
        id: FIELD_IDS.refundAmount,
        object_type: "Ticket",
        label: "Refund amount",
        managed_type: null,
        definition: {
          data_type: "number",
          input_settings: { input_type: "input_number", min: 0, max: 5000 },
        },
      },
      {
        id: FIELD_IDS.resolved,
        object_type: "Ticket",
        label: "Solved at first contact",
        managed_type: null,
        definition: { data_type: "boolean", input_settings: { input_type: "dropdown" } },
      },
      {
        id: FIELD_IDS.loyalty,
        object_type: "Customer",
        label: "Loyalty level",
        managed_type: "customer_type",
        definition: {
          data_type: "text",
          input_settings: { input_type: "dropdown", choices: ["Bronze", "Silver", "Gold"] },
        },
      },
      {
        id: FIELD_IDS.points,
        object_type: "Customer",
        label: "Loyalty points",
        managed_type: null,
        definition: {
          data_type: "number",
          input_settings: { input_type: "input_number", min: 0 },
        },
      },
      {
        id: FIELD_IDS.newsletter,
        object_type: "Customer",
        label: "Reads the newsletter",
        managed_type: null,
        definition: { data_type: "boolean", input_settings: { input_type: "dropdown" } },
      },
      {
        id: FIELD_IDS.company,
        object_type: "Customer",
        label: "Company",
        managed_type: null,
        definition: { data_type: "text", input_settings: { input_type: "input" } },
      },
    ];
  return made.map((field, index) => ({
    ...field,
    description: null,
    external_id: null,
    priority: index + 1,
    required: false,
    created_datetime: opened + 18_000_000_219 + index * 1_000_003,
    updated_datetime: opened + 18_000_000_219 + index * 1_000_003,
    deactivated_datetime: null,
  }));
}

/** Id of the integration that shows the customers' orders. */
export const SHOPIFY_ID = 116_880;

/** The shared inbox of the account. */
export const INBOX = { name: "Acme Support", address: "inbox@example.com" } as const;

/** The shared inbox and the shop's own system, which both came with the account. */
export function integrations(opened: Micros): Integration[] {
  const made = [
    { id: 116_873, name: INBOX.name, type: "email" },
    { id: SHOPIFY_ID, name: "acme-store", type: "shopify" },
  ];
  return made.map((integration, index) => ({
    ...integration,
    description: null,
    http: null,
    business_hours_id: null,
    failures: 0,
    created_datetime: opened + 21_600_000_307 + index * 1_000_003,
    updated_datetime: opened + 21_600_000_307 + index * 1_000_003,
    deactivated_datetime: null,
  }));
}

import { ordersBy } from "./orders";
import {
  boolean,
  type Described,
  freeForm,
  integer,
  moment,
  nullable,
  object,
  type Resource,
  text,
} from "./schema";

/** What a user may do (docs/gorgias-api.md, "Users"). */
export const USER_ROLES = [
  "admin",
  "agent",
  "basic-agent",
  "lite-agent",
  "observer-agent",
  "bot",
  "internal-agent",
] as const;

/** The languages of the helpdesk (docs/gorgias-api.md, "Users"). */
export const USER_LANGUAGES = ["en", "fr"] as const;

/** What users can be ordered by (docs/gorgias-api.md, "Lists"). */
export const USER_ORDERS = ordersBy("created_datetime", "name", "email", "role.name");

const userSchema = object(
  { id: integer, name: nullable(text), email: nullable(text) },
  {
    active: boolean,
    bio: nullable(text),
    country: nullable(text),
    created_datetime: moment,
    deactivated_datetime: nullable(moment),
    external_id: nullable(text),
    firstname: nullable(text),
    lastname: nullable(text),
    has_password: boolean,
    has_2fa_enabled: boolean,
    language: nullable(text),
    meta: nullable(freeForm),
    role: nullable(object({ name: text })),
    timezone: nullable(text),
    updated_datetime: nullable(moment),
    client_id: nullable(text),
    uri: text,
  },
);

/** Who works in the helpdesk: an agent, an admin or a bot (docs/gorgias-api.md, "Users"). */
export const user: Resource<Described<typeof userSchema>> = {
  schema: userSchema,
  example: {
    id: 400746608,
    active: true,
    bio: null,
    country: null,
    created_datetime: "2023-02-01T09:00:00.000000+00:00",
    deactivated_datetime: null,
    email: "sam@example.com",
    external_id: null,
    firstname: "Sam",
    lastname: "Agent",
    has_password: true,
    has_2fa_enabled: false,
    language: "en",
    meta: {},
    name: "Sam Agent",
    role: { name: "agent" },
    timezone: "Europe/Paris",
    updated_datetime: "2024-11-14T13:56:16.494726+00:00",
    client_id: null,
    uri: "https://acme.gorgias.com/api/users/400746608/",
  },
};

import { ordersBy } from "./orders";
import {
  type Described,
  freeForm,
  integer,
  listOf,
  moment,
  nullable,
  object,
  type Resource,
  text,
} from "./schema";

/** What teams can be ordered by (docs/gorgias-api.md, "Lists"). */
export const TEAM_ORDERS = ordersBy("created_datetime", "name");

const memberSchema = object(
  { id: integer },
  { name: nullable(text), email: nullable(text), meta: nullable(freeForm) },
);

const teamSchema = object(
  { id: integer, name: text },
  {
    description: nullable(text),
    decoration: nullable(freeForm),
    members: listOf(memberSchema),
    uri: text,
    created_datetime: moment,
  },
);

/** A team of the account (docs/gorgias-api.md, "Teams"). */
export type Team = Described<typeof teamSchema>;

/** Its schema, and one that exists. */
export const team: Resource<Team> = {
  schema: teamSchema,
  example: {
    id: 5101,
    name: "Shipping",
    description: "Parcels that are late or lost.",
    decoration: { emoji: "📦" },
    members: [{ id: 400746608, name: "Sam", email: "sam@example.com", meta: null }],
    uri: "/api/teams/5101/",
    created_datetime: "2024-11-14T13:56:16.494726+00:00",
  },
};

import {
  type Described,
  freeForm,
  listOf,
  moment,
  nullable,
  object,
  type Resource,
  text,
} from "./schema";

const accountSchema = object(
  { domain: text, created_datetime: moment },
  {
    deactivated_datetime: nullable(moment),
    current_subscription: nullable(freeForm),
    settings: listOf(freeForm),
    status: freeForm,
    meta: nullable(freeForm),
  },
);

/**
 * The helpdesk account that a connection belongs to.
 *
 * @see {@link https://developers.gorgias.com/reference/account | Gorgias: the account object}
 */
export const account: Resource<Described<typeof accountSchema>> = {
  schema: accountSchema,
  example: {
    domain: "acme",
    created_datetime: "2023-02-01T09:00:00.000000+00:00",
    deactivated_datetime: null,
    current_subscription: { status: "active", plan: null },
    settings: [],
    status: { status: "active" },
  },
};

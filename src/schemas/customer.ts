import {
  anything,
  boolean,
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

/** How customers can be reached; accounts can have others (docs/gorgias-api.md, "Channels and via"). */
export const CUSTOMER_CHANNELS = [
  "chat",
  "email",
  "facebook",
  "instagram",
  "instagram-direct-message",
  "phone",
  "twitter",
  "whatsapp",
] as const;

const channelSchema = object(
  { id: integer, type: text, address: text, preferred: boolean },
  {
    created_datetime: moment,
    updated_datetime: moment,
    deleted_datetime: nullable(moment),
    user: freeForm,
    customer: freeForm,
  },
);

const always = {
  id: integer,
  email: nullable(text),
  name: nullable(text),
  firstname: nullable(text),
  lastname: nullable(text),
};

const sometimes = {
  external_id: nullable(text),
  language: nullable(text),
  timezone: nullable(text),
  note: nullable(text),
  active: boolean,
  channels: listOf(channelSchema),
  meta: nullable(freeForm),
  data: anything,
  customer: anything,
  integrations: anything,
  external_data: freeForm,
  ecommerce_data: freeForm,
  custom_fields: nullable(freeForm),
  created_datetime: moment,
  updated_datetime: nullable(moment),
};

const customerSchema = object(always, sometimes);

/** A customer as Gorgias answers it. */
export type Customer = Described<typeof customerSchema>;

/** A customer of the shop (docs/gorgias-api.md, "Customers"). */
export const customer: Resource<Customer> = {
  schema: customerSchema,
  example: {
    id: 400746613,
    email: "jo@example.com",
    name: "Jo Martin",
    firstname: "Jo",
    lastname: "Martin",
    external_id: "8817263",
    language: "en",
    timezone: "Europe/Paris",
    note: null,
    active: true,
    channels: [
      {
        id: 495066860,
        type: "email",
        address: "jo@example.com",
        preferred: true,
        created_datetime: "2024-11-14T13:56:16.582347+00:00",
        updated_datetime: "2024-11-14T13:56:16.582351+00:00",
        deleted_datetime: null,
      },
    ],
    meta: null,
    data: null,
    created_datetime: "2024-11-14T13:56:16.571002+00:00",
    updated_datetime: "2024-11-14T13:56:16.582351+00:00",
  },
};

const customerOrNewSchema = object({ ...always, created: boolean }, sometimes);

/** A customer who was found, or made because there was none. */
export const customerOrNew: Resource<Described<typeof customerOrNewSchema>> = {
  schema: customerOrNewSchema,
  example: { ...customer.example, created: false },
};

/** What setting a customer's data answers: nothing (docs/gorgias-api.md, "Writes"). */
export const customerData: Resource<unknown> = {
  schema: { ...anything, description: "Nothing." },
  example: null,
};

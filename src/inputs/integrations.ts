import * as z from "zod/mini";
import { isObject } from "../client/json";
import { choice, toBoolean } from "../fields/choice";
import { datetime } from "../fields/datetime";
import { type Field, field, isBlank, required } from "../fields/field";
import { refusal } from "../fields/inputError";
import { json } from "../fields/json";
import { toPairs } from "../fields/keyValue";
import { choices } from "../fields/list";
import { id } from "../fields/number";
import { secret, withSecrets } from "../fields/secret";
import { text, toText } from "../fields/text";
import {
  INTEGRATION_METHODS,
  INTEGRATION_TRIGGERS,
  type IntegrationTrigger,
  REQUEST_CONTENT_TYPES,
  RESPONSE_CONTENT_TYPES,
} from "../schemas/integration";
import { additionalFields } from "./common";
import { freeForm } from "./shapes";

const OF_INTEGRATION = {
  label: "Integration ID",
  dataSource: "selectIntegration",
  example: "116873",
};

/** The integration to read. */
export const integrationId = required(
  id({ ...OF_INTEGRATION, comments: "The ID of the integration." }),
);

/** The integration to change or delete. */
export const httpIntegrationId = required(
  id({
    ...OF_INTEGRATION,
    comments: "The ID of the integration. Only those of the type http can be changed or deleted.",
  }),
);

/** The only integrations to list. */
export const integrationType = choice(["http"], {
  label: "Type",
  comments:
    "Only integrations of this type: http is the only one that Gorgias can filter by. Left blank, all are listed.",
});

/** How an HTTP integration is called, as JSON (docs/gorgias-api.md, "Webhooks"). */
const httpSettings = () =>
  z.looseObject({
    url: z.nullish(z.string()),
    method: z.nullish(z.string()),
    request_content_type: z.nullish(z.string()),
    response_content_type: z.nullish(z.string()),
    headers: z.nullish(z.record(z.string(), z.unknown())),
    triggers: z.nullish(z.record(z.string(), z.boolean())),
    hmac_secret: z.nullish(z.string()),
  });

/** What can be written of an HTTP integration's settings and is answered as well. */
export const HTTP_SETTINGS = [
  "url",
  "method",
  "request_content_type",
  "response_content_type",
  "headers",
  "form",
  "triggers",
] as const;

/** Settings to write, out of what Gorgias answers: null where there is none, and what it alone sets. */
function toHttpSettings(parsed: unknown): unknown {
  return isObject(parsed)
    ? Object.fromEntries(
        Object.entries(parsed).filter(
          ([key, value]) => !["id", "oauth2"].includes(key) && (value !== null || key === "form"),
        ),
      )
    : parsed;
}

const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;

const headers: Field<[string, string][] | undefined> = field<[string, string][]>(
  {
    label: "Headers",
    type: "string",
    collection: "keyvaluelist",
    comments:
      "Headers that Gorgias sends with each request, a row each. A value can have templates such as {{ticket.id}} in it.",
  },
  (value, name) => {
    const sent = toPairs(value, name).map(([key, one]): [string, string] => {
      if (!HEADER_NAME.test(key)) {
        throw refusal(name, `${key} is no name that HTTP allows.`);
      }
      return [key, headerValue(one ?? "", `${name}: ${key}`)];
    });
    const names = sent.map(([key]) => key.toLowerCase());
    const twice = sent.find(([key], place) => names.indexOf(key.toLowerCase()) < place);
    if (twice) {
      throw refusal(name, `${twice[0]} is there more than once.`);
    }
    return sent;
  },
  { type: "object" },
);

/** It may be a secret, which no error repeats. */
function headerValue(value: unknown, name: string): string {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
    throw refusal(name, "expected text.");
  }
  return toText(typeof value === "boolean" ? String(value) : value, name);
}

const listed = choices(INTEGRATION_TRIGGERS, {
  label: "Triggers",
  comments:
    "What Gorgias calls the URL for. Those that are chosen are all that it is called for afterwards.",
});

/** Events that call: those of a list, or those that are true in what Gorgias answers. */
const triggers: Field<IntegrationTrigger[] | undefined> = field(
  listed.display,
  (value, name) => {
    const isAnswered =
      isObject(value) &&
      Object.keys(value).every((key) => INTEGRATION_TRIGGERS.some((one) => one === key));
    return listed.read(
      isAnswered
        ? Object.keys(value).filter((key) => !isBlank(value[key]) && toBoolean(value[key], name))
        : value,
      name,
    );
  },
  listed.accepts,
);

/** How an HTTP integration is called: as a form, and as JSON. */
export const httpInputs = {
  url: text({
    label: "URL",
    isAddress: true,
    example: "https://example.com/gorgias",
    comments:
      "Where Gorgias sends its requests. It can have templates such as {{ticket.id}} in it. A new integration needs it, here or in HTTP.",
  }),
  method: choice(INTEGRATION_METHODS, {
    label: "Method",
    comments: "The HTTP method of the requests. Left blank for a new integration, it is POST.",
  }),
  triggers,
  headers: withSecrets(headers),
  form: json(freeForm, {
    label: "Form",
    example: '{ "ticket": "{{ticket.id}}", "email": "{{ticket.customer.email}}" }',
    comments:
      "The body of the requests, as a JSON object of name → text. Gorgias fills in templates such as {{ticket.id}}.",
  }),
  request_content_type: choice(REQUEST_CONTENT_TYPES, {
    label: "Request Content Type",
    comments: "How Form is sent. Left blank for a new integration, it is application/json.",
  }),
  response_content_type: choice(RESPONSE_CONTENT_TYPES, {
    label: "Response Content Type",
    comments: "How the URL answers: application/json is the only way.",
  }),
  hmac_secret: secret({
    label: "HMAC Secret",
    comments:
      "A secret that Gorgias signs its requests with. It can be set and not read: left blank, nothing is sent for it.",
  }),
  http: withSecrets(
    json(
      httpSettings,
      {
        label: "HTTP",
        example: '{ "url": "https://example.com/gorgias", "triggers": { "ticket-created": true } }',
        comments:
          "The same as the inputs above as a JSON object, in Gorgias' words. Where both are filled in, the inputs above win.",
      },
      toHttpSettings,
    ),
  ),
};

const settings = {
  description: text({
    label: "Description",
    comments: "What the integration is for, for your admins.",
  }),
  business_hours_id: id({
    label: "Business Hours ID",
    example: "12",
    comments: "The business hours that go with the integration.",
  }),
};

/** What can be set on a new integration. */
export const newIntegrationFields = {
  name: required(
    text({
      label: "Name",
      example: "Order system",
      comments: "How your admins recognise the integration.",
    }),
  ),
  ...httpInputs,
  ...settings,
  additionalFields: withSecrets(additionalFields),
};

/** What can be changed on an integration. */
export const changedIntegrationFields = {
  name: text({
    label: "Name",
    example: "Order system",
    comments: "How your admins recognise the integration. Left blank, it stays as it is.",
  }),
  ...httpInputs,
  ...settings,
  deactivated_datetime: datetime({
    label: "Deactivated Datetime",
    comments:
      "When the integration was switched off. To switch it on again, use null in Additional Fields.",
  }),
  additionalFields: withSecrets(additionalFields),
};

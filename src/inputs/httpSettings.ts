import * as z from "zod/mini";
import { isObject } from "../client/json";
import { trimmed } from "../client/trimmed";
import { choice, toBoolean } from "../fields/choice";
import { type Field, field, isBlank } from "../fields/field";
import { refusal } from "../fields/inputError";
import { json, toJson } from "../fields/json";
import { toPairs } from "../fields/keyValue";
import { choices } from "../fields/list";
import { hasFields } from "../fields/plain";
import { secret, withSecrets } from "../fields/secret";
import { text, toText } from "../fields/text";
import {
  INTEGRATION_METHODS,
  INTEGRATION_TRIGGERS,
  REQUEST_CONTENT_TYPES,
  RESPONSE_CONTENT_TYPES,
} from "../schemas/integration";
import { freeForm } from "./shapes";

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
    example: "X-Api-Key: my-key",
    type: "string",
    collection: "keyvaluelist",
    comments:
      "Headers that Gorgias sends with each request, a row each. A value can have templates such as {{ticket.id}} in it.",
  },
  (value, name) => {
    // A header that stands in the wrong column is not repeated: it may be a secret.
    const sent = toPairs(value, name).map(([key, one]): [string, string] => {
      if (!HEADER_NAME.test(key)) {
        throw refusal(name, "a name in it is none that HTTP allows.");
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
  example: "ticket-created",
  comments:
    "What Gorgias calls the URL for. Those that are chosen are all that it is called for afterwards.",
});

/**
 * Events, each with whether it calls: chosen in a list, or as Gorgias answers them, with those that it
 * has added since.
 */
const triggers: Field<Record<string, boolean> | undefined> = field(
  listed.display,
  (value, name) => {
    const given = typeof value === "string" && /^\s*\{/.test(value) ? toJson(value, name) : value;
    const entries = hasFields(given)
      ? Object.entries(given)
          .filter(([, one]) => !isBlank(one))
          .map(([key, one]) => [key, toBoolean(one, `${name}.${key}`)] as const)
      : (listed.read(given, name) ?? []).map((one) => [one, true] as const);
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  },
  listed.accepts,
) as Field<Record<string, boolean> | undefined>;

const listedForm = json(freeForm, {
  label: "Form",
  example: '{ "ticket": "{{ticket.id}}", "email": "{{ticket.customer.email}}" }',
  comments:
    "The body of the requests, as a JSON object of names and their texts. Gorgias fills in templates such as {{ticket.id}}. One template alone, such as {{context}}, can stand for all of it.",
});

/** The body of the requests: of its own fields, or one template for all of it. */
const form: Field<unknown> = {
  ...listedForm,
  read: (value, name) => {
    const text = typeof value === "string" ? trimmed(value) : "";
    return /^\{\{[^{}]+\}\}$/.test(text) ? text : listedForm.read(value, name);
  },
};

/** How an HTTP integration is called: as a form, and as JSON. */
export const httpInputs = {
  url: withSecrets(
    text({
      label: "URL",
      isAddress: true,
      example: "https://example.com/gorgias",
      comments:
        "Where Gorgias sends its requests. It can have templates such as {{ticket.id}} in it.",
    }),
  ),
  method: choice(INTEGRATION_METHODS, {
    label: "Method",
    comments: "The HTTP method of the requests. Left blank for a new integration, it is POST.",
  }),
  triggers,
  headers: withSecrets(headers, true),
  form: withSecrets(form),
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
    example: "a-long-random-text",
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

import { isObject, type JsonObject } from "../../client/json";
import type { Values } from "../../fields/field";
import { HTTP_SETTINGS, httpInputs } from "../../inputs/httpSettings";
import { INTEGRATION_TRIGGERS } from "../../schemas/integration";

type HttpValues = Values<typeof httpInputs>;

/** What the inputs say of how the integration is called; undefined where they say nothing. */
export function settingsIn(values: HttpValues): JsonObject | undefined {
  const { http, headers, ...form } = values;
  const given: JsonObject = {
    ...http,
    ...filledIn(Object.keys(httpInputs).map((key) => [key, form[key as keyof typeof form]])),
    ...(headers && { headers: Object.fromEntries(headers) }),
  };
  // Of those that are left out, nothing says whether they stay.
  const triggers = isObject(given.triggers) && { triggers: { ...NO_TRIGGERS, ...given.triggers } };
  return Object.keys(given).length > 0 ? { ...given, ...triggers } : undefined;
}

const NO_TRIGGERS = Object.fromEntries(INTEGRATION_TRIGGERS.map((one) => [one, false]));

/** The inputs without those that say how the integration is called. */
export function withoutSettings(values: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(values).filter(([key]) => !Object.hasOwn(httpInputs, key)),
  );
}

/** The settings of an integration that is there, as they can be sent again. */
export function settingsOf(http: unknown): JsonObject {
  const before = isObject(http) ? http : {};
  return filledIn(HTTP_SETTINGS.map((key) => [key, before[key] ?? undefined]));
}

function filledIn(entries: readonly (readonly [string, unknown])[]): JsonObject {
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

import { gorgias } from "./wire";

type Settings = Readonly<Record<string, unknown>>;

/** A custom field as Gorgias answers it (recorded: list-custom-fields). */
export function definition(
  id: number,
  label: string,
  [data_type, input_settings]: readonly [string, Settings],
  more: object = {},
) {
  return {
    id,
    external_id: null,
    object_type: "Ticket",
    label,
    description: null,
    priority: 8,
    required: false,
    managed_type: null,
    definition: { data_type, input_settings },
    created_datetime: "2026-08-26T12:46:06.231080+00:00",
    updated_datetime: "2026-08-26T12:46:06.231080+00:00",
    deactivated_datetime: null,
    ...more,
  };
}

/** What a field's definition says, by its kind. */
export const kinds = {
  text: ["text", { input_type: "input" }],
  number: ["number", { input_type: "input_number" }],
  boolean: ["boolean", { input_type: "dropdown" }],
  dropdown: (...choices: unknown[]) => ["text", { input_type: "dropdown", choices }] as const,
  between: (min: unknown, max: unknown) =>
    ["number", { input_type: "input_number", min, max }] as const,
} as const;

/** A value as a list of values answers it. */
export const held = (field: object, value: unknown) => ({ field, prediction: null, value });

/** Answers one look at the values that a ticket or customer has. */
export function hasValues(owner: string, ...data: object[]): void {
  gorgias().get(`/api/${owner}/custom-fields`).reply(200, { data });
}

/** Answers one look at a field's definition. */
export function isDefined(field: ReturnType<typeof definition>): void {
  gorgias().get(`/api/custom-fields/${field.id}`).reply(200, field);
}

/** Refuses one look at a field's definition, as Gorgias does where the app lacks the scope. */
export function mayNotBeRead(id: number): void {
  gorgias()
    .get(`/api/custom-fields/${id}`)
    .reply(403, { error: { msg: "Missing scope: custom_fields:read" } });
}

/** Answers the request that writes, and no other body. */
export function takes(address: string, body: unknown, answer: object = { data: [] }): void {
  gorgias()
    .put(`/api/${address}`, (sent) => {
      expect(sent).toStrictEqual(body);
      return true;
    })
    .reply(200, answer);
}

import { isObject } from "../../client/json";
import { meantBy, toBoolean } from "../../fields/choice";
import { refusal, unexpected } from "../../fields/inputError";
import { boundsOf, toNumber } from "../../fields/number";
import { toText } from "../../fields/text";
import type { FilledIn, Scalar } from "../../inputs/customFields";
import type { CustomField } from "../../schemas/customField";

/** How many of something an error lists. */
const MOST_LISTED = 20;

/** Names in an error, cut to a sane number. */
export function listed(names: readonly string[]): string {
  const more = names.length - MOST_LISTED;
  const shown = names.slice(0, MOST_LISTED).join(", ");
  return more > 0 ? `${shown} and ${more} more` : shown;
}

type Kind = readonly [expected: string, read: (value: Scalar, name: string) => Scalar];

const KINDS: Readonly<Record<string, Kind>> = {
  text: ["text", toText],
  number: [
    "a number",
    (value, name) => (typeof value === "number" ? value : toNumber(value, name)),
  ],
  boolean: ["true or false", toBoolean],
};

/**
 * A value as its field takes it. Gorgias itself keeps whatever kind of JSON it gets
 * (docs/gorgias-api.md, "Custom fields").
 *
 * @throws InputError for a value that the field cannot have
 */
export function typedValue(
  { label, definition }: CustomField,
  value: Scalar,
  { value: name }: FilledIn["names"],
): Scalar {
  const { data_type, input_settings } = isObject(definition) ? definition : {};
  const kind = KINDS[String(data_type)];
  if (!kind || !isObject(input_settings)) {
    return value;
  }
  const [expected, read] = kind;
  const unfit = (wanted: string) => unexpected(name, `${wanted} for ${label}`, value);
  let fit: Scalar;
  try {
    fit = read(value, name);
  } catch {
    throw unfit(expected);
  }
  const { input_type, choices, min, max } = input_settings;
  const offered = Array.isArray(choices) ? choices : [];
  if (typeof fit === "string" && input_type === "dropdown") {
    return chosenFrom(offered, fit, name, label);
  }
  if (typeof fit === "boolean" && offered.length > 0 && !offered.includes(fit)) {
    throw unfit(offered.join(" or "));
  }
  const [least, most] = [boundOf(min), boundOf(max)];
  if (typeof fit === "number" && (fit < (least ?? fit) || fit > (most ?? fit))) {
    throw unfit(`a number${boundsOf(least, most)}`);
  }
  return fit;
}

/** @throws InputError for what is none of the choices, capital letters and outer spaces aside */
function chosenFrom(choices: readonly unknown[], given: string, name: string, label: string) {
  const texts = choices.map(String);
  if (texts.length === 0) {
    throw refusal(name, `${label} has no choices in Gorgias, so it cannot have a value.`);
  }
  const chosen = meantBy(given, texts);
  if (chosen === undefined) {
    throw unexpected(name, `one of the choices of ${label} (${listed(texts)})`, given);
  }
  return chosen;
}

/** A bound can come back as text (docs/gorgias-api.md, "Custom fields"). */
function boundOf(bound: unknown): number | undefined {
  const isGiven = typeof bound === "number" || (typeof bound === "string" && bound.trim() !== "");
  return isGiven && Number.isFinite(Number(bound)) ? Number(bound) : undefined;
}

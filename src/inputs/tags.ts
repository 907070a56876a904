import * as z from "zod/mini";
import { isObject } from "../client/json";
import { trimmed } from "../client/trimmed";
import {
  clearable,
  type Field,
  type FieldOptions,
  field,
  isBlank,
  required,
} from "../fields/field";
import { unexpected } from "../fields/inputError";
import { json } from "../fields/json";
import { ids, names } from "../fields/list";
import { id } from "../fields/number";
import { text, toText } from "../fields/text";

/** The tag to read, change or delete. */
export const tagId = required(
  id({
    label: "Tag ID",
    dataSource: "selectTagId",
    example: "1151716",
    comments: "The ID of the tag.",
  }),
);

/** The tags to delete. */
export const tagIds = required(
  ids({
    label: "Tag IDs",
    dataSource: "selectTagId",
    example: "1151716",
    comments: "The IDs of the tags to delete.",
  }),
);

const anyName = text({
  label: "Name",
  maxLength: 256,
  example: "warranty",
  comments:
    "The tag's name. Capital letters count: VIP and vip are two tags. Spaces around it don't.",
});

/** The name of a tag, without the spaces around it that nobody sees. */
export const tagName: Field<string | undefined> = {
  ...anyName,
  read: (value, name) => anyName.read(typeof value === "string" ? trimmed(value) : value, name),
};

const HEX = /^(?:#?([0-9a-f]{6})|#([0-9a-f]{3}))$/i;

/** A color, as Gorgias writes it: `#0693E3`. */
function toColor(value: unknown, name: string): string {
  const [, six, three = ""] = HEX.exec(trimmed(toText(value, name))) ?? [];
  const digits = six ?? three.replace(/./g, "$&$&");
  if (digits === "") {
    throw unexpected(name, "a color such as #0693E3", value);
  }
  return `#${digits}`;
}

const decoration = () => z.looseObject({ color: z.nullish(z.string()) });

/** Answers can have a decoration without a color, which Gorgias does not take. */
const withColor = (parsed: unknown) =>
  isObject(parsed) && Object.values(parsed).every(isBlank) ? undefined : parsed;

/** What else can be set on a tag. */
export const tagFields = {
  description: clearable(
    text({
      label: "Description",
      example: "Where the parcel is.",
      maxLength: 1024,
      comments: "What the tag is for.",
    }),
  ),
  color: clearable(
    field(
      {
        label: "Color",
        type: "string",
        example: "#0693E3",
        comments: "The tag's color in Gorgias, as six hexadecimal digits. It wins over Decoration.",
      },
      toColor,
    ),
    null,
    "decoration",
  ),
  decoration: clearable(
    json(
      decoration,
      {
        label: "Decoration",
        example: '{ "color": "#0693E3" }',
        comments: "How the tag looks in Gorgias, as JSON. For the color alone, use Color.",
      },
      withColor,
    ),
  ),
};

/** What a list of tags can be filtered by. */
export const tagFilters = {
  search: text({
    label: "Search",
    example: "ship",
    comments: "Only tags that Gorgias finds for this text.",
  }),
};

/** The tag that stays when others are merged into it. */
export const mergeDestination = required(
  id({
    label: "Destination Tag ID",
    dataSource: "selectTagId",
    example: "1151716",
    comments: "The ID of the tag that stays.",
  }),
);

/** The tags that are merged into another and then gone. */
export const mergeSources = required(
  ids({
    label: "Source Tags IDs",
    dataSource: "selectTagId",
    example: "1151726",
    comments: "The IDs of the tags to merge into the other. They are gone afterwards.",
  }),
);

/**
 * Tags by their names alone, picked or typed; whole tags, as earlier steps answer them, count as
 * their names.
 */
export function tagNames(options: Omit<FieldOptions, "dataSource">): Field<string[] | undefined> {
  const { read, ...rest } = names({ ...options, dataSource: "selectTag" });
  return {
    ...rest,
    read: (value, label) =>
      read(value, label)?.map((tag) => {
        if (typeof tag.name !== "string") {
          throw unexpected(label, "a tag's name", tag);
        }
        return tag.name;
      }),
  };
}

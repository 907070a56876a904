import * as z from "zod/mini";
import { itemsAddressOf } from "../client/cursors";
import { isObject } from "../client/json";
import { trimmed } from "../client/trimmed";
import { choice, openChoice } from "../fields/choice";
import { clearable, field, required, told } from "../fields/field";
import { unexpected } from "../fields/inputError";
import { json } from "../fields/json";
import { choices, ids } from "../fields/list";
import { id, wholeNumber } from "../fields/number";
import { lengthOf, text, toText } from "../fields/text";
import { DIRECTIONS, VIEW_FIELDS, VIEW_ORDERS, VIEW_TYPES, VISIBILITIES } from "../schemas/view";

/** The view to read, change or delete. */
export const viewId = required(
  id({
    label: "View ID",
    dataSource: "selectView",
    example: "900209",
    comments: "The ID of the view: the number at the end of its address in Gorgias.",
  }),
);

/** The view to search in; 0 is one that is not saved (docs/gorgias-api.md, "Objects and their values"). */
export const searchedViewId = told(
  "The view to search in. 0 searches all tickets, by search or filters.",
  required(
    wholeNumber({
      label: "View ID",
      dataSource: "selectView",
      example: "900209",
      comments:
        "The ID of the view to search in. 0 searches all tickets by Search, Filters or View.",
    }),
  ),
);

/** The language of filters (docs/gorgias-api.md, "Views"). */
const FILTERS =
  "calls joined with &&, such as eq(ticket.status, \"open\") && containsAny(ticket.channel, ['email', 'chat']). Functions: eq, neq, containsAny, notContainsAny, gt, gte, lt, lte, isEmpty, isNotEmpty, gteTimedelta, lteTimedelta. '{{current_user.id}}' stands for the user who is signed in.";

const filters = text({
  label: "Filters",
  long: true,
  example: 'eq(ticket.status, "open") && eq(ticket.priority, "high")',
  comments: `Which tickets the view shows: ${FILTERS}`,
});

/** What can be set on a view, new or not. */
export const viewFields = {
  name: text({ label: "Name", example: "Urgent e-mails", comments: "The name of the view." }),
  filters,
  search: clearable(
    text({
      label: "Search",
      example: "refund",
      comments: "Only tickets that hold this text.",
    }),
  ),
  visibility: choice(VISIBILITIES, {
    label: "Visibility",
    comments:
      "Who sees the view: everybody (public), those whom it is shared with (shared), or only its owner (private).",
  }),
  shared_with_teams: clearable(
    ids({
      label: "Shared With Teams",
      dataSource: "selectTeam",
      max: 100,
      example: "5101",
      comments:
        "The IDs of the teams that a shared view is for, at most 100. On an update they replace those that it has.",
    }),
    [],
  ),
  shared_with_users: clearable(
    ids({
      label: "Shared With Users",
      dataSource: "selectUser",
      max: 100,
      example: "400746608",
      comments:
        "The IDs of the users that a shared view is for, at most 100. On an update they replace those that it has.",
    }),
    [],
  ),
  fields: choices(VIEW_FIELDS, {
    label: "Fields",
    example: '["details", "tags", "customer"]',
    comments: "The columns of the view, in their order.",
  }),
  order_by: openChoice(VIEW_ORDERS, {
    label: "Order By",
    comments: "What the view is ordered by. Left blank, a new view is ordered by updated_datetime.",
  }),
  order_dir: choice(DIRECTIONS, {
    label: "Order Direction",
    comments: "Ascending (asc) or descending (desc). Left blank, a new view is descending.",
  }),
  section_id: id({
    label: "Section ID",
    example: "12",
    comments: "The ID of the section of the sidebar in which the view stands.",
  }),
  emoji: clearable(
    text({
      label: "Emoji",
      example: "🔥",
      comments: "The emoji in front of the view's name.",
    }),
    null,
    "decoration",
  ),
  type: openChoice(VIEW_TYPES, {
    label: "Type",
    comments: "What the view shows. Gorgias documents ticket-list alone.",
  }),
};

/** What a search takes of a view, by Gorgias' own names. */
const searchedView = () =>
  z.looseObject({
    category: z.nullish(z.string()),
    fields: z.nullish(z.array(z.string())),
    filters: z.nullish(z.string()),
    order_by: z.nullish(z.string()),
    order_dir: z.nullish(z.string()),
    search: z.nullish(z.string()),
    type: z.nullish(z.string()),
  });

/** What a saved view has and a search does not take (docs/gorgias-api.md, "Views"). */
const OF_SAVED_VIEWS = [
  ...["id", "uri", "name", "slug", "visibility", "decoration", "section_id", "filters_ast"],
  ...["shared_with_teams", "shared_with_users", "created_datetime", "deactivated_datetime"],
];

/** What is searched for among a view's items. */
export const viewSearch = {
  search: text({
    label: "Search",
    example: "refund",
    comments: "Only tickets that hold this text.",
  }),
  filters: text({
    label: "Filters",
    long: true,
    example: 'eq(ticket.status, "open")',
    comments: `Only tickets that fit: ${FILTERS}`,
  }),
  view: json(
    searchedView,
    {
      label: "View",
      example: '{ "type": "ticket-list", "filters": "eq(ticket.status, \\"open\\")" }',
      comments:
        "The whole view to search by, as JSON: category, fields, filters, order_by, order_dir, search, type. What Get View answered works as it is. Search and Filters win over it.",
    },
    (given) =>
      isObject(given)
        ? Object.fromEntries(
            Object.entries(given).filter(
              ([key, value]) => value !== null && !OF_SAVED_VIEWS.includes(key),
            ),
          )
        : given,
  ),
};

/** The longest cursor (docs/gorgias-api.md, "Lists"). An address has other things around it. */
const LONGEST_CURSOR = 512;

/** Where in a view's items to start: an address that an earlier answer had, or the cursor in it. */
const itemCursor = told(
  "meta.next_cursor of the page before, with all else the same.",
  field(
    {
      label: "Cursor",
      example: "WyJuZXh0Il0=",
      type: "string",
      comments:
        "Where to start: the next_cursor or prev_cursor of an earlier answer, which are addresses here, or the cursor in one of them. Left blank, the list starts at its beginning. Cursors are short-lived.",
    },
    (value, name) => {
      const given = trimmed(toText(value, name));
      const isAddress = /^\/|^[a-z]+:\/\//i.test(given);
      const cursor = isAddress ? itemsAddressOf(given)?.cursor : given;
      if (cursor === undefined || cursor.includes("?")) {
        throw unexpected(name, "the next_cursor or prev_cursor of an earlier answer", value);
      }
      if (lengthOf(cursor) > LONGEST_CURSOR) {
        throw unexpected(
          name,
          `a cursor of at most ${LONGEST_CURSOR} characters`,
          lengthOf(cursor),
        );
      }
      return given;
    },
  ),
);

/** Where in a view's items to start. */
export const itemPlace = {
  cursor: itemCursor,
  direction: choice(["next", "prev"], {
    label: "Direction",
    comments:
      "Which way a bare cursor leads: to the items after it (next) or before it (prev). An address in Cursor says so itself, and Fetch All ignores it.",
  }),
  ignored_item: id({
    label: "Ignored Item",
    example: "153006867",
    comments:
      "The ID of a ticket to leave out: the last one of the page before. An address in Cursor says so itself, and Fetch All ignores it.",
  }),
};

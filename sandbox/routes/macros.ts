import { z } from "zod";
import type { Api, RouteContext } from "../api";
import {
  booleanText,
  digits,
  freeObject,
  id,
  idText,
  orderBy,
  paging,
  repeated,
} from "../parameters";
import { invalid } from "../problem";
import { macroShape } from "../shapes/macro";
import type { Shop } from "../shop";
import { lifecycle } from "../shop/lifecycle";
import { byRelevance } from "../shop/macroRelevance";
import { INTENTS, type Macro, type MacroAction } from "../shop/records/macro";
import { PRIORITIES, type Ticket } from "../shop/records/ticket";
import { namesIn, refuseUsedMacro, userOfMacro } from "../shop/uses";
import { serveCollection } from "./collection";

const listQuery = z
  .strictObject({
    ...paging(),
    order_by: orderBy(
      "created_datetime",
      "updated_datetime",
      "name",
      "usage",
      "language",
      "relevance",
    ),
    search: z.string().optional(),
    tags: repeated(z.string()),
    languages: repeated(z.string()),
    ticket_id: idText.optional(),
    message_id: idText.optional(),
    number_predictions: digits.optional(),
    archived: booleanText.optional(),
  })
  .refine((query) => !query.order_by.startsWith("relevance") || query.ticket_id !== undefined, {
    path: ["ticket_id"],
    error: "Required to order by relevance.",
  });

/** What the actions take that are known here; others pass (`docs/gorgias-api.md`, "Macros"). */
const KNOWN_ACTIONS = {
  setResponseText: {
    title: "Add response text",
    arguments: z.looseObject({
      body_text: z.string().exactOptional(),
      body_html: z.string().exactOptional(),
    }),
  },
  addTags: { title: "Add tags", arguments: z.looseObject({ tags: z.string() }) },
  setPriority: {
    title: "Set priority",
    arguments: z.looseObject({ priority: z.enum(PRIORITIES).default("normal") }),
  },
} as const;

const action = z.strictObject({
  name: z.string().min(1),
  title: z.string().exactOptional(),
  arguments: freeObject.default({}),
  description: z.string().nullable().exactOptional(),
  type: z.enum(["user", "system"]).exactOptional(),
});

const optional = {
  actions: z.array(action).exactOptional(),
  external_id: z.string().nullable().exactOptional(),
  intent: z.enum(INTENTS).nullable().exactOptional(),
  language: z
    .string()
    .regex(/^[a-z]{2}$/, "Not a language of two letters.")
    .nullable()
    .exactOptional(),
};

const name = z.string().min(1);
const createBody = z.strictObject({ ...optional, name });
const updateBody = z.strictObject({ ...optional, name: name.exactOptional() });
const archiveBody = z.strictObject({ ids: z.array(id).min(1).max(30) });

/** Prepared answers, which can be put away and taken out again. */
export function macroRoutes(api: Api, context: RouteContext): void {
  const { shop } = context;
  const { create, change, remove } = lifecycle(shop, shop.macros, "Macro");
  const patchOf = ({ actions, ...plain }: z.output<typeof updateBody>) => ({
    ...plain,
    ...(actions && { actions: actions.map(checkedAction) }),
  });

  serveCollection(api, context, {
    path: "/macros",
    records: shop.macros,
    shape: macroShape,
    writtenBy: "agent",
    list: {
      query: listQuery,
      select: (query) => ({
        where: macroFilter(query),
        ...(query.order_by.startsWith("relevance") && {
          records: byRelevance(shop, ticketOf(shop, query)),
        }),
      }),
    },
    get: {},
    create: {
      body: createBody,
      make: (body, by) => {
        const given = patchOf(body);
        return create(
          ({ id: macroId, created_datetime }) => ({
            id: macroId,
            external_id: null,
            intent: null,
            language: null,
            usage: 0,
            actions: [],
            ...given,
            name: body.name,
            created_datetime,
            updated_datetime: null,
            archived_datetime: null,
          }),
          by,
        );
      },
    },
    update: { body: updateBody, change: (macro, body, by) => change(macro, patchOf(body), by) },
    removable: (macro) => refuseUsedMacro(shop, macro),
    remove,
  });

  // Gorgias asked an application for the old scope here, `error-403-missing-scope.json`.
  const route = {
    schema: { body: archiveBody },
    config: { needs: "agent", scope: "write:all" },
  } as const;
  const setArchived = (ids: number[], archived: boolean, by: number | null) => ({
    data: ids.map((macroId) => {
      const macro = shop.macros.get(macroId);
      const error = archiveError(shop, macroId, archived);
      if (macro !== undefined && error === null) {
        change(macro, { archived_datetime: archived ? shop.stamp() : null }, by);
      }
      return { id: macroId, status: error === null ? "success" : "error", error };
    }),
  });
  api.put("/macros/archive", route, ({ body, userId }) => setArchived(body.ids, true, userId));
  api.put("/macros/unarchive", route, ({ body, userId }) => setArchived(body.ids, false, userId));
}

function ticketOf(shop: Shop, query: z.output<typeof listQuery>): Ticket {
  const ticket = shop.tickets.get(query.ticket_id ?? 0);
  if (ticket === undefined) throw invalid("ticket_id", "No such ticket.");
  return ticket;
}

/** Why a macro is not put away, or taken out again. Each of a request has its own answer. */
function archiveError(shop: Shop, macroId: number, archived: boolean): string | null {
  const macro = shop.macros.get(macroId);
  if (macro === undefined) return `Macro ${macroId} not found.`;
  return archived ? (userOfMacro(shop, macro) ?? null) : null;
}

/** An action with its title; 400 for arguments that a known one does not take. */
function checkedAction(given: z.output<typeof action>, index: number): MacroAction {
  const known = Object.entries(KNOWN_ACTIONS).find(([key]) => key === given.name)?.[1];
  if (known === undefined) return { title: given.name, ...given };
  const read = known.arguments.safeParse(given.arguments);
  if (!read.success) {
    const [issue] = read.error.issues;
    const field = ["actions", index, "arguments", ...(issue?.path ?? [])].map(String).join(".");
    throw invalid(field, issue?.message ?? "Not valid.");
  }
  return { title: known.title, ...given, arguments: read.data };
}

function macroFilter(query: z.output<typeof listQuery>): (macro: Macro) => boolean {
  const search = query.search?.toLowerCase() ?? "";
  const { tags, languages, archived } = query;
  return (macro) => {
    const tagged = macro.actions.flatMap((one) => namesIn(one.arguments.tags));
    return (
      textOf(macro).includes(search) &&
      (tags === undefined || tags.some((tag) => tagged.includes(tag))) &&
      (languages === undefined || languages.includes(macro.language ?? "")) &&
      (archived === undefined || archived === (macro.archived_datetime !== null))
    );
  };
}

/** What a search looks through: the name and the texts. */
function textOf({ name: title, actions }: Macro): string {
  const texts = actions.map((one) => one.arguments.body_text ?? "");
  return [title, ...texts].join("\n").toLowerCase();
}

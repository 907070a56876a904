import { z } from "zod";
import type { Api, RouteContext } from "../api";
import type { Listing, PageQuery } from "../pages";
import { id, idOrZeroPath, idPath, repeated } from "../parameters";
import type { RecordStore } from "../shop/recordStore";
import type { Rank } from "../shop/records/user";

/**
 * Records that are listed, read and changed under one path. What a declaration leaves out is not
 * served. Whatever else an endpoint does beside these stays a route of its own.
 */
export interface Collection<
  T extends { id: number },
  ListQuery extends PageQuery = PageQuery,
  CreateBody = unknown,
  UpdateBody = unknown,
  Parent = undefined,
> {
  /** Under `/api`; one record is at its id below it. */
  path: string;
  /** A store of the account, or one made here when nothing else reads these records. */
  records: RecordStore<T>;
  /** What one record looks like; in the list too, unless `select` says otherwise. */
  shape: (record: T) => object;
  /** What one record looks like after a write, where that is something else. */
  written?: (record: T) => object;
  /** The lowest role that may write, where not everybody who may write tickets may. */
  writtenBy?: Rank;
  /** The lowest role that may delete, where that is not the one that may write. */
  removedBy?: Rank;
  /** Whether a user has a record at all; for others, it is as if there were none. */
  visible?: (record: T, by: number | null) => boolean;
  /** Records that stand for users, who may read and change their own: by its id, or by 0. */
  hasOneself?: true;
  /** `GET` of the path: pages of all records in the order asked for, unless `select` says less. */
  list?: {
    query: z.ZodType<ListQuery>;
    /** Whether its pages speak of a total, which some lists do. */
    hasTotal?: true;
    select?: (query: ListQuery, by: number | null) => Partial<Listing<T>>;
  };
  /** `GET` of one record. Each relationship is added under its name when the query asks for it. */
  get?: { relationships?: Record<string, (record: T) => unknown> };
  /** `POST`, answered 201 with the new record. */
  create?: {
    query?: z.ZodType;
    body: z.ZodType<CreateBody>;
    make: (body: CreateBody, by: number | null, parent: Parent) => T;
  };
  /** `PUT` of one record, answered with it and 200 unless Gorgias has another status here. */
  update?: {
    query?: z.ZodType;
    body: z.ZodType<UpdateBody>;
    status?: 202;
    change: (record: T, body: UpdateBody, by: number | null, parent: Parent) => T;
  };
  /** `DELETE` of one record, answered 204. */
  remove?: (record: T, by: number | null, parent: Parent) => void;
  /** Throws for a record that has to stay: a `DELETE` removes nothing then. */
  removable?: (record: T) => void;
  /** `DELETE` of the path with `{ ids }` removes all of them, or none when one is missing. */
  removeSeveral?: true;
}

/** The record that a collection belongs to, named in the collection's path. */
export interface ParentOf<T, Params, Parent> {
  /** The parameters of the path that name it. */
  params: z.ZodType<Params>;
  /** The parent itself; 404 if it does not exist. */
  find: (params: Params) => Parent;
  /** Whether a record is one of this parent's. */
  holds: (parent: Parent, record: T) => boolean;
}

const noQuery = z.strictObject({});
const removeBody = z.strictObject({ ids: z.array(id).min(1) });

/**
 * Serves what a collection declares.
 *
 * @example
 * serveCollection(api, context, {
 *   path: "/widgets",
 *   records: new RecordStore<Widget>({ kind: "Widget", orders: byCreation }),
 *   shape: widgetShape,
 *   list: { query: z.strictObject({ ...paging(), order_by: orderBy("created_datetime") }) },
 *   get: {},
 * });
 */
export function serveCollection<T extends { id: number }, L extends PageQuery, C, U>(
  api: Api,
  context: RouteContext,
  collection: Collection<T, L, C, U>,
): void {
  const account = { params: z.object({}), find: () => undefined, holds: () => true };
  serveCollectionOf(api, context, account, collection);
}

/** Serves a collection that every record of another one has for itself. */
export function serveCollectionOf<
  T extends { id: number },
  L extends PageQuery,
  C,
  U,
  Params,
  Parent,
>(
  api: Api,
  { pages }: RouteContext,
  { params: parentParams, find, holds }: ParentOf<T, Params, Parent>,
  collection: Collection<T, L, C, U, Parent>,
): void {
  const { path, records, shape, list, get, create, update, remove, removeSeveral } = collection;
  const {
    written = shape,
    removable = () => {},
    hasOneself = false,
    visible = () => true,
  } = collection;
  const { writtenBy, removedBy = writtenBy } = collection;
  const onePath = `${path}/:id`;
  const within = boxed(parentParams);
  const params = boxed(z.intersection(parentParams, hasOneself ? idOrZeroPath : idPath));
  const one = (parent: Parent, recordId: number, by: number | null) =>
    records.one(
      (hasOneself && recordId === 0 && by) || recordId,
      (record) => holds(parent, record) && visible(record, by),
    );
  const writing = { config: allowed(writtenBy) };
  const removing = { config: allowed(removedBy) };

  if (list !== undefined) {
    const schema = { params: within, querystring: boxed(list.query) };
    api.get(path, { schema }, (request) => {
      const parent = find(request.params.value);
      const query = request.query.value;
      const selected = list.select?.(query, request.userId) ?? {};
      const { where = () => true } = selected;
      return pages.answer(request.url, query, {
        records: selected.records ?? records.orderedBy(query.order_by),
        where: (record) =>
          holds(parent, record) && visible(record, request.userId) && where(record),
        shape: selected.shape ?? shape,
        hasTotal: list.hasTotal,
      });
    });
  }

  if (get !== undefined) {
    const { relationships = {} } = get;
    const querystring = oneQuery(relationships);
    api.get(onePath, { schema: { params, querystring } }, (request) => {
      const ids = request.params.value;
      const record = one(find(ids), ids.id, request.userId);
      const asked = request.query.relationships ?? [];
      const added = asked.map((name) => [name, relationships[name]?.(record)]);
      return { ...shape(record), ...Object.fromEntries(added) };
    });
  }

  if (create !== undefined) {
    const { query: querystring = noQuery, body, make } = create;
    const schema = { params: within, querystring, body: boxed(body) };
    api.post(path, { schema, ...writing }, (request, reply) => {
      const parent = find(request.params.value);
      reply.code(201);
      return written(make(request.body.value, request.userId, parent));
    });
  }

  if (update !== undefined) {
    const { query: querystring = noQuery, body, status = 200, change } = update;
    const schema = { params, querystring, body: boxed(body) };
    const config = { ...writing.config, orOnOneself: hasOneself };
    api.put(onePath, { schema, config }, (request, reply) => {
      const ids = request.params.value;
      const parent = find(ids);
      const record = one(parent, ids.id, request.userId);
      reply.code(status);
      return written(change(record, request.body.value, request.userId, parent));
    });
  }

  if (remove !== undefined) {
    const schema = { params: boxed(z.intersection(parentParams, idPath)) };
    api.delete(onePath, { schema, ...removing }, (request, reply) => {
      const ids = request.params.value;
      const parent = find(ids);
      const record = one(parent, ids.id, request.userId);
      removable(record);
      remove(record, request.userId, parent);
      return reply.code(204).send();
    });
  }

  if (remove !== undefined && removeSeveral) {
    const schema = { params: within, body: removeBody };
    api.delete(path, { schema, ...removing }, (request, reply) => {
      const parent = find(request.params.value);
      const all = [...new Set(request.body.ids)].map((recordId) =>
        one(parent, recordId, request.userId),
      );
      all.forEach(removable);
      for (const record of all) remove(record, request.userId, parent);
      return reply.code(204).send();
    });
  }
}

/** The configuration of a route for this role and those above it. */
function allowed(needs: Rank | undefined): { needs?: Rank } {
  return needs === undefined ? {} : { needs };
}

/** The query of one record: which relationships to add, where it has any. */
function oneQuery(
  relationships: Record<string, unknown>,
): z.ZodType<{ relationships?: string[] | undefined }> {
  const names = Object.keys(relationships);
  return names.length === 0 ? noQuery : z.strictObject({ relationships: repeated(z.enum(names)) });
}

/** What a schema reads, in an object: Fastify's types cannot hand on a bare type parameter. */
function boxed<T>(schema: z.ZodType<T>) {
  return schema.transform((value) => ({ value }));
}

import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { id, idPath } from "../parameters";
import { invalid } from "../problem";
import { tagShape } from "../shapes/tag";
import type { Ticket } from "../shop/records/ticket";
import { usageOfTags } from "../shop/tagUsage";
import { updateTicket } from "../shop/ticketChanges";

/** Tags by ids, by names, or both (`docs/gorgias-api.md`, "Tickets"). */
const tagsBody = z
  .strictObject({
    ids: z.array(id).exactOptional(),
    names: z.array(z.string().min(1).max(256)).exactOptional(),
  })
  .refine(({ ids, names }) => ids !== undefined || names !== undefined, {
    error: "Either ids or names are required.",
  });

/** The tags of one ticket. To add or set a name that is new makes a new tag. */
export function ticketTagRoutes(api: Api, { shop }: RouteContext): void {
  const path = "/tickets/:id/tags";
  const schema = { params: idPath, body: tagsBody };

  const nameOf = (tagId: number) => shop.tags.get(tagId)?.name;
  const namesOf = (ticket: Ticket) => ticket.tagIds.flatMap((tagId) => nameOf(tagId) ?? []);
  const namesIn = ({ ids = [], names = [] }: z.output<typeof tagsBody>) => {
    const byId = ids.map((tagId, index) => {
      const name = nameOf(tagId);
      if (name === undefined) throw invalid(`ids.${index}`, `There is no tag ${tagId}.`);
      return name;
    });
    return [...byId, ...names];
  };
  const setNames = (ticket: Ticket, names: readonly string[], by: number | null) =>
    updateTicket(shop, ticket, { tags: names.map((name) => ({ name })) }, by);
  const listed = (ticket: Ticket) => {
    const usage = usageOfTags(shop);
    return {
      data: ticket.tagIds.flatMap((tagId) => {
        const tag = shop.tags.get(tagId);
        return tag === undefined ? [] : tagShape(tag, usage.get(tagId) ?? 0);
      }),
    };
  };

  api.get(path, { schema: { params: idPath } }, ({ params }) =>
    listed(shop.tickets.one(params.id)),
  );

  api.post(path, { schema }, ({ params, body, userId }, reply) => {
    const ticket = shop.tickets.one(params.id);
    setNames(ticket, [...namesOf(ticket), ...namesIn(body)], userId);
    return reply.code(201).send(listed(ticket));
  });

  api.put(path, { schema }, ({ params, body, userId }, reply) => {
    const ticket = shop.tickets.one(params.id);
    setNames(ticket, namesIn(body), userId);
    return reply.code(202).send(listed(ticket));
  });

  api.delete(path, { schema }, ({ params, body, userId }, reply) => {
    const ticket = shop.tickets.one(params.id);
    const removed = new Set(namesIn(body));
    const kept = namesOf(ticket).filter((name) => !removed.has(name));
    setNames(ticket, kept, userId);
    return reply.code(204).send();
  });
}

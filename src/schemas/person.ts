import { freeForm, integer, nullable, object, text } from "./schema";

const identity = {
  id: integer,
  email: nullable(text),
  name: nullable(text),
  firstname: nullable(text),
  lastname: nullable(text),
  meta: nullable(freeForm),
};

/** A customer or an agent, as other objects mention them (recorded: get-ticket). */
export const personSchema = object(identity);

/** An agent, as tickets mention them (recorded: get-ticket). */
export const agentSchema = object(identity, { bio: nullable(text) });

/** A team, as tickets mention it. */
export const teamSchema = object({ id: integer, name: text });

import { freeForm, integer, nullable, object, text } from "./schema";

const id = { id: integer };

const identity = {
  email: nullable(text),
  name: nullable(text),
  firstname: nullable(text),
  lastname: nullable(text),
  meta: nullable(freeForm),
};

/** A customer, as lists of tickets mention them. */
export const personSchema = object({ ...id, ...identity });

/** An agent, as tickets mention them. */
export const agentSchema = object({ ...id, ...identity }, { bio: nullable(text) });

/** Who wrote or gets a message: a customer or an agent, in some answers by their ID alone. */
export const partySchema = object(id, identity);

/** A team, as tickets mention it. */
export const teamSchema = object({ id: integer, name: text });

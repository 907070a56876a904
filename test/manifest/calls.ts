/** What the types of the manifest take and refuse. It is compiled by manifest.test.ts, never run. */
import { type Connection, componentManifests } from "@prismatic-io/spectral";
import gorgias from "../../examples/manifests/gorgias";

declare const connection: Connection;
const { createTicket, getTicket, updateTicket } = gorgias.actions;

export const calls = [
  getTicket.perform<{ subject: string }>({ connection, id: "153006867" }),
  updateTicket.perform({ connection, id: "7", status: "closed", tags: ["vip"] }),
  // docs/flows-in-code.md, "Call an action"
  createTicket.perform({ connection, customer: "", messageText: "", messages: "[{}]" }),
  // @ts-expect-error What has a star has to be there, also beside Messages.
  createTicket.perform({ connection, messages: "[{}]" }),
  // @ts-expect-error A ticket cannot be read without its ID.
  getTicket.perform({ connection }),
  // @ts-expect-error There is no such status.
  updateTicket.perform({ connection, id: "7", status: "done" }),
];

export const registry = componentManifests({ gorgias });

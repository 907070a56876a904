/**
 * Order status reply: a customer asks where an order is, and the shop's answer goes out as a reply.
 *
 * Only the e-mail address that an order was placed with gets to know about it. Everything else is
 * left to the agents, and so is a question that somebody has answered already: nobody gets two
 * replies when an execution is tried again.
 */
import {
  type Connection,
  configPage,
  connectionConfigVar,
  type FlowExecutionContext,
  flow,
  integration,
} from "@prismatic-io/spectral";
import { componentRegistry } from "../componentRegistry";

interface Message {
  ticket_id: number;
  channel: string;
  from_agent: boolean;
  body_text: string | null;
  created_datetime: string;
}

interface Ticket {
  customer: { email: string | null } | null;
  messages: Message[];
}

/** What the shop answers. Yours has other names for it. */
interface Order {
  number: string;
  email: string;
  status: string;
  tracking_url: string | null;
}

export const orderStatusReply = flow({
  name: "Order status reply",
  stableKey: "order-status-reply",
  description: "Answers customers who ask where their order is.",
  schedule: { value: "*/5 * * * *" },
  onTrigger: {
    component: "gorgias",
    key: "pollChangesTrigger",
    values: {
      connection: { configVar: "Gorgias Connection" },
      resourceType: { value: "messages" },
    },
  },
  onExecution: async (context, { onTrigger }) => {
    const { created } = onTrigger.results.body.data as { created: Message[] };
    const answered: number[] = [];
    const failures: string[] = [];
    for (const message of created) {
      const number = orderAskedFor(message);
      if (number === undefined) continue;
      try {
        if (await answer(context, message, number)) answered.push(message.ticket_id);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        failures.push(`Ticket ${message.ticket_id}: ${reason}`);
      }
    }
    if (failures.length > 0) {
      throw new Error(`Some customers got no answer.\n${failures.join("\n")}`);
    }
    return { data: { answered } };
  },
});

/** The order's number, if this is a customer's question about one. */
function orderAskedFor({ from_agent, body_text }: Message): string | undefined {
  const isQuestion = !from_agent && /\b(where|when|status|track)/i.test(body_text ?? "");
  return isQuestion ? /\border\D{0,20}(\d{4,10})/i.exec(body_text ?? "")?.[1] : undefined;
}

/** @returns whether a reply went out */
async function answer(
  { components: { gorgias }, configVars }: FlowExecutionContext,
  question: Message,
  number: string,
): Promise<boolean> {
  const connection = configVars["Gorgias Connection"];
  const order = await orderOf(configVars["Shop Connection"], number);
  const { data: ticket } = await gorgias.getTicket<{ data: Ticket }>({
    connection,
    id: String(question.ticket_id),
  });
  const asker = ticket.customer?.email?.toLowerCase();
  if (order === undefined || order.email.toLowerCase() !== asker) return false;
  if (ticket.messages.some((message) => isAnswer(message, question))) return false;
  await gorgias.replyToTicket({
    connection,
    ticket_id: String(question.ticket_id),
    text: replyAbout(order),
  });
  return true;
}

function isAnswer({ from_agent, channel, created_datetime }: Message, question: Message): boolean {
  const isLater = Date.parse(created_datetime) >= Date.parse(question.created_datetime);
  return from_agent && channel !== "internal-note" && isLater;
}

function replyAbout({ number, status, tracking_url }: Order): string {
  const track = tracking_url === null ? "" : ` You can follow it here: ${tracking_url}`;
  return `Thank you for your message. Your order ${number} is ${status}.${track}`;
}

/** @returns undefined where the shop has no such order */
async function orderOf({ fields }: Connection, number: string): Promise<Order | undefined> {
  const answer = await fetch(`${fields.address}/orders/${number}`, {
    headers: { authorization: `Bearer ${fields.token}` },
  }).catch(() => {
    throw new Error("The shop cannot be reached. Check the Address of the Shop Connection.");
  });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`The shop answered ${answer.status} for order ${number}.`);
  return (await answer.json()) as Order;
}

export { componentRegistry };

export const configPages = {
  Connections: configPage({
    elements: {
      "Gorgias Connection": connectionConfigVar({
        stableKey: "gorgias-connection",
        dataType: "connection",
        connection: {
          component: "gorgias",
          key: "gorgiasApiKey",
          values: { domain: { value: "" }, username: { value: "" }, apiKey: { value: "" } },
        },
      }),
      "Shop Connection": connectionConfigVar({
        stableKey: "shop-connection",
        dataType: "connection",
        inputs: {
          address: {
            label: "Address",
            type: "string",
            required: true,
            comments: "The shop's API.",
          },
          token: { label: "Token", type: "password", required: true, comments: "May read orders." },
        },
      }),
    },
  }),
};

type Pages = typeof configPages;

declare module "@prismatic-io/spectral" {
  interface IntegrationDefinitionConfigPages extends Pages {}
}

export default integration({
  name: "Order status reply",
  description: "Answers Gorgias customers who ask where their order is.",
  flows: [orderStatusReply],
  configPages,
  componentRegistry,
});
